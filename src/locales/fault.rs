//! What is wrong, said in one sentence that tells what to do about it.

use domain::{Fault, Problem};

use crate::{Language, numbers};

/// The sentence for a problem, with the field's name before it.
#[must_use]
pub fn named(language: Language, problem: &Problem) -> String {
    let sentence = sentence(language, &problem.fault);
    match problem.field {
        Some(field) => language.named_fault(&language.field(field), &sentence),
        None => sentence,
    }
}

/// The sentence for a fault.
#[must_use]
pub fn sentence(language: Language, fault: &Fault) -> String {
    entry_fault(language, fault)
        .or_else(|| identity_fault(language, fault))
        .or_else(|| training_fault(language, fault))
        .or_else(|| plan_fault(language, fault))
        .or_else(|| pairing_fault(language, fault))
        .or_else(|| casework_fault(language, fault))
        .or_else(|| fund_fault(language, fault))
        .unwrap_or_else(|| prosperity_fault(language, fault))
}

fn entry_fault(language: Language, fault: &Fault) -> Option<String> {
    Some(match fault {
        Fault::Missing => language.fault_missing().into(),
        Fault::TooLong(most) => language.fault_too_long(*most),
        Fault::NotANumber => language.fault_not_a_number().into(),
        Fault::OutOfRange { least, most } => {
            language.fault_out_of_range(&numbers::count(*least), &numbers::count(*most))
        }
        Fault::NotADate => language.fault_not_a_date().into(),
        Fault::NotMoney => language.fault_not_money().into(),
        Fault::NotAPhone => language.fault_not_a_phone().into(),
        Fault::NotAnAccount => language.fault_not_an_account().into(),
        Fault::NotInList => language.fault_not_in_list().into(),
        Fault::InFuture => language.fault_in_future().into(),
        Fault::BeforeBirth => language.fault_before_birth().into(),
        Fault::EndsBeforeStart => language.fault_ends_before_start().into(),
        Fault::TooMany(most) => language.fault_too_many(*most),
        Fault::Twice => language.fault_twice().into(),
        Fault::NameTaken(name) => language.fault_name_taken(name),
        Fault::Gone => language.fault_gone().into(),
        Fault::NotAVillage => language.fault_not_a_village().into(),
        Fault::NotYetHeld => language.fault_not_yet_held().into(),
        Fault::LookAgainBefore => language.fault_look_again_before().into(),
        Fault::PlaceOfBroadcast => language.fault_place_of_broadcast().into(),
        Fault::PlaceThere(site) => language.fault_place_there(site),
        Fault::StepClosed => language.fault_step_closed().into(),
        Fault::CaseClosed => language.fault_case_closed().into(),
        _ => return None,
    })
}

fn identity_fault(language: Language, fault: &Fault) -> Option<String> {
    Some(match fault {
        Fault::IdLength(count) => language.fault_id_length(*count),
        Fault::IdCharacter => language.fault_id_character().into(),
        Fault::IdBirthday => language.fault_id_birthday().into(),
        Fault::IdCheck(expected) => language.fault_id_check(*expected),
        Fault::CardLength(count) => language.fault_card_length(*count),
        Fault::CardDiffers => language.fault_card_differs().into(),
        Fault::CardKind => language.fault_card_kind().into(),
        Fault::IdTaken { name, village } => language.fault_id_taken(name, village),
        Fault::SexDiffers => language.fault_sex_differs().into(),
        Fault::BirthDiffers => language.fault_birth_differs().into(),
        Fault::Heads(0) => language.fault_no_head().into(),
        Fault::Heads(count) => language.fault_heads(*count),
        Fault::NoMember => language.fault_no_member().into(),
        _ => return None,
    })
}

