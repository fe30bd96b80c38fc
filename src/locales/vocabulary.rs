//! The programme's words: choices, kinds of record, fields, intents. They are those of the programme's own document.

use domain::records::*;
use domain::value::ChoiceList;
use domain::{Choice, Festival, FieldRef, Intent, Kind};

use crate::Language;

mod fields;

/// Something that has a word in every language.
pub trait Word {
    /// The word.
    fn word(self, language: Language) -> &'static str;
}

impl Language {
    /// The word for a choice, a kind or an intent.
    #[must_use]
    pub fn of(self, thing: impl Word) -> &'static str {
        thing.word(self)
    }

    /// The word for a choice that may be missing.
    #[must_use]
    pub fn maybe<T: Word>(self, thing: Option<T>) -> &'static str {
        thing.map_or("", |thing| thing.word(self))
    }

    /// The name of a field.
    #[must_use]
    pub fn field(self, field: impl Into<FieldRef>) -> String {
        fields::label(self, field.into()).unwrap_or_else(|| self.unknown_field().to_owned())
    }

    /// The word for the choice of that number in a list.
    #[must_use]
    pub fn choice(self, list: ChoiceList, number: u16) -> &'static str {
        choice_word(self, list.name, number).unwrap_or("？")
    }
}

messages! {
    unknown_field: "新版本的栏目", "新版本的欄目", "a field of a newer version";
}

macro_rules! lists {
    ($($list:ident),+ $(,)?) => {
        fn choice_word(language: Language, list: &str, number: u16) -> Option<&'static str> {
            match list {
                $(stringify!($list) => $list::from_number(number).map(|choice| choice.word(language)),)+
                _ => None,
            }
        }
    };
}
lists!(
    DivisionLevel,
    SiteKind,
    Indicator,
    HouseholdKind,
    Cause,
    Stage,
    Sex,
    Relation,
    Education,
    Health,
    Labour,
    DisabilityKind,
    Student,
    Insurance,
    NeedKind,
    NeedState,
    Occasion,
    Festival,
    Trigger,
    NoticeResult,
    LifeStep,
    HelperKind,
    AccountKind,
    Purpose,
    RequestKind,
    RequestState,
    RequestStep,
    FundRole,
    Method,
    SessionState,
    EnrolmentState,
    HalfDay,
    Presence,
    Outcome,
    Employment,
    Answer,
    Weekday,
    MembershipState,
    DemonstrationState,
    Support,
    PhotoSubject,
    TourState,
    PickState,
    PlanState,
);

