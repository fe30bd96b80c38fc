//! The harness itself, on pages made for it: it does what a person does, and it does notice what is wrong. A harness
//! that let things pass would make every other flow worthless.

use e2e::harness::{Browser, Page, Profile, Server};
use std::{
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    time::Duration,
};

const FORM: &str = r#"<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>form</title>
<meta http-equiv="Content-Security-Policy" content="script-src 'self'">
<form><label>姓名 <input id="name" value="old"></label>
<label>日期 <input type="date" id="date"></label>
<label>原因 <select id="cause"><option>疾病</option><option>残疾</option></select></label>
<label>同意 <input type="checkbox" id="agree"></label>
<label>文件 <input type="file" id="file"></label></form>
<section aria-label="甲"><button>打开</button></section><section aria-label="乙"><button>打开</button></section>
<button id="late" disabled>保存</button><p id="log"></p><a id="down" download="a.txt" href="a.txt">下载</a>
<script src="form.js"></script></html>"#;

const SCRIPT: &str = "
const log = (text) => { document.getElementById('log').textContent += text + ';'; };
for (const field of ['name', 'date', 'cause', 'agree', 'file']) {
  const input = document.getElementById(field);
  input.addEventListener('input', () => log(field + '=' + (input.files?.[0]?.name ?? (input.type === 'checkbox' ? input.checked : input.value))));
}
for (const section of document.querySelectorAll('section')) section.firstChild.onclick = () => log(section.ariaLabel);
document.addEventListener('keydown', (event) => log((event.ctrlKey ? 'Control+' : '') + event.key));
const late = document.getElementById('late');
late.onclick = () => log('saved');
setTimeout(() => { late.disabled = false; }, 300);
";

fn folder() -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("harness");
    fs::create_dir_all(&folder).expect("a folder for pages can be made");
    let broken = "<!DOCTYPE html><title>broken</title><meta http-equiv=Content-Security-Policy content=\"script-src 'self'\">\
                  <script>1</script><script src=broken.js></script>";
    let files = [
        ("index.html", FORM),
        ("form.js", SCRIPT),
        ("a.txt", "content"),
        ("broken.html", broken),
        ("broken.js", "console.error('logged'); throw new Error('thrown');"),
    ];
    for (name, content) in files {
        fs::write(folder.join(name), content).expect("a page can be written");
    }
    folder
}

fn with_page(path: &str, flow: impl FnOnce(&Page)) {
    let server = Server::start(folder(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page();
    page.tolerate("favicon.ico");
    page.navigate(&server.url(path));
    flow(&page);
}

#[test]
fn does_what_a_person_does() {
    with_page("", |page| {
        page.by_label("姓名").fill("张三");
        page.see("name=张三;");
        assert_eq!(page.by_label("姓名").value(), "张三");
        page.by_label("日期").fill("2026-11-23");
        page.see("date=2026-11-23;");
        page.by_label("原因").choose("残疾");
        page.see("cause=残疾;");
        page.by_label("同意").click();
        page.see("agree=true;");
        page.by_role("region", "乙").by_role("button", "打开").click();
        page.see("乙;");
        assert_eq!(page.by_role("button", "打开").count(), 2);
        page.by_role("button", "保存").click();
        page.see("saved;");
        page.by_label("姓名").press("Control+z");
        page.see("Control+z;");
        page.by_role("button", "不存在").wait_gone();
        assert_eq!(page.download(|| page.by_role("link", "下载").click()), b"content");
    });
}

#[test]
fn attaches_files() {
    with_page("", |page| {
        page.attach("文件", &folder().join("a.txt"));
        page.see("file=a.txt;");
    });
}

#[test]
fn a_failure_tells_where_and_what_was_there() {
    with_page("", |page| {
        page.set_patience(Duration::from_millis(500));
        let failure = catch_unwind(AssertUnwindSafe(|| page.by_role("button", "打开").click()));
        let message = failure.expect_err("two buttons fit").downcast::<String>().expect("a message");
        for part in ["button \"打开\"", "2 fit", "localhost", "harness-a_failure_tells", "textbox \"姓名\""] {
            assert!(message.contains(part), "{part} is missing in: {message}");
        }
    });
}

#[test]
fn notices_what_a_page_must_not_do() {
    with_page("broken.html", |page| {
        let errors = page.errors().join("\n");
        for part in ["logged", "thrown", "Content Security Policy"] {
            assert!(errors.contains(part), "{part} is missing in: {errors}");
            page.tolerate(part);
        }
    });
}

#[test]
fn drives_two_tabs_and_tells_them_of_the_network() {
    let server = Server::start(folder(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let (first, second) = (browser.page(), browser.page());
    for page in [&first, &second] {
        page.tolerate("favicon.ico");
        page.navigate(&server.url(""));
    }
    for page in [&first, &second] {
        page.by_role("region", "甲").by_role("button", "打开").click();
        page.see("甲;");
    }
    first.offline(true);
    first.until("know that it is offline", "navigator.onLine === false");
    first.offline(false);
    first.until("know that it is online again", "navigator.onLine === true");
}
