//! Demonstration households chosen by drafts, on the demonstration and without a network: two lists of two hundred out of
//! six hundred candidates, filled by the rule, changed by hand, one beside the other, and one adopted.

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
    let page = browser.page_sized(width, height);
    let _ = FirstOpening::open(&page, &server, "").demonstration_offline(&mut server);
    area(&page, "示范户");
    page.by_role("link", "示范户评选").click();
    page.by_role("region", "本年情况").see("600 户");
    page.see("这一年还没有草案");
    page.assert_sound();
    rules(&page);
    first_draft(&page);
    second_draft(&page);
    compare(&page);
    adopt(&page);
}

fn area(page: &Page, tab: &str) {
    Casework::new(page).area_tab("带富", "带富栏目", tab);
}

/// The weights are there to read, and can be set.
fn rules(page: &Page) {
    page.by_role("link", "评分与名额").click();
    page.by_role("region", "评分权重").see("满 20 户得满分");
    page.by_role("region", "各县名额").see("梨树县");
    page.assert_sound();
    page.by_role("link", "修改：评分权重").click();
    page.by_role("textbox", "技术").fill("101");
    page.by_role("button", "保存").click();
    page.see("还有几处要改");
    page.by_role("textbox", "技术").fill("25");
    page.assert_sound();
    page.by_role("button", "保存").click();
    page.see("设定评分权重：已保存");
    page.by_role("region", "评分权重").see("25");
    page.by_role("link", "示范户评选").click();
}

fn begin(page: &Page, name: &str) {
    page.by_role("textbox", "草案名称").fill(name);
    page.assert_sound();
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
    page.assert_sound();
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
    page.assert_sound();
    page.by_role("link", "多带困难户").click();
}

/// One change chooses all; one undo takes it back.
fn adopt(page: &Page) {
    page.by_role("button", "采用名单").click();
    let ask = page.by_role("dialog", "采用这份名单，评选 200 户？");
    ask.wait();
    page.assert_sound();
    ask.by_role("button", "采用名单").click();
    page.see("采用评选草案：已保存");
    row(page, 0).see("已入选");
    page.by_role("button", "撤销").click();
    row(page, 0).see("手工选入");
    page.by_role("button", "采用名单").click();
    ask.by_role("button", "采用名单").click();
    row(page, 0).see("已入选");
    page.assert_sound();
    page.by_role("link", "示范户评选").click();
    page.by_role("region", "草案").see("已采用");
    page.by_role("region", "本年情况").see("200 户");
}
