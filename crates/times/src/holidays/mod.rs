//! Holidays: their names and the days on which they fall.

mod reckoning;

use jiff::civil::Date;

use self::reckoning::{Jewish, chinese_new_year, easter, jewish, orthodox_easter};
use super::calendar::{add_days, date, nth_weekday, weekday_of};

/// How a holiday's day follows from the year.
#[derive(Clone, Copy, Debug)]
enum Rule {
    /// Month and day.
    Fixed(u8, u8),
    /// Month, which one (from the end when negative), weekday.
    Nth(u8, i8, u8),
    /// Days after the `Nth`.
    AfterNth(u8, i8, u8, i32),
    /// Days after Western Easter.
    Easter(i32),
    /// Days after Easter of the Eastern churches.
    Orthodox(i32),
    Jewish(Jewish),
    /// Days after the first of the Chinese year.
    Chinese(i32),
    /// The last such weekday before a day of a month: weekday, month, day.
    Before(u8, u8, u8),
}

/// A name in lower case and its rule.
const HOLIDAYS: &[(&str, Rule)] = &[
    ("new year's day", Rule::Fixed(1, 1)),
    ("new year's eve", Rule::Fixed(12, 31)),
    ("new year's", Rule::Fixed(1, 1)),
    ("new year eve", Rule::Fixed(12, 31)),
    ("new years eve", Rule::Fixed(12, 31)),
    ("new years day", Rule::Fixed(1, 1)),
    ("epiphany", Rule::Fixed(1, 6)),
    ("martin luther king day", Rule::Nth(1, 3, 1)),
    ("martin luther king jr. day", Rule::Nth(1, 3, 1)),
    ("mlk day", Rule::Nth(1, 3, 1)),
    ("australia day", Rule::Fixed(1, 26)),
    ("groundhog day", Rule::Fixed(2, 2)),
    ("valentine's day", Rule::Fixed(2, 14)),
    ("valentine day", Rule::Fixed(2, 14)),
    ("presidents day", Rule::Nth(2, 3, 1)),
    ("presidents' day", Rule::Nth(2, 3, 1)),
    ("president's day", Rule::Nth(2, 3, 1)),
    ("washington's birthday", Rule::Nth(2, 3, 1)),
    ("shrove tuesday", Rule::Easter(-47)),
    ("mardi gras", Rule::Easter(-47)),
    ("ash wednesday", Rule::Easter(-46)),
    ("international women's day", Rule::Fixed(3, 8)),
    ("st patrick's day", Rule::Fixed(3, 17)),
    ("palm sunday", Rule::Easter(-7)),
    ("maundy thursday", Rule::Easter(-3)),
    ("good friday", Rule::Easter(-2)),
    ("holy saturday", Rule::Easter(-1)),
    ("easter sunday", Rule::Easter(0)),
    ("easter monday", Rule::Easter(1)),
    ("easter", Rule::Easter(0)),
    ("april fools' day", Rule::Fixed(4, 1)),
    ("april fool's day", Rule::Fixed(4, 1)),
    ("earth day", Rule::Fixed(4, 22)),
    ("anzac day", Rule::Fixed(4, 25)),
    ("may day", Rule::Fixed(5, 1)),
    ("labour day", Rule::Fixed(5, 1)),
    ("ve day", Rule::Fixed(5, 8)),
    ("mother's day", Rule::Nth(5, 2, 7)),
    ("mothers day", Rule::Nth(5, 2, 7)),
    ("victoria day", Rule::Before(1, 5, 25)),
    ("memorial day", Rule::Nth(5, -1, 1)),
    ("ascension day", Rule::Easter(39)),
    ("pentecost", Rule::Easter(49)),
    ("whit sunday", Rule::Easter(49)),
    ("whit monday", Rule::Easter(50)),
    ("flag day", Rule::Fixed(6, 14)),
    ("father's day", Rule::Nth(6, 3, 7)),
    ("fathers day", Rule::Nth(6, 3, 7)),
    ("juneteenth", Rule::Fixed(6, 19)),
    ("canada day", Rule::Fixed(7, 1)),
    ("independence day", Rule::Fixed(7, 4)),
    ("bastille day", Rule::Fixed(7, 14)),
    ("labor day", Rule::Nth(9, 1, 1)),
    ("columbus day", Rule::Nth(10, 2, 1)),
    ("indigenous peoples' day", Rule::Nth(10, 2, 1)),
    ("halloween", Rule::Fixed(10, 31)),
    ("all saints' day", Rule::Fixed(11, 1)),
    ("all souls' day", Rule::Fixed(11, 2)),
    ("guy fawkes night", Rule::Fixed(11, 5)),
    ("bonfire night", Rule::Fixed(11, 5)),
    ("armistice day", Rule::Fixed(11, 11)),
    ("veterans day", Rule::Fixed(11, 11)),
    ("veterans' day", Rule::Fixed(11, 11)),
    ("veteran's day", Rule::Fixed(11, 11)),
    ("remembrance day", Rule::Fixed(11, 11)),
    ("remembrance sunday", Rule::Nth(11, 2, 7)),
    ("thanksgiving day", Rule::Nth(11, 4, 4)),
    ("thanksgiving", Rule::Nth(11, 4, 4)),
    ("black friday", Rule::AfterNth(11, 4, 4, 1)),
    ("cyber monday", Rule::AfterNth(11, 4, 4, 4)),
    ("st andrew's day", Rule::Fixed(11, 30)),
    ("st george's day", Rule::Fixed(4, 23)),
    ("st david's day", Rule::Fixed(3, 1)),
    ("christmas eve", Rule::Fixed(12, 24)),
    ("christmas day", Rule::Fixed(12, 25)),
    ("christmas", Rule::Fixed(12, 25)),
    ("xmas", Rule::Fixed(12, 25)),
    ("saint patrick's day", Rule::Fixed(3, 17)),
    ("saint patrick", Rule::Fixed(3, 17)),
    ("inauguration day", Rule::Fixed(1, 20)),
    ("women's day", Rule::Fixed(3, 8)),
    ("world environment day", Rule::Fixed(6, 5)),
    ("new years", Rule::Fixed(1, 1)),
    ("easter eve", Rule::Easter(-1)),
    ("trinity sunday", Rule::Easter(56)),
    ("corpus christi", Rule::Easter(60)),
    ("all hallows' eve", Rule::Fixed(10, 31)),
    ("all saints day", Rule::Fixed(11, 1)),
    ("king's day", Rule::Fixed(4, 27)),
    ("st stephen's day", Rule::Fixed(12, 26)),
    ("parents' day", Rule::Nth(7, 4, 7)),
    ("grandparents day", Rule::AfterNth(9, 1, 1, 6)),
    ("patriot day", Rule::Fixed(9, 11)),
    ("small business saturday", Rule::AfterNth(11, 4, 4, 2)),
    ("boxing day", Rule::Fixed(12, 26)),
    ("kwanzaa", Rule::Fixed(12, 26)),
    ("martin luther king jr day", Rule::Nth(1, 3, 1)),
    ("martin luther king's day", Rule::Nth(1, 3, 1)),
    ("mlk jr. day", Rule::Nth(1, 3, 1)),
    ("civil rights day", Rule::Nth(1, 3, 1)),
    ("saint patricks day", Rule::Fixed(3, 17)),
    ("st paddy's day", Rule::Fixed(3, 17)),
    ("saint paddy's day", Rule::Fixed(3, 17)),
    ("boss's day", Rule::Fixed(10, 16)),
    ("boss day", Rule::Fixed(10, 16)),
    ("koningsdag", Rule::Fixed(4, 27)),
    ("international workers' day", Rule::Fixed(5, 1)),
    ("holocaust remembrance day", Rule::Fixed(1, 27)),
    ("world aids day", Rule::Fixed(12, 1)),
    ("human rights day", Rule::Fixed(12, 10)),
    ("pancake day", Rule::Easter(-47)),
    ("orthodox easter", Rule::Orthodox(0)),
    ("orthodox good friday", Rule::Orthodox(-2)),
    ("orthodox great friday", Rule::Orthodox(-2)),
    ("clean monday", Rule::Orthodox(-48)),
    ("lazarus saturday", Rule::Orthodox(-8)),
    ("orthodox christmas", Rule::Fixed(1, 7)),
    ("chinese new year", Rule::Chinese(0)),
    ("chinese new year's day", Rule::Chinese(0)),
    ("chinese new year's eve", Rule::Chinese(-1)),
    ("chinese lunar new year's day", Rule::Chinese(0)),
    ("lunar new year", Rule::Chinese(0)),
    ("lunar new year's eve", Rule::Chinese(-1)),
    ("rosh hashanah", Rule::Jewish(Jewish::Autumn(0))),
    ("rosh hashana", Rule::Jewish(Jewish::Autumn(0))),
    ("yom kippur", Rule::Jewish(Jewish::Autumn(9))),
    ("sukkot", Rule::Jewish(Jewish::Autumn(14))),
    ("shemini atzeret", Rule::Jewish(Jewish::Autumn(21))),
    ("simchat torah", Rule::Jewish(Jewish::Autumn(22))),
    ("hanukkah", Rule::Jewish(Jewish::Hanukkah)),
    ("chanukah", Rule::Jewish(Jewish::Hanukkah)),
    ("purim", Rule::Jewish(Jewish::Spring(-30))),
    ("passover", Rule::Jewish(Jewish::Spring(0))),
    ("lag baomer", Rule::Jewish(Jewish::Spring(32))),
    ("shavuot", Rule::Jewish(Jewish::Spring(50))),
    ("tisha b'av", Rule::Jewish(Jewish::NinthOfAv)),
];

