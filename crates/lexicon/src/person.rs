//! Words for persons: offices, occupations, relations by family, forms of address, and the gender that they show.

use crate::class::{Class, is};

/// Grammatical gender, as pronouns show it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// He.
    Masculine,
    /// She.
    Feminine,
}

/// Whether the noun names a position or an occupation that a person can have.
#[must_use]
pub fn is_head(lower: &str) -> bool {
    is(lower, Class::Position)
}

/// Whether a lower-case noun after "a" or "the" can describe a person: a listed position, or formed like one.
#[must_use]
pub fn is_person_noun(lower: &str) -> bool {
    let formed = ["ist", "woman", "ologist", "ographer", "person", "smith", "worker", "keeper", "maker", "player"];
    is_head(lower) || is(lower, Class::PersonNoun) || lower.len() > 5 && formed.iter().any(|end| lower.ends_with(end))
}

/// Whether the word, in lower case, is a relation by family, which is no role: "her father".
#[must_use]
pub fn is_kin(word: &str) -> bool {
    is(word, Class::Kin)
}

/// Whether the word is a form of address, which is no role: "Mr", "Dr".
#[must_use]
pub fn is_honorific(lower: &str) -> bool {
    is(lower.trim_end_matches('.'), Class::Honorific)
}

/// Whether the word narrows a title down: "deputy", "foreign", "vice".
#[must_use]
pub fn is_title_modifier(lower: &str) -> bool {
    is(lower, Class::TitleModifier)
}

/// Whether the title can only be one person's at a time, so that "the president" can point back to its holder.
#[must_use]
pub fn is_unique_office(title: &str) -> bool {
    is(title, Class::UniqueOffice)
}

/// The gender that a title or description tells.
#[must_use]
pub fn gender_of(lower: &str) -> Option<Gender> {
    let lower = lower.trim_end_matches('.');
    if is(lower, Class::Masculine) || lower.len() > 5 && lower.ends_with("man") && !lower.ends_with("woman") {
        Some(Gender::Masculine)
    } else if is(lower, Class::Feminine) || lower.ends_with("woman") {
        Some(Gender::Feminine)
    } else {
        None
    }
}

/// The gender of the person to whom a singular personal pronoun refers, in any case: "he", "her", "himself".
#[must_use]
pub fn pronoun_gender(lower: &str) -> Option<Gender> {
    match lower {
        "he" | "him" | "his" | "himself" => Some(Gender::Masculine),
        "she" | "her" | "hers" | "herself" => Some(Gender::Feminine),
        _ => None,
    }
}
