//! The names of fields, as forms, histories and sheets show them: one entry for each field of each kind of record.

use domain::schema::REMOVED;
use domain::{FieldRef, Kind, records};

use crate::Language;

/// The name of a field; nothing for one of a newer version.
pub(super) fn label(language: Language, field: FieldRef) -> Option<String> {
    if field.number == REMOVED {
        return Some(language.removed_field().to_owned());
    }
    let [hans, hant, en] = texts(field)?;
    let text = match language {
        Language::Hans => hans,
        Language::Hant => hant,
        Language::En => en,
    };
    Some(text.to_owned())
}

messages! {
    removed_field: "已移除", "已移除", "Removed";
}

macro_rules! fields {
    ($($kind:ident, $fields:ident { $($field:ident : $hans:literal, $hant:literal, $en:literal;)+ })+) => {
        fn texts(field: FieldRef) -> Option<[&'static str; 3]> {
            match field.kind {
                $(Kind::$kind => records::$fields::from_number(field.number).map(|field| match field {
                    $(records::$fields::$field => [$hans, $hant, $en],)+
                }),)+
            }
        }
    };
}

fields! {
    Division, DivisionField {
        name: "名称", "名稱", "Name";
        level: "级别", "級別", "Level";
        parent: "上级", "上級", "Belongs to";
        code: "区划代码", "區劃代碼", "Code";
    }
    Site, SiteField {
        name: "名称", "名稱", "Name";
        kind: "类别", "類別", "Kind";
        division: "所在地", "所在地", "Where";
        address: "地址", "地址", "Address";
        seats: "座位数", "座位數", "Seats";
        contact: "联系人", "聯繫人", "Contact";
        phone: "电话", "電話", "Telephone";
        note: "可教内容", "可教內容", "What is taught there";
    }
    Target, TargetField {
        indicator: "指标", "指標", "Indicator";
        year: "年度", "年度", "Year";
        value: "目标值", "目標值", "Value";
        division: "范围", "範圍", "Where";
    }
    Staff, StaffField {
        name: "姓名", "姓名", "Name";
        post: "职务", "職務", "Post";
        phone: "电话", "電話", "Telephone";
        duties: "资金职责", "資金職責", "Duties for the fund";
    }
    Tablet, TabletField {
        name: "平板名称", "平板名稱", "Name of the tablet";
        replica: "安装编号", "安裝編號", "Installation";
        recipient: "接收公钥", "接收公鑰", "Public key for bundles";
    }
    Settlement, SettlementField {
        finding: "事项", "事項", "Finding";
        note: "说明", "說明", "Note";
    }
    PovertyLine, PovertyLineField {
        year: "年度", "年度", "Year";
        amount: "人均纯收入标准", "人均純收入標準", "Line, a person";
        division: "适用范围", "適用範圍", "Where";
    }
    Emergency, EmergencyField {
        case: "档案", "檔案", "Case";
        trigger: "事由", "事由", "Cause";
        happened: "发生了什么", "發生了什麼", "What happened";
        reported_on: "报告日期", "報告日期", "Reported on";
        due_on: "救助期限", "救助期限", "Relief due by";
        relief: "实物救助", "實物救助", "Relief in kind";
        request: "资金申请", "資金申請", "Request to the fund";
        closed_on: "办结日期", "辦結日期", "Closed on";
        result: "办理结果", "辦理結果", "Result";
    }
    Notice, NoticeField {
        case: "档案", "檔案", "Case";
        from: "公示开始", "公示開始", "First day";
        to: "公示结束", "公示結束", "Last day";
        place: "公示地点", "公示地點", "Where it hangs";
        objections: "异议及核查", "異議及核查", "Objections, and what was found";
        result: "公示结果", "公示結果", "Result";
    }
    Income, IncomeField {
        case: "档案", "檔案", "Case";
        year: "年度", "年度", "Year";
        wage: "工资性收入", "工資性收入", "Wages";
        business: "家庭经营性收入", "家庭經營性收入", "Household business";
        property: "财产性收入", "財產性收入", "Property";
        transfer: "转移性收入", "轉移性收入", "Transfers";
        expenses: "生产经营支出", "生產經營支出", "Expenses of production";
        persons: "计算人口", "計算人口", "Persons counted";
        stated_on: "填报日期", "填報日期", "Stated on";
        note: "备注", "備註", "Note";
    }
    CaseStep, CaseStepField {
        case: "档案", "檔案", "Case";
        step: "步骤", "步驟", "Step";
        on: "日期", "日期", "Day";
        decided_by: "认定单位或经办人", "認定單位或經辦人", "Decided by";
        reason: "原因或依据", "原因或依據", "Why";
        notice: "所依公示", "所依公示", "Notice";
    }
    Case, CaseField {
        village: "住址", "住址", "Village";
        group: "村民小组", "村民小組", "Villagers’ group";
        household_kind: "贫困户属性", "貧困戶屬性", "Kind of household";
        main_cause: "主要致贫原因", "主要致貧原因", "Main cause";
        other_causes: "其他致贫原因", "其他致貧原因", "Other causes";
        phone: "联系电话", "聯繫電話", "Telephone";
        situation: "家庭情况", "家庭情況", "Situation";
        surveyed_on: "调查日期", "調查日期", "Surveyed on";
        stage: "所处阶段", "所處階段", "Stage";
        stage_since: "阶段起始", "階段起始", "Stage since";
        industry: "从事产业", "從事產業", "Industry";
        joined_into: "并入", "併入", "Joined into";
        bank: "开户银行", "開戶銀行", "Bank";
        account_number: "银行账号", "銀行賬號", "Account number";
    }
    Member, MemberField {
        case: "档案", "檔案", "Case";
        name: "姓名", "姓名", "Name";
        sex: "性别", "性別", "Sex";
        id_number: "身份证号", "身份證號", "Identity number";
        born_on: "出生日期", "出生日期", "Born on";
        relation: "与户主关系", "與戶主關係", "Relation to the head";
        ethnicity: "民族", "民族", "Nationality";
        education: "文化程度", "文化程度", "Education";
        school: "在校情况", "在校情況", "School";
        health: "健康状况", "健康狀況", "Health";
        labour: "劳动能力", "勞動能力", "Capacity for work";
        work: "务工情况", "務工情況", "Work";
        party_joined_on: "入党时间", "入黨時間", "Joined the Party on";
        party_branch: "所在党支部", "所在黨支部", "Party branch";
        phone: "电话", "電話", "Telephone";
        category: "培训对象类别", "培訓對象類別", "Trainee category";
        wish: "想学什么", "想學什麼", "Wish to learn";
        student: "在校生状况", "在校生狀況", "At school";
        months_away: "务工时间（月）", "務工時間（月）", "Months of work away";
        medical_insurance: "医疗保险", "醫療保險", "Medical insurance";
        old_age_insurance: "养老保险", "養老保險", "Old-age insurance";
        disability_card: "残疾证号", "殘疾證號", "Disability card";
    }
    Need, NeedField {
        case: "档案", "檔案", "Case";
        kind: "需求类别", "需求類別", "Kind of need";
        note: "具体情况", "具體情況", "In their words";
        state: "进展", "進展", "State";
        asked_on: "提出日期", "提出日期", "Asked on";
        due_on: "期限", "期限", "Due on";
        met_on: "解决日期", "解決日期", "Met on";
        outcome: "结果", "結果", "Outcome";
        member: "为谁", "為誰", "For whom";
        place: "学校、医院或单位", "學校、醫院或單位", "School, hospital or employer";
        begins_on: "开始日期", "開始日期", "Begins on";
        monthly_pay: "月收入", "月收入", "Monthly pay";
    }
    Visit, VisitField {
        case: "档案", "檔案", "Case";
        planned_on: "计划日期", "計劃日期", "Planned for";
        done_on: "走访日期", "走訪日期", "Visited on";
        occasion: "走访缘由", "走訪緣由", "Occasion";
        visitor: "走访人", "走訪人", "Visitor";
        purpose: "要看的事", "要看的事", "Purpose";
        report: "走访记录", "走訪記錄", "Report";
        promise: "承诺事项", "承諾事項", "Promise";
        festival: "节日", "節日", "Festival";
        emergency: "应急事项", "應急事項", "Emergency";
        latitude: "纬度", "緯度", "Latitude";
        longitude: "经度", "經度", "Longitude";
        team: "科技指导组", "科技指導組", "Guidance team";
        advice: "指导意见", "指導意見", "Advice";
        look_again_on: "再看日期", "再看日期", "To look again on";
    }
    GuidanceTeam, GuidanceTeamField {
        name: "名称", "名稱", "Name";
        organisation: "单位", "單位", "Organisation";
        subject: "指导内容", "指導內容", "What it knows";
        people: "组员", "組員", "Members";
        county: "服务的县（市、区）", "服務的縣（市、區）", "County";
        phone: "电话", "電話", "Telephone";
        note: "备注", "備註", "Note";
    }
    Outreach, OutreachField {
        on: "日期", "日期", "Day";
        village: "村", "村", "Village";
        topic: "主题", "主題", "Topic";
        team: "科技指导组", "科技指導組", "Guidance team";
        headcount: "到场人数", "到場人數", "How many came";
        materials: "发放资料", "發放資料", "Handed out";
        note: "情况", "情況", "How it went";
    }
    Promise, PromiseField {
        case: "档案", "檔案", "Case";
        visit: "走访", "走訪", "Visit";
        what: "承诺事项", "承諾事項", "What was promised";
        by: "承诺人", "承諾人", "Who promised";
        helper: "帮扶责任人", "幫扶責任人", "Helper";
        due_on: "兑现期限", "兌現期限", "To be kept by";
        kept_on: "兑现日期", "兌現日期", "Kept on";
        outcome: "兑现结果", "兌現結果", "What came of it";
    }
    Helper, HelperField {
        kind: "类别", "類別", "Kind";
        name: "姓名或名称", "姓名或名稱", "Name";
        organisation: "单位", "單位", "Organisation";
        division: "所在地", "所在地", "Where";
        phone: "电话", "電話", "Telephone";
        capacity: "可帮户数", "可幫戶數", "Can take";
        skills: "擅长帮扶", "擅長幫扶", "Good at";
        industry: "熟悉产业", "熟悉產業", "Industry known";
        note: "备注", "備註", "Note";
        left_on: "退出日期", "退出日期", "Left on";
    }
    Pairing, PairingField {
        helper: "帮扶责任人", "幫扶責任人", "Helper";
        case: "档案", "檔案", "Case";
        since: "开始日期", "開始日期", "Since";
        until: "结束日期", "結束日期", "Until";
        reason: "结束原因", "結束原因", "Why it ended";
        promised: "承诺事项", "承諾事項", "Promised";
        note: "备注", "備註", "Note";
        follows: "接手自", "接手自", "Taken over from";
    }
    Account, AccountField {
        kind: "科目类别", "科目類別", "Kind of account";
        name: "科目名称", "科目名稱", "Name";
        bank: "开户行及账号", "開戶行及賬號", "Bank and number";
        closed_on: "停用日期", "停用日期", "Closed on";
        note: "备注", "備註", "Note";
    }
    Entry, EntryField {
        on: "日期", "日期", "Date";
        narration: "摘要", "摘要", "Narration";
        debit: "借方科目", "借方科目", "Debit";
        credit: "贷方科目", "貸方科目", "Credit";
        amount: "金额", "金額", "Amount";
        purpose: "指定用途", "指定用途", "Earmarked for";
        source: "资金来源", "資金來源", "Source";
        receipt: "出自哪笔收入", "出自哪筆收入", "From which receipt";
        case: "档案", "檔案", "Case";
        request: "申请", "申請", "Request";
        loan: "借款", "借款", "Loan";
        reverses: "冲销哪笔分录", "沖銷哪筆分錄", "Reverses";
        voucher: "凭证号", "憑證號", "Voucher";
        party: "对方", "對方", "Who gave or got it";
        posted_by: "记账人", "記賬人", "Posted by";
    }
    Request, RequestField {
        case: "档案", "檔案", "Case";
        kind: "申请类别", "申請類別", "Kind of request";
        purpose: "用途", "用途", "What for";
        amount: "申请金额", "申請金額", "Amount";
        grounds: "申请理由", "申請理由", "Why";
        need: "对应需求", "對應需求", "The need";
        state: "进展", "進展", "State";
        drafted_on: "起草日期", "起草日期", "Drafted on";
        submitted_by: "提交人", "提交人", "Submitted by";
        submitted_on: "提交日期", "提交日期", "Submitted on";
        reviewed_by: "审核人", "審核人", "Reviewed by";
        reviewed_on: "审核日期", "審核日期", "Reviewed on";
        review: "审核意见", "審核意見", "What the review found";
        approved_by: "审批人", "審批人", "Approved by";
        approved_on: "审批日期", "審批日期", "Approved on";
        seconded_by: "第二审批人", "第二審批人", "Second approver";
        seconded_on: "第二审批日期", "第二審批日期", "Second approval on";
        paid_by: "拨付人", "撥付人", "Paid by";
        paid_on: "拨付日期", "撥付日期", "Paid on";
        verified_by: "核验人", "核驗人", "Verified by";
        verified_on: "核验日期", "核驗日期", "Verified on";
        verification: "核验情况", "核驗情況", "Found on site";
        answered_by: "退回或不批准人", "退回或不批准人", "Answered by";
        answered_on: "退回或不批准日期", "退回或不批准日期", "Answered on";
        answer: "退回或不批准原因", "退回或不批准原因", "Reason given";
        months: "借款月数", "借款月數", "Months";
        instalments: "分几期还", "分幾期還", "Instalments";
        rate: "年利率（万分之）", "年利率（萬分之）", "Interest of a year, in 0.01 %";
        fee: "手续费", "手續費", "Fee";
        loan: "要核销的借款", "要核銷的借款", "Loan to be written off";
        approver: "批准的工作人员", "批准的工作人員", "Approving person of the staff";
        approved: "批准金额", "批准金額", "Amount approved";
        approved_as: "批准内容的核对码", "批准內容的核對碼", "Check code of what was approved";
    }
    Loan, LoanField {
        case: "档案", "檔案", "Case";
        request: "申请", "申請", "Request";
        principal: "本金", "本金", "Principal";
        lent_on: "借出日期", "借出日期", "Lent on";
        months: "借款月数", "借款月數", "Months";
        rate: "年利率（万分之）", "年利率（萬分之）", "Interest of a year, in 0.01 %";
        purpose: "用途", "用途", "What for";
        note: "备注", "備註", "Note";
    }
    Instalment, InstalmentField {
        loan: "借款", "借款", "Loan";
        number: "期数", "期數", "Number";
        due_on: "应还日期", "應還日期", "Due on";
        principal: "应还本金", "應還本金", "Principal";
        charge: "应还利息费用", "應還利息費用", "Interest and fee";
        reason: "延期原因", "延期原因", "Why it was put off";
    }
    Budget, BudgetField {
        year: "年度", "年度", "Year";
        purpose: "用途", "用途", "What for";
        division: "范围", "範圍", "Where";
        amount: "预算金额", "預算金額", "Amount";
    }
    Ceiling, CeilingField {
        purpose: "用途", "用途", "What for";
        request: "每笔上限", "每筆上限", "At most for a request";
        case: "每户每年上限", "每戶每年上限", "At most for a case in a year";
        year: "全年上限", "全年上限", "At most in a year";
        two_persons: "超过此额须两人审批", "超過此額須兩人審批", "Two persons approve above";
    }
    Closing, ClosingField {
        year: "年度", "年度", "Year";
        month: "月份", "月份", "Month";
        closed_on: "结账日期", "結賬日期", "Closed on";
        closed_by: "结账人", "結賬人", "Closed by";
        money: "结账时现款", "結賬時現款", "Money then";
        lent: "结账时未收回借款", "結賬時未收回借款", "Lent out then";
    }
    Duty, DutyField {
        step: "环节", "環節", "Step";
        roles: "由谁办理", "由誰辦理", "Who may";
    }
    Specialty, SpecialtyField {
        name: "名称", "名稱", "Name";
        position: "次序", "次序", "Place";
        is_technology: "属科技培训", "屬科技培訓", "Counts as technology training";
    }
    Category, CategoryField {
        name: "名称", "名稱", "Name";
        position: "次序", "次序", "Place";
    }
    Course, CourseField {
        title: "课程名称", "課程名稱", "Title";
        specialty: "培训专业", "培訓專業", "Specialty";
        hours: "课时", "課時", "Hours";
        method: "授课方式", "授課方式", "Method";
        content: "课程内容", "課程內容", "Content";
        from_age: "最低年龄", "最低年齡", "From age";
        is_rural: "只限农村党员", "只限農村黨員", "Rural members only";
    }
    Instructor, InstructorField {
        name: "姓名", "姓名", "Name";
        organisation: "单位", "單位", "Organisation";
        subject: "专长", "專長", "Subject";
        phone: "电话", "電話", "Telephone";
        days: "能讲课的日子", "能講課的日子", "Days to teach";
        is_farming: "农忙时没空", "農忙時沒空", "No time at sowing and harvest";
    }
    Session, SessionField {
        course: "课程", "課程", "Course";
        term: "期次", "期次", "Term";
        site: "地点", "地點", "Site";
        room: "教室", "教室", "Room";
        starts_on: "开始日期", "開始日期", "First day";
        ends_on: "结束日期", "結束日期", "Last day";
        begins_at: "上课时间", "上課時間", "Begins at";
        seats: "座位数", "座位數", "Seats";
        minimum: "最低开班人数", "最低開班人數", "Least number";
        instructor: "讲师", "講師", "Instructor";
        state: "状态", "狀態", "State";
        note: "学员须知", "學員須知", "Note";
        broadcast: "主会场班次", "主會場班次", "Broadcast session";
    }
    Enrolment, EnrolmentField {
        session: "班次", "班次", "Session";
        member: "学员", "學員", "Member";
        state: "状态", "狀態", "State";
        enrolled_on: "报名日期", "報名日期", "Enrolled on";
        reason: "原因", "原因", "Reason";
        mark: "实操成绩", "實操成績", "Practical mark";
        outcome: "结果", "結果", "Result";
        certificate: "证书编号", "證書編號", "Certificate number";
        certified_on: "发证日期", "發證日期", "Issued on";
        rating: "满意度", "滿意度", "Rating";
        opinion: "学员意见", "學員意見", "Opinion";
        employment: "三个月后", "三個月後", "Three months later";
        employer: "在哪里", "在哪裡", "Where";
        followed_up_on: "回访日期", "回訪日期", "Asked on";
        answer: "电话答复", "電話答覆", "Answer by phone";
        needs_ride: "需要接送", "需要接送", "Needs a ride";
    }
    Attendance, AttendanceField {
        session: "班次", "班次", "Session";
        member: "学员", "學員", "Member";
        on: "日期", "日期", "Day";
        half: "时段", "時段", "Half-day";
        presence: "签到", "簽到", "Attendance";
        reason: "事由", "事由", "Reason";
        signature: "签名", "簽名", "Signature";
    }
    Cooperative, CooperativeField {
        name: "名称", "名稱", "Name";
        village: "所在村", "所在村", "Village";
        leader: "带头人", "帶頭人", "Leader";
        industry: "产业", "產業", "Industry";
        capacity: "可吸纳户数", "可吸納戶數", "Capacity";
        founded_on: "成立日期", "成立日期", "Founded on";
        capital: "出资总额", "出資總額", "Capital";
        phone: "电话", "電話", "Telephone";
        terms: "入社条件与收益", "入社條件與收益", "Terms";
    }
    Membership, MembershipField {
        cooperative: "合作社", "合作社", "Cooperative";
        case: "档案", "檔案", "Case";
        state: "状态", "狀態", "State";
        planned_on: "计划日期", "計劃日期", "Planned for";
        joined_on: "入社日期", "入社日期", "Joined on";
        left_on: "退社日期", "退社日期", "Left on";
        share: "入股金额", "入股金額", "Share";
        reason: "原因", "原因", "Reason";
    }
    Demonstration, DemonstrationField {
        case: "家庭", "家庭", "Household";
        name: "户名", "戶名", "Name";
        village: "所在村", "所在村", "Village";
        industry: "示范产业", "示範產業", "Industry";
        year: "年度", "年度", "Year";
        state: "状态", "狀態", "State";
        proposed_on: "申报日期", "申報日期", "Proposed on";
        chosen_on: "入选日期", "入選日期", "Chosen on";
        merit: "申报理由", "申報理由", "Merit";
        reach: "可带动户数", "可帶動戶數", "Could lead";
        member: "带头人", "帶頭人", "Leader";
        skill: "技术", "技術", "Skill";
        experience: "经验", "經驗", "Experience";
        base: "基地", "基地", "Base";
        willingness: "带动意愿", "帶動意願", "Willingness";
        means: "经济实力", "經濟實力", "Means";
        cost: "培育费用", "培育費用", "Cost";
    }
    SelectionDraft, SelectionDraftField {
        name: "草案名称", "草案名稱", "Name";
        year: "年度", "年度", "Year";
        note: "说明", "說明", "Note";
        adopted_on: "采用日期", "採用日期", "Adopted on";
    }
    SelectionPick, SelectionPickField {
        draft: "评选草案", "評選草案", "Draft list";
        demonstration: "示范户", "示範戶", "Demonstration household";
        state: "怎样入选", "怎樣入選", "How it came in";
    }
    ScoreWeights, ScoreWeightsField {
        year: "年度", "年度", "Year";
        skill: "技术", "技術", "Skill";
        experience: "经验", "經驗", "Experience";
        base: "基地", "基地", "Base";
        willingness: "带动意愿", "帶動意願", "Willingness";
        means: "经济实力", "經濟實力", "Means";
        reach: "够得着的困难户", "夠得著的困難戶", "Poor households within reach";
        full_reach: "满分户数", "滿分戶數", "Households for full marks";
    }
    RadiationLink, RadiationLinkField {
        demonstration: "示范户", "示範戶", "Demonstration household";
        case: "被带动户", "被帶動戶", "Household led";
        name: "户名", "戶名", "Name";
        support: "带动方式", "帶動方式", "What is given";
        since: "开始日期", "開始日期", "Since";
        until: "结束日期", "結束日期", "Until";
        gain: "年增收", "年增收", "Gain in a year";
    }
    Plan, PlanField {
        name: "计划名称", "計劃名稱", "Name";
        year: "年度", "年度", "Year";
        division: "范围", "範圍", "Where";
        state: "状态", "狀態", "State";
        note: "说明", "說明", "What it is about";
        adopted_on: "通过日期", "通過日期", "Adopted on";
    }
    PlannedSession, PlannedSessionField {
        plan: "培训计划", "培訓計劃", "Plan";
        course: "课程", "課程", "Course";
        site: "场所", "場所", "Site";
        room: "教室", "教室", "Room";
        starts_on: "开始日期", "開始日期", "First day";
        ends_on: "结束日期", "結束日期", "Last day";
        begins_at: "上课时间", "上課時間", "Begins at";
        seats: "座位数", "座位數", "Seats";
        minimum: "最低人数", "最低人數", "Least number";
        instructor: "讲师", "講師", "Instructor";
        note: "学员须知", "學員須知", "What to know";
    }
    Tour, TourField {
        title: "路线名称", "路線名稱", "Title";
        planned_on: "参观日期", "參觀日期", "Day";
        begins_at: "出发时间", "出發時間", "Sets out at";
        leader: "讲解员", "講解員", "Guide";
        phone: "讲解员电话", "講解員電話", "Guide’s telephone";
        guests: "来宾单位", "來賓單位", "Who comes";
        heads: "来宾人数", "來賓人數", "How many come";
        meets_at: "集合地点", "集合地點", "Meeting place";
        note: "注意事项", "注意事項", "What to know";
        state: "状态", "狀態", "State";
    }
    Stop, StopField {
        tour: "参观路线", "參觀路線", "Tour";
        position: "次序", "次序", "Place in the order";
        demonstration: "示范户", "示範戶", "Demonstration household";
        cooperative: "合作社", "合作社", "Cooperative";
        site: "基地", "基地", "Site";
        stay: "停留分钟", "停留分鐘", "Minutes there";
        travel: "路上分钟", "路上分鐘", "Minutes on the way";
        travel_from: "从哪一站来", "從哪一站來", "Coming from";
        opens_at: "可参观起", "可參觀起", "Open from";
        closes_at: "可参观止", "可參觀止", "Open until";
        headline: "一句话", "一句話", "In one line";
        story: "讲解词", "講解詞", "Its story";
        shows: "看什么", "看什麼", "What to show";
    }
    Visitor, VisitorField {
        tour: "参观路线", "參觀路線", "Tour";
        name: "姓名", "姓名", "Name";
        organisation: "单位", "單位", "Organisation";
        phone: "电话", "電話", "Telephone";
        words: "留言", "留言", "A word";
        stop: "印象最深的一站", "印象最深的一站", "The stop that impressed most";
        specialty: "想学的专业", "想學的專業", "Wants to learn";
        subject: "还想学什么", "還想學什麼", "What else to learn";
        member: "档案里的成员", "檔案裡的成員", "Member of the register";
        signed_on: "签到日期", "簽到日期", "Signed in on";
    }
    Photo, PhotoField {
        case: "家庭", "家庭", "Household";
        visit: "走访", "走訪", "Visit";
        emergency: "应急事项", "應急事項", "Emergency";
        request: "资金申请", "資金申請", "Request";
        need: "帮扶需求", "幫扶需求", "Need";
        shows: "内容", "內容", "What it shows";
        caption: "说明", "說明", "Caption";
        taken_on: "拍摄日期", "拍攝日期", "Taken on";
        size: "大小（字节）", "大小（字節）", "Size in bytes";
        width: "宽", "寬", "Width";
        height: "高", "高", "Height";
        digest: "校验码（SHA-256）", "校驗碼（SHA-256）", "SHA-256";
        pieces: "块数", "塊數", "Pieces";
        thumbnail_digest: "小图校验码（SHA-256）", "小圖校驗碼（SHA-256）", "SHA-256 of the small picture";
    }
}
