//! Every rule of name typing: its weight in the vote, and how often it is right.
//!
//! A rule adds its weight to the kind that it argues for; the kind with the highest sum over all mentions of a name
//! wins. Weights order the rules by strength and were set by reading errors on train splits. `confidence` is the share
//! of names decided by the rule (the strongest one on the winning side) whose both ends and kind are gold's.

/// One rule.
#[derive(Debug, PartialEq)]
pub(super) struct Rule {
    /// Stable name.
    pub(super) name: &'static str,
    /// Weight of one vote.
    pub(super) weight: f32,
    /// Precision.
    pub(super) confidence: f32,
}

macro_rules! rules {
    ($($id:ident = $name:literal, $weight:literal, $confidence:literal, $doc:literal;)*) => {
        $(#[doc = $doc] pub(super) const $id: Rule = Rule { name: $name, weight: $weight, confidence: $confidence };)*
    };
}

rules! {
    KNOWN_COUNTRY = "known-country", 5.0, 0.9, "A country or territory of the gazetteer.";
    KNOWN_CITY = "known-city", 2.5, 0.8, "A city of the gazetteer.";
    KNOWN_REGION = "known-region", 3.5, 0.8, "A state, continent, sea or other area of the gazetteer.";
    KNOWN_GROUP = "known-group", 4.5, 0.9, "A demonym, religious or political group of the gazetteer.";
    KNOWN_ORGANIZATION = "known-organization", 3.5, 0.8, "A public body, club, paper or party of the gazetteer.";
    KNOWN_COMPANY = "known-company", 3.0, 0.8, "A company of the gazetteer.";
    KNOWN_PERSON = "known-person", 4.0, 0.9, "The full name of a notable person.";
    KNOWN_FACILITY = "known-facility", 3.5, 0.7, "A building of the gazetteer.";
    KNOWN_EVENT = "known-event", 3.5, 0.7, "An event of the gazetteer.";
    KNOWN_THING = "known-thing", 2.0, 0.5, "A product, work or law of the gazetteer.";
    AMBIGUOUS = "known-ambiguous", 1.0, 0.6, "A gazetteer name that is also a common word or another kind of name.";
    LEGAL_FORM = "legal-form", 5.0, 0.9, "\"Inc.\", \"Ltd\" at the end.";
    ORGANIZATION_HEAD = "organization-head", 3.5, 0.8, "\"Party\", \"Ministry\" at the end, or \"Bank of\".";
    FACILITY_HEAD = "facility-head", 3.5, 0.6, "\"Airport\", \"Bridge\" at the end.";
    LOCATION_HEAD = "location-head", 3.5, 0.7, "\"River\", \"County\" at the end.";
    LOCATION_PREFIX = "location-prefix", 1.2, 0.6, "\"Lake\", \"Mount\" at the start.";
    EVENT_HEAD = "event-head", 3.0, 0.6, "\"Cup\", \"Festival\" at the end.";
    LAW_HEAD = "law-head", 3.0, 0.6, "\"Act\", \"Treaty\" at the end.";
    PLATFORM = "platform", 4.0, 0.6, "A social network or application.";
    PRODUCT_MODEL = "product-model", 4.0, 0.6, "A brand with a model number.";
    FIRST_NAME = "first-name", 3.0, 0.9, "A first name, then one to three more words.";
    SURNAME = "surname", 1.0, 0.7, "A surname at the end.";
    INITIALS = "initials", 2.0, 0.9, "An initial letter with a full stop.";
    PARTICLE = "name-particle", 1.5, 0.8, "\"van\", \"bin\" inside.";
    ACRONYM = "acronym", 1.5, 0.7, "Two to six capital letters.";
    BODY_ALONE = "body-alone", 1.5, 0.5, "\"Congress\", \"Parliament\" by itself.";
    DISEASE = "disease", 4.0, 0.5, "A named disease.";
    PERSON_SHAPE = "person-shape", 0.8, 0.6, "Two or three capitalised words, none of them a common one.";
    COMMON_WORDS = "common-words", 0.7, 0.5, "Several capitalised words, all of them common ones.";
    GROUP_ENDING = "group-ending", 1.0, 0.5, "Formed like a demonym or a following.";
    HONORIFIC = "honorific", 6.0, 0.9, "\"Mr\", \"Dr\" before it.";
    TITLE = "title", 3.0, 0.9, "A capitalised title before it.";
    POSITION = "position", 2.0, 0.8, "A lower-case position before it: \"actor\".";
    SPEAKS = "speaks", 1.2, 0.8, "The subject of a verb of speech.";
    OWNER = "owner", 1.2, 0.7, "\"wife\", \"campaign\" after its possessive.";
    AGE = "age", 4.0, 0.9, "An age between commas after it.";
    RELATIVE_WHO = "relative-who", 1.5, 0.8, "\"who\" after it.";
    APPOSITION = "apposition", 2.0, 0.8, "\", a teacher\" after it.";
    INSIDE = "inside", 1.5, 0.7, "\"in\" before it.";
    DIRECTION = "direction", 0.5, 0.6, "\"from\", \"to\", \"near\" before it.";
    PLACE_LIST = "place-in-country", 2.5, 0.8, "A comma and a country or state after it.";
    PLACE_NOUN = "place-noun", 2.5, 0.8, "\"city of\" before it, \"province\" after it.";
    BODY_NOUN = "body-noun", 2.0, 0.7, "\"company\" before it, \"officials\" after it.";
    GROUP_NOUN = "group-noun", 1.0, 0.6, "\"community\", \"people\" after it.";
    PRODUCT_NOUN = "product-noun", 1.5, 0.5, "\"app\", \"vaccine\" after it.";
    DETERMINED = "determined", 0.7, 0.6, "\"the\" before it.";
    EXPLAINED = "explained-acronym", 3.0, 0.8, "Its initials in brackets after it, or it in brackets after its words.";
    PART_OF_PERSON = "part-of-person", 3.5, 0.9, "The first or last word of a person named in full elsewhere.";
    PART_OF_BODY = "part-of-organization", 1.5, 0.7, "The first word, or the initials, of a body named in full elsewhere.";
    QUOTED_WORK = "quoted-work", 3.0, 0.6, "A title in quotation marks beside \"film\", \"novel\" and the like.";
    QUOTED_TITLE = "quoted-title", 2.0, 0.5, "Two to eight words in quotation marks, capitalised like a title.";
    SEAT = "seat-of-government", 4.0, 0.6, "A capital or seat that acts or speaks.";
    HEADLINE = "headline", 0.0, 0.8, "Words of a headline that the running text names.";
    CAPITAL = "capital", 0.1, 0.4, "Nothing but the capital letter.";
}
