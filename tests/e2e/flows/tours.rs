//! A tour from plan to visitors' book, on the demonstration and without a network: eight stops, a better order, a closed
//! door, the guide's view from start to end with a reload in the middle, and what a visitor wants to learn.

use e2e::{
    harness::{Browser, Locator, Page, Profile, Server, dist},
    pages::{Casework, FirstOpening},
};

#[test]
fn a_tour_is_planned_led_and_signed_in_landscape() {
    tour(1280, 800);
}

#[test]
fn a_tour_is_planned_led_and_signed_in_portrait() {
    tour(800, 1280);
}

fn tour(width: u32, height: u32) {
    let mut server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    let _ = FirstOpening::open(&page, &server, "").demonstration_offline(&mut server);
    page.by_role("region", "今天的参观").by_role("link", "开始讲解 示范户与合作社一日行").wait();

    let led = led_households(&page, &server);
    assert!(led.len() > 2, "households that must not be named: {led:?}");
    plan(&page);
    choose_stops(&page);
    better_order(&page);
    closed_door(&page);
    page.assert_sound();
    lead(&page, &led);
    sign_in(&page);
    find_in_register(&page);
}

fn area(page: &Page, tab: &str) {
    Casework::new(page).area_tab("带富", "带富栏目", tab);
}

fn timetable(page: &Page) -> Locator<'_> {
    page.by_role("region", "行程")
}

/// The name of the stop at a place: the first link is that to add more.
fn stop(page: &Page, place: usize) -> Locator<'_> {
    timetable(page).all("link").nth(place + 1)
}

/// The names of households that a demonstration household leads.
fn led_households(page: &Page, server: &Server) -> Vec<String> {
    page.navigate(&server.url("prosperity/demonstrations?state=chosen"));
    page.see("已入选");
    page.by_role("grid", "示范户").all("row").nth(1).click();
    page.by_role("region", "带动的家庭").wait();
    let links = page.by_role("region", "带动的家庭").all("link");
    let names: Vec<String> = (0..links.count()).map(|place| links.nth(place).text()).collect();
    names.into_iter().filter(|name| (2..=4).contains(&name.chars().count()) && !name.contains("修改")).collect()
}

fn plan(page: &Page) {
    area(page, "参观路线");
    page.assert_sound();
    page.by_role("link", "安排参观").click();
    page.by_role("button", "保存").click();
    page.see("还有几处要改");
    page.by_role("textbox", "路线名称").fill("食用菌观摩");
    let today = "new Date(Date.now() + 8 * 3600e3).toISOString().slice(0, 10)";
    let today = page.evaluate(today).expect("a day");
    page.by_role("Date", "参观日期").fill(today.as_str().expect("a day"));
    page.by_role("textbox", "来宾单位").fill("邻县考察团");
    page.by_role("textbox", "讲解员").fill("李站长");
    page.assert_sound();
    page.by_role("button", "保存").click();
    page.see("安排参观：已保存");
    page.by_role("heading", "食用菌观摩").wait();
}

fn choose_stops(page: &Page) {
    timetable(page).by_role("link", "添加参观点").click();
    let plan = [("示范户", "梨树县", 3), ("示范户", "公主岭市", 2), ("合作社", "梨树县", 2), ("基地", "公主岭市", 1)];
    let mut chosen = 0;
    for (kind, county, count) in plan {
        page.by_role("combobox", "类别").choose(kind);
        page.by_role("combobox", "县（市、区）").choose(county);
        page.until(
            "be narrowed",
            &format!("[...document.querySelectorAll('.why')].every((line) => line.innerText.includes('{county}'))"),
        );
        for place in 0..count {
            page.by_role("region", "可参观的地方").all("button").nth(place).click();
            chosen += 1;
            page.see(&format!("已选 {chosen} 处"));
        }
    }
    page.assert_sound();
    page.by_role("button", "加入路线").click();
    page.see("添加参观点：已保存");
    timetable(page).see("8 站");
}

fn better_order(page: &Page) {
    timetable(page).see("路上少走");
    page.by_role("button", "用这个顺序").click();
    page.see("调整参观顺序：已保存");
    page.see_no("路上少走");
    let name = stop(page, 2).text();
    timetable(page).by_role("button", &format!("上移 {name}")).click();
    page.until("have moved it", &format!("document.activeElement.ariaLabel === '上移 {name}'"));
    assert_eq!(stop(page, 1).text(), name, "the stop stands one place earlier");
    timetable(page).by_role("button", &format!("拖动 {name}，或按上下方向键")).press("ArrowDown");
    page.until("have moved it back", &format!("document.activeElement.ariaLabel?.startsWith('拖动 {name}')"));
    assert_eq!(stop(page, 2).text(), name, "the stop stands where it stood");
    drag(page, &name);
}