fn training_fault(language: Language, fault: &Fault) -> Option<String> {
    Some(match fault {
        Fault::SeatsBelowEnrolled(count) => language.fault_seats_below_enrolled(*count),
        Fault::MinimumAboveSeats => language.fault_minimum_above_seats().into(),
        Fault::Full(seats) => language.fault_full(*seats),
        Fault::AlreadyEnrolled(name) => language.fault_already_enrolled(name),
        Fault::Clash { name, session, from, until } => {
            language.fault_clash(name, session, &language.span(*from, *until))
        }
        Fault::Occupied { what, session } => language.fault_occupied(what, session),
        Fault::TooYoung { name, from_age } => language.fault_too_young(name, *from_age),
        Fault::SessionClosed => language.fault_session_closed().into(),
        Fault::RollNotOpen => language.fault_roll_not_open().into(),
        Fault::NotOfSession => language.fault_not_of_session().into(),
        Fault::NoSeat => language.fault_no_seat().into(),
        Fault::NoSeatAtDoor(seats) => language.fault_no_seat_at_door(*seats),
        Fault::NeverThere => language.fault_never_there().into(),
        Fault::NotPassed => language.fault_not_passed().into(),
        Fault::CertificateIssued(number) => language.fault_certificate_issued(number),
        _ => return None,
    })
}

fn plan_fault(language: Language, fault: &Fault) -> Option<String> {
    Some(match fault {
        Fault::NotOfYear(year) => language.fault_not_of_year(*year),
        Fault::PlanFull(most) => language.fault_plan_full(*most),
        Fault::PlanEmpty => language.fault_plan_empty().into(),
        Fault::PlanClosed => language.fault_plan_closed().into(),
        Fault::PlanClashes(count) => language.fault_plan_clashes(*count),
        _ => return None,
    })
}

fn pairing_fault(language: Language, fault: &Fault) -> Option<String> {
    Some(match fault {
        Fault::AlreadyPaired { helper, since: Some(since) } => {
            language.fault_already_paired_since(helper, &language.date(*since))
        }
        Fault::AlreadyPaired { helper, since: None } => language.fault_already_paired(helper),
        Fault::HelperFull(most) => language.fault_helper_full(*most),
        Fault::HelperLeft => language.fault_helper_left().into(),
        Fault::CapacityBelowPaired(count) => language.fault_capacity_below_paired(*count),
        _ => return None,
    })
}

fn casework_fault(language: Language, fault: &Fault) -> Option<String> {
    Some(match fault {
        Fault::StageByStep => language.fault_stage_by_step().into(),
        Fault::BeforeLastStep(day) => language.fault_before_last_step(&language.date(*day)),
        Fault::NoNotice => language.fault_no_notice().into(),
        Fault::NoticeTooShort(days) => language.fault_notice_too_short(*days),
        Fault::NoticeRuns(until) => language.fault_notice_runs(&language.date(*until)),
        Fault::ObjectionOpen => language.fault_objection_open().into(),
        Fault::ObjectionUpheld => language.fault_objection_upheld().into(),
        Fault::NoticeThere => language.fault_notice_there().into(),
        Fault::PromiseKept => language.fault_promise_kept().into(),
        Fault::NeedMet => language.fault_need_met().into(),
        Fault::OtherHousehold => language.fault_other_household().into(),
        Fault::EmergencyClosed => language.fault_emergency_closed().into(),
        Fault::IncomeStated(year) => language.fault_income_stated(*year),
        _ => return None,
    })
}

