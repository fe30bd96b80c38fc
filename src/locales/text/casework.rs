//! The words of casework: helpers and pairing, the life of a case, emergencies, income, rounds of visits.

messages! {
    case_pages: "档案各页", "檔案各頁", "Pages of this area";
    tab_case_list: "档案列表", "檔案列表", "All cases";
    tab_helper_list: "帮扶责任人", "幫扶責任人", "Helpers";
    tab_pairing: "结对", "結對", "Pairing";
    tab_emergencies: "应急救助", "應急救助", "Emergencies";
    tab_round: "节日走访", "節日走訪", "Festival visits";
    tab_lines: "识别标准", "識別標準", "Poverty lines";
    tab_income: "收入", "收入", "Income";
}

messages! {
    helpers_summary(all: &str, paired: &str, room: &str): "{all} 位，帮扶 {paired} 户，还能帮 {room} 户", "{all} 位，幫扶 {paired} 戶，還能幫 {room} 戶", "{all} helpers, {paired} households, room for {room} more";
    add_helper: "添加责任人", "添加責任人", "Add a helper";
    revise_helper: "修改责任人", "修改責任人", "Revise the helper";
    revise_helper_of(name: &str): "修改责任人：{name}", "修改責任人：{name}", "Revise {name}";
    remove_helper: "移除责任人", "移除責任人", "Remove the helper";
    find_helper: "查找责任人", "查找責任人", "Find a helper";
    find_helper_example: "姓名、拼音、单位、地方", "姓名、拼音、單位、地方", "Name, pinyin, organisation, place";
    filter_helper_kind: "类别", "類別", "Kind";
    all_helper_kinds: "全部类别", "全部類別", "All kinds";
    helpers_with_room_only: "还能帮的", "還能幫的", "With room";
    column_works_at: "所在地与单位", "所在地與單位", "Where";
    column_skills: "擅长", "擅長", "Good at";
    column_load: "帮扶户数", "幫扶戶數", "Households";
    helpers_none: "没有责任人", "沒有責任人", "No helpers";
    helpers_none_next: "添加基层党组织和党员干部，写明在哪里、擅长什么、能帮几户。", "添加基層黨組織和黨員幹部，寫明在哪裡、擅長什麼、能幫幾戶。", "Add organisations and cadres: where they work, what they are good at, how many households they can take.";
    helper_has_left: "已退出", "已退出", "left";
    load_of(paired: &str, most: &str): "{paired}/{most} 户", "{paired}/{most} 戶", "{paired} of {most}";
    section_helper: "责任人", "責任人", "Who";
    section_can_help: "能帮什么", "能幫什麼", "What they can do";
    helper_capacity_hint: "一对一帮扶就填 1", "一對一幫扶就填 1", "1 for one-to-one help";
    place_example: "县、乡镇或村，可用拼音", "縣、鄉鎮或村，可用拼音", "County, township or village";
    helped_now: "正在帮扶", "正在幫扶", "Helps now";
    helped_before: "以前帮扶", "以前幫扶", "Helped before";
    helped_none: "现在没有帮扶的户", "現在沒有幫扶的戶", "No household now";
    helped_none_next: "在“结对”里给一户选这位责任人。", "在「結對」裡給一戶選這位責任人。", "Choose this helper for a household on the pairing board.";
    helped_done(visits: &str, met: &str): "走访 {visits} 次，解决 {met} 件", "走訪 {visits} 次，解決 {met} 件", "{visits} visits, {met} needs met";
    promised(what: &str): "承诺：{what}", "承諾：{what}", "promised: {what}";
    needs_open(count: usize): "{count} 项需求未解决", "{count} 項需求未解決", "{count} open needs";
    to_board: "去结对", "去結對", "Pairing board";
    plan_round: "安排节日走访", "安排節日走訪", "Plan festival visits";
}

