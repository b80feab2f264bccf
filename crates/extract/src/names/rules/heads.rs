//! Word lists: the words that tell what kind of name they stand in.

/// Words of grammar, which carry a capital only where any word would.
pub(crate) fn is_function_word(lower: &str) -> bool {
    FUNCTION_WORDS.binary_search(&lower).is_ok()
}

/// Weekdays and months, which are capitalised but no names.
pub(super) fn is_calendar_word(lower: &str) -> bool {
    CALENDAR.contains(&lower)
}

/// Short forms of weekdays and months, which are no names with a full stop or before a number: "Jan. 5".
pub(super) fn is_calendar_abbreviation(lower: &str) -> bool {
    CALENDAR_ABBREVIATIONS.contains(&lower.trim_end_matches('.'))
}

/// Months that are surnames too: "Jane May".
pub(super) fn is_month_surname(lower: &str) -> bool {
    matches!(lower, "may" | "march" | "april" | "june" | "august")
}

/// Last words of names of bodies: "Labour Party", "Acme Inc."
pub(super) fn is_organization_head(lower: &str) -> bool {
    let lower = lower.trim_end_matches('.');
    ORGANIZATION_HEADS.binary_search(&lower).is_ok() || LEGAL_FORMS.contains(&lower)
}

/// Endings that the law requires of companies' names.
pub(crate) fn is_legal_form(lower: &str) -> bool {
    LEGAL_FORMS.contains(&lower.trim_end_matches('.'))
}

/// First words of names of bodies that go on with "of" or "for": "University of Leeds".
pub(super) fn takes_of(lower: &str) -> bool {
    ORGANIZATION_HEADS.binary_search(&lower).is_ok() || TAKES_OF.contains(&lower)
}

/// Last words of names of buildings and structures.
pub(super) fn is_facility_head(lower: &str) -> bool {
    FACILITY_HEADS.binary_search(&lower).is_ok()
}

/// Last words of names of places.
pub(super) fn is_location_head(lower: &str) -> bool {
    LOCATION_HEADS.binary_search(&lower).is_ok()
}

/// First words of names of places: "Lake Chad".
pub(super) fn is_location_prefix(lower: &str) -> bool {
    LOCATION_PREFIXES.contains(&lower)
}

/// Points of the compass, as they stand before places and peoples.
pub(super) fn is_direction(lower: &str) -> bool {
    DIRECTIONS.contains(&lower)
}

/// Bodies that are named by one common noun where a country has one of them: "Congress".
pub(super) fn is_body_alone(lower: &str) -> bool {
    matches!(lower, "congress" | "parliament" | "cabinet" | "senate" | "assembly" | "foundation")
}

/// Named diseases, which fit no other kind.
pub(super) fn is_disease(lower: &str) -> bool {
    matches!(lower, "covid" | "covid-19" | "coronavirus" | "ebola" | "zika" | "sars" | "mers" | "omicron" | "mpox")
}

/// Abbreviations in capitals that name nothing, Roman numerals among them: "TV", "CEO", "XVII".
pub(super) fn is_plain_abbreviation(text: &str) -> bool {
    PLAIN_ABBREVIATIONS.contains(&text.trim_end_matches('.')) || text.chars().all(|c| "IVX".contains(c))
}

/// Abbreviations that stand before a name and are no part of it: "NGO Hill Care".
pub(super) fn is_abbreviated_description(text: &str) -> bool {
    matches!(text, "NGO" | "NGOs" | "CEO" | "MP" | "MPs" | "PM" | "VP" | "DJ" | "CFO" | "COO" | "CTO")
}

/// Whether a centre or house of this sort is a building: "Medical Center", "Opera House".
pub(super) fn is_building_sort(lower: &str) -> bool {
    matches!(
        lower,
        "medical"
            | "convention"
            | "conference"
            | "shopping"
            | "sports"
            | "exhibition"
            | "detention"
            | "maternity"
            | "health"
            | "civic"
            | "visitor"
            | "opera"
            | "guest"
            | "manor"
            | "state"
            | "launch"
            | "community"
            | "trade"
            | "exposition"
            | "logistics"
            | "aquatic"
            | "rehabilitation"
            | "distribution"
    )
}

