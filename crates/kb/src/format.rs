//! The file: a header, seven sections, and the SHA-256 of all before it. All numbers are little-endian.
//!
//! | part | holds |
//! | --- | --- |
//! | header, 64 bytes | magic, version, number of entities, bucket bits, kind of ids, length of each section |
//! | description | lines of text: name, date, licences, sources |
//! | buckets | where each bucket of keys begins, by the upper bits of a key's hash; one number more than buckets |
//! | keys | 8 bytes each: the lower half of the hash, and an entity or the offset of a list |
//! | lists | for keys of more than one entity: their number, and the entities as differences |
//! | rows | 13 bytes for each entity, the best known first |
//! | texts | names, descriptions, positions; those that occur often are stored once |
//! | same as | 4 bytes for each entity: its Wikidata item, in bases with ids of their own |
//!
//! A hash table in place of a transducer: it is smaller, a look-up is one read of one bucket, and every offset can be
//! checked before use, so that no file can make the reader panic.

use std::ops::Range;

use crate::{bytes::u32_at, error::KbError};

pub(crate) const MAGIC: [u8; 8] = *b"\x89DKB\r\n\x1a\n";
pub(crate) const VERSION: u32 = 1;
pub(crate) const HEADER_BYTES: usize = 64;
pub(crate) const CHECKSUM_BYTES: usize = 32;
pub(crate) const KEY_BYTES: usize = 8;
pub(crate) const ROW_BYTES: usize = 13;
pub(crate) const BUCKET_BITS_MAX: u32 = 24;
/// Most entities of one key that are kept, the best known first.
pub(crate) const ENTITIES_PER_KEY_MAX: usize = 48;
/// Most entities of a file: what the value of a key can address.
pub(crate) const ENTITIES_MAX: u32 = 1 << 29;
/// Steps of a prior's unit in a row.
pub(crate) const PRIOR_STEPS: f32 = 20.0;

/// The sections, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Section {
    Description,
    Buckets,
    Keys,
    Lists,
    Rows,
    Texts,
    SameAs,
}

pub(crate) const SECTIONS: usize = 7;
const COUNTS_AT: usize = 12;
const LENGTHS_AT: usize = 24;

/// What a key leads to: an entity and how the key names it, or the offset of a list of such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyValue {
    Entity { index: u32, name_kind: u8 },
    List { offset: u32 },
}

impl KeyValue {
    pub(crate) fn to_bits(self) -> u32 {
        match self {
            Self::Entity { index, name_kind } => index & (ENTITIES_MAX - 1) | u32::from(name_kind & 3) << 29,
            Self::List { offset } => offset | 1 << 31,
        }
    }

    pub(crate) fn of_bits(bits: u32) -> Self {
        if bits >> 31 == 1 {
            Self::List { offset: bits & !(1 << 31) }
        } else {
            Self::Entity { index: bits & (ENTITIES_MAX - 1), name_kind: (bits >> 29 & 3) as u8 }
        }
    }
}

/// Where everything is in a file.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    pub(crate) entities: u32,
    pub(crate) bucket_bits: u32,
    pub(crate) has_text_ids: bool,
    sections: [Range<usize>; SECTIONS],
}

impl Layout {
    pub(crate) fn section(&self, section: Section) -> Range<usize> {
        self.sections[section as usize].clone()
    }

    /// Reads a header, and checks that the sections fill the file.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self, KbError> {
        const CUT: KbError = KbError::Malformed("its parts do not fill it");
        if !bytes.starts_with(&MAGIC) {
            return Err(KbError::NotAKnowledgeBase);
        }
        let number = |at| u32_at(bytes, at).ok_or(CUT);
        let found = number(8)?;
        if found != VERSION {
            return Err(KbError::Version { found, read: VERSION });
        }
        let (entities, bucket_bits) = (number(COUNTS_AT)?, number(COUNTS_AT + 4)?);
        let has_text_ids = number(COUNTS_AT + 8)? == 1;
        let mut sections: [Range<usize>; SECTIONS] = Default::default();
        let mut start = HEADER_BYTES;
        for (at, section) in sections.iter_mut().enumerate() {
            let end = start.checked_add(number(LENGTHS_AT + 4 * at)? as usize).ok_or(CUT)?;
            *section = start..end;
            start = end;
        }
        if start.checked_add(CHECKSUM_BYTES) != Some(bytes.len()) || entities > ENTITIES_MAX {
            return Err(CUT);
        }
        let layout = Self { entities, bucket_bits, has_text_ids, sections };
        layout.check_sizes().then_some(layout).ok_or(CUT)
    }

    fn check_sizes(&self) -> bool {
        let length = |section| self.section(section).len();
        let entities = self.entities as usize;
        self.bucket_bits <= BUCKET_BITS_MAX
            && length(Section::Buckets) == ((1 << self.bucket_bits) + 1) * 4
            && length(Section::Keys).is_multiple_of(KEY_BYTES)
            && Some(length(Section::Rows)) == entities.checked_mul(ROW_BYTES)
            && [0, entities * 4].contains(&length(Section::SameAs))
    }

    /// The header of sections of these lengths.
    pub(crate) fn header(entities: u32, bucket_bits: u32, has_text_ids: bool, lengths: [u32; SECTIONS]) -> Vec<u8> {
        let mut header = MAGIC.to_vec();
        for number in [VERSION, entities, bucket_bits, u32::from(has_text_ids)].into_iter().chain(lengths) {
            header.extend_from_slice(&number.to_le_bytes());
        }
        header.resize(HEADER_BYTES, 0);
        header
    }
}
