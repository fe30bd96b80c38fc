//! Photos on one tablet and between two: a real picture is chosen, made smaller, put into words, covered where it is private,
//! looked at offline after a reload, removed and brought back; nothing of it lies readable in the profile; a bundle takes
//! it to a second tablet, hash for hash.

use std::{
    fs,
    path::{Path, PathBuf},
    process::id,
    time::Duration,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use e2e::{
    harness::{Browser, Locator, Page, Profile, Server, dist, root},
    pages::{Casework, FirstOpening, LockScreen, Transfer},
};
use serde_json::json;

const HOUSEHOLD: &str = "赵永发 东岗村";
/// A real picture, made by the browser: 2400 by 1800 points of stripes, circles and grain.
const PAINT: &str = "(() => { const canvas = document.createElement('canvas'); canvas.width = 2400; canvas.height = 1800;
    const context = canvas.getContext('2d');
    for (let x = 0; x < 2400; x += 20) { context.fillStyle = `hsl(${x / 7} 60% 60%)`; context.fillRect(x, 0, 20, 1800); }
    for (let n = 0; n < 400; n += 1) { context.fillStyle = `hsl(${n * 37} 50% 40%)`; context.beginPath();
      context.arc(n * 733 % 2400, n * 397 % 1800, 10 + n % 60, 0, 7); context.fill(); }
    return canvas.toDataURL('image/png').split(',')[1]; })()";
/// The bytes of the picture that is looked at.
const SHOWN: &str = "document.querySelector('img.photo-full')?.src.split(',')[1] ?? ''";
const SIZE: &str = "(() => { const photo = document.querySelector('img.photo-full'); return photo?.complete && photo.naturalWidth === 1600 && photo.naturalHeight === 1200; })()";

#[test]
fn a_photo_is_added_covered_removed_and_brought_back_in_landscape() {
    on_the_case(1280, 800);
}

#[test]
fn a_photo_is_added_covered_removed_and_brought_back_in_portrait() {
    on_the_case(800, 1280);
}

fn on_the_case(width: u32, height: u32) {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    let _ = FirstOpening::open(&page, &server, "").begin();
    register(&page);
    open_photos(&page, "照片");
    page.see("还没有照片");
    assert_accessible(&page);

    page.attach("选图片", &file("words.png", b"this is no picture"));
    page.see("不是能打开的图片");
    add(&page, "收据", "卖鸡蛋的收据");
    page.by_role("button", "查看收据照片：卖鸡蛋的收据").wait();
    assert_accessible(&page);
    page.screenshot(&root().join(format!("target/e2e-shots/photos-list-{width}.png")));

    let case = page.evaluate("location.href.slice(location.origin.length + 1)").expect("an address");
    page.until_ready_offline();
    page.offline(true);
    page.reload();
    let _ = LockScreen::shown(&page).unlock();
    look(&page, "查看收据照片：卖鸡蛋的收据");
    page.until("show the whole picture", SIZE);
    assert_accessible(&page);
    page.screenshot(&root().join(format!("target/e2e-shots/photos-view-{width}.png")));
    page.by_role("button", "放大").click();
    page.by_role("button", "转 90°").click();
    page.until("turn it", "document.querySelector('img.photo-full').classList.contains('turn-1')");
    cover(&page);
    remove(&page);
    page.offline(false);
    assert!(case.as_str().is_some_and(|case| case.contains("tab=photos")), "the part is in the address: {case}");
}

/// What names a person is covered in the list.
fn cover(page: &Page) {
    say(&page.by_role("dialog", "收据照片：卖鸡蛋的收据"), "身份证");
    page.by_role("button", "保存说明").click();
    page.see("修改照片说明：已保存");
    page.by_role("button", "查看身份证照片").wait();
    page.see("点开才显示");
    page.see_no("卖鸡蛋的收据");
}

fn remove(page: &Page) {
    look(page, "查看身份证照片");
    page.until("show it when asked", SIZE);
    page.by_role("button", "移除照片").click();
    page.see("移除照片：已保存");
    page.see("还没有照片");
    page.by_role("button", "撤销").nth(0).click();
    page.see("已撤销");
    look(page, "查看身份证照片");
    page.until("show it again", SIZE);
    page.by_role("button", "关闭").click();
}

