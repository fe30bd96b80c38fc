//! A real Chromium process on a profile that outlives it: opened, killed without warning, opened again. It must never
//! leave a process or a profile behind.

use super::{cdp::Connection, page::Page};
use serde_json::{Value, json};
use std::{
    cell::RefCell,
    env, fs,
    io::{Error, Result as IoResult},
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio, id},
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-default-browser-check",
    "--no-startup-window",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-renderer-backgrounding",
    "--disable-backgrounding-occluded-windows",
    "--force-color-profile=srgb",
    "--lang=zh-CN",
    "--remote-debugging-pipe",
];

/// A folder with everything a browser keeps. Deleted when dropped.
pub struct Profile {
    folder: PathBuf,
}

impl Profile {
    /// An empty one.
    ///
    /// # Panics
    /// If the folder cannot be made.
    #[must_use]
    pub fn fresh() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let folder = env::temp_dir().join(format!("bangfu-e2e-{}-{}", id(), COUNT.fetch_add(1, Ordering::Relaxed)));
        fs::create_dir_all(&folder).expect("a profile folder can be made");
        Self { folder }
    }

    /// A profile with the same files, of a browser that is closed.
    ///
    /// # Panics
    /// If they cannot be copied.
    #[must_use]
    pub fn copied(&self) -> Self {
        let copy = Self::fresh();
        copy_folder(&self.folder, &copy.folder);
        copy
    }

    /// Where its files lie, for a test that damages or reads them.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

/// Copies a folder of a profile with all that is in it.
///
/// # Panics
/// If the folder cannot be read, or the other one cannot be made.
pub fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder can be made");
    for entry in fs::read_dir(from).expect("a folder of the profile").flatten() {
        let target = to.join(entry.file_name());
        match entry.path() {
            path if path.is_dir() => copy_folder(&path, &target),
            // Locks and sockets are no files to copy.
            path => drop(fs::copy(&path, &target)),
        }
    }
}

impl Drop for Profile {
    fn drop(&mut self) {
        // A dying process may still write: the next attempt finds what the first one missed.
        let gone = (0..5).any(|_| fs::remove_dir_all(&self.folder).is_ok());
        if !gone {
            eprintln!("the profile {} could not be deleted", self.folder.display());
        }
    }
}

/// A running browser. Killed when dropped.
pub struct Browser {
    child: RefCell<Child>,
    connection: Arc<Connection>,
    downloads: PathBuf,
}

impl Browser {
    /// Starts Chromium on a profile, new or used.
    ///
    /// # Panics
    /// If there is no Chromium, or it does not start.
    #[must_use]
    pub fn open(profile: &Profile) -> Self {
        Self::open_with(profile, &[])
    }

    /// Starts Chromium with a camera that plays a film ([`super::Film`]) over and over. The file may be written later, as
    /// long as it is there when a page asks for the camera; whoever asks is given it.
    #[must_use]
    pub fn open_with_camera(profile: &Profile, film: &Path) -> Self {
        let file = format!("--use-file-for-fake-video-capture={}", film.display());
        Self::open_with(profile, &["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", &file])
    }

    fn open_with(profile: &Profile, flags: &[&str]) -> Self {
        let mut child = spawn(profile, flags).expect("Chromium starts: ./dev e2e installs it");
        let (to, from) = (child.stdin.take().expect("stdin is piped"), child.stdout.take().expect("stdout is piped"));
        let browser = Self {
            child: RefCell::new(child),
            connection: Arc::new(Connection::new(to, from)),
            downloads: profile.folder.join("downloads"),
        };
        browser.call("Browser.getVersion", &json!({})).expect("Chromium answers over its pipe");
        let downloads = json!({ "behavior": "allow", "downloadPath": browser.downloads, "eventsEnabled": true });
        browser.call("Browser.setDownloadBehavior", &downloads).expect("downloads go to the profile");
        browser
    }

    /// A new tab as a tablet in landscape shows it, 1280×800.
    #[must_use]
    pub fn page(&self) -> Page {
        self.page_sized(1280, 800)
    }

    /// A new tab of a given size, in CSS pixels.
    ///
    /// # Panics
    /// If the tab cannot be opened.
    #[must_use]
    pub fn page_sized(&self, width: u32, height: u32) -> Page {
        let page = Page::new(Arc::clone(&self.connection), &self.tab(), self.downloads.clone());
        page.resize(width, height);
        page
    }

    /// A window of its own: a browser neither paints a tab in the background nor lets it be clicked.
    fn tab(&self) -> String {
        let target =
            self.call("Target.createTarget", &json!({ "url": "about:blank", "newWindow": true })).expect("a tab opens");
        let attached = self
            .call("Target.attachToTarget", &json!({ "targetId": target["targetId"], "flatten": true }))
            .expect("a tab can be driven");
        attached["sessionId"].as_str().expect("an attached tab has a session").to_owned()
    }

    /// Allows or refuses what pages of an origin may ask for, such as `geolocation`, as a person does in the site's settings.
    ///
    /// # Panics
    /// If the browser refuses.
    pub fn permit(&self, origin: &str, permission: &str, is_allowed: bool) {
        let setting = if is_allowed { "granted" } else { "denied" };
        let asked = json!({ "permission": { "name": permission }, "setting": setting, "origin": origin });
        self.call("Browser.setPermission", &asked).expect("a permission can be set");
    }

    /// Kills every process of it at once, as an empty battery would. Reopen with [`Browser::open`].
    pub fn kill(&self) {
        let mut child = self.child.borrow_mut();
        if child.try_wait().is_ok_and(|status| status.is_some()) {
            return;
        }
        let group = format!("-{}", child.id());
        let _ = Command::new("kill").args(["-9", "--", &group]).status();
        let _ = child.wait();
    }

    /// Closes it as a person would.
    ///
    /// # Panics
    /// If it does not go.
    pub fn close(&self) {
        // The answer may be lost when the browser is quick.
        let _ = self.call("Browser.close", &json!({}));
        self.child.borrow_mut().wait().expect("a closed browser ends");
    }

    fn call(&self, method: &str, params: &Value) -> Result<Value, String> {
        self.connection.call("", method, params)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.kill();
    }
}

pub(super) fn go_offline(connection: &Connection, session: &str, offline: bool) -> Result<(), String> {
    connection.call(session, "Network.enable", &json!({}))?;
    let conditions = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
    connection.call(session, "Network.emulateNetworkConditions", &conditions).map(drop)
}

/// Chromium reads commands from descriptor 3 and answers on 4; the shell moves our pipes there.
fn spawn(profile: &Profile, flags: &[&str]) -> IoResult<Child> {
    Command::new("sh")
        .args(["-c", r#"exec "$@" 3<&0 4>&1 0</dev/null 1>/dev/null"#, "sh"])
        .arg(chromium()?)
        .args(FLAGS)
        .args(flags)
        .arg(format!("--user-data-dir={}", profile.folder.display()))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn()
}

fn chromium() -> IoResult<PathBuf> {
    if let Some(named) = env::var_os("BANGFU_CHROMIUM") {
        return Ok(named.into());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let mut candidates = names.iter().flat_map(|name| env::split_paths(&path).map(move |folder| folder.join(name)));
    candidates.find(|file| file.is_file()).ok_or_else(|| Error::other("no Chromium on the PATH"))
}
