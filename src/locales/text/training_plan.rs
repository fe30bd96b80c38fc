//! The words of planning a year: demand, plans, series, and what stands in the way of a plan.

messages! {
    fault_not_of_year(year: u32): "不在计划的 {year} 年内，请改日期，或改计划的年度。", "不在計劃的 {year} 年內，請改日期，或改計劃的年度。", "Not within {year}, the year of the plan: change the day, or the plan’s year.";
    fault_plan_full(most: usize): "一份计划放得下约 {most} 个班次，这样就多了。请按县分成几份计划。", "一份計劃放得下約 {most} 個班次，這樣就多了。請按縣分成幾份計劃。", "A plan holds about {most} sessions, and this would be more: make one plan for each county.";
    fault_plan_empty: "这份计划还没有班次。", "這份計劃還沒有班次。", "This plan has no sessions yet.";
    fault_plan_closed: "这份计划已经通过或作废，不再改动。请改班次本身，或复制出一份新草案。", "這份計劃已經通過或作廢，不再改動。請改班次本身，或複製出一份新草案。", "This plan is in force or put aside and is not changed any more: change the session itself, or copy the plan.";
    fault_plan_clashes(count: usize): "有 {count} 处教室或讲师冲突。先改期、换教室或换讲师，再通过。", "有 {count} 處教室或講師衝突。先改期、換教室或換講師，再通過。", "{count} rooms or instructors are in two places at once: move a session, or choose another room or instructor first.";
}
// Demand: who needs what.
messages! {
    tab_demand: "需求", "需求", "Demand";
    tab_plans: "年度计划", "年度計劃", "Plans";
    demand_subtitle(year: i32): "16 到 70 岁、能劳动、不在校的人；按 {year} 年已训次数", "16 到 70 歲、能勞動、不在校的人；按 {year} 年已訓次數", "People of 16 to 70 who can work and are not at school; by their trainings in {year}";
    demand_people: "名单", "名單", "People";
    demand_by_county: "按县区", "按縣區", "By county";
    demand_by_specialty: "想学什么", "想學什麼", "What they would like to learn";
    demand_wish_hint: "提出想学、还没满三次的人", "提出想學、還沒滿三次的人", "people who said so and were trained less than three times";
    no_demand_title: "还没有可培训的人", "還沒有可培訓的人", "Nobody to train yet";
    no_demand_next: "先在“档案”里登记家庭和成员，这里就按县、按专业列出谁需要培训。", "先在「檔案」裡登記家庭和成員，這裡就按縣、按專業列出誰需要培訓。", "Register households and their members under “Cases”; here they are listed by county and specialty.";
    no_wishes: "还没有人提出想学什么", "還沒有人提出想學什麼", "Nobody has said what they would like to learn";
    no_wishes_next: "走访时问一句“想学什么”，记在成员里，这里就有数。", "走訪時問一句「想學什麼」，記在成員裡，這裡就有數。", "Ask on a visit and write it down with the member; it is counted here.";
    no_demand_people_next: "换一个条件。", "換一個條件。", "Try another filter.";
    into_plan: "排进", "排進", "Goes into";
    into_calendar: "直接排进日历", "直接排進日曆", "The calendar";
    column_county: "县区", "縣區", "County";
    column_specialty: "专业", "專業", "Specialty";
    column_category: "类别", "類別", "Category";
    column_people: "人数", "人數", "People";
    column_never: "未训", "未訓", "Never";
    column_times(times: usize): "训 {times} 次", "訓 {times} 次", "{times}×";
    column_times_and_more(times: usize): "满 {times} 次", "滿 {times} 次", "{times}× or more";
    column_lacking: "还差人次", "還差人次", "Trainings lacking";
    column_wishing: "提出想学", "提出想學", "With a wish";
    places_lacking(count: &str): "离人人三次还差 {count} 人次", "離人人三次還差 {count} 人次", "{count} trainings lacking to three each";
    county_unknown: "住处不明", "住處不明", "Not known where";
    wish_other: "其他", "其他", "Other";
    all_specialties: "全部专业", "全部專業", "All specialties";
    any_times: "不论次数", "不論次數", "However often";
    plan_session_for: "为这些人排一期", "為這些人排一期", "Plan a session for them";
}