/// Lower-case first parts that belong to the name after their hyphen: "sub-Saharan Africa".
pub(super) fn is_bound_prefix(lower: &str) -> bool {
    matches!(lower, "sub" | "ultra" | "trans" | "pan")
}

/// Networks and sites that the public knows as things to use; their owners carry other names or more words.
pub(super) fn is_platform(lower: &str) -> bool {
    matches!(
        lower,
        "twitter"
            | "facebook"
            | "instagram"
            | "youtube"
            | "tiktok"
            | "whatsapp"
            | "telegram"
            | "snapchat"
            | "reddit"
            | "wechat"
            | "weibo"
            | "linkedin"
            | "pinterest"
            | "messenger"
            | "signal"
            | "discord"
            | "twitch"
            | "zoom"
            | "wikipedia"
            | "skype"
            | "gmail"
            | "android"
    )
}

/// Last words of names of events.
pub(super) fn is_event_head(lower: &str) -> bool {
    EVENT_HEADS.binary_search(&lower).is_ok()
}

/// Last words of names of laws, treaties and plans.
pub(super) fn is_law_head(lower: &str) -> bool {
    LAW_HEADS.contains(&lower)
}

/// Brands of goods and machines that a model name follows.
pub(super) fn is_product_prefix(lower: &str) -> bool {
    PRODUCT_PREFIXES.contains(&lower)
}

/// Lower-case words inside names of persons: "Ursula von der Leyen".
pub(crate) fn is_name_particle(lower: &str) -> bool {
    NAME_PARTICLES.contains(&lower)
}

/// Particles that stand in names of persons only.
pub(super) fn is_person_particle(lower: &str) -> bool {
    matches!(lower, "van" | "von" | "bin" | "bint" | "ibn" | "der" | "den" | "da" | "dos" | "ould" | "ter" | "zu")
}

/// Words that modify the name after them and are no part of it: "northern Syria", "former".
pub(super) fn is_modifier(lower: &str) -> bool {
    MODIFIERS.contains(&lower)
}

/// Words whose possessive stands inside names: "Women's World Cup".
pub(super) fn is_possessive_inside(lower: &str) -> bool {
    POSSESSIVE_INSIDE.contains(&lower)
}

/// Second parts of compounds that are no part of the name before them: "London-based".
pub(super) fn is_compound_ending(lower: &str) -> bool {
    COMPOUND_ENDINGS.contains(&lower)
}

/// Words of the works that quotation marks name: "the film", "her novel".
pub(super) fn is_work_noun(lower: &str) -> bool {
    WORK_NOUNS.contains(&lower)
}

/// Past and present forms of the verbs by which persons and bodies speak.
pub(crate) fn is_speech_verb(lower: &str) -> bool {
    SPEECH_VERBS.contains(&lower)
}

/// Verbs of which only persons, bodies and governments are the subject.
pub(crate) fn is_agent_verb(lower: &str) -> bool {
    AGENT_VERBS.contains(&lower) || is_speech_verb(lower)
}

