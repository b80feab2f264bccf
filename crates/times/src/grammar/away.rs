//! Amounts of time that make a date: "two days ago", "three weeks later", "two weeks from next Tuesday".

use super::{Phrase, Reader, amounts, date};
use crate::{
    TimexKind,
    calendar::Unit,
    lexicon::Lex,
    meaning::{Anchor, Meaning, Modifier, Name},
};

/// "two days ago", "a year earlier", "three weeks later", "ten minutes ago", "six months from now", "years ago".
pub(super) fn amount_away(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    if let Some(phrase) = amounts_away(reader, at) {
        return Some(phrase);
    }
    let vague = matches!(reader.lex(at), Lex::Unit(_, true));
    let (end, unit, count, modifier) = if vague {
        let Lex::Unit(unit, _) = reader.lex(at) else { return None };
        (at + 1, unit, None, None)
    } else {
        let amount = amounts::amount(reader, at)?;
        (amount.end, amount.unit, amount.whole(), amount.modifier)
    };
    // "in the days after", "the weeks before": a stretch beside an event.
    if vague && reader.is(end, &["after", "before"]) {
        return None;
    }
    let (end, direction, anchor) = direction(reader, end)?;
    let modifier = modifier.map(Modifier::of_point);
    let Some(count) = count else {
        let past = direction < 0 && anchor == Anchor::Now;
        let value = if past { "PAST_REF" } else { "FUTURE_REF" };
        return (anchor == Anchor::Now)
            .then(|| Phrase::literal(at, end, TimexKind::Date, value).with(modifier))
            .or_else(|| Some(Phrase::date(at, end, Meaning::Unknown)));
    };
    let count = direction * count;
    let years = unit == Unit::Year && !matches!(anchor, Anchor::At(_));
    let meaning = if years { Meaning::YearsAway(count, anchor) } else { Meaning::Shift(count, unit, anchor) };
    let kind = if unit < Unit::Day { TimexKind::Time } else { TimexKind::Date };
    Some(Phrase::new(at, end, kind, meaning).with(modifier))
}

/// "year-earlier (profit)", "the year-ago (results)": the same period a year before.
pub(super) fn year_ago(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let unit = match reader.lex(at) {
        Lex::The | Lex::A => at + 1,
        _ => at,
    };
    let joined = reader.lex(unit + 1) == Lex::Dash && reader.glued(unit + 1) && reader.glued(unit + 2);
    let told = reader.is(unit, &["year"]) && joined && reader.is(unit + 2, &["ago", "earlier"]);
    let counted = matches!(reader.lex(unit + 3), Lex::Digits(..) | Lex::Cardinal(_));
    (told && !counted).then(|| Phrase::date(unit, unit + 3, Meaning::YearsAway(-1, Anchor::Story)))
}

/// Most amounts that are added up.
const AMOUNTS_MAX: usize = 4;

/// "two years and three months ago", "a month, three weeks later": amounts added up, to the unit of the last.
fn amounts_away(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let first = amounts::amount(reader, at)?;
    let mut all = vec![first];
    while all.len() < AMOUNTS_MAX {
        let last = all[all.len() - 1];
        let next = reader.skip(reader.skip(last.end, &[","]), &["and"]);
        match amounts::amount(reader, next) {
            Some(amount) if amount.unit < last.unit && amount.modifier.is_none() => all.push(amount),
            _ => break,
        }
    }
    let last = all[all.len() - 1];
    let (end, direction, anchor) = direction(reader, last.end)?;
    if all.len() == 1 || last.unit < Unit::Day || matches!(anchor, Anchor::At(_)) {
        return None;
    }
    let mut meaning = Meaning::Shift(0, Unit::Day, anchor);
    for amount in &all {
        let count = amount.whole()?.checked_mul(direction)?;
        meaning = Meaning::Shift(count, amount.unit, Anchor::At(Box::new(meaning)));
    }
    let meaning = Meaning::Shift(0, last.unit, Anchor::At(Box::new(meaning)));
    Some(Phrase::date(at, end, meaning).with(first.modifier.map(Modifier::of_point)))
}

/// The word after an amount that makes a date of it: where it ends, its direction, and what it starts from.
fn direction(reader: Reader<'_>, at: usize) -> Option<(usize, i32, Anchor)> {
    let closed = |at: usize| {
        at >= reader.atoms.len()
            || matches!(reader.lex(at), Lex::Dot | Lex::Comma)
            || reader.is(at, &[";", ")", "and", "with", "in", "when"])
    };
    let joined = reader.lex(at) == Lex::Dash && reader.glued(at) && reader.is(at + 1, &["ago"]);
    let at = if joined { at + 1 } else { at };
    if reader.is(at, &["ago"]) {
        // "three years ago yesterday" counts from the date that follows.
        if let Some(from) =
            date(reader, at + 1).filter(|p| matches!(reader.lex(at + 1), Lex::Today(_)) && p.end > at + 1)
        {
            return Some((from.end, -1, Anchor::At(Box::new(from.meaning))));
        }
        return Some((at + 1, -1, Anchor::Now));
    }
    match () {
        () if reader.is(at, &["back"]) && closed(at + 1) => Some((at + 1, -1, Anchor::Now)),
        () if reader.is(at, &["earlier", "previously", "beforehand"]) => Some((at + 1, -1, Anchor::Story)),
        () if reader.is(at, &["later", "afterwards", "afterward", "thereafter"]) => Some((at + 1, 1, Anchor::Story)),
        () if reader.is(at, &["before"]) && closed(at + 1) => Some((at + 1, -1, Anchor::Story)),
        () if reader.is(at, &["after"]) && closed(at + 1) => Some((at + 1, 1, Anchor::Story)),
        () if reader.is(at, &["hence"]) => Some((at + 1, 1, Anchor::Now)),
        () if reader.is(at, &["from"]) && (reader.is(at + 1, &["now", "today"])) => Some((at + 2, 1, Anchor::Now)),
        () => None,
    }
}

/// "two Tuesdays ago", "three Fridays from now".
pub(super) fn weekdays_away(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let (end, count) = amounts::cardinal(reader, at)?;
    let Lex::Weekdays(weekday) = reader.lex(end) else { return None };
    let (end, direction, _) = direction(reader, end + 1)?;
    let steps = i32::try_from(count).ok().filter(|n| (1..=52).contains(n))?;
    let nearest = Meaning::Stepped(direction, Name::Weekday(weekday), Anchor::Now);
    let anchor = Anchor::At(Box::new(nearest));
    Some(Phrase::date(at, end, Meaning::Shift(direction * (steps - 1) * 7, Unit::Day, anchor)))
}

/// "two days before yesterday", "three weeks after Easter", "two weeks from next Tuesday", "a year before 1945".
pub(super) fn amount_from_date(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let amount = amounts::amount(reader, at)?;
    let direction = match () {
        () if reader.is(amount.end, &["before", "prior"]) => -1,
        () if reader.is(amount.end, &["after", "from", "following"]) => 1,
        () => return None,
    };
    let next = reader.skip(amount.end + 1, &["to"]);
    let from = date(reader, next)?;
    let count = amount.whole()?.checked_mul(direction)?;
    let anchor = Anchor::At(Box::new(from.meaning));
    Some(
        Phrase::date(at, from.end, Meaning::Shift(count, amount.unit, anchor))
            .with(amount.modifier.map(Modifier::of_point)),
    )
}
