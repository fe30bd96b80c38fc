//! The roll at the door of a session that is held today, on the demonstration with the network cut: as many taps as
//! people, a late one and an excused one, a signature, a walk-in, the end of the roll, results, certificates.

use e2e::harness::{Browser, Page, Profile, Server, dist};
use e2e::pages::FirstOpening;

#[test]
fn a_roll_is_called_with_one_tap_a_person_in_landscape() {
    call(1280, 800);
}

#[test]
fn a_roll_is_called_with_one_tap_a_person_in_portrait() {
    call(800, 1280);
}

fn call(width: u32, height: u32) {
    let mut server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    let _ = FirstOpening::open(&page, &server, "").demonstration_offline(&mut server);

    let people = open_roll(&page);
    let taps = tap_everybody(&page, people);
    assert_eq!(taps, people, "one tap a person and nothing else");
    exceptions(&page, people);
    page.assert_sound();
    page.reload();
    page.see(&format!("{} / {people} 到", people - 1));
    end_the_roll(&page);
    results(&page, people);
}

/// Opens the roll of today's first session; how many people are on it.
fn open_roll(page: &Page) -> usize {
    let sessions = page.by_role("region", "近期班次");
    sessions.all("link").nth(1).click();
    page.by_role("list", "名单").wait();
    names(page)
}

fn names(page: &Page) -> usize {
    page.by_role("list", "名单").all("button").count()
}

/// Taps everybody once; how many taps that took.
fn tap_everybody(page: &Page, people: usize) -> usize {
    let list = page.by_role("list", "名单");
    for place in 0..people {
        list.all("button").nth(place).click();
        page.see(&format!("{} / {people} 到", place + 1));
    }
    people
}

/// One came late, one is excused, one signs.
fn exceptions(page: &Page, people: usize) {
    let list = page.by_role("list", "名单");
    page.by_role("radio", "迟到").click();
    list.all("button").nth(0).click();
    list.all("button").nth(0).see("迟到");
    page.see(&format!("{people} / {people} 到"));
    page.by_role("radio", "请假").click();
    page.by_role("textbox", "事由").fill("家里有事");
    list.all("button").nth(1).click();
    list.all("button").nth(1).see("请假 · 家里有事");
    page.see(&format!("{} / {people} 到", people - 1));
    page.by_role("radio", "手写签名").click();
    list.all("button").nth(0).click();
    page.by_role("image", "在这里写名字").click();
    page.by_role("button", "签好了").click();
    list.all("button").nth(0).see("已签名");
}

fn end_the_roll(page: &Page) {
    page.by_role("button", "完成签到").click();
    page.see("完成这一班的签到？");
    page.by_role("dialog", "完成这一班的签到？").by_role("button", "完成签到").click();
    page.see("完成签到：已保存");
}

fn results(page: &Page, people: usize) {
    page.by_role("link", "返回").click();
    page.by_role("link", "成绩与证书").click();
    page.by_role("button", &format!("到过的 {} 人记为合格", people - 1)).click();
    page.by_role("button", &format!("发证书 {} 份", people - 1)).click();
    page.see("发放证书：已保存");
    page.assert_sound();
    page.by_role("link", &format!("打印证书 {} 份", people - 1)).click();
    page.by_role("heading", "结业证书").nth(0).wait();
    page.see("准予结业");
    page.assert_sound();
}
