//! `dateline key`.

use std::io::{self, Write};

use dateline_wire::hash;

use crate::config::{ApiKey, random_key};

/// Whose key to make.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Who will hold it: letters, digits, `-`, `_` and `.`
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
    writeln!(
        io::stdout(),
        "secret, for the client alone:  {key}\nfor the service:               {configured}\n\nThe service needs the second line, \
         in DATELINE_API_KEYS or in the file that DATELINE_API_KEYS_FILE names."
    )
}