#[rustfmt::skip]
const FUNCTION_WORDS: &[&str] = &[
    "a", "about", "above", "according", "across", "after", "again", "against", "ago", "all", "almost", "along",
    "already", "also", "although", "always", "am", "amid", "among", "an", "and", "another", "any", "anyone", "are",
    "around", "as", "asked", "at", "back", "be", "because", "been", "before", "behind", "being", "below", "beside",
    "besides", "between", "beyond", "both", "but", "by", "can", "could", "despite", "did", "do", "does", "down",
    "due", "during", "each", "eight", "either", "else", "en", "even", "ever", "every", "everyone", "few", "finally",
    "first", "five", "for", "four", "from", "further", "had", "has", "have", "he", "hence", "her", "here", "hers",
    "herself", "him", "himself", "his", "how", "however", "i", "if", "in", "indeed", "inside", "instead", "into",
    "is", "it", "its", "itself", "just", "last", "later", "least", "less", "like", "many", "may", "maybe", "me",
    "meanwhile", "more", "moreover", "most", "much", "must", "my", "near", "neither", "never", "nevertheless", "next",
    "nine", "no", "none", "nor", "not", "nothing", "now", "of", "off", "often", "on", "once", "one", "only", "onto",
    "or", "other", "others", "our", "out", "outside", "over", "own", "per", "perhaps", "please", "rather", "route",
    "said", "same", "says", "second", "seven", "shall", "she", "should", "since", "six", "so", "some", "someone",
    "soon", "still", "such", "ten", "than", "that", "the", "their", "them", "then", "there", "therefore", "these",
    "they", "third", "this", "those", "though", "three", "through", "throughout", "thus", "to", "today", "together",
    "tomorrow", "too", "toward", "towards", "two", "under", "unless", "unlike", "until", "up", "upon", "us", "very",
    "via", "was", "we", "well", "were", "what", "when", "where", "whereas", "whether", "which", "while", "who",
    "whom", "whose", "why", "will", "with", "within", "without", "would", "yes", "yesterday", "yet", "you", "your",
];

#[rustfmt::skip]
const CALENDAR: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mondays", "tuesdays", "wednesdays",
    "thursdays", "fridays", "saturdays", "sundays", "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
];

#[rustfmt::skip]
const CALENDAR_ABBREVIATIONS: &[&str] = &[
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "jan", "feb", "mar", "apr", "jun",
    "jul", "aug", "sept", "sep", "oct", "nov", "dec",
];

#[rustfmt::skip]
const LEGAL_FORMS: &[&str] = &[
    "inc", "incorporated", "ltd", "limited", "llc", "llp", "plc", "corp", "corporation", "co", "company", "gmbh",
    "ag", "sa", "s.a", "nv", "n.v", "bv", "b.v", "spa", "s.p.a", "pty", "bhd", "berhad", "oyj", "ab", "asa", "kk",
    "pvt", "pte", "holdings", "holding",
];

#[rustfmt::skip]
const ORGANIZATION_HEADS: &[&str] = &[
    "academy", "administration", "advisory", "agency", "airlines", "airways", "alliance", "army", "assembly", "assoc",
    "associates", "association", "authorities", "authority", "bancorp", "bank", "banking", "battalion", "board",
    "bodies", "brigade", "broadcasting", "brotherhood", "brothers", "bureau", "cabinet", "campaign", "capital",
    "chamber", "charity", "choir", "chronicle", "church", "club", "coalition", "college", "command", "commission",
    "committee", "communications", "community", "companies", "company", "confederation", "congress", "consortium",
    "constabulary", "consulting", "cooperative", "corporation", "corps", "council", "court", "courts", "daily",
    "department", "directorate", "division", "dynasty", "electric", "electronics", "embassy", "empire", "energy",
    "engineering", "enterprise", "enterprises", "entertainment", "express", "faculty", "fc", "federation", "firm",
    "fleet", "force", "forces", "forum", "foundation", "front", "fund", "gazette", "government", "group", "guard",
    "guards", "guild", "herald", "industries", "inspectorate", "institute", "institution", "insurance", "investments",
    "journal", "judiciary", "knesset", "laboratories", "laboratory", "league", "legislature", "logistics", "media",
    "militia", "ministry", "mission", "motors", "movement", "nations", "navy", "network", "networks", "news",
    "newspaper", "newspapers", "observatory", "office", "opera", "orchestra", "organisation", "organization",
    "parliament", "partners", "partnership", "party", "petroleum", "pharma", "pharmaceuticals", "police",
    "polytechnic", "post", "press", "productions", "prosecutor", "publishers", "publishing", "radio", "railways",
    "records", "regiment", "registry", "resources", "school", "schools", "secretariat", "securities", "seminary",
    "senate", "service", "services", "society", "solutions", "squad", "studios", "syndicate", "systems", "taskforce",
    "team", "technologies", "telecom", "telegraph", "television", "theatre", "times", "trades", "treasury",
    "tribunal", "tribune", "troops", "trust", "tv", "unicef", "union", "unit", "united", "university", "varsity",
    "ventures", "watch", "watchdog", "weekly", "wing", "yard",
];

