//! What a case file says: shapes of households, causes, situations, needs and their outcomes, schools, work.
//! In braces stand parts that are filled in; what stands before a colon says for whom a sentence is (`text::fitting`).

use domain::records::{Cause, HouseholdKind, NeedKind};

use crate::family::Role::{self, Child, ChildInLaw, Grandchild, GrownChild, LateGrandchild, Parent, Sibling, Spouse};

/// A shape of household: how common, the head's age from and to, and who else is in it.
pub(crate) struct Shape {
    /// How common.
    pub(crate) weight: u32,
    /// The head's age, from and to.
    pub(crate) head: (i32, i32),
    /// The others, each after those on whom their age depends.
    pub(crate) others: &'static [Role],
}

const fn shape(weight: u32, head: (i32, i32), others: &'static [Role]) -> Shape {
    Shape { weight, head, others }
}

/// The shapes.
pub(crate) static SHAPES: &[Shape] = &[
    shape(21, (29, 56), &[Spouse, Child]),
    shape(17, (32, 58), &[Spouse, Child, Child]),
    shape(14, (35, 60), &[Spouse, Child, Parent]),
    shape(8, (35, 58), &[Spouse, Child, Child, Parent]),
    shape(5, (38, 58), &[Spouse, Child, Parent, Parent]),
    shape(15, (55, 76), &[Spouse]),
    shape(6, (33, 58), &[Child]),
    shape(4, (35, 60), &[Parent]),
    shape(6, (58, 74), &[Spouse, GrownChild, ChildInLaw, Grandchild]),
    shape(4, (59, 72), &[Spouse, LateGrandchild]),
    shape(3, (55, 73), &[Sibling]),
    shape(6, (55, 70), &[Spouse, GrownChild]),
];

/// Kinds of households, by how common.
pub(crate) static KINDS: &[(u32, HouseholdKind)] = &[
    (52, HouseholdKind::Ordinary),
    (28, HouseholdKind::Allowance),
    (16, HouseholdKind::PoorAllowance),
    (4, HouseholdKind::FiveGuarantees),
];

/// A cause: how common, whether it is one of the land, and what the surveyor writes.
pub(crate) static CAUSES: &[(u32, Cause, bool, &[&str])] = &[
    (
        34,
        Cause::Illness,
        false,
        &[
            "{who}患{illness}，常年服药，一年自付{cost}元；家里靠{few}{unit}{thing}和零工。",
            "前年{who}因{illness}住院，欠外债{debt}元，已还一部分。房屋完好，吃水用电正常。",
            "种:{who}有{illness}，不能干重活，地由兄弟代种。一年药费{cost}元，报销后压力仍大。",
            "养:{who}有{illness}，喂不动了，{few}{unit}{thing}靠家里人轮着管。一年药费{cost}元。",
            "工:{who}有{illness}，干一阵歇一阵；一年药费{cost}元，收入不稳。",
        ],
    ),
    (
        12,
        Cause::Disability,
        false,
        &[
            "{who}肢体残疾，走路靠拐，家务能自理；想在家里找点手工活。",
            "{who}视力残疾，由家人照料，一时离不开人，收入靠低保和零工。",
            "{who}早年务工受伤，干不了重活。家里有{few}{unit}{thing}，缺人手。",
        ],
    ),
    (
        18,
        Cause::Schooling,
        false,
        &[
            "{who}在{school}读书，一年学费生活费约{cost}元，主要靠{few}{unit}{thing}。",
            "家里供{who}上学，去年借了{debt}元。孩子成绩好，家里再难也要供。",
            "{who}上学，老人看病，两头用钱。{head}农闲时在镇上做力工。",
        ],
    ),
    (
        4,
        Cause::Disaster,
        false,
        &[
            "种:去年夏天内涝，{few}{unit}{thing}损失大半，至今没缓过来。",
            "种:前年大风，地里倒伏，欠了{debt}元，今年想重新干。",
            "养:去年冬天闹病，{thing}死了大半，欠饲料款{debt}元。",
            "前年失火烧了东厢房，家什没抢出来，修房借了{debt}元。",
        ],
    ),
    (
        4,
        Cause::Land,
        true,
        &["二轮承包后添人没添地，全家只有{land}亩，收入主要靠零工。", "地少且多在坡上，{land}亩打粮只够口粮。"],
    ),
    (2, Cause::Water, true, &["地在岗上，井水不足，旱年减产三成；想打一眼井。"]),
    (
        13,
        Cause::Technique,
        false,
        &[
            "种:有地有劳力，就是只会老办法。想学{industry}，没人带。",
            "种:{head}肯干，三年前换过品种没成，缺技术，也缺销路。",
            "养:试着养过{thing}，因不懂防疫亏了本，还想再试，盼有人指导。",
            "养:{few}{unit}{thing}长得慢，不会配料；愿意跟示范户学。",
            "工:有力气没手艺，想学{industry}，学成就近干。",
        ],
    ),
    (
        7,
        Cause::Labour,
        true,
        &["家里没有壮劳力，地流转给合作社，靠流转费和补贴。", "{head}年纪大，地里的活快干不动了，盼社里托管。"],
    ),
    (
        13,
        Cause::Funds,
        false,
        &[
            "养:会养{thing}，圈舍也有，缺本钱，现在只有{few}{unit}。",
            "想把{thing}扩一扩，算过账，差{debt}元左右，不敢借高息。",
            "{head}在外学过手艺，想回来干{industry}，启动资金没着落。",
        ],
    ),
    (2, Cause::Transport, true, &["住在沟里，雨天车进不来，东西卖不上价。"]),
    (1, Cause::Drive, false, &["{head}身体尚可，信心不足，邻居说做事有头没尾；需要有人盯着带。"]),
    (2, Cause::Other, false, &["近年家里接连办了几件大事，欠债{debt}元，人是勤快的。"]),
];

