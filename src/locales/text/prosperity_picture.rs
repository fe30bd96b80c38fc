//! The words of the picture of who leads whom, and of what came of it.

messages! {
    picture: "带动图", "帶動圖", "Who leads whom";
    picture_says(hubs: &str, led: &str, alone: &str): "示范户 {hubs} 户，带动 {led} 户；还有 {alone} 户困难户没人带", "示範戶 {hubs} 戶，帶動 {led} 戶；還有 {alone} 戶困難戶沒人帶", "{hubs} lead {led}; {alone} poor households are led by nobody";
    picture_label(hubs: &str, links: &str): "带动图：示范户 {hubs} 户，带动关系 {links} 条。方向键移动，加减号缩放；表格里是同样的内容。", "帶動圖：示範戶 {hubs} 戶，帶動關係 {links} 條。方向鍵移動，加減號縮放；表格裡是同樣的內容。", "Picture of {hubs} demonstration households and {links} links. Arrow keys move it, plus and minus zoom; the table says the same.";
    picture_view: "看法", "看法", "Shown as";
    as_picture: "图", "圖", "Picture";
    as_table: "带动表", "帶動表", "Table of links";
    led_by_nobody: "没人带的困难户", "沒人帶的困難戶", "Led by nobody";
    none_alone: "困难户都有人带", "困難戶都有人帶", "Everybody is led";
    picture_legend: "图例", "圖例", "What the dots mean";
    picture_hint: "按一下圆点，看是谁、给了什么、挣了多少。", "按一下圓點，看是誰、給了什麼、掙了多少。", "Press a dot to see who it is, what is given and what it earned.";
    key_hub: "示范户", "示範戶", "Demonstration household";
    key_inside: "档案里的被带动户", "檔案裡的被帶動戶", "Led, in the register";
    key_outside: "档案外的被带动户", "檔案外的被帶動戶", "Led, outside the register";
    key_alone: "没人带的困难户", "沒人帶的困難戶", "Poor, led by nobody";
    glass_nearer: "放大", "放大", "Nearer";
    glass_farther: "缩小", "縮小", "Farther";
    glass_all: "看全图", "看全圖", "All of it";
    open_demonstration: "打开示范户", "打開示範戶", "Open the household";
    gain_counted: "计入年增收", "計入年增收", "Gain that counts";
    gain_not_twice: "别处已计，不重复", "別處已計，不重複", "counts elsewhere, not twice";
    outcomes: "带动成效", "帶動成效", "What came of it";
    outcomes_says: "一户只计一次：两家带同一户，增收计在带得多的一家。", "一戶只計一次：兩家帶同一戶，增收計在帶得多的一家。", "Each household counts once: if two lead it, its gain counts with the one that earns it most.";
    outcomes_of: "看哪一类", "看哪一類", "Of which";
    outcomes_sum: "合计", "合計", "All together";
    no_outcomes: "还没有入选的示范户", "還沒有入選的示範戶", "Nobody is chosen yet";
    no_outcomes_next: "先评选示范户，再记录带动了谁。", "先評選示範戶，再記錄帶動了誰。", "Choose households, then record whom they lead.";
    households_reached: "带动户数", "帶動戶數", "Households reached";
    lifted_since: "已脱贫", "已脫貧", "Lifted since";
    income_mean_before: "户均收入（带动前）", "戶均收入（帶動前）", "Mean income before";
    income_mean_after: "户均收入（最近）", "戶均收入（最近）", "Mean income, latest";
    counts_elsewhere(count: &str): "（另 {count} 户计在别处）", "（另 {count} 戶計在別處）", " (+{count} elsewhere)";
}
