//! What the words around a name say of its kind.

use dateline_gazetteer::{self as gazetteer, Kind, WordUse};
use dateline_lexicon::{Class, classes, person};
use dateline_text::{Shape, Span, Word};

use super::{candidate::Candidate, heads, votes::Votes, weights};
use crate::names::{EntityKind, words::Words};

/// The votes of the words beside one mention.
pub(super) fn votes(words: &Words<'_>, candidate: Candidate) -> Votes {
    let mut votes = Votes::default();
    vote_title(&mut votes, words, candidate);
    vote_before(&mut votes, words, candidate.span);
    vote_after(&mut votes, words, candidate.span);
    votes
}

fn vote_title(votes: &mut Votes, words: &Words<'_>, candidate: Candidate) {
    let start = candidate.span.start();
    let before = words.before(start, if words.before(start, 1) == "." { 2 } else { 1 });
    if candidate.title_len > 0 {
        let rule = if person::is_honorific(before) { &weights::HONORIFIC } else { &weights::TITLE };
        votes.add(EntityKind::Person, rule);
    } else if person::is_head(before) && start > words.sentence(start).start() {
        votes.add(EntityKind::Person, &weights::POSITION);
    }
}

fn vote_before(votes: &mut Votes, words: &Words<'_>, span: Span<Word>) {
    let start = span.start();
    if start == words.sentence(start).start() {
        return;
    }
    let (one, two) = (words.before(start, 1), words.before(start, 2));
    let owner = words.is_possessive(span.end());
    match one {
        "in" | "across" | "throughout" | "around" | "inside" | "near" | "from" | "to" | "outside" | "toward"
        | "towards" | "into" | "via"
            if owner => {}
        "in" | "across" | "throughout" | "around" | "inside" => votes.add(EntityKind::Location, &weights::INSIDE),
        "at" => {
            votes.shift(EntityKind::Organization, 0.5);
            votes.shift(EntityKind::Facility, 0.5);
            votes.shift(EntityKind::Person, -0.5);
        }
        "near" | "from" | "to" | "outside" | "toward" | "towards" | "into" | "via" => {
            votes.add(EntityKind::Location, &weights::DIRECTION);
        }
        "of" if is_place_noun(two) => votes.add(EntityKind::Location, &weights::PLACE_NOUN),
        "the" => {
            votes.shift(EntityKind::Person, -2.5);
            let kind = if span.len() > 1 { EntityKind::Organization } else { EntityKind::Location };
            votes.add(kind, &weights::DETERMINED);
        }
        _ if is_place_noun(one) => votes.add(EntityKind::Location, &weights::PLACE_NOUN),
        _ if is_body_noun(one) => votes.add(EntityKind::Organization, &weights::BODY_NOUN),
        _ if is_product_noun(one) => votes.add(EntityKind::Product, &weights::PRODUCT_NOUN),
        _ if heads::is_speech_verb(one) && matches!(two, "," | "\"" | "\u{201d}" | "'") => {
            votes.add(EntityKind::Person, &weights::SPEAKS);
        }
        _ => {}
    }
}

fn vote_after(votes: &mut Votes, words: &Words<'_>, span: Span<Word>) {
    let end = span.end();
    if end >= words.sentence(span.start()).end() {
        return;
    }
    let (one, two, three) = (words.lower(end), words.lower(end + 1), words.lower(end + 2));
    if heads::is_speech_verb(one) {
        votes.add(EntityKind::Person, &weights::SPEAKS);
        votes.shift(EntityKind::Organization, 0.3);
    } else if one == "who" || one == "," && two == "who" {
        votes.add(EntityKind::Person, &weights::RELATIVE_WHO);
    } else if one == "," {
        vote_after_comma(votes, words, end + 1);
    } else if is_place_noun(one) && words.shape(end) == Shape::Lower {
        votes.add(EntityKind::Location, &weights::PLACE_NOUN);
    } else if is_body_noun(one)
        || matches!(
            one,
            "officials"
                | "spokesman"
                | "spokeswoman"
                | "spokesperson"
                | "members"
                | "shares"
                | "employees"
                | "executives"
                | "fans"
                | "lawmakers"
        )
    {
        votes.add(EntityKind::Organization, &weights::BODY_NOUN);
    } else if matches!(
        one,
        "people"
            | "language"
            | "tribes"
            | "elder"
            | "elders"
            | "woman"
            | "women"
            | "man"
            | "community"
            | "communities"
            | "tribe"
            | "culture"
            | "nationals"
            | "descent"
            | "citizens"
            | "origin"
            | "nationality"
            | "diaspora"
            | "minority"
            | "refugees"
            | "migrants"
            | "settlers"
    ) {
        votes.add(EntityKind::Group, &weights::GROUP_NOUN);
    } else if is_product_noun(one) {
        votes.add(EntityKind::Product, &weights::PRODUCT_NOUN);
    } else if words.is_possessive(end) && is_personal_noun(two) || is_personal_body(one) {
        votes.add(EntityKind::Person, &weights::OWNER);
    } else if heads::is_agent_verb(one) {
        votes.shift(EntityKind::Person, 0.4);
        votes.shift(EntityKind::Organization, 0.3);
    } else if words.shape(end) == Shape::Lower && is_plain_verb(one) {
        votes.add(EntityKind::Person, &weights::SUBJECT);
    } else if one == "(" && words.is_number(end + 1) && three == ")" {
        votes.shift(EntityKind::Person, 0.5);
    } else if one == "-" && matches!(two, "based" | "born" | "occupied" | "controlled") {
        votes.shift(EntityKind::Location, 1.5);
    }
}

