//! Stretches of time.

mod ages;

use super::{
    Phrase, Reader,
    amounts::{self, Amount, Count},
};
use crate::{
    TimexKind,
    calendar::Unit,
    lexicon::Lex,
    meaning::{Modifier, Step},
};

fn duration_phrase(start: usize, end: usize, value: String) -> Phrase {
    Phrase::literal(start, end, TimexKind::Duration, value)
}

/// "two years", "a two-year-old", "three hours, twenty minutes and 5 seconds", "two to three months".
pub(super) fn duration(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let the = if reader.lex(at) == Lex::The && !reader.is(at + 1, &["quarter", "second"]) { at + 1 } else { at };
    let first = amounts::amount(reader, the)?;
    // Articles belong to the noun when a hyphen makes an adjective of the amount: "the two-year dispute".
    let at = match reader.lex(at) {
        Lex::The if first.joined => the,
        Lex::A if first.joined && matches!(reader.lex(at + 1), Lex::Unit(..) | Lex::Dash) => at + 1,
        _ => at,
    };
    // "a minute" and "a day" are seldom measured: "a" counts only with units that are.
    if is_rate(reader, the) {
        return None;
    }
    // A score, a price, the end of a longer number.
    if reader.glued(the) && !matches!(reader.lex_before(the), Lex::Dash | Lex::Open | Lex::Apostrophe) {
        return None;
    }
    let (end, value) = compound(reader, first);
    // "two-year-old", "two years old": age is told with its adjective.
    let dash = if reader.lex(end) == Lex::Dash { end + 1 } else { end };
    let old = reader.is(dash, &["old"]);
    if old && ages::of_person(reader, the, dash + 1) || reader.is(dash, &["olds"]) {
        return None;
    }
    Some(duration_phrase(at, if old { dash + 1 } else { end }, value).with(first.modifier))
}

/// One unit as an ISO 8601 period, as [`Amount::period`] writes it.
fn one(unit: Unit) -> String {
    Amount { end: 0, count: Count::Exact(100), unit, modifier: None, joined: false }.period()
}

/// Adds the smaller units that follow: "two years and three months", "1 hour 15 minutes".
fn compound(reader: Reader<'_>, first: Amount) -> (usize, String) {
    let (mut end, mut value, mut last) = (first.end, first.period(), first.unit);
    while last > Unit::Second {
        let next = reader.skip(reader.skip(end, &[","]), &["and"]);
        let Some(amount) = amounts::amount(reader, next) else { break };
        let exact = |value: &str| !value.contains(['X', '.']);
        let period = amount.period();
        if amount.unit >= last || amount.modifier.is_some() || amount.joined || !exact(&value) || !exact(&period) {
            break;
        }
        let clock = period.strip_prefix("PT");
        match clock {
            Some(clock) if value.contains('T') => value.push_str(clock),
            Some(clock) => value.extend(["T", clock]),
            None => value.push_str(&period[1..]),
        }
        (end, last) = (amount.end, amount.unit);
    }
    (end, value)
}

/// Whether "a unit" is a rate or an idiom and no stretch: "$5 a day", "one day", "a second".
fn is_rate(reader: Reader<'_>, at: usize) -> bool {
    if reader.lex(at) == Lex::Cardinal(1) {
        return reader.is(at + 1, &["day"])
            && !reader.after_one_of(at, &["for", "in", "within", "after", "than", "least", "only", "just"]);
    }
    if reader.lex(at) != Lex::A {
        return false;
    }
    let Lex::Unit(unit, _) = reader.lex(at + 1) else {
        return reader.lex(at + 1) == Lex::Ordinal(2) && reader.is(at + 1, &["second"]);
    };
    let rate = matches!(reader.lex_before(at), Lex::Digits(..) | Lex::Grouped(_) | Lex::Scale(_) | Lex::Times(_))
        || reader.before(at).ends_with(['%', 's'])
            && !reader.after_one_of(at, &["was", "is", "has", "takes", "lasts", "as", "this", "its", "nearly", "less"])
        || reader.after_one_of(at, &["percent", "cent", "cents", "times", "such"]);
    let idiom = unit == Unit::Day
        && !reader.after_one_of(
            at,
            &[
                "for", "in", "within", "after", "than", "least", "about", "half", "over", "lasted", "took", "just",
                "only",
            ],
        );
    rate || idiom
}

