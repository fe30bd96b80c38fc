//! Words of the page of the day, and of the first opening.

messages! {
    register_case: "登记档案", "登記檔案", "Register a case";
    today_visits: "近期走访", "近期走訪", "Visits due";
    today_no_visits: "这几天没有安排走访", "這幾天沒有安排走訪", "No visits are due";
    today_no_visits_next: "可以在档案里安排一次走访。", "可以在檔案裡安排一次走訪。", "Plan one on a case’s page.";
    start_visit: "开始", "開始", "Start";
    today_sessions: "近期班次", "近期班次", "Sessions";
    today_no_sessions: "这几天没有班次", "這幾天沒有班次", "No sessions these days";
    today_no_sessions_next: "可以在“培训”里安排一期。", "可以在「培訓」裡安排一期。", "Plan one under Training.";
    today_needs: "到期的需求", "到期的需求", "Needs with a date";
    classes(count: &str): "{count} 班", "{count} 班", "{count} sessions";
    session_title(title: &str, term: u32): "{title} 第 {term} 期", "{title} 第 {term} 期", "{title}, term {term}";
    seats_of(seated: usize, seats: u32): "{seated}/{seats} 座", "{seated}/{seats} 座", "{seated} of {seats} seats";
    and_more(count: usize): "还有 {count} 项", "還有 {count} 項", "and {count} more";
    year_targets(year: i32): "{year} 年目标", "{year} 年目標", "Targets of {year}";
    pace_hint: "竖线为按时间进度应达到的位置", "豎線為按時間進度應達到的位置", "The mark shows where the year’s pace should be";
    welcome_title: "帮扶", "幫扶", "Bangfu";
    welcome_subtitle: "结对帮扶、培训、合作社与示范户，都记在这台平板上，没有网络也能用。", "結對幫扶、培訓、合作社與示範戶，都記在這台平板上，沒有網絡也能用。", "Cases, training, cooperatives and demonstration households, kept on this tablet; no network is needed.";
    welcome_begin_title: "开始登记", "開始登記", "Begin";
    welcome_begin_text: "建立四平市六个县（市、区）、培训专业和对象类别等基础资料，然后就可以登记第一户。", "建立四平市六個縣（市、區）、培訓專業和對象類別等基礎資料，然後就可以登記第一戶。", "Lays down Siping’s six county-level units, the specialties and the trainee categories; then you can register the first household.";
    welcome_begin: "开始使用", "開始使用", "Start";
    welcome_look_title: "先看看演示", "先看看演示", "Have a look first";
    welcome_look_text: "载入一份四平市规模的虚构数据，随意试用；它与真实档案分开存放，随时可以一键移除。", "載入一份四平市規模的虛構數據，隨意試用；它與真實檔案分開存放，隨時可以一鍵移除。", "Fills the app with invented data at the size of Siping. It is kept apart from real records, and one press takes it away.";
    demonstration_load: "载入演示", "載入演示", "Load the demonstration";
    demonstration_filling: "正在载入演示", "正在載入演示", "Loading the demonstration";
    demonstration_word: "演示数据", "演示數據", "Demonstration";
}
