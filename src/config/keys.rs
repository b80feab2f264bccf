//! Keys as they are configured: in a setting, in a file, or in both. No message repeats what was configured, because what is
//! there by mistake may be the secret itself.

use std::{fs, io, path::Path};

use super::ApiKey;

/// How keys that `dateline key` makes begin.
pub(super) const SECRET_PREFIX: &str = "dateline_";

/// Why keys cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    /// The file of keys cannot be read.
    #[error("the file that DATELINE_API_KEYS_FILE names cannot be read: {0}")]
    Read(io::Error),
    /// An entry is no key.
    #[error("{place}, key {number}: {fault}")]
    Entry {
        /// Which setting.
        place: &'static str,
        /// Which of its entries, from 1.
        number: usize,
        /// The error.
        fault: String,
    },
    /// There is no key where some are promised: the service would be open to all.
    #[error("{0} holds no key; leave it unset to allow access without keys")]
    Empty(&'static str),
}

/// Keys that one setting holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyList(pub Vec<ApiKey>);

/// The keys of `DATELINE_API_KEYS`.
pub(super) fn key_list(text: &str) -> Result<KeyList, String> {
    parse(text, "DATELINE_API_KEYS").map(KeyList).map_err(|error| error.to_string())
}

/// The keys of a file.
///
/// # Errors
/// [`KeysError`].
pub fn read_keys(file: &Path) -> Result<Vec<ApiKey>, KeysError> {
    let text = fs::read_to_string(file).map_err(KeysError::Read)?;
    parse(&text, "DATELINE_API_KEYS_FILE")
}

/// Keys separated by commas or line ends; `#` begins a comment.
fn parse(text: &str, place: &'static str) -> Result<Vec<ApiKey>, KeysError> {
    let text = text.trim_start_matches('\u{feff}');
    let lines = text.lines().map(|line| line.split_once('#').map_or(line, |(line, _)| line));
    let entries = lines.flat_map(|line| line.split(',')).map(str::trim).filter(|entry| !entry.is_empty());
    let keys = (1..).zip(entries).map(|(number, entry)| {
        if entry.contains(SECRET_PREFIX) {
            let fault =
                "this is the key itself, a secret for the client only; configure the line with its hash".to_owned();
            return Err(KeysError::Entry { place, number, fault });
        }
        entry.parse().map_err(|fault| KeysError::Entry { place, number, fault })
    });
    let keys: Vec<ApiKey> = keys.collect::<Result<_, _>>()?;
    if keys.is_empty() { Err(KeysError::Empty(place)) } else { Ok(keys) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HASH: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn keys_stand_between_commas_and_line_ends_beside_comments() {
        for (text, names) in [
            (format!("desk={HASH}"), vec!["desk"]),
            (format!("desk={HASH}\n"), vec!["desk"]),
            (format!("desk={HASH},wire={HASH}@60"), vec!["desk", "wire"]),
            (format!("\u{feff}# who\r\n desk={HASH} # the desk\r\n\r\nwire={HASH}\r\n"), vec!["desk", "wire"]),
        ] {
            let keys = parse(&text, "x").unwrap();
            assert_eq!(keys.iter().map(|key| key.name.as_str()).collect::<Vec<_>>(), names, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_key_is_not_repeated() {
        let secret = format!("{SECRET_PREFIX}{HASH}");
        for (text, said) in [
            (String::new(), "holds no key"),
            ("\n# none\n".to_owned(), "holds no key"),
            (secret.clone(), "the key itself"),
            (format!("desk={secret}"), "the key itself"),
            (format!("desk={HASH}\nwire=swordfish-{HASH}"), "key 2: the hash must be"),
            ("swordfish".to_owned(), "must be NAME=SHA256"),
            (format!("sword fish={HASH}"), "the name must be"),
            (format!("desk={HASH}@swordfish"), "the rate must be"),
        ] {
            let error = parse(&text, "x").unwrap_err().to_string();
            assert!(error.contains(said), "{text:?}: {error}");
            assert!(!error.contains("swordfish") && !error.contains(HASH), "{error}");
        }
    }
}