// Plans and their sessions.
messages! {
    new_plan: "新计划", "新計劃", "New plan";
    edit_plan: "修改计划", "修改計劃", "Revise the plan";
    copy_plan: "复制", "複製", "Copy";
    compare_plans: "对比", "對比", "Compare";
    compare_plan(name: &str): "对比 {name}", "對比 {name}", "Compare {name}";
    no_plans_title: "还没有年度计划", "還沒有年度計劃", "No plans yet";
    no_plans_next: "从空白开始，或把今年的班次整份搬到明年，再改。通过之前，谁也看不到草案。", "從空白開始，或把今年的班次整份搬到明年，再改。通過之前，誰也看不到草案。", "Begin with nothing, or bring this year’s sessions into the next and revise them. Nobody is shown a draft before it is adopted.";
    plan_name(year: i32): "{year} 年培训计划", "{year} 年培訓計劃", "Training {year}";
    plan_copy(name: &str): "{name}（副本）", "{name}（副本）", "{name} (copy)";
    plan_of_year(name: &str, year: u32): "{name} · {year}", "{name} · {year}", "{name} · {year}";
    plan_facts: "计划", "計劃", "The plan";
    begins_with: "从哪里开始", "從哪裡開始", "Begins with";
    begins_empty: "空白", "空白", "Nothing";
    begins_hint: "复制来的班次保持星期几不变", "複製來的班次保持星期幾不變", "What is copied keeps its weekday";
    in_force_of(year: i32): "执行中的 {year} 年", "執行中的 {year} 年", "In force in {year}";
    what_is_in_force: "执行中的", "執行中的", "What is in force";
    plan_drop: "作废", "作廢", "Put aside";
    plan_take_up: "重新启用", "重新啟用", "Take up again";
    adopt_plan: "通过计划", "通過計劃", "Adopt the plan";
    adopt_question: "通过这份计划？", "通過這份計劃？", "Adopt this plan?";
    adopt_text(sessions: usize, seats: u32): "{sessions} 个班次、{seats} 个座位一次进入日历，可以报名。撤销一次就全部收回。", "{sessions} 個班次、{seats} 個座位一次進入日曆，可以報名。撤銷一次就全部收回。", "{sessions} sessions with {seats} seats come onto the calendar at once and take people. One undo takes them all back.";
    adopt_rest: "补上", "補上", "Bring them in";
    plan_left_out(count: usize): "有 {count} 个班次是通过以后才并进来的，还没有执行。", "有 {count} 個班次是通過以後才併進來的，還沒有執行。", "{count} sessions came into the plan after it was adopted and are not in force.";
    plan_clashes(count: usize): "{count} 处教室或讲师冲突。在下面标红的班次里改期或换人，才能通过。", "{count} 處教室或講師衝突。在下面標紅的班次裡改期或換人，才能通過。", "{count} rooms or instructors are in two places at once. Move the sessions marked red, or choose others; then the plan can be adopted.";
    plan_untaught(count: usize): "{count} 个班次还没有讲师，可以先通过，开班前定下。", "{count} 個班次還沒有講師，可以先通過，開班前定下。", "{count} sessions have no instructor yet; that can be settled after the plan is adopted.";
    plan_busy(count: usize): "{count} 个班次落在春耕或秋收。", "{count} 個班次落在春耕或秋收。", "{count} sessions lie in sowing or harvest time.";
    bars_hint(seats: &str): "执行中的加上这份计划，共 {seats} 个座位；人数按各县能来的人算", "執行中的加上這份計劃，共 {seats} 個座位；人數按各縣能來的人算", "What is in force and this plan have {seats} seats; people are counted county by county";
    months_of_plan: "各月班次", "各月班次", "Sessions by month";
    month_count(month: u8, count: &str): "{month}月 · {count}", "{month}月 · {count}", "{month} · {count}";
    drag_hint: "拖动班次可改期，在空白日子上拖过几天可新排一期；也可以在下面的名单里按“改期”。", "拖動班次可改期，在空白日子上拖過幾天可新排一期；也可以在下面的名單裡按「改期」。", "Drag a session to move it, or drag over days for a new one; or press “Move” in the list below.";
    no_planned_title: "这个月还没有班次", "這個月還沒有班次", "No sessions in this month";
    no_planned_next: "在日历上按一天，或从“需求”里按专业排。", "在日曆上按一天，或從「需求」裡按專業排。", "Press a day of the calendar, or begin with the demand.";
    remove_planned: "从计划里移除", "從計劃裡移除", "Take out of the plan";
    remove_planned_question: "把这个班次从计划里移除？", "把這個班次從計劃裡移除？", "Take this session out of the plan?";
    no_teacher_yet: "还没有讲师。可以先排，开班前要定下来。", "還沒有講師。可以先排，開班前要定下來。", "Nobody teaches yet. Plan it now, and choose somebody before it begins.";
    untaught_word: "没有讲师", "沒有講師", "No instructor";
    clash_word: "冲突", "衝突", "Clash";
    clash_room(room: &str, with: &str): "{room} 同时有 {with}", "{room} 同時有 {with}", "{room} is taken by {with}";
    clash_instructor(name: &str, with: &str): "{name} 同时教 {with}", "{name} 同時教 {with}", "{name} teaches {with} at that time";
    clash_in_force(course: &str, day: &str): "{course} {day}（执行中）", "{course} {day}（執行中）", "{course} {day} (in force)";
    on_festival(festival: &str): "正值{festival}", "正值{festival}", "{festival} holiday";
    move_session: "改期", "改期", "Move";
    move_here: "改到这天", "改到這天", "Move here";
    week_earlier: "早一周", "早一週", "A week earlier";
    day_earlier: "早一天", "早一天", "A day earlier";
    day_later: "晚一天", "晚一天", "A day later";
    week_later: "晚一周", "晚一週", "A week later";
}

