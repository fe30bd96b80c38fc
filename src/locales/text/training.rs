//! The words of the screens of this area: training.

// The calendar.
messages! {
    training_pages: "培训各页", "培訓各頁", "Pages of training";
    tab_calendar: "日历", "日曆", "Calendar";
    tab_courses: "课程", "課程", "Courses";
    tab_sites: "场所", "場所", "Sites";
    tab_instructors: "讲师", "講師", "Instructors";
    plan_session: "安排班次", "安排班次", "Plan a session";
    plan_session_on(day: &str): "安排班次 {day}", "安排班次 {day}", "Plan a session on {day}";
    edit_session: "修改班次", "修改班次", "Edit the session";
    calendar_view: "看法", "看法", "View";
    view_month: "月", "月", "Month";
    view_week: "周", "週", "Week";
    view_open: "可报名", "可報名", "Open";
    earlier_month: "上月", "上月", "Last month";
    later_month: "下月", "下月", "Next month";
    earlier_week: "上周", "上週", "Last week";
    later_week: "下周", "下週", "Next week";
    all_sites: "全部场所", "全部場所", "All sites";
    sessions_of(period: &str): "{period}的班次", "{period}的班次", "Sessions, {period}";
    days_of_year(days: &str, year: i32): "{year}年{days}", "{year}年{days}", "{days} {year}";
    open_sessions: "可报名的班次", "可報名的班次", "Open sessions";
    more_sessions(count: usize): "+{count}", "+{count}", "+{count}";
    season_sowing: "春耕农忙：4月中旬到5月", "春耕農忙：4月中旬到5月", "Sowing: mid April to May";
    season_harvest: "秋收农忙：9月中旬到10月中旬", "秋收農忙：9月中旬到10月中旬", "Harvest: mid September to mid October";
    sowing_warning: "这几天正值春耕，学员多半在地里。可以改到农闲，或排在雨天、晚上。", "這幾天正值春耕，學員多半在地裡。可以改到農閒，或排在雨天、晚上。", "These days are sowing time, and most people are in the fields. A slack season, or evenings, may suit them better.";
    harvest_warning: "这几天正值秋收，学员多半在地里。可以改到农闲，或排在雨天、晚上。", "這幾天正值秋收，學員多半在地裡。可以改到農閒，或排在雨天、晚上。", "These days are harvest time, and most people are in the fields. A slack season, or evenings, may suit them better.";
    first_site_title: "先添加一处培训场所", "先新增一處培訓場所", "Begin with a site";
    first_site_next: "培训中心、培训基地、党校都可以。有了场所，再添加课程、安排班次。", "培訓中心、培訓基地、黨校都可以。有了場所，再新增課程、安排班次。", "A training centre, a base, a school. Then add a course and plan a session.";
    first_course_title: "再添加一门课程", "再新增一門課程", "Now add a course";
    first_course_next: "写明教什么、多少课时。之后就可以在日历上安排班次。", "寫明教什麼、多少課時。之後就可以在日曆上安排班次。", "Say what is taught and for how long. Then plan sessions on the calendar.";
    no_open_title: "还没有可报名的班次", "還沒有可報名的班次", "No session takes people now";
    no_open_next: "安排一期，或在日历上按某一天。", "安排一期，或在日曆上按某一天。", "Plan one, or press a day of the calendar.";
    seats_full: "已满", "已滿", "Full";
    seats_free(count: usize): "余 {count} 座", "餘 {count} 座", "{count} left";
    waiting_count(count: usize): "候补 {count} 人", "候補 {count} 人", "{count} waiting";
    people_lacking(count: usize): "还差 {count} 人开班", "還差 {count} 人開班", "{count} short";
    enough_people: "已够开班人数", "已夠開班人數", "Enough to be held";
    phase_coming: "待开班", "待開班", "Planned";
    phase_running: "进行中", "進行中", "Running";
    phase_over: "已结束", "已結束", "Over";
    phase_cancelled: "已取消", "已取消", "Cancelled";
}

