//! Words for persons: offices, occupations, relations by family, forms of address, and the gender that they show.

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
    HEADS.binary_search(&lower).is_ok()
}

/// Whether a lower-case noun after "a" or "the" can describe a person: a listed position, or formed like one.
#[must_use]
pub fn is_person_noun(lower: &str) -> bool {
    let formed = ["ist", "woman", "ologist", "ographer", "person", "smith", "worker", "keeper", "maker", "player"];
    is_head(lower) || PERSON_NOUNS.contains(&lower) || lower.len() > 5 && formed.iter().any(|end| lower.ends_with(end))
}

/// Whether the word, in lower case, is a relation by family, which is no role: "her father".
#[must_use]
pub fn is_kin(word: &str) -> bool {
    matches!(
        word,
        "father"
            | "mother"
            | "brother"
            | "sister"
            | "son"
            | "daughter"
            | "wife"
            | "husband"
            | "widow"
            | "partner"
            | "friend"
            | "parent"
    )
}

/// Whether the word is a form of address, which is no role: "Mr", "Dr".
#[must_use]
pub fn is_honorific(lower: &str) -> bool {
    HONORIFICS.contains(&lower.trim_end_matches('.'))
}

/// Whether the word narrows a title down: "deputy", "foreign", "vice".
#[must_use]
pub fn is_title_modifier(lower: &str) -> bool {
    MODIFIERS.contains(&lower)
}

/// Whether the title can only be one person's at a time, so that "the president" can point back to its holder.
#[must_use]
pub fn is_unique_office(title: &str) -> bool {
    UNIQUE_OFFICES.contains(&title)
}

/// The gender that a title or description tells.
#[must_use]
pub fn gender_of(lower: &str) -> Option<Gender> {
    let lower = lower.trim_end_matches('.');
    if MASCULINE.contains(&lower) || lower.len() > 5 && lower.ends_with("man") && !lower.ends_with("woman") {
        Some(Gender::Masculine)
    } else if FEMININE.contains(&lower) || lower.ends_with("woman") {
        Some(Gender::Feminine)
    } else {
        None
    }
}

#[rustfmt::skip]
const HONORIFICS: &[&str] = &[
    "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "madam", "lord", "lady", "shri", "smt", "mme", "mlle",
    "hon", "sheikh", "sheikha",
];

#[rustfmt::skip]
const MASCULINE: &[&str] = &[
    "mr", "sir", "king", "prince", "lord", "duke", "emperor", "baron", "sultan", "emir", "sheikh", "father",
    "brother", "son", "husband", "uncle", "grandfather", "nephew", "pope", "bishop", "archbishop", "cardinal", "imam",
    "actor", "ayatollah", "congressman", "chairman", "shri", "boy", "man", "monk", "widower", "count", "earl",
    "reverend",
];

#[rustfmt::skip]
const FEMININE: &[&str] = &[
    "mrs", "ms", "miss", "dame", "madam", "lady", "queen", "princess", "duchess", "empress", "baroness", "countess",
    "mother", "sister", "daughter", "wife", "aunt", "grandmother", "niece", "actress", "nun", "mme", "mlle", "smt",
    "girl", "woman", "waitress", "widow", "heroine", "hostess",
];

#[rustfmt::skip]
const UNIQUE_OFFICES: &[&str] = &[
    "president", "prime minister", "chancellor", "king", "queen", "pope", "emperor", "sultan", "emir", "premier",
    "governor", "mayor", "chief justice", "secretary-general", "foreign minister", "finance minister", "defence
    minister", "defense minister", "interior minister", "health minister", "education minister", "justice minister",
    "vice president", "vice-president", "deputy prime minister", "secretary of state", "attorney general",
    "taoiseach", "ayatollah", "supreme leader", "crown prince", "chief executive", "ceo", "coach", "head coach",
    "speaker", "home secretary", "defence secretary", "defense secretary", "foreign secretary", "police chief", "army
    chief",
];

#[rustfmt::skip]
const PERSON_NOUNS: &[&str] = &[
    "advocate", "aide", "alumnus", "ally", "author", "billionaire", "blogger", "boss", "boxer", "brother", "chief",
    "citizen", "collector", "contender", "correspondent", "critic", "dancer", "daughter", "employee", "entrepreneur",
    "expert", "farmer", "father", "fellow", "graduate", "hairdresser", "head", "hopeful", "husband", "journalist",
    "lecturer", "lobbyist", "lawmaker", "lover", "manager", "member", "mother", "native", "neighbor", "neighbour",
    "nominee", "nurse", "observer", "parent", "partner", "pensioner", "philanthropist", "pioneer", "poet", "refugee",
    "reporter", "resident", "retiree", "runner", "scholar", "sister", "son", "star", "student", "supporter",
    "survivor", "teacher", "tourist", "trader", "tutor", "veteran", "victim", "volunteer", "widow", "wife", "witness",
];

