//! What is written of helpers, notices, steps, emergencies and incomes. In braces stand parts that are filled in.

use domain::records::Trigger;

/// A township's own organisation.
pub(crate) const TOWNSHIP_BRANCH: &str = "{town}机关党支部";
/// A village's own organisation.
pub(crate) const VILLAGE_BRANCH: &str = "{village}党支部";
/// Organisations that cadres belong to.
pub(crate) static ORGANISATIONS: &[&str] = &[
    "{town}党委",
    "{town}农业站",
    "{town}民政办",
    "{county}农业农村局",
    "{county}人社局",
    "{county}教育局",
    "{county}医保局",
];
/// What a helper promises.
pub(crate) static PROMISES: &[&str] = &[
    "每月走访一次，大事小情随叫随到",
    "联系{thing}的销路，保底价收",
    "帮着把报销办下来",
    "孩子上学的手续包办到底",
    "找一份离家近的活",
    "争取创业资金，扶上马送一程",
];
/// Why a case was handed over.
pub(crate) static HAND_OVERS: &[&str] = &["责任人调离本县", "责任人退休", "按就近原则调整", "所需帮扶与单位职能更对口"];
/// Why a pairing ended with nobody after it.
pub(crate) const LIFTED: &str = "当年脱贫，转为回访";

/// Where a notice hangs.
pub(crate) static PLACES: &[&str] =
    &["{village}村务公开栏", "{village}党群服务中心门口", "{town}便民服务大厅和村公开栏"];
/// What was objected, and what was found; true where it was right.
pub(crate) static OBJECTIONS: &[(&str, bool)] = &[
    ("有人反映家里有小轿车。入户核查，车是亲戚寄放的，有行驶证为凭。", false),
    ("有人反映儿子在外有固定工作。已核实，工资达到标准，不予认定。", true),
    ("有人反映分户不实。查户籍和宅基地，确系单独生活。", false),
];
/// Who confirms.
pub(crate) const CONFIRMED_BY: &str = "{village}党支部、{town}党委";
/// Why a case is confirmed, supported, lifted.
pub(crate) static REASONS: [&[&str]; 3] = [
    &["党员大会评议通过", "支委会评议、入户核实后认定"],
    &["列入当年帮扶计划", "有劳动能力、有产业，今年能见效"],
    &["人均纯收入超过标准，主要困难已解决", "产业有收益，孩子上学有着落，经核查达到标准"],
];

/// Emergencies: what brought them about, what happened, what was given, what was done, and how it ended.
pub(crate) static EMERGENCIES: &[(Trigger, &str, &str, &str, &str)] = &[
    (
        Trigger::Disaster,
        "夜里大雨，西屋山墙塌了一角，人没事，粮食浸了水。",
        "棉被两床，米面各一袋，苫布一块",
        "当天接到村部安置，第二天请人清了淤泥。",
        "山墙已砌好，一家人搬回，补种的菜也出苗了。",
    ),
    (
        Trigger::Disaster,
        "大风掀了{thing}棚，损失过半。",
        "塑料布和竹竿",
        "党员突击队帮着把棚重新扎上。",
        "棚已恢复，保险赔款到账。",
    ),
    (
        Trigger::Disaster,
        "灶房起火，烧了柴垛和一间仓房，未伤人。",
        "米面油、棉衣、炊具",
        "应急物资当天送到，联系了电工查线路。",
        "仓房修好，线路换新。",
    ),
    (
        Trigger::Illness,
        "{who}突发急病住院，手术费先垫了一半，家里没有现钱。",
        "",
        "到医院看望，帮着办理异地就医备案。",
        "出院在家休养，医保报销和大病补助都已到位。",
    ),
    (
        Trigger::Illness,
        "{who}查出大病，需要马上去省城治疗。",
        "慰问金由支部党员自发凑齐",
        "联系了省城医院床位，派人陪同。",
        "第一个疗程结束，后续费用已列入帮扶计划。",
    ),
    (
        Trigger::Sudden,
        "{who}干活时从房上摔下，腿骨折，秋收没人干。",
        "拐杖一副",
        "组织互助组帮着收秋，工钱免了。",
        "庄稼全部收回，人已能下地。",
    ),
    (
        Trigger::Sudden,
        "交通事故，车主还没有赔付，家里断了收入。",
        "米面油",
        "司法所介入调解，先行垫付一部分。",
        "赔付协议已签，款项到账。",
    ),
];

/// The lines by how many years back, in yuan. They are made up.
pub(crate) const LINES: [i64; 4] = [4300, 4200, 4100, 4000];
