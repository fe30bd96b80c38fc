//! The specialties and categories that a new installation starts with, and the courses and classes of the demonstration.

use domain::records::Method;

/// A specialty: its name, whether it counts as science-and-technology training, and the group of instructors for it.
pub(crate) static SPECIALTIES: [(&str, bool, usize); 20] = [
    ("汽车维修", false, 3),
    ("家政服务", false, 4),
    ("电焊", false, 3),
    ("风味小吃", false, 4),
    ("办公自动化", false, 5),
    ("船舶电气", false, 3),
    ("市场经济管理", false, 6),
    ("农副产品贸易", false, 6),
    ("农副产品加工", true, 2),
    ("合作社经营管理", false, 6),
    ("种植技术", true, 0),
    ("养殖技术", true, 1),
    ("食用菌栽培", true, 0),
    ("棚膜蔬菜", true, 0),
    ("果树栽培", true, 0),
    ("农机驾驶与维修", true, 2),
    ("中药材种植", true, 0),
    ("服装加工", false, 4),
    ("电子商务", false, 5),
    ("创业指导", false, 6),
];

/// The ten categories of trainees.
pub(crate) static CATEGORIES: [&str; 10] = [
    "农村困难党员",
    "城镇困难党员",
    "返乡农民工",
    "下岗失业人员",
    "退役军人",
    "农村妇女",
    "未就业毕业生",
    "残疾人",
    "低保家庭劳动力",
    "种养大户",
];

/// A course: title, specialty, hours, method, content.
pub(crate) struct CourseWords {
    /// Its title.
    pub(crate) title: &'static str,
    /// Its specialty: a place in `SPECIALTIES`.
    pub(crate) specialty: usize,
    /// Hours of class.
    pub(crate) hours: u32,
    /// How it is taught.
    pub(crate) method: Method,
    /// What it is about.
    pub(crate) content: &'static str,
}

const fn course(
    title: &'static str,
    specialty: usize,
    hours: u32,
    method: Method,
    content: &'static str,
) -> CourseWords {
    CourseWords { title, specialty, hours, method, content }
}

/// Science-and-technology courses for rural members.
pub(crate) static TECHNOLOGY: [CourseWords; 14] = [
    course("食用菌栽培技术", 12, 24, Method::Lecture, "制袋、灭菌、接种、出耳管理，二次消毒实操。"),
    course("黑木耳吊袋栽培", 12, 24, Method::Practice, "吊袋棚搭建，水分和温度管理，采收晾晒。"),
    course("玉米高产栽培与保护性耕作", 10, 16, Method::Lecture, "选种、密度、秸秆覆盖还田、免耕播种。"),
    course("水稻旱育稀植", 10, 16, Method::Lecture, "育苗、插秧、晒田、病虫防治。"),
    course("花生与杂粮轮作", 10, 16, Method::Practice, "轮作安排、覆膜、收获与仓储。"),
    course("生猪规范化养殖", 11, 24, Method::Lecture, "圈舍、饲料配方、免疫程序、粪污处理。"),
    course("肉牛育肥与疫病防治", 11, 24, Method::Practice, "架子牛选购、青贮、短期育肥、常见病。"),
    course("大鹅和肉鸡养殖", 11, 16, Method::OwnStory, "育雏、放养、防疫；养殖户讲自己的账。"),
    course("棚膜蔬菜栽培", 13, 24, Method::Practice, "棚室消毒、嫁接育苗、水肥一体化。"),
    course("草莓温室栽培", 13, 16, Method::StudyVisit, "外出参观两处园区，看棚、看账、看销路。"),
    course("苹果梨修剪与嫁接", 14, 16, Method::Practice, "冬剪、夏剪、高接换头。"),
    course("农机驾驶与维修", 15, 40, Method::Practice, "拖拉机、免耕播种机操作保养，安全法规。"),
    course("中药材种植", 16, 16, Method::Lecture, "桔梗、防风、五味子育苗，产地初加工。"),
    course("农产品加工与包装", 8, 24, Method::Lecture, "豆制品、酸菜、粘豆包；许可、标签、冷链。"),
];

