//! Before and after a session, on the demonstration with the network cut: people are asked by phone with one press an
//! answer, who says no gives the seat to who waits; and those whose training ended three months ago are asked what became
//! of it, from the page of the day.

use e2e::harness::{Browser, Page, Profile, Server, dist};
use e2e::pages::FirstOpening;

#[test]
#[ignore = "written, not yet seen to pass from end to end"]
fn people_are_asked_with_one_press_an_answer_in_landscape() {
    ask(1280, 800);
}

#[test]
#[ignore = "written, not yet seen to pass from end to end"]
fn people_are_asked_with_one_press_an_answer_in_portrait() {
    ask(800, 1280);
}

fn ask(width: u32, height: u32) {
    let mut server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    let _ = FirstOpening::open(&page, &server, "").demonstration_offline(&mut server);
    follow_up(&page);
    let people = open_a_full_session(&page);
    answers(&page, people);
    withdrawal(&page, people);
}

/// The first who is due on the page of the day is asked; then the list of all leads back to itself.
fn follow_up(page: &Page) {
    let due = page.by_role("region", "培训回访");
    due.wait();
    page.assert_sound();
    due.by_role("link", "全部回访").click();
    page.by_role("heading", "三个月回访").wait();
    page.assert_sound();
    page.by_role("region", "培训回访").all("link").nth(0).click();
    page.by_role("radio", "已就业").click();
    page.by_role("button", "保存").click();
    page.see("培训回访：已保存");
    page.by_role("heading", "三个月回访").wait();
}

/// A session that is full and for which others wait: how many are enrolled.
fn open_a_full_session(page: &Page) -> usize {
    page.by_role("navigation", "主导航").by_role("link", "培训").click();
    page.by_role("button", "可报名").click();
    page.until("an open session with people waiting", &format!("{WAITING}.length > 0"));
    page.evaluate(&format!("{WAITING}[0].querySelector('.row-title').click()")).expect("it opens");
    page.by_role("region", "候补").wait();
    page.assert_sound();
    page.by_role("link", "电话询问").click();
    page.by_role("region", "学员名单").wait();
    people(page)
}

/// The rows of sessions for which people wait.
const WAITING: &str = "[...document.querySelectorAll('.row')].filter(row => row.innerText.includes('候补'))";

fn people(page: &Page) -> usize {
    let rows = page.evaluate("document.querySelectorAll('.rows .row').length").expect("a number");
    usize::try_from(rows.as_u64().expect("a number")).expect("a number")
}

/// Presses the button of a word in a row of the list.
fn press(page: &Page, row: usize, word: &str) {
    let name = page.evaluate(&format!("document.querySelectorAll('.rows .row .row-title')[{row}].innerText"));
    let name = name.expect("a name").as_str().expect("a name").to_owned();
    page.by_role("button", &format!("{word} {name}")).click();
}

fn answers(page: &Page, people: usize) {
    page.see(&format!("0 / {people} 人来"));
    press(page, 0, "来");
    page.see(&format!("1 / {people} 人来"));
    press(page, 0, "需要接送");
    page.see("接送 1 人");
    press(page, 1, "没联系上");
    page.see(&format!("不来 0 · 没联系上 1 · 没问 {}", people - 2));
    press(page, 2, "来");
    page.see(&format!("2 / {people} 人来"));
    press(page, 2, "来");
    page.see(&format!("1 / {people} 人来"));
    page.by_role("radio", "还没答复").click();
    page.until(
        "who has answered is not shown",
        &format!("document.querySelectorAll('.rows .row').length === {}", people - 1),
    );
    page.by_role("radio", "全部").click();
    page.assert_sound();
    page.reload();
    page.see(&format!("1 / {people} 人来"));
    page.see("接送 1 人");
}

/// Who says no withdraws, and the first who waits has the seat.
fn withdrawal(page: &Page, people: usize) {
    press(page, 3, "不来");
    page.see("退出后，座位给候补的");
    press(page, 3, "退出");
    page.see(&format!("1 / {people} 人来"));
    page.see(&format!("不来 0 · 没联系上 1 · 没问 {}", people - 2));
    page.by_role("link", "学员名册").click();
    page.see("没联系上");
    page.assert_sound();
}
