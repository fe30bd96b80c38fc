//! Words of the fund's books.

messages! {
    fund_title: "专项资金", "專項資金", "Special fund";
    fund_pages: "资金页面", "資金頁面", "Pages of the fund";
    tab_balance: "收支结余", "收支結餘", "Balance";
    tab_journal: "流水", "流水", "Journal";
    tab_accounts: "科目", "科目", "Accounts";
    tab_trial: "试算表", "試算表", "Trial balance";
    tab_closing: "结账", "結賬", "Closing";
    tab_budget: "预算", "預算", "Budget";
    fund_unknown_account: "科目不明", "科目不明", "Unknown account";
    fund_unknown_source: "来源不明", "來源不明", "Source not known";
    fund_class_money: "现款", "現款", "Money";
    fund_class_loans: "借出", "借出", "Lent out";
    fund_class_sources: "资金来源", "資金來源", "Sources";
    fund_class_uses: "资金用途", "資金用途", "Uses";
    fund_class_opening: "期初", "期初", "Opening";
    movement_opened: "期初", "期初", "Opening";
    movement_received: "收入", "收入", "Received";
    movement_returned: "退回来源", "退回來源", "Returned";
    movement_paid: "支出", "支出", "Paid";
    movement_lent: "借出", "借出", "Lent";
    movement_repaid: "还款", "還款", "Repaid";
    movement_written_off: "核销", "核銷", "Written off";
    movement_moved: "存取", "存取", "Moved";
    movement_reversal: "冲销", "沖銷", "Reversal";
    movement_other: "其他", "其他", "Other";
    is_reversed: "已冲销", "已沖銷", "reversed";
    is_cancelled: "互相冲销", "互相沖銷", "cancelled";
    joined(first: &str, second: &str): "{first} · {second}", "{first} · {second}", "{first} · {second}";
    from_to(from: &str, to: &str): "{from} → {to}", "{from} → {to}", "{from} → {to}";
    whole_year(year: i32): "{year}年全年", "{year}年全年", "All of {year}";
    unit_yuan: "单位：元", "單位：元", "in yuan";
    in_all: "合计", "合計", "In all";
}

messages! {
    column_day: "日期", "日期", "Date";
    column_what: "摘要", "摘要", "What";
    column_account: "科目", "科目", "Account";
    column_accounts: "从哪到哪", "從哪到哪", "From and to";
    column_amount: "金额（元）", "金額（元）", "Amount (yuan)";
    column_debit: "借方（元）", "借方（元）", "Debit (yuan)";
    column_credit: "贷方（元）", "貸方（元）", "Credit (yuan)";
    column_against: "对方科目", "對方科目", "Other account";
    column_change: "收支（元）", "收支（元）", "Change (yuan)";
    column_balance: "余额（元）", "餘額（元）", "Balance (yuan)";
    column_side: "类别", "類別", "Side";
    column_source: "资金来源", "資金來源", "Source";
    column_use: "用途", "用途", "Use";
    column_before: "年初结余", "年初結餘", "Left before";
    column_received: "收到", "收到", "Received";
    column_lent: "借出未还", "借出未還", "Lent, not back";
    column_spent: "已用", "已用", "Spent";
    column_left: "结余", "結餘", "Left";
}

messages! {
    fund_none: "还没有建账", "還沒有建賬", "No books yet";
    fund_none_next: "一键建好下面这些科目，再填开始记账那天银行和现金各有多少、来自哪里。", "一鍵建好下面這些科目，再填開始記賬那天銀行和現金各有多少、來自哪裡。", "One press sets up the accounts below; then enter what bank and cash held on the first day, and where it came from.";
    set_up_accounts: "建立科目", "建立科目", "Set up the accounts";
    accounts_proposed: "将建立的科目", "將建立的科目", "Accounts that will be set up";
    filter_year: "年度", "年度", "Year";
    since_beginning: "建账以来", "建賬以來", "Since the beginning";
    until_day: "截至", "截至", "Until";
    opening_missing: "还没有填期初结转：建账前就有的钱和借款。", "還沒有填期初結轉：建賬前就有的錢和借款。", "What there was before the ledger is not entered yet.";
    enter_opening: "填期初结转", "填期初結轉", "Enter the opening balance";
    money_at_hand: "现款合计", "現款合計", "Money at hand";
    lent_out: "借出未收回", "借出未收回", "Lent out";
    by_source: "钱从哪里来，还剩多少", "錢從哪裡來，還剩多少", "Where money came from and what is left";
    left_earmarked(purpose: &str, yuan: &str): "指定{purpose}余 {yuan}", "指定{purpose}餘 {yuan}", "{yuan} left for {purpose}";
    spent_by_use: "钱用到了哪里", "錢用到了哪裡", "What it was used for";
    spent_in_year(year: i32): "{year}年钱用到了哪里", "{year}年錢用到了哪裡", "What was used in {year}";
    spent_until(day: &str): "截至{day}钱用到了哪里", "截至{day}錢用到了哪裡", "What was used until {day}";
    nothing_spent: "这段时间没有支出", "這段時間沒有支出", "Nothing was spent in this time";
}