/// "the past nine months", "the last two years", "the next few days", "the first nine months", "recent weeks",
/// "the past year", "these three days".
pub(super) fn stepped(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let the = if reader.is(at, &["the", "these", "those", "its", "his", "their"]) { at + 1 } else { at };
    let article = the > at;
    let (next, step) = match reader.lex(the) {
        Lex::Step(step) => (the + 1, Some(step)),
        Lex::Ordinal(1) if article && reader.is(the, &["first"]) => (the + 1, None),
        Lex::Tense("FUTURE_REF") => return None,
        _ if article && reader.is(the, &["final", "opening", "closing", "remaining", "entire", "whole"]) => {
            (the + 1, None)
        }
        _ => return None,
    };
    let start = if article && !reader.is(at, &["the", "these", "those"]) { the } else { at };
    let plain = |amount: &Amount| matches!(amount.modifier, None | Some(Modifier::Approx));
    if let Some(amount) = amounts::amount(reader, next).filter(|a| reader.lex(next) != Lex::A && plain(a)) {
        let that = matches!(step, Some(Step::This | Step::That | Step::Same)) && !article;
        return (!that || reader.is(the, &["those"]))
            .then(|| duration_phrase(start, amount.end, amount.period()).with(amount.modifier));
    }
    let next = reader.skip(reader.skip(next, &["couple"]), &["of"]);
    let Lex::Unit(unit, plural) = reader.lex(next) else { return None };
    let (_, letters, clock) = unit.period();
    let mark = if clock { "PT" } else { "P" };
    match step {
        // "the past year", "the last week": a stretch that ends now.
        Some(Step::Past | Step::Last)
            if article && !plural && !matches!(unit, Unit::Weekend | Unit::Quarter) && reader.is(at, &["the"]) =>
        {
            Some(duration_phrase(start, next + 1, one(unit)))
        }
        Some(Step::Recent) if plural => Some(Phrase::literal(start, next + 1, TimexKind::Date, "PAST_REF")),
        Some(Step::Past | Step::Last | Step::Next | Step::Coming | Step::Previous | Step::Following) if plural => {
            Some(duration_phrase(start, next + 1, format!("{mark}X{letters}")))
        }
        None if plural => Some(duration_phrase(start, next + 1, format!("{mark}X{letters}"))),
        _ => None,
    }
}

/// "all week", "another month", "the whole year", "full day": one unit.
pub(super) fn whole(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    if !reader.is(at, &["all", "another", "full", "entire", "whole"]) {
        return None;
    }
    let next = if reader.lex(at + 1) == Lex::Dash { at + 2 } else { at + 1 };
    let next = reader.skip(next, &["full", "whole", "business", "working"]);
    let Lex::Unit(unit, false) = reader.lex(next) else { return None };
    let idiom = reader.is(at, &["another"]) && unit == Unit::Day;
    (!idiom && unit != Unit::Quarter).then(|| duration_phrase(at, next + 1, one(unit)))
}

/// "years", "for decades", "within days": a stretch of no stated length.
pub(super) fn bare(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let Lex::Unit(unit, true) = reader.lex(at) else { return None };
    let measured = reader.after_one_of(
        at,
        &[
            "for",
            "in",
            "within",
            "after",
            "over",
            "took",
            "takes",
            "take",
            "lasted",
            "last",
            "spent",
            "through",
            "during",
            "by",
            "many",
            "with",
            "despite",
            "following",
        ],
    );
    // "the early hours of Thursday": the day is told, no stretch.
    let small = unit == Unit::Hour && reader.after_one_of(at, &["early", "small", "morning"]);
    let counted = reader.is(at + 1, &["of", "-"]) && !measured && !small && !reader.capital(at);
    let vague = matches!(
        unit,
        Unit::Year | Unit::Month | Unit::Week | Unit::Day | Unit::Decade | Unit::Century | Unit::Hour | Unit::Minute
    );
    if !(vague && (measured || counted)) || unit == Unit::Quarter {
        return None;
    }
    let (_, letters, clock) = unit.period();
    // "a years-old slump", "a decades-long fight".
    let adjective = reader.lex(at + 1) == Lex::Dash && reader.is(at + 2, &["old", "long"]);
    let end = if adjective { at + 3 } else { at + 1 };
    Some(duration_phrase(at, end, format!("{}X{letters}", if clock { "PT" } else { "P" })))
}

/// "the fifth straight year", "the third consecutive month".
pub(super) fn serial(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let the = reader.skip(at, &["the", "a", "its", "their", "his"]);
    let (end, n) = amounts::ordinal(reader, the)?;
    if !reader.is(end, &["straight", "consecutive", "successive"]) {
        return None;
    }
    let Lex::Unit(unit, false) = reader.lex(end + 1) else { return None };
    let (_, letters, clock) = unit.period();
    let row =
        if reader.is(end + 2, &["in"]) && reader.is(end + 3, &["a"]) && reader.is(end + 4, &["row"]) { 3 } else { 0 };
    let start = if reader.lex(at) == Lex::The || the == at { at } else { the };
    Some(duration_phrase(start, end + 2 + row, format!("{}{n}{letters}", if clock { "PT" } else { "P" })))
}
