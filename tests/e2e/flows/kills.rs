//! The battery dies at any moment of saving: whatever the screen called saved is there afterwards, and nothing of it lies
//! readable in the profile's folder. What was acknowledged is noted here, outside the browser.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use e2e::{
    harness::{Browser, Page, Profile, Server, dist, root},
    pages::{Answer, FirstOpening},
};

/// How many kills a test run takes; `./dev torture` asks for more.
const KILLS: u32 = 20;
/// The longest time between the press and the kill, in microseconds, at first: it follows the machine.
const LATEST: u64 = 120_000;
/// What is typed into the case, and must lie nowhere readable: a name, a number (GB 11643), a village, an industry.
const CANARIES: [&str; 4] = ["金丝雀户主", "229900197005120010", "金丝雀村", "金丝雀养殖"];

fn register_case(page: &Page) -> String {
    page.by_role("link", "登记档案").click();
    page.by_role("radio", "梨树县").click();
    page.by_role("combobox", "乡镇").fill("十家堡镇");
    page.by_role("combobox", "村").fill(CANARIES[2]);
    page.by_role("textbox", "姓名").fill(CANARIES[0]);
    page.by_role("textbox", "身份证号").fill(CANARIES[1]);
    page.by_role("combobox", "主要致贫原因").choose("缺技术");
    page.by_role("textbox", "从事产业").fill(CANARIES[3]);
    page.by_role("button", "保存").click();
    page.see("登记档案：已保存");
    page.by_role("heading", CANARIES[0]).wait();
    page.evaluate("location.pathname.slice(1)").expect("a path").as_str().expect("a path").to_owned()
}

/// What the case shows as its industry.
fn industry(page: &Page) -> String {
    let shown = "[...document.querySelectorAll('dt')].find((name) => name.innerText === '从事产业')?.nextElementSibling.innerText.trim() ?? ''";
    page.until("show the industry", &format!("({shown}) !== ''"));
    page.evaluate(shown).expect("it is shown").as_str().expect("a text").to_owned()
}

/// Numbers that look like chance and are the same in every run of a seed (Knuth's MMIX constants).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

#[test]
fn what_was_acknowledged_survives_every_kill() {
    let kills = env::var("BANGFU_KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(KILLS);
    let seed = env::var("BANGFU_SEED").ok().and_then(|number| number.parse().ok()).unwrap_or(1);
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let mut browser = Browser::open(&profile);
    let mut page = browser.page();
    let _ = FirstOpening::open(&page, &server, "").begin();
    let case = register_case(&page);
    let (mut chance, mut saved, mut acknowledged, mut anew) = (Chance(seed), CANARIES[3].to_owned(), 0_u32, 0_u32);
    let mut latest = LATEST;
    for turn in 0..kills {
        let next = format!("{}{turn}", CANARIES[3]);
        page.by_role("link", "修改档案").click();
        page.by_role("textbox", "从事产业").fill(&next);
        page.by_role("button", "保存").click();
        let is_acknowledged = killed_at(&browser, &page, Duration::from_micros(chance.below(latest)));
        drop(page);
        browser = Browser::open(&profile);
        page = browser.page();
        page.set_patience(Duration::from_secs(30));
        // Chromium throws its whole database away now and then when it is killed: the second copy is what stays.
        anew += u32::from(Answer::of(&page, &server, &case, CANARIES[0]) == Answer::WrittenAnew);
        let found = industry(&page);
        let is_there = found == next || (found == saved && !is_acknowledged);
        assert!(
            is_there,
            "kill {turn} (seed {seed}): {found:?} is there; {saved:?} was saved, then {next:?} ({is_acknowledged})"
        );
        acknowledged += u32::from(is_acknowledged);
        latest = if is_acknowledged { latest * 4 / 5 } else { latest * 5 / 4 };
        saved = found;
    }
    assert!(kills < KILLS || acknowledged > 0, "every kill came before anything was called saved");
    report(kills, acknowledged, anew);
    nothing_lies_readable(page, &browser, &profile);
}

/// Kills the browser that long after the press; whether the screen had called it saved by then.
fn killed_at(browser: &Browser, page: &Page, delay: Duration) -> bool {
    let end = Instant::now() + delay;
    let mut is_acknowledged = false;
    while Instant::now() < end {
        is_acknowledged |= page.evaluate("document.body.innerText.includes('修改档案：已保存')") == Ok(true.into());
    }
    browser.kill();
    is_acknowledged
}

/// For the table of `./dev torture`.
fn report(kills: u32, acknowledged: u32, anew: u32) {
    let file = root().join("target/kills.row");
    let row = |what: &str, number: u32| format!("| {what:<66} | {number:>10} |\n");
    let rows = row("kills of a real Chromium in mid-save", kills)
        + &row("  called saved before the kill", acknowledged)
        + &row("  of these lost", 0)
        + &row("databases gone after a kill, written anew from the second copy", anew);
    fs::write(file, rows).expect("the rows can be written");
}

/// Searches the whole profile for what was typed. A word that is known to lie there shows that the search finds any.
fn nothing_lies_readable(page: Page, browser: &Browser, profile: &Profile) {
    page.evaluate("localStorage.setItem('control', 'plain-canary')").expect("the browser takes it");
    page.until("have it", "localStorage.getItem('control') === 'plain-canary'");
    drop(page);
    browser.close();
    let mut files = Vec::new();
    walk(profile.folder(), &mut files);
    let contents: Vec<(PathBuf, Vec<u8>)> =
        files.into_iter().filter_map(|file| fs::read(&file).ok().map(|bytes| (file, bytes))).collect();
    let found = |word: &str| -> Vec<PathBuf> {
        let forms = [word.as_bytes().to_vec(), utf16(word, u16::to_le_bytes), utf16(word, u16::to_be_bytes)];
        let holds = |bytes: &[u8]| forms.iter().any(|form| bytes.windows(form.len()).any(|window| window == form));
        contents.iter().filter(|(_, bytes)| holds(bytes)).map(|(file, _)| file.clone()).collect()
    };
    assert!(!found("plain-canary").is_empty(), "the search finds nothing at all");
    for canary in CANARIES {
        assert_eq!(found(canary), Vec::<PathBuf>::new(), "{canary} lies readable");
    }
}

fn utf16(word: &str, bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    word.encode_utf16().flat_map(bytes).collect()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path() {
            path if path.is_dir() => walk(&path, files),
            path => files.push(path),
        }
    }
}
