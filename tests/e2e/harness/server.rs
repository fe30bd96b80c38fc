//! A static file server as any cheap host is one: files under a path, right types, nothing clever. Stopping it is the
//! network cut of the tests, so it holds no connection open; it must never answer for a page that is no file, or the
//! service worker would prove nothing.

use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead, BufReader, Result as IoResult, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    path::PathBuf,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

struct Site {
    folder: PathBuf,
    mount: String,
    replaced: Mutex<BTreeMap<String, Vec<u8>>>,
    asked: Mutex<Vec<String>>,
    open: AtomicBool,
}

/// A folder served on a port of this machine, until dropped.
pub struct Server {
    site: Arc<Site>,
    address: SocketAddr,
    worker: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves a folder under a path such as `/` or `/siping/bangfu/`.
    ///
    /// # Panics
    /// If no port is free.
    #[must_use]
    pub fn start(folder: PathBuf, mount: &str) -> Self {
        assert!(mount.starts_with('/') && mount.ends_with('/'), "a mount begins and ends with a slash");
        let site = Site {
            folder,
            mount: mount.to_owned(),
            replaced: Mutex::default(),
            asked: Mutex::default(),
            open: AtomicBool::new(false),
        };
        let mut server =
            Self { site: Arc::new(site), address: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)), worker: None };
        server.start_again();
        server
    }

    /// Starts a stopped server, at the same address as before.
    ///
    /// # Panics
    /// If the port was taken meanwhile.
    pub fn start_again(&mut self) {
        assert!(self.worker.is_none(), "the server already runs");
        let listener = TcpListener::bind(self.address).expect("the port is free");
        self.address = listener.local_addr().expect("a bound port has an address");
        self.site.open.store(true, Ordering::SeqCst);
        let site = Arc::clone(&self.site);
        self.worker = Some(thread::spawn(move || serve(&listener, &site)));
    }

    /// Cuts the network: the port refuses connections from now on.
    pub fn stop(&mut self) {
        self.site.open.store(false, Ordering::SeqCst);
        // Wakes the thread that waits for a connection.
        let _ = TcpStream::connect(self.address);
        if let Some(worker) = self.worker.take() {
            worker.join().expect("the server's thread does not panic");
        }
    }

    /// The address of a page of the app, such as `cases/1`; of its root for an empty path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        // By this name and over plain HTTP browsers allow service workers.
        format!("http://localhost:{}{}{path}", self.address.port(), self.site.mount)
    }

    /// Serves other bytes for a file from now on, as a newer version would.
    ///
    /// # Panics
    /// Never, unless the server's thread did.
    pub fn replace(&self, name: &str, content: Vec<u8>) {
        self.site.replaced.lock().expect("the server's thread does not panic").insert(name.to_owned(), content);
    }

    /// What was asked for since the last call, with every address that came.
    ///
    /// # Panics
    /// Never, unless the server's thread did.
    #[must_use]
    pub fn take_asked(&self) -> Vec<String> {
        std::mem::take(&mut *self.site.asked.lock().expect("the server's thread does not panic"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn serve(listener: &TcpListener, site: &Arc<Site>) {
    for connection in listener.incoming() {
        if !site.open.load(Ordering::SeqCst) {
            return;
        }
        let site = Arc::clone(site);
        // A browser that goes away in the middle is no failure of the server.
        thread::spawn(move || connection.and_then(|connection| answer(connection, &site)).ok());
    }
}

fn answer(connection: TcpStream, site: &Site) -> IoResult<()> {
    let mut lines = BufReader::new(&connection).lines();
    let request = lines.next().unwrap_or(Ok(String::new()))?;
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let path = request.split(' ').nth(1).unwrap_or_default();
    let path = path.split('?').next().unwrap_or_default();
    site.asked.lock().expect("the server's threads do not panic").push(path.to_owned());
    respond(&connection, site.find(path))
}

impl Site {
    fn find(&self, path: &str) -> Option<(&'static str, Vec<u8>)> {
        let name = path.strip_prefix(&self.mount)?;
        let name = if name.is_empty() { "index.html" } else { name };
        if name.split('/').any(|part| part == "..") {
            return None;
        }
        let replaced = self.replaced.lock().expect("the server's threads do not panic").get(name).cloned();
        Some((media_type(name), replaced.or_else(|| fs::read(self.folder.join(name)).ok())?))
    }
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

fn respond(mut to: &TcpStream, found: Option<(&str, Vec<u8>)>) -> IoResult<()> {
    let (status, kind, body) = match found {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"not found".to_vec()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    to.write_all(head.as_bytes())?;
    to.write_all(&body)?;
    to.flush()
}
