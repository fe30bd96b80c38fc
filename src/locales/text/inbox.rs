//! Words of what waits for a decision: values that differ, rules that a merge broke, chains that forked.

messages! {
    inbox: "待处理", "待處理", "To settle";
    inbox_subtitle: "几台平板的记录合在一起后，有些要由人来定。处理完就不再列出，每一步都可以撤销。", "幾台平板的記錄合在一起後，有些要由人來定。處理完就不再列出，每一步都可以撤銷。", "When the tablets’ records come together, some things are for a person to decide. What is settled leaves this list, and each step can be undone.";
    inbox_empty: "没有要处理的事", "沒有要處理的事", "Nothing to settle";
    inbox_empty_next: "合并平板以后，如有不一致或超员，会列在这里。", "合併平板以後，如有不一致或超員，會列在這裡。", "After tablets are merged, differences and full sessions are listed here.";
    inbox_looking: "正在核对", "正在核對", "Looking through the records";
    inbox_open: "去处理", "去處理", "Settle";
    conflicts_title: "两处写得不一样", "兩處寫得不一樣", "Written differently in two places";
    conflict_how: "选一个为准，其余的留在历史里。", "選一個為準，其餘的留在歷史裡。", "Choose the one that counts; the others stay in the history.";
    conflict_pick: "用这个", "用這個", "Use this";
    conflict_pick_spoken(record: &str, field: &str, who: &str): "用这个：{record} {field}，{who}写的", "用這個：{record} {field}，{who}寫的", "Use this: {record}, {field}, as {who} wrote it";
    conflict_retype: "另外填写", "另外填寫", "Type anew";
    conflict_retype_of(record: &str, field: &str): "另外填写：{record} {field}", "另外填寫：{record} {field}", "Type anew: {record}, {field}";
    conflict_shown_now: "现在显示的", "現在顯示的", "shown now";
    conflict_kept: "保留这条记录", "保留這條記錄", "The record stands";
    conflict_removed: "移除这条记录", "移除這條記錄", "The record is removed";
    findings_title: "需要核对", "需要核對", "To be looked at";
    finding_over_title(session: &str, count: usize): "{session}：多报了 {count} 人", "{session}：多報了 {count} 人", "{session}: {count} more than there are seats";
    finding_over_why(seats: u32, names: &str): "只有 {seats} 个座位。最后报名的是：{names}。", "只有 {seats} 個座位。最後報名的是：{names}。", "There are {seats} seats. Those who enrolled last: {names}.";
    finding_over_settle: "让后报的候补", "讓後報的候補", "Let the last ones wait";
    finding_over_accept: "加座，都参加", "加座，都參加", "Add seats, all take part";
    finding_twice_title(name: &str, session: &str): "{name} 在“{session}”报了两次名", "{name} 在「{session}」報了兩次名", "{name} is enrolled twice in “{session}”";
    finding_twice_why: "先报的一次算数，后报的一次可以撤掉。", "先報的一次算數，後報的一次可以撤掉。", "The first enrolment counts; the later one can be withdrawn.";
    finding_twice_settle: "撤掉后报的一次", "撤掉後報的一次", "Withdraw the later one";
    finding_overlap_title(name: &str): "{name} 同一时间报了两个班", "{name} 同一時間報了兩個班", "{name} is enrolled in two sessions at one time";
    finding_overlap_why(first: &str, later: &str, days: &str): "先报的是“{first}”，后报的是“{later}”，{days} 时间重叠。", "先報的是「{first}」，後報的是「{later}」，{days} 時間重疊。", "First “{first}”, then “{later}”; they overlap on {days}.";
    finding_overlap_settle(session: &str): "退出“{session}”", "退出「{session}」", "Withdraw from “{session}”";
    finding_same_id_title(first: &str, later: &str): "{first} 和 {later} 的身份证号相同", "{first} 和 {later} 的身份證號相同", "{first} and {later} have the same identity number";
    finding_same_person_title(name: &str): "{name} 登记了两次", "{name} 登記了兩次", "{name} is registered twice";
    finding_same_id_why(first: &str, later: &str): "身份证号相同。先登记：{first}；后登记：{later}。", "身份證號相同。先登記：{first}；後登記：{later}。", "One identity number. Registered first: {first}; later: {later}.";
    finding_same_id_settle: "移除后登记的", "移除後登記的", "Remove the later one";
    finding_same_id_accept: "确是两个人", "確是兩個人", "They are two persons";
    finding_overdue_title(name: &str): "{name}家的需求过了期限", "{name}家的需求過了期限", "A need of {name}’s household is past its date";
    finding_overdue_why(day: &str): "应在{day}前解决，还没有记为已解决。", "應在{day}前解決，還沒有記為已解決。", "It was to be met by {day} and is not marked as met.";
    finding_overdue_settle: "已经解决", "已經解決", "It is met";
    finding_overdue_accept: "不再提醒", "不再提醒", "Remind no more";
    finding_clock_title(tablet: &str): "{tablet} 的时钟走快了", "{tablet} 的時鐘走快了", "The clock of {tablet} runs ahead";
    finding_clock_why(moment: &str): "它最近一次改动记在 {moment}，比这台平板的时间晚。请校准那台平板的日期和时间；记录没有受影响。", "它最近一次改動記在 {moment}，比這台平板的時間晚。請校準那台平板的日期和時間；記錄沒有受影響。", "Its last change is dated {moment}, later than this tablet’s time. Set its date and time right; no record is harmed.";
    finding_clock_accept: "知道了", "知道了", "Understood";
    finding_settle_spoken(verb: &str, title: &str): "{verb}：{title}", "{verb}：{title}", "{verb}: {title}";
    look_at(what: &str): "查看 {what}", "查看 {what}", "See {what}";
    list_comma: "、", "、", ", ";
    forks_title: "平板被复制过", "平板被複製過", "A tablet was copied";
    fork_title(tablet: &str): "{tablet} 有两份副本，各自都写了记录", "{tablet} 有兩份副本，各自都寫了記錄", "There are two copies of {tablet}, and both wrote";
    fork_why(number: &str): "从它的第 {number} 条改动起，两份的内容都先搁置，没有算进来；什么都没有丢失。", "從它的第 {number} 條改動起，兩份的內容都先擱置，沒有算進來；什麼都沒有丟失。", "From its change {number} on, what either copy wrote is set aside and does not count. Nothing is lost.";
    fork_next: "请找到这两台平板，只留一台继续用；另一台交给负责人，不要清除数据。搁置的记录会一直保存，随数据一起带出。搁置期间要用的内容，请在留下的一台上重新填写。", "請找到這兩台平板，只留一台繼續用；另一台交給負責人，不要清除數據。擱置的記錄會一直保存，隨數據一起帶出。擱置期間要用的內容，請在留下的一台上重新填寫。", "Find both tablets and go on with one of them. Give the other to the person in charge; do not clear its data. What was set aside is kept and carried along with all else. What is needed meanwhile, please enter again on the one that stays.";
}
