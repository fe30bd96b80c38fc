//! The county-level units of Siping with their codes (GB/T 2260), their townships, and names for villages and sites.

/// A county-level unit.
pub(crate) struct County {
    /// Its name.
    pub(crate) name: &'static str,
    /// Its name without what it is, for names of sites.
    pub(crate) short: &'static str,
    /// Its code of GB/T 2260.
    pub(crate) code: &'static str,
    /// Its townships, towns and streets.
    pub(crate) townships: &'static [&'static str],
    /// What its villages live on: places in `prosperity::INDUSTRIES`.
    pub(crate) industries: &'static [usize],
    /// Other nationalities among its households, in a hundred: Manchu, Korean, Mongol.
    pub(crate) peoples: [u32; 3],
    /// How many training bases it has.
    pub(crate) training_bases: usize,
}

/// The city's name.
pub(crate) const CITY: &str = "四平市";
/// The city's code of GB/T 2260.
pub(crate) const CITY_CODE: &str = "220300";
/// How the name of a town's street ends: who lives there is not rural.
pub(crate) const STREET: &str = "街道";
/// The place of Gongzhuling in `COUNTIES`.
pub(crate) const GONGZHULING: usize = 4;

/// The six, in the order of their codes.
pub(crate) static COUNTIES: [County; 6] = [
    County {
        name: "铁西区",
        short: "铁西",
        code: "220302",
        townships: &["平西乡", "北沟街道", "站前街道", "英雄街道", "仁兴街道", "地直街道"],
        industries: &[2, 14, 15, 16, 17, 18],
        peoples: [3, 1, 0],
        training_bases: 1,
    },
    County {
        name: "铁东区",
        short: "铁东",
        code: "220303",
        townships: &["叶赫满族镇", "石岭镇", "山门镇", "城东乡", "平东街道", "北门街道", "解放街道", "七马路街道"],
        industries: &[0, 2, 4, 9, 13, 14, 16, 18],
        peoples: [14, 1, 0],
        training_bases: 1,
    },
    County {
        name: "梨树县",
        short: "梨树",
        code: "220322",
        townships: &[
            "梨树镇",
            "十家堡镇",
            "郭家店镇",
            "榆树台镇",
            "孤家子镇",
            "小城子镇",
            "喇嘛甸镇",
            "蔡家镇",
            "刘家馆子镇",
            "孟家岭镇",
            "万发镇",
            "东河镇",
            "沈洋镇",
            "林海镇",
            "小宽镇",
            "白山乡",
            "泉眼岭乡",
        ],
        industries: &[0, 0, 2, 3, 3, 4, 5, 9, 15],
        peoples: [2, 1, 0],
        training_bases: 2,
    },
    County {
        name: "伊通满族自治县",
        short: "伊通",
        code: "220323",
        townships: &[
            "伊通镇",
            "营城子镇",
            "二道镇",
            "伊丹镇",
            "马鞍山镇",
            "景台镇",
            "靠山镇",
            "大孤山镇",
            "小孤山镇",
            "西苇镇",
            "河源镇",
            "黄岭子镇",
            "新兴乡",
            "莫里青乡",
            "三道乡",
        ],
        industries: &[0, 1, 4, 4, 8, 9, 10, 10, 13],
        peoples: [38, 1, 0],
        training_bases: 1,
    },
    County {
        name: "公主岭市",
        short: "公主岭",
        code: "220381",
        townships: &[
            "范家屯镇",
            "怀德镇",
            "大岭镇",
            "响水镇",
            "秦家屯镇",
            "双城堡镇",
            "杨大城子镇",
            "玻璃城子镇",
            "黑林子镇",
            "毛城子镇",
            "陶家屯镇",
            "桑树台镇",
            "朝阳坡镇",
            "大榆树镇",
            "二十家子满族镇",
            "河南街道",
        ],
        industries: &[0, 0, 3, 3, 5, 5, 2, 9, 15],
        peoples: [4, 1, 0],
        training_bases: 2,
    },
    County {
        name: "双辽市",
        short: "双辽",
        code: "220382",
        townships: &[
            "茂林镇",
            "王奔镇",
            "双山镇",
            "卧虎镇",
            "服先镇",
            "玻璃山镇",
            "兴隆镇",
            "东明镇",
            "那木斯蒙古族乡",
            "柳条乡",
            "新立乡",
            "郑家屯街道",
        ],
        industries: &[0, 1, 11, 11, 12, 7, 6, 6, 4],
        peoples: [3, 0, 9],
        training_bases: 2,
    },
];

