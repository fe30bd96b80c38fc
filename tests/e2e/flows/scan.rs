//! Cards before the camera, on the demonstration with the network cut: Chromium's pretended camera plays the very cards
//! that the app prints. Each marks its owner once; a foreign code, a card that was marked before and somebody who is not
//! enrolled get their sentences.

use e2e::harness::{Browser, Film, Grid, Page, Profile, Server, dist};
use e2e::pages::FirstOpening;
use fast_qr::qr::QRBuilder;

#[test]
fn cards_before_the_camera_mark_their_owners_in_landscape() {
    scan(1280, 800);
}

#[test]
fn cards_before_the_camera_mark_their_owners_in_portrait() {
    scan(800, 1280);
}

/// A card: whose it is, and its code as it is printed.
struct Card {
    name: String,
    code: Grid,
}

fn scan(width: u32, height: u32) {
    let mut server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let film = profile.folder().join("film.y4m");
    let browser = Browser::open_with_camera(&profile, &film);
    let page = browser.page_sized(width, height);
    let _ = FirstOpening::open(&page, &server, "").demonstration_offline(&mut server);

    let stranger = stranger(&page);
    let [one, two] = first_cards(&page);
    let foreign = grid("https://example.org/not-a-card");
    let film_of = Film::default().code(&one.code, 2).nothing(3).code(&two.code, 2).nothing(3);
    film_of.code(&foreign, 2).nothing(3).code(&stranger.code, 2).nothing(3).write(&film);

    page.by_role("link", "返回").click();
    page.by_role("link", "签到").click();
    page.by_role("list", "名单").wait();
    let people = page.by_role("list", "名单").all("button").count();
    page.by_role("button", "扫码").click();
    let dialog = page.by_role("dialog", "扫学员卡");
    dialog.see(&one.name);
    dialog.see(&two.name);
    dialog.see(&format!("2 / {people} 到"));
    dialog.see("这不是学员卡");
    page.assert_sound();
    dialog.see("没有报这一班");
    dialog.by_role("button", &format!("现场报名 {}", stranger.name)).click();
    dialog.see(&format!("3 / {} 到", people + 1));
    dialog.see("已经签到过了");
    dialog.by_role("button", "关闭").nth(0).click();
    page.see(&format!("3 / {} 到", people + 1));
}

/// Opens today's first session, and there the cards: the first two as they are printed.
fn first_cards(page: &Page) -> [Card; 2] {
    page.by_role("navigation", "主导航").by_role("link", "今日").click();
    page.by_role("region", "近期班次").all("link").nth(0).click();
    let cards = cards(page);
    page.by_role("link", "返回").click();
    page.by_role("link", "签到").click();
    page.by_role("link", "学员卡").click();
    page.assert_sound();
    let mut cards = cards.into_iter();
    [cards.next(), cards.next()].map(|card| card.expect("two people are enrolled"))
}

/// Somebody of the last session of these days who is not in the first one.
fn stranger(page: &Page) -> Card {
    let here = names_of(page, 0);
    let sessions = page.by_role("region", "近期班次");
    sessions.wait();
    let last = page.evaluate("[...document.querySelectorAll('.card')].find(c => c.innerText.startsWith('近期班次')).querySelectorAll('.row-title').length");
    let last = usize::try_from(last.expect("a number").as_u64().expect("a number")).expect("a number") - 1;
    page.evaluate(&format!("[...document.querySelectorAll('.card')].find(c => c.innerText.startsWith('近期班次')).querySelectorAll('.row-title')[{last}].click()")).expect("it opens");
    let there = cards(page);
    there.into_iter().find(|card| !here.contains(&card.name)).expect("somebody else")
}

/// The names of those who are enrolled in a session of these days.
fn names_of(page: &Page, place: usize) -> Vec<String> {
    page.by_role("region", "近期班次").all("link").nth(place).click();
    let names = cards(page).into_iter().map(|card| card.name).collect();
    page.by_role("navigation", "主导航").by_role("link", "今日").click();
    names
}

/// The cards of the session that is shown.
fn cards(page: &Page) -> Vec<Card> {
    page.by_role("region", "座位").wait();
    let address = format!("{}/cards", page.url());
    page.navigate(&address);
    page.by_role("button", "打印").wait();
    page.until("there are cards", "document.querySelectorAll('.member-card').length > 1");
    let read = "JSON.stringify([...document.querySelectorAll('.member-card')].map(card => ({ name: card.querySelector('b').innerText, side: +card.querySelector('svg').getAttribute('viewBox').split(' ')[2], path: card.querySelector('path').getAttribute('d') })))";
    let said = page.evaluate(read).expect("cards");
    let all: serde_json::Value = serde_json::from_str(said.as_str().expect("a text")).expect("JSON");
    let card = |card: &serde_json::Value| Card {
        name: card["name"].as_str().expect("a name").to_owned(),
        code: drawn(card["side"].as_u64().expect("a side"), card["path"].as_str().expect("a path")),
    };
    all.as_array().expect("a list").iter().map(card).collect()
}

/// The modules of a code out of its drawing: `M{x} {y}h{run}v1h-{run}z` for each run of dark ones, behind a quiet zone of 4.
fn drawn(side: u64, path: &str) -> Grid {
    let size = usize::try_from(side).expect("a side") - 8;
    let mut grid = vec![vec![false; size]; size];
    for run in path.split('M').skip(1) {
        let numbers: Vec<usize> =
            run.split(['h', 'v', ' ']).take(3).map(|number| number.parse().expect("a number")).collect();
        for column in numbers[0]..numbers[0] + numbers[2] {
            grid[numbers[1] - 4][column - 4] = true;
        }
    }
    grid
}

fn grid(text: &str) -> Grid {
    let code = QRBuilder::new(text).build().expect("a code");
    (0..code.size).map(|row| (0..code.size).map(|column| code[row][column].value()).collect()).collect()
}
