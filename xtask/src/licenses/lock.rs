//! Which libraries a binary is made of, by `Cargo.lock`.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fmt, fs,
    path::Path,
};

use serde::Deserialize;
use toml::{Table, Value};

/// The package whose libraries are meant.
const BINARY: &str = "dateline";

/// A library by name and version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Library {
    pub(super) name: String,
    pub(super) version: String,
}

impl fmt::Display for Library {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.name, self.version)
    }
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    version: String,
    /// Absent for crates of this repository.
    source: Option<String>,
    #[serde(default)]
    dependencies: Vec<String>,
}

/// The libraries from elsewhere that are compiled into the binary, with all features and for all platforms.
pub(super) fn shipped(root: &Path) -> Result<BTreeSet<Library>, Box<dyn Error>> {
    let lock: Lock = toml::from_str(&fs::read_to_string(root.join("Cargo.lock"))?)?;
    let own = own_dependencies(root)?;
    let (mut shipped, mut open, mut seen) = (BTreeSet::new(), vec![BINARY.to_owned()], BTreeSet::new());
    while let Some(entry) = open.pop() {
        let (name, version) = entry.split_once(' ').map_or((&*entry, None), |(name, version)| (name, Some(version)));
        let version = version.and_then(|version| version.split(' ').next());
        let matches = |locked: &&Locked| locked.name == name && version.is_none_or(|version| locked.version == version);
        let locked = lock.package.iter().find(matches).ok_or_else(|| format!("{entry} is not in Cargo.lock"))?;
        let library = Library { name: locked.name.clone(), version: locked.version.clone() };
        if !seen.insert(library.clone()) {
            continue;
        }
        let direct = own.get(&locked.name).filter(|_| locked.source.is_none());
        let linked = |entry: &&String| {
            direct.is_none_or(|direct| entry.split(' ').next().is_some_and(|name| direct.contains(name)))
        };
        open.extend(locked.dependencies.iter().filter(linked).cloned());
        if locked.source.is_some() {
            shipped.insert(library);
        }
    }
    Ok(shipped)
}

/// What each crate of this repository needs outside of its tests: `Cargo.lock` does not tell.
fn own_dependencies(root: &Path) -> Result<BTreeMap<String, BTreeSet<String>>, Box<dyn Error>> {
    let mut manifests = vec![root.join("Cargo.toml")];
    for folder in fs::read_dir(root.join("crates"))? {
        manifests.push(folder?.path().join("Cargo.toml"));
    }
    let mut own = BTreeMap::new();
    for manifest in manifests.into_iter().filter(|manifest| manifest.exists()) {
        let manifest: Table = toml::from_str(&fs::read_to_string(manifest)?)?;
        let name = manifest.get("package").and_then(|package| package.get("name")).and_then(Value::as_str);
        let needed = manifest.get("dependencies").and_then(Value::as_table);
        let needed = needed.into_iter().flat_map(|needed| needed.keys().cloned()).collect();
        own.extend(name.map(|name| (name.to_owned(), needed)));
    }
    Ok(own)
}
