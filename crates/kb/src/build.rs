//! Compiles records into a file.

use std::collections::{BTreeMap, HashMap};

use sha2::{Digest, Sha256};

use crate::{
    bytes::{push_str, push_varint, push_year},
    entity::Row,
    error::KbError,
    format::{BUCKET_BITS_MAX, ENTITIES_MAX, ENTITIES_PER_KEY_MAX, KeyValue, Layout, PRIOR_STEPS},
    hash::Place,
    key,
    kind::NameKind,
    meta::{Date, Meta, Source},
    record::{Id, Record},
};

/// Longest id, in bytes.
const ID_BYTES_MAX: usize = 64;
/// Keys in a bucket, about.
const KEYS_PER_BUCKET: usize = 6;

/// Gathers records and compiles them. The same records give the same bytes, in whatever order they come.
#[derive(Debug)]
pub struct Builder {
    meta: Meta,
    records: Vec<Record>,
}

impl Builder {
    /// A base without entities; `name` is the scheme of its ids.
    #[must_use]
    pub fn new(name: &str, date: Date) -> Self {
        let meta = Meta { name: name.to_owned(), date, licences: Vec::new(), sources: Vec::new() };
        Self { meta, records: Vec::new() }
    }

    /// States the licences that records name by index, as SPDX expressions.
    pub fn licences(&mut self, licences: &[&str]) {
        self.meta.licences = licences.iter().map(|&licence| licence.to_owned()).collect();
    }

    /// States where entities came from.
    pub fn source(&mut self, source: Source) {
        self.meta.sources.push(source);
    }

    /// Adds an entity.
    pub fn add(&mut self, record: Record) {
        self.records.push(record);
    }

    /// Compiles the file.
    ///
    /// # Errors
    /// [`KbError::Id`] and [`KbError::DuplicateId`] for ids that cannot be, [`KbError::TooLarge`].
    pub fn build(mut self) -> Result<Vec<u8>, KbError> {
        let has_text_ids = self.records.iter().any(|record| matches!(record.id, Id::Text(_)));
        self.sort_and_check()?;
        let entities = u32::try_from(self.records.len()).ok().filter(|&count| count < ENTITIES_MAX);
        let entities = entities.ok_or(KbError::TooLarge(ENTITIES_MAX))?;
        let mut texts = Texts::sharing(&self.records);
        let mut rows = Vec::new();
        for record in &self.records {
            let id = match &record.id {
                Id::Wikidata(item) if !has_text_ids => *item,
                id => texts.id(&id.to_string()),
            };
            row(record, id, texts.record(record)).push(&mut rows);
        }
        let (bucket_bits, buckets, keys, lists) = index(&self.records);
        let mut same_as = Vec::new();
        if self.records.iter().any(|record| record.same_as.is_some()) {
            same_as.extend(self.records.iter().flat_map(|record| record.same_as.unwrap_or(0).to_le_bytes()));
        }
        let sections = [self.meta.to_text().into_bytes(), buckets, keys, lists, rows, texts.bytes, same_as];
        let mut lengths = [0; 7];
        for (length, section) in lengths.iter_mut().zip(&sections) {
            *length = u32::try_from(section.len()).map_err(|_| KbError::TooLarge(ENTITIES_MAX))?;
        }
        let mut file = Layout::header(entities, bucket_bits, has_text_ids, lengths);
        sections.iter().for_each(|section| file.extend_from_slice(section));
        let checksum = Sha256::digest(&file);
        file.extend_from_slice(&checksum);
        Ok(file)
    }

    /// The best known first, which makes their numbers short and the order of candidates the order of indices.
    fn sort_and_check(&mut self) -> Result<(), KbError> {
        let prior = |record: &Record| std::cmp::Reverse(prior_code(record.prior));
        self.records.sort_by(|a, b| prior(a).cmp(&prior(b)).then_with(|| a.id.cmp(&b.id)));
        let mut ids: Vec<&Id> = self.records.iter().map(|record| &record.id).collect();
        ids.sort_unstable();
        for id in &ids {
            let text = id.to_string();
            if text.is_empty() || text.len() > ID_BYTES_MAX {
                return Err(KbError::Id(text.chars().take(ID_BYTES_MAX).collect()));
            }
        }
        match ids.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(KbError::DuplicateId(pair[0].to_string())),
            None => Ok(()),
        }
    }
}

fn prior_code(prior: f32) -> u8 {
    (prior * PRIOR_STEPS).round().clamp(0.0, 255.0) as u8
}

fn row(record: &Record, id: u32, texts: u32) -> Row {
    Row {
        id,
        texts,
        kind: record.kind,
        prior: prior_code(record.prior),
        country: record.country.unwrap_or_default(),
        traits: record.gender.code() | record.licence << 2,
    }
}

