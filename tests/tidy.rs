//! The rules of the house, as tests: arrows, headers, names, lengths, languages, addresses.
//! A rule that fails says which file broke it; an exception stands here by name, with its reason.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A source file: its path from the root, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    fn is_in(&self, folders: &[&str]) -> bool {
        folders.iter().any(|folder| self.path.starts_with(folder))
    }

    /// The text without comments, and without what follows `#[cfg(test)]`.
    fn code(&self) -> String {
        let product = self.text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
        product.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folders: &[&str]) -> Vec<Source> {
    let mut paths = Vec::new();
    folders.iter().for_each(|folder| walk(&root().join(folder), &mut paths));
    let source = |path: PathBuf| Source {
        path: path.strip_prefix(root()).expect("under the root").to_string_lossy().replace('\\', "/"),
        text: fs::read_to_string(&path).expect("a source file is text"),
    };
    paths.into_iter().map(source).collect()
}

fn walk(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder of the tree") {
        let path = entry.expect("an entry of a folder").path();
        if path.is_dir() {
            walk(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

fn assert_none(rule: &str, broken: Vec<String>) {
    assert!(broken.is_empty(), "{rule}\n  {}", broken.join("\n  "));
}

/// Which crate may know which. `platform` is known to the root alone; `domain` knows nobody.
const ARROWS: [(&str, &[&str]); 8] = [
    ("domain", &[]),
    ("demonstration", &["domain"]),
    ("exchange", &["domain"]),
    ("replica", &["domain"]),
    ("locales", &["domain"]),
    ("platform", &["demonstration", "domain", "exchange", "replica"]),
    ("ui", &["demonstration", "domain", "exchange", "locales", "replica"]),
    ("bangfu", &["exchange", "locales", "platform", "ui"]),
];

#[test]
fn crates_know_only_whom_they_may() {
    let metadata = cargo_metadata::MetadataCommand::new().manifest_path(root().join("Cargo.toml")).no_deps().exec();
    let packages = metadata.expect("cargo knows the workspace").packages;
    let members: BTreeSet<String> = packages.iter().map(|package| package.name.to_string()).collect();
    let mut broken = Vec::new();
    for package in &packages {
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| package.name.as_str() == *name) else { continue };
        let is_arrow = |dependency: &&cargo_metadata::Dependency| {
            dependency.kind == cargo_metadata::DependencyKind::Normal && members.contains(&dependency.name)
        };
        for dependency in package.dependencies.iter().filter(is_arrow) {
            if !allowed.contains(&dependency.name.as_str()) {
                broken.push(format!("{} knows {}", package.name, dependency.name));
            }
        }
    }
    assert_none("an arrow that must not be:", broken);
}

#[test]
fn every_file_says_what_it_is_for() {
    let is_mute = |source: &Source| !source.text.starts_with("//! ");
    let files = sources(&["src", "tests", "xtask"]).into_iter().filter(is_mute);
    assert_none("a file without a `//!` header:", files.map(|source| source.path).collect());
}

#[test]
fn only_the_platform_names_the_browser() {
    let names = ["web_sys", "js_sys", "wasm_bindgen::", "gloo_", "idb::"];
    let outside = sources(&["src"]).into_iter().filter(|source| !source.is_in(&["src/platform/", "src/ui/tests/"]));
    let names_it = |source: &Source| names.iter().any(|name| source.code().contains(name));
    assert_none("a web name outside platform:", outside.filter(names_it).map(|source| source.path).collect());
}

/// Where Chinese may stand in code: the words, the data, and the signs by which people write dates and amounts.
const CHINESE: [&str; 4] = ["src/locales/", "src/demonstration/", "src/domain/entry.rs", "src/domain/pinyin.rs"];

#[test]
fn chinese_stands_only_in_locales_and_data() {
    let is_han = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}');
    let is_exempt = |source: &Source| source.is_in(&CHINESE) || source.path.contains("/tests/");
    let outside = sources(&["src"]).into_iter().filter(|source| !is_exempt(source));
    let broken = outside.filter(|source| source.code().chars().any(is_han));
    assert_none("Chinese outside of locales and data:", broken.map(|source| source.path).collect());
}

#[test]
fn addresses_stand_only_in_the_route() {
    let stems = [
        "\"/cases",
        "\"/members",
        "\"/needs",
        "\"/visits",
        "\"/casework",
        "\"/training",
        "\"/prosperity",
        "\"/fund",
        "\"/requests",
        "\"/inbox",
        "\"/log",
        "\"/settings",
    ];
    let outside = sources(&["src/ui"]).into_iter().filter(|source| !source.is_in(&["src/ui/route"]));
    let broken = outside.filter(|source| stems.iter().any(|stem| source.code().contains(stem)));
    assert_none("a path outside route.rs:", broken.map(|source| source.path).collect());
}

#[test]
fn rooms_have_names_of_their_own() {
    let empty = ["utils", "util", "common", "helpers", "helper", "manager", "misc", "core"];
    let is_empty = |source: &Source| source.path.split(['/', '.']).any(|part| empty.contains(&part));
    let files = sources(&["src", "tests", "xtask"]).into_iter().filter(is_empty);
    assert_none("a name that says nothing:", files.map(|source| source.path).collect());
}

/// Flat lists may be long: their length is that of what they list. So may the cases of a test.
const FLAT: [&str; 4] =
    ["src/domain/schema.rs", "src/locales/vocabulary", "src/locales/text", "src/demonstration/data"];

#[test]
fn files_are_short() {
    let is_flat = |source: &Source| source.is_in(&FLAT) || source.path.contains("/tests/");
    let is_long = |source: &Source| source.text.lines().count() > 400 && !is_flat(source);
    let files = sources(&["src", "tests", "xtask"]).into_iter().filter(is_long);
    assert_none("a file of more than 400 lines:", files.map(|source| source.path).collect());
}

#[test]
fn views_are_short() {
    let mut broken = Vec::new();
    for source in sources(&["src/ui"]) {
        let long = view_lengths(&source.code()).into_iter().filter(|length| *length > 50);
        broken.extend(long.map(|length| format!("{}: {length} lines", source.path)));
    }
    assert_none("a view! of more than 50 lines:", broken);
}

/// The lines that each `view!` spans, from its brace to the one that closes it.
fn view_lengths(code: &str) -> Vec<usize> {
    let length = |start: usize| {
        let mut depth = 0;
        let body = code[start..].char_indices().find_map(|(at, c)| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            (c == '}' && depth == 0).then(|| &code[start..start + at])
        });
        body.map_or(0, |body| body.lines().count())
    };
    code.match_indices("view! {").map(|(at, _)| length(at)).collect()
}

