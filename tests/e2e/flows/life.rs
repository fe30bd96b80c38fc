//! A whole case, from the kitchen table to the last fen, on a tablet that has had no network since the app was first opened:
//! surveyed, put on notice, confirmed, paired, visited at Spring Festival; schooling paid from a donation that was given
//! for it; a loan paid back in three instalments, one of them late; an illness reported, relieved from the fund and closed;
//! lifted in December. Each day begins as a day does: the tablet is locked, and its clock says which day it is. At the end
//! every yuan is followed from its source to whom it reached and back, and the trial balance holds to the fen.

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::{Books, Casework, FirstOpening, HOUSEHOLD, INITIALS, LockScreen, PERSON, Receipt, Requests},
};

/// What the persons open the tablet with.
const CLERK: &str = "松";
const REVIEWER: &str = "竹";
const SECOND: &str = "梅";
/// What a need is called in a list of needs.
const SCHOOLING: &str = "子女入学";

mod accounts;

#[test]
fn a_case_is_lived_to_the_fen_in_landscape() {
    live(1280, 800);
}

#[test]
fn a_case_is_lived_to_the_fen_in_portrait() {
    live(800, 1280);
}

/// The tablet, and the pages that are worked with.
struct Office<'a> {
    page: &'a Page,
    casework: Casework<'a>,
    requests: Requests<'a>,
    books: Books<'a>,
}

impl<'a> Office<'a> {
    fn new(page: &'a Page) -> Self {
        Self { page, casework: Casework::new(page), requests: Requests::new(page), books: Books::new(page) }
    }

    /// A day begins: the tablet lies locked, and somebody opens it.
    #[track_caller]
    fn morning(&self, day: &str, sign: Option<&str>) {
        self.page.set_day(day);
        self.page.reload();
        let lock = LockScreen::shown(self.page);
        match sign {
            Some(sign) => drop(lock.unlock_as(sign)),
            None => drop(lock.unlock()),
        }
        self.casework.rail("今日");
    }

    /// The household's file, at one of its parts.
    #[track_caller]
    fn open_part(&self, part: &str) {
        self.casework.open_case(INITIALS, HOUSEHOLD);
        self.page.by_role("navigation", "档案内容").by_role("link", part).click();
    }