#[test]
fn a_photo_belongs_to_a_visit_an_emergency_and_a_need() {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page();
    let _ = FirstOpening::open(&page, &server, "").begin();
    register(&page);
    let casework = Casework::new(&page);

    page.by_role("link", "安排走访").nth(0).click();
    page.by_role("Date", "计划日期").fill("2024-11-20");
    page.by_role("button", "保存").click();
    page.see("安排走访：已保存");
    page.by_role("region", "待走访").all("link").nth(1).click();
    page.by_role("heading", "走访记录：赵永发家").wait();
    add_here(&page);
    assert_accessible(&page);

    casework.report("zyf", HOUSEHOLD, "自然灾害", "大风掀了屋顶");
    page.by_role("region", "应急救助").by_role("link", "赵永发 · 东岗村").click();
    add_here(&page);
    assert_accessible(&page);

    casework.rail("今日");
    open_case(&page);
    page.by_role("navigation", "档案内容").by_role("link", "照片 2").click();
    page.see("走访 2024年11月20日");
    page.see("应急救助");
}

/// Adds a picture where the place says what it shows.
fn add_here(page: &Page) {
    page.attach("选图片", &picture(page));
    page.see("添加照片：已保存");
    page.by_role("button", "查看现场照片").wait();
}

#[test]
fn a_bundle_takes_a_photo_to_another_tablet_and_nothing_lies_readable() {
    let server = Server::start(dist(), "/");
    let (profile, other) = (Profile::fresh(), Profile::fresh());
    let browser = Browser::open(&profile);
    let page = browser.page();
    let _ = FirstOpening::open(&page, &server, "").begin();
    register(&page);
    open_photos(&page, "照片");
    add(&page, "收据", "屋顶漏雨");
    look(&page, "查看收据照片：屋顶漏雨");
    page.until("show the whole picture", SIZE);
    let bytes = shown(&page);
    assert!((20_000..400_000).contains(&bytes.len()), "it was made small: {} bytes", bytes.len());
    page.by_role("button", "关闭").click();

    let transfer = Transfer::go(&page);
    page.see("还没带出的照片");
    page.by_role("radio", "不带照片").click();
    let words = transfer.carry_out();
    page.see("还没带出的照片");
    page.by_role("radio", "不带照片").wait();
    assert_accessible(&page);
    let whole = transfer.carry_out();
    page.see_no("还没带出的照片");
    assert!(whole.len() > words.len() + bytes.len(), "the photo goes along");

    let there = Browser::open(&other);
    arrive(&there, &server, [&words, &whole], &bytes);
    drop(page);
    browser.close();
    there.close();
    for profile in [&profile, &other] {
        nothing_lies_readable(profile, &bytes);
    }
}

/// The words come first, then the picture.
fn arrive(browser: &Browser, server: &Server, [words, whole]: [&[u8]; 2], bytes: &[u8]) {
    let page = browser.page();
    page.set_patience(Duration::from_secs(30));
    let _ = FirstOpening::open(&page, server, "").begin_as("王站长", "村里的平板");
    Transfer::go(&page).bring_in(words);
    page.see("内容不在这台平板上的照片");
    page.by_role("link", "今日").click();
    open_case(&page);
    open_photos(&page, "照片 1");
    look(&page, "查看收据照片：屋顶漏雨");
    page.by_role("dialog", "收据照片：屋顶漏雨").see("图片内容不在这台平板上");
    page.by_role("button", "关闭").click();

    Transfer::go(&page).look_through(whole);
    page.by_role("button", "全部收下").click();
    page.see("收下了 1 张照片的内容");
    page.by_role("region", "合并").by_role("button", "关闭").click();
    page.by_role("link", "今日").click();
    open_case(&page);
    open_photos(&page, "照片 1");
    look(&page, "查看收据照片：屋顶漏雨");
    page.until("show the whole picture", SIZE);
    assert!(shown(&page) == bytes, "the same bytes");
}

fn register(page: &Page) {
    page.by_role("link", "登记档案").click();
    page.by_role("radio", "梨树县").click();
    page.by_role("combobox", "乡镇").fill("十家堡镇");
    page.by_role("combobox", "村").fill("东岗村");
    page.by_role("textbox", "姓名").fill("赵永发");
    page.by_role("Date", "出生日期").fill("1970-05-12");
    page.by_role("combobox", "主要致贫原因").choose("缺技术");
    page.by_role("button", "保存").click();
    page.see("登记档案：已保存");
    page.by_role("heading", "赵永发").wait();
}

fn open_case(page: &Page) {
    page.by_role("combobox", "查找").fill("zhyf");
    page.by_role("option", HOUSEHOLD).click();
    page.by_role("heading", "赵永发").wait();
}

fn open_photos(page: &Page, tab: &str) {
    page.by_role("navigation", "档案内容").by_role("link", tab).click();
    page.by_role("region", "照片").wait();
}