fn fund_fault(language: Language, fault: &Fault) -> Option<String> {
    let money = |fen| numbers::money(language, fen);
    Some(match fault {
        Fault::SameAccount => language.fault_same_account().into(),
        Fault::SidesDoNotFit => language.fault_sides_do_not_fit().into(),
        Fault::PeriodClosed => language.fault_period_closed().into(),
        Fault::PeriodOpen => language.fault_period_open().into(),
        Fault::AboveBalance { account, left } if account.is_empty() => language.fault_above_money(&money(*left)),
        Fault::AboveBalance { account, left } => language.fault_above_balance(account, &money(*left)),
        Fault::AboveSource { left } => language.fault_above_source(&money(*left)),
        Fault::AboveCeiling { left } => language.fault_above_ceiling(&money(*left)),
        Fault::AboveOwed { owed } => language.fault_above_owed(&money(*owed)),
        Fault::AlreadyReversed => language.fault_already_reversed().into(),
        Fault::AlreadyPaid => language.fault_already_paid().into(),
        Fault::Uneven { has, from } => language.fault_uneven(&money(*has), &money(*from)),
        Fault::NotYourStep => language.fault_not_your_step().into(),
        Fault::SecondPerson(name) => language.fault_second_person(name),
        Fault::ApprovedOther(approved) => language.fault_approved_other(&money(*approved)),
        Fault::ChangedSince => language.fault_changed_since().into(),
        Fault::MadeOnce => language.fault_made_once().into(),
        Fault::Held => language.fault_held().into(),
        _ => return None,
    })
}

fn prosperity_fault(language: Language, fault: &Fault) -> String {
    match fault {
        Fault::PlacesBelowMembers(count) => language.fault_places_below_members(*count),
        Fault::CooperativeFull(capacity) => language.fault_cooperative_full(*capacity),
        Fault::AlreadyMember(name) => language.fault_already_member(name),
        Fault::SameIndustry(name) => language.fault_same_industry(name),
        Fault::LeadsItself => language.fault_leads_itself().into(),
        Fault::AlreadyLed(name) => language.fault_already_led(name),
        Fault::Ring => language.fault_ring().into(),
        Fault::AlreadyProposed(year) => language.fault_already_proposed(*year),
        _ => language.fault_other().into(),
    }
}

