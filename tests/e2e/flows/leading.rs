//! Demonstration households chosen by drafts, on the demonstration and without a network: two lists of two hundred out of
//! six hundred candidates, filled by the rule, changed by hand, one beside the other, and one adopted.

use std::time::Duration;

use e2e::{
    harness::{Browser, Locator, Page, Profile, Server, dist},
    pages::{Casework, FirstOpening},
};

#[test]
#[ignore = "written, not yet seen to pass from end to end"]
fn households_are_chosen_by_drafts_in_landscape() {
    selection(1280, 800);
}

#[test]
#[ignore = "written, not yet seen to pass from end to end"]
fn households_are_chosen_by_drafts_in_portrait() {
    selection(800, 1280);
}

fn selection(width: u32, height: u32) {
    let (mut server, profile) = (Server::start(dist(), "/"), Profile::fresh());
    let browser = Browser::open(&profile);
    let page = offline_demonstration(&browser, &mut server, (width, height));
    area(&page, "示范户");
    page.by_role("link", "示范户评选").click();
    page.by_role("region", "本年情况").see("600 户");
    page.see("这一年还没有草案");
    is_sound(&page, "no drafts");
    rules(&page);
    first_draft(&page);
    second_draft(&page);
    compare(&page);
    adopt(&page);
}

/// The demonstration, loaded, with the network gone.
fn offline_demonstration(browser: &Browser, server: &mut Server, (width, height): (u32, u32)) -> Page {
    let page = browser.page_sized(width, height);
    page.set_patience(Duration::from_secs(60));
    let _ = FirstOpening::open(&page, server, "").demonstration();
    page.until_ready_offline();
    server.stop();
    page.tolerate("ERR_CONNECTION_REFUSED");
    page.tolerate("ERR_INTERNET_DISCONNECTED");
    page
}

/// No rule of accessibility is broken, and nothing has to be scrolled sideways.
fn is_sound(page: &Page, screen: &str) {
    let violations = page.axe();
    assert!(violations.is_empty(), "{screen}: {violations:#?}");
    page.until("fit across", "document.documentElement.scrollWidth <= innerWidth");
}

fn area(page: &Page, tab: &str) {
    Casework::new(page).rail("带富");
    page.by_role("navigation", "带富栏目").by_role("link", tab).click();
}

/// The weights are there to read, and can be set.
fn rules(page: &Page) {
    page.by_role("link", "评分与名额").click();
    page.by_role("region", "评分权重").see("满 20 户得满分");
    page.by_role("region", "各县名额").see("梨树县");
    is_sound(page, "the rules");
    page.by_role("link", "修改：评分权重").click();
    page.by_role("textbox", "技术").fill("101");
    page.by_role("button", "保存").click();
    page.see("还有几处要改");
    page.by_role("textbox", "技术").fill("25");
    is_sound(page, "the form of weights");
    page.by_role("button", "保存").click();
    page.see("设定评分权重：已保存");
    page.by_role("region", "评分权重").see("25");
    page.by_role("link", "示范户评选").click();
}

fn begin(page: &Page, name: &str) {
    page.by_role("textbox", "草案名称").fill(name);
    is_sound(page, "the form of a draft");
    page.by_role("button", "保存").click();
    page.by_role("heading", name).wait();
}

fn sum(page: &Page) -> Locator<'_> {
    page.by_role("region", "名单小计")
}

fn row(page: &Page, place: usize) -> Locator<'_> {
    page.by_role("grid", "候选户").all("row").nth(place + 1)
}

fn first_draft(page: &Page) {
    page.by_role("link", "新建草案").click();
    begin(page, "按分数选");
    sum(page).see("/ 200 户");
    row(page, 0).see("未选");
    page.by_role("button", "按规则填满").click();
    page.see("按规则填草案：已保存");
    row(page, 0).see("按规则选入");
    sum(page).see("200");
    is_sound(page, "a filled draft");
    row(page, 0).click();
    row(page, 0).see("手工排除");
    row(page, 0).click();
    row(page, 0).see("手工选入");
}

fn second_draft(page: &Page) {
    page.by_role("link", "另存一份").click();
    begin(page, "多带困难户");
    row(page, 0).see("手工选入");
    row(page, 1).click();
    row(page, 1).see("手工排除");
    sum(page).see("199");
    page.by_role("button", "按规则填满").click();
    sum(page).see("200");
    row(page, 1).see("手工排除");
    page.by_role("combobox", "县（市、区）").choose("梨树县");
}

fn compare(page: &Page) {
    page.by_role("link", "对照草案").click();
    page.by_role("region", "逐项对照").see("够得着的困难户");
    page.by_role("region", "逐项对照").see("培育费用");
    page.by_role("region", "只在“多带困难户”").see("1 户");
    page.by_role("region", "只在“按分数选”").see("1 户");
    is_sound(page, "two drafts beside each other");
    page.by_role("link", "多带困难户").click();
}

/// One change chooses all; one undo takes it back.
fn adopt(page: &Page) {
    page.by_role("button", "采用名单").click();
    let ask = page.by_role("dialog", "采用这份名单，评选 200 户？");
    ask.wait();
    is_sound(page, "the question");
    ask.by_role("button", "采用名单").click();
    page.see("采用评选草案：已保存");
    row(page, 0).see("已入选");
    page.by_role("button", "撤销").click();
    row(page, 0).see("手工选入");
    page.by_role("button", "采用名单").click();
    ask.by_role("button", "采用名单").click();
    row(page, 0).see("已入选");
    is_sound(page, "an adopted draft");
    page.by_role("link", "示范户评选").click();
    page.by_role("region", "草案").see("已采用");
    page.by_role("region", "本年情况").see("200 户");
}