/// The stop is dragged up to the first place, and brought back by undo.
fn drag(page: &Page, name: &str) {
    let place = |label: &str| {
        let found = page.evaluate(&format!("(() => {{ const box = [...document.querySelectorAll('button')].find((one) => one.ariaLabel === '{label}').getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; }})()"));
        let found = found.expect("a handle");
        (found[0].as_f64().expect("a place"), found[1].as_f64().expect("a place"))
    };
    timetable(page)
        .by_role("button", &format!("拖动 {name}，或按上下方向键"))
        .until("(this.scrollIntoView({ block: 'center' }), true)");
    let first = stop(page, 0).text();
    let (x, from) = place(&format!("拖动 {name}，或按上下方向键"));
    let (_, to) = place(&format!("拖动 {first}，或按上下方向键"));
    let mouse = |kind: &str, y: f64| {
        let event =
            serde_json::json!({ "type": kind, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1 });
        page.call("Input.dispatchMouseEvent", event);
    };
    mouse("mousePressed", from);
    mouse("mouseMoved", f64::midpoint(from, to));
    mouse("mouseMoved", to - 30.0);
    mouse("mouseReleased", to - 30.0);
    page.until("have been dragged", &format!("document.activeElement.ariaLabel?.startsWith('拖动 {name}')"));
    assert_eq!(stop(page, 0).text(), name, "the stop stands first");
    page.by_role("button", "撤销").nth(0).click();
    page.see("已撤销");
    assert_eq!(stop(page, 0).text(), first, "undo brings it back");
}

fn closed_door(page: &Page) {
    stop(page, 0).click();
    page.by_role("textbox", "可参观起").fill("11:00");
    page.by_role("textbox", "一句话").fill("一朵木耳，带起一个村");
    page.assert_sound();
    page.by_role("button", "保存").click();
    page.see("修改参观点：已保存");
    timetable(page).see("11:00 才开门");
    timetable(page).see("有 1 站到的时候不开门");
}

fn lead(page: &Page, led: &[String]) {
    page.by_role("link", "开始讲解").click();
    page.see("1 / 8 站");
    page.by_role("heading", "一朵木耳，带起一个村").wait();
    assert_eq!(page.by_role("navigation", "主导航").count(), 0, "no rail");
    page.assert_sound();
    for place in 1..8 {
        nobody_is_named(page, led);
        if place % 2 == 0 {
            page.press("ArrowRight");
        } else {
            page.by_role("button", "下一站").click();
        }
        page.see(&format!("{} / 8 站", place + 1));
        if place == 3 {
            page.reload();
            page.see("4 / 8 站");
            page.press("ArrowLeft");
            page.see("3 / 8 站");
            page.by_role("button", "下一站").click();
            page.see("4 / 8 站");
        }
    }
    nobody_is_named(page, led);
    page.by_role("button", "结束").click();
    page.by_role("heading", "谢谢来看").wait();
    page.assert_sound();
}

/// No household that is led, no telephone, on any side of the stop.
fn nobody_is_named(page: &Page, led: &[String]) {
    for side in ["谁跟着干", "前后对比", "成效"] {
        if page.by_role("button", side).count() == 1 {
            page.by_role("button", side).click();
            page.by_role("button", side).until("this.ariaPressed === 'true'");
            let text = page.text();
            let named = led.iter().find(|name| text.contains(name.as_str()));
            assert_eq!(named, None, "a led household is named: {text}");
            page.until("show no telephone", "!/1\\d{10}/.test(document.body.innerText)");
        }
    }
}

fn sign_in(page: &Page) {
    page.by_role("link", "来宾签到").click();
    page.by_role("textbox", "姓名").fill("周来宾");
    page.by_role("textbox", "单位").fill("邻县农业局");
    page.by_role("radio", "食用菌栽培").click();
    page.by_role("textbox", "留言").fill("看得见，学得会。");
    page.assert_sound();
    page.by_role("button", "签到").click();
    page.see("签好了，谢谢您");
    page.assert_sound();
    page.by_role("link", "回到讲解").click();
    page.by_role("link", "退出讲解").click();
    let visitors = page.by_role("region", "来宾");
    visitors.see("周来宾 · 邻县农业局");
    visitors.see("待联系");
}

fn find_in_register(page: &Page) {
    page.by_role("link", "在档案里找 周来宾").click();
    page.by_role("combobox", "档案里的成员").fill("王");
    page.by_role("combobox", "档案里的成员").press("ArrowDown");
    page.press("Enter");
    page.assert_sound();
    page.by_role("button", "保存").click();
    page.see("认出来宾：已保存");
    page.by_role("region", "来宾").see("已记入培训意愿");
}
