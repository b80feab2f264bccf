//! A key as it is configured: by name and hash, so that the configuration is no secret worth stealing.

use std::{fmt::Write, str::FromStr};

/// A key, of which the service knows only the hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKey {
    /// Name of the client: letters, digits and `-_.`; it appears in the log.
    pub name: String,
    /// SHA-256 of the key. Keys are random and long, so that no slower hash is needed.
    pub sha256: [u8; 32],
    /// Documents per minute, in place of what holds for keys without a rate of their own.
    pub per_minute: Option<u32>,
}

impl FromStr for ApiKey {
    type Err = String;

    /// Reads `NAME=SHA256` or `NAME=SHA256@PER_MINUTE`.
    fn from_str(text: &str) -> Result<Self, String> {
        let expected = || "must be NAME=SHA256 or NAME=SHA256@PER_MINUTE; `dateline key NAME` makes one".to_owned();
        let (name, rest) = text.split_once('=').ok_or_else(expected)?;
        let named = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        if name.is_empty() || !name.bytes().all(named) {
            return Err("the name must be letters, digits and -_.".to_owned());
        }
        let (hash, per_minute) = match rest.split_once('@') {
            None => (rest, None),
            Some((hash, rate)) => {
                let rate = rate.parse().ok().filter(|&rate: &u32| rate > 0);
                (hash, Some(rate.ok_or("the rate must be a whole number of at least 1")?))
            }
        };
        let sha256 = digest(hash).ok_or("the hash must be 64 hexadecimal digits")?;
        Ok(Self { name: name.to_owned(), sha256, per_minute })
    }
}

fn digest(hex: &str) -> Option<[u8; 32]> {
    let mut digest = [0; 32];
    if hex.len() != 2 * digest.len() || !hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    for (i, byte) in digest.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hex[2 * i..2 * i + 2], 16).ok()?;
    }
    Some(digest)
}

/// A new key, from the system's randomness: 244 bits of it.
#[must_use]
pub fn random_key() -> String {
    let mut key = String::from("dateline_");
    for _ in 0..2 {
        write!(key, "{}", uuid::Uuid::new_v4().simple()).expect("writing to a string cannot fail");
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_read_from_the_configuration() {
        let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        let key: ApiKey = format!("desk-1.a_b={hash}@600").parse().unwrap();
        assert_eq!((key.name.as_str(), key.sha256[0], key.per_minute), ("desk-1.a_b", 0xba, Some(600)));
        assert_eq!(format!("desk={}", hash.to_uppercase()).parse::<ApiKey>().unwrap().per_minute, None);
        for wrong in [
            "",
            "desk",
            "desk=",
            &format!("={hash}"),
            &format!("a b={hash}"),
            &format!("desk={}", &hash[1..]),
            &format!("desk={hash}0"),
            &format!("desk=é{}", &hash[2..]),
            &format!("desk={hash}@"),
            &format!("desk={hash}@0"),
            &format!("desk={hash}@-1"),
        ] {
            assert!(wrong.parse::<ApiKey>().is_err(), "{wrong}");
        }
        assert_ne!(random_key(), random_key());
        assert_eq!(random_key().len(), 9 + 64);
    }
}
