//! The words of planning enrolment for a whole village or county.

messages! {
    enrolment_planning: "入社规划", "入社規劃", "Enrolment planning";
    enrolment_planning_says: "一个村或一个县，谁还没入社，去哪家合适，一次安排，一次办理。", "一個村或一個縣，誰還沒入社，去哪家合適，一次安排，一次辦理。", "For a village or a county: who is in no cooperative, which suits, planned and admitted at once.";
    all_villages: "全部村", "全部村", "All villages";
    join_which: "加入哪一家", "加入哪一家", "Join which";
    join_best: "各户合适的一家", "各戶合適的一家", "The one that suits each";
    join_this(name: &str): "建议加入 {name}", "建議加入 {name}", "suits: {name}";
    join_none: "没有空位的合作社", "沒有空位的合作社", "no cooperative has room";
    unenrolled: "还没入社的家庭", "還沒入社的家庭", "In no cooperative yet";
    all_enrolled: "都已入社或已安排", "都已入社或已安排", "All are enrolled or planned";
    all_enrolled_next: "换一个村看看，或在右边办理入社。", "換一個村看看，或在右邊辦理入社。", "Look at another village, or admit those planned.";
    more_below(count: &str): "还有 {count} 户，可选一个村细看。", "還有 {count} 戶，可選一個村細看。", "{count} more: choose a village to see them.";
    planned_members: "已安排，待办理", "已安排，待辦理", "Planned, to be admitted";
    none_planned: "没有待办理的", "沒有待辦理的", "Nobody is planned";
    admit_all: "全部办理入社", "全部辦理入社", "Admit all";
    seats_near: "附近的合作社", "附近的合作社", "Cooperatives near by";
    bare_villages: "还没有合作社的村", "還沒有合作社的村", "Villages without a cooperative";
    no_bare_villages: "每个村都有合作社", "每個村都有合作社", "Every village has one";
    needy_count(count: &str): "困难户 {count} 户", "困難戶 {count} 戶", "{count} poor households";
    reason_skilled: "有技能劳动力", "有技能勞動力", "Has a skilled worker";
    reason_in_need: "要就业、创业", "要就業、創業", "Needs work or a start";
}