/// Illnesses.
pub(crate) static ILLNESSES: &[&str] = &[
    "脑梗后遗症",
    "冠心病",
    "糖尿病",
    "腰椎间盘突出",
    "肺气肿",
    "风湿性关节炎",
    "肾病",
    "高血压心脏病",
    "股骨头坏死",
    "肝病",
];

/// What the names of schools end in.
pub(crate) const SCHOOL_ENDS: [&str; 4] = ["小学", "中学", "学院", "大学"];

/// Hospitals of the city.
pub(crate) static HOSPITALS: &[&str] = &["四平市中心医院", "县人民医院", "镇卫生院"];

/// Employers who take people on.
pub(crate) static EMPLOYERS: &[&str] = &["镇保洁公司", "粮食加工厂", "食品公司", "物业公司"];

/// Banks that money is paid into.
pub(crate) static BANKS: &[&str] = &["吉林农信", "邮储银行", "农业银行", "吉林银行"];

/// What a need of a kind says, and with what it was met.
pub(crate) static NEEDS: &[(NeedKind, &[(&str, &str)])] = &[
    (
        NeedKind::Employment,
        &[
            ("想就近务工，最好能照顾家", "介绍到镇上保洁公司，月收入{wage}元"),
            ("想找一份长期的活，肯吃苦", "参加技能班后进厂，月收入{wage}元"),
            ("种:农闲四个月没活，想到合作社做工", "已到合作社务工，月收入{wage}元"),
            ("养:除了喂{thing}还有半天空，想做点零活", "已到合作社帮工，月收入{wage}元"),
            ("想要一个公益岗位", "安排公益岗位，月补贴{wage}元"),
        ],
    ),
    (
        NeedKind::Medical,
        &[
            ("{who}常年吃药，盼办慢性病报销", "慢性病手续已办妥，年报销{cost}元"),
            ("{who}要再做一次手术，盼大病补助", "大病补助{cost}元已发到本人"),
            ("{who}行动不便，盼医生能上门", "家庭医生签约，每月上门一次"),
        ],
    ),
    (
        NeedKind::Schooling,
        &[
            ("{student}学费还差{cost}元", "办了助学贷款，差额由结对单位补齐"),
            ("{student}升学，盼入学奖励", "入学奖励{cost}元已发放"),
            ("{student}住校，想申请生活补助", "学校减免住宿费，生活补助按月发"),
        ],
    ),
    (
        NeedKind::StartUp,
        &[
            ("想干{industry}，缺启动资金{debt}元", "借款{debt}元已到位，由示范户带着干"),
            ("养:想建一处圈舍，缺材料款", "圈舍已建成，首批{thing}已进场"),
            ("种:想再种一茬，缺种苗款", "合作社先垫种苗，出售后扣回"),
            ("工:想添一套家什，缺本钱", "设备已到位，结对单位介绍了头一批活"),
            ("想扩到两倍规模，缺本钱和销路", "借款{debt}元已到位，合作社保价回收"),
        ],
    ),
    (
        NeedKind::Housing,
        &[("东屋漏雨，要翻修房顶", "房顶已翻修，验收合格"), ("房子年久，想列入危房改造", "列入危房改造，已入住")],
    ),
    (
        NeedKind::Other,
        &[
            ("盼通自来水到院", "自来水已入户"),
            ("院前路不好走，想垫沙石", "村里垫了沙石，雨天能走"),
            ("想有人帮着看合同", "司法所帮着看了合同，改了两处"),
        ],
    ),
];

