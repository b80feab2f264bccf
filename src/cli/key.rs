//! `dateline key`.

use std::io::{self, Write};

use dateline_wire::hash;

use crate::config::{ApiKey, random_key};

/// Whose key to make.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Who will hold it: letters, digits and -_.
    #[arg(value_parser = name)]
    name: String,
}

fn name(text: &str) -> Result<String, String> {
    let hash = hash::sha256_hex(b"");
    format!("{text}={hash}").parse::<ApiKey>().map(|key| key.name)
}

/// Makes a key and writes it. It is shown once and kept nowhere.
pub(super) fn run(args: &Args) -> io::Result<()> {
    let key = random_key();
    let configured = format!("{}={}", args.name, hash::sha256_hex(key.as_bytes()));
    writeln!(io::stdout(), "for the caller:  {key}\nto configure:    DATELINE_API_KEYS={configured}")
}
