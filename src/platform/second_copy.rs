//! The second copy, as the page asks the worker for it.

use async_trait::async_trait;
use replica::second_copy::{CopyContent, CopyExtent};
use replica::{Frame, SecondCopy, StorageError};

use crate::worker::{Answer, Client, CopyRequest, Request};

/// So many bytes of frames go to the worker at a time.
const PIECE: usize = 1 << 20;

/// A second copy in files that a worker holds.
#[derive(Clone)]
pub(crate) struct WorkerCopy {
    client: Client,
    name: &'static str,
}

impl WorkerCopy {
    pub(crate) const fn new(client: Client, name: &'static str) -> Self {
        Self { client, name }
    }

    /// Lets go of the files; asked for anything else, the worker takes them up again.
    pub(crate) async fn release(&self) {
        if self.client.is_running() {
            // A worker that ends holds nothing.
            let _ = self.ask(CopyRequest::Release).await;
        }
    }

    async fn ask(&self, request: CopyRequest) -> Result<Answer, StorageError> {
        self.client.ask(Request::Copy { name: self.name.to_owned(), request }).await
    }

    async fn order(&self, request: CopyRequest) -> Result<(), StorageError> {
        match self.ask(request).await? {
            Answer::Done => Ok(()),
            other => Err(other.into_error()),
        }
    }
}

#[async_trait(?Send)]
impl SecondCopy for WorkerCopy {
    async fn extent(&self) -> Result<CopyExtent, StorageError> {
        match self.ask(CopyRequest::Extent).await? {
            Answer::Extent(extent) => Ok(extent),
            other => Err(other.into_error()),
        }
    }

    async fn append(&self, frames: &[Frame]) -> Result<(), StorageError> {
        for piece in pieces(frames) {
            self.order(CopyRequest::Append(piece.to_vec())).await?;
        }
        Ok(())
    }

    async fn keep_slot(&self, key: &str, content: &[u8]) -> Result<(), StorageError> {
        self.order(CopyRequest::KeepSlot { key: key.to_owned(), content: content.to_vec() }).await
    }

    async fn read(&self) -> Result<CopyContent, StorageError> {
        match self.ask(CopyRequest::Read).await? {
            Answer::Content(content) => Ok(content),
            other => Err(other.into_error()),
        }
    }

    async fn clear(&self) -> Result<(), StorageError> {
        self.order(CopyRequest::Clear).await
    }
}

/// The frames in pieces that end when they have grown large.
fn pieces(frames: &[Frame]) -> impl Iterator<Item = &[Frame]> {
    let mut length = 0;
    frames.split_inclusive(move |frame| {
        length += frame.bytes.len();
        let is_full = length > PIECE;
        if is_full {
            length = 0;
        }
        is_full
    })
}
