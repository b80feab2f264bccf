//! A gzipped table: tab-separated, with a header line; lists inside a cell are joined by `|`.

use std::{error::Error, fs, io::Read, path::Path, str::FromStr};

use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};

/// A table in memory.
pub(super) struct Table {
    text: String,
    sha256: String,
}

impl Table {
    pub(super) fn read(path: &Path) -> Result<Self, Box<dyn Error>> {
        let file = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut text = String::new();
        GzDecoder::new(&file[..]).read_to_string(&mut text).map_err(|error| format!("{}: {error}", path.display()))?;
        let sha256 = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { text, sha256 })
    }

    /// Of the table without its compression, which differs from tool to tool.
    pub(super) fn sha256(&self) -> &str {
        &self.sha256
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let header: Vec<&str> = self.text.lines().next().unwrap_or_default().split('\t').collect();
        let rows = self.text.lines().skip(1).enumerate();
        rows.map(move |(rank, line)| Row { rank, cells: header.iter().copied().zip(line.split('\t')).collect() })
    }
}

/// One line of a table.
pub(super) struct Row<'t> {
    /// How many rows stand before it.
    pub(super) rank: usize,
    cells: Vec<(&'t str, &'t str)>,
}

impl<'t> Row<'t> {
    /// The cell of a column; empty where there is none.
    pub(super) fn text(&self, column: &str) -> &'t str {
        self.cells.iter().find(|(name, _)| *name == column).map_or("", |&(_, cell)| cell.trim())
    }

    /// The items of a list.
    pub(super) fn list(&self, column: &str) -> impl Iterator<Item = &'t str> + use<'t> {
        self.text(column).split('|').map(str::trim).filter(|item| !item.is_empty())
    }

    /// The cell as a number, if it is one.
    pub(super) fn number<N: FromStr>(&self, column: &str) -> Option<N> {
        self.text(column).parse().ok()
    }

    /// The year that a date begins with; years before Christ are negative.
    pub(super) fn year(&self, column: &str) -> Option<i16> {
        let text = self.text(column);
        let digits = text.strip_prefix('-').unwrap_or(text).split('-').next()?;
        let year: i16 = digits.parse().ok()?;
        Some(if text.starts_with('-') { -year } else { year })
    }
}
