//! Checks of a whole file, so that what a look-up returns can be relied on.

use sha2::{Digest, Sha256};

use crate::{
    bytes::u32_at,
    entity::EntityIndex,
    error::KbError,
    format::{KEY_BYTES, KeyValue, Section},
    reader::Kb,
};

/// Checks everything.
pub(crate) fn all(kb: &Kb) -> Result<(), KbError> {
    let (bytes, checksum) = kb.checked();
    if Sha256::digest(bytes).as_slice() != checksum {
        return Err(KbError::Checksum);
    }
    let check = |holds: bool, part| if holds { Ok(()) } else { Err(KbError::Malformed(part)) };
    check(buckets_hold(kb), "buckets")?;
    check(keys_hold(kb), "keys")?;
    check((0..kb.len()).all(|index| entity_holds(kb, EntityIndex(index))), "entities")
}

/// Buckets follow one another and end with the keys.
fn buckets_hold(kb: &Kb) -> bool {
    let mut starts = kb.section(Section::Buckets).chunks_exact(4).filter_map(|four| u32_at(four, 0));
    let mut last = 0;
    starts.next() == Some(0)
        && starts.all(|start| start >= std::mem::replace(&mut last, start))
        && last as usize == kb.keys_len()
}

fn keys_hold(kb: &Kb) -> bool {
    kb.section(Section::Keys).chunks_exact(KEY_BYTES).all(|entry| {
        let hits = u32_at(entry, 4).and_then(|bits| kb.hits(KeyValue::of_bits(bits)));
        hits.is_some_and(|hits| !hits.is_empty() && hits.iter().all(|hit| hit.entity.0 < kb.len()))
    })
}

fn entity_holds(kb: &Kb, index: EntityIndex) -> bool {
    let Some(entity) = kb.entity(index) else { return false };
    let has_id = !kb.has_text_ids() || kb.text_at(entity.row.id).is_some();
    let has_licence = kb.meta().licences.is_empty() || usize::from(entity.licence()) < kb.meta().licences.len();
    has_id && has_licence && entity.texts().is_some_and(|texts| texts.positions(kb).is_some())
}
