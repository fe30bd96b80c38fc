//! The books of the fund on one tablet: accounts set up, what there was, a donation for schooling, a payment that is
//! followed to the child and back, a reversal, a payment that is too large, a closed month, the trial balance. The days
//! lie in a year that is over, so that the flow is the same on any day.

use std::time::Duration;

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::FirstOpening,
};

const NUMBER: &str = "229900197005120010";

#[test]
fn the_books_are_kept_in_landscape() {
    keep(1280, 800);
}

#[test]
fn the_books_are_kept_in_portrait() {
    keep(800, 1280);
}

/// Every page over the year of the demonstration, which has all that can be there.
#[test]
fn the_demonstration_s_books_are_sound_in_both_orientations() {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page();
    page.set_patience(Duration::from_secs(60));
    let _ = FirstOpening::open(&page, &server, "").demonstration();
    for (width, height) in [(1280, 800), (800, 1280)] {
        page.resize(width, height);
        for (name, sight) in [
            ("收支结余", "财政投入"),
            ("流水", "笔"),
            ("科目", "社会捐助"),
            ("试算表", "相差"),
            ("结账", "已结账"),
            ("预算", "可付申请"),
        ] {
            tab(&page, name);
            page.see(sight);
            assert_sound(&page);
        }
        tab(&page, "流水");
        page.by_role("searchbox", "查找流水").fill("丰禾米业");
        page.by_role("grid", "流水").see("梨树丰禾米业");
        page.by_role("grid", "流水").all("row").nth(1).click();
        page.by_role("region", "这笔钱到了谁手里").see("梨树丰禾米业");
        assert_sound(&page);
        tab(&page, "流水");
        page.by_role("button", "清除筛选").click();
    }
}

fn keep(width: u32, height: u32) {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    let _ = FirstOpening::open(&page, &server, "").begin();
    register(&page);
    open_the_books(&page);
    receive(&page);
    pay(&page);
    follow(&page);
    refuse(&page);
    reverse(&page);
    close(&page);
    balance(&page);
}

fn rail(page: &Page, area: &str) {
    page.by_role("navigation", "主导航").by_role("link", area).click();
}

fn tab(page: &Page, name: &str) {
    rail(page, "资金");
    page.by_role("navigation", "资金页面").by_role("link", name).click();
}

/// Every page is read by a screen reader and stays within the screen.
fn assert_sound(page: &Page) {
    let violations = page.axe();
    assert!(violations.is_empty(), "{violations:#?}");
    page.until(
        "stay within the screen",
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth",
    );
}

fn register(page: &Page) {
    page.by_role("link", "登记档案").click();
    page.by_role("radio", "梨树县").click();
    page.by_role("combobox", "乡镇").fill("十家堡镇");
    page.by_role("combobox", "村").fill("东岗村");
    page.by_role("textbox", "姓名").fill("赵永发");
    page.by_role("textbox", "身份证号").fill(NUMBER);
    page.by_role("combobox", "主要致贫原因").choose("因学");
    page.by_role("Date", "调查日期").fill("2024-12-10");
    page.by_role("button", "保存").click();
    page.see("登记档案：已保存");
}

fn open_the_books(page: &Page) {
    rail(page, "资金");
    page.see("还没有建账");
    assert_sound(page);
    page.by_role("button", "建立科目").click();
    page.by_role("heading", "填期初结转").wait();
    page.by_role("Date", "日期").fill("2025-01-01");
    page.by_role("textbox", "银行存款").fill("1.2万");
    page.by_role("textbox", "现金").fill("500");
    let first = page.by_role("group", "一项来源").nth(0);
    first.by_role("textbox", "还有多少").fill("10000");
    page.by_role("button", "保存").click();
    page.see("两边不等");
    page.see("2,500 元");
    first.by_role("textbox", "还有多少").fill("12,500");
    page.see("相等");
    assert_sound(page);
    page.by_role("button", "保存").click();
    page.by_role("region", "现款合计").see("12,500 元");
    assert_sound(page);
}

