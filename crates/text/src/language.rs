//! The language of an article: English, another one that can be named, or none that can be told.
//!
//! whatlang, which compares the frequencies of trigrams, tells 70 languages apart. On a few words it errs, and names and
//! figures mislead it. So English is not given up while enough of the words are ones that the lexicon knows, and a text
//! that consists of names has no language. A text of which a part is in another language than the rest is mixed.
//! docs/languages.md shows what comes of all together.

use std::borrow::Cow;

use dateline_lexicon::{Class, classes, closed_class, common_verb_forms};
use unicode_segmentation::UnicodeSegmentation;
use whatlang::{Lang, Script};

use crate::markup;

/// Bytes of the start of a text that are looked at.
const BYTES_MAX: usize = 20_000;

/// The smallest share of words in small letters in a text that has a language: names and figures have none.
const LOWER_MIN: f64 = 0.35;

/// The smallest share of words of the lexicon in English, where whatlang is sure of another language.
const KNOWN_MIN: f64 = 0.35;

/// The same, where whatlang is not sure of any.
const KNOWN_MIN_UNSURE: f64 = 0.15;

/// Below this share of words of the lexicon, a text of at least [`WORDS_MIN`] words is not English, whether or not
/// whatlang is sure which of two languages it is.
const KNOWN_MAX_OTHER: f64 = 0.12;

const WORDS_MIN: usize = 8;

/// The smallest share of a text's words that, in sentences of another language than the whole, make it a mixed one.
const MIXED_MIN: f64 = 0.25;

/// The smallest share of words in capital letters in a text that is printed in them.
const CAPITALS_MIN: f64 = 0.9;

/// Letters of the shortest text in another script than the Latin one that tells its language.
const LETTERS_MIN: usize = 10;

/// What language a text is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// English, or nothing in any language: names, figures, a single word.
    English,
    /// Another language.
    Other(OtherLanguage),
    /// Not told: too few words, or words of several languages.
    Uncertain,
}

/// A language other than English.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherLanguage(Lang);

impl OtherLanguage {
    /// Its tag of BCP 47.
    #[must_use]
    pub fn tag(self) -> &'static str {
        let code = self.0.code();
        TAGS.iter().find(|(three, _)| *three == code).map_or(code, |&(_, two)| two)
    }

    /// Its name in English.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self.0 {
            // The names of these two in whatlang are those of a script, and of one of two standards.
            Lang::Cmn => "Chinese",
            Lang::Nob => "Norwegian",
            other => other.eng_name(),
        }
    }
}

impl Language {
    /// The language of a text. Tags in it are not counted as words.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let start = &text[..text.floor_char_boundary(BYTES_MAX)];
        let start = match markup::suspect(start) {
            Some(_) => Cow::Owned(markup::read(start).text),
            None => Cow::Borrowed(start),
        };
        match Self::of_words(&start) {
            whole if whole.is_of_part(&start) => Self::Uncertain,
            whole => whole,
        }
    }

    /// Whether this language of a whole text is not that of many of its words.
    fn is_of_part(self, text: &str) -> bool {
        let (mut all, mut others) = (0, 0);
        for sentence in text.unicode_sentences() {
            let words = Words::of(sentence);
            all += words.all;
            let english = words.share(words.known) >= KNOWN_MIN;
            let differs = match self {
                Self::English => !english && matches!(Self::of_words(sentence), Self::Other(_)),
                Self::Other(_) => english && whatlang::detect_lang(sentence) == Some(Lang::Eng),
                Self::Uncertain => false,
            };
            if words.all >= WORDS_MIN && differs {
                others += words.all;
            }
        }
        others > 0 && others as f64 >= MIXED_MIN * all as f64
    }

    fn of_words(text: &str) -> Self {
        let Some(found) = whatlang::detect(text).filter(|found| found.lang() != Lang::Eng) else {
            return Self::English;
        };
        let other = Self::Other(OtherLanguage(found.lang()));
        if found.script() != Script::Latin {
            return if letters_of_other_scripts(text) < LETTERS_MIN { Self::Uncertain } else { other };
        }
        let words = Words::of(text);
        let (known, lower) = (words.share(words.known), words.share(words.lower));
        let sure = found.is_reliable() && known < KNOWN_MIN;
        let printed_in_capitals = words.share(words.capitals) >= CAPITALS_MIN;
        let foreign = words.all >= WORDS_MIN && known < KNOWN_MAX_OTHER && lower >= 0.5;
        match () {
            () if printed_in_capitals && sure && words.all >= WORDS_MIN => other,
            () if words.lower < 2 || lower < LOWER_MIN => Self::English,
            () if sure || foreign => other,
            () if known >= KNOWN_MIN_UNSURE => Self::English,
            () => Self::Uncertain,
        }
    }
}

