//! The files of second copies: one to which frames are appended, and two for the slots, written in turn. What they are
//! made of is said in `replica::copy_log` and `replica::copy_slots`; a copy is opened when it is first asked for.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use replica::copy_log::{self, LARGEST, Loss, Reach, Scanner};
use replica::copy_slots::CopySlots;
use replica::second_copy::CopyContent;
use replica::{Frame, StorageError};

use super::message::{Answer, CopyRequest};
use super::opfs::{self, HeldFile};
use crate::failure::Failure;

/// The copies that are open in this worker.
#[derive(Default)]
pub(super) struct Copies(HashMap<String, CopyFile>);

impl Copies {
    pub(super) async fn answer(&mut self, name: String, request: CopyRequest) -> Result<Answer, StorageError> {
        if matches!(request, CopyRequest::Release) {
            self.0.remove(&name);
            return Ok(Answer::Done);
        }
        let copy = match self.0.entry(name) {
            Entry::Occupied(open) => open.into_mut(),
            Entry::Vacant(closed) => {
                let copy = CopyFile::open(closed.key()).await?;
                closed.insert(copy)
            }
        };
        Ok(copy.answer(request)?)
    }
}

/// A copy whose files are held.
struct CopyFile {
    frames: HeldFile,
    /// Where the next record goes: over what was torn, and after everything else.
    end: u64,
    reach: Reach,
    loss: Loss,
    slot_files: [HeldFile; 2],
    slots: CopySlots,
}

impl CopyFile {
    async fn open(name: &str) -> Result<Self, Failure> {
        let folder = opfs::folder(name).await?;
        let frames = HeldFile::open(&folder, "frames").await?;
        let slot_files = [HeldFile::open(&folder, "slots-0").await?, HeldFile::open(&folder, "slots-1").await?];
        let mut reach = Reach::default();
        let loss = scan(&frames, &mut |record| {
            reach.take(record.id);
        })?;
        let [first, second] = [content(&slot_files[0])?, content(&slot_files[1])?];
        let slots = CopySlots::newest([&first, &second]);
        let end = frames.size()?.saturating_sub(loss.torn);
        Ok(Self { frames, end, reach, loss, slot_files, slots })
    }

    fn answer(&mut self, request: CopyRequest) -> Result<Answer, Failure> {
        match request {
            CopyRequest::Extent => return Ok(Answer::Extent(self.reach.extent(self.loss.unreadable))),
            CopyRequest::Read => return self.read().map(Answer::Content),
            CopyRequest::Append(frames) => self.append(frames)?,
            CopyRequest::KeepSlot { key, content } => self.keep_slot(&key, &content)?,
            CopyRequest::Clear => self.clear()?,
            CopyRequest::Release => {}
        }
        Ok(Answer::Done)
    }

    fn append(&mut self, mut frames: Vec<Frame>) -> Result<(), Failure> {
        frames.retain(|frame| !self.reach.has(frame.id));
        if frames.iter().any(|frame| frame.bytes.len() > LARGEST) {
            return Err(StorageError::Other("a frame is too large for the second copy".into()).into());
        }
        let mut bytes = Vec::new();
        frames.iter().for_each(|frame| copy_log::encode(frame, &mut bytes));
        if bytes.is_empty() {
            return Ok(());
        }
        self.frames.write_end(self.end, &bytes)?;
        self.end += bytes.len() as u64;
        self.loss = Loss { unreadable: self.loss.unreadable - self.loss.torn, torn: 0 };
        for frame in frames {
            self.reach.take(frame.id);
        }
        Ok(())
    }

    fn keep_slot(&mut self, key: &str, content: &[u8]) -> Result<(), Failure> {
        if self.slots.get(key) == Some(content) {
            return Ok(());
        }
        let (slots, file) = self.slots.with(key, content);
        self.slot_files[file].write_end(0, &slots.encode())?;
        self.slots = slots;
        Ok(())
    }

    fn read(&self) -> Result<CopyContent, Failure> {
        let (mut reach, mut frames) = (Reach::default(), Vec::new());
        let loss = scan(&self.frames, &mut |record| {
            if reach.take(record.id) {
                frames.push(record.to_frame());
            }
        })?;
        Ok(CopyContent { frames, slots: self.slots.clone().into_list(), unreadable: loss.unreadable })
    }

    fn clear(&mut self) -> Result<(), Failure> {
        self.frames.write_end(0, &[])?;
        (self.end, self.reach, self.loss) = (0, Reach::default(), Loss::default());
        // The slots last: without them the frames would be of no use.
        self.slot_files.iter().try_for_each(|file| file.write_end(0, &[]))?;
        self.slots = CopySlots::default();
        Ok(())
    }
}

/// Reads all records of a file; answers what of it is none.
fn scan(file: &HeldFile, each: &mut dyn FnMut(copy_log::Record<'_>)) -> Result<Loss, Failure> {
    let mut scanner = Scanner::default();
    file.read(&mut |piece| scanner.feed(piece, each))?;
    Ok(scanner.finish(each))
}

fn content(file: &HeldFile) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    file.read(&mut |piece| bytes.extend_from_slice(piece))?;
    Ok(bytes)
}
