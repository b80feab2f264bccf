//! Values of what no year or week is known of, such as `XXXX-08-24`.

use crate::{
    calendar::Unit,
    holidays,
    meaning::{Anchor, Meaning, Name},
};

/// What can be written of a period whose year or week nothing tells.
pub(super) fn partial(meaning: &Meaning) -> Option<String> {
    match meaning {
        Meaning::Named(name) => Some(match *name {
            Name::Month(month) => format!("XXXX-{month:02}"),
            Name::MonthDay(month, day) => format!("XXXX-{month:02}-{day:02}"),
            Name::MonthlyDay(day) => format!("XXXX-XX-{day:02}"),
            Name::Weekday(weekday) => format!("XXXX-WXX-{weekday}"),
            Name::Season(season) => format!("XXXX-{}", season.code()),
            Name::Quarter(n) => format!("XXXX-Q{n}"),
            Name::Half(n) => format!("XXXX-H{n}"),
            Name::Week(n) => format!("XXXX-W{n:02}"),
            Name::Decade(n) => format!("XX{}", n / 10),
            Name::WeekdayDay(_, day) => format!("XXXX-XX-{day:02}"),
            Name::Holiday(index) => {
                let (this, next) = (holidays::day(index, 2001)?, holidays::day(index, 2002)?);
                let fixed = (this.month(), this.day()) == (next.month(), next.day());
                return fixed.then(|| format!("XXXX-{:02}-{:02}", this.month(), this.day()));
            }
        }),
        Meaning::WeekdayBefore(weekday, _) => partial(&Meaning::Named(Name::Weekday(*weekday))),
        // The end of a range whose beginning has no year either.
        Meaning::Stepped(1, name, Anchor::At(_)) => partial(&Meaning::Named(*name)),
        Meaning::Part(part, day) => Some(format!("{}T{}", day_or_unknown(day)?, part.code())),
        Meaning::Clock(clock, day) => Some(format!("{}T{clock}", day_or_unknown(day)?)),
        _ => None,
    }
}

/// The date of a time of day: what is known of it, or `XXXX-XX-XX` where the text gives none.
fn day_or_unknown(day: &Meaning) -> Option<String> {
    match day {
        Meaning::SomeDay => Some("XXXX-XX-XX".to_owned()),
        Meaning::Shift(1, Unit::Day, Anchor::At(day)) if **day == Meaning::SomeDay => Some("XXXX-XX-XX".to_owned()),
        Meaning::Shift(..) => None,
        _ => partial(day),
    }
}
