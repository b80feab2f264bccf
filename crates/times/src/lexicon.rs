//! The words of time: a table from word to class. Words that matter only beside such a word are compared as text by
//! the grammar and stand not here.

use std::{collections::HashMap, sync::LazyLock};

use super::{
    calendar::{DayPart, Season, Unit},
    holidays,
    meaning::{Modifier, Step},
};

/// The class of an atom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lex {
    /// No word of time.
    Other,
    /// Digits alone: their value (saturating) and how many they are.
    Digits(u32, u8),
    /// Digits with thousands separators.
    Grouped(u32),
    /// "15th", "fifteenth".
    Ordinal(u32),
    /// "1990s", "90s".
    Decade(u32),
    /// "nineties".
    DecadeWord(u8),
    /// "one" to "ninety".
    Cardinal(u32),
    /// "hundred", "thousand" and so on.
    Scale(u32),
    /// "several", "few", "many".
    Several,
    /// "half".
    Half,
    /// A month, and whether the word is abbreviated.
    Month(u8, bool),
    /// A weekday, and whether the word is abbreviated.
    Weekday(u8, bool),
    /// "Tuesdays".
    Weekdays(u8),
    /// A season, and whether the word is plural.
    Season(Season, bool),
    /// A unit, and whether the word is plural.
    Unit(Unit, bool),
    /// A part of the day, and whether the word is plural.
    Part(DayPart, bool),
    /// "a.m." (0) and "p.m." (12): what they add to the hour.
    Meridiem(u8),
    /// "noon", "midnight": the hour.
    Hour(u8),
    /// "yesterday", "today", "tomorrow".
    Today(i8),
    /// "tonight".
    Tonight,
    /// "last", "this", "next" and their like.
    Step(Step),
    /// "the".
    The,
    /// "a", "an".
    A,
    /// "per".
    Per,
    /// "early", "mid", "late".
    Phase(Modifier),
    /// "beginning", "middle", "end".
    Portion(Modifier),
    /// "about", "nearly", "over": how an amount is bounded.
    Bound(Modifier),
    /// First word of a longer bound: "more than", "at least", "up to", "as many as".
    BoundStart,
    /// "every", "each".
    Every,
    /// "alternate", and "every other" by the grammar.
    Alternate,
    /// "all", "another", "full" before a unit.
    Whole,
    /// "once", "twice", "thrice".
    Times(u8),
    /// "daily", "annually": a number of units, and whether the word is an adverb only.
    Periodic(u8, Unit),
    /// "now", "recently", "soon": the TIMEX3 value.
    Reference(&'static str),
    /// "past", "present", "future" as nouns, after "the".
    Tense(&'static str),
    /// "fiscal", "financial".
    Fiscal,
    /// "BC" (true), "AD" (false).
    Era(bool),
    /// "Q", "H", "FY" before a number.
    Letter,
    /// First word of a holiday's name.
    Holiday,
    /// A hyphen or dash.
    Dash,
    /// "/".
    Slash,
    /// ":".
    Colon,
    /// ",".
    Comma,
    /// ".".
    Dot,
    /// "'" and its curly form.
    Apostrophe,
    /// "(", "[".
    Open,
}

/// Longest word of the table in bytes; anything longer is looked up no further.
const WORD_BYTES_MAX: usize = 16;

/// The class of a word, whatever its case.
pub(super) fn lookup(word: &str) -> Lex {
    let bytes = word.as_bytes();
    if bytes.len() > WORD_BYTES_MAX {
        return Lex::Other;
    }
    let mut lower = [0; WORD_BYTES_MAX];
    for (to, from) in lower.iter_mut().zip(bytes) {
        *to = from.to_ascii_lowercase();
    }
    TABLE.get(&lower[..bytes.len()]).copied().unwrap_or(Lex::Other)
}

static TABLE: LazyLock<HashMap<&'static [u8], Lex>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for word in holidays::first_words() {
        table.insert(word.as_bytes(), Lex::Holiday);
    }
    for &(lex, words) in WORDS {
        for word in words.split(' ') {
            table.insert(word.as_bytes(), lex);
        }
    }
    for (names, lex) in NUMBERED {
        for (n, word) in (0u8..).zip(names.split(' ')).filter(|(_, word)| *word != NO_WORD) {
            table.insert(word.as_bytes(), lex(n));
        }
    }
    table
});