/// Adds a picture to the case, and says what it shows.
fn add(page: &Page, shows: &str, caption: &str) {
    page.attach("选图片", &picture(page));
    let dialog = page.by_role("dialog", "未说明内容照片");
    say(&dialog, shows);
    dialog.by_role("textbox", "说明").fill(caption);
    page.by_role("button", "保存说明").click();
    page.see("修改照片说明：已保存");
}

/// Says what it shows.
fn say(dialog: &Locator<'_>, shows: &str) {
    dialog.by_role("radio", shows).click();
}

fn look(page: &Page, name: &str) {
    page.by_role("button", name).click();
}

fn shown(page: &Page) -> Vec<u8> {
    let text = page.evaluate(SHOWN).expect("it is shown");
    STANDARD.decode(text.as_str().unwrap_or_default()).expect("it is base64")
}

fn picture(page: &Page) -> PathBuf {
    let painted = page.evaluate(PAINT).expect("the browser paints");
    let png = STANDARD.decode(painted.as_str().unwrap_or_default()).expect("it is base64");
    file("picture.png", &png)
}

fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let folder = root().join("target/e2e-sticks");
    fs::create_dir_all(&folder).expect("a folder can be made");
    let file = folder.join(format!("{}-{name}", id()));
    fs::write(&file, bytes).expect("the disk takes it");
    file.canonicalize().expect("it is there")
}

fn assert_accessible(page: &Page) {
    let violations = page.axe();
    assert!(violations.is_empty(), "{violations:#?}");
    page.until("not scroll sideways", "document.documentElement.scrollWidth <= innerWidth");
}

/// Searches the whole profile for parts of the picture.
fn nothing_lies_readable(profile: &Profile, bytes: &[u8]) {
    let mut files = Vec::new();
    walk(profile.folder(), &mut files);
    assert!(files.len() > 10, "there is a profile");
    let text = STANDARD.encode(bytes);
    let parts = [&bytes[bytes.len() / 2..][..24], &bytes[bytes.len() / 5..][..24], &text.as_bytes()[3_000..3_040]];
    for file in files {
        let Ok(content) = fs::read(&file) else { continue };
        let holds = parts.iter().any(|part| content.windows(part.len()).any(|window| window == *part));
        assert!(!holds, "{} holds a part of the photo", file.display());
    }
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path() {
            path if path.is_dir() => walk(&path, files),
            path => files.push(path),
        }
    }
}

/// How long a save of text takes without photos and with two hundred: `./dev e2e measure_saves -- --ignored`.
#[test]
#[ignore = "a measurement, not a judgement"]
fn measure_saves() {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page();
    page.set_patience(Duration::from_secs(600));
    let _ = FirstOpening::open(&page, &server, "").begin();
    register(&page);
    let before = saves(&page);
    open_photos(&page, "照片");
    let file = picture(&page);
    for _ in 0..4 {
        attach_many(&page, &vec![file.clone(); 50]);
    }
    page.by_role("navigation", "档案内容").by_role("link", "照片 200").wait();
    page.by_role("navigation", "档案内容").by_role("link", "概况").click();
    let after = saves(&page);
    println!("saves of text, median of 15, ms: {before} without photos, {after} with 200");
}

fn attach_many(page: &Page, files: &[PathBuf]) {
    let find = "document.querySelector('input[type=file][multiple]')";
    let found = page.call("Runtime.evaluate", json!({ "expression": find }));
    page.call("DOM.setFileInputFiles", json!({ "files": files, "objectId": found["result"]["objectId"] }));
}

/// The median time from the press of "save" until the screen says so, in milliseconds.
fn saves(page: &Page) -> u64 {
    let mut times: Vec<u64> = (0..15).map(|number| save(page, number)).collect();
    times.sort_unstable();
    times[7]
}

fn save(page: &Page, number: u32) -> u64 {
    page.by_role("link", "修改档案").click();
    page.by_role("textbox", "从事产业").fill(&format!("养羊 {number} {}", page.url().len()));
    let timed = "new Promise((done) => { const begin = performance.now();
        const seen = new MutationObserver(() => { if (document.body.innerText.includes('修改档案：已保存')) { seen.disconnect(); done(Math.round(performance.now() - begin)); } });
        seen.observe(document, { subtree: true, childList: true, characterData: true });
        [...document.querySelectorAll('button')].find((button) => button.innerText.trim() === '保存').click(); })";
    let millis = page.evaluate(timed).expect("it is saved").as_u64().unwrap_or_default();
    page.by_role("heading", "赵永发").wait();
    page.by_role("button", "关闭").nth(0).click();
    page.see_no("修改档案：已保存");
    millis
}