// A session: its form, its page.
messages! {
    form_what: "教什么", "教什麼", "What";
    form_when: "时间和地点", "時間和地點", "When and where";
    form_people: "人数", "人數", "People";
    add_course: "添加课程", "新增課程", "Add a course";
    add_site: "添加场所", "新增場所", "Add a site";
    add_instructor: "添加讲师", "新增講師", "Add an instructor";
    edit_course: "修改课程", "修改課程", "Edit the course";
    edit_site: "修改场所", "修改場所", "Edit the site";
    edit_instructor: "修改讲师", "修改講師", "Edit the instructor";
    term_hint: "不填就接着上一期", "不填就接著上一期", "Left empty, it follows the last";
    ends_on_hint: "一天的班不用填", "一天的班不用填", "Not needed for one day";
    begins_at_hint: "如 8:30；晚课写 18:00", "如 8:30；晚課寫 18:00", "Such as 8:30, or 18:00 for an evening";
    session_time: "时间", "時間", "When";
    minimum_hint: "不到这个数就不开班", "不到這個數就不開班", "Below this it is not held";
    more_seats_than_site(seats: u32): "比场所的 {seats} 座多，请确认坐得下。", "比場所的 {seats} 座多，請確認坐得下。", "The site seats {seats}: please make sure that there is room.";
    enrol: "报名", "報名", "Enrol";
    enrol_in(session: &str): "报名 {session}", "報名 {session}", "Enrol in {session}";
    seats: "座位", "座位", "Seats";
    of_seats(seats: u32): "/ {seats} 座", "/ {seats} 座", "of {seats}";
    of_seats_minimum(seats: u32, minimum: u32): "/ {seats} 座，{minimum} 人开班", "/ {seats} 座，{minimum} 人開班", "of {seats}, held from {minimum}";
    minimum_mark: "竖线为最低开班人数", "豎線為最低開班人數", "The mark shows the least number";
    session_facts: "班次", "班次", "Session";
    enrolled_people: "学员", "學員", "Enrolled";
    no_enrolled_title: "还没有人报名", "還沒有人報名", "Nobody is enrolled yet";
    no_enrolled_next: "按“报名”，从需要培训的人里选。", "按「報名」，從需要培訓的人裡選。", "Press “Enrol” and choose among those who need training.";
    withdraw_enrolment: "退出", "退出", "Withdraw";
    withdraw_name(name: &str): "退出 {name}", "退出 {name}", "Withdraw {name}";
    give_seat: "入座", "入座", "Give a seat";
    give_seat_name(name: &str): "入座 {name}", "入座 {name}", "Give a seat to {name}";
    come_back: "恢复", "恢復", "Bring back";
    come_back_name(name: &str): "恢复 {name}", "恢復 {name}", "Bring back {name}";
    attended: "到", "到", "Here";
    attended_name(name: &str): "到 {name}", "到 {name}", "{name} is here";
    absent: "未到", "未到", "Absent";
    absent_name(name: &str): "未到 {name}", "未到 {name}", "Absent: {name}";
    attendance_count(attended: usize, absent: usize, open: usize): "到 {attended} · 未到 {absent} · 未点 {open}", "到 {attended} · 未到 {absent} · 未點 {open}", "{attended} here · {absent} absent · {open} open";
    waiting_people: "候补", "候補", "Waiting";
    waiting_place(place: usize): "第 {place} 位", "第 {place} 位", "No. {place}";
    waiting_hint: "有人退出，排在最前的自动入座。", "有人退出，排在最前的自動入座。", "When a seat comes free, the first one gets it.";
    withdrawn_people: "已退出", "已退出", "Withdrawn";
    cancel_session: "取消班次", "取消班次", "Cancel the session";
    cancel_session_question: "取消这一班？", "取消這一班？", "Cancel this session?";
    cancel_session_text(count: usize): "已报名的 {count} 人会留在名单上，请记得通知他们。取消后可以撤销。", "已報名的 {count} 人會留在名單上，請記得通知他們。取消後可以撤銷。", "The {count} who are enrolled stay on the list; please remember to tell them. You can undo this.";
    keep_session: "保留班次", "保留班次", "Keep it";
    restore_session: "恢复班次", "恢復班次", "Restore the session";
    session_is_cancelled: "这一班已取消，不再报名。名单还在。", "這一班已取消，不再報名。名單還在。", "This session is cancelled and takes nobody. The list is kept.";
}

