//! What training keeps beside its sessions, on the demonstration with the network cut: a guidance team plans a home visit,
//! writes it up with a day to look again, and is due again; science goes to a village; a distance class gets its places;
//! an instructor's file goes out as a calendar; the table of bases stands over the sites.

use e2e::harness::{Browser, Page, Profile, Server, dist};
use e2e::pages::{Casework, FirstOpening};

#[test]
#[ignore = "written, not yet seen to pass from end to end"]
fn teams_go_into_homes_and_classes_go_to_places_in_landscape() {
    go(1280, 800);
}

#[test]
#[ignore = "written, not yet seen to pass from end to end"]
fn teams_go_into_homes_and_classes_go_to_places_in_portrait() {
    go(800, 1280);
}

fn go(width: u32, height: u32) {
    let mut server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    let _ = FirstOpening::open(&page, &server, "").demonstration_offline(&mut server);
    home_visit(&page);
    outreach(&page);
    files(&page);
    places(&page);
}

fn tab(page: &Page, name: &str) {
    Casework::new(page).area_tab("培训", "培训各页", name);
}

/// A team is sent into a home, advises, and is due again by itself.
fn home_visit(page: &Page) {
    tab(page, "指导组");
    page.see("18 组");
    page.assert_sound();
    page.by_role("region", "指导组").all("link").nth(0).click();
    page.by_role("region", "入户指导").wait();
    page.assert_sound();
    let team = page.url();
    pick(page, "去哪一户", "zhao");
    page.by_role("Date", "计划日期").fill(&day(page, 0));
    page.by_role("button", "保存").click();
    page.see("安排走访：已保存");
    page.navigate(&team);
    page.by_role("region", "入户指导").see("待去 1 次");
    page.by_role("region", "入户指导").all("link").nth(0).click();
    page.by_role("textbox", "走访记录").fill("看了大棚和鸡舍");
    page.by_role("textbox", "指导意见").fill("鸡舍每周消毒一次");
    page.by_role("Date", "再看日期").fill(&day(page, 0));
    page.by_role("button", "保存").click();
    page.see("再看日期要晚于这次走访。");
    page.by_role("Date", "再看日期").fill(&day(page, 20));
    page.by_role("button", "保存").click();
    page.see("记录走访：已保存");
    page.navigate(&team);
    page.by_role("region", "入户指导").see("待去 1 次");
    page.by_role("region", "入户指导").see("鸡舍每周消毒一次");
}

/// Types into a search and takes its first result.
fn pick(page: &Page, label: &str, typed: &str) {
    let field = page.by_role("combobox", label);
    field.fill(typed);
    page.until("there are results", "document.querySelectorAll('[role=option]').length > 0");
    field.press("ArrowDown");
    field.press("Enter");
}

/// So many days from today, as a field of days takes it.
fn day(page: &Page, days: i64) -> String {
    let said = format!(
        "(() => {{ const d = new Date(); d.setDate(d.getDate() + {days}); return [d.getFullYear(), String(d.getMonth() + 1).padStart(2, '0'), String(d.getDate()).padStart(2, '0')].join('-'); }})()"
    );
    page.evaluate(&said).expect("a day").as_str().expect("a day").to_owned()
}

fn outreach(page: &Page) {
    tab(page, "送科技下乡");
    page.see("48 次");
    page.assert_sound();
    page.by_role("link", "安排下乡").click();
    page.by_role("textbox", "主题").fill("食用菌越冬管理");
    page.by_role("button", "保存").click();
    page.see("请填写。");
    pick(page, "村", "dong");
    page.by_role("textbox", "到场人数").fill("86");
    page.by_role("button", "保存").click();
    page.see("保存送科技下乡：已保存");
    page.by_role("link", "食用菌越冬管理").wait();
}

/// An instructor's file, and its calendar; the table of bases.
fn files(page: &Page) {
    tab(page, "讲师");
    page.by_role("region", "讲师").all("link").nth(0).click();
    page.by_role("region", "办班情况").wait();
    page.assert_sound();
    let bytes = page.download(|| page.by_role("button", "日历文件").click());
    let text = String::from_utf8(bytes).expect("text");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.contains("BEGIN:VEVENT"), "{text}");
    tab(page, "场所");
    page.by_role("region", "各县（市、区）的基地").wait();
    page.assert_sound();
}

/// A distance class that is followed at two more sites, each with its own roll.
fn places(page: &Page) {
    tab(page, "课程");
    page.by_role("link", "安排班次 实用技能·办公自动化").click();
    page.by_role("Date", "开始日期").fill(&day(page, 0));
    let site = page.evaluate("document.querySelectorAll('select').length").expect("a number");
    assert!(site.as_u64().is_some_and(|count| count > 0), "sites are in a list");
    page.evaluate(CHOOSE_SITE).expect("a site is chosen");
    page.by_role("button", "保存").click();
    page.by_role("region", "收看点").by_role("link", "开设收看点").click();
    page.by_role("button", "开设 0 处").wait();
    page.assert_sound();
    page.evaluate("[...document.querySelectorAll('input[type=checkbox]')].slice(0, 2).forEach(box => box.click())")
        .expect("two");
    page.by_role("button", "开设 2 处").click();
    page.see("开设收看点：已保存");
    page.by_role("region", "收看点").see("2 处");
    page.assert_sound();
    page.by_role("region", "收看点").all("link").nth(0).click();
    page.see("这是收看点");
}

/// Chooses the first site of the list.
const CHOOSE_SITE: &str = "(() => { const list = [...document.querySelectorAll('label')].find(l => l.innerText.startsWith('场所')); const select = document.getElementById(list.getAttribute('for')); select.selectedIndex = 1; select.dispatchEvent(new Event('change', { bubbles: true })); })()";
