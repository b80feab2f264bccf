//! Whether numeric dates put the month or the day first.

use dateline_text::Published;

use super::{atoms::Atom, calendar, grammar::Phrase, lexicon::Lex, meaning::Meaning};

/// The order of day and month in numeric dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// "8/24/2025".
    MonthFirst,
    /// "24/8/2025".
    DayFirst,
}

/// The order that the article's own evidence tells, strongest first: a numeric date that can be read one way only;
/// a reading close to publication where the other is far; how dates with the month's name are written. American order
/// without evidence.
pub(super) fn order(phrases: &[Phrase], atoms: &[Atom], published: Option<Published>) -> Order {
    let slashed = || {
        phrases.iter().filter_map(|phrase| match phrase.meaning {
            Meaning::Slashed(first, second, year) => Some((first, second, year)),
            _ => None,
        })
    };
    let mut days = (0_u32, 0_u32);
    for (first, second, _) in slashed() {
        days.0 += u32::from(first > 12);
        days.1 += u32::from(second > 12);
    }
    if days.0 != days.1 {
        return if days.0 > days.1 { Order::DayFirst } else { Order::MonthFirst };
    }
    if let Some(order) = published.and_then(|published| slashed().find_map(|date| nearest(date, published.date()))) {
        return order;
    }
    if slashed().next().is_some() && written_day_first(atoms) { Order::DayFirst } else { Order::MonthFirst }
}

/// Days from publication within which a date is close to it, and beyond which it is far.
const CLOSE_DAYS: i32 = 14;
const FAR_DAYS: i32 = 27;

/// The order that puts a date close to publication, where the other puts it far.
fn nearest((first, second, year): (u8, u8, Option<i16>), published: jiff::civil::Date) -> Option<Order> {
    let year = year.unwrap_or(published.year());
    let away = |month, day| {
        let date = calendar::date(year, month, day)?;
        Some(date.since(published).ok()?.get_days().abs())
    };
    let (american, british) = (away(first, second)?, away(second, first)?);
    match () {
        () if american <= CLOSE_DAYS && british > FAR_DAYS => Some(Order::MonthFirst),
        () if british <= CLOSE_DAYS && american > FAR_DAYS => Some(Order::DayFirst),
        () => None,
    }
}

/// Whether dates with a month's name put the day first more often: "24 August" against "August 24".
fn written_day_first(atoms: &[Atom]) -> bool {
    let day = |lex: Option<Lex>| matches!(lex, Some(Lex::Digits(1..=31, 1..=2) | Lex::Ordinal(1..=31)));
    let mut balance = 0_i64;
    for (i, atom) in atoms.iter().enumerate().filter(|(_, atom)| matches!(atom.lex, Lex::Month(..))) {
        debug_assert!(matches!(atom.lex, Lex::Month(..)));
        let before = i.checked_sub(1).map(|i| atoms[i].lex);
        balance += i64::from(day(before)) - i64::from(day(atoms.get(i + 1).map(|atom| atom.lex)));
    }
    balance > 0
}
