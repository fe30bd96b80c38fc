//! The words of the screens of this area: cases.

messages! {
    place_township_example: "如：十家堡镇", "如：十家堡鎮", "Such as 十家堡镇";
    place_village_example: "如：东岗村", "如：東崗村", "Such as 东岗村";
    place_is_new: "还没有这个名称，保存时一并建立。", "還沒有這個名稱，保存時一併建立。", "A new name: it is added when you save.";
}
