//! What reads like a time and is a name: newspapers, films, games, football clubs.

use super::{
    grammar::{Phrase, Reader},
    lexicon::Lex,
    meaning::{Meaning, Name},
};

/// Words after a weekday or a month that make a title of it.
const TITLES: &[&str] = &[
    "times",
    "telegraph",
    "mirror",
    "mail",
    "express",
    "post",
    "herald",
    "star",
    "sun",
    "people",
    "independent",
    "journal",
    "tribune",
    "globe",
    "world",
    "business",
    "review",
    "age",
    "mercury",
    "news",
    "live",
    "lights",
    "service",
    "fever",
    "group",
    "club",
    "games",
    "olympics",
    "olympic",
    "palace",
    "street",
    "league",
    "universiade",
    "paralympics",
    "classic",
    "movement",
];

/// Words before a weekday or a season that make a name of it.
const HEADS: &[&str] = &[
    "bloody",
    "super",
    "ruby",
    "freaky",
    "sheffield",
    "fat",
    "casual",
    "man",
    "girl",
    "joe",
    "arab",
    "prague",
    "donna",
    "indian",
    "palm",
    "silent",
    "croatian",
    "harare",
    "black",
    "johnny",
    "edgar",
    "alex",
];

/// Whether a phrase is (part of) a name rather than a time.
pub(super) fn is_name(reader: Reader<'_>, phrase: &Phrase) -> bool {
    let Meaning::Named(name) = phrase.meaning else { return false };
    let (first, last) = (phrase.start, phrase.end - 1);
    if !matches!(name, Name::Weekday(_) | Name::Season(_) | Name::Month(_)) || !reader.capital(last) {
        return false;
    }
    let next_capital = reader.capital(phrase.end);
    let title = next_capital && reader.is(phrase.end, TITLES);
    let head = reader.capital(first.wrapping_sub(1)) && reader.after_one_of(first, HEADS);
    // A capitalised season inside a name: "Summer Olympics", "the Winter Palace"; seasons have no capital otherwise.
    let named_season = matches!(name, Name::Season(_)) && next_capital && reader.lex(phrase.end) == Lex::Other;
    title || head || named_season
}
