//! Enrolment planned for a village and adopted, the picture of who leads whom walked with a finger, and what came of it;
//! on the demonstration and without a network.

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::{Casework, FirstOpening},
};

#[test]
fn a_village_joins_and_the_picture_is_walked_in_landscape() {
    joining(1280, 800);
}

#[test]
fn a_village_joins_and_the_picture_is_walked_in_portrait() {
    joining(800, 1280);
}

fn joining(width: u32, height: u32) {
    let (mut server, profile) = (Server::start(dist(), "/"), Profile::fresh());
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    let _ = FirstOpening::open(&page, &server, "").demonstration_offline(&mut server);
    plan(&page);
    admit(&page);
    walk(&page);
    tables(&page);
    outcomes(&page);
}

fn area(page: &Page, tab: &str) {
    Casework::new(page).area_tab("带富", "带富栏目", tab);
}

/// The first village whose households are not all enrolled.
fn plan(page: &Page) {
    area(page, "合作社");
    page.by_role("link", "入社规划").click();
    page.by_role("combobox", "县（市、区）").choose("梨树县");
    let households = page.by_role("region", "还没入社的家庭");
    households.see("建议加入");
    page.assert_sound();
    let first = "document.querySelector('.row .why').innerText.split(' · ')[0]";
    let village = page.evaluate(first).expect("a village");
    let village = village.as_str().expect("a name").to_owned();
    page.by_role("combobox", "村").choose(&village);
    let shown = format!(
        "[...document.querySelectorAll('.row .why')].slice(0, 3).every((line) => line.innerText.includes('{village}') || !line.innerText.includes('建议'))"
    );
    page.until("show that village", &shown);
    households.by_role("button", "全选").click();
    page.by_role("button", "安排入社").click();
    page.see("安排入社：已保存");
    page.assert_sound();
}

fn admit(page: &Page) {
    let planned = page.by_role("region", "已安排，待办理");
    planned.by_role("button", "全部办理入社").click();
    page.see("办理入社：已保存");
    planned.see("没有待办理的");
    page.by_role("button", "撤销").click();
    planned.by_role("button", "全部办理入社").click();
    planned.see("没有待办理的");
}

/// Where the first demonstration household of the picture is on the screen.
fn first_hub(page: &Page) -> (f64, f64) {
    let script = "(() => { const svg = document.querySelector('.glass-box svg'); const [x, y] = svg.querySelector('.who-hubs').getAttribute('d').slice(1).split('h')[0].split(' ').map(Number); const at = new DOMPoint(x, y).matrixTransform(svg.getScreenCTM()); return [at.x, at.y]; })()";
    let found = page.evaluate(script).expect("a place");
    (found[0].as_f64().expect("across"), found[1].as_f64().expect("down"))
}

fn mouse(page: &Page, kind: &str, (x, y): (f64, f64)) {
    let buttons = i32::from(kind != "mouseReleased");
    let event =
        serde_json::json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": buttons, "clickCount": 1 });
    page.call("Input.dispatchMouseEvent", event);
}

/// Pressed, pushed, brought nearer; and how long a push takes to be drawn.
fn walk(page: &Page) {
    area(page, "带动图");
    page.see("示范户 200 户");
    page.by_role("region", "图例").see("档案里的被带动户");
    page.assert_sound();
    for _ in 0..3 {
        page.by_role("button", "放大").click();
    }
    page.by_role("button", "看全图").click();
    let at = first_hub(page);
    mouse(page, "mousePressed", at);
    mouse(page, "mouseReleased", at);
    page.by_role("link", "打开示范户").wait();
    page.see("计入年增收");
    page.assert_sound();
    let before = page.evaluate("document.querySelector('.glass-box svg').getAttribute('viewBox')").expect("a view");
    mouse(page, "mousePressed", at);
    mouse(page, "mouseMoved", (at.0 + 60.0, at.1 + 40.0));
    mouse(page, "mouseReleased", (at.0 + 60.0, at.1 + 40.0));
    let moved = format!("document.querySelector('.glass-box svg').getAttribute('viewBox') !== {before}");
    page.until("have moved", &moved);
    println!("drawing a push of the whole picture, ms: {}", frames(page));
}

/// The middle and the worst of sixty frames in which the picture is pushed.
fn frames(page: &Page) -> String {
    let script = "window.pushed = (async () => { const svg = document.querySelector('.glass-box svg'); const [x, y, w, h] = svg.getAttribute('viewBox').split(' ').map(Number); const took = []; let last = performance.now(); for (let i = 0; i < 60; i++) { svg.setAttribute('viewBox', [x + i * 4, y + i * 2, w, h].join(' ')); await new Promise(requestAnimationFrame); const now = performance.now(); took.push(now - last); last = now; } took.sort((a, b) => a - b); window.took = took[30].toFixed(1) + ' / ' + took[59].toFixed(1); })(), true";
    page.evaluate(script).expect("starts");
    page.until("have drawn sixty frames", "!!window.took");
    page.evaluate("window.took").expect("a time").as_str().unwrap_or_default().to_owned()
}

/// The same for those who cannot see it, and those whom nobody leads.
fn tables(page: &Page) {
    page.by_role("radio", "带动表").click();
    page.by_role("grid", "带动表").all("row").nth(1).wait();
    page.assert_sound();
    page.by_role("radio", "没人带的困难户").click();
    page.by_role("grid", "没人带的困难户").all("row").nth(1).wait();
    page.assert_sound();
}

fn outcomes(page: &Page) {
    area(page, "带动成效");
    page.by_role("region", "合计").see("计入年增收");
    page.by_role("grid", "带动成效").all("row").nth(1).wait();
    page.assert_sound();
    page.by_role("radio", "合作社").click();
    page.by_role("region", "合计").see("户均收入");
    page.assert_sound();
}
