//! Nouns that describe: what each means.

use dateline_gazetteer::OrganizationClass;
use dateline_lexicon::person;

use crate::quotes::words;

/// The sort of body that a noun means.
pub(super) fn class_of(noun: &str) -> Option<OrganizationClass> {
    Some(match noun {
        "party" => OrganizationClass::Party,
        "newspaper" | "paper" | "network" | "broadcaster" | "magazine" | "outlet" | "channel" | "daily" => {
            OrganizationClass::Media
        }
        "university" | "institute" | "college" | "school" => OrganizationClass::Academic,
        "club" | "team" | "side" | "league" | "squad" | "franchise" => OrganizationClass::Sport,
        "ministry" | "government" | "department" | "court" | "parliament" | "administration" | "regulator" => {
            OrganizationClass::Government
        }
        "army" | "military" | "militia" | "navy" | "militants" | "rebels" => OrganizationClass::Armed,
        "union" | "charity" | "church" | "association" | "foundation" => OrganizationClass::Association,
        "bloc" => OrganizationClass::Intergovernmental,
        _ => return None,
    })
}

/// Whether a noun means a body; some of these can mean a person as well.
pub(super) fn is_body_noun(noun: &str) -> bool {
    let or_person = ["developer", "publisher", "producer", "operator", "maker", "manufacturer", "retailer", "supplier"];
    words::is_collective(noun) || or_person.contains(&noun)
}

pub(super) fn is_place_noun(noun: &str) -> bool {
    let places = ["city", "town", "country", "kingdom", "republic", "island", "state", "province", "region", "village"];
    places.contains(&noun) || matches!(noun, "nation" | "county" | "municipality" | "territory" | "capital")
}

/// Whether a noun means one person: an office, an occupation, or what anybody can be called.
pub(in super::super) fn is_person_noun(noun: &str) -> bool {
    !words::is_collective(noun) && person::is_person_noun(noun)
        || is_generic(noun)
        || words::is_title(noun)
        || matches!(noun, "old" | "mother" | "father" | "lawmaker" | "incumbent" | "newcomer" | "victim" | "suspect")
}

pub(super) fn is_occupation(noun: &str) -> bool {
    person::is_head(noun) && !is_generic(noun)
}

/// Whether a noun fits whoever holds some title, or any man or woman.
pub(super) fn is_generic(noun: &str) -> bool {
    matches!(
        noun,
        "official" | "leader" | "man" | "woman" | "politician" | "executive" | "boss" | "chief" | "expert" | "old"
    )
}
