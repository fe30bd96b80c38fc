//! Requests to the fund and its loans: the list, the forms of the steps, and who works with the tablet.

use super::{Books, LockScreen, PASSPHRASE};
use crate::harness::{Locator, Page};

/// Requests and loans, in a tab in which the books are open.
pub struct Requests<'a> {
    page: &'a Page,
}

impl<'a> Requests<'a> {
    /// Requests in that tab.
    #[must_use]
    pub fn new(page: &'a Page) -> Self {
        Self { page }
    }

    /// Opens one of the pages of the fund.
    #[track_caller]
    pub fn tab(&self, name: &str) {
        Books::new(self.page).tab(name);
    }

    /// Begins a request for the household that is found by what one types.
    #[track_caller]
    pub fn begin(&self, typed: &str, option: &str, kind: &str, purpose: &str) {
        self.tab("申请");
        self.page.by_role("link", "起草申请").nth(0).click();
        self.page.by_role("combobox", "哪一户").fill(typed);
        self.page.by_role("option", option).click();
        self.page.by_role("radio", kind).click();
        self.page.by_role("radio", purpose).click();
    }

    /// Writes amount and grounds, and saves.
    #[track_caller]
    pub fn write(&self, amount: &str, grounds: &str) {
        self.page.by_role("textbox", "申请金额").fill(amount);
        self.page.by_role("textbox", "申请理由").fill(grounds);
        self.page.by_role("button", "保存").click();
    }

    /// Takes a step on the page of a request: today, as whoever opened the books.
    #[track_caller]
    pub fn step(&self, step: &str) {
        self.page.by_role("link", step).click();
        self.page.by_role("button", step).click();
        self.progress().wait();
    }

    /// Takes a step on a day.
    #[track_caller]
    pub fn step_on(&self, step: &str, day: &str) {
        self.page.by_role("link", step).click();
        self.page.by_role("Date", "日期").fill(day);
        self.page.by_role("button", step).click();
        self.progress().wait();
    }

    /// Takes a step with its words: a reason, or what was found.
    #[track_caller]
    pub fn step_saying(&self, step: &str, field: &str, words: &str) {
        self.page.by_role("link", step).click();
        self.page.by_role("textbox", field).fill(words);
        self.page.by_role("button", step).click();
        self.progress().wait();
    }

    /// Pays the request whose page is open, from an account; today, where no day is said.
    #[track_caller]
    pub fn pay(&self, account: &str, day: Option<&str>, voucher: &str) {
        self.page.by_role("link", "拨付").click();
        self.page.by_role("radio", account).click();
        if let Some(day) = day {
            self.page.by_role("Date", "日期").fill(day);
        }
        self.page.by_role("textbox", "凭证号").fill(voucher);
        self.page.by_role("button", "拨付").click();
        self.progress().wait();
    }

    /// Opens a request that waits for whoever works with the tablet, from the page of the day.
    #[track_caller]
    pub fn open_waiting(&self, household: &str) {
        self.page.by_role("navigation", "主导航").by_role("link", "今日").click();
        let waiting = self.page.by_role("region", "等我办理的申请");
        waiting.by_role("link", &household.replace(' ', " · ")).click();
        self.progress().wait();
    }

    /// How far the request is whose page is open.
    #[must_use]
    pub fn progress(&self) -> Locator<'a> {
        self.page.by_role("region", "办理进度")
    }

    /// Lets a person open the tablet, with these duties for the fund.
    #[track_caller]
    pub fn admit(&self, name: &str) {
        let page = self.page;
        page.by_role("navigation", "主导航").by_role("link", "设置").click();
        page.by_role("button", "添加人员").click();
        let dialog = page.by_role("dialog", "添加人员");
        dialog.by_role("textbox", "姓名").fill(name);
        dialog.by_label("新口令").fill(PASSPHRASE);
        dialog.by_label("再输一遍").fill(PASSPHRASE);
        dialog.by_role("button", "添加人员").click();
        dialog.wait_gone();
    }

    /// Gives a person their duties for the fund.
    #[track_caller]
    pub fn give_duties(&self, name: &str, duties: &[&str]) {
        let page = self.page;
        page.by_role("navigation", "主导航").by_role("link", "设置").click();
        page.by_role("button", &format!("资金职责：{name}")).click();
        let dialog = page.by_role("dialog", &format!("资金职责：{name}"));
        for duty in duties {
            dialog.by_role("checkbox", duty).click();
        }
        dialog.by_role("button", "保存职责").click();
        dialog.wait_gone();
    }

    /// Locks the tablet, and opens it as the person with that sign.
    #[track_caller]
    pub fn work_as(&self, sign: &str) {
        let page = self.page;
        page.by_role("navigation", "主导航").by_role("link", "设置").click();
        page.by_role("button", "现在锁上").click();
        let _ = LockScreen::shown(page).unlock_as(sign);
    }
}
