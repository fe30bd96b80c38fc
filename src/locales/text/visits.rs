//! The words of visits and promises.

messages! {
    section_needs_met: "解决了哪些需求", "解決了哪些需求", "Needs met now";
    section_promises_kept: "兑现了哪些承诺", "兌現了哪些承諾", "Promises kept now";
    section_place: "走访地点", "走訪地點", "Where";
    section_kept: "兑现情况", "兌現情況", "Was it kept";
    outcome_of(what: &str): "结果：{what}", "結果：{what}", "What came of it: {what}";
    add_heard_need: "添加新需求", "添加新需求", "Add a new need";
    add_promise: "添加承诺", "添加承諾", "Add a promise";
    promise_number(number: usize): "承诺 {number}", "承諾 {number}", "Promise {number}";
    promise_remove_row: "移除这项承诺", "移除這項承諾", "Remove this promise";
    promise_by_hint: "不填就是走访人", "不填就是走訪人", "Left empty: the visitor";
    within_week: "一周内", "一週內", "Within a week";
    within_fortnight: "两周内", "兩週內", "Within two weeks";
    within_month: "一个月内", "一個月內", "Within a month";
    promises: "承诺", "承諾", "Promises";
    promises_due: "到期的承诺", "到期的承諾", "Promises due";
    promises_open(open: &str, kept: &str): "{open} 项未兑现，{kept} 项已兑现", "{open} 項未兌現，{kept} 項已兌現", "{open} open, {kept} kept";
    due_by(day: &str): "{day}前", "{day}前", "by {day}";
    promised_on(day: &str): "{day}答应", "{day}答應", "promised {day}";
    kept_on(day: &str): "{day}兑现", "{day}兌現", "kept {day}";
    keep_promise: "兑现", "兌現", "Kept";
    keep_promise_today: "今天已兑现", "今天已兌現", "Kept today";
    outcome_hint: "可以不填，如：送到 20 斤豆种", "可以不填，如：送到 20 斤豆種", "May stay empty; such as: 10 kg of seed delivered";
    promise_to(name: &str): "对{name}家的承诺", "對{name}家的承諾", "A promise to {name}";
    remove_promise: "移除承诺", "移除承諾", "Remove the promise";
    remove_promise_question: "移除这项承诺？", "移除這項承諾？", "Remove this promise?";
    place_hint: "可以记下现在的位置，以后安排路线时用；不记也能保存。", "可以記下現在的位置，以後安排路線時用；不記也能儲存。", "The place helps to plan the way later; it can be left out.";
    place_ask: "记下现在的位置", "記下現在的位置", "Keep where I am";
    place_forget: "不记位置", "不記位置", "Leave the place out";
    place_asking: "正在定位……", "正在定位……", "Finding the place …";
    place_at(north: &str, east: &str): "北纬 {north}，东经 {east}", "北緯 {north}，東經 {east}", "{north} north, {east} east";
    place_known(place: &str): "已记下：{place}", "已記下：{place}", "Kept: {place}";
    place_within(place: &str, metres: &str): "已记下：{place}（误差约 {metres} 米）", "已記下：{place}（誤差約 {metres} 米）", "Kept: {place} (within {metres} m)";
    place_refused: "没有允许定位，其余内容照样可以保存。要记位置，请在浏览器的网站设置里允许，再按一次。", "沒有允許定位，其餘內容照樣可以儲存。要記位置，請在瀏覽器的網站設定裡允許，再按一次。", "The place may not be asked for; everything else can be saved. To keep it, allow it in the browser’s settings for this site and press again.";
    place_unavailable: "这里定不了位，其余内容照样可以保存。到室外再试一次。", "這裡定不了位，其餘內容照樣可以儲存。到室外再試一次。", "The place cannot be found here; everything else can be saved. Try again outside.";
    place_too_slow: "一直没有定到位，其余内容照样可以保存。可以再按一次。", "一直沒有定到位，其餘內容照樣可以儲存。可以再按一次。", "The place was not found in time; everything else can be saved. You can press again.";
}

messages! {
    fault_card_length(count: usize): "残疾证号是 20 位（身份证号加两位），现在是 {count} 位。", "殘疾證號是 20 位（身份證號加兩位），現在是 {count} 位。", "A card’s number has 20 characters (the identity number and two more); this has {count}.";
    fault_card_differs: "残疾证号的前 18 位应与身份证号相同。", "殘疾證號的前 18 位應與身份證號相同。", "The first 18 characters should be the identity number.";
    fault_card_kind: "最后两位不对：类别是 1 到 7，等级是 1 到 4。", "最後兩位不對：類別是 1 到 7，等級是 1 到 4。", "The last two digits are wrong: the kind is 1 to 7, the grade 1 to 4.";
    fault_not_an_account: "银行账号应为 8 到 30 位数字。", "銀行賬號應為 8 到 30 位數字。", "An account number has 8 to 30 digits.";
    fault_promise_kept: "这项承诺已经兑现。", "這項承諾已經兌現。", "This promise was kept already.";
    fault_need_met: "这项需求已经解决。", "這項需求已經解決。", "This need was met already.";
    fault_other_household: "不是这一户的成员，请重新选。", "不是這一戶的成員，請重新選。", "Not a member of this household: choose again.";
}

