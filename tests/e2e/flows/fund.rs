//! The books of the fund on one tablet: accounts set up, what there was, a donation for schooling, a payment that is
//! followed to the child and back, a reversal, a payment that is too large, a closed month, the trial balance. The days
//! lie in a year that is over, so that the flow is the same on any day.

use std::time::Duration;

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::{BACK, Books, Casework, FORWARD, FirstOpening, Receipt},
};

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
            Books::new(&page).tab(name);
            page.see(sight);
            page.assert_sound();
        }
        Books::new(&page).tab("流水");
        page.by_role("searchbox", "查找流水").fill("丰禾米业");
        page.by_role("grid", "流水").see("梨树丰禾米业");
        page.by_role("grid", "流水").all("row").nth(1).click();
        page.by_role("region", FORWARD).see("梨树丰禾米业");
        page.assert_sound();
        Books::new(&page).tab("流水");
        page.by_role("button", "清除筛选").click();
    }
}

fn keep(width: u32, height: u32) {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    let _ = FirstOpening::open(&page, &server, "").begin();
    Casework::new(&page).register("因学", || page.by_role("Date", "调查日期").fill("2024-12-10"));
    open_the_books(&page);
    receive(&page);
    pay(&page);
    follow(&page);
    refuse(&page);
    reverse(&page);
    close(&page);
    balance(&page);
}

fn open_the_books(page: &Page) {
    Casework::new(page).rail("资金");
    page.see("还没有建账");
    page.assert_sound();
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
    page.assert_sound();
    page.by_role("button", "保存").click();
    page.by_role("region", "现款合计").see("12,500 元");
    page.assert_sound();
}

fn receive(page: &Page) {
    let books = Books::new(page);
    books.begin();
    books.fill(Receipt {
        amount: "5千",
        on: "2025-01-10",
        source: "社会捐助",
        into: "银行存款",
        earmark: "子女入学",
        donor: "东风厂",
    });
    page.see("即 5,000 元");
    page.assert_sound();
    page.by_role("button", "保存").click();
    page.see("记账：已保存");
    page.by_role("grid", "流水").see("社会捐助 · 东风厂");
    page.assert_sound();
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
    page.assert_sound();
    page.by_role("button", "保存").click();
    page.by_role("grid", "流水").see("子女入学奖励 · 赵永发");
}

fn follow(page: &Page) {
    page.by_role("grid", "流水").all("row").nth(1).click();
    let back = page.by_role("region", BACK);
    back.see("东风厂");
    back.see("5,000");
    page.assert_sound();
    back.by_role("link", "东风厂").click();
    let forward = page.by_role("region", FORWARD);
    forward.see("赵永发");
    forward.by_role("table", FORWARD).by_role("link", "赵永发").wait();
    page.assert_sound();
}

fn refuse(page: &Page) {
    Books::new(page).tab("流水");
    page.by_role("link", "记一笔").click();
    page.by_role("navigation", "记哪一种").by_role("link", "支出").click();
    page.by_role("textbox", "金额").fill("2万");
    page.by_role("Date", "日期").fill("2025-02-01");
    page.by_role("radio", "大病医疗补助").click();
    page.by_role("radio", "银行存款").click();
    page.by_role("button", "保存").click();
    page.see("11,000 元");
    page.assert_sound();
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
    page.assert_sound();
    page.by_role("button", "保存").click();
    page.see("这笔已被冲销，不再计入收支。");
    Books::new(page).tab("流水");
    page.by_role("grid", "流水").see("已冲销");
}

fn close(page: &Page) {
    Books::new(page).tab("结账");
    page.by_role("button", "结账 2025年1月").click();
    let checked = page.by_role("list", "结账前核对");
    checked.see("借贷相等");
    checked.see("每笔支出都有来源");
    page.assert_sound();
    page.by_role("dialog", "结账 2025年1月").by_role("button", "结账").click();
    page.see("已结账");
    page.assert_sound();
    Books::new(page).tab("流水");
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
    Books::new(page).tab("试算表");
    page.see("相差");
    page.until("be equal", "[...document.querySelectorAll('tbody tr:last-child td')].every(cell => ['', '0'].includes(cell.innerText.trim()))");
    page.assert_sound();
    Books::new(page).tab("科目");
    page.by_role("link", "社会捐助").click();
    page.see("累计 5,000 元");
    page.assert_sound();
    Books::new(page).tab("预算");
    page.by_role("button", "+10% 大病医疗").click();
    page.assert_sound();
    Books::new(page).tab("收支结余");
    page.by_role("region", "钱用到了哪里").see("子女入学奖励");
    page.assert_sound();
}
