//! The list of cases at the size of a city: a filter kept under a name, other columns, and many households handed to the
//! enrolment of a session at once.

use std::time::Duration;

use e2e::{
    harness::{Browser, Profile, Server, dist},
    pages::FirstOpening,
};

#[test]
fn many_cases_are_found_kept_and_handed_on() {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page();
    page.set_patience(Duration::from_secs(60));
    let _ = FirstOpening::open(&page, &server, "").demonstration();
    page.by_role("link", "档案").click();
    page.see("3,054 户");

    page.by_role("combobox", "还缺什么").choose("没有入社");
    page.by_role("combobox", "主要原因").choose("缺技术");
    page.until("be narrowed", "/户（共 3,054 户）/.test(document.body.innerText)");
    page.by_role("button", "存为常用").click();
    page.by_role("textbox", "名称").fill("想学手艺的");
    page.by_role("button", "保存").click();
    page.by_role("button", "清除筛选").click();
    page.see_no("户（共 3,054 户）");
    page.reload();
    page.by_role("button", "想学手艺的").click();
    page.until("be narrowed again", "/户（共 3,054 户）/.test(document.body.innerText)");

    page.by_role("button", "栏目").click();
    page.by_role("checkbox", "今年培训").click();
    page.by_role("button", "这样显示").click();
    page.by_role("columnheader", "今年培训").wait();
    page.reload();
    page.by_role("columnheader", "今年培训").wait();

    page.by_role("button", "多选").click();
    page.by_role("grid", "档案").all("row").nth(1).click();
    page.by_role("grid", "档案").all("row").nth(2).click();
    page.see("已选 2 户");
    page.by_role("button", "户主报名培训").click();
    page.by_role("button", "选这个 创业第一课 第 3 期").click();
    page.by_role("heading", "报名：创业第一课 第 3 期").wait();
    page.until("have those chosen, or say why not", "/已选\\s*2 人|不符合条件/.test(document.body.innerText)");

    page.by_role("link", "档案").click();
    page.by_role("button", "去掉常用筛选 想学手艺的").click();
    page.see_no("想学手艺的");
}