    /// Does something as another person, who finds the request on the page of the day; then the clerk works on.
    #[track_caller]
    fn as_person(&self, sign: &str, steps: impl FnOnce(&Requests<'a>)) {
        self.requests.work_as(sign);
        self.requests.open_waiting(HOUSEHOLD);
        steps(&self.requests);
        self.requests.work_as(CLERK);
    }
}

fn live(width: u32, height: u32) {
    let mut server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    page.set_day("2024-12-09");
    let _ = FirstOpening::open(&page, &server, "").begin();
    page.until_ready_offline();
    server.stop();
    page.tolerate("ERR_CONNECTION_REFUSED");

    let office = Office::new(&page);
    survey(&office);
    confirm(&office);
    pair(&office);
    share_out(&office);
    fill_the_fund(&office);
    visit_at_spring_festival(&office);
    lend(&office);
    pay_the_first_instalment(&office);
    help_in_illness(&office);
    pay_the_second_late(&office);
    pay_the_third(&office);
    ask_for_schooling(&office);
    pay_and_verify_schooling(&office);
    lift(&office);

    accounts::follow_what_came_in(&office);
    accounts::follow_what_went_out(&office);
    accounts::balance(&office);
}

/// At the kitchen table.
fn survey(office: &Office<'_>) {
    let page = office.page;
    office.morning("2024-12-10", None);
    office.casework.register("因学", || {
        page.by_role("Date", "调查日期").fill("2024-12-10");
        page.by_role("button", "添加需求").click();
        page.by_role("radio", SCHOOLING).click();
        page.by_role("textbox", "学校").fill("吉林师范大学");
    });
    office.casework.life().see("还没有公示");
    office.casework.publish("2024-12-11", "2024-12-16", "村务公开栏");
    page.see("公示：已保存");
}

/// Five days are five days: the notice is waited for.
fn confirm(office: &Office<'_>) {
    let page = office.page;
    office.morning("2024-12-13", None);
    office.casework.open_case(INITIALS, HOUSEHOLD);
    office.casework.life().see("公示中，还有 4 天");
    office.casework.step("组织认定", "2024-12-13");
    page.see("公示到 2024年12月16日 才满");
    page.by_role("link", "取消").click();
    office.morning("2024-12-17", None);
    office.casework.open_case(INITIALS, HOUSEHOLD);
    office.casework.step("组织认定", "2024-12-17");
    office.casework.life().see("无异议");
}

fn pair(office: &Office<'_>) {
    let (page, casework) = (office.page, &office.casework);
    office.morning("2025-01-02", None);
    casework.open_case(INITIALS, HOUSEHOLD);
    casework.step("开始帮扶", "2025-01-02");
    casework.life().see("责任人");
    casework.add_helper("王站长", "sjb", "梨树县十家堡镇 乡镇");
    casework.pair("赵永发", "王站长");
    casework.tab("节日走访");
    page.see("春节 · 2025年1月29日");
    page.by_role("button", "安排 1 次走访").click();
    page.see("1 户都已安排");
}

/// The duties of the fund: who asks and pays is not who reviews and approves.
fn share_out(office: &Office<'_>) {
    let (page, requests) = (office.page, &office.requests);
    requests.admit("王书记");
    requests.admit("赵主任");
    requests.give_duties(PERSON, &["经办人", "出纳"]);
    requests.give_duties("王书记", &["审核人", "审批人"]);
    requests.give_duties("赵主任", &["审批人"]);
    requests.tab("上限与分工");
    page.by_role("link", "修改：子女入学").click();
    page.by_role("textbox", "每笔上限").fill("5000");
    page.by_role("textbox", "超过此额须两人审批").fill("3000");
    page.by_role("button", "保存").click();
    page.see("5,000 元");
    page.assert_sound();
}

/// What there was, Party dues, and a donation for schooling.
fn fill_the_fund(office: &Office<'_>) {
    let (page, books) = (office.page, &office.books);
    office.morning("2025-01-06", Some(CLERK));
    office.casework.rail("资金");
    page.by_role("button", "建立科目").click();
    page.by_role("heading", "填期初结转").wait();
    page.by_role("Date", "日期").fill("2025-01-06");
    page.by_role("textbox", "银行存款").fill("9000.05");
    page.by_role("textbox", "现金").fill("500");
    page.by_role("group", "一项来源").nth(0).by_role("textbox", "还有多少").fill("9500.05");
    page.by_role("button", "保存").click();
    page.by_role("region", "现款合计").see("9,500.05 元");
    books.receive(Receipt {
        amount: "1,111.11",
        source: "党费支持",
        into: "银行存款",
        donor: "县直机关党委",
        ..Receipt::default()
    });
    books.receive(Receipt {
        amount: "6000.06",
        source: "社会捐助",
        into: "银行存款",
        earmark: "子女入学",
        donor: "东风厂",
        ..Receipt::default()
    });
}

/// The visit was planned ten days before, was missed, and is made two days before the festival.
fn visit_at_spring_festival(office: &Office<'_>) {
    let page = office.page;
    office.morning("2025-01-27", Some(CLERK));
    page.by_role("region", "近期走访").see("1 户，错过 1 户");
    office.casework.tab("今天的走访");
    page.by_role("region", "1. 赵永发").see("节日慰问");
    page.by_role("link", "写记录 赵永发").click();
    page.by_role("textbox", "走访记录").fill("送米面油，想搭一个木耳棚");
    page.by_role("button", "保存").click();
    page.see("记录走访：已保存");
    page.see("都走完了");
    office.casework.tab("节日走访");
    page.by_role("region", "已安排的走访").see("已走访 1 户，待走访 0 户，错过 0 户");
}

/// Three instalments, interest of 3.6 %, a fee of 12.34 yuan.
fn lend(office: &Office<'_>) {
    let (page, requests) = (office.page, &office.requests);
    office.morning("2025-02-10", Some(CLERK));
    requests.begin(INITIALS, HOUSEHOLD, "借款", "创业就业");
    page.by_role("textbox", "借款月数").fill("6");
    page.by_role("textbox", "分几期还").fill("3");
    page.by_role("textbox", "年利率（万分之）").fill("360");
    page.by_role("textbox", "手续费").fill("12.34");
    page.by_role("textbox", "申请金额").fill("8888.89");
    page.see("利息和手续费共 119.01 元。");
    requests.write("8888.89", "搭木耳棚");
    requests.step("提交");
    office.as_person(REVIEWER, |requests| {
        requests.step_saying("审核", "审核意见", "有棚有技术");
        requests.step("批准");
        requests.progress().see("等待拨付：由李站长办理。");
    });
    requests.open_waiting(HOUSEHOLD);
    requests.pay("银行存款（余 16,111.22 元）", None, "B1");
    page.by_role("link", "看这笔借款").click();
    let plan = page.by_role("region", "还款计划");
    for [day, due] in [["4月10日", "3,028.63 元"], ["6月10日", "2,998.52 元"], ["8月10日", "2,980.75 元"]] {
        plan.see(&format!("2025年{day}"));
        plan.see(due);
    }
    page.assert_sound();
}

/// Takes in the next instalment, as the page of the day leads to it.
fn pay_back(office: &Office<'_>, next: &str, into: &str, voucher: &str) {
    let page = office.page;
    page.by_role("region", "近期应还的借款").by_role("link", "赵永发").click();
    page.by_role("link", "收还款").click();
    page.by_role("button", next).click();
    page.by_role("radio", into).click();
    page.by_role("textbox", "凭证号").fill(voucher);
    page.by_role("button", "保存").click();
    page.by_role("region", "还款计划").wait();
}

fn pay_the_first_instalment(office: &Office<'_>) {
    office.morning("2025-04-10", Some(CLERK));
    office.page.by_role("region", "近期应还的借款").see("今天到期");
    pay_back(office, "第 1 期 3,028.63 元", "现金（余 500 元）", "C1");
    office.page.see("尚欠本金 5,925.93 元");
    office.as_person_verifies("棚已搭好，木耳已下地");
}

/// Reported in a minute, relieved on the third day with the last fen that is not earmarked, looked after, closed.
fn help_in_illness(office: &Office<'_>) {
    let (page, requests) = (office.page, &office.requests);
    office.morning("2025-05-18", Some(CLERK));
    office.casework.report(INITIALS, HOUSEHOLD, "重大疾病", "户主脑出血住院");
    page.by_role("region", "应急救助").see("还有 3 天");
    page.by_role("region", "应急救助").by_role("link", &HOUSEHOLD.replace(' ', " · ")).click();
    page.by_role("link", "申请资金").click();
    requests.write("4750.90", "住院押金");
    requests.step("提交");
    office.as_person(REVIEWER, |requests| {
        requests.step("审核");
        requests.step("批准");
    });
    office.morning("2025-05-20", Some(CLERK));
    page.by_role("region", "应急救助").see("还有 1 天");
    requests.open_waiting(HOUSEHOLD);
    requests.pay("银行存款（余 7,222.33 元）", None, "B2");
    office.as_person_verifies("钱已交医院");
    page.by_role("region", "应急救助").by_role("link", &HOUSEHOLD.replace(' ', " · ")).click();
    page.by_role("link", "记一次跟进").click();
    page.by_role("textbox", "走访记录").fill("手术顺利，已转普通病房");
    page.by_role("button", "保存").click();
    page.by_role("link", "办结").click();
    page.by_role("textbox", "办理结果").fill("出院，在家康复");
    page.by_role("button", "保存").click();
    page.see("办结应急事项：已保存");
    page.assert_sound();
    office.casework.rail("今日");
    page.by_role("region", "近期走访").wait();
    page.by_role("region", "应急救助").wait_gone();
}

impl Office<'_> {
    /// Whoever reviews looks at what became of the money; the clerk works on, on the page of the day.
    #[track_caller]
    fn as_person_verifies(&self, found: &str) {
        self.as_person(REVIEWER, |requests| requests.step_saying("核验", "核验情况", found));
        self.casework.rail("今日");
    }
}

