//! Words of the settings.

messages! {
    settings_look: "显示", "顯示", "Display";
    settings_language: "语言", "語言", "Language";
    settings_theme: "明暗", "明暗", "Theme";
    theme_system: "跟随系统", "跟隨系統", "As the system";
    theme_light: "浅色", "淺色", "Light";
    theme_dark: "深色", "深色", "Dark";
    settings_text_size: "字号", "字號", "Text size";
    text_normal: "标准", "標準", "Normal";
    text_large: "大", "大", "Large";
    text_larger: "特大", "特大", "Larger";
    settings_safety: "数据", "數據", "Data";
    settings_changes: "本机记录的改动", "本機記錄的改動", "Changes on this tablet";
    settings_usage: "占用空间", "佔用空間", "Space used";
    settings_kept: "浏览器承诺", "瀏覽器承諾", "The browser’s promise";
    storage_kept: "不会自动清除", "不會自動清除", "will not clear it by itself";
    storage_not_kept: "空间紧张时可能清除，请安装为应用", "空間緊張時可能清除，請安裝為應用", "may clear it when space is short; install the app";
    settings_about: "关于", "關於", "About";
    settings_version: "版本", "版本", "Version";
    settings_network: "网络", "網絡", "Network";
    settings_browser: "浏览器", "瀏覽器", "Browser";
    settings_install: "在浏览器菜单里选“安装应用”或“添加到主屏幕”，就可以像普通应用一样离线使用。", "在瀏覽器選單裡選「安裝應用」或「加到主畫面」，就可以像普通應用一樣離線使用。", "Choose “Install app” or “Add to home screen” in the browser’s menu to use Bangfu offline like any app.";
    books_shrunk(remembered: &str, found: &str): "上次保存时有 {remembered} 条改动，现在只读到 {found} 条，可能是存储损坏或被清理。没有写入任何东西，也不会自己重新开始。", "上次保存時有 {remembered} 條改動，現在只讀到 {found} 條，可能是儲存損壞或被清理。沒有寫入任何東西，也不會自己重新開始。", "Last time there were {remembered} changes; now only {found} can be read. The storage may be damaged or was cleared. Nothing was written, and nothing starts anew by itself.";
    books_read: "只查看现有数据", "只查看現有數據", "Only look at what is here";
    try_again: "再试一次", "再試一次", "Try again";
    books_not_opened: "没能打开本机数据", "沒能打開本機數據", "The data on this tablet could not be opened";
}
