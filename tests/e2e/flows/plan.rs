//! Planning a quarter, on the demonstration and without a network: from the demand of a county to a draft plan, a series,
//! a session moved and dragged, two plans side by side, one adopted and taken back; then 120 members are enrolled.

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::{Casework, FirstOpening},
};

#[test]
#[ignore = "written, not yet seen to pass from end to end"]
fn a_quarter_is_planned_from_the_demand_to_enrolments_in_landscape() {
    plan(1280, 800);
}

#[test]
#[ignore = "written, not yet seen to pass from end to end"]
fn a_quarter_is_planned_from_the_demand_to_enrolments_in_portrait() {
    plan(800, 1280);
}

fn plan(width: u32, height: u32) {
    let mut server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    let _ = FirstOpening::open(&page, &server, "").demonstration_offline(&mut server);

    let year = next_year(&page);
    begin_plan(&page, year);
    from_demand(&page, year);
    series(&page);
    move_about(&page, year);
    bad_input(&page, year);
    compare(&page);
    adopt(&page);
    enrol(&page, 120);
}

fn area(page: &Page, tab: &str) {
    Casework::new(page).area_tab("培训", "培训各页", tab);
}

/// The year that is planned: in the second half of a year the next one.
fn next_year(page: &Page) -> i64 {
    let now = "(() => { const now = new Date(Date.now() + 8 * 3600e3); return now.getUTCFullYear() + (now.getUTCMonth() > 5 ? 1 : 0); })()";
    page.evaluate(now).expect("a year").as_i64().expect("a year")
}

fn name(year: i64) -> String {
    format!("{year} 年培训计划")
}

fn begin_plan(page: &Page, year: i64) {
    area(page, "年度计划");
    page.see("公主岭市春季班草案");
    page.assert_sound();
    page.by_role("link", "新计划").nth(0).click();
    page.assert_sound();
    page.by_role("button", "保存").click();
    page.see("保存培训计划：已保存");
    page.by_role("heading", &name(year)).wait();
    page.assert_sound();
}

/// From the number of those who want to learn something in a county to a session for them.
fn from_demand(page: &Page, year: i64) {
    area(page, "需求");
    page.by_role("region", "按县区").wait();
    page.assert_sound();
    page.by_role("combobox", "排进").choose(&name(year));
    let label = "document.querySelector('section:last-of-type tbody td a.cell-link').ariaLabel";
    let label = page.evaluate(label).expect("a number");
    page.by_role("link", label.as_str().expect("a number")).click();
    page.by_role("grid", "名单").wait();
    page.see("想学");
    page.assert_sound();
    page.by_role("link", "为这些人排一期").click();
    page.by_role("Date", "开始日期").fill(&format!("{year}-01-11"));
    page.by_role("Date", "结束日期").fill(&format!("{year}-01-12"));
    page.by_role("textbox", "教室").fill("1教室");
    page.by_role("textbox", "座位数").fill("30");
    page.see("还没有讲师");
    page.assert_sound();
    page.by_role("button", "保存").click();
    page.see("保存计划班次：已保存");
    page.by_role("heading", &name(year)).wait();
    page.by_role("button", "1月 · 1").wait();
}

/// The rows of the month's list.
fn sessions(page: &Page, year: i64, month: u32) -> e2e::harness::Locator<'_> {
    page.by_role("region", &format!("{year}年{month}月的班次"))
}

fn series(page: &Page) {
    page.until("have a row", "document.querySelectorAll('.row a.quiet').length > 0");
    let repeat =
        "[...document.querySelectorAll('.row a.quiet')].find((one) => one.ariaLabel?.startsWith('再办几期')).ariaLabel";
    let repeat = page.evaluate(repeat).expect("a link");
    page.by_role("link", repeat.as_str().expect("a link")).click();
    page.by_role("textbox", "再办期数").fill("3");
    page.see("再办 3 期");
    page.assert_sound();
    page.by_role("button", "再办 3 期").click();
    page.see("重复班次：已保存");
    page.see("120 座");
}

/// By hand in the dialog, with the pointer on the calendar, and back by undo.
fn move_about(page: &Page, year: i64) {
    let list = sessions(page, year, 1);
    let button = "[...document.querySelectorAll('.row button.quiet')].find((one) => one.ariaLabel?.startsWith('改期')).ariaLabel";
    let button = page.evaluate(button).expect("a button");
    page.by_role("button", button.as_str().expect("a button")).click();
    let dialog = page.by_role("dialog", "改期");
    dialog.see("1月11");
    dialog.by_role("button", "晚一天").click();
    dialog.see("1月12");
    page.assert_sound();
    dialog.by_role("button", "改到这天").click();
    page.see("班次改期：已保存");
    list.see("1月12");
    drag(page);
    list.see("1月14");
    page.by_role("button", "撤销").nth(0).click();
    page.see("已撤销");
    list.see("1月12");
}