fn pay_the_second_late(office: &Office<'_>) {
    let page = office.page;
    office.morning("2025-07-01", Some(CLERK));
    let due = page.by_role("region", "近期应还的借款");
    due.see("逾期 21 天");
    due.see("第 2 期，2,998.52 元");
    pay_back(office, "第 2 期 2,998.52 元", "银行存款（余 2,471.43 元）", "B3");
    office.page.see("尚欠本金 2,962.97 元");
}

fn pay_the_third(office: &Office<'_>) {
    office.morning("2025-08-10", Some(CLERK));
    pay_back(office, "第 3 期 2,980.75 元", "银行存款（余 5,469.95 元）", "B4");
    office.page.see("已还清");
    office.page.assert_sound();
}

/// Drafted at the need; above the ceiling it is refused where it is typed, above the limit two persons approve.
fn ask_for_schooling(office: &Office<'_>) {
    let (page, requests) = (office.page, &office.requests);
    office.morning("2025-08-20", Some(CLERK));
    office.open_part("需求 1");
    page.by_role("link", SCHOOLING).click();
    page.by_role("link", "申请资金").click();
    page.by_role("radio", "补助").click();
    requests.write("6000", "女儿考上大学，学费和住宿费");
    page.see("超过上限，最多还可申请 5,000 元。");
    page.by_role("textbox", "申请金额").fill("4321.98");
    page.by_role("button", "保存").click();
    requests.progress().see("超过 3,000 元，须两人批准。");
    requests.step("提交");
    office.as_person(REVIEWER, |requests| {
        requests.step_saying("审核", "审核意见", "录取通知书齐全");
        requests.step("批准");
        requests.progress().see("王书记已批准，还须另一位批准。");
        requests.progress().by_role("link", "批准").wait_gone();
    });
    office.as_person(SECOND, |requests| requests.step("批准"));
}

