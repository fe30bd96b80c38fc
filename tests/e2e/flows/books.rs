//! The books: begun, filled with the demonstration, followed by a second tab, and never started anew by themselves.

use std::time::Duration;

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::{FirstOpening, LockScreen, PASSPHRASE},
};
use serde_json::json;

fn with_browser(flow: impl FnOnce(&Browser, &Server)) {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    flow(&browser, &server);
}

/// Begins with real records.
fn begin(page: &Page, server: &Server) {
    let _ = FirstOpening::open(page, server, "").begin();
    page.see("近期走访");
}

#[test]
fn the_demonstration_comes_and_goes_with_one_press() {
    with_browser(|browser, server| {
        let page = browser.page();
        page.set_patience(Duration::from_secs(60));
        begin(&page, server);
        page.by_role("link", "设置").click();
        page.by_role("button", "载入演示").click();
        page.see("演示数据：都是虚构的");
        page.by_role("link", "今日").click();
        page.see("演示数据：都是虚构的");
        page.reload();
        page.see("演示数据：都是虚构的");

        page.by_role("button", "退出演示").click();
        page.see_no("演示数据：都是虚构的");
        let _ = LockScreen::shown(&page).unlock();
        page.see("这几天没有安排走访");
        let databases = "indexedDB.databases().then(all => all.every(one => !one.name.includes('demonstration')))";
        page.until("find no trace of the demonstration", databases);
    });
}

#[test]
fn a_second_tab_follows_and_takes_over() {
    with_browser(|browser, server| {
        let first = browser.page();
        begin(&first, server);
        let second = browser.page();
        let _ = LockScreen::open(&second, server, "").unlock();
        second.see("另一个标签页正在写入");
        first.see_no("另一个标签页正在写入");
        first.call("Page.close", json!({}));
        drop(first);
        second.see_no("另一个标签页正在写入");
    });
}

#[test]
fn the_language_is_kept() {
    with_browser(|browser, server| {
        let page = browser.page();
        begin(&page, server);
        page.by_role("link", "设置").click();
        page.by_role("radio", "English").click();
        page.by_role("heading", "Settings").wait();
        page.reload();
        page.by_role("heading", "Locked").wait();
        page.by_role("textbox", "Passphrase").fill(PASSPHRASE);
        page.by_role("button", "Open").click();
        page.by_role("heading", "Settings").wait();
        page.until("know the page's language", "document.documentElement.lang === 'en'");
        page.by_role("radio", "繁體中文").click();
        page.by_role("heading", "設置").wait();
    });
}
