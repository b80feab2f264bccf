//! Every rule of name typing: its weight in the vote, and how often it is right.
//!
//! A rule adds its weight to the kind that it argues for; the kind with the highest sum over all mentions of a name
//! wins. Weights order the rules by strength and were set by reading errors on train splits. `confidence` is the share
//! of the names decided by the rule (the strongest one for the winning kind) of which both ends and the kind are gold's,
//! with one success and one failure added; measured on the train split of Worldwide Newswire, which knows events, works
//! and laws as one kind and counts "City, Country" as one name.

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
    KNOWN_COUNTRY = "known-country", 5.0, 0.94, "A country or territory of the gazetteer.";
    KNOWN_CITY = "known-city", 2.5, 0.81, "A city of the gazetteer.";
    KNOWN_REGION = "known-region", 3.5, 0.85, "A state, continent, sea or other area of the gazetteer.";
    KNOWN_GROUP = "known-group", 4.5, 0.95, "A demonym, religious or political group of the gazetteer.";
    KNOWN_ORGANIZATION = "known-organization", 3.5, 0.93, "A public body, club, paper or party of the gazetteer.";
    KNOWN_COMPANY = "known-company", 3.0, 0.84, "A company of the gazetteer.";
    KNOWN_PERSON = "known-person", 4.0, 0.95, "The full name of a notable person.";
    KNOWN_FACILITY = "known-facility", 3.5, 0.66, "A building of the gazetteer.";
    KNOWN_EVENT = "known-event", 3.5, 0.73, "An event of the gazetteer.";
    KNOWN_THING = "known-thing", 2.0, 0.43, "A product, work or law of the gazetteer.";
    AMBIGUOUS = "known-ambiguous", 1.0, 0.52, "A gazetteer name that is also a common word or another kind of name.";
    LEGAL_FORM = "legal-form", 5.0, 0.68, "\"Inc.\", \"Ltd\" at the end.";
    ORGANIZATION_HEAD = "organization-head", 3.5, 0.79, "\"Party\", \"Ministry\" at the end, or \"Bank of\".";
    FACILITY_HEAD = "facility-head", 3.5, 0.65, "\"Airport\", \"Bridge\" at the end.";
    LOCATION_HEAD = "location-head", 3.5, 0.69, "\"River\", \"County\" at the end.";
    LOCATION_PREFIX = "location-prefix", 1.2, 0.53, "\"Lake\", \"Mount\" at the start.";
    EVENT_HEAD = "event-head", 3.0, 0.65, "\"Cup\", \"Festival\" at the end.";
    LAW_HEAD = "law-head", 3.0, 0.6, "\"Act\", \"Treaty\" at the end.";
    PLATFORM = "platform", 4.0, 0.37, "A social network or application.";
    PRODUCT_MODEL = "product-model", 4.0, 0.44, "A brand with a model number.";
    FIRST_NAME = "first-name", 3.0, 0.91, "A first name, then one to three more words.";
    SURNAME = "surname", 1.0, 0.52, "A surname at the end.";
    INITIALS = "initials", 2.0, 0.36, "An initial letter with a full stop.";
    GIVEN_SYLLABLES = "given-syllables", 2.5, 0.84, "A family name, then two syllables with a hyphen, the second in lower case.";
    PARTICLE = "name-particle", 1.5, 0.25, "\"van\", \"bin\" inside.";
    ACRONYM = "acronym", 1.5, 0.58, "Two to six capital letters.";
    BODY_ALONE = "body-alone", 1.5, 0.84, "\"Congress\", \"Parliament\" by itself.";
    DISEASE = "disease", 4.0, 0.89, "A named disease.";
    PERSON_SHAPE = "person-shape", 0.8, 0.57, "Two or three capitalised words, none of them a common one.";
    COMMON_WORDS = "common-words", 0.7, 0.39, "Several capitalised words, all of them common ones.";
    GROUP_ENDING = "group-ending", 1.0, 0.57, "Formed like a demonym or a following.";
    HONORIFIC = "honorific", 6.0, 0.91, "\"Mr\", \"Dr\" before it.";
    TITLE = "title", 3.0, 0.68, "A capitalised title before it.";
    POSITION = "position", 2.0, 0.86, "A lower-case position before it: \"actor\".";
    SPEAKS = "speaks", 1.2, 0.66, "The subject of a verb of speech.";
    OWNER = "owner", 1.2, 0.18, "\"wife\", \"campaign\" after its possessive.";
    SUBJECT = "subject", 0.3, 0.19, "A verb after it.";
    AGE = "age", 4.0, 0.9, "An age between commas after it.";
    RELATIVE_WHO = "relative-who", 1.5, 0.84, "\"who\" after it.";
    APPOSITION = "apposition", 2.0, 0.86, "\", a teacher\" after it.";
    INSIDE = "inside", 1.5, 0.46, "\"in\" before it.";
    DIRECTION = "direction", 0.5, 0.24, "\"from\", \"to\", \"near\" before it.";
    PLACE_LIST = "place-in-country", 2.5, 0.52, "A comma and a country or state after it.";
    PLACE_NOUN = "place-noun", 2.5, 0.67, "\"city of\" before it, \"province\" after it.";
    BODY_NOUN = "body-noun", 2.0, 0.66, "\"company\" before it, \"officials\" after it.";
    GROUP_NOUN = "group-noun", 1.0, 0.49, "\"community\", \"people\" after it.";
    PRODUCT_NOUN = "product-noun", 1.5, 0.14, "\"app\", \"vaccine\" after it.";
    DETERMINED = "determined", 0.7, 0.23, "\"the\" before it.";
    EXPLAINED = "explained-acronym", 3.0, 0.83, "Its initials in brackets after it, or it in brackets after its words.";
    PART_OF_PERSON = "part-of-person", 3.5, 0.94, "The first or last word of a person named in full elsewhere.";
    PART_OF_BODY = "part-of-organization", 1.5, 0.58, "The first word, or the initials, of a body named in full elsewhere.";
    QUOTED_WORK = "quoted-work", 3.0, 0.48, "A title in quotation marks beside \"film\", \"novel\" and the like.";
    QUOTED_TITLE = "quoted-title", 2.0, 0.46, "Two to eight words in quotation marks, capitalised like a title.";
    SEAT = "seat-of-government", 4.0, 0.14, "A capital or seat that acts or speaks.";
    HEADLINE = "headline", 0.0, 0.75, "Words of a headline that the running text names.";
    CAPITAL = "capital", 0.1, 0.31, "Nothing but the capital letter.";
}