/// The first bar of the calendar is dragged two days on.
fn drag(page: &Page) {
    page.until("have a bar", "(() => { const bar = document.querySelector('.month-bar'); bar?.scrollIntoView({ block: 'center' }); return bar !== null; })()");
    let place = page.evaluate("(() => { const bar = document.querySelector('.month-bar').getBoundingClientRect(); const day = document.querySelector('.month-day').getBoundingClientRect(); return [bar.x + 20, bar.y + bar.height / 2, day.width]; })()");
    let place = place.expect("a bar");
    let [x, y, day] = [0, 1, 2].map(|at| place[at].as_f64().expect("a place"));
    let mouse = |kind: &str, x: f64| {
        let event =
            serde_json::json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
        page.call("Input.dispatchMouseEvent", event);
    };
    mouse("mousePressed", x);
    mouse("mouseMoved", x + day);
    page.until("show where it would lie", "document.querySelectorAll('.month-day.drop').length === 2");
    mouse("mouseMoved", x + day * 2.0);
    mouse("mouseReleased", x + day * 2.0);
    page.see("班次改期：已保存");
}

/// What is missing, the wrong way round, or in two places has its sentence; nothing that was typed is lost.
fn bad_input(page: &Page, year: i64) {
    page.by_role("link", "安排班次").nth(0).click();
    page.by_role("button", "保存").click();
    page.see("请填写");
    page.by_role("Date", "开始日期").fill(&format!("{year}-02-10"));
    page.by_role("Date", "结束日期").fill(&format!("{year}-02-08"));
    page.by_role("button", "保存").click();
    page.see("结束早于开始");
    page.by_role("Date", "结束日期").fill(&format!("{}-02-08", year + 1));
    page.by_role("button", "保存").click();
    page.see(&format!("不在计划的 {year} 年内"));
    page.by_role("link", "返回").click();
    page.by_role("heading", &name(year)).wait();
}

fn compare(page: &Page) {
    page.by_role("link", "复制").click();
    page.by_role("button", "保存").click();
    page.see("复制培训计划：已保存");
    page.by_role("button", "作废").click();
    page.see("更改计划状态：已保存");
    page.by_role("link", "对比").click();
    page.by_role("region", "逐项对比").see("够培训的人");
    page.by_role("region", "逐项对比").see("+120");
    page.assert_sound();
    area(page, "年度计划");
    page.assert_sound();
}

/// Adopted, taken back with one press, and adopted again.
fn adopt(page: &Page) {
    let year = next_year(page);
    page.by_role("link", &name(year)).click();
    page.by_role("button", "通过计划").click();
    let dialog = page.by_role("dialog", "通过这份计划？");
    dialog.see("4 个班次");
    dialog.by_role("button", "通过计划").click();
    page.see("通过培训计划：已保存");
    page.see("执行中");
    page.by_role("button", "撤销").nth(0).click();
    page.see("已撤销");
    page.by_role("button", "通过计划").click();
    dialog.by_role("button", "通过计划").click();
    page.see("通过培训计划：已保存");
    page.assert_sound();
}

/// Each session of the plan is filled from those who should come, until so many are enrolled.
fn enrol(page: &Page, people: usize) {
    let mut enrolled = 0;
    for turn in 0.. {
        if enrolled >= people {
            break;
        }
        let months = "[...document.querySelectorAll('button[aria-pressed]')].filter((one) => /^\\d+月 · [1-9]/.test(one.innerText)).map((one) => one.innerText)";
        let months = page.evaluate(months).expect("months");
        let months: Vec<String> =
            months.as_array().into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect();
        let sessions: Vec<(String, usize)> = months
            .iter()
            .flat_map(|month| {
                let count = month.rsplit(' ').next().and_then(|count| count.parse::<usize>().ok()).unwrap_or(0);
                (0..count).map(move |place| (month.clone(), place))
            })
            .collect();
        let (month, place) = sessions.get(turn).expect("a session that is not full");
        page.by_role("button", month).click();
        page.until("show its sessions", &format!("document.querySelectorAll('a.row-title').length > {place}"));
        page.evaluate(&format!("document.querySelectorAll('a.row-title')[{place}].click()")).expect("opens");
        page.by_role("link", "报名").click();
        page.by_role("button", "选前 30 人").click();
        page.by_role("button", "报名 30 人").click();
        page.see("报名：已保存");
        enrolled += 30;
        area(page, "年度计划");
        page.by_role("link", &name(next_year(page))).click();
    }
    assert_eq!(enrolled, people);
    Casework::new(page).rail("培训");
    page.by_role("navigation", "培训各页").wait();
    page.assert_sound();
}
