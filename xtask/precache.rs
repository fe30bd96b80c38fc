//! Writes into the service worker which files make up this version of the app, each with the hash that it must have.
//! The same files always give the same worker, byte for byte: a browser takes any other byte for an update. It must
//! never list the worker itself.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

const WORKER: &str = "sw.js";
const PAGE: &str = "index.html";
const VERSION_MARK: &str = "__VERSION__";
const FILES_MARK: &str = "/*__FILES__*/";

/// A file of the app: its address relative to the worker, and its hash as browsers write it (`sha256-…`).
struct Entry {
    url: String,
    integrity: String,
}

/// Fills in the worker of the app in `folder`; without files if `wanted` is false. Says what it did.
pub(crate) fn fill(folder: &Path, wanted: bool) -> io::Result<String> {
    let entries = if wanted { entries(folder)? } else { Vec::new() };
    let version = version(&entries);
    let worker = folder.join(WORKER);
    let filled = fill_template(&fs::read_to_string(&worker)?, &version, &entries)?;
    fs::write(worker, filled)?;
    Ok(format!("precache: {} files, version {version}", entries.len()))
}

fn entries(folder: &Path) -> io::Result<Vec<Entry>> {
    let mut paths = Vec::new();
    collect(folder, &mut paths)?;
    let mut entries = paths
        .iter()
        .filter(|path| **path != folder.join(WORKER))
        .map(|path| entry(folder, path))
        .collect::<io::Result<Vec<_>>>()?;
    // The order in which a folder is read is not the same everywhere.
    entries.sort_by(|a, b| a.url.cmp(&b.url));
    Ok(entries)
}

fn collect(folder: &Path, into: &mut Vec<PathBuf>) -> io::Result<()> {
    for child in fs::read_dir(folder)? {
        let child = child?;
        if child.file_type()?.is_dir() {
            collect(&child.path(), into)?;
        } else {
            into.push(child.path());
        }
    }
    Ok(())
}

fn entry(folder: &Path, path: &Path) -> io::Result<Entry> {
    let relative = path.strip_prefix(folder).map_err(io::Error::other)?;
    let parts = relative.iter().map(|part| part.to_str().ok_or_else(|| io::Error::other("a file name is not UTF-8")));
    Ok(Entry { url: url(&parts.collect::<io::Result<Vec<_>>>()?.join("/"))?, integrity: integrity(&fs::read(path)?) })
}

/// The page is asked for as its folder: many servers redirect from `index.html` to it.
fn url(name: &str) -> io::Result<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./".contains(c);
    match name {
        PAGE => Ok("./".to_owned()),
        _ if name.chars().all(plain) => Ok(format!("./{name}")),
        _ => Err(io::Error::other(format!("the name {name:?} would need escaping in an address"))),
    }
}

fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

fn version(entries: &[Entry]) -> String {
    let mut hash = Sha256::new();
    for entry in entries {
        hash.update(format!("{} {}\n", entry.url, entry.integrity));
    }
    hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn fill_template(template: &str, version: &str, entries: &[Entry]) -> io::Result<String> {
    for mark in [VERSION_MARK, FILES_MARK] {
        if template.matches(mark).count() != 1 {
            return Err(io::Error::other(format!("{WORKER} does not hold {mark} exactly once")));
        }
    }
    let list: String = entries.iter().map(|entry| format!("\n  ['{}', '{}'],", entry.url, entry.integrity)).collect();
    Ok(template.replace(VERSION_MARK, version).replace(FILES_MARK, &list))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "const VERSION = '__VERSION__';\nconst FILES = [/*__FILES__*/];\n";

    fn app(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("bangfu-precache-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        for (path, content) in files.iter().chain(&[(WORKER, TEMPLATE)]) {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, content).unwrap();
        }
        folder
    }

    fn worker(name: &str, files: &[(&str, &str)], wanted: bool) -> String {
        let folder = app(name, files);
        fill(&folder, wanted).unwrap();
        let filled = fs::read_to_string(folder.join(WORKER)).unwrap();
        fs::remove_dir_all(folder).unwrap();
        filled
    }

    #[test]
    fn lists_every_file_but_the_worker_with_its_hash() {
        let filled = worker("list", &[("index.html", "page"), ("icons/a.png", "")], true);
        assert!(filled.contains("['./', 'sha256-"), "{filled}");
        assert!(
            filled.contains("['./icons/a.png', 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=']"),
            "{filled}"
        );
        assert!(!filled.contains(WORKER) && !filled.contains("__"), "{filled}");
    }

    #[test]
    fn same_files_give_same_worker_and_other_content_another() {
        let first = worker("a", &[("index.html", "page"), ("a.js", "1")], true);
        assert_eq!(first, worker("b", &[("a.js", "1"), ("index.html", "page")], true));
        assert_ne!(first, worker("c", &[("a.js", "2"), ("index.html", "page")], true));
    }

    #[test]
    fn a_debug_build_caches_nothing() {
        assert!(worker("debug", &[("index.html", "page")], false).contains("const FILES = [];"));
    }

    #[test]
    fn refuses_a_worker_without_marks_and_a_name_to_escape() {
        assert!(fill_template("const FILES = [];", "1", &[]).is_err());
        assert!(url("a b.png").is_err());
    }
}
