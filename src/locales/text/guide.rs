//! The words of the guide's view, which visitors read over the guide's shoulder.

messages! {
    guide: "讲解", "講解", "Guide";
    guide_at(place: usize, count: usize): "第 {place} 站，共 {count} 站", "第 {place} 站，共 {count} 站", "Stop {place} of {count}";
    guide_end(count: usize): "{count} 站都看完了", "{count} 站都看完了", "All {count} stops seen";
    guide_of(count: usize): "/ {count} 站", "/ {count} 站", "of {count}";
    guide_hours(arrives: &str, stay: u32): "{arrives} 到，停 {stay} 分钟", "{arrives} 到，停 {stay} 分鐘", "there at {arrives} for {stay} min";
    guide_leave: "退出讲解", "退出講解", "Leave";
    guide_back: "上一站", "上一站", "Stop before";
    guide_next: "下一站", "下一站", "Next stop";
    guide_way(name: &str, minutes: u32): "去 {name}，路上约 {minutes} 分钟", "去 {name}，路上約 {minutes} 分鐘", "On to {name}, about {minutes} min";
    guide_last: "最后一站", "最後一站", "The last stop";
    guide_finish: "结束", "結束", "Finish";
    guide_learn: "我也想学", "我也想學", "I want to learn this";
    guide_household(village: &str, industry: &str): "{village}{industry}示范户", "{village}{industry}示範戶", "{industry} in {village}";
    guide_leads(count: &str): "一户带起 {count} 户", "一戶帶起 {count} 戶", "One household leads {count}";
    guide_show(what: &str): "看：{what}", "看：{what}", "See: {what}";
    guide_panels: "看哪一面", "看哪一面", "Which side to look at";
    guide_figures: "成效", "成效", "Figures";
    guide_followers: "谁跟着干", "誰跟著幹", "Who follows";
    guide_before_after: "前后对比", "前後對比", "Before and after";
    figure_led: "带动农户", "帶動農戶", "households led";
    figure_lifted: "已走上脱贫路", "已走上脫貧路", "lifted out of poverty";
    figure_gain: "户均年增收", "戶均年增收", "more a year, on average";
    figure_reach: "可带动户数", "可帶動戶數", "could be led";
    figure_since: "示范起始", "示範起始", "showing since";
    figure_founded: "成立", "成立", "founded";
    figure_joined: "入社困难户", "入社困難戶", "needy households joined";
    figure_capital: "出资总额", "出資總額", "capital";
    figure_capacity: "可吸纳农户", "可吸納農戶", "households it can take";
    figure_sessions: "办班", "辦班", "sessions held";
    figure_people: "参训人次", "參訓人次", "people trained";
    figure_seats: "座位", "座位", "seats";
    in_year(year: i32): "{year} 年", "{year} 年", "{year}";
    led_picture(led: usize, lifted: usize): "带动 {led} 户，其中 {lifted} 户已脱贫", "帶動 {led} 戶，其中 {lifted} 戶已脫貧", "{led} households led, {lifted} of them lifted";
    joined_picture(led: usize, lifted: usize): "入社 {led} 户，其中 {lifted} 户已脱贫", "入社 {led} 戶，其中 {lifted} 戶已脫貧", "{led} households joined, {lifted} of them lifted";
    by_village: "分布在哪些村", "分佈在哪些村", "From which villages";
    other_villages(count: usize): "其他 {count} 个村", "其他 {count} 個村", "{count} other villages";
    neighbours_outside: "周边其他农户", "周邊其他農戶", "Other neighbours";
    by_support: "怎样带", "怎樣帶", "How they are led";
    income_before: "带动前户均年收入", "帶動前戶均年收入", "A year’s income before";
    income_with: "加上带动增收", "加上帶動增收", "With what they gain";
    income_note: "按有收入登记的带动户平均，不显示个别家庭。", "按有收入登記的帶動戶平均，不顯示個別家庭。", "Averages over households with a statement; never a single one.";
    guide_thanks: "谢谢来看", "謝謝來看", "Thank you for coming";
    guide_thanks_next: "请在平板上签到，留句话；想学哪一行，点一下就行。", "請在平板上簽到，留句話；想學哪一行，點一下就行。", "Please sign in and leave a word; one tap says what you would like to learn.";
    figure_stops: "今天走过", "今天走過", "stops seen today";
}
