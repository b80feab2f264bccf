//! What reads like a time and is a name: newspapers, films, games, football clubs.

use dateline_lexicon::{Class, is};

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
    "football",
    "takeaway",
    "massacre",
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

/// Words before "Today" that make a newspaper, a magazine or a broadcaster of it.
const BEFORE_TODAY: &[&str] =
    &["usa", "russia", "india", "psychology", "physics", "africa", "christianity", "pakistan"];

/// Whether a phrase is (part of) a name rather than a time.
pub(super) fn is_name(reader: Reader<'_>, phrase: &Phrase) -> bool {
    let name = match &phrase.meaning {
        Meaning::Named(name) => *name,
        Meaning::Shift(0, ..) if reader.lex(phrase.start) == Lex::Today(0) => return is_today_title(reader, phrase),
        Meaning::Literal(_) => return is_programme(reader, phrase),
        // "Saturday Night Live".
        Meaning::Part(..) => {
            return reader.capital(phrase.end - 1) && reader.capital(phrase.end) && reader.is(phrase.end, TITLES);
        }
        _ => return false,
    };
    let (first, last) = (phrase.start, phrase.end - 1);
    // "Black Friday Ltd".
    if is(&reader.word(phrase.end).trim_end_matches('.').to_lowercase(), Class::LegalForm) && reader.capital(phrase.end)
    {
        return true;
    }
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

/// "60 Minutes", "48 Hours": figures before a unit with a capital, where the words around have none.
fn is_programme(reader: Reader<'_>, phrase: &Phrase) -> bool {
    let last = phrase.end - 1;
    let lower = |at: usize| reader.word(at).starts_with(char::is_lowercase);
    matches!((reader.lex(phrase.start), reader.lex(last)), (Lex::Digits(..), Lex::Unit(_, true)))
        && last == phrase.start + 1
        && reader.capital(last)
        && reader.word(last).chars().any(char::is_lowercase)
        && (phrase.start < 3 || (phrase.start - 3..phrase.start).any(lower))
}

/// "USA Today", "the Today programme".
fn is_today_title(reader: Reader<'_>, phrase: &Phrase) -> bool {
    let shown = reader.is(phrase.end, &["programme", "program", "show"]);
    reader.capital(phrase.start) && (reader.after_one_of(phrase.start, BEFORE_TODAY) || shown)
}