fn receive(page: &Page) {
    page.by_role("link", "记一笔").click();
    page.by_role("textbox", "金额").fill("5千");
    page.see("即 5,000 元");
    page.by_role("Date", "日期").fill("2025-01-10");
    page.by_role("radio", "社会捐助").click();
    page.by_role("radio", "银行存款").click();
    page.by_role("combobox", "指定用途").choose("子女入学");
    page.by_role("textbox", "谁给的").fill("东风厂");
    assert_sound(page);
    page.by_role("button", "保存").click();
    page.see("记账：已保存");
    page.by_role("grid", "流水").see("社会捐助 · 东风厂");
    assert_sound(page);
}

fn pay(page: &Page) {
    page.by_role("link", "记一笔").click();
    page.by_role("navigation", "记哪一种").by_role("link", "支出").click();
    page.by_role("textbox", "金额").fill("6000");
    page.by_role("Date", "日期").fill("2025-01-20");
    page.by_role("radio", "子女入学奖励").click();
    page.by_role("radio", "银行存款").click();
    page.by_role("combobox", "哪一户").fill("zyf");
    page.by_role("option", "赵永发 东岗村").click();
    page.by_role("group", "这笔钱将出自").see("东风厂");
    page.by_role("group", "这笔钱将出自").see("1,000 元");
    assert_sound(page);
    page.by_role("button", "保存").click();
    page.by_role("grid", "流水").see("子女入学奖励 · 赵永发");
}

fn follow(page: &Page) {
    page.by_role("grid", "流水").all("row").nth(1).click();
    let back = page.by_role("region", "这笔钱出自哪里");
    back.see("东风厂");
    back.see("5,000");
    assert_sound(page);
    back.by_role("link", "东风厂").click();
    let forward = page.by_role("region", "这笔钱到了谁手里");
    forward.see("赵永发");
    forward.by_role("table", "这笔钱到了谁手里").by_role("link", "赵永发").wait();
    assert_sound(page);
}

fn refuse(page: &Page) {
    tab(page, "流水");
    page.by_role("link", "记一笔").click();
    page.by_role("navigation", "记哪一种").by_role("link", "支出").click();
    page.by_role("textbox", "金额").fill("2万");
    page.by_role("Date", "日期").fill("2025-02-01");
    page.by_role("radio", "大病医疗补助").click();
    page.by_role("radio", "银行存款").click();
    page.by_role("button", "保存").click();
    page.see("11,000 元");
    assert_sound(page);
    page.by_role("textbox", "金额").fill("100");
    page.by_role("button", "保存").click();
    page.see("记账：已保存");
}

fn reverse(page: &Page) {
    page.by_role("grid", "流水").all("row").nth(1).click();
    page.by_role("link", "冲销").click();
    page.by_role("button", "保存").click();
    page.see("请填写。");
    page.by_role("textbox", "冲销原因").fill("记错了户");
    page.by_role("Date", "日期").fill("2025-02-02");
    assert_sound(page);
    page.by_role("button", "保存").click();
    page.see("这笔已被冲销，不再计入收支。");
    tab(page, "流水");
    page.by_role("grid", "流水").see("已冲销");
}

fn close(page: &Page) {
    tab(page, "结账");
    page.by_role("button", "结账 2025年1月").click();
    let checked = page.by_role("list", "结账前核对");
    checked.see("借贷相等");
    checked.see("每笔支出都有来源");
    assert_sound(page);
    page.by_role("dialog", "结账 2025年1月").by_role("button", "结账").click();
    page.see("已结账");
    assert_sound(page);
    tab(page, "流水");
    page.by_role("link", "记一笔").click();
    page.by_role("textbox", "金额").fill("10");
    page.by_role("Date", "日期").fill("2025-01-15");
    page.by_role("radio", "财政投入").click();
    page.by_role("radio", "现金").click();
    page.by_role("button", "保存").click();
    page.see("已经结账，请改用结账之后的日期");
    page.by_role("link", "取消").click();
}

fn balance(page: &Page) {
    tab(page, "试算表");
    page.see("相差");
    page.until("be equal", "[...document.querySelectorAll('tbody tr:last-child td')].every(cell => ['', '0'].includes(cell.innerText.trim()))");
    assert_sound(page);
    tab(page, "科目");
    page.by_role("link", "社会捐助").click();
    page.see("累计 5,000 元");
    assert_sound(page);
    tab(page, "预算");
    page.by_role("button", "+10% 大病医疗").click();
    assert_sound(page);
    tab(page, "收支结余");
    page.by_role("region", "钱用到了哪里").see("子女入学奖励");
    assert_sound(page);
}
