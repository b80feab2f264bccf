//! Numbers and strings in a file, read without trust: nothing here can panic.

/// Appends an unsigned number of seven bits a byte, the lowest first.
pub(crate) fn push_varint(out: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// Appends a year, or none. Years near 1950 take a byte or two.
pub(crate) fn push_year(out: &mut Vec<u8>, year: Option<i16>) {
    let number = year.map_or(0, |year| {
        let distance = i32::from(year) - YEAR_BASE;
        u64::from(distance.unsigned_abs()) * 2 + u64::from(distance < 0) + 1
    });
    push_varint(out, number);
}

const YEAR_BASE: i32 = 1950;

/// Appends a string after its length.
pub(crate) fn push_str(out: &mut Vec<u8>, text: &str) {
    push_varint(out, text.len() as u64);
    out.extend_from_slice(text.as_bytes());
}

/// Reads on from a place in a file.
#[derive(Clone, Copy)]
pub(crate) struct Cursor<'a> {
    rest: &'a [u8],
}

impl<'a> Cursor<'a> {
    pub(crate) fn at(bytes: &'a [u8], offset: usize) -> Option<Self> {
        Some(Self { rest: bytes.get(offset..)? })
    }

    pub(crate) fn varint(&mut self) -> Option<u64> {
        let mut number = 0u64;
        for shift in (0..64).step_by(7) {
            let (&byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    pub(crate) fn year(&mut self) -> Option<Option<i16>> {
        let Some(number) = self.varint()?.checked_sub(1) else { return Some(None) };
        let distance = i32::try_from(number / 2).ok()?;
        let distance = if number % 2 == 1 { -distance } else { distance };
        i16::try_from(YEAR_BASE.checked_add(distance)?).ok().map(Some)
    }

    pub(crate) fn str(&mut self) -> Option<&'a str> {
        let length = usize::try_from(self.varint()?).ok()?;
        self.take(length)
    }

    pub(crate) fn take(&mut self, length: usize) -> Option<&'a str> {
        let (text, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        std::str::from_utf8(text).ok()
    }
}

/// The little-endian number of four bytes at an offset.
pub(crate) fn u32_at(bytes: &[u8], offset: usize) -> Option<u32> {
    let four = bytes.get(offset..offset.checked_add(4)?)?;
    four.try_into().ok().map(u32::from_le_bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(number: u64, year: Option<i16>, text: String) {
            let mut out = Vec::new();
            push_varint(&mut out, number);
            push_year(&mut out, year);
            push_str(&mut out, &text);
            let mut cursor = Cursor::at(&out, 0).expect("it begins inside");
            prop_assert_eq!(cursor.varint(), Some(number));
            prop_assert_eq!(cursor.year(), Some(year));
            prop_assert_eq!(cursor.str(), Some(&text[..]));
            prop_assert!(cursor.rest.is_empty());
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>, offset in 0usize..64) {
            if let Some(mut cursor) = Cursor::at(&bytes, offset) {
                while cursor.varint().and(cursor.year()).and(cursor.str()).is_some() {}
            }
            let _ = u32_at(&bytes, offset);
        }
    }
}
