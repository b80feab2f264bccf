//! Feasts whose day follows from a calendar's rules: Easter of the Western and the Eastern churches, the feasts of the
//! Jewish year, the first day of the Chinese year.

use jiff::civil::Date;

use crate::calendar::{add_days, date, weekday_of};

/// Easter Sunday of the Western churches, by the anonymous Gregorian algorithm (Meeus, Jones, Butcher).
pub(super) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b.div_euclid(4), b.rem_euclid(4));
    let g = (8 * b + 13).div_euclid(25);
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 19 * l).div_euclid(433);
    let month = (h + l - 7 * m + 90).div_euclid(25);
    let day = (h + l - 7 * m + 33 * month + 19).rem_euclid(32);
    date(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Easter Sunday of the Eastern churches, by Meeus' Julian algorithm, in the Gregorian calendar.
pub(super) fn orthodox_easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(4), y.rem_euclid(7), y.rem_euclid(19));
    let d = (19 * c + 15).rem_euclid(30);
    let e = (2 * a + 4 * b - d + 34).rem_euclid(7);
    let (month, day) = ((d + e + 114) / 31, (d + e + 114) % 31 + 1);
    let behind = y.div_euclid(100) - y.div_euclid(400) - 2;
    add_days(date(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?, behind)
}

/// A feast of the Jewish year, by its first day (it begins on the evening before).
#[derive(Clone, Copy, Debug)]
pub(super) enum Jewish {
    /// Days after the new year, which falls in autumn.
    Autumn(i32),
    /// The 25th of Kislev.
    Hanukkah,
    /// Days after the first of Passover, which falls in spring.
    Spring(i32),
    /// The 9th of Av, or the day after it when that is a Sabbath.
    NinthOfAv,
}

/// Years of the Jewish calendar that begin in the autumn of a civil year are so far ahead of it.
const JEWISH_YEARS_AHEAD: i64 = 3761;

/// Days from the first of Passover to the new year after it.
const PASSOVER_TO_NEW_YEAR: i32 = 163;

/// The day of a Jewish feast in a civil year.
pub(super) fn jewish(feast: Jewish, year: i16) -> Option<Date> {
    let jewish_year = i64::from(year) + JEWISH_YEARS_AHEAD;
    let new_year = jewish_new_year(jewish_year)?;
    let spring = |days: i32| add_days(new_year, days - PASSOVER_TO_NEW_YEAR);
    match feast {
        Jewish::Autumn(days) => add_days(new_year, days),
        Jewish::Spring(days) => spring(days),
        Jewish::Hanukkah => {
            let long_heshvan = jewish_days(jewish_year + 1) - jewish_days(jewish_year);
            add_days(new_year, if long_heshvan % 10 == 5 { 84 } else { 83 })
        }
        Jewish::NinthOfAv => {
            let day = spring(113)?;
            if weekday_of(day) == 6 { add_days(day, 1) } else { Some(day) }
        }
    }
}

/// The first day of a year of the Jewish calendar.
fn jewish_new_year(year: i64) -> Option<Date> {
    // Days of the calendar's first year before 1 January 1970.
    const EPOCH: i64 = 2_092_590;
    add_days(date(1970, 1, 1)?, i32::try_from(jewish_days(year) - EPOCH).ok()?)
}

/// Days from the calendar's first new year to that of `year` (Dershowitz and Reingold, *Calendrical Calculations*).
fn jewish_days(year: i64) -> i64 {
    let elapsed = |year: i64| {
        let months = (235 * year - 234).div_euclid(19);
        let parts = 12_084 + 13_753 * months;
        let days = 29 * months + parts.div_euclid(25_920);
        if (3 * (days + 1)).rem_euclid(7) < 3 { days + 1 } else { days }
    };
    let (before, this, next) = (elapsed(year - 1), elapsed(year), elapsed(year + 1));
    let correction = match (next - this, this - before) {
        (356, _) => 2,
        (_, 382) => 1,
        _ => 0,
    };
    this + correction
}

/// First year of [`CHINESE_NEW_YEARS`].
const CHINESE_FIRST: i16 = 1990;

/// Month and day of the Chinese new year, from 1990 to 2035 (Hong Kong Observatory).
const CHINESE_NEW_YEARS: &[(u8, u8)] = &[
    (1, 27),
    (2, 15),
    (2, 4),
    (1, 23),
    (2, 10),
    (1, 31),
    (2, 19),
    (2, 7),
    (1, 28),
    (2, 16),
    (2, 5),
    (1, 24),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 9),
    (1, 29),
    (2, 18),
    (2, 7),
    (1, 26),
    (2, 14),
    (2, 3),
    (1, 23),
    (2, 10),
    (1, 31),
    (2, 19),
    (2, 8),
    (1, 28),
    (2, 16),
    (2, 5),
    (1, 25),
    (2, 12),
    (2, 1),
    (1, 22),
    (2, 10),
    (1, 29),
    (2, 17),
    (2, 6),
    (1, 26),
    (2, 13),
    (2, 3),
    (1, 23),
    (2, 11),
    (1, 31),
    (2, 19),
    (2, 8),
];

/// The first day of the Chinese year that begins in a civil year.
pub(super) fn chinese_new_year(year: i16) -> Option<Date> {
    let index = usize::try_from(i32::from(year) - i32::from(CHINESE_FIRST)).ok()?;
    let &(month, day) = CHINESE_NEW_YEARS.get(index)?;
    date(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, month, day) in
            [(1961, 4, 2), (2000, 4, 23), (2011, 4, 24), (2024, 3, 31), (2025, 4, 20), (2038, 4, 25)]
        {
            assert_eq!(easter(year), date(year, month, day));
        }
        for (year, month, day) in [(2016, 5, 1), (2018, 4, 8), (2024, 5, 5), (2025, 4, 20)] {
            assert_eq!(orthodox_easter(year), date(year, month, day));
        }
    }

    #[test]
    fn jewish_feasts_fall_where_the_almanac_says() {
        for (feast, year, month, day) in [
            (Jewish::Autumn(0), 2018, 9, 10),
            (Jewish::Autumn(0), 2024, 10, 3),
            (Jewish::Autumn(9), 2023, 9, 25),
            (Jewish::Spring(0), 2018, 3, 31),
            (Jewish::Spring(0), 2024, 4, 23),
            (Jewish::Spring(-30), 2025, 3, 14),
            (Jewish::Hanukkah, 2018, 12, 3),
            (Jewish::Hanukkah, 2024, 12, 26),
            (Jewish::NinthOfAv, 2018, 7, 22),
        ] {
            assert_eq!(jewish(feast, year), date(year, month, day), "{feast:?} {year}");
        }
    }

    #[test]
    fn the_chinese_year_begins_where_the_almanac_says() {
        assert_eq!(chinese_new_year(2000), date(2000, 2, 5));
        assert_eq!(chinese_new_year(2025), date(2025, 1, 29));
        assert_eq!(chinese_new_year(1989), None);
        assert_eq!(chinese_new_year(2036), None);
    }
}
