//! Words that tell what kind of name they stand in.

use dateline_lexicon::{Class, is};

/// Words of grammar, which carry a capital only where any word would.
pub(crate) fn is_function_word(lower: &str) -> bool {
    is(lower, Class::FunctionWord)
}

/// Weekdays and months, which are capitalised but no names.
pub(super) fn is_calendar_word(lower: &str) -> bool {
    is(lower, Class::CalendarName)
}

/// Short forms of weekdays and months, which are no names with a full stop or before a number: "Jan. 5".
pub(super) fn is_calendar_abbreviation(lower: &str) -> bool {
    is(lower.trim_end_matches('.'), Class::CalendarAbbreviation)
}

/// Months that are surnames too: "Jane May".
pub(super) fn is_month_surname(lower: &str) -> bool {
    is(lower, Class::MonthSurname)
}

/// Last words of names of bodies: "Labour Party", "Acme Inc."
pub(super) fn is_organization_head(lower: &str) -> bool {
    let lower = lower.trim_end_matches('.');
    is(lower, Class::OrganizationHead) || is(lower, Class::LegalForm)
}

/// Endings that the law requires of companies' names.
pub(crate) fn is_legal_form(lower: &str) -> bool {
    is(lower.trim_end_matches('.'), Class::LegalForm)
}

/// First words of names of bodies that go on with "of" or "for": "University of Leeds".
pub(super) fn takes_of(lower: &str) -> bool {
    is(lower, Class::OrganizationHead) || is(lower, Class::OrganizationOf)
}

/// Last words of names of buildings and structures.
pub(super) fn is_facility_head(lower: &str) -> bool {
    is(lower, Class::FacilityHead)
}

/// Last words of names of places.
pub(super) fn is_location_head(lower: &str) -> bool {
    is(lower, Class::LocationHead)
}

/// First words of names of places: "Lake Chad".
pub(super) fn is_location_prefix(lower: &str) -> bool {
    is(lower, Class::LocationPrefix)
}

/// Points of the compass, as they stand before places and peoples.
pub(super) fn is_direction(lower: &str) -> bool {
    is(lower, Class::Direction)
}

/// Bodies that are named by one common noun where a country has one of them: "Congress".
pub(super) fn is_body_alone(lower: &str) -> bool {
    is(lower, Class::BodyAlone)
}

/// Named diseases, which fit no other kind.
pub(super) fn is_disease(lower: &str) -> bool {
    is(lower, Class::Disease)
}

/// Abbreviations in capitals that name nothing, Roman numerals among them: "TV", "CEO", "XVII".
pub(super) fn is_plain_abbreviation(text: &str) -> bool {
    is(text.trim_end_matches('.'), Class::PlainAbbreviation) || text.chars().all(|c| "IVX".contains(c))
}

/// Abbreviations that stand before a name and are no part of it: "NGO Hill Care".
pub(super) fn is_abbreviated_description(text: &str) -> bool {
    is(text, Class::AbbreviatedDescription)
}

/// Whether a centre or house of this sort is a building: "Medical Center", "Opera House".
pub(super) fn is_building_sort(lower: &str) -> bool {
    is(lower, Class::BuildingSort)
}

/// Lower-case first parts that belong to the name after their hyphen: "sub-Saharan Africa".
pub(super) fn is_bound_prefix(lower: &str) -> bool {
    is(lower, Class::BoundPrefix)
}

/// Networks and sites that the public knows as things to use; their owners carry other names or more words.
pub(super) fn is_platform(lower: &str) -> bool {
    is(lower, Class::Platform)
}

/// Last words of names of events.
pub(super) fn is_event_head(lower: &str) -> bool {
    is(lower, Class::EventHead)
}

/// Last words of names of laws, treaties and plans.
pub(super) fn is_law_head(lower: &str) -> bool {
    is(lower, Class::LawHead)
}

/// Brands of goods and machines that a model name follows.
pub(super) fn is_product_prefix(lower: &str) -> bool {
    is(lower, Class::ProductPrefix)
}

/// Lower-case words inside names of persons: "Ursula von der Leyen".
pub(crate) fn is_name_particle(lower: &str) -> bool {
    is(lower, Class::NameParticle)
}

/// Particles that stand in names of persons only.
pub(super) fn is_person_particle(lower: &str) -> bool {
    is(lower, Class::PersonParticle)
}

/// Words that modify the name after them and are no part of it: "northern Syria", "former".
pub(super) fn is_modifier(lower: &str) -> bool {
    is(lower, Class::NameModifier)
}

/// Words whose possessive stands inside names: "Women's World Cup".
pub(super) fn is_possessive_inside(lower: &str) -> bool {
    is(lower, Class::PossessiveInside)
}

/// Second parts of compounds that are no part of the name before them: "London-based".
pub(super) fn is_compound_ending(lower: &str) -> bool {
    is(lower, Class::CompoundEnding)
}

/// Words of the works that quotation marks name: "the film", "her novel".
pub(super) fn is_work_noun(lower: &str) -> bool {
    is(lower, Class::WorkNoun)
}

/// Past and present forms of the verbs by which persons and bodies speak.
pub(crate) fn is_speech_verb(lower: &str) -> bool {
    is(lower, Class::SpeechVerb)
}

/// Verbs of which only persons, bodies and governments are the subject.
pub(crate) fn is_agent_verb(lower: &str) -> bool {
    is(lower, Class::AgentVerb) || is_speech_verb(lower)
}
