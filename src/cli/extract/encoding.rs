//! Text from bytes, and what to try when they are not UTF-8.

use encoding_rs::Encoding;

/// Beginnings of files that are not text, and what they are.
const BINARY: &[(&[u8], &str)] = &[
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP file, such as a Word or LibreOffice document"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip file"),
];

/// The encoding of this name, as the WHATWG lists them.
pub(super) fn named(name: &str) -> Result<&'static Encoding, String> {
    let unknown = || "is not an encoding; try utf-8, utf-16le, utf-16be, windows-1252 or iso-8859-1".to_owned();
    Encoding::for_label(name.as_bytes()).ok_or_else(unknown)
}

/// The text of these bytes, without a byte order mark.
///
/// # Errors
/// What is wrong with the bytes, and what to do about it.
pub(super) fn decode(bytes: &[u8], encoding: Option<&'static Encoding>) -> Result<String, String> {
    if let Some(encoding) = encoding {
        let bytes =
            Encoding::for_bom(bytes).filter(|(bom, _)| *bom == encoding).map_or(bytes, |(_, length)| &bytes[length..]);
        let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
        return text.map(Into::into).ok_or_else(|| format!("it is not valid {}", encoding.name()));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => Ok(text.strip_prefix('\u{feff}').unwrap_or(text).to_owned()),
        Ok(_) => Err(hint(bytes, None)),
        Err(error) => Err(hint(bytes, Some(error.valid_up_to()))),
    }
}

/// What bytes that are not UTF-8 text look like.
fn hint(bytes: &[u8], wrong_at: Option<usize>) -> String {
    if let Some((_, kind)) = BINARY.iter().find(|(start, _)| bytes.starts_with(start)) {
        return format!("it is {kind}, not text");
    }
    if let Some(encoding) = utf16(bytes) {
        return format!("it looks like UTF-16; try --encoding {encoding}");
    }
    match (wrong_at, bytes.contains(&0)) {
        (Some(at), false) => format!(
            "it is not UTF-8: byte 0x{:02x} at position {at}; if it is Western European text, try --encoding windows-1252",
            bytes[at]
        ),
        _ => "it is a binary file, not text".to_owned(),
    }
}

/// The byte order of UTF-16: by its mark, or because most characters of English have one zero byte.
fn utf16(bytes: &[u8]) -> Option<&'static str> {
    match Encoding::for_bom(bytes) {
        Some((encoding, _)) if encoding == encoding_rs::UTF_16LE => return Some("utf-16le"),
        Some((encoding, _)) if encoding == encoding_rs::UTF_16BE => return Some("utf-16be"),
        _ => {}
    }
    let pairs = bytes.chunks_exact(2).take(1000);
    let (count, first, second) = pairs.fold((0, 0, 0), |(count, first, second), pair| {
        (count + 1, first + usize::from(pair[0] == 0), second + usize::from(pair[1] == 0))
    });
    match (first * 2 > count, second * 2 > count) {
        (false, true) => Some("utf-16le"),
        (true, false) => Some("utf-16be"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_that_is_not_utf8_is_named_with_what_to_try() {
        let utf16 = |text: &str, mark: &[u16]| {
            mark.iter().copied().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect::<Vec<u8>>()
        };
        for (bytes, expected) in [
            (b"Caf\xe9 owners met.".to_vec(), "byte 0xe9 at position 3"),
            (b"Caf\xe9 owners met.".to_vec(), "--encoding windows-1252"),
            (utf16("Rain fell.", &[0xfeff]), "--encoding utf-16le"),
            (utf16("Rain fell.", &[]), "--encoding utf-16le"),
            ("Rain fell.".encode_utf16().flat_map(u16::to_be_bytes).collect(), "--encoding utf-16be"),
            (b"%PDF-1.7 \xff".to_vec(), "a PDF file"),
            (b"PK\x03\x04\x14\x00".to_vec(), "Word"),
            (b"\x7fELF\x02\x01\x01\x00\xff\x00\xff".to_vec(), "a binary file"),
        ] {
            let error = decode(&bytes, None).unwrap_err();
            assert!(error.contains(expected), "{error}");
        }
    }

    #[test]
    fn a_named_encoding_is_used_and_marks_are_skipped() {
        assert_eq!(decode(b"Caf\xe9", named("windows-1252").ok()).unwrap(), "Café");
        assert_eq!(decode(b"\xff\xfeR\0", named("utf-16").ok()).unwrap(), "R");
        assert_eq!(decode("\u{feff}Rain".as_bytes(), None).unwrap(), "Rain");
        assert_eq!(decode(b"Caf\xe9", named("utf-8").ok()).unwrap_err(), "it is not valid UTF-8");
        assert!(named("klingon").is_err());
    }
}
