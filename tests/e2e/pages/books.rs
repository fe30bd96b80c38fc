//! The books of the fund: its pages, money that comes in, and the journal in which a single entry is found.

use crate::harness::Page;

/// The card that says whom money reached that came in, and its table.
pub const FORWARD: &str = "这笔钱到了谁手里";
/// The card that says where money came from that went out, and its table.
pub const BACK: &str = "这笔钱出自哪里";

/// The books, in a tab in which they are open.
pub struct Books<'a> {
    page: &'a Page,
}

/// Money that comes in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Receipt<'a> {
    /// How much, as it is typed.
    pub amount: &'a str,
    /// The day; the one of the form when it is empty.
    pub on: &'a str,
    /// The source.
    pub source: &'a str,
    /// The account that it goes into.
    pub into: &'a str,
    /// What it is for, where that is said.
    pub earmark: &'a str,
    /// Who gave it, where that is said.
    pub donor: &'a str,
}

impl<'a> Books<'a> {
    /// The books in that tab.
    #[must_use]
    pub fn new(page: &'a Page) -> Self {
        Self { page }
    }

    /// Opens one of the pages of the fund.
    #[track_caller]
    pub fn tab(&self, name: &str) {
        self.page.by_role("navigation", "主导航").by_role("link", "资金").click();
        self.page.by_role("navigation", "资金页面").by_role("link", name).click();
    }

    /// Begins an entry; it is of money that comes in unless another kind is chosen.
    #[track_caller]
    pub fn begin(&self) {
        self.tab("流水");
        self.page.by_role("link", "记一笔").nth(0).click();
    }

    /// Fills in what came in.
    #[track_caller]
    pub fn fill(&self, receipt: Receipt<'_>) {
        let page = self.page;
        page.by_role("textbox", "金额").fill(receipt.amount);
        if !receipt.on.is_empty() {
            page.by_role("Date", "日期").fill(receipt.on);
        }
        page.by_role("radio", receipt.source).click();
        page.by_role("radio", receipt.into).click();
        if !receipt.earmark.is_empty() {
            page.by_role("combobox", "指定用途").choose(receipt.earmark);
        }
        page.by_role("textbox", "谁给的").fill(receipt.donor);
    }

    /// Posts money that came in.
    #[track_caller]
    pub fn receive(&self, receipt: Receipt<'_>) {
        self.begin();
        self.fill(receipt);
        self.page.by_role("button", "保存").click();
        self.page.see("记账：已保存");
    }

    /// Opens the one entry that a search in the journal finds.
    #[track_caller]
    pub fn open_entry(&self, typed: &str) {
        self.tab("流水");
        self.page.by_role("searchbox", "查找流水").fill(typed);
        self.page.until("find one entry", "/(^|\\D)1 笔/.test(document.body.innerText)");
        self.page.by_role("grid", "流水").all("row").nth(1).click();
        self.page.by_role("heading", "这笔流水").wait();
    }

    /// The lines of a table, each as its cells one after the other, without its headings.
    #[track_caller]
    #[must_use]
    pub fn lines(&self, table: &str) -> Vec<String> {
        let rows = self.page.by_role("table", table).all("row");
        rows.nth(1).wait();
        (1..rows.count()).map(|place| rows.nth(place).text()).collect()
    }
}
