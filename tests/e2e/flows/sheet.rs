//! The case file on paper: all of a household on one form, private values as dots until the box is ticked, lines to sign;
//! what a printer gets is A4.

use std::fs;

use base64::{Engine, engine::general_purpose::STANDARD};
use e2e::{
    harness::{Browser, Page, Profile, Server, dist, root},
    pages::FirstOpening,
};
use serde_json::json;

/// A valid number (GB 11643) in a region that is assigned to nobody.
const NUMBER: &str = "229900197005120010";
const COVERED: &str = "229900••••••••0010";

#[test]
fn a_file_is_printed_as_the_registration_form_in_landscape() {
    print(1280, 800);
}

#[test]
fn a_file_is_printed_as_the_registration_form_in_portrait() {
    print(800, 1280);
}

fn print(width: u32, height: u32) {
    let server = Server::start(dist(), "/");
    let profile = Profile::fresh();
    let browser = Browser::open(&profile);
    let page = browser.page_sized(width, height);
    let _ = FirstOpening::open(&page, &server, "").begin();
    register(&page);
    page.by_role("link", "打印档案").click();
    let sheet = page.by_role("article", "赵永发家的登记表");
    sheet.see("一、家庭基本情况");
    sheet.see("梨树县十家堡镇东岗村");
    sheet.see(COVERED);
    sheet.see("户主签字");
    page.see_no("妻子常年透析");
    let violations = page.axe();
    assert!(violations.is_empty(), "{violations:#?}");
    page.until("not scroll sideways", "document.documentElement.scrollWidth <= innerWidth");
    page.screenshot(&root().join(format!("target/e2e-shots/sheet-{width}.png")));

    page.by_role("checkbox", "打印身份证号、健康状况等内容").click();
    sheet.see(NUMBER);
    sheet.see("妻子常年透析");
    let printed = pdf(&page);
    assert!(printed.starts_with(b"%PDF"));
    fs::write(root().join(format!("target/e2e-shots/sheet-{width}.pdf")), printed).expect("the disk takes it");
}

/// What a printer gets.
fn pdf(page: &Page) -> Vec<u8> {
    let answer = page.call("Page.printToPDF", json!({ "preferCSSPageSize": true, "printBackground": false }));
    STANDARD.decode(answer["data"].as_str().unwrap_or_default()).expect("it is base64")
}

fn register(page: &Page) {
    page.by_role("link", "登记档案").click();
    page.by_role("radio", "梨树县").click();
    page.by_role("combobox", "乡镇").fill("十家堡镇");
    page.by_role("combobox", "村").fill("东岗村");
    page.by_role("textbox", "姓名").fill("赵永发");
    page.by_role("textbox", "身份证号").fill(NUMBER);
    page.by_role("combobox", "主要致贫原因").choose("因病");
    page.by_role("textbox", "家庭情况").fill("妻子常年透析");
    page.by_role("button", "保存").click();
    page.see("登记档案：已保存");
    page.by_role("heading", "赵永发").wait();
}
