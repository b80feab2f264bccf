//! `dateline licenses`: what has to travel with the binary, in the binary.

use std::io::{self, Write};

/// In the order in which they are printed.
const TEXTS: [&str; 4] = [
    include_str!("../../LICENSE"),
    include_str!("../../NOTICE"),
    include_str!("../../gazetteers/NOTICE"),
    include_str!("../../licenses/third-party.txt"),
];

/// Stands between two of them.
const RULE: &str = "================================================================================";

/// Prints them.
pub(super) fn run() -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    for (place, text) in TEXTS.iter().enumerate() {
        if place > 0 {
            writeln!(stdout, "\n{RULE}\n")?;
        }
        writeln!(stdout, "{}", text.trim_end())?;
    }
    Ok(())
}
