//! What stands before the books are open: the first opening, and the lock.

use std::time::Duration;

use super::Shell;
use crate::harness::{Page, Server};

/// The passphrase of every tablet in these tests.
pub const PASSPHRASE: &str = "四平的春天来得晚";
/// The person who sets a tablet up, unless another is named.
pub const PERSON: &str = "李站长";

/// The page of a tablet on which nothing lies yet.
pub struct FirstOpening<'a> {
    page: &'a Page,
}

impl<'a> FirstOpening<'a> {
    /// Opens a path of the app on such a tablet, and waits until it has started.
    #[track_caller]
    #[must_use]
    pub fn open(page: &'a Page, server: &Server, path: &str) -> Self {
        page.navigate(&server.url(path));
        Self::started(page)
    }

    /// Waits until the app has started there.
    #[track_caller]
    #[must_use]
    pub fn started(page: &'a Page) -> Self {
        page.by_role("button", "开始使用").wait();
        Self { page }
    }

    /// Begins with real records.
    #[track_caller]
    pub fn begin(self) -> Shell<'a> {
        self.begin_as(PERSON, "办公室平板")
    }

    /// Begins as that person, on a tablet of that name.
    #[track_caller]
    pub fn begin_as(self, person: &str, tablet: &str) -> Shell<'a> {
        let page = self.page;
        page.by_role("textbox", "姓名").fill(person);
        page.by_role("textbox", "这台平板叫什么").fill(tablet);
        page.by_label("新口令").fill(PASSPHRASE);
        page.by_label("再输一遍").fill(PASSPHRASE);
        page.by_role("button", "开始使用").click();
        page.by_role("button", "以后再说").click();
        Shell::started(page)
    }

    /// Looks at the demonstration.
    #[track_caller]
    pub fn demonstration(self) -> Shell<'a> {
        self.page.by_role("button", "载入演示").click();
        Shell::started(self.page)
    }

    /// Looks at the demonstration once the app lies on the tablet and the network is gone: `server` stops for good.
    #[track_caller]
    pub fn demonstration_offline(self, server: &mut Server) -> Shell<'a> {
        let page = self.page;
        page.until_ready_offline();
        server.stop();
        page.tolerate("ERR_CONNECTION_REFUSED");
        page.tolerate("ERR_INTERNET_DISCONNECTED");
        page.set_patience(Duration::from_secs(60));
        self.demonstration()
    }
}

/// The lock screen.
pub struct LockScreen<'a> {
    page: &'a Page,
}

impl<'a> LockScreen<'a> {
    /// Opens a path of the app on a tablet that is locked.
    #[track_caller]
    #[must_use]
    pub fn open(page: &'a Page, server: &Server, path: &str) -> Self {
        page.navigate(&server.url(path));
        Self::shown(page)
    }

    /// Waits until it is shown.
    #[track_caller]
    #[must_use]
    pub fn shown(page: &'a Page) -> Self {
        page.by_role("heading", "已锁定").wait();
        Self { page }
    }

    /// Opens the books.
    #[track_caller]
    pub fn unlock(self) -> Shell<'a> {
        self.try_with(PASSPHRASE);
        Shell::started(self.page)
    }

    /// Opens the books as the person with that sign, where several open the tablet.
    #[track_caller]
    pub fn unlock_as(self, sign: &str) -> Shell<'a> {
        self.page.by_role("radio", sign).click();
        self.unlock()
    }

    /// Tries a passphrase.
    #[track_caller]
    pub fn try_with(&self, passphrase: &str) {
        self.page.by_role("textbox", "口令").fill(passphrase);
        self.page.by_role("button", "打开").click();
    }
}

/// How a tablet opens that was killed, or whose files are damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing was missing.
    Whole,
    /// The app said that something is missing, and wrote the books anew from the second copy.
    WrittenAnew,
}

impl Answer {
    /// Opens a path of the app, waits for what it says, and does what it offers. `shown` is what the open page holds.
    #[track_caller]
    #[must_use]
    pub fn of(page: &Page, server: &Server, path: &str, shown: &str) -> Self {
        page.navigate(&server.url(path));
        page.until("say where it stands", "/已锁定|数据不完整/.test(document.body.innerText)");
        if page.text().contains("已锁定") {
            LockScreen::shown(page).try_with(PASSPHRASE);
            let said = format!("/{shown}|数据不完整/.test(document.body.innerText)");
            page.until("open, or tell of the loss", &said);
            if !page.text().contains("数据不完整") {
                return Self::Whole;
            }
        } else {
            page.by_role("textbox", "口令").fill(PASSPHRASE);
            page.by_role("button", "打开").click();
        }
        page.by_role("button", "用这些重写").click();
        let _ = LockScreen::shown(page).unlock();
        Self::WrittenAnew
    }
}
