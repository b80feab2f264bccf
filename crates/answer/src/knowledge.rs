//! The knowledge bases that entities are linked to: the one in the binary, and files of the operator's.

mod table;

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
    str::FromStr,
    sync::{Arc, LazyLock},
};

use dateline_extract::link::{Linker, Weights, WeightsError};
use dateline_kb::{Builder, Date, Kb, KbError};
use dateline_wire::KNOWN;
use serde::Deserialize;

pub use self::table::{RowError, TableError};

/// The name of the base in the binary.
pub const WIKIDATA: &str = "wikidata";

/// A base in a file, and the name under which answers give its ids.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KbFile {
    /// The scheme of its ids: letters, digits, `_`, `-` and `.`.
    pub name: String,
    /// A compiled base, or a table as CSV or NDJSON.
    pub path: PathBuf,
}

impl KbFile {
    /// The base in the file at `path`.
    ///
    /// # Errors
    /// What is wrong with the name.
    pub fn new(name: &str, path: PathBuf) -> Result<Self, String> {
        let is_name = |c: char| c.is_ascii_alphanumeric() || "_-.".contains(c);
        if name.is_empty() || name.len() > 64 || !name.chars().all(is_name) {
            return Err("NAME must be 1 to 64 letters, digits, \"_\", \"-\" or \".\"".to_owned());
        }
        if [WIKIDATA, KNOWN].contains(&name) {
            return Err(format!("{name:?} names a base that is built in"));
        }
        Ok(Self { name: name.to_owned(), path })
    }
}

impl FromStr for KbFile {
    type Err = String;

    /// Reads `NAME=FILE`.
    fn from_str(text: &str) -> Result<Self, String> {
        let (name, path) = text.split_once('=').ok_or("must be NAME=FILE")?;
        Self::new(name, path.into())
    }
}

/// Why a base cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KnowledgeError {
    /// The file cannot be read.
    #[error("{0}: {1}")]
    Read(String, io::Error),
    /// The file is not a base, or damaged.
    #[error("{0}: {1}")]
    Base(String, KbError),
    /// The file is not a table of entities.
    #[error("{0}: {1}")]
    Table(String, TableError),
    /// Two files have one name.
    #[error("two knowledge bases are called {0:?}")]
    Name(String),
    /// The fitted numbers of the ranker cannot be used.
    #[error("linking.json: {0}")]
    Weights(String),
}

impl From<WeightsError> for KnowledgeError {
    fn from(error: WeightsError) -> Self {
        Self::Weights(error.to_string())
    }
}

/// The base in the binary. Its pages are read as they are needed.
///
/// # Panics
/// Never: its tests open it.
#[must_use]
pub fn embedded() -> Arc<Kb> {
    static EMBEDDED: LazyLock<Arc<Kb>> = LazyLock::new(|| {
        let bytes: &'static [u8] = include_bytes!("../../../kb/wikidata.kb");
        Arc::new(Kb::open_trusted(bytes).expect("the embedded base is whole"))
    });
    Arc::clone(&EMBEDDED)
}

/// What links entities to these files, in their order, and then to the base in the binary.
///
/// # Errors
/// [`KnowledgeError`] that names the file.
pub fn linker(files: &[KbFile]) -> Result<Linker, KnowledgeError> {
    let mut bases: Vec<Arc<Kb>> = Vec::with_capacity(files.len() + 1);
    for file in files {
        if bases.iter().any(|base| base.meta().name == file.name) {
            return Err(KnowledgeError::Name(file.name.clone()));
        }
        bases.push(Arc::new(open(&file.path, &file.name)?));
    }
    bases.push(embedded());
    Ok(Linker::new(bases, weights()?))
}

/// Name and version of a base, as answers give them: its date, or the beginning of its hash where it has none.
#[must_use]
pub fn version(kb: &Kb) -> String {
    let meta = kb.meta();
    if meta.date == UNDATED {
        format!("{}/{}", meta.name, &kb.sha256()[..12])
    } else {
        format!("{}/{}", meta.name, meta.date)
    }
}

/// The day for which a base holds, if it has one.
#[must_use]
pub fn date(kb: &Kb) -> Option<String> {
    (kb.meta().date != UNDATED).then(|| kb.meta().date.to_string())
}

/// Opens a compiled base, or compiles a table.
fn open(path: &Path, name: &str) -> Result<Kb, KnowledgeError> {
    let shown = || path.display().to_string();
    let bytes = fs::read(path).map_err(|error| KnowledgeError::Read(shown(), error))?;
    let bytes = if is_table(path) { compile(&bytes, path, name)? } else { bytes };
    Ok(Kb::open(bytes).map_err(|error| KnowledgeError::Base(shown(), error))?.named(name))
}

fn is_table(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ["csv", "ndjson", "jsonl"].iter().any(|known| known.eq_ignore_ascii_case(ending))
}

/// Compiles a table, CSV or NDJSON by the ending of its name.
///
/// # Errors
/// [`KnowledgeError`] that names the file and the row.
pub fn compile(table: &[u8], path: &Path, name: &str) -> Result<Vec<u8>, KnowledgeError> {
    let shown = || path.display().to_string();
    let is_csv = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
    let records = if is_csv { table::csv(table) } else { table::ndjson(table) };
    let mut builder = Builder::new(name, UNDATED);
    records.map_err(|error| KnowledgeError::Table(shown(), error))?.into_iter().for_each(|record| builder.add(record));
    builder.build().map_err(|error| KnowledgeError::Base(shown(), error))
}

/// The date of a table that was compiled: it is as new as its operator keeps it. No clock, so that the same table gives
/// the same file.
const UNDATED: Date = Date { year: 9999, month: 12, day: 31 };

/// The fitted numbers of the ranker.
fn weights() -> Result<Weights, KnowledgeError> {
    #[derive(Deserialize)]
    struct File {
        threshold: f32,
        weights: BTreeMap<String, f32>,
    }
    let file: File = serde_json::from_str(include_str!("../../../models/en-news/linking.json"))
        .map_err(|error| KnowledgeError::Weights(error.to_string()))?;
    Ok(Weights::new(file.weights, file.threshold)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_base_is_whole() {
        let bytes: &'static [u8] = include_bytes!("../../../kb/wikidata.kb");
        let kb = Kb::open(bytes).unwrap();
        assert_eq!((kb.meta().name.as_str(), kb.len() > 300_000), (WIKIDATA, true));
        let oslo = kb.entity(kb.lookup("Oslo")[0].entity).unwrap();
        assert_eq!(oslo.id().to_string(), "Q585");
    }

    #[test]
    fn the_ranker_has_its_weights() {
        assert!(linker(&[]).is_ok());
    }

    #[test]
    fn files_have_names() {
        for (text, is_file) in [
            ("cms=people.kb", true),
            ("cms=a=b.csv", true),
            ("people.kb", false),
            ("=people.kb", false),
            ("my cms=people.kb", false),
            ("wikidata=people.kb", false),
            ("known=people.kb", false),
        ] {
            assert_eq!(text.parse::<KbFile>().is_ok(), is_file, "{text}");
        }
    }
}
