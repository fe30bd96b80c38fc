//! Words of the files of training: what a course, a site, an instructor, a person has behind and before them.

messages! {
    calendar_file: "日历文件", "日曆檔案", "Calendar file";
    calendar_file_failed: "日历文件没有存下来。请检查浏览器的下载设置，再试一次。", "日曆檔案沒有存下來。請檢查瀏覽器的下載設定，再試一次。", "The calendar file was not saved. Check the browser’s download settings and try again.";
    calendar_file_saved: "日历文件在“下载”文件夹里。", "日曆檔案在「下載」資料夾裡。", "The calendar file is in the folder of downloads.";
    network: "各县（市、区）的基地", "各縣（市、區）的基地", "The bases of each county";
    network_county: "县（市、区）", "縣（市、區）", "County";
    network_state: "够不够", "夠不夠", "Enough";
    network_whole: "够了", "夠了", "enough";
    lacks_training_base: "缺培训基地", "缺培訓基地", "lacks a training base";
    more_training_bases: "培训基地多于 2 个", "培訓基地多於 2 個", "more than 2 training bases";
    lacks_practice_bases(count: usize): "缺实践基地 {count} 个", "缺實踐基地 {count} 個", "lacks {count} practice bases";
    section_available: "什么时候有空", "什麼時候有空", "When they have time";
    available_hint: "不选就是哪天都行", "不選就是哪天都行", "None chosen means any day";
    instructor_not_on(name: &str, day: &str): "{name}{day}不讲课，请先问一声。", "{name}{day}不講課，請先問一聲。", "{name} does not teach on {day}: please ask first.";
    instructor_in_fields(name: &str): "{name}农忙时没空，请先问一声。", "{name}農忙時沒空，請先問一聲。", "{name} has no time at sowing and harvest: please ask first.";
    file_about: "概况", "概況", "About";
    file_year: "年份", "年份", "Year";
    file_all_years: "全部年份", "全部年份", "All years";
    file_figures: "办班情况", "辦班情況", "In numbers";
    file_sessions: "办过的班次", "辦過的班次", "Sessions held";
    file_times: "参加人次", "參加人次", "Times anybody took part";
    file_people: "参加人数", "參加人數", "Different people";
    file_hours: "课时", "課時", "Hours of class";
    file_passed: "合格", "合格", "Passed";
    file_certificates: "发出证书", "發出證書", "Certificates";
    file_rating: "学员评价", "學員評價", "What trainees thought";
    file_rating_of(points: &str): "{points} / 5", "{points} / 5", "{points} of 5";
    file_by_specialty: "按专业", "按專業", "By specialty";
    file_specialty: "专业", "專業", "Specialty";
    file_no_specialty: "没有写专业", "沒有寫專業", "No specialty";
    file_session_count: "班次", "班次", "Sessions";
    file_total: "合计", "合計", "Total";
    file_list: "班次记录", "班次記錄", "The sessions";
    file_none: "还没有班次", "還沒有班次", "No sessions yet";
    file_none_next: "在日历上安排一期，办完之后这里就有记录。", "在日曆上安排一期，辦完之後這裡就有記錄。", "Plan one on the calendar; once it is held, it stands here.";
    file_came(count: usize): "到 {count} 人", "到 {count} 人", "{count} took part";
    file_passed_count(count: usize): "合格 {count}", "合格 {count}", "{count} passed";
    file_person(times: usize, hours: u32, certificates: usize): "参加 {times} 次 · {hours} 课时 · 证书 {certificates} 份", "參加 {times} 次 · {hours} 課時 · 證書 {certificates} 份", "took part {times} times · {hours} hours · {certificates} certificates";
}
