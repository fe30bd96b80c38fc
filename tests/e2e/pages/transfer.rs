//! The page between tablets: bundles go out and come in, and the fingerprint tells whether two tablets hold the same.

use std::fs;
use std::path::PathBuf;
use std::process::id;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::harness::{Locator, Page, root};

/// The passphrase of every bundle in these tests.
pub const BUNDLE_PASSPHRASE: &str = "stick of the south village";

/// The page between tablets.
pub struct Transfer<'a> {
    page: &'a Page,
}

impl<'a> Transfer<'a> {
    /// Goes there from any screen.
    #[track_caller]
    #[must_use]
    pub fn go(page: &'a Page) -> Self {
        page.by_role("link", "设置").click();
        page.by_role("link", "带出与合并").click();
        page.by_role("heading", "带出与合并").wait();
        Self { page }
    }

    fn part(&self, name: &str) -> Locator<'a> {
        self.page.by_role("region", name)
    }

    /// Takes everything out, as the bytes of the saved file.
    #[track_caller]
    #[must_use]
    pub fn carry_out(&self) -> Vec<u8> {
        let part = self.part("带出");
        part.by_role("textbox", "数据包口令").fill(BUNDLE_PASSPHRASE);
        part.by_role("button", "生成数据包").click();
        part.see("读回核对无误");
        let bytes = self.page.download(|| self.part("带出").by_role("button", "保存文件").click());
        part.see("已交出");
        self.page.see("已全部带出");
        part.by_role("button", "关闭").click();
        bytes
    }

    /// Opens a bundle and has it looked through; nothing is written yet.
    #[track_caller]
    pub fn look_through(&self, bundle: &[u8]) {
        open_bundle(self.page, bundle);
    }

    /// Takes a bundle in, whole.
    #[track_caller]
    pub fn bring_in(&self, bundle: &[u8]) {
        self.look_through(bundle);
        let part = self.part("合并");
        part.by_role("button", "全部收下").click();
        part.see("已收下");
        part.by_role("button", "关闭").click();
    }

    /// The fingerprint of the data.
    #[track_caller]
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let digits =
            "(() => { const name = [...document.querySelectorAll('dt')].find((name) => name.innerText === '数据指纹');
            return name?.nextElementSibling.innerText.trim() ?? ''; })()";
        self.page.until("show the fingerprint", &format!("/^[0-9A-F]{{12}}$/.test({digits})"));
        self.page.evaluate(digits).expect("it is shown").as_str().expect("a text").to_owned()
    }
}

/// Picks a bundle where one is asked for, and opens it with its passphrase.
#[track_caller]
pub fn open_bundle(page: &Page, bundle: &[u8]) {
    page.attach("选择数据包", &saved(bundle));
    page.by_role("form", "打开数据包").by_role("textbox", "数据包口令").fill(BUNDLE_PASSPHRASE);
    page.by_role("form", "打开数据包").by_role("button", "打开数据包").click();
}

/// A file with those bytes, as it lies on a stick.
fn saved(bytes: &[u8]) -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let folder = root().join("target/e2e-sticks");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let file = folder.join(format!("bangfu-{}-{}.age", id(), COUNT.fetch_add(1, Ordering::Relaxed)));
    fs::write(&file, bytes).expect("the stick takes it");
    // A browser refuses a path with dots in it.
    file.canonicalize().expect("it is there")
}
