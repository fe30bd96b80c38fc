//! The words of tours: who comes, what is told, what is left in the visitors' book.
//! What stands before a colon says for whom a sentence is: see `text::fitting`.

/// A tour's words: its title, who comes, where they meet, what to know.
pub(crate) struct TourWords {
    /// Its title.
    pub(crate) title: &'static str,
    /// Who comes.
    pub(crate) guests: &'static str,
    /// How many.
    pub(crate) heads: u32,
    /// Where they meet.
    pub(crate) meets_at: &'static str,
    /// What to know.
    pub(crate) note: &'static str,
}

/// The tours: one that is over, today's, one to come.
pub(crate) static TOURS: [TourWords; 3] = [
    TourWords {
        title: "农村党员创业观摩",
        guests: "市直机关青年党员",
        heads: 26,
        meets_at: "市政府东门停车场",
        note: "乡路窄，坐中巴；进养殖场请穿鞋套。",
    },
    TourWords {
        title: "示范户与合作社一日行",
        guests: "省委党校县处级班学员",
        heads: 32,
        meets_at: "市委党校门前",
        note: "午饭在第四站村部食堂，按标准交伙食费。",
    },
    TourWords {
        title: "实践基地参观学习",
        guests: "邻市帮扶工作队",
        heads: 18,
        meets_at: "高速四平南出口",
        note: "两家示范户上午要出货，十点以后才方便接待。",
    },
];

/// The story of a household in one line.
pub(crate) static HEADLINES: &[&str] = &[
    "种:自己先试成，再带乡亲种",
    "养:先养出样子，再带乡亲养",
    "工:一门手艺，家家有活干",
    "小本起步，带出一村{industry}",
    "种:一份技术，教到别人地里去",
    "养:一户成了，一片跟着成",
    "账目摊开讲，乡亲才敢跟",
];
/// The story of a household.
pub(crate) static STORIES: &[&str] = &[
    "种:从{few}{unit}{thing}起步，头一年不会管，赔了本。参加市里培训后学会了技术，一步一步做到{many}{unit}。如今统一供种、统一指导、统一销售，跟着干的农户不愁卖。",
    "养:从{few}{unit}{thing}起步，吃过防疫不到位的亏。到实践基地学了三个月，如今有{many}{unit}，种苗、饲料、防疫、销售都统一，跟着干的农户心里有底。",
    "工:从{few}{unit}{thing}做起，活多得干不过来，就教给邻居一起干。如今有{many}{unit}，按件结算，家门口就能挣钱。",
    "种:借了创业扶持资金，从{few}{unit}做到{many}{unit}。自己富了不关门，每季开两次现场课，谁来都教。",
    "养:借了创业扶持资金，从{few}{unit}做到{many}{unit}。先赊种苗给困难户，出栏了再还，没有一户拖欠。",
];
/// What to see at a household.
pub(crate) static SHOWS: &[&str] = &[
    "种:地头长势、投入产出账本、本人讲怎样带人",
    "养:圈舍、防疫记录、本人讲怎样带人",
    "工:做活现场、订单墙、本人讲怎样带人",
];
/// The story of a cooperative in one line.
pub(crate) static COOPERATIVE_HEADLINES: &[&str] =
    &["抱团干，年底一起分红", "一家一户难办的事，社里办", "困难户免交入社费"];
/// What to see at a cooperative.
pub(crate) static COOPERATIVE_SHOWS: &[&str] = &["分红公示栏、仓库、社员代表座谈", "统一采购的账目、社员代表座谈"];
/// The story of a base in one line.
pub(crate) static BASE_HEADLINES: &[&str] = &["在干中学，学了就能用", "课堂开在地头上"];
/// What to see at a base.
pub(crate) static BASE_SHOWS: &[&str] = &["实操教学、学员作业、教具室"];

/// Where visitors come from.
pub(crate) static ORGANISATIONS: &[&str] =
    &["市直机关工委", "市农业局", "市人社局", "市妇联", "市团委", "市供销社", "市财政局", "四平日报社"];
/// What they write down.
pub(crate) static WORDS: &[&str] = &[
    "看得见、学得会，回去就能照着做。",
    "一户带一片，办法实在。",
    "账本摊开讲，最让人信服。",
    "把培训办到地头上，值得学。",
    "困难户自己当老师，讲得比谁都好。",
    "希望多组织这样的现场课。",
    "统一供苗、统一回收，农户没有后顾之忧。",
    "合作社的分红公示做得好。",
];
