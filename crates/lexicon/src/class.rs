//! Classes of words: which words are in which, as the tables in `data` list them.

use std::{collections::HashMap, hash::BuildHasherDefault, sync::LazyLock};

use rustc_hash::FxHasher;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $id:literal,)*) => {
        /// A class of words. A word can be in several.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Class {
            $($(#[$doc])* $name,)*
        }

        impl Class {
            /// Every class, in the order of the enum.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The name by which the tables know it, in kebab case.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }
        }
    };
}

classes! {
    // Function words.
    /// "the", "a", "an".
    Article = "article",
    /// Other words that begin a noun phrase, possessive pronouns and postdeterminers aside: "this", "some".
    Determiner = "determiner",
    /// Numerals and "other", which begin a noun phrase or follow its determiner: "three", "dozens".
    Postdeterminer = "postdeterminer",
    /// Possessive pronouns before a noun: "his", "whose".
    Possessive = "possessive",
    /// "he", "them", "themselves", "somebody".
    Pronoun = "pronoun",
    /// Personal pronouns as objects: "him", "us".
    ObjectPronoun = "object-pronoun",
    /// Pronouns that can be the subject of a reporting clause: "she", "who", "many".
    SubjectPronoun = "subject-pronoun",
    /// A subject pronoun and its auxiliary in one token: "she's".
    SubjectContraction = "subject-contraction",
    /// "who", "which", "what".
    Relative = "relative",
    /// "whether", "how": words but relative ones that begin reported questions.
    Question = "question",
    /// Forms of "be", also negated.
    Be = "be",
    /// Forms of "have", also negated.
    Have = "have",
    /// Forms of "do", also negated.
    Do = "do",
    /// "will", "could", "must", also negated.
    Modal = "modal",
    /// Forms of "get" that make a passive.
    PassiveGet = "passive-get",
    /// "not", "never".
    Negation = "negation",
    /// "to".
    To = "to",
    /// Words that are prepositions, and never begin a clause.
    Preposition = "preposition",
    /// Prepositions that begin clauses as well: "after", "as", "since".
    ConjunctivePreposition = "conjunctive-preposition",
    /// Prepositions that continue a noun phrase: "of", "near".
    NounPreposition = "noun-preposition",
    /// Coordinating conjunctions: "and", "but".
    Coordinator = "coordinator",
    /// Other words that begin a subordinate clause: "because", "that".
    Subordinator = "subordinator",
    /// Adverbs without "-ly" that stand inside a verb group or between a subject and its verb, and common ones in "-ly".
    Adverb = "adverb",
    /// Words in "-ly" that are no adverbs: "family", "July".
    LyNoun = "ly-noun",
    /// Adverbs that join a sentence to the one before: "however".
    Connective = "connective",
    /// Common finite verbs that report nothing: "made", "seemed".
    PlainVerb = "plain-verb",
    /// Prepositions and adjectives that can begin an adjunct of a reporting verb: "in", "late".
    Adjunct = "adjunct",
    /// Words of grammar, which carry a capital only where any word would.
    FunctionWord = "function-word",
    // What tells where sentences end.
    /// Words that start sentences far more often than they continue a name.
    SentenceStarter = "sentence-starter",
    /// Verbs of reporting clauses after a quotation, in the forms in which they stand there.
    TagVerb = "tag-verb",
    /// Names that end in an exclamation mark, without it; written as they stand: "Yahoo".
    ExclaimedName = "exclaimed-name",
    /// Words before the colon of a picture credit; written as they stand: "Photo".
    CreditWord = "credit-word",
    // The calendar.
    /// Weekdays and months, which are capitalised but no names.
    CalendarName = "calendar-name",
    /// Short forms of weekdays and months.
    CalendarAbbreviation = "calendar-abbreviation",
    /// Months that are surnames too: "May".
    MonthSurname = "month-surname",
    /// Days, months, parts of the day, and adverbs of time.
    TimeWord = "time-word",
    // Persons.
    /// Forms of address: "mr", "dr".
    Honorific = "honorific",
    /// Positions and occupations: "minister", "engineer".
    Position = "position",
    /// Other nouns for persons: "resident", "witness".
    PersonNoun = "person-noun",
    /// Nouns for human beings as such, and what befalls them: "child", "passenger".
    Human = "human",
    /// Words that narrow a title down: "deputy", "foreign".
    TitleModifier = "title-modifier",
    /// Offices that only one person holds at a time: "president", "foreign minister".
    UniqueOffice = "unique-office",
    /// Nouns for offices, which are no names when they are written like one.
    Office = "office",
    /// Titles and nouns for men and boys.
    Masculine = "masculine",
    /// Titles and nouns for women and girls.
    Feminine = "feminine",
    /// Relations by family.
    Kin = "kin",
    // Bodies.
    /// Last words of names of bodies: "party", "university".
    OrganizationHead = "organization-head",
    /// Endings that the law requires of companies' names: "inc", "gmbh".
    LegalForm = "legal-form",
    /// First words of names that go on with "of" or "for": "ministries", "bank".
    OrganizationOf = "organization-of",
    /// Bodies that are named by one common noun where a country has one of them: "congress".
    BodyAlone = "body-alone",
    /// Nouns for many people, or a body: "police", "company".
    Collective = "collective",
    // Places.
    /// Last words of names of buildings and structures: "airport".
    FacilityHead = "facility-head",
    /// Last words of names of places: "river".
    LocationHead = "location-head",
    /// First words of names of places: "lake".
    LocationPrefix = "location-prefix",
    /// Points of the compass, as they stand before places and peoples.
    Direction = "direction",
    /// What a centre or house is for, where it is a building: "medical", "opera".
    BuildingSort = "building-sort",
    // Works, documents, events, products.
    /// Last words of names of events: "festival".
    EventHead = "event-head",
    /// Last words of names of laws, treaties and plans: "act".
    LawHead = "law-head",
    /// Nouns for works that quotation marks name: "film".
    WorkNoun = "work-noun",
    /// Nouns for documents, which speak for their authors: "report".
    Document = "document",
    /// Occasions and channels on which things are said: "briefing", "radio".
    Setting = "setting",
    /// Brands of goods and machines that a model name follows.
    ProductPrefix = "product-prefix",
    /// Networks and sites that the public knows as things to use; their owners carry other names or more words.
    Platform = "platform",
    /// Named diseases.
    Disease = "disease",
    // Parts of names and their surroundings.
    /// Lower-case words inside names of persons: "von", "del".
    NameParticle = "name-particle",
    /// Particles that stand in names of persons only.
    PersonParticle = "person-particle",
    /// Words that modify the name after them and are no part of it: "former", "northern".
    NameModifier = "name-modifier",
    /// Words whose possessive stands inside names: "women" ("Women's World Cup").
    PossessiveInside = "possessive-inside",
    /// Second parts of compounds that are no part of the name before them: "based" ("London-based").
    CompoundEnding = "compound-ending",
    /// Lower-case first parts that belong to the name after their hyphen: "sub" ("sub-Saharan").
    BoundPrefix = "bound-prefix",
    /// Abbreviations in capitals that name nothing; written as they stand: "TV".
    PlainAbbreviation = "plain-abbreviation",
    /// Abbreviations that stand before a name and are no part of it; written as they stand: "NGO".
    AbbreviatedDescription = "abbreviated-description",
    // Verbs by their subjects, as inflected forms.
    /// Forms of the verbs by which persons and bodies speak.
    SpeechVerb = "speech-verb",
    /// Forms of verbs of which only persons, bodies and governments are the subject.
    AgentVerb = "agent-verb",
}

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u128);

