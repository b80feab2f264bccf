//! Seasons: "the summer of 1964", "that winter".

use super::{BEFORE_DATE, following_year, held};
use crate::{
    calendar::{Season, Stamp},
    grammar::{Phrase, Reader},
    lexicon::Lex,
    meaning::{Meaning, Name},
};

/// "summer", "the summer of 1964", "spring 2010", "the winter", "that winter".
pub(in crate::grammar) fn season(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let word = reader.skip_the(at);
    let Lex::Season(season, false) = reader.lex(word) else { return None };
    let name = Name::Season(season);
    let end = reader.skip(word + 1, &["season"]);
    let end = if end > word + 1 && reader.lex(word) != Lex::The { end } else { word + 1 };
    if let Some((end, year)) = following_year(reader, end) {
        return Some(Phrase::date(at, end, Meaning::At(Stamp::Season(year, season))));
    }
    let held = held(reader, at, end, name);
    if held.is_some() {
        return held;
    }
    // "spring" and "fall" are verbs and water: a preposition of time must stand before them.
    let preposition = reader.after_one_of(at, BEFORE_DATE) || matches!(reader.lex_before(at), Lex::Phase(_));
    let sure = !matches!(season, Season::Spring | Season::Fall) || reader.is(word, &["autumn", "springtime"]);
    let verb = reader.after_one_of(word, &["to"]) || reader.is(end, &["of", "in"]) && !sure;
    (sure || preposition && !verb).then(|| Phrase::date(at, end, Meaning::Named(name)))
}