/// The words of a text, counted.
#[derive(Default)]
struct Words {
    all: usize,
    /// Those that begin with a small letter.
    lower: usize,
    /// Those of at least two letters, all of them capitals.
    capitals: usize,
    /// Those that the lexicon knows.
    known: usize,
}

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Self::default();
        for word in text.unicode_words().filter(|word| word.starts_with(char::is_alphabetic)) {
            words.all += 1;
            words.lower += usize::from(word.starts_with(char::is_lowercase));
            words.capitals += usize::from(word.len() > 1 && !word.contains(char::is_lowercase));
            words.known += usize::from(is_known(&word.to_lowercase()));
        }
        words
    }

    fn share(&self, count: usize) -> f64 {
        count as f64 / self.all.max(1) as f64
    }
}

/// Letters that are not of the Latin script.
fn letters_of_other_scripts(text: &str) -> usize {
    let is_latin = |c: &char| matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    text.chars().filter(|c| c.is_alphabetic() && !is_latin(c)).count()
}

/// Whether the lexicon knows a word in small letters as one of English: particles of names are words of other languages.
fn is_known(word: &str) -> bool {
    let classes = classes(word);
    let listed = classes.any(Class::ALL) && !classes.any(&[Class::NameParticle, Class::PersonParticle]);
    listed || closed_class(word).is_some() || !common_verb_forms(word).is_empty()
}

