//! The licences of the libraries in the `dateline` binary: `licenses/third-party.txt`, which `dateline licenses` prints.

mod lock;
mod texts;

use std::{
    collections::BTreeMap,
    error::Error,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde::Deserialize;

use lock::Library;

const HEAD: &str = "Libraries that are compiled into `dateline`, and their licences. Made by `cargo xtask licenses` from \
    Cargo.lock: all features, all platforms.\nWhere a library offers a choice that includes Apache-2.0, it is used under \
    Apache-2.0, whose text is Dateline's own LICENSE.\n";

const RULE: &str = "--------------------------------------------------------------------------------";

/// The part of `cargo metadata` that is read.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// A library as its manifest describes it.
#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    manifest_path: PathBuf,
}

/// Writes the file. Downloads those libraries that only other platforms need.
pub(crate) fn write() -> Result<(), Box<dyn Error>> {
    let root = root();
    let shipped = lock::shipped(&root)?;
    let packages = packages(&root)?;
    let (mut list, mut users) = (String::new(), BTreeMap::<String, Vec<String>>::new());
    for library in shipped {
        let package = packages.get(&library).ok_or_else(|| format!("cargo metadata does not know {library}"))?;
        let license = package.license.as_deref().ok_or_else(|| format!("{library} states no licence"))?;
        writeln!(list, "{library}, {license}")?;
        let folder = package.manifest_path.parent().ok_or("a manifest without a folder")?;
        for text in texts::of(license, folder)? {
            users.entry(text).or_default().push(library.to_string());
        }
    }
    let mut file = format!("{HEAD}\n{list}");
    for (text, users) in users {
        write!(file, "\n{RULE}\n{}\n{RULE}\n\n{text}\n", users.join("\n"))?;
    }
    Ok(fs::write(root.join("licenses/third-party.txt"), file)?)
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn packages(root: &Path) -> Result<BTreeMap<Library, Package>, Box<dyn Error>> {
    let cargo = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--all-features"])
        .current_dir(root)
        .output()?;
    if !cargo.status.success() {
        return Err(String::from_utf8_lossy(&cargo.stderr).into());
    }
    let metadata: Metadata = serde_json::from_slice(&cargo.stdout)?;
    let named = |package: Package| (Library { name: package.name.clone(), version: package.version.clone() }, package);
    Ok(metadata.packages.into_iter().map(named).collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_committed_list_names_the_libraries_of_the_lock_file() {
        let committed = include_str!("../../../licenses/third-party.txt");
        let list = committed.strip_prefix(HEAD).expect("the head is the generator's").trim_start();
        let (list, _) = list.split_once("\n\n").expect("the licences follow the list");
        let listed: BTreeSet<&str> = list.lines().filter_map(|line| Some(line.split_once(", ")?.0)).collect();
        let shipped: Vec<String> =
            lock::shipped(&root()).expect("the lock file is TOML").iter().map(ToString::to_string).collect();
        let shipped: BTreeSet<&str> = shipped.iter().map(String::as_str).collect();
        assert!(shipped.len() > 100, "{}", shipped.len());
        assert_eq!(listed, shipped, "licenses/third-party.txt is stale: run `cargo xtask licenses`");
    }
}