messages! {
    unpaired_count(count: &str): "{count} 户还没有责任人", "{count} 戶還沒有責任人", "{count} households have no helper";
    unpaired_label: "等待结对的户", "等待結對的戶", "Households without a helper";
    unpaired_none: "都有责任人了", "都有責任人了", "Everybody has a helper";
    unpaired_none_next: "筛选条件下没有等待结对的户。", "篩選條件下沒有等待結對的戶。", "No household waits under these filters.";
    taken_cases: "选中的户", "選中的戶", "Taken";
    take_a_case: "先点一户，再点一位责任人的“结对”。选几户可以一起结对。", "先點一戶，再點一位責任人的「結對」。選幾戶可以一起結對。", "Tap a household, then “Pair” beside a helper. Several households can go to one helper.";
    helpers_with_room: "可以结对的责任人", "可以結對的責任人", "Helpers with room";
    nobody_has_room: "没有能接下的责任人", "沒有能接下的責任人", "Nobody has room for these";
    nobody_has_room_next: "少选几户，或者添加责任人、提高可帮户数。", "少選幾戶，或者添加責任人、提高可幫戶數。", "Take fewer, add a helper, or raise a helper’s number.";
    spread_out: "逐户分配责任人", "逐戶分配責任人", "A helper for each";
    spread_text: "按地方、需求和负担，给每户选最合适、还能帮的责任人。可以先看再定，一按全部结对，一按全部撤销。", "按地方、需求和負擔，給每戶選最合適、還能幫的責任人。可以先看再定，一按全部結對，一按全部撤銷。", "The best helper who still has room, for each household: by place, need and load. Look first; one press pairs them all, one takes it back.";
    spread_left(count: &str): "{count} 户没有能接下的责任人，留在名单里。", "{count} 戶沒有能接下的責任人，留在名單裡。", "Nobody has room for {count}; they stay in the list.";
    spread_in_parts(most: usize): "一次最多分配 {most} 户，其余的下一次再分。", "一次最多分配 {most} 戶，其餘的下一次再分。", "{most} at a time; the others come next.";
    spread_pair(count: &str): "结对这 {count} 户", "結對這 {count} 戶", "Pair these {count}";
    spread_none: "选中的户都没有能接下的责任人", "選中的戶都沒有能接下的責任人", "Nobody has room for any of these";
    pair: "结对", "結對", "Pair";
    reason_same_county: "同县", "同縣", "same county";
    reason_skill(need: &str): "擅长{need}", "擅長{need}", "good at {need}";
    reason_industry(industry: &str): "懂{industry}", "懂{industry}", "knows {industry}";
    reason_free: "还没有帮扶户", "還沒有幫扶戶", "has none yet";
    no_helper: "没有责任人", "沒有責任人", "No helper";
    no_helper_yet: "还没有责任人。按地方、需求和负担，可以考虑：", "還沒有責任人。按地方、需求和負擔，可以考慮：", "No helper yet. By place, need and load, these come first:";
    no_helper_next: "先添加责任人，或提高现有责任人的可帮户数。", "先添加責任人，或提高現有責任人的可幫戶數。", "Add a helper, or raise the number that one can take.";
    hand_over: "交接", "交接", "Hand over";
    hand_over_title: "交接结对", "交接結對", "Hand the case over";
    section_hand_over: "由谁接手", "由誰接手", "Who takes over";
    end_pairing: "解除结对", "解除結對", "End the pairing";
    end_pairing_title: "解除结对", "解除結對", "End the pairing";
    chain_of_responsibility: "责任人更替", "責任人更替", "Who was responsible";
    taken_over: "接手", "接手", "took over";
    paired_anew: "结对", "結對", "paired";
    ended_because(reason: &str): "结束原因：{reason}", "結束原因：{reason}", "ended: {reason}";
    from_until(from: &str, until: &str): "{from}至{until}", "{from}至{until}", "{from} to {until}";
}