/// The two-letter tags of whatlang's languages by their three-letter codes, where they have one.
const TAGS: [(&str, &str); 70] = [
    ("afr", "af"),
    ("aka", "ak"),
    ("amh", "am"),
    ("ara", "ar"),
    ("aze", "az"),
    ("bel", "be"),
    ("ben", "bn"),
    ("bul", "bg"),
    ("cat", "ca"),
    ("ces", "cs"),
    ("cmn", "zh"),
    ("cym", "cy"),
    ("dan", "da"),
    ("deu", "de"),
    ("ell", "el"),
    ("eng", "en"),
    ("epo", "eo"),
    ("est", "et"),
    ("fin", "fi"),
    ("fra", "fr"),
    ("guj", "gu"),
    ("heb", "he"),
    ("hin", "hi"),
    ("hrv", "hr"),
    ("hun", "hu"),
    ("hye", "hy"),
    ("ind", "id"),
    ("ita", "it"),
    ("jav", "jv"),
    ("jpn", "ja"),
    ("kan", "kn"),
    ("kat", "ka"),
    ("khm", "km"),
    ("kor", "ko"),
    ("lat", "la"),
    ("lav", "lv"),
    ("lit", "lt"),
    ("mal", "ml"),
    ("mar", "mr"),
    ("mkd", "mk"),
    ("mya", "my"),
    ("nep", "ne"),
    ("nld", "nl"),
    ("nob", "nb"),
    ("ori", "or"),
    ("pan", "pa"),
    ("pes", "fa"),
    ("pol", "pl"),
    ("por", "pt"),
    ("ron", "ro"),
    ("rus", "ru"),
    ("sin", "si"),
    ("slk", "sk"),
    ("slv", "sl"),
    ("sna", "sn"),
    ("spa", "es"),
    ("srp", "sr"),
    ("swe", "sv"),
    ("tam", "ta"),
    ("tel", "te"),
    ("tgl", "tl"),
    ("tha", "th"),
    ("tuk", "tk"),
    ("tur", "tr"),
    ("ukr", "uk"),
    ("urd", "ur"),
    ("uzb", "uz"),
    ("vie", "vi"),
    ("yid", "yi"),
    ("zul", "zu"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_is_told_from_other_languages_and_from_names() {
        for text in [
            "It rained.",
            "Police gave no details.",
            "Ayr United 3, Perth Rovers 1; Hull 0, Leeds 2.",
            "Maria Silva sued João Pinto. He denies it.",
            "MAYOR OF AYR RESIGNS",
            "“Wir bleiben”, said Anna Berg, the mayor, as the council met on Monday to vote on the harbour.",
            "<p class=\"wp-block-paragraph has-text-align-left\"><strong>The ferry</strong> sank off Ayr on Monday.</p>",
            "12 34",
        ] {
            assert_eq!(Language::of(text), Language::English, "{text}");
        }
        for (text, tag, name) in [
            ("Der Außenminister sagte am Montag in Berlin, die Verhandlungen seien gescheitert.", "de", "German"),
            (
                "Le ministre des Affaires étrangères a déclaré lundi que les négociations avaient échoué.",
                "fr",
                "French",
            ),
            ("<p>Le ministre a déclaré lundi que les négociations avaient échoué à Genève.</p>", "fr", "French"),
            ("外交部長は月曜日に交渉が決裂したと述べた。", "ja", "Japanese"),
            ("Министр заявил в понедельник, что переговоры провалились.", "ru", "Russian"),
            ("外交部长星期一在北京说,谈判已经破裂。", "zh", "Chinese"),
        ] {
            let Language::Other(other) = Language::of(text) else { panic!("{text}") };
            assert_eq!((other.tag(), other.name()), (tag, name), "{text}");
        }
        assert_eq!(Language::of("Alle har ret til hvile"), Language::Uncertain);
    }

    #[test]
    fn a_text_of_two_languages_is_not_told() {
        let english = "The foreign minister said on Monday that talks had failed and that he would return home. ";
        let german = "Der Außenminister sagte am Montag in Berlin, die Verhandlungen seien gescheitert und beendet. ";
        let russian = "Министр заявил в понедельник в Берлине, что переговоры провалились и он уезжает домой. ";
        for other in [german, russian] {
            for text in [english.repeat(3) + &other.repeat(3), other.repeat(2) + english, english.repeat(2) + other] {
                assert_eq!(Language::of(&text), Language::Uncertain, "{text}");
            }
            assert_eq!(Language::of(&(english.repeat(9) + other)), Language::English);
            assert!(matches!(Language::of(&(other.repeat(9) + english)), Language::Other(_)));
        }
    }

    #[test]
    fn capitals_have_a_language_too() {
        let german = "DER AUSSENMINISTER SAGTE AM MONTAG IN BERLIN, DIE VERHANDLUNGEN SEIEN GESCHEITERT.";
        assert!(matches!(Language::of(german), Language::Other(other) if other.tag() == "de"));
        for text in [
            "THE FOREIGN MINISTER SAID ON MONDAY IN BERLIN THAT THE TALKS HAD FAILED.",
            "ANN ROE, BOB STONE, CARL DEAN, DAN FORD, ED GRAY, JOÃO PINTO, MARIA SILVA, LARS BERG",
        ] {
            assert_eq!(Language::of(text), Language::English, "{text}");
        }
    }

    #[test]
    fn every_language_has_a_tag() {
        for &lang in Lang::all() {
            assert_eq!(OtherLanguage(lang).tag().len(), 2, "{}", lang.code());
        }
    }
}