words! {
    DivisionLevel {
        City: "市", "市", "City";
        County: "县（市、区）", "縣（市、區）", "County";
        Township: "乡镇", "鄉鎮", "Township";
        Village: "村", "村", "Village";
    }
    SiteKind {
        Centre: "创业培训中心", "創業培訓中心", "Training centre";
        TrainingBase: "培训基地", "培訓基地", "Training base";
        PracticeBase: "实践基地", "實踐基地", "Practice base";
        ServiceCentre: "服务中心", "服務中心", "Service centre";
        ServiceStation: "服务站", "服務站", "Service station";
        ServicePoint: "服务点", "服務點", "Service point";
        School: "党校、院校", "黨校、院校", "School";
    }
    Indicator {
        HouseholdsSupported: "当年帮扶并脱贫", "當年幫扶並脫貧", "Households supported and lifted";
        MembersTrained: "培训困难党员", "培訓困難黨員", "Members trained";
        RuralTrained: "其中农村科技培训", "其中農村科技培訓", "… in technology training";
        TrainingsEach: "人均培训次数", "人均培訓次數", "Trainings each";
        DemonstrationHouseholds: "培育示范户", "培育示範戶", "Demonstration households";
    }
    HouseholdKind {
        Ordinary: "一般贫困户", "一般貧困戶", "Ordinary";
        Allowance: "低保户", "低保戶", "On allowance";
        FiveGuarantees: "五保户", "五保戶", "Five guarantees";
        PoorAllowance: "低保贫困户", "低保貧困戶", "Poor, on allowance";
    }
    Cause {
        Illness: "因病", "因病", "Illness";
        Disability: "因残", "因殘", "Disability";
        Schooling: "因学", "因學", "Schooling";
        Disaster: "因灾", "因災", "Disaster";
        Land: "缺土地", "缺土地", "Lack of land";
        Water: "缺水", "缺水", "Lack of water";
        Technique: "缺技术", "缺技術", "Lack of technique";
        Labour: "缺劳力", "缺勞力", "Lack of labour";
        Funds: "缺资金", "缺資金", "Lack of funds";
        Transport: "交通条件落后", "交通條件落後", "Poor roads";
        Drive: "自身发展动力不足", "自身發展動力不足", "Lack of drive";
        Other: "其他", "其他", "Other";
    }
    Stage {
        Surveyed: "已调查", "已調查", "Surveyed";
        Confirmed: "已确认", "已確認", "Confirmed";
        Supported: "帮扶中", "幫扶中", "Supported";
        Lifted: "已脱贫", "已脫貧", "Lifted";
        Left: "已退出", "已退出", "Left";
    }
    Sex {
        Male: "男", "男", "Male";
        Female: "女", "女", "Female";
    }
    Relation {
        Head: "户主", "戶主", "Head";
        Spouse: "配偶", "配偶", "Spouse";
        Son: "儿子", "兒子", "Son";
        Daughter: "女儿", "女兒", "Daughter";
        Parent: "父母", "父母", "Parent";
        Grandchild: "孙辈", "孫輩", "Grandchild";
        ChildInLaw: "儿媳、女婿", "兒媳、女婿", "Child-in-law";
        Sibling: "兄弟姐妹", "兄弟姐妹", "Sibling";
        Other: "其他", "其他", "Other";
    }
    Education {
        Illiterate: "文盲或半文盲", "文盲或半文盲", "Little or none";
        Primary: "小学", "小學", "Primary";
        Junior: "初中", "初中", "Junior middle";
        Senior: "高中", "高中", "Senior middle";
        College: "大专", "大專", "College";
        Bachelor: "本科及以上", "本科及以上", "Bachelor and above";
    }
    Health {
        Healthy: "健康", "健康", "Healthy";
        Chronic: "长期慢性病", "長期慢性病", "Chronically ill";
        Grave: "患有大病", "患有大病", "Gravely ill";
        Disabled: "残疾", "殘疾", "Disabled";
    }
    Labour {
        Skilled: "技能劳动力", "技能勞動力", "Skilled";
        Ordinary: "普通劳动力", "普通勞動力", "Ordinary";
        Lost: "丧失劳动力", "喪失勞動力", "Lost";
        None: "无劳动力", "無勞動力", "None";
    }
    DisabilityKind {
        Sight: "视力", "視力", "Sight";
        Hearing: "听力", "聽力", "Hearing";
        Speech: "言语", "言語", "Speech";
        Limbs: "肢体", "肢體", "Limbs";
        Intellect: "智力", "智力", "Intellect";
        Mind: "精神", "精神", "Mind";
        Several: "多重", "多重", "Several kinds";
    }
    Student {
        No: "非在校生", "非在校生", "Not at school";
        Preschool: "学前教育", "學前教育", "Nursery school";
        Primary: "小学", "小學", "Primary school";
        Junior: "初中", "初中", "Junior middle school";
        Senior: "普通高中", "普通高中", "Senior middle school";
        Vocational: "中职", "中職", "Vocational school";
        College: "高职、大专", "高職、大專", "Junior college";
        University: "本科及以上", "本科及以上", "University";
    }
    Insurance {
        Residents: "居民", "居民", "Residents’";
        Employees: "职工", "職工", "Employees’";
        None: "未参加", "未參加", "None";
    }
    NeedKind {
        Employment: "就业", "就業", "Employment";
        Medical: "就医", "就醫", "Medical care";
        Schooling: "子女入学", "子女入學", "Schooling";
        StartUp: "创业", "創業", "Start-up";
        Housing: "住房", "住房", "Housing";
        Other: "其他", "其他", "Other";
    }
    NeedState {
        Asked: "已提出", "已提出", "Asked";
        Planned: "已安排", "已安排", "Planned";
        Met: "已解决", "已解決", "Met";
    }
    Occasion {
        Routine: "日常走访", "日常走訪", "Ordinary visit";
        Festival: "节日慰问", "節日慰問", "Festival";
        Hospital: "住院看望", "住院看望", "Hospital";
        Disaster: "受灾看望", "受災看望", "Disaster";
        Bereavement: "丧事慰问", "喪事慰問", "Bereavement";
        FollowUp: "回访", "回訪", "Follow-up";
        Guidance: "科技指导", "科技指導", "Guidance";
    }
    Festival {
        NewYear: "元旦", "元旦", "New Year";
        Spring: "春节", "春節", "Spring Festival";
        PartyDay: "七一", "七一", "1 July";
        MidAutumn: "中秋", "中秋", "Mid-Autumn";
        National: "国庆", "國慶", "National Day";
    }
    Trigger {
        Disaster: "自然灾害", "自然災害", "Natural disaster";
        Illness: "重大疾病", "重大疾病", "Major illness";
        Sudden: "意外事故等突发事件", "意外事故等突發事件", "Accident or sudden event";
    }
    NoticeResult {
        Clear: "无异议", "無異議", "No objection";
        Dismissed: "有异议，查不属实", "有異議，查不屬實", "Objection dismissed";
        Upheld: "异议成立", "異議成立", "Objection upheld";
    }
    LifeStep {
        Confirm: "组织认定", "組織認定", "Confirm";
        Support: "开始帮扶", "開始幫扶", "Begin support";
        Lift: "脱贫", "脫貧", "Lift";
        Leave: "退出登记", "退出登記", "Leave the register";
        NeedyAgain: "再次困难", "再次困難", "Needy again";
    }
    HelperKind {
        Organisation: "基层党组织", "基層黨組織", "Organisation";
        Cadre: "党员干部", "黨員幹部", "Cadre";
    }
    AccountKind {
        Bank: "银行存款", "銀行存款", "Bank";
        Cash: "现金", "現金", "Cash";
        Loans: "未收回借款", "未收回借款", "Loans outstanding";
        Fiscal: "财政投入", "財政投入", "Fiscal input";
        Donation: "社会捐助", "社會捐助", "Donations";
        PartyDues: "党费支持", "黨費支持", "Party dues";
        Consolidated: "整合资金", "整合資金", "Consolidated funds";
        Returns: "收益回流", "收益回流", "Returns";
        StartUp: "创业就业扶持", "創業就業扶持", "Start-up and employment";
        Illness: "大病医疗补助", "大病醫療補助", "Major illness";
        Schooling: "子女入学奖励", "子女入學獎勵", "Schooling reward";
        Households: "大户和示范户扶持", "大戶和示範戶扶持", "Large and demonstration households";
        Emergency: "应急救助", "應急救助", "Emergencies";
        WrittenOff: "核销借款", "核銷借款", "Loans written off";
        Opening: "期初结转", "期初結轉", "Opening balance";
    }
    Purpose {
        StartUp: "创业就业", "創業就業", "Start-up and employment";
        Illness: "大病医疗", "大病醫療", "Major illness";
        Schooling: "子女入学", "子女入學", "Schooling";
        Households: "大户和示范户", "大戶和示範戶", "Large and demonstration households";
        Emergency: "应急救助", "應急救助", "Emergencies";
    }
    RequestKind {
        Grant: "补助", "補助", "Grant";
        Loan: "借款", "借款", "Loan";
        WriteOff: "核销借款", "核銷借款", "Loan written off";
    }
    RequestState {
        Drafted: "起草中", "起草中", "Drafted";
        Submitted: "已提交", "已提交", "Submitted";
        Reviewed: "已审核", "已審核", "Reviewed";
        Approved: "已批准", "已批准", "Approved";
        Paid: "已拨付", "已撥付", "Paid";
        Verified: "已核验", "已核驗", "Verified";
        Refused: "未批准", "未批准", "Refused";
        Returned: "已退回", "已退回", "Returned";
    }
    RequestStep {
        Submit: "提交", "提交", "Submit";
        Review: "审核", "審核", "Review";
        Approve: "批准", "批准", "Approve";
        Pay: "拨付", "撥付", "Pay";
        Verify: "核验", "核驗", "Verify";
        Refuse: "不批准", "不批准", "Refuse";
        Return: "退回", "退回", "Return";
    }
    FundRole {
        Clerk: "经办人", "經辦人", "Clerk";
        Reviewer: "审核人", "審核人", "Reviewer";
        Approver: "审批人", "審批人", "Approver";
        Cashier: "出纳", "出納", "Cashier";
        Inspector: "核验人", "核驗人", "Inspector";
    }
    Method {
        Lecture: "专家授课", "專家授課", "Lecture";
        OwnStory: "现身说法", "現身說法", "Own story";
        StudyVisit: "参观考察", "參觀考察", "Study visit";
        Distance: "远程教育", "遠程教育", "Distance";
        Practice: "实际操作", "實際操作", "Practice";
    }
    SessionState {
        Planned: "待开班", "待開班", "Planned";
        Held: "已开班", "已開班", "Held";
        Cancelled: "已取消", "已取消", "Cancelled";
    }
    EnrolmentState {
        Enrolled: "已报名", "已報名", "Enrolled";
        Waiting: "候补", "候補", "Waiting";
        Withdrawn: "已退出", "已退出", "Withdrawn";
        Attended: "已参加", "已參加", "Attended";
        Absent: "未到", "未到", "Absent";
    }
    HalfDay {
        Morning: "上午", "上午", "Morning";
        Afternoon: "下午", "下午", "Afternoon";
        Evening: "晚上", "晚上", "Evening";
    }
    Presence {
        Present: "到", "到", "Present";
        Late: "迟到", "遲到", "Late";
        LeftEarly: "早退", "早退", "Left early";
        Excused: "请假", "請假", "Excused";
        Missing: "缺席", "缺席", "Absent";
    }
    Outcome {
        Passed: "合格", "合格", "Passed";
        Failed: "不合格", "不合格", "Not passed";
    }
    Employment {
        Employed: "已就业", "已就業", "Employed";
        Business: "已创业", "已創業", "Runs a business";
        Farming: "用于种养", "用於種養", "Uses it in farming";
        Looking: "在找工作", "在找工作", "Looks for work";
        Unchanged: "没有变化", "沒有變化", "Unchanged";
    }
    Weekday {
        Monday: "周一", "週一", "Monday";
        Tuesday: "周二", "週二", "Tuesday";
        Wednesday: "周三", "週三", "Wednesday";
        Thursday: "周四", "週四", "Thursday";
        Friday: "周五", "週五", "Friday";
        Saturday: "周六", "週六", "Saturday";
        Sunday: "周日", "週日", "Sunday";
    }
    Answer {
        Comes: "来", "來", "Comes";
        Declines: "不来", "不來", "Does not come";
        Unreached: "没联系上", "沒聯繫上", "Not reached";
    }
    MembershipState {
        Planned: "拟入社", "擬入社", "Planned";
        InForce: "已入社", "已入社", "In force";
        Left: "已退社", "已退社", "Left";
    }
    DemonstrationState {
        Proposed: "已申报", "已申報", "Proposed";
        Chosen: "已入选", "已入選", "Chosen";
        Withdrawn: "已撤回", "已撤回", "Withdrawn";
    }
    Support {
        Technique: "传技术", "傳技術", "Technique";
        Seedlings: "供种苗", "供種苗", "Seedlings";
        BuyBack: "保回收", "保回收", "Buying back";
        Work: "给活干", "給活幹", "Work";
        Funds: "帮资金", "幫資金", "Funds";
    }
    TourState {
        Planned: "待参观", "待參觀", "Planned";
        Held: "已参观", "已參觀", "Held";
        Cancelled: "已取消", "已取消", "Cancelled";
    }
    PlanState {
        Draft: "草案", "草案", "Draft";
        Adopted: "执行中", "執行中", "In force";
        Dropped: "已作废", "已作廢", "Put aside";
    }
    PickState {
        Ruled: "按规则选入", "按規則選入", "By the rule";
        Kept: "手工选入", "手工選入", "Put in by hand";
        Barred: "手工排除", "手工排除", "Left out by hand";
    }
    PhotoSubject {
        IdentityCard: "身份证", "身份證", "Identity card";
        HouseholdRegister: "户口本", "戶口本", "Household register";
        DisabilityCard: "残疾证", "殘疾證", "Disability card";
        Diagnosis: "诊断证明", "診斷證明", "Diagnosis";
        Admission: "录取通知书", "錄取通知書", "Letter of admission";
        Receipt: "收据", "收據", "Receipt";
        Scene: "现场", "現場", "On the spot";
        Other: "其他", "其他", "Other";
    }
    Kind {
        Division: "行政区划", "行政區劃", "Division";
        Site: "培训场所", "培訓場所", "Site";
        Target: "目标", "目標", "Target";
        Staff: "工作人员", "工作人員", "Staff";
        Tablet: "平板", "平板", "Tablet";
        Settlement: "已处理事项", "已處理事項", "Settled finding";
        PovertyLine: "识别标准", "識別標準", "Poverty line";
        Emergency: "应急救助", "應急救助", "Emergency";
        Notice: "公示", "公示", "Public notice";
        Income: "年度收入", "年度收入", "Income";
        CaseStep: "阶段步骤", "階段步驟", "Step of the case";
        Case: "档案", "檔案", "Case";
        Member: "家庭成员", "家庭成員", "Member";
        Need: "帮扶需求", "幫扶需求", "Need";
        Visit: "走访", "走訪", "Visit";
        Helper: "帮扶责任人", "幫扶責任人", "Helper";
        Pairing: "结对", "結對", "Pairing";
        Account: "科目", "科目", "Account";
        Entry: "分录", "分錄", "Entry";
        Request: "资金申请", "資金申請", "Request";
        Loan: "借款", "借款", "Loan";
        Instalment: "还款期", "還款期", "Instalment";
        Budget: "预算", "預算", "Budget";
        Ceiling: "资金上限", "資金上限", "Ceiling";
        Closing: "结账", "結賬", "Closing";
        Duty: "办理权限", "辦理權限", "Duty";
        Specialty: "培训专业", "培訓專業", "Specialty";
        Category: "培训对象类别", "培訓對象類別", "Trainee category";
        Course: "课程", "課程", "Course";
        Instructor: "讲师", "講師", "Instructor";
        Session: "班次", "班次", "Session";
        Enrolment: "报名", "報名", "Enrolment";
        Attendance: "签到", "簽到", "Attendance";
        Plan: "培训计划", "培訓計劃", "Training plan";
        PlannedSession: "计划班次", "計劃班次", "Planned session";
        Cooperative: "合作社", "合作社", "Cooperative";
        Membership: "入社", "入社", "Membership";
        Demonstration: "示范户", "示範戶", "Demonstration household";
        RadiationLink: "带动关系", "帶動關係", "Radiation link";
        Promise: "承诺", "承諾", "Promise";
        Tour: "参观路线", "參觀路線", "Tour";
        Stop: "参观点", "參觀點", "Stop";
        Visitor: "来宾", "來賓", "Visitor";
        GuidanceTeam: "科技指导组", "科技指導組", "Guidance team";
        Outreach: "送科技下乡", "送科技下鄉", "Science to the countryside";
        SelectionDraft: "评选草案", "評選草案", "Draft list";
        SelectionPick: "草案人选", "草案人選", "Pick of a draft";
        ScoreWeights: "评分权重", "評分權重", "Weights";
        Photo: "照片", "照片", "Photo";
    }
    Intent {
        Undo: "撤销", "撤銷", "Undid";
        SetUp: "建立基础资料", "建立基礎資料", "Set up";
        LoadDemonstration: "载入演示", "載入演示", "Loaded the demonstration";
        Remove: "移除", "移除", "Removed";
        SaveSite: "保存培训场所", "保存培訓場所", "Saved a site";
        SaveTarget: "设定目标", "設定目標", "Set a target";
        SettleConflict: "裁定不一致", "裁定不一致", "Settled a conflict";
        SettleFinding: "处理待办", "處理待辦", "Settled a finding";
        SaveStaff: "保存工作人员", "保存工作人員", "Saved a person of the staff";
        NameTablet: "命名平板", "命名平板", "Named the tablet";
        AdoptAside: "收下搁置的内容", "收下擱置的內容", "Took in what was set aside";
        RegisterCase: "登记档案", "登記檔案", "Registered the case";
        ReviseCase: "修改档案", "修改檔案", "Revised the case";
        SaveMember: "保存成员", "保存成員", "Saved a member";
        SaveNeed: "保存需求", "保存需求", "Saved a need";
        PlanVisit: "安排走访", "安排走訪", "Planned a visit";
        RecordVisit: "记录走访", "記錄走訪", "Wrote a visit up";
        SaveHelper: "保存帮扶责任人", "保存幫扶責任人", "Saved a helper";
        PairCase: "结对", "結對", "Paired a helper with the case";
        HandOver: "交接结对", "交接結對", "Handed the case over";
        EndPairing: "解除结对", "解除結對", "Ended the pairing";
        SaveNotice: "公示", "公示", "Public notice";
        AdvanceCase: "办理阶段", "辦理階段", "Brought the case a step further";
        ReportEmergency: "报告应急事项", "報告應急事項", "Reported an emergency";
        CloseEmergency: "办结应急事项", "辦結應急事項", "Closed an emergency";
        SaveIncome: "填报收入", "填報收入", "Stated the income";
        SavePovertyLine: "设定识别标准", "設定識別標準", "Set the poverty line";
        JoinCases: "合并两份档案", "合併兩份檔案", "Joined two files";
        PlanRound: "安排节日走访", "安排節日走訪", "Planned a round of visits";
        SaveCourse: "保存课程", "保存課程", "Saved a course";
        SaveInstructor: "保存讲师", "保存講師", "Saved an instructor";
        PlanSession: "安排班次", "安排班次", "Planned a session";
        EnrolMembers: "报名", "報名", "Enrolled";
        SettleEnrolment: "更改报名", "更改報名", "Settled an enrolment";
        CancelSession: "取消班次", "取消班次", "Cancelled a session";
        CallRoll: "签到", "簽到", "Roll call";
        AdmitAtDoor: "现场报名", "現場報名", "Walk-in";
        CloseRoll: "完成签到", "完成簽到", "End of the roll";
        RecordResult: "登记成绩", "登記成績", "Result";
        IssueCertificates: "发放证书", "發放證書", "Certificates";
        FollowUpTraining: "培训回访", "培訓回訪", "Follow-up of a training";
        SaveGuidanceTeam: "保存科技指导组", "保存科技指導組", "Saved a guidance team";
        SaveOutreach: "保存送科技下乡", "保存送科技下鄉", "Saved science to the countryside";
        OpenPlaces: "开设收看点", "開設收看點", "Opened places";
        AskMember: "电话答复", "電話答覆", "Answer by phone";
        SavePlan: "保存培训计划", "保存培訓計劃", "Saved a plan";
        CopyPlan: "复制培训计划", "複製培訓計劃", "Copied a plan";
        SavePlanned: "保存计划班次", "保存計劃班次", "Saved a planned session";
        RepeatSession: "重复班次", "重複班次", "Repeated a session";
        AdoptPlan: "通过培训计划", "通過培訓計劃", "Adopted a plan";
        SettlePlan: "更改计划状态", "更改計劃狀態", "Settled a plan";
        MoveSession: "班次改期", "班次改期", "Moved a session";
        SaveCooperative: "保存合作社", "保存合作社", "Saved a cooperative";
        EnrolCases: "安排入社", "安排入社", "Planned a membership";
        AdvanceMembership: "办理入社", "辦理入社", "Brought a membership into force";
        ProposeDemonstration: "申报示范户", "申報示範戶", "Proposed a demonstration household";
        ChooseDemonstration: "评选示范户", "評選示範戶", "Chose a demonstration household";
        LinkHousehold: "记录带动关系", "記錄帶動關係", "Linked a household";
        EndMembership: "退社", "退社", "Ended a membership";
        EndLink: "结束带动", "結束帶動", "Ended a link";
        SaveAccount: "保存科目", "保存科目", "Saved an account";
        PostEntry: "记账", "記賬", "Posted an entry";
        ReverseEntry: "冲销分录", "沖銷分錄", "Reversed an entry";
        OpenBalances: "录入期初余额", "錄入期初餘額", "Entered the opening balances";
        CloseMonth: "月结", "月結", "Closed a month";
        CloseYear: "年结", "年結", "Closed a year";
        SaveRequest: "起草申请", "起草申請", "Drafted a request";
        SubmitRequest: "提交申请", "提交申請", "Submitted a request";
        ReviewRequest: "审核申请", "審核申請", "Reviewed a request";
        ApproveRequest: "批准申请", "批准申請", "Approved a request";
        PayRequest: "拨付申请", "撥付申請", "Paid a request";
        VerifyRequest: "核验申请", "核驗申請", "Verified a request";
        RefuseRequest: "不批准申请", "不批准申請", "Refused a request";
        ReturnRequest: "退回申请", "退回申請", "Returned a request";
        RepayLoan: "收回还款", "收回還款", "Took in a repayment";
        SaveCeiling: "设定资金上限", "設定資金上限", "Set a ceiling";
        SaveDuty: "设定办理权限", "設定辦理權限", "Said who may do a step";
        SaveBudget: "设定预算", "設定預算", "Set a budget";
        DeferInstalment: "还款延期", "還款延期", "Put an instalment off";
        KeepPromise: "兑现承诺", "兌現承諾", "Kept a promise";
        SavePromise: "修改承诺", "修改承諾", "Revised a promise";
        WithdrawDemonstration: "撤回示范户", "撤回示範戶", "Withdrew a demonstration household";
        SaveTour: "安排参观", "安排參觀", "Planned a tour";
        SettleTour: "更改参观状态", "更改參觀狀態", "Settled a tour";
        AddStops: "添加参观点", "添加參觀點", "Added stops";
        SaveStop: "修改参观点", "修改參觀點", "Revised a stop";
        OrderStops: "调整参观顺序", "調整參觀順序", "Changed the order of stops";
        SignVisitor: "来宾签到", "來賓簽到", "Signed a visitor in";
        TieVisitor: "认出来宾", "認出來賓", "Found a visitor in the register";
        SaveSelection: "保存评选草案", "保存評選草案", "Saved a draft list";
        PickDemonstrations: "手工调整草案", "手工調整草案", "Changed a draft list by hand";
        FillSelection: "按规则填草案", "按規則填草案", "Filled a draft list";
        AdoptSelection: "采用评选草案", "採用評選草案", "Adopted a draft list";
        SaveWeights: "设定评分权重", "設定評分權重", "Set the weights";
        AddPhoto: "添加照片", "添加照片", "Added a photo";
        RemovePhoto: "移除照片", "移除照片", "Removed a photo";
        RevisePhoto: "修改照片说明", "修改照片說明", "Said what a photo shows";
    }
}
