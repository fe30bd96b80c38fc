//! Words of requests to the fund: the list, the form, the steps.

messages! {
    tab_requests: "申请", "申請", "Requests";
    tab_loans: "借款", "借款", "Loans";
    tab_rules: "上限与分工", "上限與分工", "Rules";
    ask_fund: "申请资金", "申請資金", "Request money";
    ask_new: "起草申请", "起草申請", "Draft a request";
    ask_new_for(name: &str): "起草申请：{name}家", "起草申請：{name}家", "Request for {name}’s household";
    ask_revise: "修改申请", "修改申請", "Edit the request";
    ask_remove: "移除草稿", "移除草稿", "Remove the draft";
    ask_remove_question: "移除这份申请草稿？", "移除這份申請草稿？", "Remove this draft?";
    ask_count(count: &str): "{count} 份", "{count} 份", "{count} requests";
    ask_summary(count: &str, asked: &str, paid: &str): "{count} 份，申请 {asked}，已拨付 {paid}", "{count} 份，申請 {asked}，已撥付 {paid}", "{count} requests for {asked}; {paid} paid";
    ask_view: "看哪些申请", "看哪些申請", "Which requests";
    ask_view_mine: "等我办理", "等我辦理", "Waits for me";
    ask_view_open: "办理中", "辦理中", "Under way";
    ask_view_done: "已办完", "已辦完", "Finished";
    ask_view_all: "全部", "全部", "All";
    ask_counted(word: &str, count: &str): "{word} {count}", "{word} {count}", "{word} {count}";
    ask_search: "查找申请", "查找申請", "Search the requests";
    ask_search_example: "户主姓名、拼音、村", "戶主姓名、拼音、村", "Name of the household, pinyin, village";
    ask_all_purposes: "全部用途", "全部用途", "All purposes";
    ask_all_states: "全部进展", "全部進展", "All states";
    ask_column_who: "户主", "戶主", "Household";
    ask_column_next: "下一步", "下一步", "Next";
    ask_none: "还没有申请", "還沒有申請", "No requests yet";
    ask_none_next: "从一户的困难写起：申请什么、多少钱、为什么。", "從一戶的困難寫起：申請什麼、多少錢、為什麼。", "Begin with a household: what is asked for, how much, and why.";
    ask_none_mine: "没有等您办理的申请", "沒有等您辦理的申請", "Nothing waits for you";
    ask_none_mine_next: "轮到您的一步，会出现在这里和“今日”里。", "輪到您的一步，會出現在這裡和「今日」裡。", "Your next step will be shown here and on Today.";
    ask_none_fit: "没有符合的申请", "沒有符合的申請", "No request fits";
    ask_show_all: "看全部申请", "看全部申請", "Show all requests";
}

messages! {
    ask_section_who: "给谁，申请什么", "給誰，申請什麼", "For whom, and what";
    ask_section_amount: "多少钱，为什么", "多少錢，為什麼", "How much, and why";
    ask_section_terms: "怎样还", "怎樣還", "How it is paid back";
    ask_household: "哪一户", "哪一戶", "Household";
    ask_need_none: "不对应需求", "不對應需求", "No need of the list";
    ask_need(kind: &str, day: &str): "{kind}（{day}提出）", "{kind}（{day}提出）", "{kind} (asked {day})";
    ask_grounds_hint: "家里出了什么事、钱用在哪里、票据情况", "家裡出了什麼事、錢用在哪裡、票據情況", "What happened, what the money is for, which receipts there are";
    ask_rate_is(percent: &str): "即年利率 {percent}%", "即年利率 {percent}%", "that is {percent} % a year";
    ask_rate_hint: "不收利息填 0；360 即 3.6%", "不收利息填 0；360 即 3.6%", "0 for none; 360 is 3.6 %";
    ask_fee_hint: "没有就留空；与第一期一起还", "沒有就留空；與第一期一起還", "Leave empty if there is none; it is due with the first instalment";
    ask_plan_one(day: &str, amount: &str): "{day}一次还清 {amount}。", "{day}一次還清 {amount}。", "Paid back at once on {day}: {amount}.";
    ask_plan(count: &str, first_day: &str, first: &str, last_day: &str, last: &str): "分 {count} 期：{first_day}还 {first}，最后 {last_day}还 {last}。", "分 {count} 期：{first_day}還 {first}，最後 {last_day}還 {last}。", "{count} instalments: {first} on {first_day}, the last {last} on {last_day}.";
    ask_plan_charges(charges: &str): "利息和手续费共 {charges}。", "利息和手續費共 {charges}。", " Interest and fee: {charges} in all.";
    ask_plan_if_today: "按今天借出计算：", "按今天借出計算：", "If it were lent today: ";
    ask_loan_choice(day: &str, lent: &str, owed: &str): "{day}借 {lent}，尚欠 {owed}", "{day}借 {lent}，尚欠 {owed}", "{lent} lent on {day}, {owed} owed";
    ask_no_loans: "这一户没有未还清的借款。", "這一戶沒有未還清的借款。", "This household owes nothing.";
    ask_limits: "上限", "上限", "Ceilings";
    ask_limit_request: "这一份", "這一份", "This request";
    ask_limit_case(year: i32): "这一户 {year} 年", "這一戶 {year} 年", "This household in {year}";
    ask_limit_year(year: i32): "全部 {year} 年", "全部 {year} 年", "All in {year}";
    ask_limit_of(most: &str): "/ {most}", "/ {most}", "of {most}";
    ask_left(left: &str): "还可申请 {left}。", "還可申請 {left}。", "{left} can be asked for.";
    ask_over(left: &str): "超过上限：最多还可申请 {left}。", "超過上限：最多還可申請 {left}。", "Above the ceiling: {left} is left below it.";
    ask_no_limit: "这一用途没有设上限。", "這一用途沒有設上限。", "No ceiling is set for this purpose.";
    ask_choose_purpose: "选好用途，就显示上限和余额。", "選好用途，就顯示上限和餘額。", "Choose what it is for, and the ceilings are shown.";
    ask_two_persons(limit: &str): "超过 {limit}，须两人批准。", "超過 {limit}，須兩人批准。", "Above {limit}, two persons approve.";
}

