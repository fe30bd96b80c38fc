//! Words of the fund's trace, trial balance and closing.

messages! {
    trace_forward: "这笔钱到了谁手里", "這筆錢到了誰手裡", "Whom this money reached";
    trace_back: "这笔钱出自哪里", "這筆錢出自哪裡", "Where this money came from";
    payments_count(count: &str): "{count} 笔支出", "{count} 筆支出", "{count} payments";
    reached_nobody: "还没有动用", "還沒有動用", "Nothing of it was used yet";
    reached_nobody_next: "付出去以后，这里会显示到了哪些户。", "付出去以後，這裡會顯示到了哪些戶。", "Once it is paid out, this shows whom it reached.";
    column_came_in: "收到", "收到", "Came in";
    column_reached: "给了谁", "給了誰", "Reached";
    column_came_back: "其中已还回（元）", "其中已還回（元）", "Came back (yuan)";
    column_came_from: "出自", "出自", "Came from";
    column_went_to: "付给", "付給", "Went to";
    column_given_by: "谁给的", "誰給的", "Given by";
    column_came_in_on: "收到日期", "收到日期", "Came in on";
    still_left: "还剩", "還剩", "Still left";
    still_left_for(purpose: &str): "还剩（指定{purpose}）", "還剩（指定{purpose}）", "Still left for {purpose}";
    other_payments(count: usize): "其余 {count} 笔", "其餘 {count} 筆", "{count} other payments";
    other_receipts(count: usize): "其余 {count} 笔收入", "其餘 {count} 筆收入", "{count} other receipts";
    nobody_named: "没有写给谁", "沒有寫給誰", "Nobody named";
}

messages! {
    print: "打印", "列印", "Print";
    until_date(day: &str): "截至{day}", "截至{day}", "until {day}";
    trial_of(period: &str): "试算表 · {period}", "試算表 · {period}", "Trial balance · {period}";
    trial_before: "期初余额", "期初餘額", "Before";
    trial_debit: "借方发生", "借方發生", "Debit";
    trial_credit: "贷方发生", "貸方發生", "Credit";
    trial_after: "期末余额", "期末餘額", "After";
    side_debit: "借", "借", "Dr";
    side_credit: "贷", "貸", "Cr";
    period_is_closed(day: &str, by: &str): "已结账：{day}，{by}。这段时间不能再记账。", "已結賬：{day}，{by}。這段時間不能再記賬。", "Closed on {day} by {by}: nothing more is posted to these days.";
    printed_on(day: &str): "打印日期 {day}", "列印日期 {day}", "Printed {day}";
    to_sign(who: &str): "{who}：______________", "{who}：______________", "{who}: ______________";
    signed_by_maker: "制表", "製表", "Prepared by";
    signed_by_checker: "复核", "覆核", "Checked by";
    signed_by_head: "负责人", "負責人", "Head of office";
}

messages! {
    closing_subtitle: "结账以后，那段时间不能再记账，数字不再变。", "結賬以後，那段時間不能再記賬，數字不再變。", "Once closed, nothing more is posted to those days and their figures stay.";
    closing_none: "还没有可结的月份", "還沒有可結的月份", "No month to close yet";
    closing_none_next: "有了流水，过完的月份就可以结账。", "有了流水，過完的月份就可以結賬。", "Months that are over can be closed once something is posted.";
    books_of_year(year: i32): "{year}年", "{year}年", "{year}";
    is_closed: "已结账", "已結賬", "closed";
    is_closed_with_year: "随全年结账", "隨全年結賬", "closed with its year";
    can_be_closed: "可以结账", "可以結賬", "can be closed";
    is_running: "进行中", "進行中", "running";
    close_period: "结账", "結賬", "Close";
    close_of(period: &str): "结账 {period}", "結賬 {period}", "Close {period}";
    reopen: "重新打开", "重新打開", "Open again";
    reopen_of(period: &str): "重新打开 {period}", "重新打開 {period}", "Open again {period}";
    closed_with(on: &str, by: &str, money: &str, lent: &str): "{on} {by}结账，现款 {money}，借出 {lent}", "{on} {by}結賬，現款 {money}，借出 {lent}", "Closed {on} by {by}: money {money}, lent {lent}";
    what_is_checked: "结账前核对", "結賬前核對", "Looked at before closing";
    close_means: "结账后要改，只能先重新打开，并写明原因。", "結賬後要改，只能先重新打開，並寫明原因。", "To change anything later, the period has to be opened again, with a reason.";
    reopen_means: "打开后可以再往这段时间记账；改完请再结账。", "打開後可以再往這段時間記賬；改完請再結賬。", "Its days take postings again; close it anew when that is done.";
    check_over: "这段时间已经过完", "這段時間已經過完", "The period is over";
    check_not_over: "这段时间还没有过完", "這段時間還沒有過完", "The period is not over";
    check_balanced: "借贷相等", "借貸相等", "Debits equal credits";
    check_not_balanced: "借贷不相等", "借貸不相等", "Debits differ from credits";
    check_above_zero: "银行和现金都不低于零", "銀行和現金都不低於零", "No account of money is below zero";
    check_below_zero: "有银行或现金科目低于零", "有銀行或現金科目低於零", "An account of money is below zero";
    check_covered: "每笔支出都有来源", "每筆支出都有來源", "Every payment has its source";
    check_not_covered: "有支出没有来源可出", "有支出沒有來源可出", "Some payments have no source";
    check_whole: "没有残缺的分录", "沒有殘缺的分錄", "No entry lacks a part";
    check_faulty: "有残缺的分录", "有殘缺的分錄", "Some entries lack a part";
    check_earlier: "以前的月份都结了", "以前的月份都結了", "Earlier months are closed";
    check_not_earlier: "还有更早的月份没结", "還有更早的月份沒結", "Earlier months are still open";
}
