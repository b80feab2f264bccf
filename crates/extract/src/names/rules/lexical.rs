//! What the words of a name say of its kind.

use dateline_gazetteer::{self as gazetteer, Entry, Kind, Prominence};
use dateline_text::{Shape, Span, Word};

use super::{heads, votes::Votes, weights};
use crate::names::{EntityKind, words::Words};

/// From this prominence on, a place or body is meant even where a word or a person's name is spelled alike.
pub(super) const PROMINENT: Prominence = Prominence(6);

/// The votes of the name's own words.
pub(super) fn votes(words: &Words<'_>, span: Span<Word>) -> Votes {
    let mut votes = Votes::default();
    let exact = super::candidate::known_at(words, span).filter(|&(len, _)| len == span.len()).map(|(_, entry)| entry);
    let known = exact.or_else(|| known_in_capitals(words, span));
    if let Some(entry) = known {
        vote_known(&mut votes, entry, span.len());
    }
    vote_heads(&mut votes, words, span);
    if span.len() <= 3 && heads::is_disease(words.lower(span.start())) {
        votes.add(EntityKind::Misc, &weights::DISEASE);
    }
    if span.len() > 1 {
        if known.is_none_or(|entry| entry.is(Kind::Person)) {
            vote_person(&mut votes, words, span);
        }
        if (span.start()..span.end())
            .all(|word| gazetteer::lookup(words.text(word)).is_some_and(|entry| entry.is(Kind::Group)))
        {
            votes.add(EntityKind::Group, &weights::KNOWN_GROUP);
        }
    } else {
        vote_single(&mut votes, words, span.start(), known);
    }
    votes.add(if span.len() > 1 { EntityKind::Organization } else { EntityKind::Person }, &weights::CAPITAL);
    votes
}

/// A place written in capitals, as in datelines: "OSLO, May 3".
fn known_in_capitals(words: &Words<'_>, span: Span<Word>) -> Option<Entry> {
    let in_capitals = words.texts(span).all(|text| text.chars().count() > 3 && text.chars().all(char::is_uppercase));
    let text = words.document().text_of(span);
    in_capitals.then(|| gazetteer::lookup_folded(text)).flatten().filter(|entry| entry.is_place())
}

/// The votes of what the gazetteer knows of a name of `len` tokens.
pub(super) fn votes_of_entry(entry: Entry, len: u32) -> Votes {
    let mut votes = Votes::default();
    vote_known(&mut votes, entry, len);
    votes
}

fn vote_known(votes: &mut Votes, entry: Entry, len: u32) {
    let table = [
        (Kind::Country, EntityKind::Location, &weights::KNOWN_COUNTRY),
        (Kind::Region, EntityKind::Location, &weights::KNOWN_REGION),
        (Kind::City, EntityKind::Location, &weights::KNOWN_CITY),
        (Kind::Group, EntityKind::Group, &weights::KNOWN_GROUP),
        (Kind::Organization, EntityKind::Organization, &weights::KNOWN_ORGANIZATION),
        (Kind::Company, EntityKind::Organization, &weights::KNOWN_COMPANY),
        (Kind::Person, EntityKind::Person, &weights::KNOWN_PERSON),
        (Kind::Facility, EntityKind::Facility, &weights::KNOWN_FACILITY),
        (Kind::Event, EntityKind::Event, &weights::KNOWN_EVENT),
        (Kind::Product, EntityKind::Product, &weights::KNOWN_THING),
        (Kind::Work, EntityKind::Work, &weights::KNOWN_THING),
        (Kind::Law, EntityKind::Law, &weights::KNOWN_THING),
    ];
    let mut voted = Vec::new();
    let tenanted = entry.is(Kind::Facility) && entry.is(Kind::Organization);
    for (kind, entity, rule) in table {
        if entry.is(kind) && !(tenanted && kind == Kind::Organization) && !voted.contains(&entity) {
            let doubtful = entry.is_ambiguous() && len == 1 && entry.prominence() < PROMINENT;
            votes.add(entity, if doubtful { &weights::AMBIGUOUS } else { rule });
            voted.push(entity);
        }
    }
    if entry.is(Kind::Capital) {
        votes.shift(EntityKind::Location, 1.0);
    }
}

fn vote_heads(votes: &mut Votes, words: &Words<'_>, span: Span<Word>) {
    let mut last = span.end() - 1;
    if last > span.start() && (words.is_number(last) || words.text(last) == ".") {
        last -= 1;
    }
    let lower = words.lower(last);
    let first = words.lower(span.start());
    if span.len() < 2 {
        return;
    }
    if heads::is_product_prefix(first) && span.len() <= 4 {
        votes.add(EntityKind::Product, &weights::PRODUCT_MODEL);
    }
    let (before_of, head) = match head_before_of(words, span) {
        Some(head) => (true, head),
        None => (false, lower),
    };
    if heads::is_legal_form(lower) {
        votes.add(EntityKind::Organization, &weights::LEGAL_FORM);
    } else if heads::is_law_head(head) {
        votes.add(EntityKind::Law, &weights::LAW_HEAD);
    } else if heads::is_event_head(head) {
        votes.add(EntityKind::Event, &weights::EVENT_HEAD);
    } else if heads::is_facility_head(head) && !(before_of && head == "port")
        || !before_of && matches!(head, "centre" | "center" | "house") && heads::is_building_sort(words.before(last, 1))
    {
        votes.add(EntityKind::Facility, &weights::FACILITY_HEAD);
    } else if before_of && heads::is_location_prefix(head) || !before_of && heads::is_location_head(head) {
        votes.add(EntityKind::Location, &weights::LOCATION_HEAD);
    } else if before_of && heads::takes_of(head)
        || heads::is_organization_head(head)
        || matches!(head, "centre" | "center" | "house" | "affairs")
    {
        votes.add(EntityKind::Organization, &weights::ORGANIZATION_HEAD);
    }
    if heads::is_direction(first) {
        vote_directed(votes, words, span);
    } else if heads::is_location_prefix(first) && !before_of {
        votes.add(EntityKind::Location, &weights::LOCATION_PREFIX);
    }
    if words.texts(span).any(|text| matches!(text, "&" | "for")) {
        votes.shift(EntityKind::Organization, 1.5);
    }
}