/// The texts in the making.
struct Texts {
    bytes: Vec<u8>,
    /// Where strings stand that more than one entity has.
    shared: HashMap<String, u32>,
}

impl Texts {
    fn sharing(records: &[Record]) -> Self {
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for record in records {
            let titles = record.positions.iter().map(|position| &position.title[..]);
            for text in titles.chain([&record.description[..]]) {
                *counts.entry(text).or_default() += 1;
            }
        }
        let mut texts = Self { bytes: Vec::new(), shared: HashMap::new() };
        let mut often: Vec<_> = counts.into_iter().filter(|&(text, count)| count > 1 && text.len() > 4).collect();
        // Those that stand most often come first, where numbers are short.
        often.sort_by_key(|&(text, count)| (std::cmp::Reverse(count), text));
        for (text, _) in often {
            let at = texts.push(text);
            texts.shared.insert(text.to_owned(), at);
        }
        texts
    }

    fn push(&mut self, text: &str) -> u32 {
        let at = self.offset();
        push_str(&mut self.bytes, text);
        at
    }

    /// Offsets beyond 4 GiB make the whole file too large, which is found in the end.
    fn offset(&self) -> u32 {
        u32::try_from(self.bytes.len()).unwrap_or(u32::MAX)
    }

    fn id(&mut self, id: &str) -> u32 {
        self.push(id)
    }

    fn record(&mut self, record: &Record) -> u32 {
        let at = self.push(&record.name);
        self.push_shared(&record.description);
        push_year(&mut self.bytes, record.begin);
        push_year(&mut self.bytes, record.end);
        push_varint(&mut self.bytes, record.positions.len() as u64);
        for position in &record.positions {
            self.push_shared(&position.title);
            push_year(&mut self.bytes, position.from);
            push_year(&mut self.bytes, position.until);
        }
        at
    }

    fn push_shared(&mut self, text: &str) {
        match self.shared.get(text) {
            Some(&at) => push_varint(&mut self.bytes, u64::from(at) * 2 + 1),
            None => {
                push_varint(&mut self.bytes, text.len() as u64 * 2);
                self.bytes.extend_from_slice(text.as_bytes());
            }
        }
    }
}

/// The keys of all names, as buckets of hashes.
fn index(records: &[Record]) -> (u32, Vec<u8>, Vec<u8>, Vec<u8>) {
    let mut names: Vec<(String, u32, NameKind)> = Vec::new();
    for (entity, record) in (0..).zip(records) {
        let aliases = record.aliases.iter().map(|alias| (&alias.text, alias.kind));
        for (text, kind) in [(&record.name, NameKind::Label)].into_iter().chain(aliases) {
            names.push((key::of_name(text), entity, kind));
        }
    }
    names.retain(|(key, ..)| !key.is_empty());
    let keys_len = names.len();
    let bucket_bits = (keys_len / KEYS_PER_BUCKET).checked_ilog2().map_or(0, |log| log + 1).min(BUCKET_BITS_MAX);
    // Keys of one hash, which are as good as never two, share what they lead to.
    let mut by_place: Vec<(Place, u32, NameKind)> =
        names.iter().map(|(key, entity, kind)| (Place::of(key, bucket_bits), *entity, *kind)).collect();
    drop(names);
    by_place.sort_unstable();
    by_place.dedup_by_key(|&mut (place, entity, _)| (place, entity));
    let (mut buckets, mut keys, mut lists) = (Vec::new(), Vec::new(), Vec::new());
    let mut count = 0u32;
    let mut rest = by_place.chunk_by(|one, other| one.0 == other.0).peekable();
    for bucket in 0..1u32 << bucket_bits {
        buckets.extend_from_slice(&count.to_le_bytes());
        while let Some(group) = rest.next_if(|group| group[0].0.bucket == bucket) {
            keys.extend_from_slice(&group[0].0.mark.to_le_bytes());
            keys.extend_from_slice(&value(group, &mut lists).to_bits().to_le_bytes());
            count += 1;
        }
    }
    buckets.extend_from_slice(&count.to_le_bytes());
    (bucket_bits, buckets, keys, lists)
}

fn value(group: &[(Place, u32, NameKind)], lists: &mut Vec<u8>) -> KeyValue {
    if let &[(_, index, kind)] = group {
        return KeyValue::Entity { index, name_kind: kind.code() };
    }
    let offset = u32::try_from(lists.len()).unwrap_or(u32::MAX);
    let group = &group[..group.len().min(ENTITIES_PER_KEY_MAX)];
    push_varint(lists, group.len() as u64);
    let mut last = 0;
    for &(_, entity, kind) in group {
        push_varint(lists, u64::from(entity - last) << 2 | u64::from(kind.code()));
        last = entity;
    }
    KeyValue::List { offset }
}

#[cfg(test)]
impl Builder {
    pub(crate) fn reverse(&mut self) {
        self.records.reverse();
    }
}
