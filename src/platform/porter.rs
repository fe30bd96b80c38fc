//! The porter of `exchange`: for every piece of work a worker of its own, which ends with it. So its memory is given
//! back, whoever calls the work off stops it, and nobody who saves or unlocks stands in line behind it.

use std::convert::Infallible;

use async_trait::async_trait;
use exchange::{
    Bundle, Bytes, Job, Key, KeyKind, Lock, Outcome, PackError, Porter, PorterError, Progress, Table, UnpackError,
    ZipError,
};
use replica::StorageError;

use crate::worker::{Answer, Client, Request};

/// A porter that works beside the page.
pub struct BrowserPorter;

#[async_trait(?Send)]
impl Porter for BrowserPorter {
    async fn key_kind(&self, bytes: &[u8]) -> Result<KeyKind, PorterError<UnpackError>> {
        let begin = exchange::beginning(bytes).map_err(PorterError::Refused)?;
        match do_job(&Client::default(), Job::KeyKind(begin), &|_| ()).await? {
            Outcome::KeyKind(kind) => kind.map_err(PorterError::Refused),
            _ => Err(of_another_job()),
        }
    }

    async fn pack(
        &self,
        bundle: Bundle,
        lock: Lock,
        follow: &dyn Fn(Progress),
    ) -> Result<Vec<u8>, PorterError<PackError>> {
        match do_job(&Client::default(), Job::Pack { bundle, lock }, follow).await? {
            Outcome::Packed(bytes) => whole(bytes),
            _ => Err(of_another_job()),
        }
    }

    async fn unpack(
        &self,
        bytes: &[u8],
        key: Key,
        follow: &dyn Fn(Progress),
    ) -> Result<Bundle, PorterError<UnpackError>> {
        match do_job(&Client::default(), Job::Unpack { bytes, key }, follow).await? {
            Outcome::Unpacked(bundle) => bundle.map_err(PorterError::Refused),
            _ => Err(of_another_job()),
        }
    }

    async fn new_identity(&self) -> Result<(String, String), PorterError<Infallible>> {
        match do_job(&Client::default(), Job::NewIdentity, &|_| ()).await? {
            Outcome::Identity { identity, recipient } => Ok((identity, recipient)),
            _ => Err(of_another_job()),
        }
    }

    async fn archive(
        &self,
        readme: &str,
        tables: &mut dyn Iterator<Item = Table>,
    ) -> Result<Vec<u8>, PorterError<ZipError>> {
        let worker = Client::default();
        put_in(&worker, Job::BeginArchive(readme)).await?;
        for table in tables {
            put_in(&worker, Job::AddTable(table)).await?;
        }
        match do_job(&worker, Job::FinishArchive, &|_| ()).await? {
            Outcome::Archived(bytes) => whole(bytes),
            _ => Err(of_another_job()),
        }
    }
}

async fn put_in(worker: &Client, job: Job<'_>) -> Result<(), PorterError<ZipError>> {
    match do_job(worker, job, &|_| ()).await? {
        Outcome::Archiving(done) => done.map_err(PorterError::Refused),
        _ => Err(of_another_job()),
    }
}

async fn do_job<E>(worker: &Client, job: Job<'_>, follow: &dyn Fn(Progress)) -> Result<Outcome, PorterError<E>> {
    match worker.ask_and_follow(Request::Port(job), follow).await {
        Ok(Answer::Outcome(outcome)) => Ok(outcome),
        Ok(other) => Err(failure(other.into_error())),
        Err(error) => Err(failure(error)),
    }
}

fn whole<E>(bytes: Result<Bytes, E>) -> Result<Vec<u8>, PorterError<E>> {
    bytes.map(|bytes| bytes.0).map_err(PorterError::Refused)
}

fn failure<E>(error: StorageError) -> PorterError<E> {
    match error {
        StorageError::Newer => PorterError::OtherVersion,
        StorageError::Other(words) => PorterError::Failed(words),
        other => PorterError::Failed(format!("{other:?}")),
    }
}

fn of_another_job<E>() -> PorterError<E> {
    PorterError::Failed("the worker has done another job".into())
}
