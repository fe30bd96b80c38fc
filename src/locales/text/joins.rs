//! The words of files of one household: which may be, how they differ, and the one that they become.

messages! {
    doubles_title: "可能重复的档案", "可能重複的檔案", "Files that may be of one household";
    doubles_tab: "查重", "查重", "Doubles";
    doubles_none: "没有可能重复的档案", "沒有可能重複的檔案", "No two files seem to be of one household";
    doubles_none_next: "身份证号相同，或者同村、同名、同出生日期的，会列在这里。", "身份證號相同，或者同村、同名、同出生日期的，會列在這裏。", "Files with one identity number, or with one name, birthday and village, are listed here.";
    doubles_pair(first: &str, second: &str): "{first} 和 {second}", "{first} 和 {second}", "{first} and {second}";
    doubles_certain(person: &str): "两份档案里都有{person}，身份证号相同。", "兩份檔案裏都有{person}，身份證號相同。", "{person} is in both, with one identity number.";
    doubles_likely(person: &str): "两份档案里都有{person}，同村、同出生日期。", "兩份檔案裏都有{person}，同村、同出生日期。", "{person} is in both: one village, one birthday.";
    doubles_compare: "比对合并", "比對合併", "Compare and join";
    doubles_compare_spoken(first: &str, second: &str): "比对合并 {first} 和 {second}", "比對合併 {first} 和 {second}", "Compare and join {first} and {second}";
    doubles_two: "确是两户", "確是兩戶", "They are two households";
    doubles_two_spoken(first: &str, second: &str): "{first} 和 {second} 确是两户", "{first} 和 {second} 確是兩戶", "{first} and {second} are two households";
    join_title: "合并两份档案", "合併兩份檔案", "Join two files";
    join_subtitle: "逐项看清楚再合并。合并后可以撤销，两份的历史都在。", "逐項看清楚再合併。合併後可以撤銷，兩份的歷史都在。", "Look at each difference. Joining can be undone, and both histories stay.";
    join_now: "合并", "合併", "Join";
    joined_swap: "对调保留的一份", "對調保留的一份", "Keep the other one";
    joined_stays: "保留", "保留", "Stays";
    joined_goes: "并入", "併入", "Is joined into it";
    joined_fields: "两份说法不同的", "兩份說法不同的", "Where they differ";
    joined_fields_hint(alike: usize): "另有 {alike} 项相同；一份空着的，用另一份补上。", "另有 {alike} 項相同；一份空着的，用另一份補上。", "{alike} more are alike. What one leaves empty is filled from the other.";
    joined_persons: "并入档案的家庭成员", "併入檔案的家庭成員", "Members of the file that goes";
    joined_persons_hint: "同一个人只留一条，空着的互相补上，培训和报名都跟着走。", "同一個人只留一條，空着的互相補上，培訓和報名都跟着走。", "One person stays once; trainings and enrolments come along.";
    joined_who_is(name: &str): "{name} 是", "{name} 是", "{name} is";
    joined_same_as(name: &str): "保留档案里的 {name}", "保留檔案裏的 {name}", "{name} of the file that stays";
    joined_comes_in: "新加进来的成员", "新加進來的成員", "Somebody who comes in";
    joined_relation_of(name: &str): "{name} 与户主关系", "{name} 與戶主關係", "{name}’s relation to the head";
    joined_moves(count: usize): "并入档案的 {count} 条记录（成员、需求、走访、结对、申请、借款等）一起移过来。已记的账不改，台账按保留的一户计算。", "併入檔案的 {count} 條記錄（成員、需求、走訪、結對、申請、借款等）一起移過來。已記的賬不改，台賬按保留的一戶計算。", "{count} records of the file that goes come along: members, needs, visits, pairings, requests, loans. What is posted is not changed; the ledger counts it for the one that stays.";
    joined_reason: "与另一份档案是同一户", "與另一份檔案是同一戶", "One household with another file";
    joined_gone_title: "已并入的档案", "已併入的檔案", "A file that was joined";
    joined_gone_text(name: &str): "这份档案已并入{name}家的档案。", "這份檔案已併入{name}家的檔案。", "This file was joined into that of {name}’s household.";
    joined_history: "并入的档案", "併入的檔案", "A file that was joined into this one";
    finding_joined_title(name: &str): "{name}家的档案合并时，另一台平板还在写旧的一份", "{name}家的檔案合併時，另一台平板還在寫舊的一份", "Another tablet wrote to a file of {name}’s household after it was joined";
    finding_joined_why(count: usize): "旧档案上还有 {count} 条记录，应移到保留的一份。", "舊檔案上還有 {count} 條記錄，應移到保留的一份。", "{count} records still stand in the old file and belong to the one that stays.";
    finding_joined_settle: "移到保留的档案", "移到保留的檔案", "Bring them over";
}
