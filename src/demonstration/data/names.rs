//! Family names by how common they are in the north-east, and given names by sex and decade of birth.

/// How common, and the name.
pub(crate) static SURNAMES: &[(u32, &str)] = &[
    (100, "王"),
    (92, "张"),
    (88, "李"),
    (84, "刘"),
    (44, "赵"),
    (40, "孙"),
    (38, "杨"),
    (30, "于"),
    (30, "徐"),
    (28, "陈"),
    (27, "高"),
    (24, "周"),
    (24, "马"),
    (24, "吴"),
    (23, "朱"),
    (22, "郭"),
    (20, "宋"),
    (20, "姜"),
    (18, "韩"),
    (16, "孟"),
    (16, "唐"),
    (16, "曹"),
    (14, "邱"),
    (14, "田"),
    (14, "董"),
    (14, "冯"),
    (13, "崔"),
    (13, "林"),
    (12, "潘"),
    (12, "付"),
    (12, "吕"),
    (12, "任"),
    (11, "沈"),
    (10, "何"),
    (10, "许"),
    (10, "梁"),
    (10, "丁"),
    (9, "姚"),
    (9, "袁"),
    (9, "蒋"),
    (9, "魏"),
    (8, "谭"),
    (8, "邹"),
    (8, "石"),
    (8, "贾"),
    (8, "范"),
    (7, "秦"),
    (7, "侯"),
    (7, "史"),
    (6, "郝"),
    (6, "尹"),
    (6, "曲"),
    (6, "齐"),
    (5, "隋"),
    (5, "盖"),
    (5, "单"),
    (5, "解"),
    (4, "曾"),
    (4, "翟"),
    (4, "葛"),
    (3, "仇"),
    (3, "查"),
    (2, "覃"),
    (2, "尉"),
    (1, "欧阳"),
];

/// Family names of Manchu, Korean and Mongol households.
pub(crate) static MANCHU: &[&str] = &["关", "佟", "那", "富", "傅", "白", "赵", "吴", "洪", "郎", "舒", "鄂"];
/// See `MANCHU`.
pub(crate) static KOREAN: &[&str] = &["金", "朴", "李", "崔", "全", "郑", "安", "韩"];
/// See `MANCHU`.
pub(crate) static MONGOL: &[&str] = &["包", "白", "王", "陈", "韩", "鲍", "何"];

/// Given names of those born until a year: first characters, second characters, and how many of a hundred have only one.
pub(crate) struct Era {
    /// The last year of birth.
    pub(crate) until: i32,
    /// First characters, male and female.
    pub(crate) first: [&'static str; 2],
    /// Second characters, male and female; a name of one character is taken from these.
    pub(crate) second: [&'static str; 2],
    /// Names of one character, in a hundred.
    pub(crate) single: u32,
}

/// By year of birth, earliest first.
pub(crate) static ERAS: &[Era] = &[
    Era {
        until: 1949,
        first: ["德福永长玉振景万文世殿喜", "桂玉秀淑凤素香兰春金"],
        second: ["山海贵财江林才发生祥义有", "芝兰珍英芹荣琴云香珠贤清"],
        single: 4,
    },
    Era {
        until: 1965,
        first: ["国建志忠洪长德永庆福学振凤玉", "秀桂玉淑凤丽春亚艳素淑敏"],
        second: ["军民强平江林义发忠学生文臣库", "英兰芬华琴珍荣芝清梅霞云香芹"],
        single: 8,
    },
    Era {
        until: 1979,
        first: ["海志立春洪晓永建国学长东伟俊", "丽艳春晓红玉秀亚淑立彦桂"],
        second: ["军强伟东明峰涛波辉林龙江生文", "丽红梅华杰娟霞玲萍艳敏波娜君"],
        single: 26,
    },
    Era {
        until: 1994,
        first: ["晓海志春鹏立俊佳明文永金洪", "晓丽艳春佳海雪婷立思莹红"],
        second: ["伟磊鹏超龙亮峰涛宇飞明刚旭洋", "娜婷丹雪静楠微莹佳玲颖杰娇娟"],
        single: 38,
    },
    Era {
        until: 2004,
        first: ["家俊明思佳宏天志文浩泽金", "思佳雨欣晓梦诗嘉雪文馨"],
        second: ["宇鑫豪浩博宁旭阳航峰泽洋然", "琪怡彤欣雨瑶婷悦涵颖慧萌"],
        single: 22,
    },
    Era {
        until: 9999,
        first: ["子浩宇俊梓铭一家嘉泽", "梓雨欣子思诗一可佳语"],
        second: ["轩涵泽辰博宇睿航豪洋阳", "涵萱怡彤琪瑶桐悦妍晨诺"],
        single: 5,
    },
];
