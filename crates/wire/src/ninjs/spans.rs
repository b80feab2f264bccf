//! The places of the members of an object, and of the items of an array, in JSON that is known to be well-formed.

use std::ops::Range;

/// The members of the object that `text` is: names, and the bytes of their values.
pub(super) fn members(text: &str) -> Vec<(String, Range<usize>)> {
    let mut scan = Scan { text, at: 0 };
    let mut members = Vec::new();
    scan.skip(b'{');
    while scan.next() == Some(b'"') {
        let name = scan.value();
        scan.skip(b':');
        let name = serde_json::from_str(&text[name]).expect("a name is a string");
        members.push((name, scan.value()));
        scan.skip(b',');
    }
    members
}

/// The items of the array that `text` is.
pub(super) fn items(text: &str) -> Vec<Range<usize>> {
    let mut scan = Scan { text, at: 0 };
    let mut items = Vec::new();
    scan.skip(b'[');
    while scan.next().is_some_and(|byte| byte != b']') {
        items.push(scan.value());
        scan.skip(b',');
    }
    items
}

struct Scan<'t> {
    text: &'t str,
    at: usize,
}

impl Scan<'_> {
    /// The next byte that is not white space.
    fn next(&mut self) -> Option<u8> {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self, byte: u8) {
        if self.next() == Some(byte) {
            self.at += 1;
        }
    }

    /// The bytes of the value that comes next.
    fn value(&mut self) -> Range<usize> {
        self.next();
        let start = self.at;
        let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
        for (i, byte) in self.text.bytes().enumerate().skip(start) {
            self.at = i + 1;
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => quoted = !quoted,
                _ if quoted => continue,
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth > 0 => depth -= 1,
                b'}' | b']' | b',' | b':' | b' ' | b'\n' | b'\r' | b'\t' if depth == 0 => {
                    // A number or a word ends before this byte.
                    self.at = i;
                    break;
                }
                _ => continue,
            }
            if depth == 0 && !quoted {
                break;
            }
        }
        start..self.at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_with_their_bytes() {
        let text =
            " { \"a\\\"}\" : [1, {\"b\": \"]\\\\\"}] ,\"c\":-1.5e3,\"d\"\n:null , \"e\":\"é,\\\"x\", \"f\": {} }\n";
        let found: Vec<_> = members(text).into_iter().map(|(name, place)| (name, &text[place])).collect();
        let expected =
            [("a\"}", "[1, {\"b\": \"]\\\\\"}]"), ("c", "-1.5e3"), ("d", "null"), ("e", "\"é,\\\"x\""), ("f", "{}")];
        assert_eq!(found, expected.map(|(name, value)| (name.to_owned(), value)));
        let list = "[ 1 ,\"a,b\",[], {\"x\":[2]} ]";
        let found: Vec<_> = items(list).into_iter().map(|place| &list[place]).collect();
        assert_eq!(found, ["1", "\"a,b\"", "[]", "{\"x\":[2]}"]);
        assert!(items("[ ]").is_empty() && members("{ }").is_empty());
    }
}