fn vote_after_comma(votes: &mut Votes, words: &Words<'_>, at: u32) {
    let after = words.lower(at + 1);
    if words.is_number(at) && words.text(at).len() <= 3 && matches!(after, "," | "." | ")") {
        votes.add(EntityKind::Person, &weights::AGE);
        return;
    }
    let place = gazetteer::longest((at..at + 3).map(|word| words.text(word)))
        .is_some_and(|(_, entry)| (entry.is(Kind::Country) || entry.is(Kind::Region)) && !entry.is(Kind::FirstName));
    if place && words.is_capital(at) {
        votes.add(EntityKind::Location, &weights::PLACE_LIST);
        return;
    }
    let start = at + u32::from(classes(words.lower(at)).any(&[Class::Article, Class::Possessive]));
    let person = (start..start + 4)
        .take_while(|&word| words.is_word(word) && !heads::is_function_word(words.lower(word)))
        .any(|word| person::is_person_noun(words.lower(word)) && words.shape(word) == Shape::Lower);
    if person {
        votes.add(EntityKind::Person, &weights::APPOSITION);
    }
}

/// Whether the word is used as a verb only.
fn is_plain_verb(lower: &str) -> bool {
    gazetteer::word(lower).is_some_and(|word| {
        word.is_used_as(WordUse::Verb) && !word.is_used_as(WordUse::Noun) && !word.is_used_as(WordUse::Function)
    })
}

/// Bodies and times that are called by a person's name: "the Roe administration".
fn is_personal_body(lower: &str) -> bool {
    matches!(
        lower,
        "family" | "administration" | "era" | "camp" | "presidency" | "brothers" | "sisters" | "couple" | "dynasty"
    )
}

/// What mostly persons have.
fn is_personal_noun(lower: &str) -> bool {
    matches!(
        lower,
        "wife"
            | "husband"
            | "son"
            | "daughter"
            | "mother"
            | "father"
            | "brother"
            | "sister"
            | "family"
            | "lawyer"
            | "lawyers"
            | "attorney"
            | "death"
            | "administration"
            | "campaign"
            | "career"
            | "supporters"
            | "life"
            | "house"
            | "body"
            | "office"
            | "victory"
            | "election"
            | "arrest"
            | "book"
            | "speech"
            | "remarks"
    )
}

fn is_place_noun(lower: &str) -> bool {
    matches!(
        lower,
        "city"
            | "town"
            | "village"
            | "province"
            | "district"
            | "region"
            | "capital"
            | "state"
            | "county"
            | "suburb"
            | "island"
            | "municipality"
            | "prefecture"
            | "township"
            | "neighborhood"
            | "neighbourhood"
            | "river"
            | "borough"
            | "governorate"
            | "valley"
            | "coast"
            | "border"
            | "peninsula"
            | "republic"
            | "area"
    )
}

fn is_body_noun(lower: &str) -> bool {
    matches!(
        lower,
        "company"
            | "firm"
            | "party"
            | "group"
            | "newspaper"
            | "agency"
            | "organisation"
            | "organization"
            | "giant"
            | "club"
            | "broadcaster"
            | "website"
            | "network"
            | "militia"
            | "bank"
            | "airline"
            | "retailer"
            | "maker"
            | "carmaker"
            | "manufacturer"
            | "daily"
            | "outlet"
            | "channel"
            | "charity"
            | "startup"
            | "ngo"
            | "university"
            | "college"
            | "team"
            | "union"
            | "conglomerate"
            | "insurer"
            | "lender"
            | "publisher"
    )
}

fn is_product_noun(lower: &str) -> bool {
    matches!(
        lower,
        "app"
            | "vaccine"
            | "smartphone"
            | "missile"
            | "missiles"
            | "aircraft"
            | "jet"
            | "jets"
            | "rocket"
            | "tank"
            | "tanks"
            | "helicopter"
            | "helicopters"
            | "satellite"
            | "browser"
            | "software"
            | "drone"
            | "drones"
            | "rifle"
    )
}