/// Which need follows from which cause, by how common.
pub(crate) const fn needs_of(cause: Cause) -> &'static [(u32, NeedKind)] {
    match cause {
        Cause::Illness => {
            &[(60, NeedKind::Medical), (20, NeedKind::Employment), (12, NeedKind::StartUp), (8, NeedKind::Other)]
        }
        Cause::Disability => &[(50, NeedKind::Medical), (35, NeedKind::Employment), (15, NeedKind::Housing)],
        Cause::Schooling => &[(65, NeedKind::Schooling), (25, NeedKind::Employment), (10, NeedKind::StartUp)],
        Cause::Technique | Cause::Funds | Cause::Land => {
            &[(65, NeedKind::StartUp), (25, NeedKind::Employment), (10, NeedKind::Other)]
        }
        _ => &[(30, NeedKind::Employment), (25, NeedKind::Housing), (25, NeedKind::StartUp), (20, NeedKind::Other)],
    }
}

/// Schools by the age from which one goes there: `{town}` and `{county}`, `{grade}` counted from one.
pub(crate) static SCHOOLS: &[(i32, i32, &str)] = &[
    (6, 11, "{town}中心小学{grade}年级"),
    (12, 14, "{town}中学初{grade}"),
    (15, 17, "{county}第一中学高{grade}"),
    (18, 21, "长春职业技术学院大{grade}"),
];
/// Grades.
pub(crate) static GRADES: [&str; 6] = ["一", "二", "三", "四", "五", "六"];
/// A university, for those who go to one.
pub(crate) const UNIVERSITY: &str = "吉林农业大学大{grade}";

/// Work of adults: at home, and away.
pub(crate) static WORK: &[(u32, &str)] = &[
    (46, "在家务农"),
    (12, "在家务农，农闲打零工"),
    (9, "在村里{industry}合作社务工"),
    (7, "在镇上做力工"),
    (5, "在长春务工（建筑）"),
    (4, "在四平务工（餐饮）"),
    (3, "在大连务工（船厂）"),
    (3, "在沈阳务工（物流）"),
    (3, "在村里开小卖店"),
    (2, "公益岗位（保洁）"),
    (2, "公益岗位（护林）"),
];
/// Work of those who live in a town's streets.
pub(crate) static TOWN_WORK: &[(u32, &str)] = &[
    (30, "零工"),
    (16, "在社区做保洁"),
    (12, "在超市理货"),
    (10, "摆小摊"),
    (10, "下岗，待业"),
    (8, "送货"),
    (6, "家政钟点工"),
    (4, "公益岗位"),
];

/// Nationalities: the majority's, then Manchu, Korean, Mongol.
pub(crate) static PEOPLES: [&str; 4] = ["汉族", "满族", "朝鲜族", "蒙古族"];
/// A branch of the Party.
pub(crate) const BRANCH: &str = "{village}党支部";
