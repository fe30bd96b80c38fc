//! Pictures of the screens for people to look at (`./dev shots`): each in both orientations, light and dark. It judges nothing.

use e2e::{
    harness::{Browser, Profile, Server, dist, root},
    pages::Shell,
};

/// A picture's name, and the screen's path.
const SCREENS: &[(&str, &str)] = &[("today", "")];

#[test]
#[ignore = "pictures for people to look at: ./dev shots"]
fn shots() {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    for (shape, width, height) in [("landscape", 1280, 800), ("portrait", 800, 1280), ("phone", 390, 844)] {
        let page = browser.page_sized(width, height);
        for (look, dark) in [("light", false), ("dark", true)] {
            page.dark(dark);
            for (name, path) in SCREENS {
                let _ = Shell::open(&page, &server, path);
                page.until_ready_offline();
                page.screenshot(&root().join(format!("target/shots/{name}-{shape}-{look}.png")));
            }
        }
    }
}
