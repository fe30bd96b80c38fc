//! Industries of the villages, and the papers of cooperatives and demonstration households.
//! What stands before a colon says for whom a sentence is: see `text::fitting`.

/// What a village or a household lives on.
pub(crate) struct Industry {
    /// Its name.
    pub(crate) name: &'static str,
    /// What is grown, bred or made.
    pub(crate) thing: &'static str,
    /// In what it is counted.
    pub(crate) unit: &'static str,
    /// How many a needy household has.
    pub(crate) few: (i32, i32),
    /// How many a demonstration household has.
    pub(crate) many: (i32, i32),
    /// The specialty that teaches it: a place in `training::SPECIALTIES`.
    pub(crate) specialty: usize,
    /// Grown, bred or made: a tag of sentences.
    pub(crate) sort: &'static str,
}

/// Grown on land.
const GROWN: &str = "种";
/// Bred.
const BRED: &str = "养";
/// Made, or served.
const MADE: &str = "工";

const fn industry(
    name: &'static str,
    thing: &'static str,
    unit: &'static str,
    few: (i32, i32),
    many: (i32, i32),
    specialty: usize,
    sort: &'static str,
) -> Industry {
    Industry { name, thing, unit, few, many, specialty, sort }
}

/// The industries, in a fixed order: counties name them by place.
pub(crate) static INDUSTRIES: [Industry; 19] = [
    industry("玉米种植", "玉米", "亩", (8, 25), (180, 600), 10, GROWN),
    industry("水稻种植", "水稻", "亩", (6, 18), (120, 400), 10, GROWN),
    industry("棚膜蔬菜", "大棚", "栋", (1, 2), (6, 20), 13, GROWN),
    industry("生猪养殖", "生猪", "头", (4, 30), (200, 900), 11, BRED),
    industry("肉牛养殖", "肉牛", "头", (1, 6), (40, 160), 11, BRED),
    industry("肉鸡养殖", "肉鸡", "只", (300, 2000), (12000, 40000), 11, BRED),
    industry("大鹅养殖", "大鹅", "只", (50, 300), (2000, 8000), 11, BRED),
    industry("肉羊养殖", "肉羊", "只", (8, 40), (200, 700), 11, BRED),
    industry("梅花鹿养殖", "梅花鹿", "只", (2, 8), (60, 240), 11, BRED),
    industry("食用菌栽培", "菌袋", "袋", (2000, 8000), (40000, 160000), 12, GROWN),
    industry("中药材种植", "药材", "亩", (2, 6), (60, 220), 16, GROWN),
    industry("花生种植", "花生", "亩", (8, 20), (150, 500), 10, GROWN),
    industry("杂粮种植", "杂粮", "亩", (8, 20), (120, 420), 10, GROWN),
    industry("苹果梨栽培", "果树", "株", (40, 150), (1200, 5000), 14, GROWN),
    industry("草莓种植", "草莓棚", "栋", (1, 2), (6, 16), 13, GROWN),
    industry("农产品加工", "豆制品", "斤", (40, 120), (1500, 6000), 8, MADE),
    industry("家政服务", "家政订单", "单", (4, 12), (150, 500), 1, MADE),
    industry("服装加工", "缝纫机", "台", (1, 2), (20, 60), 17, MADE),
    industry("风味小吃", "摊位", "个", (1, 1), (4, 12), 3, MADE),
];

/// A cooperative's name.
pub(crate) const COOPERATIVE: &str = "{village}{industry}专业合作社";
/// What a town is called by, left off in a cooperative's name.
pub(crate) static TOWN_ENDINGS: &[&str] = &["镇", "乡", "街道"];
/// What a member of a cooperative brings and gets.
pub(crate) static TERMS: &[&str] = &[
    "种:困难党员免交入社费；统一供种、统一技术、统一销售，年底按交易量返还。",
    "养:困难党员免交入社费；统一供雏供料、统一防疫、统一销售，年底按交易量返还。",
    "工:困难党员免交入社费；统一接单、统一培训、统一结算，按工计酬。",
    "种:以现金或土地入股均可，保底分红，盈余二次分配；困难户优先务工。",
    "养:先领后还：种苗、饲料由社里垫付，出栏出售时扣回，不计利息。",
    "合作社保价回收，每季上门指导两次；入股每股五百元，可分两年交清。",
    "种:土地托管，机具共用，收成归户；困难党员托管费减半。",
    "工:设备由社里出，本人出工；保底工资加计件，年底分红。",
];
/// Why a membership ended.
pub(crate) static LEAVING: &[&str] =
    &["全家外出务工", "改行经营，协商退社", "种:土地流转到期，不再续", "年老体弱，股金退还", "随子女迁居县城"];

/// What speaks for a demonstration household.
pub(crate) static MERITS: &[&str] = &[
    "现有{many}{unit}{thing}，干了{years}年，懂技术，愿意带人；离村部近，便于参观。",
    "{years}年前从{few}{unit}{thing}起步，如今{many}{unit}；账目清楚，乡邻信得过。",
    "种:现有{many}{unit}{thing}，统一供种、统一回收，跟着干的户没有亏过。",
    "养:现有{many}{unit}{thing}，统一供苗、统一防疫、统一出栏，跟着干的户没有亏过。",
    "工:现有{many}{unit}{thing}，活多时分给邻居干，按件结算，不压工钱。",
    "参加过市里培训，能讲会教；现有{many}{unit}{thing}，可安排务工{jobs}人。",
    "种:党员带头，承诺帮带困难户；{many}{unit}{thing}连片，水电路齐全，可供实习。",
    "养:党员带头，承诺帮带困难户；{many}{unit}{thing}，圈舍规范，可供实习。",
];
