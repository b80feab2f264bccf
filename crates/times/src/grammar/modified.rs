//! Expressions with a modifier: "early May", "mid-1990s", "the end of last year", "about noon".

use super::{Phrase, Reader, amounts, clocks, date};
use crate::{
    TimexKind,
    calendar::Unit,
    lexicon::Lex,
    meaning::{Anchor, Meaning, Modifier},
};

/// Any expression that a modifier opens.
pub(super) fn modified(reader: Reader<'_>, at: usize) -> Option<Phrase> {
    let the = reader.skip_the(at);
    match reader.lex(the) {
        Lex::Phase(modifier) => phased(reader, at, the + 1, modifier),
        Lex::Portion(modifier) => portion(reader, at, the + 1, modifier),
        Lex::Bound(modifier) if the == at => bounded(reader, at, the + 1, modifier),
        Lex::Unit(Unit::Year, false) => year_end(reader, at, the),
        _ if reader.is(
            the,
            &["latter", "better", "turn", "first", "last", "second", "midpoint", "eve", "bulk", "most", "much"],
        ) =>
        {
            part_of(reader, at, the)
        }
        _ => None,
    }
}

/// "early May", "late in 1998", "mid-1990s", "later this month", "early Tuesday morning".
fn phased(reader: Reader<'_>, start: usize, at: usize, modifier: Modifier) -> Option<Phrase> {
    let next = reader.skip(at, &["or", "to"]);
    let next = match reader.lex(next) {
        // "mid-to-late 1990s", "early or mid May": the last word decides.
        Lex::Phase(_) if next > at => next + 1,
        Lex::Dash if reader.is(at + 1, &["to"]) && reader.lex(at + 2) == Lex::Dash => at + 4,
        Lex::Dash => at + 1,
        _ => at,
    };
    // "the early part of 2003", "the late stages of the war" has no date.
    let part = reader.is(next, &["part", "days", "weeks", "months", "years", "stages"]) && reader.is(next + 1, &["of"]);
    let next = if part { next + 2 } else { next };
    let comparative = reader.is(at - 1, &["earlier", "later"]);
    if let Some(part) = clocks::modified_part(reader, next, modifier) {
        let day = matches!(part.meaning, Meaning::Part(..)) || reader.lex(next) != Lex::Other;
        if day && !(comparative && matches!(reader.lex(next), Lex::The)) && part.kind == TimexKind::Time {
            return Some(part.from(start));
        }
    }
    let skipped = reader.skip(next, &["in", "on"]);
    let dated = date(reader, skipped).or_else(|| {
        let the = reader.skip(skipped, &["of"]);
        super::relative::the_unit_any(reader, the)
    });
    let phrase = dated?;
    // "earlier" and "later" modify a period under way: "earlier this year", "later that day", "later in the year".
    let relative = matches!(phrase.meaning, Meaning::Shift(..) | Meaning::SomeDay | Meaning::Stepped(..));
    if comparative && !(relative || skipped > next) {
        return None;
    }
    Some(phrase.from(start).with(Some(modifier)))
}

/// "the beginning of 1945", "the end of the year", "the middle of next week", "the start of the 1990s".
fn portion(reader: Reader<'_>, start: usize, at: usize, modifier: Modifier) -> Option<Phrase> {
    let of = if reader.is(at, &["of"]) { at + 1 } else { at };
    if of == at && !matches!(reader.lex(at), Lex::Step(_) | Lex::Digits(..) | Lex::Dash) {
        return None;
    }
    let next = if reader.lex(of) == Lex::Dash { of + 1 } else { of };
    // "the rest of the day"; "at the end of the day" is a turn of phrase.
    let rest =
        reader.is(at - 1, &["rest", "remainder"]) && reader.lex(next) == Lex::The && reader.is(next + 1, &["day"]);
    if rest && !reader.is(next + 2, &["of"]) {
        return Some(Phrase::date(start, next + 2, Meaning::SomeDay).with(Some(modifier)));
    }
    let phrase = date(reader, next)
        .or_else(|| super::relative::the_unit_any(reader, next))
        .or_else(|| unit_at_hand(reader, start, next).filter(|_| of > at))?;
    let article = start < at - 1 || reader.is(at - 1, &["end", "beginning", "start", "middle", "rest", "remainder"]);
    article.then(|| phrase.from(start).with(Some(modifier)))
}

