//! A compiled base, read where its bytes lie.

use std::{borrow::Cow, fmt};

use crate::{
    bytes::{Cursor, u32_at},
    entity::{Entity, EntityIndex, Row},
    error::KbError,
    format::{CHECKSUM_BYTES, ENTITIES_PER_KEY_MAX, KEY_BYTES, KeyValue, Layout, ROW_BYTES, Section},
    hash::Place,
    key,
    kind::NameKind,
    meta::Meta,
    validate,
};

/// A compiled base. Cheap to open; serves any number of threads.
pub struct Kb {
    bytes: Cow<'static, [u8]>,
    layout: Layout,
    meta: Meta,
}

/// An entity that a name can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The entity.
    pub entity: EntityIndex,
    /// How the name names it.
    pub name: NameKind,
}

impl Kb {
    /// Opens a file from anywhere: checks its checksum, and that all its parts fit together. Takes about 5 ms for each
    /// megabyte.
    ///
    /// # Errors
    /// [`KbError`] if the bytes are no base, are of another version, or are damaged.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, KbError> {
        let kb = Self::open_trusted(bytes)?;
        validate::all(&kb)?;
        Ok(kb)
    }

    /// Opens bytes that were checked when the program was built: reads the header and the description only, so that no
    /// other page is touched before it is needed. Bytes that were never checked can give wrong or missing facts, but
    /// no panic.
    ///
    /// # Errors
    /// [`KbError`] if header or description cannot be read.
    pub fn open_trusted(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, KbError> {
        let bytes = bytes.into();
        let layout = Layout::read(&bytes)?;
        let description = std::str::from_utf8(bytes.get(layout.section(Section::Description)).unwrap_or_default())
            .map_err(|_| KbError::Malformed("its description of itself"))?;
        let meta = Meta::of_text(description)?;
        Ok(Self { bytes, layout, meta })
    }

    /// The same base, whose ids have another scheme: the one that an operator chose for a file.
    #[must_use]
    pub fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.meta.name);
        self
    }

    /// What the file says of itself.
    #[must_use]
    pub fn meta(&self) -> &Meta {
        &self.meta
    }

    /// How many entities it has.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.layout.entities
    }

    /// Whether it has no entity.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many keys of names it has.
    #[must_use]
    pub fn keys_len(&self) -> usize {
        self.layout.section(Section::Keys).len() / KEY_BYTES
    }

    /// The SHA-256 that the file ends in, in hexadecimal.
    #[must_use]
    pub fn sha256(&self) -> String {
        self.checksum().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The entities that a name can mean, each once; those that it names most directly first, then the best known.
    /// Takes well under a microsecond for each key.
    #[must_use]
    pub fn lookup(&self, name: &str) -> Vec<Hit> {
        let mut hits: Vec<Hit> = Vec::new();
        for key in key::of_mention(name) {
            let found = self.of_key(&key).unwrap_or_default();
            hits.extend(found.into_iter().filter(|hit| hit.entity.0 < self.len()));
        }
        hits.sort_by_key(|hit| (hit.name, hit.entity));
        let mut seen = Vec::with_capacity(hits.len());
        hits.retain(|hit| {
            !seen.contains(&hit.entity) && {
                seen.push(hit.entity);
                true
            }
        });
        hits
    }

    /// The entity at an index.
    #[must_use]
    pub fn entity(&self, index: EntityIndex) -> Option<Entity<'_>> {
        let rows = self.section(Section::Rows);
        let start = (index.0 as usize).checked_mul(ROW_BYTES)?;
        let row = Row::read(rows.get(start..start.checked_add(ROW_BYTES)?)?)?;
        Some(Entity { kb: self, index, row })
    }

    /// All entities, the best known first.
    pub fn entities(&self) -> impl Iterator<Item = Entity<'_>> {
        (0..self.len()).filter_map(|index| self.entity(EntityIndex(index)))
    }

    fn of_key(&self, key: &str) -> Option<Vec<Hit>> {
        let place = Place::of(key, self.layout.bucket_bits);
        let bucket = |at: u32| u32_at(self.section(Section::Buckets), at as usize * 4);
        let (start, end) = (bucket(place.bucket)? as usize, bucket(place.bucket + 1)? as usize);
        let keys = self.section(Section::Keys).get(start * KEY_BYTES..end * KEY_BYTES)?;
        let found = keys.chunks_exact(KEY_BYTES).find(|entry| u32_at(entry, 0) == Some(place.mark))?;
        self.hits(KeyValue::of_bits(u32_at(found, 4)?))
    }

    pub(crate) fn hits(&self, value: KeyValue) -> Option<Vec<Hit>> {
        match value {
            KeyValue::Entity { index, name_kind } => {
                Some(vec![Hit { entity: EntityIndex(index), name: NameKind::from_code(name_kind)? }])
            }
            KeyValue::List { offset } => {
                let mut cursor = Cursor::at(self.section(Section::Lists), offset as usize)?;
                let count = usize::try_from(cursor.varint()?).ok().filter(|&count| count <= ENTITIES_PER_KEY_MAX)?;
                let mut entity = 0u32;
                (0..count)
                    .map(|_| {
                        let step = cursor.varint()?;
                        entity = entity.checked_add(u32::try_from(step >> 2).ok()?)?;
                        Some(Hit { entity: EntityIndex(entity), name: NameKind::from_code((step & 3) as u8)? })
                    })
                    .collect()
            }
        }
    }

    pub(crate) fn section(&self, section: Section) -> &[u8] {
        self.bytes.get(self.layout.section(section)).unwrap_or_default()
    }

    pub(crate) fn texts(&self) -> &[u8] {
        self.section(Section::Texts)
    }

    pub(crate) fn has_text_ids(&self) -> bool {
        self.layout.has_text_ids
    }

    /// The string at an offset of the texts.
    pub(crate) fn text_at(&self, offset: u32) -> Option<&str> {
        Cursor::at(self.texts(), offset as usize)?.str()
    }

    /// A string at the cursor, or one that is stored once for many.
    pub(crate) fn shared<'k>(&'k self, cursor: &mut Cursor<'k>) -> Option<&'k str> {
        let number = cursor.varint()?;
        if number % 2 == 0 {
            cursor.take(usize::try_from(number / 2).ok()?)
        } else {
            self.text_at(u32::try_from(number / 2).ok()?)
        }
    }

    pub(crate) fn same_as(&self, index: EntityIndex) -> Option<u32> {
        let at = (index.0 as usize).checked_mul(4)?;
        u32_at(self.section(Section::SameAs), at).filter(|&item| item != 0)
    }

    /// All but the checksum, and the checksum.
    pub(crate) fn checked(&self) -> (&[u8], &[u8]) {
        self.bytes.split_at_checked(self.bytes.len().saturating_sub(CHECKSUM_BYTES)).unwrap_or_default()
    }

    fn checksum(&self) -> &[u8] {
        self.checked().1
    }
}

impl fmt::Debug for Kb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Kb({} of {}, {} entities)", self.meta.name, self.meta.date, self.len())
    }
}
