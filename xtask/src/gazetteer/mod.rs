//! Compiles the raw tables in `gazetteers/` into those that the gazetteer crate embeds. The same input gives the same
//! bytes.

mod countries;
mod names;
mod rows;
mod sources;
mod spelling;
mod transducer;
mod words;

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use countries::Countries;
use names::Names;
use sources::{Licence, SOURCES};
use words::Words;

/// Why the tables cannot be compiled.
#[derive(Debug, thiserror::Error)]
pub(crate) enum GazetteerError {
    /// A file cannot be read or written.
    #[error("{path}: {source}")]
    File {
        /// The file.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// A cell does not say what its column holds.
    #[error("{file}: {column} `{cell}` is not known")]
    Cell {
        /// The raw table.
        file: String,
        /// The header of the column.
        column: &'static str,
        /// The cell.
        cell: String,
    },
    /// The transducer refused its input.
    #[error(transparent)]
    Transducer(#[from] fst::Error),
}

/// One compiled file: its path below the crate's data folder, and its bytes.
type Compiled = (&'static str, Vec<u8>);

/// Writes the compiled tables.
pub(crate) fn write() -> Result<(), GazetteerError> {
    let root = root().join("crates/gazetteer/data");
    for (name, bytes) in compile()? {
        let path = root.join(name);
        fs::write(&path, bytes).map_err(|source| GazetteerError::File { path, source })?;
    }
    Ok(())
}

fn compile() -> Result<Vec<Compiled>, GazetteerError> {
    let countries = Countries::read()?;
    let words = Words::read()?;
    let mut names = Names::new(&words, &countries);
    let mut places = Names::new(&words, &countries);
    names.add_demonyms();
    places.add_countries();
    for source in SOURCES {
        match source.licence {
            Licence::OpenDatabase => places.add_source(source)?,
            Licence::Other => names.add_source(source)?,
        }
    }
    let (names_fst, names_entries) = transducer::build(&names.finish())?;
    let (places_fst, places_entries) = transducer::build(&places.finish())?;
    let (words_fst, words_entries) = transducer::build(&words.pack())?;
    Ok(vec![
        ("names.fst", names_fst),
        ("names.entries", names_entries),
        ("odbl/places.fst", places_fst),
        ("odbl/places.entries", places_entries),
        ("odbl/countries.tsv", countries.to_tsv().into_bytes()),
        ("words.fst", words_fst),
        ("words.entries", words_entries),
    ])
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the manifest lies in a folder of the workspace")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_tables_are_those_of_the_raw_ones() {
        for (name, bytes) in compile().unwrap() {
            let committed = fs::read(root().join("crates/gazetteer/data").join(name)).unwrap();
            assert!(committed == bytes, "{name} is out of date: run `cargo xtask gazetteer`");
        }
    }
}