messages! {
    ask_progress: "办理进度", "辦理進度", "How far it is";
    ask_step_drafted: "起草", "起草", "Drafted";
    ask_step_submitted: "提交", "提交", "Submitted";
    ask_step_reviewed: "审核", "審核", "Reviewed";
    ask_step_approved: "批准", "批准", "Approved";
    ask_step_paid: "拨付", "撥付", "Paid";
    ask_step_verified: "核验", "核驗", "Verified";
    ask_step_done: "已完成", "已完成", "done";
    ask_step_now: "现在", "現在", "now";
    ask_step_ahead: "未到", "未到", "to come";
    ask_step_stopped: "停止", "停止", "stopped";
    ask_waits_for(step: &str, who: &str): "等待{step}：由{who}办理。", "等待{step}：由{who}辦理。", "Waits for “{step}”, by {who}.";
    ask_waits_for_second(first: &str): "{first}已批准，还须另一位批准。", "{first}已批准，還須另一位批准。", "{first} approved; a second person has to approve.";
    ask_returned_by(who: &str, day: &str, why: &str): "{who}于{day}退回：{why}", "{who}於{day}退回：{why}", "Returned by {who} on {day}: {why}";
    ask_refused_by(who: &str, day: &str, why: &str): "{who}于{day}不批准：{why}", "{who}於{day}不批准：{why}", "Refused by {who} on {day}: {why}";
    ask_facts: "申请内容", "申請內容", "What is asked for";
    ask_terms(months: u32, instalments: u32): "{months} 个月，分 {instalments} 期还", "{months} 個月，分 {instalments} 期還", "{months} months, {instalments} instalments";
    ask_percent(percent: &str): "年利率 {percent}%", "年利率 {percent}%", "{percent} % a year";
    ask_payment: "拨付情况", "撥付情況", "Payment";
    ask_from_account: "付款账户", "付款賬戶", "From account";
    ask_drawn_on: "资金出处", "資金出處", "Drawn on";
    ask_open_loan: "看这笔借款", "看這筆借款", "The loan";
    ask_print: "打印申请表", "打印申請表", "Print the form";
    ask_step_of(step: &str, name: &str): "{step}申请：{name}家", "{step}申請：{name}家", "{step}: request of {name}’s household";
    ask_step_day: "日期", "日期", "Day";
    ask_signed_as: "由您办理", "由您辦理", "Signed by you";
    ask_hint_submit: "提交后不能再改，除非被退回。", "提交後不能再改，除非被退回。", "Once submitted it cannot be changed, unless it is returned.";
    ask_hint_review: "核对情况、票据和上限，写下审核意见。", "核對情況、票據和上限，寫下審核意見。", "Compare the facts, the receipts and the ceilings, and say what you found.";
    ask_hint_approve: "批准的是这一份的对象、用途和金额；以后有改动须重新批准。", "批准的是這一份的對象、用途和金額；以後有改動須重新批准。", "You approve this household, use and amount; a later change has to be approved anew.";
    ask_hint_verify: "到户核实：钱用在了哪里，有什么成效。", "到戶核實：錢用在了哪裡，有什麼成效。", "On site: what the money was used for, and what came of it.";
    ask_hint_refuse: "写明不批准的原因，申请人会看到。", "寫明不批准的原因，申請人會看到。", "Say why it is refused; whoever asked will read it.";
    ask_hint_return: "写明要补正什么；起草人改好后可以重新提交。", "寫明要補正什麼；起草人改好後可以重新提交。", "Say what has to be put right; then it can be submitted again.";
    ask_hint_pay: "拨付后自动记账，不能撤销，只能冲销。", "撥付後自動記賬，不能撤銷，只能沖銷。", "The payment is posted at once; it is not undone but reversed.";
    ask_hint_write_off: "这笔借款记为核销，不再催还；不动用现款。", "這筆借款記為核銷，不再催還；不動用現款。", "The loan is taken as lost and not asked for again; no money moves.";
    ask_account_left(account: &str, left: &str): "{account}（余 {left}）", "{account}（餘 {left}）", "{account} ({left} left)";
    ask_by_rule: "按规则：先用指定此用途的，再用最早收到的", "按規則：先用指定此用途的，再用最早收到的", "By rule: earmarked money first, then the oldest";
    ask_receipt_left(day: &str, from: &str, left: &str): "{day} {from}，指定此用途（余 {left}）", "{day} {from}，指定此用途（餘 {left}）", "{from}, {day}, earmarked for it ({left} left)";
    ask_pays(amount: &str, name: &str, purpose: &str): "{amount}，给{name}家，用于{purpose}", "{amount}，給{name}家，用於{purpose}", "{amount} for {name}’s household: {purpose}";
    ask_writes_off(amount: &str, name: &str): "核销{name}家的借款 {amount}", "核銷{name}家的借款 {amount}", "{amount} of the loan of {name}’s household is written off";
    ask_nobody_may: "还没有人分到这一步，请在“上限与分工”里分工。", "還沒有人分到這一步，請在「上限與分工」裡分工。", "Nobody has this step yet; share out the work under Rules.";
}

