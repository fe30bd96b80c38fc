//! The page's side of the worker. It is started when it is first needed, and anew when it died. Whoever asks is always
//! answered: when the worker ends, or is silent for too long, with an error.

use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::{Rc, Weak};

use exchange::Progress;
use futures::channel::mpsc::{self, UnboundedReceiver, UnboundedSender};
use futures::channel::oneshot;
use futures::future::Shared;
use futures::{FutureExt, StreamExt};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use replica::StorageError;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};
use zeroize::Zeroizing;

use super::message::{self, Answer, PROTOCOL, Request, UNASKED};
use crate::failure::Failure;
use crate::{breath, page};

/// The file beside the page that starts the worker.
const SCRIPT: &str = "worker-boot.js";
/// How long it may take to start, on a slow tablet that is busy.
const STARTING_MILLIS: u32 = 60_000;
/// How long it may be silent: the hardest passphrase that a vault accepts, on a slow tablet.
const ANSWERING_MILLIS: u32 = 600_000;

/// A road to the worker; clones lead to the same one.
#[derive(Clone, Default)]
pub(crate) struct Client(Rc<RefCell<Option<Rc<Running>>>>);

impl Client {
    /// Asks, and waits for the answer.
    pub(crate) async fn ask(&self, request: Request<'_>) -> Result<Answer, StorageError> {
        self.ask_and_follow(request, &|_| ()).await
    }

    /// Asks, hears how far it is, and waits for the answer.
    pub(crate) async fn ask_and_follow(
        &self,
        request: Request<'_>,
        follow: &dyn Fn(Progress),
    ) -> Result<Answer, StorageError> {
        let running = self.running()?;
        let ready = running.ready.clone().map(Result::ok);
        running.within(STARTING_MILLIS, ready).await??;
        let mut answers = running.post(&request)?;
        // It may be large, and has been sent.
        drop(request);
        loop {
            match running.within(ANSWERING_MILLIS, answers.next()).await? {
                Answer::Progress(progress) => follow(progress),
                answer => return Ok(answer),
            }
        }
    }

    /// Whether there is a worker that may hold something.
    pub(crate) fn is_running(&self) -> bool {
        self.0.borrow().as_ref().is_some_and(|running| !running.is_over.get())
    }

    fn running(&self) -> Result<Rc<Running>, StorageError> {
        let running = self.0.borrow().clone().filter(|running| !running.is_over.get());
        match running {
            Some(running) => Ok(running),
            None => {
                let running = Running::start()?;
                self.0.replace(Some(Rc::clone(&running)));
                Ok(running)
            }
        }
    }
}

/// What the worker says about itself at first.
type Readiness = Result<(), StorageError>;

/// One worker, from its start to its end.
struct Running {
    worker: Worker,
    ready: Shared<oneshot::Receiver<Readiness>>,
    tell_ready: RefCell<Option<oneshot::Sender<Readiness>>>,
    waiting: RefCell<HashMap<u32, UnboundedSender<Answer>>>,
    last_number: Cell<u32>,
    is_over: Cell<bool>,
    ears: RefCell<Option<Ears>>,
}

struct Ears {
    _hears: Closure<dyn Fn(MessageEvent)>,
    _ends: Closure<dyn Fn()>,
}

impl Running {
    fn start() -> Result<Rc<Self>, Failure> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&page::address(SCRIPT), &options)?;
        let (tell_ready, ready) = oneshot::channel();
        let running = Rc::new(Self {
            worker,
            ready: ready.shared(),
            tell_ready: RefCell::new(Some(tell_ready)),
            waiting: RefCell::default(),
            last_number: Cell::new(UNASKED),
            is_over: Cell::new(false),
            ears: RefCell::default(),
        });
        running.listen();
        Ok(running)
    }

    fn listen(self: &Rc<Self>) {
        let weak = Rc::downgrade(self);
        let hears = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            weak.upgrade().iter().for_each(|running| running.hear(&event));
        });
        let weak: Weak<Self> = Rc::downgrade(self);
        let ends = Closure::<dyn Fn()>::new(move || weak.upgrade().iter().for_each(|running| running.end()));
        self.worker.set_onmessage(Some(hears.as_ref().unchecked_ref()));
        self.worker.set_onmessageerror(Some(ends.as_ref().unchecked_ref()));
        // Its script is not there, its program does not run in this browser, or it has failed.
        self.worker.set_onerror(Some(ends.as_ref().unchecked_ref()));
        self.ears.replace(Some(Ears { _hears: hears, _ends: ends }));
    }

    fn hear(&self, event: &MessageEvent) {
        // A key may be in it.
        let bytes = Zeroizing::new(Uint8Array::new(&event.data()).to_vec());
        let Some((number, body)) = message::split(&bytes) else { return self.end() };
        let answer = message::decode(body).unwrap_or_else(Answer::Failed);
        if number == UNASKED {
            return self.hear_that_it_is_ready(&answer);
        }
        let asked = match answer {
            Answer::Progress(_) => self.waiting.borrow().get(&number).cloned(),
            _ => self.waiting.borrow_mut().remove(&number),
        };
        if let Some(asked) = asked {
            // Whoever asked may have gone away.
            let _ = asked.unbounded_send(answer);
        }
    }

    fn hear_that_it_is_ready(&self, answer: &Answer) {
        let is_understood = matches!(answer, Answer::Ready(protocol) if *protocol == PROTOCOL);
        if let Some(tell) = self.tell_ready.take() {
            let _ = tell.send(if is_understood { Ok(()) } else { Err(StorageError::Newer) });
        }
        if !is_understood {
            self.end();
        }
    }

    /// Sends the request, and answers with what will bring the answers.
    fn post(&self, request: &Request<'_>) -> Result<UnboundedReceiver<Answer>, StorageError> {
        if self.is_over.get() {
            return Err(ended());
        }
        let number = self.last_number.get().wrapping_add(1).max(UNASKED + 1);
        self.last_number.set(number);
        let (tell, answers) = mpsc::unbounded();
        self.waiting.borrow_mut().insert(number, tell);
        // A passphrase may be in it.
        let buffer = to_buffer(&Zeroizing::new(message::encode(number, request)));
        let sent = self.worker.post_message_with_transfer(&buffer, &Array::of1(&buffer));
        sent.map_err(Failure::from)?;
        Ok(answers)
    }

    /// What comes within that time. What does not come ends the worker: nobody can tell what became of it.
    async fn within<T>(
        &self,
        millis: u32,
        awaited: impl Future<Output = Option<T>> + Unpin,
    ) -> Result<T, StorageError> {
        let come = breath::within(millis, awaited).await;
        if come.is_none() {
            self.end();
        }
        come.flatten().ok_or_else(ended)
    }

    fn end(&self) {
        self.is_over.set(true);
        self.worker.terminate();
        // Dropped, they tell whoever waits.
        self.tell_ready.take();
        self.waiting.take();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onmessageerror(None);
        self.worker.set_onerror(None);
        self.end();
    }
}

fn to_buffer(bytes: &[u8]) -> ArrayBuffer {
    Uint8Array::from(bytes).buffer()
}

fn ended() -> StorageError {
    StorageError::Other("the worker has ended".into())
}
