//! What is written of the fund: who gave, who signs, what is asked for and what became of it. In braces stand parts that
//! are filled in. Firms and persons are invented.

use domain::records::{AccountKind, Purpose};

/// The bank at which the fund's money lies.
pub(crate) const BANK: &str = "四平城郊信用社 2203 0000 0000 0001";
/// Who writes requests for the households of a county, in the order of the counties.
pub(crate) static CLERKS: [&str; 6] = ["孙丽华", "杜明辉", "齐海燕", "关永强", "高凤兰", "韩志国"];
/// Who reviews.
pub(crate) const REVIEWER: &str = "刘国栋";
/// Who approves, and who approves large sums as the second person.
pub(crate) const APPROVERS: [&str; 2] = ["陈志强", "赵敏"];
/// Who pays and keeps the books.
pub(crate) const CASHIER: &str = "王秀芝";
/// Who sees on site what became of the money.
pub(crate) const INSPECTOR: &str = "马晓东";

/// What was there when the ledger began: of which source, earmarked for what, from whom, how many yuan.
pub(crate) static OPENING: [(AccountKind, Option<Purpose>, &str, i64); 5] = [
    (AccountKind::Fiscal, None, "市财政局", 1_000_000),
    (AccountKind::Consolidated, None, "原互助资金", 400_000),
    (AccountKind::PartyDues, None, "市委组织部", 250_000),
    (AccountKind::Donation, None, "历年捐款", 100_000),
    (AccountKind::Donation, Some(Purpose::Schooling), "四平商会", 50_000),
];
/// How much of that was cash, in yuan.
pub(crate) const OPENING_CASH: i64 = 20_000;

/// What public sources gave in the year: how many days ago, of which source, what it was, from whom, how many yuan.
pub(crate) static RECEIPTS: [(i32, AccountKind, &str, &str, i64); 7] = [
    (330, AccountKind::Fiscal, "财政专项第一批", "市财政局", 300_000),
    (310, AccountKind::PartyDues, "党费下拨", "市委组织部", 50_000),
    (240, AccountKind::Consolidated, "扶贫互助金并入", "县区互助社", 100_000),
    (220, AccountKind::PartyDues, "党费下拨", "市委组织部", 50_000),
    (150, AccountKind::Fiscal, "财政专项第二批", "市财政局", 300_000),
    (130, AccountKind::PartyDues, "党费下拨", "市委组织部", 50_000),
    (40, AccountKind::PartyDues, "党费下拨", "市委组织部", 50_000),
];

/// Who gave in the year, for what, and how many yuan; 300,000 in all.
pub(crate) static DONORS: [(&str, Option<Purpose>, i64); 22] = [
    ("四平北山机械厂", None, 40_000),
    ("梨树丰禾米业", Some(Purpose::StartUp), 30_000),
    ("伊通满乡药业", Some(Purpose::Illness), 30_000),
    ("公主岭岭上食品", Some(Purpose::Schooling), 25_000),
    ("双辽沙丘果业", Some(Purpose::StartUp), 20_000),
    ("铁东建材商会", None, 20_000),
    ("铁西志愿者协会", Some(Purpose::Schooling), 15_000),
    ("四平校友联谊会", Some(Purpose::Schooling), 15_000),
    ("在京四平同乡会", None, 20_000),
    ("梨树供销联社", Some(Purpose::Households), 15_000),
    ("一位老党员", None, 10_000),
    ("公主岭玉米联社", Some(Purpose::Households), 10_000),
    ("伊通山庄旅店", None, 5_000),
    ("双辽渔场", Some(Purpose::Emergency), 5_000),
    ("退休教师联谊会", Some(Purpose::Schooling), 8_000),
    ("吉西货运车队", None, 6_000),
    ("铁东菜市场经营户", Some(Purpose::Emergency), 6_000),
    ("十家堡小学师生", Some(Purpose::Schooling), 2_000),
    ("返乡大学生", Some(Purpose::Schooling), 3_000),
    ("公主岭乡村诊所", Some(Purpose::Illness), 5_000),
    ("匿名捐款人", None, 5_000),
    ("双辽女企业家协会", None, 5_000),
];

