//! Files of the browser that are cut, flipped, gone or put back from an older day: the app opens whole or says that something is missing, never starts
//! anew by itself, and brings back from the second copy all that was called saved.

use std::fs;
use std::path::{Path, PathBuf};

use e2e::{
    harness::{Browser, Page, Profile, Server, copy_folder, dist, root},
    pages::{Answer, FirstOpening, LockScreen, PASSPHRASE},
};
use std::time::Duration;

/// What is done to a file.
#[derive(Clone, Copy, Debug)]
enum Damage {
    Gone,
    Cut,
    Flipped,
    Older,
}

impl Damage {
    const fn word(self) -> &'static str {
        match self {
            Self::Gone => "without",
            Self::Cut => "half of",
            Self::Flipped => "flipped bits in",
            Self::Older => "older copies of",
        }
    }
}

/// The parts of a profile that hold the books.
const DATABASE: &str = "IndexedDB";
const SECOND_COPY: &str = "File System";

#[test]
fn damaged_files_are_noticed_and_made_good() {
    let server = Server::start(dist(), "/");
    let Books { whole, older, case } = books(&server);
    let mut answers = Vec::new();
    for (part, damage) in [
        (DATABASE, Damage::Gone),
        (DATABASE, Damage::Cut),
        (DATABASE, Damage::Flipped),
        (DATABASE, Damage::Older),
        (SECOND_COPY, Damage::Gone),
        (SECOND_COPY, Damage::Flipped),
        (SECOND_COPY, Damage::Older),
    ] {
        let profile = whole.copied();
        let files = damaged(&profile, &older, part, damage);
        assert!(files > 0, "{part} {damage:?}: there is something to damage");
        let browser = Browser::open(&profile);
        let page = browser.page();
        page.set_patience(Duration::from_secs(30));
        page.tolerate("");
        let answer = Answer::of(&page, &server, &case, "赵永发");
        page.by_role("heading", "赵永发").wait();
        page.see("木耳 第 3 次");
        answers.push((format!("{part}, {} {files} files", damage.word()), answer));
    }
    report(&answers);
}

/// Database and second copy are both of an older day: only the witness knows that there was more.
#[test]
fn an_older_profile_in_place_of_the_newer_is_told() {
    let server = Server::start(dist(), "/");
    let Books { whole, older, case } = books(&server);
    let profile = whole.copied();
    for part in [DATABASE, SECOND_COPY] {
        damaged(&profile, &older, part, Damage::Older);
    }
    let browser = Browser::open(&profile);
    let page = browser.page();
    page.set_patience(Duration::from_secs(30));
    LockScreen::open(&page, &server, &case).try_with(PASSPHRASE);
    page.by_role("heading", "数据不完整").wait();
    page.by_role("heading", "再加一个数据包").wait();
    page.reload();
    LockScreen::shown(&page).try_with(PASSPHRASE);
    page.by_role("heading", "数据不完整").wait();
}

/// A profile, the same on an earlier day, and the path of the case in it.
struct Books {
    whole: Profile,
    older: Profile,
    case: String,
}

/// Books with a case and some edits, closed after the second copy had everything.
fn books(server: &Server) -> Books {
    let whole = Profile::fresh();
    let browser = Browser::open(&whole);
    let page = browser.page();
    let _ = FirstOpening::open(&page, server, "").begin();
    page.by_role("link", "登记档案").click();
    page.by_role("radio", "梨树县").click();
    page.by_role("combobox", "乡镇").fill("十家堡镇");
    page.by_role("combobox", "村").fill("东岗村");
    page.by_role("textbox", "姓名").fill("赵永发");
    page.by_role("combobox", "主要致贫原因").choose("缺技术");
    page.by_role("button", "保存").click();
    page.by_role("heading", "赵永发").wait();
    edit(&page, 1);
    let case = page.evaluate("location.pathname.slice(1)").expect("a path").as_str().expect("a path").to_owned();
    let copied = until_copied(&page, 0);
    drop(page);
    browser.close();
    let older = whole.copied();

    let browser = Browser::open(&whole);
    let page = browser.page();
    let _ = LockScreen::open(&page, server, &case).unlock();
    edit(&page, 2);
    edit(&page, 3);
    until_copied(&page, copied);
    drop(page);
    browser.close();
    Books { whole, older, case }
}

fn edit(page: &Page, turn: u32) {
    page.by_role("link", "修改档案").click();
    page.by_role("textbox", "从事产业").fill(&format!("木耳 第 {turn} 次"));
    page.by_role("button", "保存").click();
    page.by_role("heading", "赵永发").wait();
    page.see(&format!("木耳 第 {turn} 次"));
}

/// Waits until the second copy has grown and rests; how many bytes it has.
fn until_copied(page: &Page, before: u64) -> u64 {
    let size = "navigator.storage.getDirectory().then(async (root) => {
      let bytes = 0;
      const count = async (folder) => { for await (const entry of folder.values())
        if (entry.kind === 'file') bytes += (await entry.getFile()).size; else await count(entry); };
      await count(root);
      return bytes; })";
    let grown = format!(
        "{size}.then((bytes) => {{ const rests = bytes === window.size; window.size = bytes;
      return rests && bytes > {before}; }})"
    );
    page.until("have its second copy", &grown);
    page.evaluate("window.size").expect("it is known").as_u64().expect("a number")
}

/// For the table of `./dev torture`.
fn report(answers: &[(String, Answer)]) {
    let row = |what: &str, number: usize| format!("| {what:<66} | {number:>10} |\n");
    let mut rows = row("profiles of a real Chromium damaged", answers.len());
    for (what, answer) in answers {
        let answer = match answer {
            Answer::Whole => "opened whole",
            Answer::WrittenAnew => "noticed, written anew from the second copy",
        };
        rows += &row(&format!("  {what}: {answer}"), 1);
    }
    fs::write(root().join("target/damage.row"), rows).expect("the rows can be written");
}

/// Damages every file of a part that holds data; how many these are.
fn damaged(profile: &Profile, older: &Profile, part: &str, damage: Damage) -> usize {
    let mut files = Vec::new();
    let folder = |of: &Profile| of.folder().join("Default").join(part);
    walk(&folder(profile), &mut files);
    if let Damage::Older = damage {
        fs::remove_dir_all(folder(profile)).expect("it can be deleted");
        copy_folder(&folder(older), &folder(profile));
        return files.len();
    }
    files.retain(|file| fs::metadata(file).is_ok_and(|about| about.len() > 200));
    for file in &files {
        let mut bytes = fs::read(file).expect("a file of the profile");
        match damage {
            Damage::Gone | Damage::Older => {
                fs::remove_file(file).expect("it can be deleted");
                continue;
            }
            Damage::Cut => bytes.truncate(bytes.len() / 2),
            Damage::Flipped => (0..bytes.len()).step_by(997).skip(1).for_each(|at| bytes[at] ^= 0x20),
        }
        fs::write(file, bytes).expect("it can be written");
    }
    files.len()
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.path() {
            path if path.is_dir() => walk(&path, files),
            path => files.push(path),
        }
    }
}
