//! Words of the fund's books.

messages! {
    fund_title: "专项资金", "專項資金", "Special fund";
    fund_pages: "资金页面", "資金頁面", "Pages of the fund";
    tab_balance: "收支结余", "收支結餘", "Balance";
}
