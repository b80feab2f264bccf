//! What the terminal can show.

use std::{env, io};

/// Columns of a terminal that does not say how many it has.
const COLUMNS_DEFAULT: usize = 80;

/// Least columns in which an article can be shown.
const COLUMNS_MIN: usize = 40;

/// Most columns in which an article is pleasant to read.
const COLUMNS_MAX: usize = 120;

/// Columns for standard output.
pub(super) fn columns() -> usize {
    let columns = rustix::termios::tcgetwinsize(io::stdout()).map_or(0, |size| usize::from(size.ws_col));
    let columns = if columns == 0 { COLUMNS_DEFAULT } else { columns };
    columns.clamp(COLUMNS_MIN, COLUMNS_MAX)
}

/// Whether colours are wanted: any value of `NO_COLOR` but an empty one turns them off.
pub(super) fn wants_colour() -> bool {
    env::var_os("NO_COLOR").is_none_or(|value| value.is_empty())
}
