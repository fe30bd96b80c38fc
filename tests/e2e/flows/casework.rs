//! The life of a case on one tablet: surveyed, on notice, refused too early, confirmed, paired on the board, visited at Spring
//! Festival, helped in an emergency, lifted in December. The days lie in years that are over, so that the flow is the
//! same on any day.

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::{Casework, FirstOpening, HOUSEHOLD},
};

#[test]
fn a_case_goes_from_survey_to_lifting_in_landscape() {
    live(1280, 800);
}

#[test]
fn a_case_goes_from_survey_to_lifting_in_portrait() {
    live(800, 1280);
}

fn live(width: u32, height: u32) {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    let _ = FirstOpening::open(&page, &server, "").begin();
    let casework = Casework::new(&page);

    survey(&page, &casework);
    confirm(&page, &casework);
    pair(&page, &casework);
    visit(&page, &casework);
    help_at_once(&page, &casework);
    state_income(&page, &casework);
    lift(&page, &casework);
}

fn survey(page: &Page, casework: &Casework) {
    casework.register("缺技术", || page.by_role("Date", "调查日期").fill("2024-12-10"));
}

fn confirm(page: &Page, casework: &Casework) {
    casework.life().see("还没有公示");
    casework.publish("2024-12-12", "2024-12-14", "村务公开栏");
    page.see("公示至少五天，首尾两天都算；现在只有 3 天。");
    page.by_role("Date", "公示结束").fill("2024-12-18");
    page.by_role("button", "保存").click();
    page.see("公示：已保存");
    casework.step("组织认定", "2024-12-15");
    page.see("公示到 2024年12月18日 才满");
    casework.hand_in("2024-12-19");
    page.see("办理阶段：已保存");
    casework.life().see("无异议");
    casework.step("开始帮扶", "2025-01-02");
    casework.life().by_role("link", "脱贫").wait();
}

fn pair(page: &Page, casework: &Casework) {
    casework.life().see("责任人");
    casework.add_helper("王站长", "sjb", "梨树县十家堡镇 乡镇");
    casework.pair("赵永发", "王站长");
    page.see("都有责任人了");
    page.by_role("button", "撤销").click();
    page.see("已撤销");
    casework.pair("赵永发", "王站长");
    casework.open_case("zyf", HOUSEHOLD);
    page.by_role("region", "帮扶责任人").see("王站长");
}

fn visit(page: &Page, casework: &Casework) {
    page.by_role("link", "走访").click();
    page.by_role("link", "补记走访").click();
    page.by_role("Date", "走访日期").fill("2025-01-27");
    page.by_role("textbox", "走访人").fill("王站长");
    page.by_role("combobox", "走访缘由").choose("节日慰问");
    page.by_role("radio", "春节").click();
    page.by_role("textbox", "走访记录").fill("春节慰问，送米面油");
    page.by_role("button", "保存").click();
    page.see("记录走访：已保存");
    page.see("春节慰问，送米面油");

    casework.tab("节日走访");
    page.by_role("button", "安排 1 次走访").click();
    page.see("1 户都已安排");
}

fn help_at_once(page: &Page, casework: &Casework) {
    casework.report("zyf", HOUSEHOLD, "自然灾害", "大雪压塌了棚");
    let open = page.by_role("region", "应急救助");
    open.see("还有 3 天");
    open.by_role("link", HOUSEHOLD.replace(' ', " · ").as_str()).click();
    page.by_role("link", "记一次跟进").click();
    page.by_role("textbox", "走访记录").fill("送去苫布和棉被");
    page.by_role("button", "保存").click();
    page.by_role("region", "跟进").see("送去苫布和棉被");
    page.by_role("link", "办结").click();
    page.by_role("textbox", "办理结果").fill("棚已修好");
    page.by_role("button", "保存").click();
    page.see("办结应急事项：已保存");
    page.see("棚已修好");
    casework.rail("今日");
    page.by_role("region", "近期走访").wait();
    page.by_role("region", "应急救助").wait_gone();
}

fn state_income(page: &Page, casework: &Casework) {
    casework.tab("识别标准");
    page.by_role("link", "设定标准").click();
    page.by_role("textbox", "年度").fill("2025");
    page.by_role("textbox", "人均纯收入标准").fill("4000");
    page.by_role("button", "保存").click();
    page.see("设定识别标准：已保存");

    casework.open_case("zyf", HOUSEHOLD);
    page.by_role("link", "收入").click();
    page.by_role("link", "填报收入").click();
    page.by_role("textbox", "年度").fill("2025");
    page.by_role("textbox", "工资性收入").fill("3000");
    page.see("低于标准");
    page.by_role("textbox", "家庭经营性收入").fill("6千");
    page.by_role("textbox", "生产经营支出").fill("1500");
    page.see("7,500 元");
    page.see("达到标准");
    page.by_role("button", "保存").click();
    page.see("2025 年 人均 7,500 元");
}

fn lift(page: &Page, casework: &Casework) {
    page.by_role("link", "概况").click();
    casework.step("脱贫", "2025-12-20");
    page.see("办理阶段：已保存");
    let life = casework.life();
    life.by_role("link", "再次困难").wait();
    for day in ["2024年12月19日", "2025年1月2日", "2025年12月20日"] {
        life.see(day);
    }
    page.assert_sound();
}
