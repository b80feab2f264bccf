//! Writes a table in the form that the gazetteer crate reads: a transducer, and the list of entries it points into.

use std::{cmp::Reverse, collections::BTreeMap};

use fst::MapBuilder;

use super::GazetteerError;

/// The transducer of a sorted table and its distinct entries. The most frequent entries come first, so that most
/// outputs are small.
pub(super) fn build(table: &BTreeMap<Vec<u8>, u64>) -> Result<(Vec<u8>, Vec<u8>), GazetteerError> {
    let mut counts: BTreeMap<u64, u64> = BTreeMap::new();
    for &entry in table.values() {
        *counts.entry(entry).or_default() += 1;
    }
    let mut entries: Vec<u64> = counts.keys().copied().collect();
    entries.sort_by_key(|entry| (Reverse(counts[entry]), *entry));
    let indices: BTreeMap<u64, u64> = entries.iter().copied().zip(0..).collect();

    let mut builder = MapBuilder::memory();
    for (key, entry) in table {
        builder.insert(key, indices[entry])?;
    }
    Ok((builder.into_inner()?, entries.iter().flat_map(|entry| entry.to_le_bytes()).collect()))
}
