//! The worker's side: answers one request after the other, in the order in which they came. It must never show
//! anything, and never know more than it was asked about.

use demonstration::{Telling, demonstration};
use exchange::Workbench;
use futures::StreamExt;
use futures::channel::mpsc::{self, UnboundedReceiver};
use js_sys::{Array, Uint8Array};
use replica::StorageError;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::spawn_local;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};
use zeroize::Zeroizing;

use super::argon;
use super::copy_file::Copies;
use super::message::{self, Answer, PROTOCOL, Request, UNASKED};

/// Begins to answer, for as long as the worker lives. To be called in a dedicated worker, once.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let (put, requests) = mpsc::unbounded();
    let hears = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let _ = put.unbounded_send(Uint8Array::new(&event.data()).to_vec());
    });
    scope.set_onmessage(Some(hears.into_js_value().unchecked_ref()));
    say(&scope, UNASKED, &Answer::Ready(PROTOCOL));
    spawn_local(answer_all(scope, requests));
}

async fn answer_all(scope: DedicatedWorkerGlobalScope, mut requests: UnboundedReceiver<Vec<u8>>) {
    let mut hands = Hands::default();
    while let Some(bytes) = requests.next().await {
        let bytes = Zeroizing::new(bytes);
        let Some((number, body)) = message::split(&bytes) else { continue };
        let tell = |answer: &Answer| say(&scope, number, answer);
        let answered = match message::decode(body) {
            Ok(request) => hands.answer(request, &tell).await,
            Err(error) => Err(error),
        };
        tell(&answered.unwrap_or_else(Answer::Failed));
    }
}

/// What is held from one request to the next.
#[derive(Default)]
struct Hands {
    copies: Copies,
    workbench: Workbench,
}

impl Hands {
    /// The answer to a request. What is told before it is how far it is.
    async fn answer(&mut self, request: Request<'_>, tell: &dyn Fn(&Answer)) -> Result<Answer, StorageError> {
        match request {
            Request::Calibrate => argon::calibrate().map(Answer::Cost),
            Request::Derive { passphrase, salt, cost } => {
                argon::derive(&Zeroizing::new(passphrase), &salt, cost).map(Answer::Key)
            }
            Request::Copy { name, request } => self.copies.answer(name, request).await,
            Request::Tell(today) => Ok(Answer::Told(Telling::of(demonstration(today).records()))),
            Request::Port(job) => {
                let follow = |progress| tell(&Answer::Progress(progress));
                Ok(Answer::Outcome(self.workbench.work(job, &follow)))
            }
        }
    }
}

fn say(scope: &DedicatedWorkerGlobalScope, number: u32, answer: &Answer) {
    // A key may be in it.
    let bytes = Zeroizing::new(message::encode(number, answer));
    let buffer = Uint8Array::from(bytes.as_slice()).buffer();
    // Only what cannot be transferred is refused.
    let _ = scope.post_message_with_transfer(&buffer, &Array::of1(&buffer));
}
