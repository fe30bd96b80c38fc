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
    }
    Helper, HelperField {
        kind: "类别", "類別", "Kind";
        name: "名称", "名稱", "Name";
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
    }
    Enrolment, EnrolmentField {
        session: "班次", "班次", "Session";
        member: "学员", "學員", "Member";
        state: "状态", "狀態", "State";
        enrolled_on: "报名日期", "報名日期", "Enrolled on";
        reason: "原因", "原因", "Reason";
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
}
