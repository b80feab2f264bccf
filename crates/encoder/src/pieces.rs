//! Word pieces (Wu et al. 2016, as BERT cuts them): each run of letters and digits of a token is cut greedily into the
//! longest entries of a lower-cased vocabulary.

use std::collections::HashMap;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Ids that every BERT vocabulary keeps at these places.
const UNKNOWN: i32 = 100;
pub(crate) const CLASSIFIER: i32 = 101;
pub(crate) const SEPARATOR: i32 = 102;

/// Most pieces that one token may have; the rest of a longer one is cut off, as in training.
const PIECES_PER_TOKEN_MAX: usize = 16;

/// The vocabulary: a piece that starts a run, or, after `##`, one that continues it.
pub struct Vocabulary {
    starting: HashMap<Box<str>, i32>,
    continuing: HashMap<Box<str>, i32>,
    /// Bytes of the longest piece: no longer candidate need be looked up.
    bytes_max: usize,
    size: usize,
}

impl Vocabulary {
    /// One piece per line; its id is the line's number, from 0.
    #[must_use]
    pub fn parse(lines: &str) -> Self {
        let mut size = 0;
        let (mut starting, mut continuing) = (HashMap::<Box<str>, i32>::new(), HashMap::<Box<str>, i32>::new());
        for (id, piece) in (0..).zip(lines.lines()) {
            size = id as usize + 1;
            match piece.strip_prefix("##") {
                Some(rest) if !rest.is_empty() => continuing.insert(rest.into(), id),
                _ => starting.insert(piece.into(), id),
            };
        }
        let bytes_max = starting.keys().chain(continuing.keys()).map(|piece| piece.len()).max().unwrap_or(0);
        Self { starting, continuing, bytes_max, size }
    }

    /// Number of ids, special ones included.
    pub(crate) fn size(&self) -> usize {
        self.size.max(SEPARATOR as usize + 1)
    }

    /// Appends the piece ids of one token, at least one.
    pub(crate) fn cut(&self, token: &str, ids: &mut Vec<i32>) {
        let (first, normal) = (ids.len(), normalise(token));
        let mut rest = normal.as_str();
        while let Some(mark) = rest.chars().next().filter(|_| ids.len() - first < PIECES_PER_TOKEN_MAX) {
            let run = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            if run > 0 {
                self.cut_run(&rest[..run], ids);
                rest = &rest[run..];
            } else {
                let end = mark.len_utf8();
                if !mark.is_whitespace() {
                    ids.push(self.starting.get(&rest[..end]).copied().unwrap_or(UNKNOWN));
                }
                rest = &rest[end..];
            }
        }
        ids.truncate(first + PIECES_PER_TOKEN_MAX);
        if ids.len() == first {
            ids.push(UNKNOWN);
        }
    }

    /// Appends the pieces of one run of letters and digits; the whole run is unknown when some stretch of it is.
    fn cut_run(&self, run: &str, ids: &mut Vec<i32>) {
        let (first, mut start) = (ids.len(), 0);
        while start < run.len() {
            let table = if start == 0 { &self.starting } else { &self.continuing };
            let longest = run.len().min(start + self.bytes_max);
            let found = (start + 1..=longest)
                .rev()
                .filter(|&end| run.is_char_boundary(end))
                .find_map(|end| table.get(&run[start..end]).map(|&id| (end, id)));
            let Some((end, id)) = found else {
                ids.truncate(first);
                ids.push(UNKNOWN);
                return;
            };
            ids.push(id);
            start = end;
        }
    }
}

/// Marks in their ASCII form, letters in lower case without diacritics.
fn normalise(token: &str) -> String {
    if token.is_ascii() {
        return token.to_ascii_lowercase().replace('`', "'");
    }
    let folded: String = token.chars().flat_map(char::to_lowercase).map(fold).collect::<String>().replace('…', "...");
    folded.nfd().filter(|&c| !is_combining_mark(c)).collect()
}

fn fold(mark: char) -> char {
    match mark {
        '“' | '”' | '„' | '«' | '»' => '"',
        '‘' | '’' | '‚' | '`' | '′' => '\'',
        '–' | '—' | '‐' | '‑' | '−' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(token: &str) -> Vec<i32> {
        let mut lines = vec![String::new(); 200];
        for (id, piece) in
            [(110, "play"), (111, "##ing"), (112, "##s"), (113, "u"), (114, "."), (115, "'"), (116, "cafe")]
        {
            lines[id] = piece.into();
        }
        let mut ids = Vec::new();
        Vocabulary::parse(&lines.join("\n")).cut(token, &mut ids);
        ids
    }

    #[test]
    fn tokens_are_cut_into_the_longest_pieces() {
        for (token, expected) in [
            ("Playing", vec![110, 111]),
            ("PLAYS", vec![110, 112]),
            ("’s", vec![115, UNKNOWN]),
            ("U.", vec![113, 114]),
            ("café", vec![116]),
            ("playx", vec![UNKNOWN]),
            ("…", vec![114, 114, 114]),
            ("\u{301}", vec![UNKNOWN]),
        ] {
            assert_eq!(pieces(token), expected, "{token}");
        }
    }

    #[test]
    fn a_very_long_token_has_few_pieces() {
        assert_eq!(pieces(&"play".repeat(50_000)).len(), 1);
        assert_eq!(pieces(&".".repeat(50_000)).len(), PIECES_PER_TOKEN_MAX);
    }
}
