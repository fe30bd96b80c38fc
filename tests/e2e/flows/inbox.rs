//! Looking back and settling, on one tablet: the work log and what it takes back, the books as they were, a need past its
//! date, and what stays covered until it is asked for. What only two tablets can bring about is tested where they merge.

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::{FirstOpening, LockScreen, PERSON},
};

/// A valid number (GB 11643) in a region that is assigned to nobody.
const NUMBER: &str = "229900197005120010";
const COVERED: &str = "229900••••••••0010";

/// A tablet with one household.
fn with_household(flow: impl FnOnce(&Page, &Server)) {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page();
    let _ = FirstOpening::open(&page, &server, "").begin();
    register(&page);
    flow(&page, &server);
}

fn register(page: &Page) {
    page.by_role("link", "登记档案").click();
    page.by_role("radio", "梨树县").click();
    page.by_role("combobox", "乡镇").fill("十家堡镇");
    page.by_role("combobox", "村").fill("东岗村");
    page.by_role("textbox", "姓名").fill("赵永发");
    page.by_role("textbox", "身份证号").fill(NUMBER);
    page.by_role("combobox", "主要致贫原因").choose("因病");
    page.by_role("textbox", "家庭情况").fill("妻子常年透析");
    page.by_role("button", "保存").click();
    page.by_role("heading", "赵永发").wait();
}

/// Revises the household's telephone number.
fn revise(page: &Page, phone: &str) {
    page.by_role("link", "修改档案").click();
    page.by_role("textbox", "联系电话").fill(phone);
    page.by_role("button", "保存").click();
    page.see("修改档案：已保存");
    page.see(phone);
}

fn add_need(page: &Page, kind: &str, note: &str, due_on: &str) {
    page.by_role("link", "需求").click();
    page.by_role("link", "添加需求").nth(0).click();
    page.by_role("radio", kind).click();
    page.by_role("Date", "期限").fill(due_on);
    page.by_role("textbox", "具体情况").fill(note);
    page.by_role("button", "保存").click();
    page.see("保存需求：已保存");
}

fn open_log(page: &Page) {
    page.by_role("link", "设置").click();
    page.by_role("link", "打开工作记录").click();
    page.by_role("heading", "工作记录").wait();
}

#[test]
fn the_log_says_who_did_what_and_takes_it_back() {
    with_household(|page, _| {
        revise(page, "13800000001");
        revise(page, "13800000002");
        open_log(page);
        page.by_role("link", "登记档案 · 赵永发").wait();
        page.see(PERSON);

        // The first revision has a later one standing on it.
        page.by_role("button", "撤销 修改档案 · 赵永发").nth(1).click();
        page.see("不能撤销：后来又有修改");
        page.by_role("button", "撤销 修改档案 · 赵永发").nth(0).click();
        page.see("已撤销");
        page.by_role("link", "撤销 · 赵永发").click();
        page.see("13800000001");

        open_log(page);
        page.by_role("button", "前一天").click();
        page.see("这一天没有改动");
        page.back();
        page.by_role("heading", "设置").wait();
    });
}

#[test]
fn a_person_is_found_in_the_log_after_the_tablet_was_locked() {
    with_household(|page, server| {
        let _ = LockScreen::open(page, server, "log").unlock();
        page.by_role("combobox", "工作人员").choose(PERSON);
        page.by_role("link", "登记档案 · 赵永发").wait();
        page.by_role("button", "撤销 登记档案 · 赵永发").click();
        page.see("已撤销");
        page.by_role("link", "档案").click();
        page.see("还没有档案");
    });
}

#[test]
fn the_past_is_looked_at_and_never_written() {
    with_household(|page, _| {
        page.by_role("link", "历史").click();
        page.by_role("DisclosureTriangle", "看过去某一天的状态").click();
        let today = page.evaluate("new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10)").expect("a date");
        let today = today.as_str().expect("a text").to_owned();
        page.by_role("Date", "看哪一天").fill(&today);
        page.by_role("button", &format!("看{}当时的状态", said(&today))).click();
        page.see(&format!("状态：{today} 当时"));
        page.by_role("heading", "赵永发").wait();

        page.by_role("link", "修改档案").click();
        page.by_role("textbox", "联系电话").fill("13811112222");
        page.by_role("button", "保存").click();
        page.see("这是过去的状态，不能修改");
        page.by_role("button", "回到现在").click();
        page.see_no("当时。只能查看");
        // What was typed in the past was not kept as a draft.
        page.by_role("heading", "修改档案：赵永发").wait();
        assert_eq!(page.by_role("textbox", "联系电话").value(), "");
        page.see_no("已恢复上次没写完的内容");
    });
}

/// A date as people write it.
fn said(iso: &str) -> String {
    let parts: Vec<u32> = iso.split('-').map(|part| part.parse().expect("a number")).collect();
    format!("{}年{}月{}日", parts[0], parts[1], parts[2])
}

#[test]
fn a_day_before_all_records_is_empty() {
    with_household(|page, _| {
        open_log(page);
        page.by_role("button", "前一天").click();
        page.by_role("button", &format!("看{}当时的状态", yesterday(page))).click();
        page.see("那天还没有任何记录");
        page.by_role("button", "回到现在").click();
        page.see("近期走访");
    });
}

fn yesterday(page: &Page) -> String {
    let day = page.evaluate("new Date(Date.now() - 16 * 3600e3).toISOString().slice(0, 10)").expect("a date");
    said(day.as_str().expect("a text"))
}

#[test]
fn a_need_past_its_date_waits_until_it_is_settled() {
    with_household(|page, server| {
        add_need(page, "就业", "想就近务工", "2025-01-05");
        page.by_role("link", "今日").click();
        page.see("赵永发家的需求过了期限");
        page.by_role("link", "去处理").click();
        page.see("应在2025年1月5日前解决");

        page.by_role("button", "不再提醒：赵永发家的需求过了期限").click();
        page.see("没有要处理的事");
        page.by_role("button", "撤销").click();
        page.by_role("button", "已经解决：赵永发家的需求过了期限").click();
        page.see("没有要处理的事");
        page.by_role("link", "今日").nth(0).click();
        page.see("近期走访");
        page.see_no("待处理");
        let violations = page.axe();
        assert!(violations.is_empty(), "{violations:#?}");
        let _ = LockScreen::open(page, server, "inbox").unlock();
        page.see("没有要处理的事");
    });
}

#[test]
fn what_is_private_is_covered_until_it_is_asked_for() {
    with_household(|page, _| {
        page.see_no("妻子常年透析");
        page.by_role("button", "显示 家庭情况").click();
        page.see("妻子常年透析");
        page.by_role("button", "隐藏 家庭情况").click();
        page.see_no("妻子常年透析");

        add_need(page, "就医", "要做心脏手术", "2025-01-05");
        page.see_no("要做心脏手术");
        page.by_role("button", "显示 就医 具体情况").click();
        page.see("要做心脏手术");
        page.by_role("link", "成员 1").click();
        page.see(COVERED);
        page.see_no(NUMBER);
        page.by_role("button", "显示 赵永发 身份证号").click();
        page.see(NUMBER);

        page.by_role("link", "历史").click();
        page.see("登记档案");
        page.see_no("妻子常年透析");
        page.by_role("link", "今日").click();
        page.see("赵永发家的需求过了期限");
        page.see_no("要做心脏手术");
        page.by_role("link", "档案").click();
        page.see("赵永发");
        page.see_no(NUMBER);
    });
}