fn pay_and_verify_schooling(office: &Office<'_>) {
    let (page, requests) = (office.page, &office.requests);
    office.morning("2025-08-22", Some(CLERK));
    requests.open_waiting(HOUSEHOLD);
    requests.pay("银行存款（余 8,450.70 元）", None, "B5");
    page.by_role("region", "拨付情况").see("社会捐助 东风厂 4,321.98 元");
    office.morning("2025-09-05", Some(CLERK));
    office.as_person_verifies("已入学，有收据");
    office.open_part("需求 1");
    page.by_role("button", "子女入学 已解决").click();
    page.see("已保存");
}

/// Nothing is missing but the year's income; with it the household is lifted.
fn lift(office: &Office<'_>) {
    let (page, casework) = (office.page, &office.casework);
    office.morning("2025-12-20", Some(CLERK));
    casework.tab("识别标准");
    page.by_role("link", "设定标准").click();
    page.by_role("textbox", "年度").fill("2025");
    page.by_role("textbox", "人均纯收入标准").fill("4000");
    page.by_role("button", "保存").click();
    page.see("设定识别标准：已保存");
    casework.open_case(INITIALS, HOUSEHOLD);
    casework.life().see("还缺： 今年的收入");
    page.by_role("navigation", "档案内容").by_role("link", "收入").click();
    page.by_role("link", "填报收入").click();
    page.by_role("textbox", "年度").fill("2025");
    page.by_role("textbox", "家庭经营性收入").fill("1.2万");
    page.by_role("textbox", "生产经营支出").fill("3999.99");
    page.see("达到标准");
    page.by_role("button", "保存").click();
    page.see("2025 年 人均 8,000.01 元");
    page.by_role("link", "概况").click();
    casework.step("脱贫", "2025-12-20");
    casework.life().by_role("link", "再次困难").wait();
    page.assert_sound();
    office.open_part("资金");
    page.by_role("region", "收支").see("共得到 17,961.77 元，还回 9,007.90 元");
    page.assert_sound();
}
