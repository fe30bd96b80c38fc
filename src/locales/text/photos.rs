//! Words of the photos: how one is added, what it shows, and what is said where its bytes are not here.

messages! {
    photos: "照片", "照片", "Photos";
    photo_take: "拍照", "拍照", "Take a photo";
    photo_pick: "选图片", "選圖片", "Choose pictures";
    photos_none: "还没有照片", "還沒有照片", "No photo yet";
    photos_none_next: "拍一张，或从相册里选。照片会缩小、加密，只存在这台平板上。", "拍一張，或從相冊裡選。照片會縮小、加密，只存在這台平板上。", "Take one or choose one. It is made smaller, sealed, and kept on this tablet.";
    photos_none_past: "这一天还没有照片。", "這一天還沒有照片。", "There was no photo on that day.";
    photos_working(count: usize): "正在处理 {count} 张图片", "正在處理 {count} 張圖片", "Preparing {count} pictures";
    photo_not_a_picture(name: &str): "“{name}”不是能打开的图片，没有添加。请选 JPEG 或 PNG 图片，或直接拍照。", "「{name}」不是能打開的圖片，沒有添加。請選 JPEG 或 PNG 圖片，或直接拍照。", "“{name}” is no picture that can be opened; it was not added. Choose a JPEG or PNG, or take a photo.";
    photo_too_large(name: &str): "“{name}”太大，这台平板处理不了，没有添加。请换一张小一些的。", "「{name}」太大，這台平板處理不了，沒有添加。請換一張小一些的。", "“{name}” is too large for this tablet; it was not added. Choose a smaller one.";
    photo_unsaid: "未说明内容", "未說明內容", "Not said yet";
    photo_of(shows: &str, caption: &str): "{shows}照片：{caption}", "{shows}照片：{caption}", "Photo ({shows}): {caption}";
    photo_shows(shows: &str): "{shows}照片", "{shows}照片", "Photo ({shows})";
    photo_open(what: &str): "查看{what}", "查看{what}", "View: {what}";
    photo_covered: "点开才显示", "點開才顯示", "Tap to see it";
    photo_not_here: "图片内容不在这台平板上", "圖片內容不在這台平板上", "The picture is not on this tablet";
    photo_not_here_next: "从有这张照片的平板带出数据包，选“连照片一起带”，再在这里合并。", "從有這張照片的平板帶出數據包，選「連照片一起帶」，再在這裡合併。", "Take a bundle “with photos” from a tablet that has it, and merge it here.";
    photo_opening: "正在打开照片", "正在打開照片", "Opening the photo";
    photo_larger: "放大", "放大", "Larger";
    photo_smaller: "缩小", "縮小", "Smaller";
    photo_turn: "转 90°", "轉 90°", "Turn by 90°";
    photo_whole: "看全图", "看全圖", "The whole picture";
    photo_remove: "移除照片", "移除照片", "Remove the photo";
    photo_save_words: "保存说明", "保存說明", "Save the words";
    photo_caption_hint: "例如：屋顶漏雨的地方", "例如：屋頂漏雨的地方", "For example: where the roof leaks";
    photo_size(kilobytes: &str, width: &str, height: &str): "{kilobytes} KB，{width} × {height}", "{kilobytes} KB，{width} × {height}", "{kilobytes} KB, {width} × {height}";
    photo_from_visit(day: &str): "走访 {day}", "走訪 {day}", "Visit of {day}";
    photo_from_emergency: "应急救助", "應急救助", "Emergency";
    photo_from_request: "资金申请", "資金申請", "Request";
    photo_from_need: "帮扶需求", "幫扶需求", "Need";
    carry_photos: "照片", "照片", "Photos";
    carry_photos_hint(megabytes: usize): "照片比文字大得多；一个数据包最多带 {megabytes} MB，其余的下次再带", "照片比文字大得多；一個數據包最多帶 {megabytes} MB，其餘的下次再帶", "Photos are much larger than text; a bundle holds up to {megabytes} MB of them, and the next one the others";
    carry_photos_none: "不带照片", "不帶照片", "Without photos";
    carry_photos_new(count: &str, megabytes: &str): "连照片一起带：没带出过的 {count} 张（{megabytes} MB）", "連照片一起帶：沒帶出過的 {count} 張（{megabytes} MB）", "With photos: the {count} never taken out ({megabytes} MB)";
    carry_photos_all(count: &str, megabytes: &str): "连照片一起带：全部 {count} 张（{megabytes} MB）", "連照片一起帶：全部 {count} 張（{megabytes} MB）", "With photos: all {count} ({megabytes} MB)";
    pending_photos: "还没带出的照片", "還沒帶出的照片", "Photos not outside yet";
    photos_lacking: "内容不在这台平板上的照片", "內容不在這台平板上的照片", "Photos whose picture is not on this tablet";
    bundle_photos: "照片", "照片", "Photos";
    report_photos: "照片内容", "照片內容", "Pictures";
    bring_in_photos(count: &str): "收下了 {count} 张照片的内容。", "收下了 {count} 張照片的內容。", "The pictures of {count} photos were taken in.";
    bring_in_photos_foreign(count: &str): "有 {count} 张照片这里没有对应的记录，或内容对不上，没有收。", "有 {count} 張照片這裡沒有對應的記錄，或內容對不上，沒有收。", "{count} photos were not taken: no record here speaks of them, or they are not what it says.";
}