#[rustfmt::skip]
const TAKES_OF: &[&str] = &[
    "centre", "center", "house", "houses", "order", "gulf", "strait", "bay", "republic", "kingdom", "state",
    "province", "city", "district", "isle", "port", "sea", "cape", "horn", "ministries", "knights", "sisters",
    "mothers", "friends", "bill", "declaration", "day", "battle", "war", "treaty", "festival", "emirate", "emirates",
    "lord", "bridge", "tower", "programme", "program", "initiative", "plan", "convention", "conference", "hall",
    "museum", "cathedral", "mount", "valley", "coast", "palace", "voice", "court", "people's", "bank", "isthmus",
    "archdiocese", "diocese", "duchy", "county", "university", "chamber", "museum", "hospital",
];

#[rustfmt::skip]
const FACILITY_HEADS: &[&str] = &[
    "abbey", "aerodrome", "airfield", "airport", "arena", "auditorium", "barracks", "base", "basilica", "bridge",
    "building", "bypass", "castle", "cathedral", "cemetery", "chapel", "clinic", "complex", "consulate", "convent",
    "courthouse", "crossing", "dam", "depot", "dockyard", "embankment", "expressway", "factory", "farm", "fort",
    "fortress", "gallery", "garden", "gardens", "gate", "greenhouse", "hall", "harbor", "harbour", "highway",
    "hospital", "hotel", "infirmary", "interchange", "jail", "library", "lighthouse", "mall", "mansion", "market",
    "memorial", "mill", "mine", "monastery", "monument", "mosque", "motorway", "museum", "nunnery", "observatory",
    "palace", "pier", "pipeline", "plant", "playhouse", "port", "prison", "pub", "racecourse", "racetrack", "railway",
    "refinery", "residence", "resort", "restaurant", "roundabout", "shipyard", "shrine", "speedway", "stadium",
    "station", "synagogue", "temple", "terminal", "theater", "tomb", "tower", "towers", "tunnel", "turnpike",
    "velodrome", "villa", "zoo",
];

#[rustfmt::skip]
const LOCATION_HEADS: &[&str] = &[
    "archipelago", "area", "atoll", "ave", "ave.", "avenue", "basin", "bay", "beach", "belt", "bluff", "blvd",
    "blvd.", "borough", "boulevard", "canal", "canyon", "cape", "city", "coast", "county", "creek", "delta", "desert",
    "district", "drive", "falls", "fjord", "forest", "glacier", "governorate", "gulf", "heights", "hill", "hills",
    "inlet", "island", "islands", "isles", "kingdom", "lagoon", "lake", "lakes", "lane", "massif", "mountain",
    "mountains", "municipality", "nagar", "oasis", "ocean", "park", "passage", "peak", "peninsula", "plain", "plains",
    "plateau", "prefecture", "province", "quarter", "range", "ranges", "rd", "rd.", "reef", "region", "republic",
    "reserve", "ridge", "river", "road", "savanna", "sea", "shire", "sound", "square", "st", "st.", "states",
    "steppe", "strait", "straits", "street", "strip", "suburb", "taluk", "tehsil", "territories", "territory", "town",
    "township", "upazila", "valley", "village", "volcano", "ward", "waterfall", "wetlands", "woods", "zone",
];

#[rustfmt::skip]
const LOCATION_PREFIXES: &[&str] = &[
    "lake", "mount", "mt", "cape", "gulf", "strait", "isle", "river", "rio", "port", "fort", "san", "santa", "santo",
    "sao", "s\u{e3}o", "puerto", "bay", "kingdom", "republic", "state", "province", "city", "horn", "isthmus",
    "district", "county", "emirate", "wadi", "ras", "bir", "cerro", "monte", "isla", "islas", "playa", "cayo", "cabo",
    "jebel", "oued", "koh", "pulau", "gunung", "sungai", "los", "las",
];