/// "West Africa" is a place, and "West African" a group.
fn vote_directed(votes: &mut Votes, words: &Words<'_>, span: Span<Word>) {
    let rest = Span::new(span.start() + 1, span.end());
    match super::candidate::known_at(words, rest) {
        Some((len, entry)) if len == rest.len() && entry.is(Kind::Group) => {
            votes.add(EntityKind::Group, &weights::KNOWN_GROUP);
        }
        Some((len, entry)) if len == rest.len() && entry.is_place() => {
            votes.add(EntityKind::Location, &weights::KNOWN_REGION);
        }
        _ => {}
    }
}

/// The word before the first "of", "for" or "on" of a name.
fn head_before_of<'w>(words: &'w Words<'_>, span: Span<Word>) -> Option<&'w str> {
    (span.start() + 1..span.end())
        .find(|&at| matches!(words.lower(at), "of" | "for" | "on"))
        .map(|at| words.lower(at - 1))
}

fn vote_person(votes: &mut Votes, words: &Words<'_>, span: Span<Word>) {
    let first = gazetteer::lookup(words.text(span.start()));
    let last = gazetteer::lookup(words.text(span.end() - 1));
    let is = |entry: Option<Entry>, kind: Kind| entry.is_some_and(|entry| entry.is(kind));
    let common = |word: u32| gazetteer::is_common_word(words.lower(word));
    let tokens = || span.start()..span.end();
    if is(first, Kind::FirstName)
        && !heads::is_name_particle(words.lower(span.start()))
        && span.len() <= 6
        && !tokens().any(|at| words.lower(at) == "of")
    {
        let doubtful = is(first, Kind::Country) || is(first, Kind::City) || common(span.start());
        votes.add(EntityKind::Person, if doubtful { &weights::PERSON_SHAPE } else { &weights::FIRST_NAME });
    }
    if is(last, Kind::Surname) && !common(span.end() - 1) {
        votes.add(EntityKind::Person, &weights::SURNAME);
    }
    let initial =
        |at: u32| words.text(at).ends_with('.') && words.text(at).chars().filter(|c| c.is_alphabetic()).count() == 1;
    if (span.start()..span.end() - 1).any(initial) {
        votes.add(EntityKind::Person, &weights::INITIALS);
    }
    if (span.start() + 1..span.end() - 1)
        .any(|at| heads::is_person_particle(words.lower(at)) && words.shape(at) == Shape::Lower)
    {
        votes.add(EntityKind::Person, &weights::PARTICLE);
    }
    let placed = |at: u32| {
        gazetteer::lookup(words.text(at)).is_some_and(|entry| {
            (entry.is(Kind::Country)
                || entry.is(Kind::Region)
                || entry.is(Kind::Group)
                || entry.is(Kind::Company)
                || entry.is(Kind::Organization))
                && !entry.is(Kind::FirstName)
        })
    };
    let second = |at: u32| words.is_hyphen(at - 1) && words.shape(at) == Shape::Lower;
    if span.len() >= 4 && (span.start() + 3..span.end()).any(second) {
        votes.add(EntityKind::Person, &weights::GIVEN_SYLLABLES);
    }
    let joined = |at: u32| words.is_hyphen(at) || at > span.start() && words.is_hyphen(at - 1) && !placed(at);
    let plain = |at: u32| joined(at) || words.shape(at) == Shape::Initial && !common(at) && !placed(at);
    if span.len() <= 6 && words.texts(span).filter(|text| *text != "-").count() <= 4 && tokens().all(plain) {
        votes.add(EntityKind::Person, &weights::PERSON_SHAPE);
    }
    if tokens().all(common) {
        let kind = if span.len() > 2 { EntityKind::Misc } else { EntityKind::Organization };
        votes.add(kind, &weights::COMMON_WORDS);
    }
}

fn vote_single(votes: &mut Votes, words: &Words<'_>, word: u32, known: Option<Entry>) {
    let letters = words.text(word).chars().filter(|c| c.is_alphabetic()).count();
    let lower = words.lower(word);
    if known.is_none() && words.shape(word) == Shape::Upper && (2..=6).contains(&letters) {
        votes.add(EntityKind::Organization, &weights::ACRONYM);
    }
    if heads::is_platform(lower) {
        votes.add(EntityKind::Product, &weights::PLATFORM);
    }
    if heads::is_body_alone(lower) {
        votes.add(EntityKind::Organization, &weights::BODY_ALONE);
    }
    if let Some(entry) = known {
        if (entry.is(Kind::Surname) || entry.is(Kind::FirstName)) && !gazetteer::is_common_word(lower) {
            votes.add(EntityKind::Person, &weights::SURNAME);
        }
        return;
    }
    let formed = ["ians", "ists", "ist", "ites", "ese", "ian"].iter().any(|ending| lower.ends_with(ending));
    if lower.chars().count() > 5 && formed && !gazetteer::is_common_word(lower) {
        votes.add(EntityKind::Group, &weights::GROUP_ENDING);
    }
}