messages! {
    card_life: "认定与脱贫", "認定與脫貧", "Life of the case";
    still_missing: "还缺：", "還缺：", "Still missing:";
    column_lacks: "还缺", "還缺", "Still missing";
    lack_helper: "责任人", "責任人", "helper";
    lack_visit: "今年的走访", "今年的走訪", "a visit this year";
    lack_income: "今年的收入", "今年的收入", "this year’s income";
    lack_below_line: "收入还在标准以下", "收入還在標準以下", "income below the line";
    lacks_nothing: "已齐备，可以脱贫", "已齊備，可以脫貧", "nothing: it can be lifted";
    make_notice: "公示", "公示", "Put on notice";
    notice_of(days: &str): "公示 {days}", "公示 {days}", "Notice, {days}";
    notice_title(name: &str): "公示：{name}", "公示：{name}", "Public notice of {name}";
    notice_days_left(days: i64): "公示中，还有 {days} 天", "公示中，還有 {days} 天", "{days} days left";
    notice_objected: "有异议待核查", "有異議待核查", "objection open";
    notice_over: "公示期满", "公示期滿", "notice is over";
    notice_hint: "公示至少五天，首尾两天都算；期满第二天起可以认定。", "公示至少五天，首尾兩天都算；期滿第二天起可以認定。", "At least five days, the first and the last among them; the case can be confirmed from the day after.";
    section_notice: "什么时候、在哪里", "什麼時候、在哪裡", "When and where";
    section_notice_result: "异议与结果", "異議與結果", "Objections and result";
    notice_result_hint: "没有异议就不用填；期满认定时自动记为“无异议”。", "沒有異議就不用填；期滿認定時自動記為「無異議」。", "Leave empty if nobody objected: the confirmation says so by itself.";
    remove_notice: "移除公示", "移除公示", "Remove the notice";
    remove_notice_of(name: &str): "移除{name}家的这次公示？", "移除{name}家的這次公示？", "Remove this notice of {name}?";
    step_of(step: &str, name: &str): "{step}：{name}家", "{step}：{name}家", "{step}: {name}";
    confirm_hint: "公示期满、没有异议或异议不成立，由党组织认定。", "公示期滿、沒有異議或異議不成立，由黨組織認定。", "After the notice, when nobody objected with right, the organisation confirms.";
    support_hint: "列入当年帮扶，目标是当年脱贫。", "列入當年幫扶，目標是當年脫貧。", "Taken under this year’s support, to be lifted within the year.";
    lift_hint: "收入稳定超过标准，主要困难已经解决。档案继续保留。", "收入穩定超過標準，主要困難已經解決。檔案繼續保留。", "Income is above the line and the main difficulties are met. The file is kept.";
    leave_hint: "不再登记，如迁出。档案和历史仍然保留。", "不再登記，如遷出。檔案和歷史仍然保留。", "No longer registered, moved away for instance. File and history are kept.";
    needy_again_hint: "重新调查登记；再次认定前要重新公示。", "重新調查登記；再次認定前要重新公示。", "Surveyed anew; a new notice is needed before it is confirmed again.";
    filter_of_year: "今年", "今年", "This year";
    all_of_year: "不限年度", "不限年度", "Any year";
    of_year_supported: "今年帮扶的", "今年幫扶的", "Supported this year";
    of_year_waiting: "今年帮扶、还没脱贫的", "今年幫扶、還沒脫貧的", "Supported, not lifted yet";
    of_year_lifted: "今年脱贫的", "今年脫貧的", "Lifted this year";
}

messages! {
    report_emergency: "报告应急", "報告應急", "Report an emergency";
    revise_emergency: "修改应急事项", "修改應急事項", "Revise the emergency";
    remove_emergency: "移除应急事项", "移除應急事項", "Remove the emergency";
    remove_emergency_question: "移除这件应急事项？", "移除這件應急事項？", "Remove this emergency?";
    section_emergency: "谁家、什么事", "誰家、什麼事", "Who, and what";
    section_relief: "已经做的", "已經做的", "What was done";
    emergency_household: "哪一户", "哪一戶", "Household";
    emergencies_open: "未办结", "未辦結", "Open";
    emergencies_closed: "已办结", "已辦結", "Closed";
    emergencies_none: "没有未办结的应急事项", "沒有未辦結的應急事項", "No open emergencies";
    emergencies_none_next: "遇到灾害、大病或突发事件，马上报告，期限会出现在“今日”里。", "遇到災害、大病或突發事件，馬上報告，期限會出現在「今日」裡。", "Report a disaster, a major illness or an accident at once; its deadline is shown on Today.";
    all_emergencies: "全部应急事项", "全部應急事項", "All emergencies";
    emergency_open: "未办结", "未辦結", "open";
    due_today: "今天到期", "今天到期", "due today";
    days_left(days: i64): "还有 {days} 天", "還有 {days} 天", "{days} days left";
    closed_on(day: &str): "{day}办结", "{day}辦結", "closed {day}";
    followed_times(times: usize): "跟进 {times} 次", "跟進 {times} 次", "followed up {times} times";
    follow_ups: "跟进", "跟進", "Follow-ups";
    follow_ups_none: "还没有跟进", "還沒有跟進", "Nothing done yet";
    follow_ups_none_next: "去看过、送过东西、联系过谁，都记在下面。", "去看過、送過東西、聯繫過誰，都記在下面。", "Write down below who went, what was brought, who was called.";
    add_follow_up: "记一次跟进", "記一次跟進", "Write a follow-up";
    close_emergency: "办结", "辦結", "Close it";
    finding_emergency_title(name: &str): "{name}家的应急事项过了期限", "{name}家的應急事項過了期限", "An emergency of {name}’s household is past its deadline";
    finding_emergency_why(day: &str): "应在{day}前救助，还没有办结。", "應在{day}前救助，還沒有辦結。", "Relief was due by {day}, and it is not closed.";
}

