//! Why an entity is linked to nothing.

use dateline_gazetteer::{country_of_demonym, is_common_word};
use dateline_kb::Date;
use dateline_lexicon::person;
use dateline_text::Document;

use super::NilReason;
use crate::{coref::Entity, names::EntityKind};

/// The second candidate is about as likely as the first if it has this share of its probability.
const RIVAL_SHARE: f32 = 0.5;

/// An entity for which no candidate was chosen.
pub(super) struct Unfound<'a> {
    pub(super) document: &'a Document<'a>,
    pub(super) entity: &'a Entity,
    pub(super) year: Option<i16>,
}

impl Unfound<'_> {
    /// The reason, given the probabilities of the candidates, the likeliest first.
    pub(super) fn reason(&self, scores: &[f32], has_other_type: bool, date: Option<Date>) -> NilReason {
        let name = self.document.slice(self.entity.name);
        let is_single = !name.trim().contains(char::is_whitespace);
        match scores {
            [first, second, ..] if *second >= first * RIVAL_SHARE => NilReason::Ambiguous,
            [_, ..] => NilReason::BelowThreshold,
            [] if self.entity.kind == EntityKind::Group && country_of_demonym(name).is_some() => {
                NilReason::TypeNotLinked
            }
            [] if self.entity.kind == EntityKind::Person && is_single => NilReason::SurnameOnly,
            [] if has_other_type => NilReason::TypeConflict,
            [] if is_generic(name) => NilReason::GenericName,
            [] if self.is_after(date) => NilReason::OutOfDate,
            [] => NilReason::NotInKb,
        }
    }

    /// Whether the article is of a later year than the base and names the holder of an office.
    fn is_after(&self, date: Option<Date>) -> bool {
        let later = matches!((self.year, date), (Some(year), Some(date)) if i32::from(year) > i32::from(date.year));
        later
            && self.entity.roles.iter().any(|role| {
                let title = self.document.slice(role.title).to_lowercase();
                person::is_unique_office(&title)
            })
    }
}

/// Whether every word of a name is an everyday word: "Parliament", "the Supreme Court", "Ministry of Health".
fn is_generic(name: &str) -> bool {
    name.split_whitespace().all(|word| is_common_word(&word.to_lowercase()))
}
