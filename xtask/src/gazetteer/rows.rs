//! Raw tables: tab-separated, with a header line; lists inside a cell are joined by `|`.

use std::{fs, str::FromStr};

use super::{GazetteerError, root};

/// A raw table.
pub(super) struct Rows {
    file: String,
    header: Vec<String>,
    cells: Vec<Vec<String>>,
}

impl Rows {
    /// Reads a file below `gazetteers/`.
    pub(super) fn read(file: &str) -> Result<Self, GazetteerError> {
        let path = root().join("gazetteers").join(file);
        let text = fs::read_to_string(&path).map_err(|source| GazetteerError::File { path, source })?;
        let mut lines = text.lines().map(|line| line.split('\t').map(str::to_owned).collect());
        Ok(Self { file: file.to_owned(), header: lines.next().unwrap_or_default(), cells: lines.collect() })
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = Row<'_>> {
        self.cells.iter().map(|cells| Row { table: self, cells })
    }
}

/// One line of a raw table.
#[derive(Clone, Copy)]
pub(super) struct Row<'r> {
    table: &'r Rows,
    cells: &'r [String],
}

impl<'r> Row<'r> {
    /// The cell of a column; empty where the table has no such column or the line ends before it.
    pub(super) fn text(self, column: &str) -> &'r str {
        let at = self.table.header.iter().position(|name| name == column);
        at.and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    /// The items of a list.
    pub(super) fn list(self, column: &str) -> impl Iterator<Item = &'r str> + use<'r> {
        self.text(column).split('|').filter(|item| !item.is_empty())
    }

    /// The cell as a number; `None` where it is empty.
    pub(super) fn number<N: FromStr>(self, column: &'static str) -> Result<Option<N>, GazetteerError> {
        match self.text(column) {
            "" => Ok(None),
            cell => cell.parse().map(Some).map_err(|_| self.unknown(column, cell)),
        }
    }

    /// The value that a vocabulary gives a cell; `None` where it is empty.
    pub(super) fn one_of<T>(
        self,
        column: &'static str,
        known: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, GazetteerError> {
        match self.text(column) {
            "" => Ok(None),
            cell => known(cell).map(Some).ok_or_else(|| self.unknown(column, cell)),
        }
    }

    /// The values that a vocabulary gives the items of a list.
    pub(super) fn all_of<T>(
        self,
        column: &'static str,
        known: impl Fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, GazetteerError> {
        self.list(column).map(|item| known(item).ok_or_else(|| self.unknown(column, item))).collect()
    }

    fn unknown(self, column: &'static str, cell: &str) -> GazetteerError {
        GazetteerError::Cell { file: self.table.file.clone(), column, cell: cell.to_owned() }
    }
}