messages! {
    ask_part: "资金", "資金", "Fund";
    ask_case_total(got: &str, back: &str): "共得到 {got}，还回 {back}", "共得到 {got}，還回 {back}", "got {got} in all, paid back {back}";
    ask_case_none: "这一户还没有申请过资金", "這一戶還沒有申請過資金", "This household has asked for nothing yet";
    ask_case_none_next: "补助、借款都从这里申请；先写需求，再申请更清楚。", "補助、借款都從這裡申請；先寫需求，再申請更清楚。", "Grants and loans are asked for here; write down the need first.";
    ask_case_entries: "收支", "收支", "What it got and paid";
    ask_case_gets: "得到", "得到", "got";
    ask_reversed: "已冲销", "已沖銷", "reversed";
    ask_today: "等我办理的申请", "等我辦理的申請", "Requests that wait for me";
    ask_today_all: "全部申请", "全部申請", "All requests";
    ask_of_need: "申请", "申請", "Request";
    ask_sheet_title: "四平市“党内扶贫”专项资金申请表", "四平市「黨內扶貧」專項資金申請表", "Request to the special fund";
    ask_sheet_number: "编号", "編號", "Number";
    ask_sheet_household: "申请人（户主）", "申請人（戶主）", "Household";
    ask_sheet_address: "住址", "住址", "Address";
    ask_sheet_household_kind: "贫困户属性", "貧困戶屬性", "Kind of household";
    ask_sheet_words: "大写", "大寫", "In words";
    ask_sheet_signed: "签字", "簽字", "Signature";
    ask_sheet_seal: "（盖章）", "（蓋章）", "(seal)";
    ask_sheet_day: "年　　月　　日", "年　　月　　日", "Date";
    ask_sheet_applicant: "申请人签字", "申請人簽字", "Signature of the household";
    ask_sheet_receipt: "领款人签字", "領款人簽字", "Received by";
    ask_sheet_hint: "A4 打印，签字盖章后与票据一起存档。", "A4 打印，簽字蓋章後與票據一起存檔。", "Print on A4; keep it with the receipts once it is signed.";
}