/// A message: its name, and its text in 简体, 繁體 and English.
struct Message {
    name: String,
    texts: Vec<String>,
}

fn messages() -> Vec<Message> {
    let lines = sources(&["src/locales"])
        .into_iter()
        .flat_map(|source| source.text.lines().map(str::to_owned).collect::<Vec<_>>());
    lines.filter_map(|line| message(line.trim())).collect()
}

/// A line such as `name(value: Type): "简", "繁", "English";`.
fn message(line: &str) -> Option<Message> {
    let (head, rest) = line.strip_suffix("\";")?.split_once(": \"")?;
    let texts: Vec<String> = rest.split("\", \"").map(str::to_owned).collect();
    (texts.len() == 3).then(|| Message { name: head.to_owned(), texts })
}

#[test]
fn messages_say_the_same_values_in_all_languages() {
    let messages = messages();
    assert!(messages.len() > 300, "the messages were found: {}", messages.len());
    let broken = messages.into_iter().filter(|message| {
        let values: BTreeSet<BTreeSet<&str>> = message.texts.iter().map(|text| values_in(text)).collect();
        values.len() != 1 || message.texts.iter().any(|text| text.trim().is_empty())
    });
    assert_none("a message that differs in what it says:", broken.map(|message| message.name).collect());
}

fn values_in(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split('}').next()).collect()
}

/// Characters of 简体 that 繁體 writes otherwise, commonest first. A list of these only: many others are the same.
const SIMPLIFIED: &str = "这们个为来时对会发过还没请从开关无户业农训带资应报签档导议计设记论证识试话该详语误说读课调谈这达运选边进远连适见觉视觉规观现图团国圆书买乱争于亏云产亲亿仅价众优传伤伪体余侧偿储写军决况净减凤凭击创删别办务动励劳势区协单卖历压厅厕县参双变叠号员听启响园围坏坚处备复够头夹夺奋奖妇妈娱学宁实审宽宾对寻导寿将尔尽层岁岛币师帐帮广庄库应废录归当总恋恶悬惊惯愿戏战户护担拟择挂挥损换据掷摆摇数断旧时显晓暂术机杀权条极构标树样桥检楼毕汇汉汤沟浅测济浓润涨渐湾温滚满灭灯灵灾点炼烂烟热爱状独狮猪献玛环现疗盐监盘码确礼离种积称稳穷竞笔筑签简粮紧红约级纪纯纲纳纵纷纸线练组细织终绍经结给络绝统继绩续维绿缓编缩网罗罢职联胁胜脑脚腾舰艺节芦苏范茎荐药获虑虽补装见规览触订认讨让议讯记讲许论设访证评诉词译试诗诚话询该详语误请诸课谁调谅谈谢谱负财责贤败货质贩贪贫购贯贴贵贸费贺资赏赔赖赛赞赢赵趋跃践车转轮软轻载较辅辆辈输辞边辽达迁过迈运还这进远违连迟适选逊递遗邮邻郑酱释里鉴针钟钢钱铁铅银链销锁错键锻镇长门闪闭问闲间闻阅队阳阴阵阶际陆陈险随难雾静韩页项顺须顾顿预领颇频题颜额风飞饭饮饰馆马驱验骑骗鱼鲜鸟鸡鸣麦黄齐龄龙";
/// … of these, those that 繁體 uses too, in another sense or as they are.
const SHARED: &str = "于云余仅里范后只系面准冲松台丰干几才卷周适黄灵别于获";

#[test]
fn traditional_text_is_traditional() {
    let is_simplified = |c: &char| SIMPLIFIED.contains(*c) && !SHARED.contains(*c);
    let broken = messages().into_iter().filter_map(|message| {
        let wrong: String = message.texts[1].chars().filter(is_simplified).collect();
        (!wrong.is_empty()).then(|| format!("{}: {wrong}", message.name))
    });
    assert_none("简体 in a 繁體 text:", broken.collect());
}

#[test]
fn no_test_sleeps() {
    let sleeps = ["thread::sleep", "sleep("];
    let is_test = |source: &Source| source.path.contains("tests/") && source.path != "tests/tidy.rs";
    let tests = sources(&["tests", "src"]).into_iter().filter(is_test);
    let broken = tests.filter(|source| sleeps.iter().any(|sleep| source.text.contains(sleep)));
    assert_none("a test that sleeps:", broken.map(|source| source.path).collect());
}