// The enrolment board.
messages! {
    enrol_title(session: &str): "报名：{session}", "報名：{session}", "Enrol: {session}";
    to_session: "看班次", "看班次", "To the session";
    candidates_label: "可以报名的人", "可以報名的人", "People to enrol";
    find_person: "找人", "找人", "Find a person";
    show_all: "所有人", "所有人", "Everybody";
    show_untrained: "未满 3 次", "未滿 3 次", "Under 3 times";
    show_wishing: "提出想学", "提出想學", "Asked for it";
    show_near: "本县", "本縣", "This county";
    column_choose: "选", "選", "Choose";
    choose_name(name: &str): "选 {name}", "選 {name}", "Choose {name}";
    unchoose_name(name: &str): "不选 {name}", "不選 {name}", "Leave out {name}";
    column_name: "姓名", "姓名", "Name";
    column_reasons: "为什么", "為什麼", "Why";
    column_village: "村", "村", "Village";
    column_trainings: "今年", "今年", "This year";
    trainings_of_three(count: usize): "{count}/3 次", "{count}/3 次", "{count} of 3";
    reason_wish(subject: &str): "想学{subject}", "想學{subject}", "wants to learn {subject}";
    reason_need(need: &str): "需要{need}", "需要{need}", "needs {need}";
    reason_party: "党员", "黨員", "Party member";
    reason_near: "本县", "本縣", "this county";
    no_candidates_title: "没有符合的人", "沒有符合的人", "Nobody fits";
    no_candidates_next: "换一个条件，或清空查找框。", "換一個條件，或清空查找框。", "Try another filter, or empty the search box.";
    chosen_people: "已选", "已選", "Chosen";
    nobody_chosen: "在名单里勾选要报名的人。排在前面的，是最该来的。", "在名單裡勾選要報名的人。排在前面的，是最該來的。", "Tick the people to enrol. Those who need it most stand first.";
    choose_first(count: usize): "选前 {count} 人", "選前 {count} 人", "Choose the first {count}";
    choose_nobody: "全不选", "全不選", "Choose nobody";
    enrol_count(count: usize): "报名 {count} 人", "報名 {count} 人", "Enrol {count}";
    enrol_and_wait(seated: usize, waiting: usize): "报名 {seated} 人，候补 {waiting} 人", "報名 {seated} 人，候補 {waiting} 人", "Enrol {seated}, {waiting} waiting";
    wait_count(count: usize): "候补 {count} 人", "候補 {count} 人", "Let {count} wait";
    left_after(count: usize): "还可选 {count} 人", "還可選 {count} 人", "{count} more can be chosen";
    over_seats(count: usize): "超出 {count} 人：可以少选，也可以让后选的候补。", "超出 {count} 人：可以少選，也可以讓後選的候補。", "{count} too many: choose fewer, or let the last ones wait.";
    no_seat_left: "座位已满，选中的人会候补。", "座位已滿，選中的人會候補。", "No seat is left: those chosen will wait.";
}

// Courses, sites, instructors.
messages! {
    courses_count(count: &str): "{count} 门", "{count} 門", "{count} courses";
    no_courses_title: "还没有课程", "還沒有課程", "No courses yet";
    no_courses_next: "添加第一门课程，之后就可以安排班次。", "新增第一門課程，之後就可以安排班次。", "Add the first one; then sessions can be planned.";
    class_hours(hours: u32): "{hours} 课时", "{hours} 課時", "{hours} hours";
    technology_word: "科技", "科技", "Technology";
    sessions_held(count: usize): "共 {count} 期", "共 {count} 期", "{count} sessions";
    next_session_on(day: &str): "下一期 {day}", "下一期 {day}", "next {day}";
    plan_session_of(course: &str): "安排班次 {course}", "安排班次 {course}", "Plan a session of {course}";
    sites_count(count: &str): "{count} 处", "{count} 處", "{count} sites";
    no_sites_in_county: "还没有场所", "還沒有場所", "No sites yet";
    whole_city: "市级", "市級", "The whole city";
    training_bases_count(count: usize): "培训基地 {count} 个，应有 1 到 2 个", "培訓基地 {count} 個，應有 1 到 2 個", "{count} training bases; 1 or 2 are asked for";
    practice_bases_count(count: usize): "实践基地 {count} 个，应有 5 个以上", "實踐基地 {count} 個，應有 5 個以上", "{count} practice bases; 5 or more are asked for";
    seats_word(seats: u32): "{seats} 座", "{seats} 座", "{seats} seats";
    county_hint: "全市共用的，选四平市", "全市共用的，選四平市", "Choose the city for what all share";
    teaches_hint: "教什么、能实践什么", "教什麼、能實踐什麼", "What can be learnt there";
    instructors_count(count: &str): "{count} 位", "{count} 位", "{count} instructors";
    no_instructors_title: "还没有讲师", "還沒有講師", "No instructors yet";
    no_instructors_next: "专家、技术员，和愿意讲自己故事的党员都可以。", "專家、技術員，和願意講自己故事的黨員都可以。", "Experts, technicians, and members who tell their own story.";
    in_use(count: usize): "已用于 {count} 个班次，不能移除。", "已用於 {count} 個班次，不能移除。", "Used by {count} sessions: it cannot be removed.";
    from_age_hint: "0 表示不限", "0 表示不限", "0 means any";
}
