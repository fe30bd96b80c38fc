//! The main job, as a clerk and a base do it on one tablet with the network cut: register a case, plan a session, enrol
//! the member, enrol the case in a cooperative, propose it as a demonstration household; then the battery dies.

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::{FirstOpening, LockScreen},
};

/// A valid number (GB 11643) in a region that is assigned to nobody.
const NUMBER: &str = "229900197005120010";

#[test]
fn everything_is_found_again_in_landscape() {
    main_job(1280, 800);
}

#[test]
fn everything_is_found_again_in_portrait() {
    main_job(800, 1280);
}

fn main_job(width: u32, height: u32) {
    let mut server = Server::start(dist(), "/siping/bangfu/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    let first = FirstOpening::open(&page, &server, "");
    page.until_ready_offline();
    server.stop();
    page.tolerate("ERR_CONNECTION_REFUSED");
    let _ = first.begin();

    register_case(&page);
    plan_session(&page);
    enrol_member(&page);
    enrol_in_cooperative(&page);
    propose_as_demonstration(&page);

    browser.kill();
    drop(page);
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    page.tolerate("ERR_CONNECTION_REFUSED");
    let _ = LockScreen::open(&page, &server, "").unlock();
    find_all_of_it(&page);
}

fn register_case(page: &Page) {
    page.by_role("link", "登记档案").click();
    page.by_role("radio", "梨树县").click();
    page.by_role("combobox", "乡镇").fill("十家堡镇");
    page.by_role("combobox", "村").fill("东岗村");
    page.by_role("textbox", "村民小组").fill("三组");
    page.by_role("textbox", "姓名").fill("赵永发");
    page.by_role("textbox", "身份证号").fill(NUMBER);
    page.see("1970年5月12日生，男");
    page.by_role("combobox", "主要致贫原因").choose("缺技术");
    page.by_role("textbox", "从事产业").fill("木耳");
    page.by_role("button", "保存").click();
    page.see("登记档案：已保存");
    page.by_role("heading", "赵永发").wait();
}

fn plan_session(page: &Page) {
    page.by_role("link", "培训").nth(0).click();
    page.by_role("link", "添加场所").click();
    page.by_role("textbox", "名称").fill("梨树创业培训基地");
    page.by_role("combobox", "类别").choose("培训基地");
    page.by_role("combobox", "所在地").choose("梨树县");
    page.by_role("textbox", "座位数").fill("60");
    page.by_role("button", "保存").click();
    page.see("保存培训场所：已保存");

    page.by_role("link", "课程").click();
    page.by_role("link", "添加课程").nth(0).click();
    page.by_role("textbox", "课程名称").fill("木耳栽培");
    page.by_role("combobox", "培训专业").choose("食用菌栽培");
    page.by_role("button", "保存").click();
    page.see("保存课程：已保存");

    page.by_role("link", "安排班次 木耳栽培").click();
    page.by_role("heading", "安排班次").wait();
    page.by_role("Date", "开始日期").fill("2030-12-08");
    page.by_role("Date", "结束日期").fill("2030-12-10");
    page.by_role("textbox", "座位数").fill("60");
    page.by_role("button", "保存").click();
    page.by_role("heading", "木耳栽培 第 1 期").wait();
}

fn enrol_member(page: &Page) {
    page.by_role("link", "报名").nth(0).click();
    page.by_role("checkbox", "选 赵永发").click();
    page.by_role("button", "报名 1 人").click();
    page.see("报名：已保存");
}

fn enrol_in_cooperative(page: &Page) {
    page.by_role("link", "带富").click();
    page.by_role("link", "新建合作社").nth(0).click();
    page.by_role("textbox", "名称").fill("东岗木耳合作社");
    page.by_role("textbox", "产业").fill("木耳");
    page.by_role("radio", "梨树县").click();
    page.by_role("combobox", "乡镇").fill("十家堡镇");
    page.by_role("combobox", "村").fill("东岗村");
    page.by_role("textbox", "可吸纳户数").fill("20");
    page.by_role("button", "保存").click();
    page.by_role("heading", "东岗木耳合作社").wait();
    page.by_role("link", "安排入社").nth(0).click();
    page.by_role("button", "选择 赵永发").click();
    page.by_role("button", "安排入社").click();
    page.see("安排入社：已保存");
}

fn propose_as_demonstration(page: &Page) {
    page.by_role("link", "带富").click();
    page.by_role("link", "示范户").click();
    page.by_role("link", "申报示范户").nth(0).click();
    page.by_role("combobox", "家庭").fill("zyf");
    page.by_role("option", "赵永发 东岗村").click();
    page.by_role("button", "保存").click();
    page.see("申报示范户：已保存");
    page.by_role("heading", "赵永发").wait();
}

/// The case is found by its initials; all the rest is on its page.
fn find_all_of_it(page: &Page) {
    page.by_role("combobox", "查找").fill("zhyf");
    page.by_role("option", "赵永发 东岗村").click();
    page.by_role("heading", "赵永发").wait();
    page.see("十家堡镇东岗村三组");
    page.by_role("link", "培训").nth(1).click();
    page.see("木耳栽培 第 1 期");
    page.by_role("link", "带富").nth(1).click();
    page.see("东岗木耳合作社");
    page.see("拟入社");
    page.see("已申报");
    page.by_role("link", "历史").click();
    page.see("登记档案");
    page.by_role("link", "培训").nth(0).click();
    page.see("梨树创业培训基地");
}