/// What the fund means to spend in a year on each purpose, in yuan.
pub(crate) static BUDGETS: [(Purpose, i64); 5] = [
    (Purpose::StartUp, 800_000),
    (Purpose::Illness, 620_000),
    (Purpose::Schooling, 260_000),
    (Purpose::Households, 380_000),
    (Purpose::Emergency, 80_000),
];

/// How many were paid of each purpose in the year, and between how many hundreds of yuan.
pub(crate) static GRANTS: [(Purpose, usize, [i32; 2]); 5] = [
    (Purpose::Illness, 110, [20, 90]),
    (Purpose::Schooling, 90, [10, 40]),
    (Purpose::StartUp, 60, [30, 80]),
    (Purpose::Households, 24, [80, 200]),
    (Purpose::Emergency, 30, [5, 25]),
];

/// Why money is asked for.
pub(crate) const fn grounds(purpose: Purpose) -> &'static [&'static str] {
    match purpose {
        Purpose::StartUp => &[
            "扩大{industry}，添{thing}和饲料种子",
            "想把{industry}做起来，缺起步的钱",
            "修大棚、买{thing}，当年能见收入",
            "跟合作社一起做{industry}，交入社股金",
        ],
        Purpose::Illness => &[
            "{who}住院手术，报销后自付部分仍然重",
            "{who}长期服药，每月药费压得喘不过气",
            "{who}到长春复查治疗，路费和住院费有缺口",
            "{who}做了大手术，后续治疗没有着落",
        ],
        Purpose::Schooling => {
            &["{student}考上学，学费住宿费一时凑不齐", "{student}升学，家里供不起头一年的费用", "{student}入学奖励"]
        }
        Purpose::Households => &[
            "带动周边几户做{industry}，添设备",
            "{industry}示范，扩建场地，带困难党员一起干",
            "办{industry}培训现场，带户传技术",
        ],
        _ => &["房屋漏雨抢修", "突发急病送医垫付", "遭灾后过渡生活", "牲畜突发疫病处置"],
    }
}

/// Why a loan is asked for.
pub(crate) static LOAN_GROUNDS: &[&str] =
    &["借款扩大{industry}，秋后还", "买{thing}周转，卖了就还", "租地做{industry}，分期还", "开小门市，进货周转"];
/// What a review found.
pub(crate) static REVIEWS: &[&str] =
    &["入户核实，情况属实", "材料齐全，符合用途", "与村党支部核对一致", "票据齐全，属实"];
/// What was found on site.
pub(crate) static VERIFICATIONS: &[&str] =
    &["款已到户，用在所申请的事上", "入户看过，票据对得上", "钱已花在治疗上，家人签字", "设备已买到，正在用"];
/// Why a request was refused.
pub(crate) static REFUSALS: &[&str] =
    &["已由民政救助，不重复支持", "不在资金用途范围内", "收入核查超过标准", "同一事项已经支持过"];
/// Why a request was returned.
pub(crate) static RETURNS: &[&str] = &["缺诊断证明，补齐再报", "金额与票据不符，重新核对", "请补村党支部意见"];
/// Why an instalment was put off.
pub(crate) const DEFERRED: &str = "秋粮还没卖，延到下月还";
/// Why a loan is written off.
pub(crate) const WRITTEN_OFF: &str = "借款人病故，家中无偿还能力，村党支部证明";
/// What is said of a loan that comes back.
pub(crate) const REPAID: &str = "借款还款";
/// What is said of money taken from the bank.
pub(crate) const TO_CASH: &str = "提现备用";
/// What is said of what was there before.
pub(crate) const OPENED: &str = "期初结转";
/// What is said of a donation.
pub(crate) const DONATED: &str = "捐款";
/// An entry that was made twice, and why it was reversed.
pub(crate) const DOUBLED: [&str; 2] = ["捐款（记了两遍）", "同一笔记了两遍"];
