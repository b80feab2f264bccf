//! A compiled table: a finite-state transducer from keys to entries, read where it lies in the binary.

use fst::raw::{Fst, Node, Output};

use crate::{
    entry::Entry,
    key::{Casing, Key, is_apostrophe, is_hyphen},
};

/// A transducer whose outputs are indices into a list of distinct eight-byte little-endian entries.
pub(crate) struct Table {
    fst: Fst<&'static [u8]>,
    entries: &'static [u8],
}

impl Table {
    /// # Panics
    /// If the bytes are no transducer of this version.
    pub(crate) fn new(fst: &'static [u8], entries: &'static [u8]) -> Self {
        Self { fst: Fst::new(fst).expect("the committed table is a transducer"), entries }
    }

    pub(crate) fn start(&self) -> Walk<'_> {
        Walk { table: self, at: Some((self.fst.root(), Output::zero())) }
    }

    pub(crate) fn get(&self, key: &Key) -> Walk<'_> {
        let mut walk = self.start();
        walk.feed(key.folded().as_bytes());
        walk
    }

    fn entry(&self, index: Output) -> Entry {
        let at = index.value() as usize * 8;
        let bytes = self.entries[at..at + 8].try_into().expect("an entry is eight bytes");
        Entry::from_bits(u64::from_le_bytes(bytes))
    }

    #[cfg(test)]
    pub(crate) fn fst(&self) -> &Fst<&'static [u8]> {
        &self.fst
    }
}

/// A place in a table while a key is read.
pub(crate) struct Walk<'t> {
    table: &'t Table,
    at: Option<(Node<'t>, Output)>,
}

impl<'t> Walk<'t> {
    pub(crate) fn feed(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.at = self.after(byte);
        }
    }

    fn after(&self, byte: u8) -> Option<(Node<'t>, Output)> {
        let (node, output) = self.at?;
        let transition = node.transition(node.find_input(byte)?);
        Some((self.table.fst.node(transition.addr), output.cat(transition.out)))
    }

    /// Whether no longer key can match.
    pub(crate) fn is_stuck(&self) -> bool {
        self.at.is_none()
    }

    /// The entry of the key read so far, if it is a name in this casing.
    pub(crate) fn entry(&self, casing: Casing) -> Option<Entry> {
        let (last, output) = self.after(casing.byte())?;
        last.is_final().then(|| self.table.entry(output.cat(last.final_output())))
    }
}

/// Which casings of a name answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Match {
    /// That of the question.
    Exact,
    /// All.
    Folded,
}

/// What several tables together say of a key.
fn union(walks: &[Walk<'_>], key: &Key, matching: Match) -> Option<Entry> {
    let casing = key.casing();
    let answers = Casing::ALL.into_iter().filter(|&c| matching == Match::Folded || c == casing);
    answers.flat_map(|c| walks.iter().filter_map(move |walk| walk.entry(c))).reduce(Entry::union)
}

pub(crate) fn lookup(tables: &[Table], name: &str, matching: Match) -> Option<Entry> {
    let key = Key::of(name);
    let walks: Vec<_> = tables.iter().map(|table| table.get(&key)).collect();
    union(&walks, &key, matching)
}

/// The longest name at the start of `words`: how many tokens it takes, and its entry.
pub(crate) fn longest<'w>(
    tables: &[Table],
    words: impl Iterator<Item = &'w str>,
    matching: Match,
) -> Option<(usize, Entry)> {
    let mut key = Key::default();
    let mut walks: Vec<_> = tables.iter().map(Table::start).collect();
    let mut best = None;
    for (index, word) in words.enumerate() {
        let added = key.push(word);
        if added.is_empty() {
            if index == 0 || !joins(word) {
                break;
            }
            continue;
        }
        for walk in &mut walks {
            walk.feed(added);
        }
        walks.retain(|walk| !walk.is_stuck());
        if walks.is_empty() {
            break;
        }
        best = union(&walks, &key, matching).map(|entry| (index + 1, entry)).or(best);
    }
    best
}

/// Whether a token that keys leave out can stand inside a name: a hyphen, or the apostrophe of "Workers' Party". A full
/// stop cannot, since the name would run into the next sentence.
fn joins(token: &str) -> bool {
    token.chars().all(|c| is_apostrophe(c) || is_hyphen(c) && c != '–')
}