messages! {
    journal_count(count: &str): "{count} 笔", "{count} 筆", "{count} entries";
    journal_search: "查找流水", "查找流水", "Search the journal";
    journal_search_example: "摘要、姓名拼音、凭证号、金额", "摘要、姓名拼音、憑證號、金額", "Words, a name, voucher, amount";
    filter_month: "月份", "月份", "Month";
    all_months: "全部月份", "全部月份", "All months";
    filter_account: "科目", "科目", "Account";
    all_accounts: "全部科目", "全部科目", "All accounts";
    filter_purpose: "用途", "用途", "Purpose";
    all_purposes: "全部用途", "全部用途", "All purposes";
    journal_none: "还没有流水", "還沒有流水", "Nothing is posted yet";
    journal_none_next: "收到一笔、付出一笔，都从“记一笔”开始。", "收到一筆、付出一筆，都從「記一筆」開始。", "Whatever comes in or goes out begins with “New entry”.";
    journal_none_fit: "没有符合条件的流水", "沒有符合條件的流水", "No entry fits";
    post_new: "记一笔", "記一筆", "New entry";
    post_kinds: "记哪一种", "記哪一種", "Kind of entry";
    post_receive: "收到", "收到", "Received";
    post_pay: "支出", "支出", "Paid";
    post_move: "存取转账", "存取轉賬", "Moved";
    post_accounts: "按科目记", "按科目記", "By accounts";
    section_received: "收到多少，谁给的", "收到多少，誰給的", "How much, and from whom";
    section_paid: "付了多少，给谁", "付了多少，給誰", "How much, and for whom";
    section_moved: "从哪里转到哪里", "從哪裡轉到哪裡", "From where to where";
    section_by_accounts: "借方和贷方", "借方和貸方", "Debit and credit";
    by_accounts_hint: "把钱退回来源：借方选来源，贷方选银行或现金。借款、还款在“申请”里办。", "把錢退回來源：借方選來源，貸方選銀行或現金。借款、還款在「申請」裡辦。", "To return money to a source, debit the source and credit bank or cash. Loans are handled under Requests.";
    section_paper: "凭证", "憑證", "Paper";
    post_from_source: "哪项来源", "哪項來源", "Which source";
    post_into: "存入", "存入", "Into";
    post_donor: "谁给的", "誰給的", "From whom";
    post_use: "用于", "用於", "Used for";
    post_out_of: "从哪里付", "從哪裡付", "Out of";
    post_household: "哪一户", "哪一戶", "Household";
    post_payee: "收款人（不是档案户时填）", "收款人（不是檔案戶時填）", "Payee, if no household";
    post_choose_source: "指定动用哪项来源", "指定動用哪項來源", "Choose the source";
    post_draw_on: "动用哪项来源", "動用哪項來源", "Draw on";
    post_debit: "借方（得到的科目）", "借方（得到的科目）", "Debit (gains)";
    post_credit: "贷方（给出的科目）", "貸方（給出的科目）", "Credit (gives)";
    let_rule_choose: "按规则自动选", "按規則自動選", "Let the rule choose";
    no_earmark: "不指定", "不指定", "None";
    earmark: "指定用途", "指定用途", "Earmarked for";
    earmark_hint: "指定了，就只能用在这上面。", "指定了，就只能用在這上面。", "Once earmarked, it is spent on nothing else.";
    amount_hint: "可以写 3000、3千、1.5万", "可以寫 3000、3千、1.5萬", "3000, 1,200.50 …";
    amount_read(money: &str): "即 {money}", "即 {money}", "that is {money}";
    narration_hint: "空着就按科目和对方自动写。", "空著就按科目和對方自動寫。", "Left empty, it says the account and for whom.";
    section_draws: "这笔钱将出自", "這筆錢將出自", "It would come from";
    draws_hint: "先用指定这个用途的，再用不指定的；都先用先收到的。", "先用指定這個用途的，再用不指定的；都先用先收到的。", "Money earmarked for this first, then money without an earmark; the oldest first.";
    draws_short: "还缺", "還缺", "Not covered";
    earmarked_for(purpose: &str): "指定{purpose}", "指定{purpose}", "for {purpose}";
}

