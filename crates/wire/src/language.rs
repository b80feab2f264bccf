//! The language that a caller declares.

/// The languages that are read, as BCP 47 tags.
pub const LANGUAGES: &[&str] = &["en"];

/// What a declared language is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Declared {
    /// One that is read, by its tag in [`LANGUAGES`].
    Supported(&'static str),
    /// Another one, by its tag as BCP 47 writes it.
    Other(String),
    /// No tag at all.
    Malformed,
}

impl Declared {
    /// Reads a tag of BCP 47 or a locale such as `en_US` or `en_US.UTF-8`; region, script and character set do not matter.
    pub(crate) fn read(tag: &str) -> Self {
        let named = tag.split_once(['.', '@']).map_or(tag, |(named, _)| named);
        let subtags: Vec<&str> = named.split(['-', '_']).collect();
        let well_formed = |tag: &&str| (1..=8).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric());
        let primary = subtags[0].len() >= 2 && subtags[0].bytes().all(|b| b.is_ascii_alphabetic());
        if !primary || !subtags.iter().all(well_formed) {
            return Self::Malformed;
        }
        let supported = LANGUAGES.iter().copied().find(|language| language.eq_ignore_ascii_case(subtags[0]));
        supported.map_or_else(|| Self::Other(canonical(&subtags)), Self::Supported)
    }
}

/// The tag with the case that BCP 47 recommends: "de-Latn-DE".
fn canonical(subtags: &[&str]) -> String {
    let cased = subtags.iter().enumerate().map(|(i, subtag)| {
        let lower = subtag.to_ascii_lowercase();
        match (i, lower.len()) {
            (0, _) => lower,
            (_, 2) => lower.to_ascii_uppercase(),
            (_, 4) => lower[..1].to_ascii_uppercase() + &lower[1..],
            _ => lower,
        }
    });
    cased.collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_locales_are_read() {
        for tag in ["en", "EN", "en-GB", "en-Latn-US", "en_US", "en_GB", "EN_us", "en_US.UTF-8", "en_GB@euro"] {
            assert_eq!(Declared::read(tag), Declared::Supported("en"), "{tag}");
        }
        for (tag, expected) in [
            ("de", "de"),
            ("DE_de", "de-DE"),
            ("zh_hant_tw", "zh-Hant-TW"),
            ("eng", "eng"),
            ("de_DE.utf8@euro", "de-DE"),
        ] {
            assert_eq!(Declared::read(tag), Declared::Other(expected.to_owned()), "{tag}");
        }
        for tag in [
            "",
            "e",
            "en-",
            "-",
            "en-a b",
            "en US",
            "english language",
            "12",
            "é",
            "Xyloquatz",
            ".UTF-8",
            "en US.UTF-8",
        ] {
            assert_eq!(Declared::read(tag), Declared::Malformed, "{tag}");
        }
    }
}
