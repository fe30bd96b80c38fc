//! Words of the fund's budget.

messages! {
    budget_of(year: i32): "{year}年预算与执行", "{year}年預算與執行", "Budget of {year} and what came of it";
    this_year: "今年", "今年", "This year";
    set_budget: "设定预算", "設定預算", "Set a budget";
    set_budget_of(name: &str): "设定{name}的预算", "設定{name}的預算", "Set the budget of {name}";
    remove_budget: "移除预算", "移除預算", "Remove the budget";
    remove_budget_question: "移除这项预算？", "移除這項預算？", "Remove this budget?";
    budget_by_purpose: "按用途", "按用途", "By purpose";
    budget_by_county: "按县", "按縣", "By county";
    column_county_use: "县与用途", "縣與用途", "County and use";
    budget_planned: "预算", "預算", "Budget";
    budget_paid: "已付", "已付", "Paid";
    budget_in_sight: "申请中", "申請中", "In sight";
    budget_left: "全付后余", "全付後餘", "Left after all";
    counties_none: "还没有分县的预算和支出", "還沒有分縣的預算和支出", "No budget or payment by county yet";
    counties_none_next: "“设定预算”时选县，就能分县看。", "「設定預算」時選縣，就能分縣看。", "Choose a county when setting a budget.";
    what_if: "试算：如果增减预算", "試算：如果增減預算", "What if the budget changed";
    what_if_hint: "填增减的百分比，看能多付几笔申请。采用以前什么都不保存。", "填增減的百分比，看能多付幾筆申請。採用以前什麼都不儲存。", "Enter percents and see how many requests could be paid. Nothing is saved until you adopt it.";
    what_would_be: "试算结果", "試算結果", "What would be";
    what_if_clear: "还原", "還原", "Clear";
    adopt_budget: "采用为预算", "採用為預算", "Adopt as the budget";
    change_of(name: &str): "{name}增减", "{name}增減", "Change for {name}";
    less_for(name: &str): "−10% {name}", "−10% {name}", "−10% for {name}";
    more_for(name: &str): "+10% {name}", "+10% {name}", "+10% for {name}";
    not_a_percent: "请填 −100 到 1000 之间的整数。", "請填 −100 到 1000 之間的整數。", "Write a whole number from −100 to 1000.";
    would_plan(money: &str): "预算 {money}", "預算 {money}", "budget {money}";
    would_leave(money: &str): "全付后余 {money}", "全付後餘 {money}", "{money} left after all";
    would_pay(payable: &str, waiting: &str): "可付申请 {payable}/{waiting} 笔", "可付申請 {payable}/{waiting} 筆", "pays {payable} of {waiting} requests";
    pays_more(count: usize): "多付 {count} 笔", "多付 {count} 筆", "{count} more";
    pays_fewer(count: usize): "少付 {count} 笔", "少付 {count} 筆", "{count} fewer";
}
