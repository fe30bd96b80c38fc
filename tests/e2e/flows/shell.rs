//! What holds for every screen: it can be installed, it breaks no accessibility rule, and it says so when it cannot start.

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::{FirstOpening, Shell},
};
use serde_json::json;
use std::time::Duration;

fn with_page(mount: &str, flow: impl FnOnce(&Page, &Server)) {
    let server = Server::start(dist(), mount);
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page();
    flow(&page, &server);
}

#[test]
fn can_be_installed() {
    with_page("/siping/bangfu/", |page, server| {
        let _ = FirstOpening::open(page, server, "");
        page.until_ready_offline();
        let manifest = page.call("Page.getAppManifest", json!({}));
        assert_eq!(manifest["errors"], json!([]));
        let errors = page.call("Page.getInstallabilityErrors", json!({}));
        assert_eq!(errors["installabilityErrors"], json!([]));
    });
}

/// The network goes between the first page and an area: the area says so, the rest works, and a press brings it.
#[test]
fn an_area_that_has_not_come_says_so_and_comes_when_asked_again() {
    with_page("/", |page, server| {
        page.tolerate("Failed to fetch");
        page.tolerate("ERR_BLOCKED_BY_CLIENT");
        // As if the network went before the service worker had stored the app.
        page.call("Network.enable", json!({}));
        page.call("Network.setBypassServiceWorker", json!({ "bypass": true }));
        page.call("Network.setBlockedURLs", json!({ "urls": ["*split_training*"] }));
        let _ = FirstOpening::open(page, server, "").begin();
        page.by_role("link", "培训").click();
        page.see("这一部分还没有下载到本机");
        without_violations(page, "an area that has not come");
        page.by_role("link", "今日").click();
        page.by_role("region", "近期走访").wait();
        page.by_role("link", "培训").click();
        page.call("Network.setBlockedURLs", json!({ "urls": [] }));
        page.by_role("button", "再试一次").click();
        page.see_no("这一部分还没有下载到本机");
        page.by_role("heading", "培训").wait();
    });
}

/// Every kind of screen; those of one record are reached from a list.
const SCREENS: &[&str] = &[
    "",
    "cases",
    "cases/new",
    "training",
    "training?view=week",
    "training/sessions/new",
    "training/courses",
    "training/courses/new",
    "training/sites",
    "training/sites/new",
    "training/instructors",
    "training/instructors/new",
    "prosperity",
    "prosperity/cooperatives/new",
    "prosperity/demonstrations",
    "prosperity/demonstrations/new",
    "inbox",
    "log",
    "settings",
    "inbox",
    "log",
    "transfer",
    "no/such/page",
];

fn without_violations(page: &Page, screen: &str) {
    let violations = page.axe();
    assert!(violations.is_empty(), "{screen}: {violations:#?}");
}

#[test]
fn breaks_no_accessibility_rule() {
    with_page("/", |page, server| {
        page.set_patience(Duration::from_secs(60));
        let first = FirstOpening::open(page, server, "");
        without_violations(page, "the first opening");
        let _ = first.demonstration();
        page.see("演示数据：都是虚构的");
        for dark in [false, true] {
            page.dark(dark);
            for screen in SCREENS {
                let _ = Shell::open(page, server, screen);
                page.until("show the page", "document.querySelector('main h1, main p') !== null");
                without_violations(page, screen);
            }
            records_without_violations(page, server);
        }
    });
}

/// The address of the first record of a list whose rows are pressed.
fn opened(page: &Page, server: &Server, list: &str) -> String {
    let _ = Shell::open(page, server, list);
    let first = "document.querySelector('main [role=rowgroup] [role=row]')";
    page.until("show a row", &format!("{first} !== null"));
    page.evaluate(&format!("{first}.click()")).expect("a row can be pressed");
    page.until("open the record", "/[0-9a-f-]{36}$/.test(location.pathname)");
    page.evaluate("location.pathname.slice(1)").expect("a path").as_str().expect("a path").to_owned()
}

/// A case with each of its tabs, a session and its board, a cooperative, a demonstration household.
fn records_without_violations(page: &Page, server: &Server) {
    let first = |list: &str, links: &str| {
        let _ = Shell::open(page, server, list);
        page.until("show a record", &format!("document.querySelector('{links}') !== null"));
        let href = format!("new URL(document.querySelector('{links}').href).pathname.slice(1)");
        page.evaluate(&href).expect("a link has an address").as_str().expect("a path").to_owned()
    };
    let case = first("", "main a[href*=\"/cases/0\"]");
    let session = first("", "main a[href*=\"/training/sessions/0\"]");
    let household = opened(page, server, "prosperity/demonstrations");
    let cooperative = opened(page, server, "prosperity");
    let tabs = ["overview", "members", "needs", "visits", "trainings", "prosperity", "history"];
    let of_case = tabs.iter().map(|tab| format!("{case}?tab={tab}"));
    let others = [
        format!("{case}/edit"),
        format!("{case}/visits/new"),
        session.clone(),
        format!("{session}/enrol"),
        household,
        cooperative,
    ];
    for screen in of_case.chain(others) {
        let _ = Shell::open(page, server, &screen);
        page.until("show the page", "document.querySelector('main h1') !== null");
        without_violations(page, &screen);
    }
}

#[test]
fn says_in_three_languages_that_it_could_not_start() {
    with_page("/", |page, server| {
        let app = std::fs::read_dir(dist()).expect("there is a build").flatten().find(|file| {
            file.file_name().to_string_lossy().starts_with("bangfu-")
                && file.path().extension().is_some_and(|kind| kind == "wasm")
        });
        server.replace(&app.expect("the build has a wasm file").file_name().to_string_lossy(), b"cut off".to_vec());
        for part in ["wasm", "Wasm", "WebAssembly", "integrity"] {
            page.tolerate(part);
        }
        page.navigate(&server.url(""));
        page.see("没有打开");
        page.see("沒有開啟");
        page.see("did not open");
    });
}