#[rustfmt::skip]
const DIRECTIONS: &[&str] = &[
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central", "northeast",
    "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern", "southwestern",
];

#[rustfmt::skip]
const PLAIN_ABBREVIATIONS: &[&str] = &[
    "AI", "TV", "NGO", "NGOs", "CEO", "CFO", "COO", "CTO", "MP", "MPs", "PM", "AM", "DNA", "RNA", "HIV", "AIDS",
    "PhD", "VIP", "ATM", "GPS", "PDF", "USB", "FAQ", "IT", "HR", "PR", "CCTV", "IPO", "ID", "LED", "SUV", "UTC",
    "GMT", "EST", "EDT", "PST", "BC", "AD", "BCE", "CE", "OK", "DJ", "CD", "DVD", "PC", "LP", "EP", "UV", "VAT",
    "GDP", "GNP", "CPI", "FDI", "SME", "SMEs", "R&D", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII",
    "Q&A", "ETA", "HQ", "PPE", "ICU", "VP", "SMS", "MVP", "MBA", "BA", "MA", "BSc", "MSc", "MD", "RT", "A", "B", "C",
    "D", "E", "N", "No", "Nos", "PPP", "PPPs", "VPN", "PIN", "SIM", "IQ", "UFO", "UFOs", "DIY", "KM", "KG", "USD",
    "EUR", "GBP", "AUD", "CAD", "Rs", "Tk", "Ksh", "Dh", "Sh", "En", "FIR", "MLA", "MLAs", "SIPs", "SOP", "SOPs",
    "MoU", "MOU", "MoUs",
];

#[rustfmt::skip]
const EVENT_HEADS: &[&str] = &[
    "award", "awards", "biennale", "bowl", "carnival", "ceremony", "championship", "championships", "classic",
    "conference", "cup", "day", "derby", "diwas", "expo", "fair", "fest", "festival", "finals", "gala", "games",
    "grammys", "hajj", "half-marathon", "hurricane", "intifada", "marathon", "massacre", "medal", "mela", "olympics",
    "open", "order", "oscars", "pandemic", "parade", "playoffs", "primary", "prix", "prize", "regatta", "revolution",
    "series", "spring", "storm", "summit", "symposium", "tournament", "trophy", "uprising", "war", "week", "yatra",
    "year",
];

#[rustfmt::skip]
const LAW_HEADS: &[&str] = &[
    "act", "accord", "accords", "agreement", "amendment", "bill", "charter", "code", "constitution", "convention",
    "covenant", "declaration", "deal", "decree", "directive", "framework", "initiative", "law", "ordinance", "pact",
    "plan", "policy", "program", "programme", "project", "protocol", "regulation", "regulations", "scheme", "statute",
    "strategy", "treaty",
];

#[rustfmt::skip]
const PRODUCT_PREFIXES: &[&str] = &[
    "boeing", "airbus", "windows", "playstation", "xbox", "iphone", "ipad", "galaxy", "android", "cessna", "antonov",
    "ilyushin", "tupolev", "sukhoi", "mig", "embraer", "bombardier", "starlink", "soyuz", "falcon",
];

#[rustfmt::skip]
const NAME_PARTICLES: &[&str] = &[
    "al", "al-", "ap", "av", "ben", "bin", "bint", "da", "dal", "das", "de", "del", "della", "den", "der", "di", "do",
    "dos", "du", "e", "el", "ibn", "la", "las", "le", "los", "ould", "ter", "ul", "ur", "van", "von", "y", "zu",
    "zur",
];

#[rustfmt::skip]
const MODIFIERS: &[&str] = &[
    "former", "ex", "then", "acting", "interim", "incoming", "outgoing", "late", "fellow", "veteran", "retired",
    "northern", "southern", "eastern", "western", "central", "mainland", "modern", "ancient", "downtown", "rural",
    "post", "pro", "anti", "non", "pre", "mid", "self", "young", "old", "legendary", "embattled", "rival",
];