// Series, and plans beside each other.
messages! {
    repeat_session: "再办几期", "再辦幾期", "Repeat";
    repeat_how: "怎么重复", "怎麼重複", "How often";
    repeat_every: "间隔", "間隔", "Every";
    every_weeks(weeks: u32): "每 {weeks} 周", "每 {weeks} 週", "{weeks} weeks";
    repeat_times: "再办期数", "再辦期數", "How many more";
    repeat_times_hint: "到当年年底为止", "到當年年底為止", "Until the end of the year";
    skip_seasons: "避开春耕秋收", "避開春耕秋收", "Leave out sowing and harvest";
    skip_festivals: "避开节日", "避開節日", "Leave out festivals";
    repeat_days: "日子", "日子", "Days";
    repeat_count(count: usize): "再办 {count} 期", "再辦 {count} 期", "Hold {count} more";
    no_turns: "年内没有合适的日子", "年內沒有合適的日子", "No day fits within the year";
    no_turns_next: "减少期数，或换一个间隔。", "減少期數，或換一個間隔。", "Ask for fewer, or another rhythm.";
    turn_held: "办", "辦", "Held";
    turn_skipped: "避开", "避開", "Left out";
    turn_impossible: "排不了", "排不了", "Impossible";
    compare_first: "左边", "左邊", "First";
    compare_second: "右边", "右邊", "Second";
    compare_what: "比什么", "比什麼", "What";
    compare_difference: "相差", "相差", "Difference";
    compare_numbers: "逐项对比", "逐項對比", "Number by number";
    to_plan(name: &str): "看 {name}", "看 {name}", "To {name}";
    plan_sessions: "班次", "班次", "Sessions";
    plan_technology: "其中科技座位", "其中科技座位", "Seats in technology";
    plan_people: "够培训的人（连同执行中的）", "夠培訓的人（連同執行中的）", "People reached, with what is in force";
    plan_rural: "其中农村科技", "其中農村科技", "… in technology";
    plan_hours: "课时", "課時", "Hours of class";
    plan_days: "上课天数", "上課天數", "Days of class";
    plan_counties: "有班的县区", "有班的縣區", "Counties with sessions";
    plan_most: "最忙的讲师", "最忙的講師", "The busiest instructor";
    plan_in_season: "农忙期的班次", "農忙期的班次", "In a busy season";
    plan_clash_count: "教室、讲师冲突", "教室、講師衝突", "Rooms and instructors in two places";
}

// What tablets planned side by side.
messages! {
    finding_occupied_title(what: &str): "{what}：同时有两个班", "{what}：同時有兩個班", "{what}: in two sessions at once";
    finding_occupied_why(first: &str, later: &str, days: &str): "{days}：{first}（先排）和 {later}。给其中一班改期、换教室或换讲师。", "{days}：{first}（先排）和 {later}。給其中一班改期、換教室或換講師。", "{days}: {first} (planned first) and {later}. Move one of them, or choose another room or instructor.";
    finding_occupied_settle(session: &str): "取消 {session}", "取消 {session}", "Cancel {session}";
    finding_occupied_accept: "就这样办", "就這樣辦", "It is meant so";
}