/// Courses for all.
pub(crate) static SKILLS: [CourseWords; 15] = [
    course("家政服务", 1, 24, Method::Practice, "居家保洁、月嫂基础、老人照护。"),
    course("电焊工", 2, 40, Method::Practice, "手工焊、二保焊，安全用电，上岗考核。"),
    course("风味小吃制作", 3, 24, Method::Practice, "李连贵熏肉大饼、烧烤、麻辣烫；成本与选址。"),
    course("办公自动化", 4, 24, Method::Lecture, "文字、表格、上网办事。"),
    course("汽车维修", 0, 40, Method::Practice, "保养、底盘、电路，跟班实习。"),
    course("船舶电气", 5, 40, Method::Lecture, "船用电工基础，订单班，结业后推荐就业。"),
    course("市场经济管理", 6, 16, Method::Lecture, "记账、定价、合同、风险。"),
    course("农副产品贸易", 7, 16, Method::StudyVisit, "跑两处批发市场，学看行情、谈价、结算。"),
    course("合作社经营管理", 9, 16, Method::Lecture, "章程、账务、分配、成员大会。"),
    course("合作社带头人讲自己的路", 9, 8, Method::OwnStory, "三位带头人现身说法，答问。"),
    course("服装加工", 17, 24, Method::Practice, "平车、锁边、流水线；结业进车间。"),
    course("农村电子商务", 18, 24, Method::Practice, "开店、拍照、直播、打包发货。"),
    course("创业第一课", 19, 8, Method::Lecture, "项目选择、启动资金、借款办法。"),
    course("创业计划书", 19, 16, Method::Lecture, "写计划、算本钱、过评审。"),
    course("养老护理员", 1, 24, Method::Practice, "照护操作、急救、沟通；考初级证。"),
];

/// Gongzhuling's six terms over the distance-education network: the course, and how many people took part.
pub(crate) static DISTANCE_TERMS: [(CourseWords, usize); 6] = [
    (course("实用技能·汽车维修", 0, 40, Method::Distance, "远程讲授，站点实训。"), 36),
    (course("实用技能·办公自动化", 4, 40, Method::Distance, "远程讲授，各乡镇站点上机。"), 213),
    (course("实用技能·市场经济管理", 6, 24, Method::Distance, "远程讲授，案例讨论。"), 23),
    (course("实用技能·家政服务", 1, 24, Method::Distance, "远程讲授，集中实操两天。"), 5),
    (course("实用技能·农副产品贸易", 7, 24, Method::Distance, "远程讲授，参观批发市场。"), 20),
    (course("实用技能·电焊及其他", 2, 40, Method::Distance, "远程讲授，职教中心实训。"), 4),
];

/// The groups of instructors: subject, organisation of the county.
pub(crate) static INSTRUCTORS: [(&str, &str); 7] = [
    ("种植、果蔬与食用菌", "{place}农业技术推广中心"),
    ("畜禽养殖与防疫", "{place}畜牧总站"),
    ("农机与农产品加工", "{place}农机推广站"),
    ("汽修、电焊与电气", "{place}职业教育中心"),
    ("家政、小吃与服装", "{place}就业服务局"),
    ("办公自动化与电子商务", "{place}职业教育中心"),
    ("经营管理与创业", "{place}党校"),
];

/// Rooms of a site.
pub(crate) static ROOMS: [&str; 4] = ["1教室", "2教室", "多功能厅", "实训室"];
/// What participants should know.
pub(crate) static NOTES: &[&str] = &[
    "带身份证；午饭由基地安排，往返车费凭票报销。",
    "请穿旧衣服，要下棚实操。",
    "带本村的问题来，最后一小时专门答疑。",
    "远的学员可提前一天入住，食宿免费。",
    "结业发证；缺课超过一天不发。",
    "六十岁以上学员请自备常用药。",
];
/// What is said of a class near today, which may be held in a busy season.
pub(crate) const EVENING: &str = "晚课，不误农时；住得远的可在站点看直播。";
/// What is said of a class that was cancelled.
pub(crate) const CANCELLED: &str = "因大雪封路取消，学员转入下一期。";
/// Why an enrolment was withdrawn.
pub(crate) const WITHDRAWN: &str = "班次取消";
