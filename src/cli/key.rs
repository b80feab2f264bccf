//! `dateline key`.

use std::io::{self, Write};

use dateline_wire::hash;

use crate::config::{ApiKey, random_key};

/// Who the key is for.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Name of the client: letters, digits, hyphens, underscores and dots.
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
        "secret, for the client only:  {key}\nfor the service:              {configured}\n\nConfigure the second value in the service: \
         in DATELINE_API_KEYS, or as a line of the file that DATELINE_API_KEYS_FILE names."
    )
}
