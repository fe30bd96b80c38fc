//! What is written of visits: who comes, for what, what was seen, what was promised. In braces stand parts filled in; what
//! stands before a colon says for whom a sentence is (`text::fitting`): by industry, season, pupils, membership.

use domain::records::Occasion;

/// Somebody who visits.
pub(crate) const VISITOR: &str = "{name}（{post}）";
/// Their posts.
pub(crate) static VISITORS: &[&str] = &[
    "{town}党委书记",
    "{town}党委副书记",
    "{town}组织委员",
    "{village}党支部书记",
    "{village}第一书记",
    "{county}农业农村局",
    "{county}人社局",
    "{county}畜牧总站",
    "{county}委组织部",
    "{county}科技指导组",
];

/// Festivals: New Year, Spring Festival, the Party's day, mid-autumn, the national day.
pub(crate) static FESTIVALS: [&str; 5] = ["元旦", "春节", "七一", "中秋", "国庆"];

/// What came of a promise.
pub(crate) static KEPT: &[&str] = &["已办好", "已送到家", "已联系好，回了话", "已办妥，家里满意", ""];

/// Tags of sentences, besides those of industries: in winter, in summer.
pub(crate) const SEASONS: [&str; 2] = ["冬", "夏"];
/// With a pupil at home, in a cooperative, with somebody ill, in a village.
pub(crate) const HOMES: [&str; 4] = ["学", "社", "病", "村"];

/// What is to be looked after, what was seen and said, what was promised.
pub(crate) type Words = (&'static str, &'static str, &'static str);

/// By occasion; festivals come first.
pub(crate) static WORDS: [(Occasion, &[Words]); 4] = [
    (
        Occasion::Festival,
        &[
            (
                "病:{festival}走访慰问，看病情和用药",
                "药够用到月底，报销的钱到了一半。{head}脸色比上回好。",
                "催办剩下的报销",
            ),
            ("{festival}走访慰问，看过节物资", "送米面油各一。{head}在家，精神好，说今年{thing}行情还行。", ""),
            (
                "{festival}走访慰问，问家里还缺什么",
                "全家都在。{head}问了借款的事，已讲清手续。",
                "把借款办法的明白纸送来",
            ),
            ("{festival}前入户，听困难、记需求", "送慰问金{gift}元，当面签收。{head}说眼下没有急事。", ""),
            ("冬村:{festival}走访，看取暖和存粮", "屋里暖和，柴够烧到开春。一起包了饺子，老人话多，高兴。", ""),
            ("冬村:{festival}走访，看取暖和用电", "炕烧得热，电线老了，已请电工来看。", "三天内换好进户线"),
            ("夏村:{festival}走访，看房屋和排水", "房后排水沟堵了，当天叫人清开。屋里不漏。", ""),
            (
                "学:{festival}走访，问{student}上学的事",
                "{student}成绩跟得上。{head}最惦记学费，已讲清助学政策。",
                "帮着填助学申请",
            ),
            (
                "学:{festival}走访慰问，给{student}带了书",
                "{student}说想考出去。家里再难也供，{head}说得很坚决。",
                "开学前再来一次",
            ),
            (
                "种:{festival}走访，看长势、算账",
                "看了{few}{unit}{thing}的账，今年比去年多收入{gain}元左右。",
                "帮着联系销路",
            ),
            (
                "养:{festival}走访，看圈舍、算账",
                "看了{few}{unit}{thing}，没有病。出栏后能比去年多收入{gain}元左右。",
                "下次带技术员一起来",
            ),
            (
                "工:{festival}走访，问活路",
                "近来活不断，比去年多收入{gain}元左右；{head}想再添一样手艺。",
                "报名下一期培训",
            ),
            ("社:{festival}走访，问分红和务工", "今年在合作社务工{days}天，工钱按月结清。分红年底兑现。", ""),
        ],
    ),
    (
        Occasion::Routine,
        &[
            ("例行走访，核对家庭情况", "人口没有变化，证件都在。{head}腰疼，近来少干活。", ""),
            ("核收入、看账本", "核了今年收入，账清楚。零工收入比预计少，其余正常。", "把务工信息发到本人手机"),
            ("了解务工意愿", "{head}愿意就近干，工钱低些也行，要能照顾家。", "两周内给回话"),
            ("冬村:看取暖和越冬准备", "煤够用，窗户漏风，已用塑料布钉好。", ""),
            ("养:看圈舍和草料准备", "圈舍通风差，已当面说了怎么改；草料够到开春。", "下月再来看改得怎样"),
            ("种:看地里和农资准备", "种子、化肥已订好，缺口不大。机具由合作社统一出。", ""),
            ("学:问{student}在校情况", "{student}住校，一周回来一趟。老师说肯用功。", ""),
            ("工:问近来的活和工钱", "上月的工钱已结。{head}想带一个徒弟，问有没有补贴。", "问清补贴政策再回话"),
        ],
    ),
    (
        Occasion::FollowUp,
        &[
            ("病:回访：报销到手没有", "慢性病报销到账，存折看过；下次复查在月底。", ""),
            ("种:回访：换了品种长得怎样", "出苗齐，比老品种早熟几天。{head}说明年全换。", ""),
            ("村:回访：修路通水办完没有", "沙石已垫，车能到门口；水压小，已报水利站。", "一周内给回话"),
            ("回访：工钱是否按月发", "工钱按月发，没有拖欠。{head}想多干几天。", ""),
            ("回访：培训后用上没有", "培训学的法子用上了，头一回见效；还想再学一期。", "报名下一期培训"),
            ("学:回访：助学金是否到账", "助学金已到账，存折看过。{student}来过电话，学习跟得上。", ""),
            ("社:回访：入社后务工和分红", "入社后务工{days}天，工钱按月结。分红要等年底。", ""),
            (
                "养:回访：借款用得怎样",
                "借款买了{thing}，见到实物，票据齐。{head}说年底能还第一期。",
                "到期前半月再提醒一次",
            ),
            ("种:回访：示范户带得怎样", "示范户每周来一趟，手把手教。{head}说心里有底了。", "约定秋后统一回收"),
            ("养:回访：示范户带得怎样", "示范户每周来看一趟，饲料配比改过来了，长得快。", "约定出栏时统一销售"),
            ("工:回访：技能班结业后", "结业后接了{days}单，回头客有三家。", "帮着办健康证和摊位手续"),
            ("回访：上次说的事办了没有", "上次答应的事已办妥，{head}当面谢过。眼下没有新的困难。", ""),
        ],
    ),
    (
        Occasion::Guidance,
        &[
            (
                "种:科技指导组入户：{industry}",
                "技术员看了{few}{unit}{thing}，讲了水肥管理，留了一张明白纸。",
                "十天后电话回访",
            ),
            ("种:技术员上门，看{thing}", "发现早期病害，当场教了用药，三天后再看。", "三天后电话回访"),
            (
                "养:科技指导组入户：{industry}",
                "看了{few}{unit}{thing}，教了消毒和通风，饲料配比还要调。",
                "送一份配方单",
            ),
            ("养:指导防疫", "补打了两针疫苗，登记在册。有一{unit}精神差，先隔开。", "带样品去县里化验"),
            ("工:师傅上门，教手艺", "教了两样新活，{head}上手快。算了一笔账，一年能多挣{gain}元。", "下月再教一次"),
            ("帮着算一笔账", "照现在的法子，一年能多挣{gain}元；照示范户的法子还能再多些。", "带去示范户家看一次"),
        ],
    ),
];