messages! {
    named_fault(field: &str, sentence: &str): "{field}：{sentence}", "{field}：{sentence}", "{field}: {sentence}";
    fault_missing: "请填写。", "請填寫。", "Please fill this in.";
    fault_too_long(most: usize): "太长了，最多 {most} 个字。", "太長了，最多 {most} 個字。", "Too long: at most {most} characters.";
    fault_not_a_number: "这不是数字，请写成 12 这样。", "這不是數字，請寫成 12 這樣。", "This is no number; write it like 12.";
    fault_out_of_range(least: &str, most: &str): "应在 {least} 到 {most} 之间。", "應在 {least} 到 {most} 之間。", "Should be between {least} and {most}.";
    fault_not_a_date: "这不是日期，请写成 2026-11-23 这样。", "這不是日期，請寫成 2026-11-23 這樣。", "This is no date; write it like 2026-11-23.";
    fault_not_money: "这不是金额，请写成 3000、1.5万 这样。", "這不是金額，請寫成 3000、1.5萬 這樣。", "This is no amount; write it like 3000 or 1200.50.";
    fault_not_a_phone: "这不是电话号码，应为 7 到 15 位数字。", "這不是電話號碼，應為 7 到 15 位數字。", "This is no telephone number: 7 to 15 digits.";
    fault_not_in_list: "请从列表中选择。", "請從列表中選擇。", "Please choose from the list.";
    fault_in_future: "日期在今天之后。", "日期在今天之後。", "The date lies after today.";
    fault_before_birth: "日期早于出生日期。", "日期早於出生日期。", "The date lies before the birthday.";
    fault_ends_before_start: "结束早于开始。", "結束早於開始。", "It ends before it begins.";
    fault_too_many(most: usize): "最多选 {most} 项。", "最多選 {most} 項。", "Choose at most {most}.";
    fault_twice: "重复了。", "重複了。", "It is there twice.";
    fault_name_taken(name: &str): "“{name}”已经有了，请换一个名称，或修改原来的。", "「{name}」已經有了，請換一個名稱，或修改原來的。", "“{name}” is there already: take another name, or revise that one.";
    fault_gone: "所指的记录已不存在，可能刚被移除。", "所指的記錄已不存在，可能剛被移除。", "What this refers to is not there any more; it may just have been removed.";
    fault_step_closed: "现在还不能走这一步。", "現在還不能走這一步。", "This step is not open now.";
    fault_case_closed: "这份档案已退出，不能再安排。", "這份檔案已退出，不能再安排。", "This case has left the register.";
    fault_id_length(count: usize): "身份证号应为 18 位，现在是 {count} 位。", "身份證號應為 18 位，現在是 {count} 位。", "An identity number has 18 characters; this has {count}.";
    fault_id_character: "身份证号只能是数字，最后一位可以是 X。", "身份證號只能是數字，最後一位可以是 X。", "Only digits, and X in the last place.";
    fault_id_birthday: "第 7 到 14 位不是一个有效的出生日期。", "第 7 到 14 位不是一個有效的出生日期。", "Places 7 to 14 are no valid birthday.";
    fault_id_check(expected: char): "校验不符：最后一位应是 {expected}，请核对每一位。", "校驗不符：最後一位應是 {expected}，請核對每一位。", "The check character should be {expected}; please compare every digit.";
    fault_id_taken(name: &str, village: &str): "此身份证号已登记：{name}，{village}。", "此身份證號已登記：{name}，{village}。", "This identity number is registered already: {name}, {village}.";
    fault_sex_differs: "与身份证号中的性别不一致。", "與身份證號中的性別不一致。", "The identity number says another sex.";
    fault_birth_differs: "与身份证号中的出生日期不一致。", "與身份證號中的出生日期不一致。", "The identity number says another birthday.";
    fault_no_head: "请指明谁是户主。", "請指明誰是戶主。", "Please say who is the head of the household.";
    fault_heads(count: usize): "有 {count} 位户主，只能有一位。", "有 {count} 位戶主，只能有一位。", "There are {count} heads of household; there can be one.";
    fault_no_member: "请至少登记一位成员，先登记户主。", "請至少登記一位成員，先登記戶主。", "Please add at least one member, the head first.";
    fault_seats_below_enrolled(count: usize): "已有 {count} 人，不能少于这个数。", "已有 {count} 人，不能少於這個數。", "There are {count} already; it cannot be fewer.";
    fault_minimum_above_seats: "最低人数多于座位数。", "最低人數多於座位數。", "The least number is above the number of seats.";
    fault_full(seats: u32): "{seats} 个座位不够了，可以少选几人，或让他们候补。", "{seats} 個座位不夠了，可以少選幾人，或讓他們候補。", "The {seats} seats do not suffice: choose fewer, or let them wait for a seat.";
    fault_already_enrolled(name: &str): "{name} 已经报名。", "{name} 已經報名。", "{name} is enrolled already.";
    fault_clash(name: &str, session: &str, days: &str): "{name} 在 {days} 另有培训：{session}。", "{name} 在 {days} 另有培訓：{session}。", "{name} has another training on {days}: {session}.";
    fault_occupied(what: &str, session: &str): "{what} 那几天已安排给“{session}”。", "{what} 那幾天已安排給「{session}」。", "{what} is taken on these days by “{session}”.";
    fault_too_young(name: &str, from_age: u32): "{name} 未满 {from_age} 岁。", "{name} 未滿 {from_age} 歲。", "{name} is not yet {from_age} years old.";
    fault_session_closed: "这一班已结束或取消，不能再报名。", "這一班已結束或取消，不能再報名。", "This session is over or cancelled; nobody can be enrolled.";
    fault_places_below_members(count: usize): "已有 {count} 户入社或拟入社，不能少于这个数。", "已有 {count} 戶入社或擬入社，不能少於這個數。", "{count} households are in it or about to join; it cannot be fewer.";
    fault_cooperative_full(capacity: u32): "合作社已满（容量 {capacity} 户）。", "合作社已滿（容量 {capacity} 戶）。", "The cooperative is full ({capacity} households).";
    fault_already_member(name: &str): "已在“{name}”中。", "已在「{name}」中。", "Already in “{name}”.";
    fault_same_industry(name: &str): "已加入同一产业的“{name}”，请先办理退社。", "已加入同一產業的「{name}」，請先辦理退社。", "Already in “{name}” of the same industry; that membership should end first.";
    fault_leads_itself: "不能带动自己。", "不能帶動自己。", "A household cannot lead itself.";
    fault_already_led(name: &str): "{name} 已由这家示范户带动。", "{name} 已由這家示範戶帶動。", "{name} is led by this household already.";
    fault_ring: "会形成循环带动：对方正在带动这一户。", "會形成循環帶動：對方正在帶動這一戶。", "That would make a ring: the one leads the other already.";
    fault_already_proposed(year: u32): "这一户 {year} 年已经申报或入选。", "這一戶 {year} 年已經申報或入選。", "This household is proposed or chosen for {year} already.";
    fault_already_paired(helper: &str): "已由 {helper} 帮扶，请先交接或解除结对。", "已由 {helper} 幫扶，請先交接或解除結對。", "Helped by {helper} already: hand the case over, or end that pairing first.";
    fault_already_paired_since(helper: &str, day: &str): "自 {day} 起已由 {helper} 帮扶，请先交接或解除结对。", "自 {day} 起已由 {helper} 幫扶，請先交接或解除結對。", "Helped by {helper} since {day}: hand the case over, or end that pairing first.";
    fault_helper_full(most: u32): "帮扶户数已满（最多 {most} 户），请另选一位，或提高可帮户数。", "幫扶戶數已滿（最多 {most} 戶），請另選一位，或提高可幫戶數。", "This helper can take {most} and has them: choose another, or raise the number.";
    fault_helper_left: "这位帮扶责任人已退出。", "這位幫扶責任人已退出。", "This helper has left the programme.";
    fault_capacity_below_paired(count: usize): "现在帮扶 {count} 户，请先交接。", "現在幫扶 {count} 戶，請先交接。", "It helps {count} households now; hand them over first.";
    fault_stage_by_step: "阶段由“组织认定”“脱贫”等步骤改变，不在这里改。", "階段由「組織認定」「脫貧」等步驟改變，不在這裡改。", "The stage is changed by the steps on the case’s page, not here.";
    fault_before_last_step(day: &str): "不能早于上一步的日期（{day}）。", "不能早於上一步的日期（{day}）。", "It cannot lie before the last step ({day}).";
    fault_no_notice: "还没有公示。请先公示至少五天，再认定。", "還沒有公示。請先公示至少五天，再認定。", "There was no public notice: put the case on notice for at least five days first.";
    fault_notice_too_short(days: u32): "公示至少五天，首尾两天都算；现在只有 {days} 天。", "公示至少五天，首尾兩天都算；現在只有 {days} 天。", "A notice runs at least five days, the first and the last among them; this is {days}.";
    fault_notice_runs(until: &str): "公示到 {until} 才满，第二天起可以办理。", "公示到 {until} 才滿，第二天起可以辦理。", "The notice runs until {until}; this can be done from the day after.";
    fault_objection_open: "公示期间有异议，请先在公示里写明核查结果。", "公示期間有異議，請先在公示裡寫明核查結果。", "Somebody objected: say in the notice first what came of it.";
    fault_objection_upheld: "公示异议成立，不能认定；情况改变后请重新公示。", "公示異議成立，不能認定；情況改變後請重新公示。", "The objection was upheld, so the case cannot be confirmed; if things change, make a new notice.";
    fault_notice_there: "已有一次公示，请在那次公示里修改。", "已有一次公示，請在那次公示裡修改。", "There is a notice already; change that one.";
    fault_emergency_closed: "这件应急事项已经办结。", "這件應急事項已經辦結。", "This emergency is closed.";
    fault_income_stated(year: u32): "{year} 年的收入已经填报，请修改那一份。", "{year} 年的收入已經填報，請修改那一份。", "The income of {year} is stated already; change that statement.";
    fault_same_account: "借方和贷方是同一科目。", "借方和貸方是同一科目。", "Debit and credit are the same account.";
    fault_sides_do_not_fit: "这两个科目不能直接对记：收入记来源和现款，支出记用途和现款。", "這兩個科目不能直接對記：收入記來源和現款，支出記用途和現款。", "These accounts do not go together: money comes in from a source, and goes out to a use.";
    fault_period_closed: "这一天所在的月份或年度已经结账，请改用结账之后的日期。", "這一天所在的月份或年度已經結賬，請改用結賬之後的日期。", "The month or year of that day is closed; take a later day.";
    fault_period_open: "这个月份或年度还没有过完。", "這個月份或年度還沒有過完。", "That month or year is not over.";
    fault_above_money(left: &str): "余额不足，那一天起最多可付 {left}。", "餘額不足，那一天起最多可付 {left}。", "Too much: the account can pay {left} from that day on.";
    fault_above_balance(account: &str, left: &str): "“{account}”余额不足，那一天起最多可付 {left}。", "「{account}」餘額不足，那一天起最多可付 {left}。", "Too much: “{account}” can pay {left} from that day on.";
    fault_above_source(left: &str): "可用于此的资金只剩 {left}；指定了其他用途的不能动用。", "可用於此的資金只剩 {left}；指定了其他用途的不能動用。", "Only {left} may be spent on this; money earmarked for other uses may not.";
    fault_above_ceiling(left: &str): "超过上限，最多还可申请 {left}。", "超過上限，最多還可申請 {left}。", "Above the ceiling: {left} is left below it.";
    fault_above_owed(owed: &str): "多于所欠，现在欠 {owed}。", "多於所欠，現在欠 {owed}。", "More than is owed: {owed} is owed.";
    fault_already_reversed: "这笔分录已经冲销。", "這筆分錄已經沖銷。", "This entry is reversed already.";
    fault_already_paid: "这份申请已经拨付。", "這份申請已經撥付。", "This request is paid already.";
    fault_uneven(has: &str, from: &str): "两边不等：资产 {has}，来源 {from}。", "兩邊不等：資產 {has}，來源 {from}。", "The two sides differ: there is {has}, and it comes from {from}.";
    fault_not_your_step: "这一步由其他人办理。", "這一步由其他人辦理。", "This step belongs to other people.";
    fault_second_person(name: &str): "这一步须由 {name} 以外的人办理。", "這一步須由 {name} 以外的人辦理。", "Somebody other than {name} has to do this.";
    fault_approved_other(approved: &str): "批准的是 {approved}，请退回后重新批准。", "批准的是 {approved}，請退回後重新批准。", "{approved} was approved: return the request and have it approved anew.";
    fault_changed_since: "批准之后内容有改动，请退回后重新批准。", "批准之後內容有改動，請退回後重新批准。", "It was changed since it was approved: return the request and have it approved anew.";
    fault_made_once: "已记的账不能撤销或移除，请冲销这笔分录。", "已記的賬不能撤銷或移除，請沖銷這筆分錄。", "What is posted is not undone or removed: reverse the entry.";
    fault_held: "已经记过账或已经提交，不能移除。", "已經記過賬或已經提交，不能移除。", "It has postings or was handed in, and is not removed.";
    fault_other: "填写有误。", "填寫有誤。", "The entry is wrong.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_fault_has_its_own_sentence() {
        let faults =
            [Fault::Missing, Fault::IdCheck('X'), Fault::Full(30), Fault::Ring, Fault::Heads(0), Fault::Heads(2)];
        for language in Language::ALL {
            for fault in &faults {
                assert_ne!(sentence(language, fault), language.fault_other(), "{fault:?}");
            }
        }
    }
}