/// National days that several countries keep, each on a date of its own, with the ISO code of the country whose date
/// stands in the table.
const KEEPERS: &[(&str, &str)] = &[
    ("independence day", "US"),
    ("memorial day", "US"),
    ("flag day", "US"),
    ("thanksgiving", "US"),
    ("thanksgiving day", "US"),
    ("veterans day", "US"),
    ("king's day", "NL"),
];

/// The country whose date a holiday's entry holds, where other countries keep a day of that name on other dates.
pub(super) fn keeper(index: usize) -> Option<&'static str> {
    KEEPERS.iter().find(|(name, _)| *name == HOLIDAYS[index].0).map(|&(_, country)| country)
}

/// The first words of all names.
pub(super) fn first_words() -> impl Iterator<Item = &'static str> {
    HOLIDAYS.iter().filter_map(|(name, _)| name.split([' ', '\'']).next())
}

/// The longest holiday with which `text` begins: its index and how many bytes its name takes there.
pub(super) fn read(text: &str) -> Option<(usize, usize)> {
    let found = HOLIDAYS.iter().enumerate().filter_map(|(index, (name, _))| Some((index, prefix(text, name)?)));
    found.max_by_key(|&(_, length)| length)
}

/// How many bytes of `text` spell `name`, whatever the case, the apostrophe and the dot of "St.".
fn prefix(text: &str, name: &str) -> Option<usize> {
    let mut rest = text.chars().peekable();
    let mut length = 0;
    for expected in name.chars() {
        if expected != '.' && rest.peek() == Some(&'.') {
            length += rest.next()?.len_utf8();
        }
        let c = rest.next()?;
        let same = match expected {
            '\'' => matches!(c, '\'' | '’'),
            ' ' => matches!(c, ' ' | '\u{a0}'),
            _ => c.eq_ignore_ascii_case(&expected),
        };
        if !same {
            return None;
        }
        length += c.len_utf8();
    }
    Some(length)
}

/// The day of a holiday in a year.
pub(super) fn day(index: usize, year: i16) -> Option<Date> {
    match HOLIDAYS[index].1 {
        Rule::Fixed(month, day) => date(year, month, day),
        Rule::Nth(month, n, weekday) => nth_weekday(year, month, n, weekday),
        Rule::AfterNth(month, n, weekday, days) => add_days(nth_weekday(year, month, n, weekday)?, days),
        Rule::Easter(days) => add_days(easter(year)?, days),
        Rule::Orthodox(days) => add_days(orthodox_easter(year)?, days),
        Rule::Jewish(feast) => jewish(feast, year),
        Rule::Chinese(days) => add_days(chinese_new_year(year)?, days),
        Rule::Before(weekday, month, day) => {
            let day = date(year, month, day)?;
            let back = (weekday_of(day) + 6 - weekday) % 7 + 1;
            add_days(day, -i32::from(back))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_holiday_has_a_day_in_every_usual_year() {
        for year in 1900..2100 {
            for (index, (name, rule)) in HOLIDAYS.iter().enumerate() {
                assert!(matches!(rule, Rule::Chinese(_)) || day(index, year).is_some(), "{name} {year}");
            }
        }
    }
}