messages! {
    legs: "借方和贷方", "借方和貸方", "Debit and credit";
    entry_facts: "这笔流水", "這筆流水", "This entry";
    reverse_entry: "冲销", "沖銷", "Reverse";
    see_reversal: "看冲销的那笔", "看沖銷的那筆", "See the reversal";
    was_reversed: "这笔已被冲销，不再计入收支。", "這筆已被沖銷，不再計入收支。", "This entry was reversed and counts no more.";
    reversed_what: "要冲销的", "要沖銷的", "To be reversed";
    reverse_hint: "原来的一笔保留不动，另记一笔相反的，互相抵消。", "原來的一筆保留不動，另記一筆相反的，互相抵消。", "The entry stays as it is; its opposite is posted and both cancel.";
    reverse_why: "为什么冲销", "為什麼沖銷", "Why";
    reverse_reason: "冲销原因", "沖銷原因", "Reason";
    accounts_subtitle: "每个科目现在有多少；点开看明细。", "每個科目現在有多少；點開看明細。", "What each account has now; open one for its statement.";
    add_account: "添加科目", "添加科目", "Add an account";
    revise_account: "修改科目", "修改科目", "Revise the account";
    account_closed_on(day: &str): "{day}停用", "{day}停用", "closed {day}";
    below_zero: "低于零", "低於零", "below zero";
    statement: "明细", "明細", "Statement";
    statement_none: "这个科目还没有流水", "這個科目還沒有流水", "Nothing was posted to this account";
    balance_now(money: &str): "余额 {money}", "餘額 {money}", "Balance {money}";
    so_far(money: &str): "累计 {money}", "累計 {money}", "{money} so far";
    balance_then(yuan: &str): "余 {yuan}", "餘 {yuan}", "{yuan} left";
    section_account: "科目", "科目", "The account";
    account_name_hint: "标准科目可以不填名称。", "標準科目可以不填名稱。", "A standard account needs no name of its own.";
    section_close_account: "停用", "停用", "Close it";
    close_account_hint: "停用后不能再记账；还有钱的科目不能停用。", "停用後不能再記賬；還有錢的科目不能停用。", "Nothing is posted to it from that day; an account that holds money cannot be closed.";
}

messages! {
    opening_narration: "期初结转", "期初結轉", "Opening balance";
    opening_there: "期初结转已经填了", "期初結轉已經填了", "The opening balance is entered";
    opening_there_next: "要改，就在流水里冲销期初的各笔，再重新填。", "要改，就在流水裡沖銷期初的各筆，再重新填。", "To change it, reverse its entries in the journal and enter it anew.";
    section_opening_day: "从哪天开始记账", "從哪天開始記賬", "First day";
    opening_hint: "填那一天开始时有的。以后的收支一笔一笔记。", "填那一天開始時有的。以後的收支一筆一筆記。", "What there was at the beginning of that day; everything later is posted one by one.";
    section_opening_money: "有多少钱", "有多少錢", "Money";
    section_opening_loans: "借出去还没收回的", "借出去還沒收回的", "Loans outstanding";
    opening_loans_hint: "每笔借款一行，没有就不填。", "每筆借款一行，沒有就不填。", "One row for each; none if there are none.";
    add_opening_loan: "加一笔借款", "加一筆借款", "Add a loan";
    section_opening_sources: "这些钱来自哪里", "這些錢來自哪裡", "Where all of that is from";
    opening_sources_hint: "借出去的也算在来源里。有指定用途的捐款，单独一行。", "借出去的也算在來源裡。有指定用途的捐款，單獨一行。", "What is lent out counts too. A donation with an earmark gets a row of its own.";
    add_opening_source: "加一行来源", "加一行來源", "Add a source";
    opening_source_row: "一项来源", "一項來源", "A source";
    opening_loan_row: "一笔借款", "一筆借款", "A loan";
    left_of_it: "还有多少", "還有多少", "Left of it";
    still_owed: "还欠多少", "還欠多少", "Still owed";
    take_row_away: "去掉这行", "去掉這行", "Take this row away";
    section_sums: "两边核对", "兩邊核對", "Both sides";
    sum_has: "现款和借款合计", "現款和借款合計", "Money and loans";
    sum_from: "来源合计", "來源合計", "Sources";
    sum_between: "相差", "相差", "Between them";
    sums_equal: "相等", "相等", "equal";
}
