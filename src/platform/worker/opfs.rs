//! Files of this origin that only its pages see (OPFS), with a flush. A file is open in one worker of one tab at a time.

use js_sys::{Promise, Reflect};
use replica::StorageError;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    FileSystemDirectoryHandle, FileSystemFileHandle, FileSystemGetDirectoryOptions, FileSystemGetFileOptions,
    FileSystemReadWriteOptions, FileSystemSyncAccessHandle, StorageManager, WorkerGlobalScope,
};

use crate::breath;
use crate::failure::{self, Failure};

/// How often a file is asked for while the worker of a tab that was closed still holds it, and how long in between.
const ATTEMPTS: u32 = 20;
const BETWEEN_MILLIS: u32 = 250;
/// How much is read at a time.
const PIECE: usize = 1 << 20;

/// The folder of that name, whose parts are divided by slashes.
pub(super) async fn folder(name: &str) -> Result<FileSystemDirectoryHandle, Failure> {
    let mut folder: FileSystemDirectoryHandle = got(manager()?.get_directory()).await?;
    let options = FileSystemGetDirectoryOptions::new();
    options.set_create(true);
    for part in name.split('/') {
        folder = got(folder.get_directory_handle_with_options(part, &options)).await?;
    }
    Ok(folder)
}

fn manager() -> Result<StorageManager, Failure> {
    let scope: WorkerGlobalScope = js_sys::global().unchecked_into();
    let manager = Reflect::get(&scope.navigator(), &JsValue::from_str("storage"))?;
    let has_files = manager.is_object() && Reflect::has(&manager, &JsValue::from_str("getDirectory"))?;
    if has_files { Ok(manager.unchecked_into()) } else { Err(StorageError::Unavailable.into()) }
}

async fn got<T: JsCast>(asked: Promise) -> Result<T, Failure> {
    Ok(JsFuture::from(asked).await?.unchecked_into())
}

/// A file that is open for reading and writing, and held until it is dropped.
pub(super) struct HeldFile(FileSystemSyncAccessHandle);

impl HeldFile {
    /// Opens the file, making it if it is not there.
    pub(super) async fn open(folder: &FileSystemDirectoryHandle, name: &str) -> Result<Self, Failure> {
        let options = FileSystemGetFileOptions::new();
        options.set_create(true);
        let file: FileSystemFileHandle = got(folder.get_file_handle_with_options(name, &options)).await?;
        if !Reflect::has(&file, &JsValue::from_str("createSyncAccessHandle"))? {
            return Err(StorageError::Unavailable.into());
        }
        let mut attempt = 1;
        loop {
            match got(file.create_sync_access_handle()).await {
                Ok(handle) => return Ok(Self(handle)),
                Err(failure) if attempt < ATTEMPTS && is_held_elsewhere(&failure) => attempt += 1,
                Err(failure) => return Err(failure),
            }
            breath::sleep(BETWEEN_MILLIS).await;
        }
    }

    pub(super) fn size(&self) -> Result<u64, Failure> {
        Ok(whole(self.0.get_size()?))
    }

    /// Reads the file from its beginning to its end, piece by piece.
    pub(super) fn read(&self, each: &mut dyn FnMut(&[u8])) -> Result<(), Failure> {
        let mut piece = vec![0; PIECE];
        let mut at = 0;
        loop {
            let read = whole(self.0.read_with_u8_array_and_options(&mut piece, &place(at))?);
            let bytes = usize::try_from(read).ok().and_then(|length| piece.get(..length)).unwrap_or_default();
            if bytes.is_empty() {
                return Ok(());
            }
            each(bytes);
            at += read;
        }
    }

    /// Writes from that place on, ends the file there, and flushes it. What fails leaves what lay before the place.
    pub(super) fn write_end(&self, at: u64, bytes: &[u8]) -> Result<(), Failure> {
        let written = self.write(at, bytes);
        if written.is_err() {
            // Half a record is told from a whole one, but takes room.
            let _ = self.0.truncate_with_f64(float(at));
        }
        written
    }

    fn write(&self, at: u64, bytes: &[u8]) -> Result<(), Failure> {
        let written = whole(self.0.write_with_u8_array_and_options(bytes, &place(at))?);
        if written != bytes.len() as u64 {
            return Err(StorageError::Full.into());
        }
        self.0.truncate_with_f64(float(at + written))?;
        Ok(self.0.flush()?)
    }
}

impl Drop for HeldFile {
    fn drop(&mut self) {
        self.0.close();
    }
}

fn is_held_elsewhere(failure: &Failure) -> bool {
    matches!(failure, Failure::Thrown(value) if failure::name(value) == "NoModificationAllowedError")
}

fn place(at: u64) -> FileSystemReadWriteOptions {
    let options = FileSystemReadWriteOptions::new();
    options.set_at(float(at));
    options
}

#[expect(clippy::cast_precision_loss, reason = "no file is so large that a float could not say it")]
const fn float(number: u64) -> f64 {
    number as f64
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the browser counts whole bytes")]
const fn whole(float: f64) -> u64 {
    float as u64
}
