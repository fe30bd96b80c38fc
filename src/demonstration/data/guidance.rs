//! Words of guidance teams and of what they bring to villages.

/// Teams of a county: name, what they know, who sends them.
pub(crate) static TEAMS: [(&str, &str, &str); 3] = [
    ("{place}种植业指导组", "玉米、果树、蔬菜、食用菌", "{place}农业技术推广中心"),
    ("{place}畜牧业指导组", "鸡、猪、牛、羊的养殖与防疫", "{place}畜牧总站"),
    ("{place}农机指导组", "农机选购、使用与维修", "{place}农机推广站"),
];
/// Titles of those who belong to a team.
pub(crate) static TITLES: [&str; 3] = ["高级农艺师", "农艺师", "助理农艺师"];
/// What they advise.
pub(crate) static ADVICE: [&str; 6] = [
    "棚温保持在 20 度左右，早晚各通风一次。",
    "开春前把果树修剪完，伤口涂保护剂。",
    "鸡舍每周消毒一次，新进的鸡苗先隔离十天。",
    "底肥要足，播前测一次土。",
    "饲料里减两成玉米，加豆粕，看半个月。",
    "脱粒机皮带该换了，用前先空转。",
];
/// What is brought to villages.
pub(crate) static TOPICS: [&str; 7] = [
    "果树冬季修剪",
    "春耕备耕与测土施肥",
    "畜禽春季防疫",
    "食用菌菌棒制作",
    "农机检修保养",
    "大棚蔬菜病虫害防治",
    "外出务工政策与信息",
];
/// What is handed out.
pub(crate) static MATERIALS: &[&str] =
    &["技术明白纸 200 份", "《养殖技术手册》80 册", "种子样品和说明 120 份", "政策问答 150 份，咨询电话卡"];
