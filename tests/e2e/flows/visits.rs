//! A visit is planned, missed, made on the round of the day and written up on one page: a need met, a new one, a promise, the
//! place. One press takes all of it back. The promise falls due and is kept. Then the network is gone and the battery
//! dies, and everything is there.

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::{Casework, FirstOpening, HOUSEHOLD, LockScreen},
};
use serde_json::json;

const SCHOOLING: &str = "子女入学 · 学费还差两千元";

#[test]
fn a_visit_is_written_up_and_its_promise_kept_in_landscape() {
    visits(1280, 800);
}

#[test]
fn a_visit_is_written_up_and_its_promise_kept_in_portrait() {
    visits(800, 1280);
}

fn visits(width: u32, height: u32) {
    let mut server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    let _ = FirstOpening::open(&page, &server, "").begin();
    page.until_ready_offline();
    let origin = server.url("");
    let casework = Casework::new(&page);
    register(&page, &casework);
    casework.add_helper("王站长", "sjb", "梨树县十家堡镇 乡镇");
    casework.pair("赵永发", "王站长");
    plan_and_miss(&page, &casework);

    browser.permit(&origin, "geolocation", false);
    write_up_without_the_place(&page, &casework);
    take_it_back(&page);
    browser.permit(&origin, "geolocation", true);
    page.call(
        "Emulation.setGeolocationOverride",
        json!({ "latitude": 43.17123, "longitude": 124.37001, "accuracy": 12 }),
    );
    write_up_with_the_place(&page, &casework);
    keep_the_promise(&page, &casework);
    occasions_are_one_press(&page, &casework);
    needs_are_counted(&page, &casework);

    server.stop();
    page.tolerate("ERR_CONNECTION_REFUSED");
    browser.kill();
    drop(page);
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    page.tolerate("ERR_CONNECTION_REFUSED");
    let _ = LockScreen::open(&page, &server, "").unlock();
    find_all_of_it(&page);
}

fn register(page: &Page, casework: &Casework<'_>) {
    casework.register("缺技术", || {
        page.by_role("button", "添加需求").click();
        page.by_role("radio", "子女入学").click();
        page.by_role("textbox", "学校").fill("梨树一中");
        page.by_role("textbox", "具体情况").fill("学费还差两千元");
    });
}

fn plan_and_miss(page: &Page, casework: &Casework<'_>) {
    casework.open_case("zyf", HOUSEHOLD);
    page.by_role("link", "安排走访").nth(0).click();
    page.by_role("Date", "计划日期").fill("2025-11-20");
    page.by_role("textbox", "走访人").until("this.value === '王站长'");
    page.by_role("textbox", "要看的事").fill("看秋收");
    page.by_role("button", "保存").click();
    page.see("安排走访：已保存");
    page.see("错过");
    casework.rail("今日");
    page.by_role("region", "近期走访").see("1 户，错过 1 户");
    page.assert_sound();
}

/// On the round of the day, from the household that is open there.
fn open_the_report(page: &Page, casework: &Casework<'_>) {
    casework.tab("今天的走访");
    page.by_role("region", "1. 赵永发").see("看秋收");
    page.assert_sound();
    page.by_role("link", "写记录 赵永发").click();
    page.by_role("heading", "走访记录：赵永发家").wait();
}

fn fill_the_report(page: &Page) {
    page.by_role("textbox", "走访记录").fill("豆子收完了，孩子助学金到了");
    page.by_role("checkbox", SCHOOLING).click();
    page.by_role("textbox", &format!("结果：{SCHOOLING}")).fill("助学金已发");
    page.by_role("button", "添加新需求").click();
    page.by_role("radio", "就业").click();
    page.by_role("textbox", "具体情况").fill("想在镇上找活");
    page.by_role("button", "添加承诺").click();
    page.by_role("textbox", "承诺事项").fill("送豆种");
    page.by_role("button", "一周内").click();
}

fn write_up_without_the_place(page: &Page, casework: &Casework<'_>) {
    open_the_report(page, casework);
    page.by_role("button", "添加承诺").click();
    page.by_role("button", "记下现在的位置").click();
    page.see("没有允许定位");
    page.by_role("button", "保存").click();
    page.see("请填写");
    page.by_role("button", "移除 承诺 1").click();
    fill_the_report(page);
    page.assert_sound();
    page.by_role("button", "保存").click();
    page.see("记录走访：已保存");
    page.see("都走完了");
}

/// The report, the need, the new need and the promise go with one press.
fn take_it_back(page: &Page) {
    page.by_role("button", "撤销").click();
    page.see("已撤销");
    page.by_role("link", "打开档案 赵永发").click();
    page.by_role("navigation", "档案内容").by_role("link", "需求 1").click();
    page.by_role("region", "需求").see("已提出");
    page.by_role("navigation", "档案内容").by_role("link", "走访 1").click();
    page.by_role("region", "承诺").wait_gone();
}

fn write_up_with_the_place(page: &Page, casework: &Casework<'_>) {
    open_the_report(page, casework);
    fill_the_report(page);
    page.by_role("button", "记下现在的位置").click();
    page.see("北纬 43.17123°，东经 124.37001°");
    page.by_role("button", "保存").click();
    page.see("都走完了");
}

fn keep_the_promise(page: &Page, casework: &Casework<'_>) {
    casework.rail("今日");
    let due = page.by_role("region", "到期的承诺");
    due.see("送豆种 · 王站长");
    page.assert_sound();
    let keep = || {
        page.by_role("button", "兑现 赵永发 送豆种").click();
        page.by_role("textbox", "兑现结果").fill("送到 20 斤");
        page.by_role("button", "今天已兑现").click();
        page.see("兑现承诺：已保存");
        page.by_role("region", "到期的承诺").wait_gone();
    };
    keep();
    page.by_role("button", "撤销").click();
    due.wait();
    keep();
}

fn occasions_are_one_press(page: &Page, casework: &Casework<'_>) {
    casework.open_case("zyf", HOUSEHOLD);
    page.by_role("navigation", "档案内容").by_role("link", "走访 1").click();
    page.by_role("region", "承诺").see("送到 20 斤");
    page.by_role("button", "安排走访 住院看望").click();
    page.by_role("region", "待走访").see("住院看望 · 王站长");
    page.assert_sound();
}

fn needs_are_counted(page: &Page, casework: &Casework<'_>) {
    casework.tab("帮扶需求");
    page.by_role("link", "1 子女入学 已解决").click();
    page.see("1 项需求（共 2 项）");
    page.see("梨树一中");
    page.by_role("link", "1 就业 已提出").click();
    page.see("想在镇上找活");
    page.assert_sound();
}

fn find_all_of_it(page: &Page) {
    let casework = Casework::new(page);
    casework.open_case("zyf", HOUSEHOLD);
    page.by_role("navigation", "档案内容").by_role("link", "走访 2").click();
    page.see("豆子收完了，孩子助学金到了");
    page.by_role("region", "承诺").see("0 项未兑现，1 项已兑现");
    page.by_role("link", "概况").click();
    page.by_role("region", "帮扶责任人").by_role("link", "王站长").click();
    let promised = page.by_role("region", "承诺");
    promised.see("赵永发 · 东岗村");
    promised.see("送到 20 斤");
    page.assert_sound();
}
