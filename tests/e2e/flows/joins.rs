//! One household that was entered twice: both files side by side, joined into one, undone, joined again; the old address
//! leads to the one that stays, and all is there after a reload.

use e2e::{
    harness::{Browser, Page, Profile, Server, dist},
    pages::{Casework, FirstOpening, LockScreen},
};

/// A valid number (GB 11643) in a region that is assigned to nobody.
const NUMBER: &str = "229900197005120010";

#[test]
fn two_files_of_one_household_become_one_in_landscape() {
    join(1280, 800);
}

#[test]
fn two_files_of_one_household_become_one_in_portrait() {
    join(800, 1280);
}

fn join(width: u32, height: u32) {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    let _ = FirstOpening::open(&page, &server, "").begin();
    let casework = Casework::new(&page);

    register(&page, "缺技术", |page| page.by_role("textbox", "身份证号").fill(NUMBER));
    casework.rail("档案");
    register(&page, "因病", |page| {
        page.by_role("Date", "出生日期").fill("1970-05-12");
        page.see("可能已登记过");
    });
    let second = page.evaluate("location.pathname.slice(1)").expect("a path").as_str().expect("a path").to_owned();
    add_wife(&page);

    casework.tab("查重");
    page.by_role("region", "可能重复的档案").see("同村、同出生日期");
    page.by_role("link", "比对合并 赵永发 东岗村 和 赵永发 东岗村").click();
    page.by_role("heading", "合并两份档案").wait();
    page.by_role("radio", "因病").click();
    page.by_role("button", "合并").click();
    page.see("合并两份档案：已保存");
    page.by_role("heading", "赵永发").wait();
    page.by_role("navigation", "档案内容").see("成员 2");
    page.by_role("button", "撤销").click();
    page.see("已撤销");

    casework.tab("查重");
    page.by_role("link", "比对合并 赵永发 东岗村 和 赵永发 东岗村").click();
    page.by_role("radio", "因病").click();
    page.by_role("button", "合并").click();
    page.see("合并两份档案：已保存");
    casework.tab("查重");
    page.see("没有可能重复的档案");

    drop(page);
    let page = browser.page_sized(width, height);
    LockScreen::open(&page, &server, &second).unlock();
    page.by_role("heading", "已并入的档案").wait();
    page.by_role("region", "历史").see("合并两份档案");
    page.by_role("link", "查看 赵永发").click();
    page.by_role("region", "基本情况").see("因病");
    page.by_role("navigation", "档案内容").by_role("link", "成员 2").click();
    page.see("王桂兰");
    page.by_role("navigation", "档案内容").by_role("link", "历史").click();
    page.by_role("heading", "并入的档案").wait();
}

fn register(page: &Page, cause: &str, identify: impl Fn(&Page)) {
    page.by_role("link", "登记档案").click();
    page.by_role("radio", "梨树县").click();
    page.by_role("combobox", "乡镇").fill("十家堡镇");
    page.by_role("combobox", "村").fill("东岗村");
    page.by_role("textbox", "姓名").fill("赵永发");
    identify(page);
    page.by_role("combobox", "主要致贫原因").choose(cause);
    page.by_role("button", "保存").click();
    page.see("登记档案：已保存");
    page.by_role("heading", "赵永发").wait();
}

fn add_wife(page: &Page) {
    page.by_role("navigation", "档案内容").by_role("link", "成员 1").click();
    page.by_role("link", "添加成员").click();
    page.by_role("textbox", "姓名").fill("王桂兰");
    page.by_role("combobox", "与户主关系").choose("配偶");
    page.by_role("button", "保存").click();
    page.see("王桂兰");
}
