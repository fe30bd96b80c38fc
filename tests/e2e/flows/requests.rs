//! Requests to the fund on one tablet: a grant that is returned, put right, paid and verified; one refused; one above the
//! ceiling; a loan paid back in part and put off; a large sum for which a second person opens the tablet. The days of the
//! loan lie in a year that is over, so that the flow is the same on any day.

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::{Books, Casework, FirstOpening, HOUSEHOLD, PERSON, Receipt, Requests},
};

#[test]
fn requests_go_from_draft_to_verified_in_landscape() {
    live(1280, 800);
}

#[test]
fn requests_go_from_draft_to_verified_in_portrait() {
    live(800, 1280);
}

fn live(width: u32, height: u32) {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    let _ = FirstOpening::open(&page, &server, "").begin();
    let requests = Requests::new(&page);

    Casework::new(&page).register("因学", || {});
    // So that there is something to pay.
    Books::new(&page).receive(Receipt {
        amount: "6万",
        on: "2025-01-05",
        source: "财政投入",
        into: "银行存款",
        ..Receipt::default()
    });
    grant(&page, &requests);
    refuse(&page, &requests);
    stay_below(&page, &requests);
    lend(&page, &requests);
    pay_back(&page, &requests);
    look_at_the_case(&page);
    approve_by_two(&page, &requests);
}

fn grant(page: &Page, requests: &Requests) {
    requests.begin("zyf", HOUSEHOLD, "补助", "子女入学");
    page.see("这一用途没有设上限。");
    page.assert_sound();
    requests.write("3000", "女儿考上大学，学费不够");
    page.see("起草申请：已保存");
    requests.step("提交");
    requests.step_saying("退回", "退回或不批准原因", "缺录取通知书");
    requests.progress().see("李站长");
    page.see("退回：缺录取通知书");
    page.by_role("link", "修改申请").click();
    requests.write("2600", "女儿考上大学，附录取通知书");
    requests.step("提交");
    requests.step_saying("审核", "审核意见", "票据齐全");
    requests.step("批准");
    page.assert_sound();
    page.by_role("link", "拨付").click();
    page.assert_sound();
    page.by_role("link", "取消").click();
    requests.pay("银行存款（余 60,000 元）", None, "0001");
    page.by_role("region", "拨付情况").see("2,600 元");
    requests.step_saying("核验", "核验情况", "已交学费，有收据");
    page.see("已核验");
    page.by_role("link", "打印申请表").click();
    page.see("贰仟陆佰元整");
    page.assert_sound();
}

fn refuse(page: &Page, requests: &Requests) {
    requests.begin("zyf", HOUSEHOLD, "补助", "应急救助");
    requests.write("800", "自行车丢了");
    requests.step("提交");
    requests.step_saying("不批准", "退回或不批准原因", "不属于应急");
    page.see("不批准：不属于应急");
    requests.tab("申请");
    page.see("没有等您办理的申请");
    page.by_role("radio", "已办完 2").click();
    page.see("未批准");
    page.assert_sound();
}

fn stay_below(page: &Page, requests: &Requests) {
    requests.tab("上限与分工");
    page.assert_sound();
    page.by_role("link", "修改：子女入学").click();
    page.by_role("textbox", "每笔上限").fill("5000");
    page.by_role("button", "保存").click();
    page.see("5,000 元");
    requests.begin("zyf", HOUSEHOLD, "补助", "子女入学");
    requests.write("6000", "还有一个儿子上学");
    page.see("超过上限，最多还可申请 5,000 元。");
    page.by_role("textbox", "申请金额").fill("1500");
    page.by_role("button", "保存").click();
    page.by_role("region", "办理进度").wait();
}

fn lend(page: &Page, requests: &Requests) {
    requests.begin("zyf", HOUSEHOLD, "借款", "创业就业");
    page.by_role("textbox", "借款月数").fill("6");
    page.by_role("textbox", "分几期还").fill("3");
    page.by_role("textbox", "年利率（万分之）").fill("360");
    page.see("即年利率 3.6%");
    requests.write("9000", "建大棚");
    requests.step("提交");
    requests.step("审核");
    requests.step_on("批准", "2025-01-10");
    requests.pay("银行存款（余 57,400 元）", Some("2025-01-10"), "0002");
    page.by_role("link", "看这笔借款").click();
    let plan = page.by_role("region", "还款计划");
    plan.see("2025年7月10日");
    page.see("逾期");
    page.assert_sound();
}

fn pay_back(page: &Page, requests: &Requests) {
    page.by_role("link", "收还款").click();
    page.by_role("button", "第 1 期 3,054 元").click();
    page.see("其中利息和手续费 54 元，本金 3,000 元；还后尚欠本金 6,000 元。");
    page.by_role("radio", "银行存款（余 48,400 元）").click();
    page.by_role("textbox", "凭证号").fill("0003");
    page.assert_sound();
    page.by_role("button", "保存").click();
    page.by_role("region", "还款计划").see("已还");
    page.by_role("link", "收还款").click();
    page.by_role("textbox", "金额").fill("99999");
    page.see("多于所欠");
    page.by_role("textbox", "金额").fill("1000");
    page.by_role("radio", "银行存款（余 51,454 元）").click();
    page.by_role("button", "保存").click();
    page.by_role("link", "延期：第 3 期").click();
    page.by_role("Date", "延到").fill("2099-01-10");
    page.by_role("button", "延期").click();
    page.see("请填写");
    page.by_role("textbox", "延期原因").fill("遭了水灾");
    page.by_role("button", "延期").click();
    page.see("已延期：遭了水灾");
    requests.tab("借款");
    page.see("1 笔未还清");
    page.assert_sound();
    page.by_role("navigation", "主导航").by_role("link", "今日").click();
    page.by_role("region", "近期应还的借款").see("第 2 期");
    page.assert_sound();
}

fn look_at_the_case(page: &Page) {
    Casework::new(page).open_case("zyf", HOUSEHOLD);
    page.by_role("navigation", "档案内容").by_role("link", "资金").click();
    page.by_role("region", "收支").see("共得到 11,600 元");
    page.by_role("region", "申请").see("创业就业");
    page.assert_sound();
}

fn approve_by_two(page: &Page, requests: &Requests) {
    requests.admit("王书记");
    requests.give_duties(PERSON, &["经办人", "审核人", "审批人", "出纳"]);
    requests.give_duties("王书记", &["审批人"]);
    page.assert_sound();
    requests.begin("zyf", HOUSEHOLD, "补助", "大病医疗");
    requests.write("20000", "手术费");
    requests.step("提交");
    requests.step("审核");
    requests.progress().see("超过 10,000 元，须两人批准。");
    requests.step("批准");
    requests.progress().see("李站长已批准，还须另一位批准。");
    requests.progress().by_role("link", "批准").wait_gone();
    requests.work_as("竹");
    page.by_role("navigation", "主导航").by_role("link", "今日").click();
    page.by_role("region", "等我办理的申请").see("1 份");
    requests.open_waiting(HOUSEHOLD);
    requests.step("批准");
    requests.progress().see("等待拨付：由李站长办理。");
    requests.work_as("松");
    page.by_role("navigation", "主导航").by_role("link", "今日").click();
    page.by_role("region", "等我办理的申请").see("大病医疗");
}