#[rustfmt::skip]
const POSSESSIVE_INSIDE: &[&str] = &[
    "women", "men", "children", "people", "peoples", "workers", "teachers", "owners", "farmers", "veterans", "master",
    "masters", "magistrate", "magistrates", "general", "prosecutor", "king", "queen", "lloyd", "mcdonald", "macy",
    "sotheby", "christie", "moody", "levi", "wendy", "new year", "year", "valentine", "mother", "father", "lord",
    "girls", "boys", "ladies", "writers", "lawyers", "students", "players", "traders", "minister", "director",
    "president", "governor", "mayor", "ombudsman", "world", "hamley", "sainsbury", "dunkin",
];

#[rustfmt::skip]
const COMPOUND_ENDINGS: &[&str] = &[
    "aged", "aligned", "area", "backed", "based", "bashing", "born", "bound", "brokered", "built", "chaired",
    "controlled", "dominated", "driven", "educated", "era", "flagged", "friendly", "funded", "held", "home",
    "imposed", "inspired", "installed", "language", "led", "like", "linked", "listed", "made", "majority", "mediated",
    "occupied", "only", "operated", "organized", "origin", "owned", "raised", "related", "ruled", "run", "sanctioned",
    "speaking", "sponsored", "style", "supplied", "supported", "themed", "trained", "type", "wide", "winning", "year",
];

#[rustfmt::skip]
const WORK_NOUNS: &[&str] = &[
    "album", "anthem", "article", "ballad", "blockbuster", "book", "called", "cartoon", "column", "comedy",
    "documentary", "drama", "editorial", "entitled", "essay", "exhibition", "film", "hit", "magazine", "memoir",
    "movie", "musical", "named", "novel", "opera", "painting", "play", "podcast", "poem", "program", "programme",
    "report", "sculpture", "series", "show", "single", "sitcom", "song", "soundtrack", "story", "thriller", "titled",
    "track", "trilogy", "video",
];

#[rustfmt::skip]
const SPEECH_VERBS: &[&str] = &[
    "said", "says", "told", "tells", "added", "adds", "asked", "asks", "replied", "noted", "notes", "explained",
    "explains", "argued", "argues", "claimed", "claims", "warned", "warns", "insisted", "insists", "recalled",
    "recalls", "stressed", "stated", "states", "wrote", "writes", "tweeted", "announced", "announces", "denied",
    "denies", "declared", "admitted", "admits", "acknowledged", "suggested", "suggests", "continued", "concluded",
    "remarked", "commented", "confirmed", "confirms", "revealed", "maintained", "emphasized", "emphasised",
    "reiterated", "complained", "quipped", "joked", "urged", "urges", "vowed", "pledged", "promised", "pointed",
];

#[rustfmt::skip]
const AGENT_VERBS: &[&str] = &[
    "accused", "accuses", "agreed", "agrees", "appealed", "approved", "approves", "backed", "backs", "banned",
    "blamed", "blames", "condemned", "condemns", "criticised", "criticized", "decided", "demanded", "demands",
    "expelled", "imposed", "imposes", "invaded", "launched", "launches", "lobbied", "negotiated", "offered", "offers",
    "opposed", "opposes", "ordered", "plans", "planned", "proposed", "protested", "recognised", "recognized",
    "refused", "refuses", "rejected", "rejects", "retaliated", "sanctioned", "seeks", "sought", "signed", "signs",
    "summoned", "supported", "supports", "threatened", "threatens", "wants", "wanted", "withdrew", "believes",
    "hopes", "fears", "intends",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn searched_lists_are_sorted() {
        for list in [FUNCTION_WORDS, ORGANIZATION_HEADS, FACILITY_HEADS, LOCATION_HEADS, EVENT_HEADS] {
            for pair in list.windows(2) {
                assert!(pair[0] < pair[1], "{pair:?}");
            }
        }
    }
}
