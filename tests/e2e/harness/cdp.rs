//! The DevTools protocol over a pipe to the browser: JSON messages, each ended by a zero byte. A pipe needs no port
//! that others could reach, and it ends with the browser. It must never hang: every call has a deadline.

use serde_json::{Value, json};
use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Read, Write},
    sync::{
        Arc, Condvar, Mutex, MutexGuard,
        atomic::{AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

const DEADLINE: Duration = Duration::from_secs(30);

/// What the browser told without being asked.
#[derive(Clone)]
pub(super) struct Event {
    /// The session it belongs to; empty for the browser itself.
    pub(super) session: String,
    pub(super) method: String,
    pub(super) params: Value,
}

#[derive(Default)]
struct Heard {
    answers: HashMap<u64, Value>,
    events: Vec<Event>,
    closed: bool,
}

#[derive(Default)]
struct Inbox {
    heard: Mutex<Heard>,
    changed: Condvar,
}

impl Inbox {
    fn lock(&self) -> MutexGuard<'_, Heard> {
        self.heard.lock().expect("no thread panics while it holds the inbox")
    }

    fn take_in(&self, mut message: Value) {
        let mut heard = self.lock();
        match message["id"].as_u64() {
            Some(id) => drop(heard.answers.insert(id, message)),
            None => heard.events.push(Event {
                session: message["sessionId"].as_str().unwrap_or_default().to_owned(),
                method: message["method"].as_str().unwrap_or_default().to_owned(),
                params: message["params"].take(),
            }),
        }
        self.changed.notify_all();
    }

    fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    /// Waits until `pick` finds something.
    fn wait<T>(&self, what: &str, mut pick: impl FnMut(&mut Heard) -> Option<T>) -> Result<T, String> {
        let end = Instant::now() + DEADLINE;
        let mut heard = self.lock();
        loop {
            if let Some(found) = pick(&mut heard) {
                return Ok(found);
            }
            if heard.closed {
                return Err(format!("{what}: the browser is gone"));
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(format!("{what}: no answer within {DEADLINE:?}"));
            }
            heard = self.changed.wait_timeout(heard, left).expect("no thread panics while it holds the inbox").0;
        }
    }
}

/// One browser's ear and mouth.
pub(super) struct Connection {
    to: Mutex<Box<dyn Write + Send>>,
    next: AtomicU64,
    inbox: Arc<Inbox>,
}

impl Connection {
    pub(super) fn new(to: impl Write + Send + 'static, from: impl Read + Send + 'static) -> Self {
        let inbox = Arc::new(Inbox::default());
        let ear = Arc::clone(&inbox);
        thread::spawn(move || listen(from, &ear));
        Self { to: Mutex::new(Box::new(to)), next: AtomicU64::new(1), inbox }
    }

    /// Calls a method of the protocol; `session` is empty for the browser itself.
    pub(super) fn call(&self, session: &str, method: &str, params: &Value) -> Result<Value, String> {
        let id = self.next.fetch_add(1, Ordering::Relaxed);
        let mut message = json!({ "id": id, "method": method, "params": params });
        if !session.is_empty() {
            message["sessionId"] = json!(session);
        }
        self.write(&message)?;
        let mut answer = self.inbox.wait(method, |heard| heard.answers.remove(&id))?;
        match answer["error"]["message"].as_str() {
            Some(error) => Err(format!("{method}: {error}")),
            None => Ok(answer["result"].take()),
        }
    }

    fn write(&self, message: &Value) -> Result<(), String> {
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        let mut to = self.to.lock().expect("no thread panics while it writes");
        to.write_all(&bytes).and_then(|()| to.flush()).map_err(|error| format!("the browser is gone: {error}"))
    }

    /// How many events were heard so far: a mark from which to wait.
    pub(super) fn mark(&self) -> usize {
        self.inbox.lock().events.len()
    }

    /// Waits for an event of a session after `mark`, one that may already have come.
    pub(super) fn wait_event(
        &self,
        mark: usize,
        session: &str,
        method: &str,
        fits: impl Fn(&Value) -> bool,
    ) -> Result<Value, String> {
        self.inbox.wait(method, |heard| {
            let fresh = heard.events.iter().skip(mark);
            fresh
                .into_iter()
                .find(|event| event.session == session && event.method == method && fits(&event.params))
                .map(|event| event.params.clone())
        })
    }

    /// All events of a session so far.
    pub(super) fn events(&self, session: &str) -> Vec<Event> {
        self.inbox.lock().events.iter().filter(|event| event.session == session).cloned().collect()
    }
}

fn listen(from: impl Read, inbox: &Inbox) {
    for message in BufReader::new(from).split(0) {
        let Ok(bytes) = message else { break };
        if let Ok(value) = serde_json::from_slice(&bytes) {
            inbox.take_in(value);
        }
    }
    inbox.close();
}
