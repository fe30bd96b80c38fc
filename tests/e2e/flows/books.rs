//! The books: begun, filled with the demonstration, followed by a second tab, and never started anew by themselves.

use std::time::Duration;

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::Shell,
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
    let _ = Shell::open(page, server, "");
    page.by_role("button", "开始使用").click();
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
        let _ = Shell::open(&second, server, "");
        second.see("另一个标签页正在写入");
        first.see_no("另一个标签页正在写入");
        first.call("Page.close", json!({}));
        drop(first);
        second.see_no("另一个标签页正在写入");
    });
}

#[test]
fn a_database_that_shrank_is_not_started_anew() {
    with_browser(|browser, server| {
        let page = browser.page();
        begin(&page, server);
        page.evaluate("void indexedDB.deleteDatabase('bangfu/books')").expect("the browser deletes it");
        page.see("本机数据比上次少了");
        page.by_role("button", "只查看现有数据").click();
        page.see("这里只能查看");
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
        page.by_role("heading", "Settings").wait();
        page.until("know the page's language", "document.documentElement.lang === 'en'");
        page.by_role("radio", "繁體中文").click();
        page.by_role("heading", "設置").wait();
    });
}
