//! What a download costs and how long a cold start takes (`./dev bench`). Figures for people: it must never fail because
//! of a slow machine.

use e2e::harness::{Browser, Profile, Server, dist};
use serde_json::json;
use std::{fs, io::Write, path::Path};

const STARTS: usize = 7;

/// Notes when the main navigation first stood in the document, and was painted.
const WATCH: &str = "new MutationObserver((_, observer) => {
  if (!document.querySelector('nav[aria-label]')) return;
  observer.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => { window.usable = performance.now(); }));
}).observe(document, { subtree: true, childList: true })";

fn main() {
    downloads();
    cold_starts();
}

fn downloads() {
    let (mut raw, mut packed) = (0, 0);
    println!("{:>10} {:>10}  file", "bytes", "brotli");
    for file in fs::read_dir(dist()).expect("there is a build").flatten() {
        let path = file.path();
        if !path.extension().is_some_and(|kind| ["html", "js", "css", "wasm"].iter().any(|wanted| kind == *wanted)) {
            continue;
        }
        let (bytes, small) = sizes(&path);
        println!("{bytes:>10} {small:>10}  {}", file.file_name().to_string_lossy());
        raw += bytes;
        packed += small;
    }
    println!("{raw:>10} {packed:>10}  all");
}

fn sizes(path: &Path) -> (usize, usize) {
    let content = fs::read(path).expect("a built file can be read");
    let mut packer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    packer.write_all(&content).expect("memory takes what is written");
    (content.len(), packer.into_inner().len())
}

/// Each from a process of its own, with what the profile has cached, and no network.
fn cold_starts() {
    let mut server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page();
    page.navigate(&server.url(""));
    page.until_ready_offline();
    drop(page);
    browser.close();
    server.stop();
    let mut times: Vec<(f64, f64)> = (0..STARTS).map(|_| cold_start(&server, &profile)).collect();
    times.sort_by(|a, b| a.1.total_cmp(&b.1));
    let (paint, usable) = times[STARTS / 2];
    println!("offline cold start, median of {STARTS}: first paint {paint:.0} ms, usable {usable:.0} ms");
}

fn cold_start(server: &Server, profile: &Profile) -> (f64, f64) {
    let browser = Browser::open(profile);
    let page = browser.page();
    page.tolerate("ERR_CONNECTION_REFUSED");
    page.call("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH }));
    page.navigate(&server.url(""));
    page.until("be usable", "window.usable !== undefined");
    let number = |expression: &str| page.evaluate(expression).ok().and_then(|value| value.as_f64()).unwrap_or(f64::NAN);
    (number("performance.getEntriesByName('first-contentful-paint')[0]?.startTime"), number("window.usable"))
}