/// "(by end of) year", "(at the beginning of) month": the period under way, without its article.
fn unit_at_hand(reader: Reader<'_>, start: usize, at: usize) -> Option<Phrase> {
    let Lex::Unit(unit @ (Unit::Week | Unit::Month | Unit::Quarter | Unit::Year), false) = reader.lex(at) else {
        return None;
    };
    let dating =
        start == 0 || reader.after_one_of(start, &["by", "at", "until", "till", "before", "from", "to", "since"]);
    dating.then(|| Phrase::date(at, at + 1, Meaning::Shift(0, unit, Anchor::Context)))
}

/// "the latter part of the year", "the rest of the week", "the first part of 1998", "the turn of the century".
fn part_of(reader: Reader<'_>, start: usize, at: usize) -> Option<Phrase> {
    let ended = reader.is(at, &["latter", "last", "second"]);
    let word = if reader.is(at, &["latter", "better", "first", "last", "second"]) { at + 1 } else { at };
    if word > at && !reader.is(word, &["part", "half", "portion", "third", "months", "weeks", "days", "years"]) {
        return None;
    }
    if word > at && reader.is(word, &["half"]) && !reader.is(at, &["latter", "last", "better"]) {
        return None;
    }
    if !reader.is(word + 1, &["of"]) || start == at {
        return None;
    }
    let phrase = date(reader, word + 2).or_else(|| super::relative::the_unit_any(reader, word + 2))?;
    if reader.is(at, &["turn"]) {
        return turn_of(phrase.from(start));
    }
    let modifier = match () {
        () if ended => Some(Modifier::End),
        () if reader.is(at, &["first"]) => Some(Modifier::Start),
        () if reader.is(at, &["midpoint"]) => Some(Modifier::Mid),
        () => None,
    };
    Some(phrase.from(start).with(modifier))
}

/// "the turn of the (20th) century": about the year in which it began.
fn turn_of(phrase: Phrase) -> Option<Phrase> {
    let long = match &phrase.meaning {
        Meaning::At(stamp) => stamp.unit() >= Unit::Century,
        Meaning::Shift(0, unit, _) => *unit >= Unit::Century,
        _ => false,
    };
    if !long {
        return Some(phrase.with(Some(Modifier::Start)));
    }
    let year = Meaning::NthUnit(1, Unit::Year, Box::new(phrase.meaning));
    Some(Phrase { meaning: year, ..phrase }.with(Some(Modifier::Approx)))
}

/// "about noon", "around 1990", "about the 5th of May"; amounts carry their bound themselves.
fn bounded(reader: Reader<'_>, start: usize, at: usize, modifier: Modifier) -> Option<Phrase> {
    if let Some(clock) = clocks::clock(reader, at).or_else(|| clocks::in_words(reader, at)) {
        return Some(clock.from(start).with(Some(modifier)));
    }
    if amounts::amount(reader, at).is_some() || modifier != Modifier::Approx || reader.is(start, &["some"]) {
        return None;
    }
    let phrase = date(reader, at)?;
    let figure =
        matches!(phrase.meaning, Meaning::At(_)) && matches!(reader.lex(at), Lex::Digits(..) | Lex::The | Lex::Era(_));
    // "around" and "about" before other dates are prepositions as a rule.
    (figure && !reader.is(start, &["around", "about"]) || reader.is(start, &["circa"]))
        .then(|| phrase.from(start).with(Some(modifier)))
}

/// "year-end", "the year's end", "month's end", "year-end 1998".
fn year_end(reader: Reader<'_>, start: usize, at: usize) -> Option<Phrase> {
    let Lex::Unit(unit, false) = reader.lex(at) else { return None };
    let next = match reader.lex(at + 1) {
        Lex::Dash => at + 2,
        _ => reader.skip(at + 1, &["'s", "’s"]),
    };
    let dating =
        unit == Unit::Year && reader.after_one_of(start, &["by", "before", "until", "at", "till", "around", "since"]);
    if next == at + 1 && !dating || !reader.is(next, &["end"]) {
        return None;
    }
    let meaning = match super::years::any_year(reader, next + 1) {
        Some((end, year)) => {
            return Some(
                Phrase::date(start, end, Meaning::At(crate::calendar::Stamp::Year(year))).with(Some(Modifier::End)),
            );
        }
        // "up 12 percent since year-end": the end of the year before.
        None => Meaning::Shift(-i32::from(reader.after_one_of(start, &["since"])), unit, Anchor::Context),
    };
    Some(Phrase::date(start, next + 1, meaning).with(Some(Modifier::End)))
}
