//! Casework: the pages of helpers, pairing and emergencies, and what a case file offers of a case's life.

use crate::harness::{Locator, Page};

/// A valid number (GB 11643) in a region that is assigned to nobody.
pub const NUMBER: &str = "229900197005120010";
/// The household of these tests, as a search offers it.
pub const HOUSEHOLD: &str = "赵永发 东岗村";
/// What finds it.
pub const INITIALS: &str = "zyf";

/// Casework, in a tab in which the books are open.
pub struct Casework<'a> {
    page: &'a Page,
}

impl<'a> Casework<'a> {
    /// Casework in that tab.
    #[must_use]
    pub fn new(page: &'a Page) -> Self {
        Self { page }
    }

    /// Goes to an area of the rail.
    #[track_caller]
    pub fn rail(&self, area: &str) {
        self.page.by_role("navigation", "主导航").by_role("link", area).click();
    }

    /// Goes to a page of an area: the tab of that name among `tabs`.
    #[track_caller]
    pub fn area_tab(&self, area: &str, tabs: &str, tab: &str) {
        self.rail(area);
        self.page.by_role("navigation", tabs).by_role("link", tab).click();
    }

    /// Registers the household of these tests, poor for that cause; `more` fills in what else a test needs.
    #[track_caller]
    pub fn register(&self, cause: &str, more: impl FnOnce()) {
        let page = self.page;
        page.by_role("link", "登记档案").click();
        page.by_role("radio", "梨树县").click();
        page.by_role("combobox", "乡镇").fill("十家堡镇");
        page.by_role("combobox", "村").fill("东岗村");
        page.by_role("textbox", "姓名").fill("赵永发");
        page.by_role("textbox", "身份证号").fill(NUMBER);
        page.by_role("combobox", "主要致贫原因").choose(cause);
        more();
        page.by_role("button", "保存").click();
        page.see("登记档案：已保存");
    }

    /// Opens one of the pages beside the list of cases.
    #[track_caller]
    pub fn tab(&self, name: &str) {
        self.area_tab("档案", "档案各页", name);
    }

    /// Goes to a case by what one types of its head's name.
    #[track_caller]
    pub fn open_case(&self, typed: &str, option: &str) {
        self.page.by_role("combobox", "查找").fill(typed);
        self.page.by_role("option", option).click();
        self.page.by_role("region", "认定与脱贫").wait();
    }

    /// What the case file says of the case's life.
    #[must_use]
    pub fn life(&self) -> Locator<'a> {
        self.page.by_role("region", "认定与脱贫")
    }

    /// Adds a cadre who works in that place.
    #[track_caller]
    pub fn add_helper(&self, name: &str, place: &str, option: &str) {
        self.tab("帮扶责任人");
        self.page.by_role("link", "添加责任人").nth(0).click();
        self.page.by_role("textbox", "姓名或名称").fill(name);
        self.page.by_role("combobox", "所在地").fill(place);
        self.page.by_role("option", option).click();
        self.page.by_role("button", "保存").click();
        self.page.see("保存帮扶责任人：已保存");
    }

    /// Puts the case on notice.
    #[track_caller]
    pub fn publish(&self, from: &str, to: &str, place: &str) {
        self.life().by_role("link", "公示").click();
        self.page.by_role("Date", "公示开始").fill(from);
        self.page.by_role("Date", "公示结束").fill(to);
        self.page.by_role("textbox", "公示地点").fill(place);
        self.page.by_role("button", "保存").click();
    }

    /// Takes a step on a day, and hands it in.
    #[track_caller]
    pub fn step(&self, step: &str, on: &str) {
        self.life().by_role("link", step).click();
        self.page.by_role("textbox", "认定单位或经办人").fill("东岗村党支部");
        self.hand_in(on);
    }

    /// Hands the step in again, for another day.
    #[track_caller]
    pub fn hand_in(&self, on: &str) {
        self.page.by_role("Date", "日期").fill(on);
        self.page.by_role("button", "保存").click();
    }

    /// Pairs a case on the board: one tap on the case, another beside the helper.
    #[track_caller]
    pub fn pair(&self, case: &str, helper: &str) {
        self.tab("结对");
        self.page.by_role("checkbox", &format!("选 {case}")).click();
        self.page.by_role("button", &format!("结对 {helper}")).click();
        self.page.see("结对：已保存");
    }

    /// Reports an emergency of the household that is found by what one types.
    #[track_caller]
    pub fn report(&self, typed: &str, option: &str, trigger: &str, happened: &str) {
        self.rail("今日");
        self.page.by_role("link", "报告应急").click();
        self.page.by_role("combobox", "哪一户").fill(typed);
        self.page.by_role("option", option).click();
        self.page.by_role("radio", trigger).click();
        self.page.by_role("textbox", "发生了什么").fill(happened);
        self.page.by_role("button", "保存").click();
        self.page.see("报告应急事项：已保存");
    }
}
