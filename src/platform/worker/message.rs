//! What the page and the worker say to each other: a number that is the same in question and answer (32 bits, greatest
//! byte first), then the question or the answer (postcard). Both sides are built together, but a page may outlive an
//! update of the app, so the worker first says which protocol it speaks.

use demonstration::Telling;
use domain::Date;
use exchange::{Job, Outcome, Progress};
use replica::second_copy::{CopyContent, CopyExtent};
use replica::vault::Cost;
use replica::{Frame, StorageError};
use serde::{Deserialize, Serialize};

/// Another number with every change of what is said here.
pub(crate) const PROTOCOL: u32 = 3;
/// The number of what the worker says without being asked.
pub(super) const UNASKED: u32 = 0;

/// What the page asks.
#[derive(Serialize, Deserialize)]
pub(crate) enum Request<'a> {
    /// How much work Argon2id may be on this tablet.
    Calibrate,
    /// The key of a passphrase.
    Derive {
        /// UTF-8, normalised.
        passphrase: Vec<u8>,
        salt: [u8; 16],
        cost: Cost,
    },
    /// Something of the second copy of that name.
    Copy { name: String, request: CopyRequest },
    /// The demonstration as it stands on a day.
    Tell(Date),
    /// A porter's job.
    Port(#[serde(borrow)] Job<'a>),
}

/// What the page asks of a second copy.
#[derive(Serialize, Deserialize)]
pub(crate) enum CopyRequest {
    /// How much lies there.
    Extent,
    /// Appends, flushed.
    Append(Vec<Frame>),
    /// Keeps a slot, flushed.
    KeepSlot { key: String, content: Vec<u8> },
    /// Everything.
    Read,
    /// Throws it away.
    Clear,
    /// Lets go of its files, so that another tab may take them up. What is asked later takes them up again.
    Release,
}

/// What the worker answers. The first one is the same in every protocol.
#[derive(Serialize, Deserialize)]
pub(crate) enum Answer {
    /// It is ready, and speaks that protocol.
    Ready(u32),
    /// It could not be done.
    Failed(StorageError),
    /// It is done.
    Done,
    /// The work.
    Cost(Cost),
    /// The key.
    Key([u8; 32]),
    /// How much lies in the copy.
    Extent(CopyExtent),
    /// All that lies in the copy.
    Content(CopyContent),
    /// The demonstration.
    Told(Telling),
    /// How far it is; more is to come.
    Progress(Progress),
    /// What came of a porter's job.
    Outcome(Outcome),
}

impl Answer {
    /// The error in it; an answer to another question is one, too.
    pub(crate) fn into_error(self) -> StorageError {
        match self {
            Self::Failed(error) => error,
            _ => StorageError::Other("the worker answers another question".into()),
        }
    }
}

pub(super) fn encode(number: u32, message: &impl Serialize) -> Vec<u8> {
    // Nothing that is said has a form that postcard refuses.
    postcard::to_extend(message, number.to_be_bytes().to_vec()).unwrap_or_default()
}

/// The number, and the bytes that belong to it.
pub(super) fn split(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (number, body) = bytes.split_first_chunk()?;
    Some((u32::from_be_bytes(*number), body))
}

pub(super) fn decode<'a, T: Deserialize<'a>>(body: &'a [u8]) -> Result<T, StorageError> {
    postcard::from_bytes(body).map_err(|_| StorageError::Damaged)
}
