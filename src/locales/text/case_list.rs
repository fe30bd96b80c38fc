//! The words of the list of cases: columns, filters, and what is done with many at once.

messages! {
    column_phone: "电话", "電話", "Telephone";
    column_industry: "产业", "產業", "Industry";
    column_helper: "帮扶责任人", "幫扶責任人", "Helper";
    column_visited: "上次走访", "上次走訪", "Last visit";
    column_trained: "今年培训", "今年培訓", "Trained this year";
    trained_times(times: usize): "{times} 次", "{times} 次", "{times}×";
    columns: "栏目", "欄目", "Columns";
    columns_title: "列表显示哪些栏目", "列表顯示哪些欄目", "What the list shows";
    columns_show: "这样显示", "這樣顯示", "Show these";
    all_causes: "全部原因", "全部原因", "All causes";
    filter_lacking: "还缺什么", "還缺什麼", "What is lacking";
    lacking_anything: "不论缺什么", "不論缺什麼", "Whatever is lacking";
    lacking_helper: "没有帮扶责任人", "沒有幫扶責任人", "No helper";
    lacking_visit: "三个月没有走访", "三個月沒有走訪", "No visit in three months";
    lacking_help: "需求逾期未解决", "需求逾期未解決", "A need is overdue";
    lacking_training: "今年没有培训", "今年沒有培訓", "Not trained this year";
    lacking_cooperative: "没有入社", "沒有入社", "In no cooperative";
    kept_filters: "常用筛选", "常用篩選", "Kept filters";
    keep_filter: "存为常用", "存為常用", "Keep this filter";
    keep_filter_name: "名称", "名稱", "Name";
    kept_forget(name: &str): "去掉常用筛选 {name}", "去掉常用篩選 {name}", "Forget the filter {name}";
    pick_many: "多选", "多選", "Choose several";
    pick_all(count: &str): "全选这 {count} 户", "全選這 {count} 戶", "Choose all {count}";
    pick_end: "结束多选", "結束多選", "Done choosing";
    choose_this: "选这个", "選這個", "Choose";
    chosen_cases(count: &str): "已选 {count} 户", "已選 {count} 戶", "{count} households chosen";
    print_list: "打印名单", "打印名單", "Print the list";
    enrol_heads: "户主报名培训", "戶主報名培訓", "Enrol the heads";
    choose_session: "报哪一期", "報哪一期", "Which session";
    no_open_session: "没有可以报名的班次", "沒有可以報名的班次", "No session is open";
    assign_helper: "分配责任人", "分配責任人", "Assign a helper";
    picked_have_helper(count: usize): "选来的有 {count} 户已有责任人或不再登记，没有选上。", "選來的有 {count} 戶已有責任人或不再登記，沒有選上。", "{count} of those chosen have a helper already, or have left.";
    choose_cooperative: "进哪个合作社", "進哪個合作社", "Which cooperative";
    no_cooperative_room: "没有还有名额的合作社", "沒有還有名額的合作社", "No cooperative has room";
    picked_refused(count: usize): "选来的有 {count} 户不符合条件，没有选上；原因见名单。", "選來的有 {count} 戶不符合條件，沒有選上；原因見名單。", "{count} of those chosen cannot be taken; the list says why.";
}