/// Names of villages; each stands at most once in a township.
pub(crate) static VILLAGES: &[&str] = &[
    "东岗",
    "西河",
    "大房身",
    "榆树台",
    "三家子",
    "四家子",
    "五家子",
    "孤榆树",
    "张家窝堡",
    "李家窝堡",
    "王家店",
    "刘家屯",
    "高家岭",
    "房身岗",
    "郭家油坊",
    "兴隆",
    "永安",
    "太平",
    "平安",
    "双山",
    "靠山",
    "朝阳",
    "东升",
    "红星",
    "胜利",
    "八面",
    "二道沟",
    "头道沟",
    "三道岗",
    "柳条沟",
    "杏山",
    "大泉眼",
    "小泉眼",
    "长山",
    "长发",
    "万宝",
    "福山",
    "新立",
    "新发",
    "新民",
    "永发",
    "永胜",
    "德胜",
    "双胜",
    "双龙",
    "双桥",
    "前进",
    "后河",
    "前岗",
    "后岗",
    "大榆树",
    "老榆树",
    "腰屯",
    "腰窝堡",
    "下台子",
    "上台子",
    "石人沟",
    "夹信子",
    "偏脸城",
    "孙家屯",
    "赵家店",
    "韩家岭",
    "孟家窝堡",
    "徐家屯",
    "吕家岗",
    "单家屯",
    "于家坨子",
    "马家油坊",
    "杨树林",
    "沙坨子",
    "河湾",
    "河口",
    "桦树",
    "柞树",
    "四台子",
    "七家子",
    "九间房",
    "十间房",
    "西山",
    "南山",
    "北山",
    "东山",
    "合心",
    "民主",
    "和平",
    "团结",
    "建设",
    "卡伦",
    "靠河",
    "凤凰岭",
    "青堆子",
];

/// Names of communities in a town's streets.
pub(crate) static COMMUNITIES: &[&str] = &[
    "东平", "西平", "南平", "铁路", "站北", "站南", "文化", "公园", "体育", "育才", "光明", "迎宾", "康平", "安居",
    "福源", "新华", "爱国", "民生", "仁爱", "学府", "河畔", "英姿", "向阳", "百花",
];

/// What follows a village's and a community's name.
pub(crate) const VILLAGE: &str = "村";
/// See `VILLAGE`.
pub(crate) const COMMUNITY: &str = "社区";
/// Groups of villagers.
pub(crate) static GROUPS: &[&str] = &["一组", "二组", "三组", "四组", "五组", "六组", "七组"];

/// What a site's name, address and note are made from.
pub(crate) struct SiteWords {
    /// Its name; `{place}` is the county's, township's or village's short name, `{thing}` an industry.
    pub(crate) name: &'static str,
    /// Its address, after the division's name.
    pub(crate) address: &'static str,
    /// What is done there.
    pub(crate) note: &'static str,
}

/// The city's centre.
pub(crate) static CENTRE: SiteWords = SiteWords {
    name: "四平市创业培训中心",
    address: "党群服务中心二楼",
    note: "创业培训、项目咨询、师资统筹；报告厅可容二百人。",
};
/// A county's training bases.
pub(crate) static TRAINING_BASES: [SiteWords; 2] = [
    SiteWords {
        name: "{place}创业培训基地",
        address: "农业技术推广中心院内",
        note: "种植、养殖和加工技术班；有实训棚两栋。",
    },
    SiteWords {
        name: "{place}第二创业培训基地", address: "畜牧总站院内", note: "养殖、农机班；有机具库和解剖室。"
    },
];
/// A county's practice bases, named by what is practised.
pub(crate) static PRACTICE_BASE: SiteWords =
    SiteWords {
        name: "{place}{thing}实践基地", address: "村部东侧", note: "跟班实习{thing}，由党员带头人指导。"
    };
/// A county's service centre.
pub(crate) static SERVICE_CENTRE: SiteWords = SiteWords {
    name: "{place}致富服务中心",
    address: "政务大厅一楼",
    note: "人社、农业、科研院所组成服务团，统一受理。",
};
/// A township's service station.
pub(crate) static SERVICE_STATION: SiteWords =
    SiteWords {
        name: "{place}致富服务站", address: "党群服务中心", note: "受理需求，转办到县中心；每周三下村。"
    };
/// A village's service point.
pub(crate) static SERVICE_POINT: SiteWords =
    SiteWords { name: "{place}致富服务点", address: "村部", note: "登记需求，代办手续。" };
/// A county's schools.
pub(crate) static SCHOOLS: [SiteWords; 2] = [
    SiteWords {
        name: "{place}党校", address: "教学楼", note: "管理、创业和信息技术班；有微机室。"
    },
    SiteWords {
        name: "{place}职业教育中心", address: "实训楼", note: "技能实训班；有焊接、汽修、烹饪实训间。"
    },
];
/// The city's schools.
pub(crate) static CITY_SCHOOLS: [SiteWords; 2] = [
    SiteWords { name: "四平市委党校", address: "综合楼", note: "专题讲座和骨干班。" },
    SiteWords { name: "四平市成人教育中心", address: "教学楼", note: "夜校和周末班。" },
];
/// Gongzhuling's distance education.
pub(crate) static DISTANCE: SiteWords =
    SiteWords {
        name: "公主岭市远程教育中心", address: "组织部信息楼", note: "直播到各乡镇远程教育站点。"
    };
