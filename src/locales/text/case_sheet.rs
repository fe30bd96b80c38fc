//! Words of the case file on paper: the headings of the national registration form, and the lines to sign.

messages! {
    paper_link: "打印档案", "列印檔案", "Print the file";
    paper_form: "贫困户登记表", "貧困戶登記表", "Registration form of a poor household";
    paper_of(name: &str): "{name}家的登记表", "{name}家的登記表", "Registration form of {name}";
    paper_private: "打印身份证号、健康状况等内容", "列印身份證號、健康狀況等內容", "Print identity numbers, health and the like";
    paper_private_hint: "不勾选，这些格子打印成星号；需要时再勾选，用完妥善保管。", "不勾選，這些格子列印成星號；需要時再勾選，用完妥善保管。", "Without the tick they are printed as stars. Tick it only where the paper needs them, and keep the paper safe.";
    paper_do_print: "打印", "列印", "Print";
    paper_number(number: &str): "档案编号：{number}", "檔案編號：{number}", "File number: {number}";
    paper_day(day: &str): "打印日期：{day}", "列印日期：{day}", "Printed on {day}";
    paper_household: "一、家庭基本情况", "一、家庭基本情況", "1. The household";
    paper_members: "二、家庭成员", "二、家庭成員", "2. Its members";
    paper_income: "三、家庭收入（元）", "三、家庭收入（元）", "3. Its income (yuan)";
    paper_needs: "四、帮扶需求与落实", "四、幫扶需求與落實", "4. Its needs, and what came of them";
    paper_helpers: "五、帮扶责任人", "五、幫扶責任人", "5. Who helps it";
    paper_visits: "六、走访记录", "六、走訪記錄", "6. Visits";
    paper_signatures: "七、签字", "七、簽字", "7. Signatures";
    paper_head: "户主姓名", "戶主姓名", "Head of household";
    paper_address: "家庭住址", "家庭住址", "Address";
    paper_persons: "家庭人口", "家庭人口", "Persons";
    paper_members_of_party: "党员人数", "黨員人數", "Party members";
    paper_bank: "开户银行", "開戶銀行", "Bank";
    paper_bank_account: "银行账号", "銀行賬號", "Bank account";
    paper_line: "识别标准", "識別標準", "Poverty line";
    paper_age(years: i32): "{years} 岁", "{years} 歲", "{years} years";
    paper_medical: "医保", "醫保", "Medical insurance";
    paper_pension: "养老保险", "養老保險", "Pension";
    paper_net: "纯收入", "純收入", "Net";
    paper_net_each: "人均纯收入", "人均純收入", "Net, a person";
    paper_none: "（无记录）", "（無記錄）", "(nothing recorded)";
    paper_until_now: "至今", "至今", "now";
    paper_earlier(count: usize): "另有更早的走访 {count} 次，见电子档案。", "另有更早的走訪 {count} 次，見電子檔案。", "{count} earlier visits are in the file on the tablet.";
    paper_sign_head: "户主签字（按手印）", "戶主簽字（按手印）", "Head of household (signature or fingerprint)";
    paper_sign_helper: "帮扶责任人签字", "幫扶責任人簽字", "Helper";
    paper_sign_village: "村党组织意见（盖章）", "村黨組織意見（蓋章）", "Village Party organisation (seal)";
    paper_sign_township: "乡镇党委审核（盖章）", "鄉鎮黨委審核（蓋章）", "Township Party committee (seal)";
    paper_sign_day: "    年    月    日", "    年    月    日", "Date:                ";
}
