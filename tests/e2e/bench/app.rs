//! The app as a whole: what a download costs, how long a cold start, a search and a save take, what memory it needs.

use e2e::harness::{Browser, Page, Profile, Server, dist};
use serde_json::json;
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// How many demonstrations make 200,000 records and more.
const MANY: u32 = 5;
const SAVES: usize = 40;
const PATIENCE: Duration = Duration::from_secs(180);
const STARTS: usize = 7;

/// Notes when the main navigation first stood in the document, and was painted.
const WATCH: &str = "new MutationObserver((_, observer) => {
  if (!document.querySelector('nav[aria-label]')) return;
  observer.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => { window.usable = performance.now(); }));
}).observe(document, { subtree: true, childList: true })";

pub(crate) fn measure() {
    downloads();
    books(1);
    books(MANY);
    println!(
        "\nbudgets: download ≤ 900 kB brotli; cold start ≤ 600 ms (63,000 records), ≤ 1,500 ms (200,000); search ≤ 16 ms a key"
    );
    println!("         over 100,000 persons; save p95 ≤ 10 ms to durable; memory ≤ 300 MB at 200,000 records");
}

/// What the first page needs (the worker comes when it is asked for), then what each area adds.
fn downloads() {
    println!("{:>10} {:>10}  file", "bytes", "brotli");
    let mut folders: Vec<_> = entries(&dist()).into_iter().filter(|path| path.is_dir()).collect();
    folders.insert(0, dist());
    let (mut raw, mut packed) = (0, 0);
    for folder in folders {
        for path in entries(&folder).iter().filter(|path| is_program(path)) {
            let (bytes, small) = sizes(path);
            println!("{bytes:>10} {small:>10}  {}", path.strip_prefix(dist()).unwrap_or(path).display());
            raw += bytes;
            packed += small;
        }
        println!("{raw:>10} {packed:>10}  all so far");
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("there is a build").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

fn is_program(path: &Path) -> bool {
    path.extension().is_some_and(|kind| ["html", "js", "css", "wasm"].iter().any(|wanted| kind == *wanted))
}

fn sizes(path: &Path) -> (usize, usize) {
    let content = fs::read(path).expect("a built file can be read");
    let mut packer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    packer.write_all(&content).expect("memory takes what is written");
    (content.len(), packer.into_inner().len())
}

/// The demonstration at a size: how it is filled, started, searched and written, and what memory it takes.
fn books(copies: u32) {
    let mut server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    println!("\n{copies} demonstration(s), about {} records", copies * 47_300);
    fill(&server, &profile, copies);
    server.stop();
    cold_starts(&server, &profile);
    let browser = Browser::open(&profile);
    let page = browser.page();
    page.tolerate("ERR_CONNECTION_REFUSED");
    page.set_patience(PATIENCE);
    page.navigate(&server.url(""));
    page.by_role("navigation", "主导航").wait();
    memory(&page);
    searches(&page);
    saves(&page);
    memory(&page);
}

/// Fills the demonstration in a fresh profile and waits until the app needs no network any more.
fn fill(server: &Server, profile: &Profile, copies: u32) {
    let browser = Browser::open(profile);
    let page = browser.page();
    page.set_patience(PATIENCE);
    page.navigate(&server.url(""));
    page.until_ready_offline();
    page.evaluate(&format!("localStorage.setItem('bangfu/measured-copies', '\"{copies}\"')")).expect("a preference");
    let begin = Instant::now();
    page.by_role("button", "载入演示").click();
    page.see("演示数据：都是虚构的");
    println!("filling: {:.1} s", begin.elapsed().as_secs_f64());
    drop(page);
    browser.close();
}

/// What the page's process holds: the app's own memory, the engine's, and the picture.
fn memory(page: &Page) {
    page.until("be quiet", "new Promise((done) => requestIdleCallback(() => done(true)))");
    println!("memory of the whole page: {:.0} MB", renderer() / 1e6);
}

/// The proportional set size, in bytes, of the greatest renderer process on this machine.
fn renderer() -> f64 {
    let processes = fs::read_dir("/proc").expect("Linux lists its processes").flatten();
    let sizes = processes.filter_map(|process| {
        let command = fs::read_to_string(process.path().join("cmdline")).ok()?;
        let sizes = command
            .contains("--type=renderer")
            .then(|| fs::read_to_string(process.path().join("smaps_rollup")).ok())??;
        let line = sizes.lines().find(|line| line.starts_with("Pss:"))?.to_owned();
        line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kilobytes| kilobytes * 1024.0)
    });
    sizes.fold(0.0, f64::max)
}

/// Types into the search box of the bar; each time runs until everything that the key caused is computed.
const SEARCH: &str = "(async () => {
  const input = document.querySelector('header input[role=combobox]');
  const turn = () => new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
  input.focus();
  const times = [];
  for (const text of ['z', 'zh', 'zhs', 'l', 'li', 'lij', 'w', 'wang', '王', '3412', 'dong', 'dgc', 'sun l', 'qqqq', 'a', 'y']) {
    const begin = performance.now();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await turn();
    times.push(performance.now() - begin);
  }
  input.value = '';
  input.dispatchEvent(new Event('input', { bubbles: true }));
  return times;
})()";

fn searches(page: &Page) {
    let times = page.evaluate(SEARCH).expect("the search box is there");
    let mut times: Vec<f64> = times.as_array().expect("times").iter().filter_map(serde_json::Value::as_f64).collect();
    let first = times.remove(0);
    println!("search: first key {first:.1} ms, then {}", spread(&mut times));
}

/// Chooses a demonstration household for the year (measured), and undoes it (not measured).
const SAVE: &str = "(async () => {
  const button = (name) => [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === name);
  const until = (test) => new Promise((done) => {
    if (test()) return done();
    const observer = new MutationObserver(() => { if (test()) { observer.disconnect(); done(); } });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
  });
  const begin = performance.now();
  button('评为示范户').click();
  await until(() => !button('评为示范户') && button('撤销'));
  const time = performance.now() - begin;
  button('撤销').click();
  await until(() => button('评为示范户'));
  return time;
})()";

/// From the press until the screen shows what lies on the disk.
fn saves(page: &Page) {
    page.by_role("link", "带富").click();
    page.by_role("link", "示范户").click();
    page.by_role("heading", "示范户").wait();
    page.until("open a demonstration household", OPEN_FIRST);
    page.by_role("button", "撤回").wait();
    let mut times: Vec<f64> = (0..SAVES).filter_map(|_| page.evaluate(SAVE).ok()?.as_f64()).collect();
    println!("save, from the press until the screen shows it: {}", spread(&mut times));
}

const OPEN_FIRST: &str = "(() => {
  if (/[0-9a-f-]{36}$/.test(location.pathname)) return true;
  document.querySelector('main [role=rowgroup] [role=row]')?.click();
  return false;
})()";

fn spread(times: &mut [f64]) -> String {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times.get((times.len().saturating_sub(1)) * share / 100).copied().unwrap_or(f64::NAN);
    format!("median {:.1} ms, p95 {:.1} ms, most {:.1} ms ({} times)", at(50), at(95), at(100), times.len())
}

/// Each from a process of its own, with what the profile has cached, and no network.
fn cold_starts(server: &Server, profile: &Profile) {
    let mut times: Vec<(f64, f64)> = (0..STARTS).map(|_| cold_start(server, profile)).collect();
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
