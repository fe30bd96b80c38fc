//! Saving while the world is in the way: no room on the disk, a new version taken at that moment, a second tab, a kill.
//! What the screen called saved is there afterwards; what it refused is still in the form.

use std::fs;
use std::time::Duration;

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::{FirstOpening, LockScreen, PASSPHRASE},
};
use serde_json::json;

/// How often the moment of the update, and of the kill, is tried.
const TURNS: u32 = 5;
const SAVED: &str = "修改档案：已保存";

fn register_case(page: &Page) -> String {
    page.by_role("link", "登记档案").click();
    page.by_role("radio", "梨树县").click();
    page.by_role("combobox", "乡镇").fill("十家堡镇");
    page.by_role("combobox", "村").fill("东岗村");
    page.by_role("textbox", "姓名").fill("赵永发");
    page.by_role("combobox", "主要致贫原因").choose("缺技术");
    page.by_role("textbox", "从事产业").fill("木耳");
    page.by_role("button", "保存").click();
    page.by_role("heading", "赵永发").wait();
    page.evaluate("location.pathname.slice(1)").expect("a path").as_str().expect("a path").to_owned()
}

fn edit(page: &Page, industry: &str) {
    page.by_role("link", "修改档案").click();
    page.by_role("textbox", "从事产业").fill(industry);
    page.by_role("button", "保存").click();
}

#[test]
fn without_room_nothing_is_lost_and_the_form_stays() {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page();
    let _ = FirstOpening::open(&page, &server, "").begin();
    let case = register_case(&page);
    let origin = page.evaluate("location.origin").expect("an origin");
    drop(page);
    browser.close();

    // A browser asks for the room that is left only now and then: here it has not asked yet.
    let browser = Browser::open(&profile);
    let page = browser.page();
    page.call("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": 1 }));
    let _ = LockScreen::open(&page, &server, &case).unlock();
    edit(&page, "木耳和灵芝");
    page.see("存储空间已满，这一条没有保存。");
    assert_eq!(page.by_role("textbox", "从事产业").value(), "木耳和灵芝");

    page.call("Storage.overrideQuotaForOrigin", json!({ "origin": origin }));
    page.by_role("button", "保存").click();
    page.see(SAVED);
    page.reload();
    let _ = LockScreen::shown(&page).unlock();
    page.navigate(&server.url(&case));
    let _ = LockScreen::shown(&page).unlock();
    page.see("木耳和灵芝");
}

/// The same app under another version: any other byte makes it a newer worker.
fn newer_worker(turn: u32) -> Vec<u8> {
    let worker = fs::read_to_string(dist().join("sw.js")).expect("the build has a worker");
    worker.replacen("const VERSION = '", &format!("const VERSION = 'newer-{turn}-"), 1).into_bytes()
}

#[test]
fn a_new_version_taken_in_mid_save_loses_nothing() {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page();
    page.set_patience(Duration::from_secs(30));
    let _ = FirstOpening::open(&page, &server, "").begin();
    let case = register_case(&page);
    page.until_ready_offline();
    let mut kept = "木耳".to_owned();
    for turn in 0..TURNS {
        server.replace("sw.js", newer_worker(turn));
        page.navigate(&server.url(&case));
        let _ = LockScreen::shown(&page).unlock();
        page.by_role("button", "现在更新").wait();
        page.by_role("link", "修改档案").click();
        let typed = format!("木耳 {turn}");
        page.by_role("textbox", "从事产业").fill(&typed);
        page.evaluate("window.before = true").expect("it can be marked");
        let press = format!(
            "[...document.querySelectorAll('button')].find((one) => one.innerText.trim() === '保存').click();
             setTimeout(() => [...document.querySelectorAll('button')].find((one) => one.innerText.trim() === '现在更新').click(), {})",
            turn * 4
        );
        page.evaluate(&press).expect("both can be pressed");
        page.until("be reloaded", "window.before === undefined");
        let _ = LockScreen::shown(&page).unlock();
        page.navigate(&server.url(&case));
        let _ = LockScreen::shown(&page).unlock();
        page.by_role("heading", "赵永发").wait();
        page.until("show the industry", "/木耳/.test(document.body.innerText)");
        let is_there = page.text().contains(&typed);
        if !is_there {
            page.see(&kept);
            page.by_role("link", "修改档案").click();
            assert_eq!(page.by_role("textbox", "从事产业").value(), typed, "what was not saved is in the draft");
            page.by_role("button", "保存").click();
            page.see(SAVED);
        }
        kept = typed;
    }
}

#[test]
fn a_second_tab_goes_on_where_the_first_was_killed() {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let mut browser = Browser::open(&profile);
    let mut first = browser.page();
    let _ = FirstOpening::open(&first, &server, "").begin();
    let case = register_case(&first);
    for turn in 0..TURNS {
        let typed = format!("木耳 {turn}");
        let second = browser.page();
        second.set_patience(Duration::from_secs(30));
        let _ = LockScreen::open(&second, &server, &case).unlock();
        second.see("另一个标签页正在写入");
        edit(&first, &typed);
        first.see(SAVED);
        second.see(&typed);
        first.call("Page.close", json!({}));
        drop(first);
        second.see_no("另一个标签页正在写入");
        edit(&second, &format!("{typed} 乙"));
        second.see(SAVED);
        browser.kill();
        drop(second);

        browser = Browser::open(&profile);
        first = browser.page();
        first.set_patience(Duration::from_secs(30));
        first.navigate(&server.url(&case));
        LockScreen::shown(&first).try_with(PASSPHRASE);
        first.see(&format!("{typed} 乙"));
    }
}