/// Words whose class counts from 0 in the order of the list.
type Numbered = (&'static str, fn(u8) -> Lex);

/// Stands in a list for a number that has no word.
const NO_WORD: &str = "-";

const NUMBERED: &[Numbered] = &[
    ("january february march april may june july august september october november december", |n| {
        Lex::Month(n + 1, false)
    }),
    ("jan feb mar apr - jun jul aug sep oct nov dec", |n| Lex::Month(n + 1, true)),
    ("jan. feb. mar. apr. - jun. jul. aug. sep. oct. nov. dec.", |n| Lex::Month(n + 1, true)),
    ("monday tuesday wednesday thursday friday saturday sunday", |n| Lex::Weekday(n + 1, false)),
    ("mon tue wed thu fri sat sun", |n| Lex::Weekday(n + 1, true)),
    ("mon. tue. wed. thu. fri. sat. sun.", |n| Lex::Weekday(n + 1, true)),
    ("mondays tuesdays wednesdays thursdays fridays saturdays sundays", |n| Lex::Weekdays(n + 1)),
    ("twenties thirties forties fifties sixties seventies eighties nineties", |n| Lex::DecadeWord(n * 10 + 20)),
    (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
         seventeen eighteen nineteen",
        |n| Lex::Cardinal(u32::from(n)),
    ),
    ("twenty thirty forty fifty sixty seventy eighty ninety", |n| Lex::Cardinal(u32::from(n) * 10 + 20)),
    (
        "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth \
         fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth",
        |n| Lex::Ordinal(u32::from(n)),
    ),
    ("thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", |n| Lex::Ordinal(u32::from(n) * 10 + 30)),
    ("- once twice thrice", Lex::Times),
    ("midnight", |_| Lex::Hour(0)),
    ("noon", |_| Lex::Hour(12)),
];

const WORDS: &[(Lex, &str)] = &[
    (Lex::Dash, "- – — -- ‐ ‑ ‒ −"),
    (Lex::Slash, "/"),
    (Lex::Colon, ":"),
    (Lex::Comma, ","),
    (Lex::Dot, "."),
    (Lex::Apostrophe, "' ’ ‘ `"),
    (Lex::Open, "( ["),
    (Lex::Month(3, true), "mar"),
    (Lex::Month(6, true), "june."),
    (Lex::Month(9, true), "sept sept."),
    (Lex::Weekday(2, true), "tues tues."),
    (Lex::Weekday(3, true), "weds weds."),
    (Lex::Weekday(4, true), "thur thur. thurs thurs."),
    (Lex::Scale(100), "hundred hundreds"),
    (Lex::Scale(1000), "thousand thousands"),
    (Lex::Scale(1_000_000), "million millions"),
    (Lex::Scale(1_000_000_000), "billion billions"),
    (Lex::Scale(12), "dozen dozens"),
    (Lex::Several, "several few many some couple multiple numerous"),
    (Lex::Half, "half"),
    (Lex::Season(Season::Spring, false), "spring springtime"),
    (Lex::Season(Season::Summer, false), "summer summertime midsummer"),
    (Lex::Season(Season::Fall, false), "autumn fall"),
    (Lex::Season(Season::Winter, false), "winter wintertime midwinter"),
    (Lex::Season(Season::Summer, true), "summers"),
    (Lex::Season(Season::Fall, true), "autumns"),
    (Lex::Season(Season::Winter, true), "winters"),
    (Lex::Unit(Unit::Second, true), "seconds secs"),
    (Lex::Unit(Unit::Second, false), "sec"),
    (Lex::Unit(Unit::Minute, false), "minute min"),
    (Lex::Unit(Unit::Minute, true), "minutes mins"),
    (Lex::Unit(Unit::Hour, false), "hour hr"),
    (Lex::Unit(Unit::Hour, true), "hours hrs"),
    (Lex::Unit(Unit::Day, false), "day"),
    (Lex::Unit(Unit::Day, true), "days"),
    (Lex::Unit(Unit::Weekend, false), "weekend"),
    (Lex::Unit(Unit::Weekend, true), "weekends"),
    (Lex::Unit(Unit::Week, false), "week wk"),
    (Lex::Unit(Unit::Week, true), "weeks wks"),
    (Lex::Unit(Unit::Fortnight, false), "fortnight"),
    (Lex::Unit(Unit::Fortnight, true), "fortnights"),
    (Lex::Unit(Unit::Month, false), "month"),
    (Lex::Unit(Unit::Month, true), "months mths"),
    (Lex::Unit(Unit::Quarter, false), "quarter qtr"),
    (Lex::Unit(Unit::Quarter, true), "quarters"),
    (Lex::Unit(Unit::Year, false), "year yr"),
    (Lex::Unit(Unit::Year, true), "years yrs"),
    (Lex::Unit(Unit::Decade, false), "decade"),
    (Lex::Unit(Unit::Decade, true), "decades"),
    (Lex::Unit(Unit::Century, false), "century"),
    (Lex::Unit(Unit::Century, true), "centuries"),
    (Lex::Unit(Unit::Millennium, false), "millennium"),
    (Lex::Unit(Unit::Millennium, true), "millennia"),
    (Lex::Part(DayPart::Morning, false), "morning dawn daybreak sunrise"),
    (Lex::Part(DayPart::Morning, true), "mornings"),
    (Lex::Part(DayPart::Midday, false), "midday lunchtime noontime"),
    (Lex::Part(DayPart::Afternoon, false), "afternoon midafternoon"),
    (Lex::Part(DayPart::Afternoon, true), "afternoons"),
    (Lex::Part(DayPart::Evening, false), "evening dusk sunset nightfall"),
    (Lex::Part(DayPart::Evening, true), "evenings"),
    (Lex::Part(DayPart::Night, false), "night overnight"),
    (Lex::Part(DayPart::Night, true), "nights"),
    (Lex::Meridiem(0), "am a.m. a.m"),
    (Lex::Meridiem(12), "pm p.m. p.m"),
    (Lex::Today(-1), "yesterday"),
    (Lex::Today(0), "today"),
    (Lex::Today(1), "tomorrow"),
    (Lex::Tonight, "tonight"),
    (Lex::Step(Step::Last), "last"),
    (Lex::Step(Step::Past), "past"),
    (Lex::Step(Step::This), "this these"),
    (Lex::Step(Step::Current), "current"),
    (Lex::Step(Step::Next), "next"),
    (Lex::Step(Step::Coming), "coming upcoming"),
    (Lex::Step(Step::Previous), "previous preceding prior"),
    (Lex::Step(Step::Following), "following ensuing subsequent"),
    (Lex::Step(Step::Same), "same"),
    (Lex::Step(Step::That), "that those"),
    (Lex::Step(Step::Recent), "recent"),
    (Lex::The, "the"),
    (Lex::A, "a an"),
    (Lex::Per, "per"),
    (Lex::Phase(Modifier::Start), "early earlier"),
    (Lex::Phase(Modifier::Mid), "mid"),
    (Lex::Phase(Modifier::End), "late later"),
    (Lex::Portion(Modifier::Start), "beginning start outset opening"),
    (Lex::Portion(Modifier::Mid), "middle height"),
    (Lex::Portion(Modifier::End), "end close ending rest remainder"),
    (Lex::Bound(Modifier::Approx), "about around approximately roughly circa some"),
    (Lex::Bound(Modifier::LessThan), "nearly almost under"),
    (Lex::Bound(Modifier::MoreThan), "over"),
    (Lex::BoundStart, "more less fewer at up no not as close well only exactly just long"),
    (Lex::Every, "every each"),
    (Lex::Alternate, "alternate"),
    (Lex::Whole, "all another full entire whole"),
    (Lex::Periodic(1, Unit::Hour), "hourly"),
    (Lex::Periodic(1, Unit::Day), "daily nightly"),
    (Lex::Periodic(1, Unit::Week), "weekly"),
    (Lex::Periodic(1, Unit::Fortnight), "biweekly fortnightly"),
    (Lex::Periodic(1, Unit::Month), "monthly"),
    (Lex::Periodic(2, Unit::Month), "bimonthly"),
    (Lex::Periodic(1, Unit::Quarter), "quarterly"),
    (Lex::Periodic(6, Unit::Month), "semiannual semiannually biannual biannually"),
    (Lex::Periodic(1, Unit::Year), "yearly annually"),
    (Lex::Periodic(2, Unit::Year), "biennial biennially"),
    (Lex::Reference("PRESENT_REF"), "now currently presently nowadays"),
    (Lex::Reference("PAST_REF"), "recently lately"),
    (Lex::Reference("FUTURE_REF"), "soon"),
    (Lex::Tense("PRESENT_REF"), "present"),
    (Lex::Tense("FUTURE_REF"), "future"),
    (Lex::Era(true), "bc b.c. bce b.c.e. b.c"),
    (Lex::Era(false), "ad a.d. ce c.e. a.d"),
    (Lex::Letter, "q h fy"),
    (Lex::DecadeWord(0), "noughties"),
    (Lex::Fiscal, "fiscal financial"),
];