#[rustfmt::skip]
const MODIFIERS: &[&str] = &[
    "acting", "affairs", "agriculture", "air", "alternate", "army", "assistant", "associate", "attorney", "brigadier",
    "budget", "business", "cabinet", "campaign", "chief", "city", "co", "commerce", "communications", "county",
    "crown", "culture", "defence", "defense", "departmental", "deputy", "district", "division", "economics",
    "economic", "economy", "education", "energy", "environment", "executive", "external", "federal", "field",
    "finance", "financial", "first", "foreign", "founding", "general", "grand", "head", "health", "home", "honorary",
    "house", "housing", "human", "immigration", "information", "infrastructure", "inspector", "intelligence",
    "interior", "interim", "joint", "junior", "justice", "labor", "labour", "lead", "legal", "lieutenant", "lt",
    "maj", "major", "majority", "managing", "marketing", "media", "military", "minority", "national", "naval", "navy",
    "office", "opposition", "opinion", "parliamentary", "party", "permanent", "petroleum", "planning", "police",
    "policy", "political", "presidential", "press", "prime", "principal", "programme", "program", "project",
    "provincial", "public", "regional", "relations", "research", "resident", "resources", "sales", "science",
    "second", "security", "senate", "senior", "special", "sports", "staff", "state", "supreme", "team", "technical",
    "technology", "third", "tourism", "trade", "traditional", "transport", "treasury", "under", "union", "vice",
    "warrant", "water", "women", "youth", "spiritual", "religious", "central", "former", "ex", "then", "outgoing",
    "incoming", "late", "presumptive", "fire", "front", "list", "farm", "service", "gold", "figure",
];

#[rustfmt::skip]
const HEADS: &[&str] = &[
    "academic", "activist", "actor", "actress", "adm", "administrator", "admiral", "adviser", "advisor", "advocate",
    "agent", "ambassador", "amir", "analyst", "anchor", "anchorman", "anchorwoman", "anthropologist", "apostle",
    "archaeologist", "archbishop", "architect", "artist", "assemblyman", "astronaut", "athlete", "attorney",
    "auditor", "author", "ayatollah", "banker", "baron", "baroness", "barrister", "bassist", "billionaire",
    "biologist", "bishop", "blogger", "boxer", "brigadier", "broadcaster", "broker", "brother", "businessman",
    "businesswoman", "campaigner", "candidate", "capt", "captain", "cardinal", "cardiologist", "cartoonist", "ceo",
    "cfo", "chair", "chairman", "chairperson", "chairwoman", "chancellor", "chef", "chemist", "chief", "chieftain",
    "choreographer", "cinematographer", "cleric", "climatologist", "coach", "col", "colonel", "columnist", "comedian",
    "commandant", "commander", "commissioner", "commodore", "composer", "comptroller", "conductor", "congressman",
    "congresswoman", "constable", "consul", "consultant", "contender", "contributor", "controller", "convener", "coo",
    "coordinator", "coroner", "corporal", "correspondent", "councillor", "councilman", "councilor", "councilwoman",
    "counselor", "count", "countess", "cpl", "creator", "criminologist", "cto", "curator", "cyclist", "dame",
    "dancer", "dean", "defender", "delegate", "dentist", "deputy", "designer", "detective", "dictator", "diplomat",
    "director", "dissident", "doctor", "dr", "driver", "drummer", "duchess", "duke", "earl", "economist", "editor",
    "emeritus", "emir", "emperor", "empress", "engineer", "entrepreneur", "envoy", "epidemiologist", "evangelist",
    "executive", "expert", "farmer", "father", "filmmaker", "fisherman", "footballer", "forward", "founder",
    "frontman", "frontrunner", "gen", "general", "geologist", "goalkeeper", "golfer", "gov", "governor", "guitarist",
    "historian", "hon", "hopeful", "host", "illustrator", "imam", "inspector", "instructor", "investor", "journalist",
    "judge", "justice", "king", "lady", "laureate", "lawmaker", "lawyer", "leader", "lecturer", "legislator",
    "lieutenant", "lobbyist", "lord", "lt", "madam", "magistrate", "maj", "major", "manager", "marshal", "mayor",
    "medalist", "mediator", "member", "meteorologist", "midfielder", "minister", "miss", "mme", "model", "moderator",
    "monsignor", "mp", "mr", "mrs", "ms", "mufti", "musician", "naturalist", "negotiator", "neurologist",
    "neurosurgeon", "nominee", "novelist", "nurse", "officer", "official", "ombudsman", "oncologist", "organiser",
    "organizer", "owner", "painter", "pastor", "pediatrician", "philanthropist", "photographer", "physician",
    "physicist", "pianist", "pilot", "player", "playwright", "pm", "poet", "politician", "pollster", "pope",
    "preacher", "premier", "presenter", "president", "priest", "prince", "princess", "principal", "pro", "producer",
    "prof", "professor", "prosecutor", "psychiatrist", "psychologist", "pte", "publicist", "pvt", "quarterback",
    "queen", "rabbi", "rapper", "rector", "referee", "rep", "reporter", "representative", "researcher", "rev",
    "reverend", "rider", "runner", "saxophonist", "scholar", "scientist", "screenwriter", "sculptor", "secretary",
    "seismologist", "sen", "senator", "sergeant", "sgt", "sheikh", "sheikha", "sheriff", "shri", "singer", "sir",
    "sister", "skater", "skipper", "smt", "sociologist", "solicitor", "songwriter", "spokesman", "spokespeople",
    "spokesperson", "spokeswoman", "sprinter", "star", "strategist", "striker", "student", "sultan", "superintendent",
    "supt", "surgeon", "swimmer", "teacher", "trader", "trainer", "translator", "treasurer", "trustee", "tsar",
    "undersecretary", "vc", "vet", "veteran", "veterinarian", "vicar", "violinist", "virologist", "vocalist",
    "whistleblower", "worker", "wrestler", "writer",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_sorted() {
        for pair in HEADS.windows(2) {
            assert!(pair[0] < pair[1], "{pair:?}");
        }
    }
}