messages! {
    need_school: "学校", "學校", "School";
    need_hospital: "医院", "醫院", "Hospital";
    need_employer: "用工单位", "用工單位", "Employer";
    need_term: "开学日期", "開學日期", "Term begins";
    need_stay: "住院日期", "住院日期", "Stay begins";
    need_work_begins: "上岗日期", "上崗日期", "Work begins";
    need_pay: "月收入", "月收入", "Monthly pay";
    need_deadline: "期限", "期限", "due";
    tab_need_list: "帮扶需求", "幫扶需求", "Needs";
    needs_of(shown: &str, all: &str): "{shown} 项需求（共 {all} 项）", "{shown} 項需求（共 {all} 項）", "{shown} of {all} needs";
    needs_by_kind: "按类别和进展", "按類別和進展", "By kind and state";
    needs_all_kinds: "全部类别", "全部類別", "All kinds";
    needs_any_state: "全部进展", "全部進展", "Any state";
    needs_late: "已过期", "已過期", "Late";
    column_need_kind: "需求类别", "需求類別", "Kind of need";
    column_need_what: "具体情况", "具體情況", "What";
    column_need_state: "进展", "進展", "State";
    filter_need_state: "进展", "進展", "State";
    find_need: "查找需求", "查找需求", "Find a need";
    find_need_example: "姓名、拼音、村、责任人", "姓名、拼音、村、責任人", "Name, pinyin, village, helper";
    need_list_none: "没有符合的需求", "沒有符合的需求", "No need fits";
    need_list_none_next: "换一个类别、进展或地方看看。", "換一個類別、進展或地方看看。", "Try another kind, state or place.";
}

messages! {
    card_from_number: "填入身份证号", "填入身份證號", "Begin with the identity number";
    card_hint: "身份证号加两位：类别、等级", "身份證號加兩位：類別、等級", "The identity number, then kind and grade";
    any_text_goes: "直接填写即可", "直接填寫即可", "Anything can be typed";
    usual_ethnicity: "汉族", "漢族", "汉族";
    disability(kind: &str, grade: u8): "{kind}{grade}级", "{kind}{grade}級", "{kind}, grade {grade}";
    filter_having: "家里有", "家裡有", "With";
    having_anybody: "不论家里有谁", "不論家裡有誰", "Whoever is in it";
    having_student: "有在校生", "有在校生", "Somebody at school";
    having_disabled: "有残疾人", "有殘疾人", "Somebody disabled";
    having_ill: "有大病患者", "有大病患者", "Somebody gravely ill";
    having_away: "有人外出务工", "有人外出務工", "Somebody works away";
    having_uninsured: "有人没有医保", "有人沒有醫保", "Somebody without medical insurance";
    column_students: "在校生", "在校生", "At school";
}

messages! {
    tab_day: "今天的走访", "今天的走訪", "Today’s round";
    visits_due(all: &str, missed: &str): "{all} 户，错过 {missed} 户", "{all} 戶，錯過 {missed} 戶", "{all} households, {missed} missed";
    missed_days(days: i64): "错过 {days} 天", "錯過 {days} 天", "missed by {days} days";
    visit_done: "已走访", "已走訪", "visited";
    plan_at_once: "马上安排", "馬上安排", "Plan at once";
    day_none: "今天没有要走访的户", "今天沒有要走訪的戶", "Nobody to visit today";
    day_none_next: "安排了今天走访的、以前错过的，都会排在这里。", "安排了今天走訪的、以前錯過的，都會排在這裡。", "Visits planned for today and those that were missed stand here in order.";
    day_visited: "今天已走访", "今天已走訪", "Visited today";
    of_households(all: &str): "/ {all} 户", "/ {all} 戶", "of {all}";
    day_over: "都走完了", "都走完了", "All done";
    day_over_next: "要改记录，点一户再打开。", "要改記錄，點一戶再打開。", "To change a report, tap its household.";
    day_who: "走访人", "走訪人", "Visitor";
    day_everybody: "全部走访人", "全部走訪人", "All visitors";
    visitor_of(name: &str, count: usize): "{name}（{count} 户）", "{name}（{count} 戶）", "{name} ({count})";
    day_here: "现在", "現在", "now";
    day_before: "上一户", "上一戶", "The one before";
    day_next: "下一户", "下一戶", "The next one";
    metres_on(metres: &str): "距上一户 {metres} 米", "距上一戶 {metres} 米", "{metres} m from the one before";
    round_planned(done: &str, ahead: &str, missed: &str): "已走访 {done} 户，待走访 {ahead} 户，错过 {missed} 户", "已走訪 {done} 戶，待走訪 {ahead} 戶，錯過 {missed} 戶", "{done} visited, {ahead} to come, {missed} missed";
    round_so_far: "已安排的走访", "已安排的走訪", "Visits planned so far";
}
