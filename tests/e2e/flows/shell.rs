//! What holds for every screen: it can be installed, it breaks no accessibility rule, and it says so when it cannot start.

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::Shell,
};
use serde_json::json;

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
        let _ = Shell::open(page, server, "");
        page.until_ready_offline();
        let manifest = page.call("Page.getAppManifest", json!({}));
        assert_eq!(manifest["errors"], json!([]));
        let errors = page.call("Page.getInstallabilityErrors", json!({}));
        assert_eq!(errors["installabilityErrors"], json!([]));
    });
}

#[test]
fn breaks_no_accessibility_rule() {
    with_page("/", |page, server| {
        let _ = Shell::open(page, server, "");
        let violations = page.axe();
        assert!(violations.is_empty(), "{violations:#?}");
    });
}

#[test]
fn says_in_three_languages_that_it_could_not_start() {
    with_page("/", |page, server| {
        let app = std::fs::read_dir(dist())
            .expect("there is a build")
            .flatten()
            .find(|file| file.path().extension().is_some_and(|kind| kind == "wasm"));
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
