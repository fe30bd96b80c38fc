//! Words of the work log, of whose a change is, and of the state as it was.

messages! {
    log: "工作记录", "工作記錄", "Work log";
    log_subtitle: "哪一天、谁、做了什么", "哪一天、誰、做了什麼", "Who did what on a day";
    log_about: "按天查看谁改了什么，撤销刚做错的，或回看某一天的全部档案。", "按天查看誰改了什麼，撤銷剛做錯的，或回看某一天的全部檔案。", "See by day who changed what, take back a mistake, or look at all records as they were on a day.";
    log_open: "打开工作记录", "打開工作記錄", "Open the work log";
    log_day: "日期", "日期", "Day";
    log_day_before: "前一天", "前一天", "The day before";
    log_day_after: "后一天", "後一天", "The day after";
    log_person: "工作人员", "工作人員", "Person";
    log_everyone: "所有人", "所有人", "Everyone";
    log_empty: "这一天没有改动", "這一天沒有改動", "Nothing was changed on this day";
    log_empty_next: "换一天或换一个人看看。", "換一天或換一個人看看。", "Try another day or person.";
    log_changes(count: &str): "{count} 条", "{count} 條", "{count} changes";
    log_changes_so_far(count: &str): "最近 {count} 条", "最近 {count} 條", "the last {count}";
    log_more: "再往前看", "再往前看", "Show earlier ones";
    log_reading: "正在读取", "正在讀取", "Reading";
    log_undo_spoken(what: &str): "撤销 {what}", "撤銷 {what}", "Undo {what}";
    log_undone: "已撤销", "已撤銷", "undone";
    log_and_others(count: usize): "另有 {count} 条记录", "另有 {count} 條記錄", "and {count} more records";
    unknown_intent: "新版本的操作", "新版本的操作", "A step of a newer version";
    this_tablet: "本机", "本機", "this tablet";
    tablet_named(name: &str): "平板“{name}”", "平板「{name}」", "tablet “{name}”";
    tablet_unnamed(digits: &str): "平板 {digits}", "平板 {digits}", "tablet {digits}";
    past_day: "看哪一天", "看哪一天", "Which day";
    past_show: "看当时的状态", "看當時的狀態", "Show as it was";
    past_show_of(day: &str): "看{day}当时的状态", "看{day}當時的狀態", "Show as it was on {day}";
    past_hint: "选一个过去的日子，可以看到那天结束时的全部档案。", "選一個過去的日子，可以看到那天結束時的全部檔案。", "Choose a day gone by to see all records as they were at its end.";
    past_making: "正在还原当时的状态", "正在還原當時的狀態", "Going back to that day";
    past_banner(day: &str): "状态：{day} 当时。只能查看，不会保存。", "狀態：{day} 當時。只能查看，不會保存。", "As it was on {day}. Only to look at; nothing is saved.";
    past_leave: "回到现在", "回到現在", "Back to the present";
    past_read_only: "这是过去的状态，不能修改。请先回到现在。", "這是過去的狀態，不能修改。請先回到現在。", "This is the past; it cannot be changed. Go back to the present first.";
    past_nothing: "那天还没有任何记录", "那天還沒有任何記錄", "There were no records yet on that day";
    past_nothing_next: "换一个晚些的日子，或回到现在。", "換一個晚些的日子，或回到現在。", "Choose a later day, or go back to the present.";
    history_as_it_was: "看过去某一天的状态", "看過去某一天的狀態", "As it was on a day";
    history_field(field: &str): "{field}：", "{field}：", "{field}: ";
}
