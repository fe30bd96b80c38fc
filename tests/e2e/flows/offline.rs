//! The app opens without any network, at any address, under any path; and a newer version waits until it is accepted.

use e2e::{
    harness::{Browser, Profile, Server, dist},
    pages::FirstOpening,
};
use std::fs;

fn opens_offline(mount: &str) {
    let mut server = Server::start(dist(), mount);
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page();
    let _ = FirstOpening::open(&page, &server, "");
    page.until_ready_offline();
    server.stop();
    page.tolerate("ERR_CONNECTION_REFUSED");
    page.tolerate("ERR_INTERNET_DISCONNECTED");

    page.reload();
    let _ = FirstOpening::started(&page);

    page.navigate(&server.url("cases/123?filter=a%26b"));
    let _ = FirstOpening::started(&page);
    assert_eq!(page.url(), server.url("cases/123?filter=a%26b"));
    page.until("know where the app's root lies", &format!("document.baseURI === '{}'", server.url("")));
}

#[test]
fn opens_offline_at_the_root() {
    opens_offline("/");
}

#[test]
fn opens_offline_under_a_sub_path() {
    opens_offline("/siping/bangfu/");
}

#[test]
fn opens_offline_after_the_battery_died() {
    let mut server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page();
    let _ = FirstOpening::open(&page, &server, "");
    page.until_ready_offline();
    browser.kill();
    drop(page);
    server.stop();

    let browser = Browser::open(&profile);
    let page = browser.page();
    page.tolerate("ERR_CONNECTION_REFUSED");
    let _ = FirstOpening::open(&page, &server, "training");
}

/// Before the service worker answers, the root is only known from the address at which the page was loaded.
#[test]
fn keeps_its_root_while_the_address_changes() {
    let server = Server::start(dist(), "/siping/bangfu/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page();
    let _ = FirstOpening::open(&page, &server, "");
    page.evaluate("history.pushState(null, '', 'cases/123/visits')").expect("the address can be changed");
    assert_eq!(page.url(), server.url("cases/123/visits"));
    assert_eq!(page.evaluate("document.baseURI"), Ok(server.url("").into()));
}

#[test]
fn first_install_is_no_update() {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page();
    let _ = FirstOpening::open(&page, &server, "");
    page.until_ready_offline();
    assert_eq!(page.evaluate("document.documentElement.dataset.update ?? 'none'"), Ok("none".into()));
}

#[test]
fn a_newer_version_waits_until_it_is_accepted() {
    let server = Server::start(dist(), "/siping/bangfu/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page();
    let _ = FirstOpening::open(&page, &server, "");
    page.until_ready_offline();

    server.replace("sw.js", newer_worker());
    page.reload();
    page.until("hear of the newer version", "document.documentElement.dataset.update === 'ready'");
    let caches =
        "caches.keys().then((names) => names.filter((name) => name.startsWith('bangfu /siping/bangfu/ ')).length";
    assert_eq!(page.evaluate(&format!("{caches})")), Ok(2.into()), "the version in use is kept beside the newer one");

    page.evaluate("window.seen = true, dispatchEvent(new CustomEvent('bangfu-update-accepted'))")
        .expect("the event can be sent");
    page.until("be reloaded", "window.seen === undefined");
    page.until("drop the older version", &format!("{caches} === 1)"));
    let _ = FirstOpening::started(&page);
}

/// The same app under another version: any other byte makes it a newer worker.
fn newer_worker() -> Vec<u8> {
    let worker = fs::read_to_string(dist().join("sw.js")).expect("the build has a worker");
    worker.replacen("const VERSION = '", "const VERSION = 'newer-", 1).into_bytes()
}

#[test]
fn a_login_page_in_the_apps_place_is_refused() {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page();
    let _ = FirstOpening::open(&page, &server, "");
    page.until_ready_offline();

    server.replace("sw.js", newer_worker());
    server.replace("index.html", b"<!DOCTYPE html><title>login</title>".to_vec());
    page.tolerate("integrity");
    let outcome = "navigator.serviceWorker.getRegistration().then(async (registration) => {
      const found = new Promise((done) => registration.addEventListener('updatefound', () => done(registration.installing)));
      await registration.update();
      const worker = await found;
      return new Promise((done) => worker.addEventListener('statechange', () => done(worker.state)));
    })";
    assert_eq!(page.evaluate(outcome), Ok("redundant".into()));
    page.reload();
    let _ = FirstOpening::started(&page);
}