impl Classes {
    /// Whether the class is in the set.
    #[must_use]
    pub fn has(self, class: Class) -> bool {
        self.0 >> class as u32 & 1 == 1
    }

    /// Whether any of the classes is in the set.
    #[must_use]
    pub fn any(self, classes: &[Class]) -> bool {
        classes.iter().any(|&class| self.has(class))
    }

    fn add(&mut self, class: Class) {
        self.0 |= 1 << class as u32;
    }
}

/// Each row is a word and, after a tab, its classes. A word is in every class of its rows. In the table of function words
/// the first class is the one as which the word is read where it can be but one.
pub(crate) const FUNCTION_WORDS: &str = include_str!("../data/function-words.tsv");

const TABLES: &[&str] = &[
    include_str!("../data/agent-verbs.tsv"),
    include_str!("../data/bodies.tsv"),
    include_str!("../data/calendar.tsv"),
    FUNCTION_WORDS,
    include_str!("../data/name-parts.tsv"),
    include_str!("../data/persons.tsv"),
    include_str!("../data/places.tsv"),
    include_str!("../data/sentences.tsv"),
    include_str!("../data/works.tsv"),
];

// Words are looked up more often than anything else is done; the tables are fixed, so nobody can choose keys that collide.
type ByWord = HashMap<&'static str, Classes, BuildHasherDefault<FxHasher>>;

static BY_WORD: LazyLock<ByWord> = LazyLock::new(|| {
    let mut table = ByWord::default();
    for (word, names) in TABLES.iter().flat_map(|table| rows(table)) {
        let classes = table.entry(word).or_default();
        for class in names.split(' ').filter_map(named) {
            classes.add(class);
        }
    }
    table
});

pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter_map(|row| row.split_once('\t'))
}

pub(crate) fn named(name: &str) -> Option<Class> {
    Class::ALL.iter().copied().find(|class| class.name() == name)
}

/// The classes of a word in lower case; of an abbreviation, as it is written.
#[must_use]
pub fn classes(word: &str) -> Classes {
    BY_WORD.get(word).copied().unwrap_or_default()
}

/// Whether a word in lower case is in a class.
#[must_use]
pub fn is(word: &str, class: Class) -> bool {
    classes(word).has(class)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_name_classes_that_exist() {
        for table in TABLES {
            let words: Vec<&str> = rows(table).map(|(word, _)| word).collect();
            assert_eq!(words.len(), table.lines().count());
            let unsorted = words.windows(2).find(|pair| pair[0] >= pair[1]);
            assert_eq!(unsorted, None);
            for (word, names) in rows(table) {
                assert!(names.split(' ').all(|name| named(name).is_some()), "{word}: {names}");
            }
        }
    }

    #[test]
    fn a_word_is_written_once_in_each_of_its_classes() {
        let mut seen = std::collections::HashSet::new();
        for (word, names) in TABLES.iter().flat_map(|table| rows(table)) {
            for name in names.split(' ') {
                assert!(seen.insert((word, name)), "{word} {name}");
            }
        }
    }

    #[test]
    fn every_class_has_words() {
        assert!(Class::ALL.len() <= 128);
        for &class in Class::ALL {
            assert!(BY_WORD.values().any(|classes| classes.has(class)), "{}", class.name());
        }
    }

    #[test]
    fn words_are_in_lower_case() {
        let cased = [Class::PlainAbbreviation, Class::AbbreviatedDescription, Class::ExclaimedName, Class::CreditWord];
        for (word, classes) in BY_WORD.iter().filter(|(_, classes)| !classes.any(&cased)) {
            assert_eq!(word.to_lowercase(), **word, "{classes:?}");
        }
    }
}