messages! {
    finding_income_title(name: &str, year: u32): "{name}家 {year} 年的收入填报了两份", "{name}家 {year} 年的收入填報了兩份", "The income of {name}’s household in {year} is stated twice";
    finding_income_why(first: &str, later: &str): "先填的：纯收入 {first}；后填的：纯收入 {later}。留一份为准。", "先填的：純收入 {first}；後填的：純收入 {later}。留一份為準。", "Stated first: net {first}; later: net {later}. One of them counts.";
    finding_income_first: "移除先填的", "移除先填的", "Remove the first";
    finding_income_later: "移除后填的", "移除後填的", "Remove the later";
    state_income: "填报收入", "填報收入", "State the income";
    income_title(name: &str): "年度收入：{name}家", "年度收入：{name}家", "Income of {name}’s household";
    incomes_by_year: "各年收入", "各年收入", "Income by year";
    incomes_none: "还没有填报收入", "還沒有填報收入", "No income is stated";
    incomes_none_next: "每年填一次，系统算出人均纯收入，与识别标准比较。", "每年填一次，系統算出人均純收入，與識別標準比較。", "State it once a year; each person’s share is worked out and held against the line.";
    section_income_year: "哪一年、几口人", "哪一年、幾口人", "Year and persons";
    section_income: "全家收入与支出", "全家收入與支出", "Income and expenses of the household";
    income_hint: "按全家一年的金额填，没有就留空。", "按全家一年的金額填，沒有就留空。", "Whole household, whole year; leave empty what there is not.";
    section_computed: "计算结果", "計算結果", "What follows";
    section_income_note: "填报", "填報", "Statement";
    net_income: "纯收入", "純收入", "Net income";
    net_each: "人均纯收入", "人均純收入", "Net, each person";
    poverty_line: "识别标准", "識別標準", "Poverty line";
    line_of_year(year: u32, amount: &str): "{year} 年标准 {amount}", "{year} 年標準 {amount}", "line of {year}: {amount}";
    line_unknown: "还没有设定标准", "還沒有設定標準", "no line is set";
    below_line: "低于标准", "低於標準", "below the line";
    above_line: "达到标准", "達到標準", "above the line";
    net_over(net: &str, persons: &str): "纯收入 {net}，{persons} 人", "純收入 {net}，{persons} 人", "net {net} over {persons} persons";
    year_each(year: u32, each: &str): "{year} 年 人均 {each}", "{year} 年 人均 {each}", "{year}: {each} each";
    remove_income: "移除这份收入", "移除這份收入", "Remove the statement";
    remove_income_of(name: &str): "移除{name}家的这份收入？", "移除{name}家的這份收入？", "Remove this statement of {name}?";
    add_line: "设定标准", "設定標準", "Set a line";
    line_hint: "人均纯收入低于标准的户为困难户。没有设定的年度，沿用之前最近一年的标准。", "人均純收入低於標準的戶為困難戶。沒有設定的年度，沿用之前最近一年的標準。", "Households whose net income per person lies below it are poor. A year without a line takes the last one before.";
    lines_none: "还没有设定识别标准", "還沒有設定識別標準", "No poverty line is set";
    lines_none_next: "按年度设定，各县不同的可以分别设定。", "按年度設定，各縣不同的可以分別設定。", "Set one for each year, and for a county where it differs.";
    everywhere: "全市", "全市", "The whole city";
    remove_line: "移除标准", "移除標準", "Remove the line";
    remove_line_question: "移除这条识别标准？", "移除這條識別標準？", "Remove this line?";
}

messages! {
    festival_on(festival: &str, day: &str): "{festival} · {day}", "{festival} · {day}", "{festival} · {day}";
    filter_festival: "节日", "節日", "Festival";
    filter_place: "地方", "地方", "Place";
    all_places: "全部地方", "全部地方", "All places";
    all_helpers: "全部责任人", "全部責任人", "All helpers";
    round_proposed: "拟安排的走访", "擬安排的走訪", "Visits proposed";
    round_summary(days: &str, helpers: usize, visited: usize): "{days}，由 {helpers} 位责任人分头走访；{visited} 户已有安排。", "{days}，由 {helpers} 位責任人分頭走訪；{visited} 戶已有安排。", "{days}, by {helpers} helpers; {visited} households have their visit already.";
    round_in_parts(most: usize): "一次最多安排 {most} 户，再按一次安排其余的。", "一次最多安排 {most} 戶，再按一次安排其餘的。", "{most} are planned at a time; press again for the rest.";
    plan_count(count: usize): "安排 {count} 次走访", "安排 {count} 次走訪", "Plan {count} visits";
    round_done(visited: usize): "{visited} 户都已安排", "{visited} 戶都已安排", "All {visited} have their visit";
    round_nobody: "没有要安排的户", "沒有要安排的戶", "Nobody to visit";
    round_nobody_next: "节日走访由责任人上门。先给还没有责任人的户结对。", "節日走訪由責任人上門。先給還沒有責任人的戶結對。", "Festival visits are made by helpers: pair those who have none.";
}
