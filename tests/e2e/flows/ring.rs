//! Three tablets edit the same case apart, hand bundles round in a ring, settle what they wrote differently, and end with
//! one fingerprint; a fourth is restored from the last bundle and shows the same. A tablet that was copied comes back
//! together, too.

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::{FirstOpening, LockScreen, PASSPHRASE, Transfer, open_bundle},
};
use std::time::Duration;

struct Tablet {
    page: Page,
    browser: Browser,
    profile: Profile,
}

impl Tablet {
    fn new(server: &Server) -> Self {
        Self::over(Profile::fresh(), server)
    }

    fn over(profile: Profile, server: &Server) -> Self {
        let browser = Browser::open(&profile);
        let page = browser.page();
        page.set_patience(Duration::from_secs(30));
        page.navigate(&server.url(""));
        Self { page, browser, profile }
    }

    fn begun(server: &Server, person: &str, name: &str) -> Self {
        let tablet = Self::new(server);
        let _ = FirstOpening::started(&tablet.page).begin_as(person, name);
        tablet
    }

    /// Puts it away.
    fn closed(self) -> Profile {
        drop(self.page);
        self.browser.close();
        self.profile
    }

    /// A tablet that was locked.
    fn opened(profile: Profile, server: &Server) -> Self {
        let tablet = Self::over(profile, server);
        let _ = LockScreen::shown(&tablet.page).unlock();
        tablet
    }

    fn open_case(&self) {
        self.page.by_role("combobox", "查找").fill("zhyf");
        self.page.by_role("option", "赵永发 东岗村").click();
        self.page.by_role("heading", "赵永发").wait();
    }

    fn set_industry(&self, industry: &str) {
        self.open_case();
        self.page.by_role("link", "修改档案").click();
        self.page.by_role("textbox", "从事产业").fill(industry);
        self.page.by_role("button", "保存").click();
        self.page.see("修改档案：已保存");
    }

    fn carry_out(&self) -> Vec<u8> {
        Transfer::go(&self.page).carry_out()
    }

    fn bring_in(&self, bundle: &[u8]) {
        Transfer::go(&self.page).bring_in(bundle);
    }

    fn fingerprint(&self) -> String {
        Transfer::go(&self.page).fingerprint()
    }
}

fn register_case(page: &Page) {
    page.by_role("link", "今日").click();
    page.by_role("link", "登记档案").click();
    page.by_role("radio", "梨树县").click();
    page.by_role("combobox", "乡镇").fill("十家堡镇");
    page.by_role("combobox", "村").fill("东岗村");
    page.by_role("textbox", "姓名").fill("赵永发");
    page.by_role("combobox", "主要致贫原因").choose("缺技术");
    page.by_role("button", "保存").click();
    page.see("登记档案：已保存");
}

#[test]
fn three_tablets_become_one_in_a_ring() {
    let server = Server::start(dist(), "/");
    let one = Tablet::begun(&server, "李站长", "甲平板");
    register_case(&one.page);
    let first = one.carry_out();
    let two = Tablet::begun(&server, "王干事", "乙平板");
    let three = Tablet::begun(&server, "孙干事", "丙平板");
    two.bring_in(&first);
    three.bring_in(&first);

    one.set_industry("木耳");
    two.set_industry("玉米");
    three.set_industry("黄牛");

    two.bring_in(&one.carry_out());
    three.bring_in(&two.carry_out());
    one.bring_in(&three.carry_out());
    assert_ne!(one.fingerprint(), two.fingerprint(), "two has not heard of three yet");

    settle(&one.page);
    two.bring_in(&one.carry_out());
    let last = two.carry_out();
    three.bring_in(&last);
    let fingerprint = one.fingerprint();
    assert_eq!([two.fingerprint(), three.fingerprint()], [fingerprint.clone(), fingerprint.clone()]);
    for tablet in [&one, &two, &three] {
        tablet.open_case();
        tablet.page.see("黄牛");
    }

    let again = Transfer::go(&three.page);
    again.look_through(&last);
    three.page.see("里面没有新内容");
    assert_eq!(restored(&server, &last), fingerprint, "hash for hash");
}

#[test]
fn what_a_copied_tablet_wrote_comes_back_in() {
    let server = Server::start(dist(), "/");
    let one = Tablet::begun(&server, "李站长", "甲平板");
    register_case(&one.page);
    let profile = one.closed();
    let copy = Tablet::opened(profile.copied(), &server);
    let one = Tablet::opened(profile, &server);
    one.set_industry("木耳");
    copy.set_industry("玉米");

    one.bring_in(&copy.carry_out());
    one.page.by_role("link", "今日").click();
    one.page.see("有两份副本，各自都写了记录");
    one.page.by_role("link", "去处理").nth(0).click();
    one.page.by_role("heading", "平板被复制过").wait();
    one.page.see("修改档案 · 赵永发");
    one.page.by_role("button", "都收进来：平板“甲平板” 有两份副本，各自都写了记录").click();
    one.page.see_no("平板被复制过");
    for value in ["木耳", "玉米"] {
        one.page.see(value);
    }
    one.page.by_role("button", "用这个：赵永发 从事产业，李站长写的").nth(0).click();
    one.page.see("裁定不一致：已保存");

    copy.bring_in(&one.carry_out());
    assert_eq!(one.fingerprint(), copy.fingerprint());
    copy.page.by_role("link", "今日").click();
    copy.page.see_no("有两份副本");
}

/// Three values stand beside each other; one of them is chosen.
fn settle(page: &Page) {
    page.by_role("link", "今日").click();
    page.by_role("link", "去处理").nth(0).click();
    page.by_role("heading", "待处理").wait();
    for value in ["木耳", "玉米", "黄牛"] {
        page.see(value);
    }
    page.by_role("button", "用这个：赵永发 从事产业，孙干事写的").click();
    page.see("裁定不一致：已保存");
}

/// The fingerprint of a new tablet that begins from a bundle.
fn restored(server: &Server, bundle: &[u8]) -> String {
    let tablet = Tablet::new(server);
    let page = &tablet.page;
    page.by_role("button", "从数据包恢复").click();
    open_bundle(page, bundle);
    page.by_role("radio", "李站长").click();
    let form = page.by_role("form", "从数据包恢复");
    form.by_label("新口令").fill(PASSPHRASE);
    form.by_label("再输一遍").fill(PASSPHRASE);
    form.by_role("button", "从数据包恢复").click();
    page.see("近期走访");
    tablet.fingerprint()
}
