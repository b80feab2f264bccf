//! One entity of a base.

use crate::{
    bytes::Cursor,
    kind::{Gender, Kind},
    reader::Kb,
    record::Id,
};

/// Index of an entity in its base; the best known entity has the lowest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntityIndex(pub u32);

/// A position that somebody held, in a base.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PositionHeld<'k> {
    /// Its title: "Minister of Defence".
    pub title: &'k str,
    /// The first year.
    pub from: Option<i16>,
    /// The last year; none while it lasts, or where it is not known.
    pub until: Option<i16>,
}

/// The fixed part of an entity.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub(crate) id: u32,
    pub(crate) texts: u32,
    pub(crate) kind: Kind,
    pub(crate) prior: u8,
    pub(crate) country: [u8; 2],
    pub(crate) traits: u8,
}

impl Row {
    pub(crate) fn push(self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.id.to_le_bytes());
        out.extend_from_slice(&self.texts.to_le_bytes());
        out.extend_from_slice(&[self.kind.code(), self.prior]);
        out.extend_from_slice(&self.country);
        out.push(self.traits);
    }

    pub(crate) fn read(bytes: &[u8]) -> Option<Self> {
        let bytes: &[u8; crate::format::ROW_BYTES] = bytes.try_into().ok()?;
        let [a, b, c, d, e, f, g, h, kind, prior, first, second, traits] = *bytes;
        Some(Self {
            id: u32::from_le_bytes([a, b, c, d]),
            texts: u32::from_le_bytes([e, f, g, h]),
            kind: Kind::from_code(kind)?,
            prior,
            country: [first, second],
            traits,
        })
    }
}

/// One entity of a base. Reading a fact takes a few nanoseconds; a damaged file gives empty facts.
#[derive(Clone, Copy)]
pub struct Entity<'k> {
    pub(crate) kb: &'k Kb,
    pub(crate) index: EntityIndex,
    pub(crate) row: Row,
}

/// The texts of an entity, read in their order.
pub(crate) struct Texts<'k> {
    pub(crate) name: &'k str,
    pub(crate) description: &'k str,
    pub(crate) begin: Option<i16>,
    pub(crate) end: Option<i16>,
    pub(crate) positions: u64,
    cursor: Cursor<'k>,
}

impl<'k> Entity<'k> {
    /// Its index in the base.
    #[must_use]
    pub fn index(&self) -> EntityIndex {
        self.index
    }

    /// Who it is in this base.
    #[must_use]
    pub fn id(&self) -> Id {
        match self.kb.has_text_ids() {
            false => Id::Wikidata(self.row.id),
            true => Id::Text(self.kb.text_at(self.row.id).unwrap_or_default().to_owned()),
        }
    }

    /// The Wikidata item, as a number, if the base knows it.
    #[must_use]
    pub fn wikidata(&self) -> Option<u32> {
        if self.kb.has_text_ids() { self.kb.same_as(self.index) } else { Some(self.row.id) }
    }

    /// The label.
    #[must_use]
    pub fn name(&self) -> &'k str {
        self.texts().map_or("", |texts| texts.name)
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.row.kind
    }

    /// ISO 3166-1 alpha-2 code.
    #[must_use]
    pub fn country(&self) -> Option<[u8; 2]> {
        Some(self.row.country).filter(|code| code.iter().all(u8::is_ascii_uppercase))
    }

    /// A person's gender.
    #[must_use]
    pub fn gender(&self) -> Gender {
        Gender::from_code(self.row.traits & 3).unwrap_or(Gender::Unknown)
    }

    /// Index of its licence in [`Meta::licences`](crate::Meta::licences).
    #[must_use]
    pub fn licence(&self) -> u8 {
        self.row.traits >> 2
    }

    /// How widely known it is: the natural logarithm of a count such as page views, from 0 to 12.
    #[must_use]
    pub fn prior(&self) -> f32 {
        f32::from(self.row.prior) / crate::format::PRIOR_STEPS
    }

    /// What it is, in a few words; empty if the base does not say.
    #[must_use]
    pub fn description(&self) -> &'k str {
        self.texts().map_or("", |texts| texts.description)
    }

    /// Year of birth, foundation or beginning.
    #[must_use]
    pub fn begin(&self) -> Option<i16> {
        self.texts()?.begin
    }

    /// Year of death, dissolution or end.
    #[must_use]
    pub fn end(&self) -> Option<i16> {
        self.texts()?.end
    }

    /// Positions held, the latest first.
    #[must_use]
    pub fn positions(&self) -> Vec<PositionHeld<'k>> {
        self.texts().and_then(|texts| texts.positions(self.kb)).unwrap_or_default()
    }

    pub(crate) fn texts(&self) -> Option<Texts<'k>> {
        Texts::read(self.kb, self.row.texts)
    }
}

impl<'k> Texts<'k> {
    pub(crate) fn read(kb: &'k Kb, offset: u32) -> Option<Self> {
        let mut cursor = Cursor::at(kb.texts(), offset as usize)?;
        let name = cursor.str()?;
        let description = kb.shared(&mut cursor)?;
        let (begin, end) = (cursor.year()?, cursor.year()?);
        let positions = cursor.varint()?;
        Some(Self { name, description, begin, end, positions, cursor })
    }

    pub(crate) fn positions(mut self, kb: &'k Kb) -> Option<Vec<PositionHeld<'k>>> {
        let read = |_| {
            let title = kb.shared(&mut self.cursor)?;
            Some(PositionHeld { title, from: self.cursor.year()?, until: self.cursor.year()? })
        };
        (0..self.positions).map(read).collect()
    }
}
