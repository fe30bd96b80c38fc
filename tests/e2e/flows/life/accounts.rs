//! What the screens say at the end of the year, to the fen: each yuan from its source to whom it reached, each payment back
//! to its sources, and the trial balance. Every figure was worked out by hand from what the flow did.

use super::Office;
use e2e::pages::{BACK, FORWARD};

/// From each yuan that came in to whom it reached, and what is left of it.
pub(super) fn follow_what_came_in(office: &Office<'_>) {
    let (page, books) = (office.page, &office.books);
    let follow = |typed: &str, lines: &[&str], left: Option<&str>| {
        books.open_entry(typed);
        assert_eq!(books.lines(FORWARD), lines, "what was received: {typed}");
        match left {
            Some(left) => page.by_role("region", FORWARD).see(left),
            None => assert!(!page.by_role("region", FORWARD).text().contains("还剩"), "{typed}"),
        }
        page.assert_sound();
    };
    // Lent, paid back, and part of that given again.
    let fiscal = ["赵永发 未收回借款 2月10日 8,888.89 8,888.89", "赵永发 应急救助 5月20日 3,574.12 –"];
    follow("9500.05", &fiscal, Some("还剩 5,925.93 元"));
    follow("县直机关党委", &["赵永发 应急救助 5月20日 1,111.11"], None);
    follow("东风厂", &["赵永发 子女入学奖励 8月22日 4,321.98"], Some("还剩（指定子女入学） 1,678.08 元"));
    follow("65.67", &["赵永发 应急救助 5月20日 65.67"], None);
    for interest in ["35.56", "17.78"] {
        books.open_entry(interest);
        page.by_role("region", FORWARD).see("还没有动用");
    }
}

/// Back from each payment to where its money came from.
pub(super) fn follow_what_went_out(office: &Office<'_>) {
    let books = &office.books;
    let follow = |voucher: &str, lines: &[&str]| {
        books.open_entry(voucher);
        assert_eq!(books.lines(BACK), lines, "what was paid: {voucher}");
        office.page.assert_sound();
    };
    follow("B1", &["财政投入 2025年1月6日 8,888.89"]);
    let relief = [
        "财政投入 2025年1月6日 3,574.12",
        "党费支持 县直机关党委 2025年1月6日 1,111.11",
        "收益回流 赵永发 2025年4月10日 65.67",
    ];
    follow("B2", &relief);
    follow("B5", &["社会捐助 东风厂 2025年1月6日 4,321.98"]);
}

/// What every account gained, gave and has: both sides are one sum.
pub(super) fn balance(office: &Office<'_>) {
    let (page, books) = (office.page, &office.books);
    books.tab("试算表");
    let lines = books.lines("试算表 · 截至2025年12月20日");
    let expected = [
        "银行存款 – 22,090.49 17,961.77 借 4,128.72",
        "现金 – 3,528.63 – 借 3,528.63",
        "未收回借款 – 8,888.89 8,888.89 –",
        "财政投入 – – 9,500.05 贷 9,500.05",
        "社会捐助 – – 6,000.06 贷 6,000.06",
        "党费支持 – – 1,111.11 贷 1,111.11",
        "收益回流 – – 119.01 贷 119.01",
        "子女入学奖励 – 4,321.98 – 借 4,321.98",
        "应急救助 – 4,750.90 – 借 4,750.90",
        "期初结转 – 9,500.05 9,500.05 –",
        "合计 0 53,080.94 53,080.94 16,730.23",
        "相差 0 0 0",
    ];
    assert_eq!(lines, expected);
    page.assert_sound();
    books.tab("收支结余");
    page.by_role("region", "现款合计").see("7,657.35 元");
    for line in ["5,925.93", "1,678.08", "53.34"] {
        page.by_role("region", "钱从哪里来，还剩多少").see(line);
    }
    page.assert_sound();
}
