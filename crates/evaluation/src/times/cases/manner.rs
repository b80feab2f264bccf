//! Ways of writing a time that assistants meet and edited news does not, told from a case's text and from what it
//! expects, whatever is found in it.

use super::Expected;

/// A way of writing, and why it is no measure of a news service.
pub(super) struct Manner {
    pub(super) name: &'static str,
    pub(super) reason: &'static str,
}

const IMPOSSIBLE: Manner =
    Manner { name: "impossible dates", reason: "days that no calendar has are given no value, as the task demands" };
const SHORTHAND: Manner =
    Manner { name: "shorthand", reason: "abbreviations and spellings of chat: tmrw, EOM, 3p, 11ish, 10D" };
const DICTATED: Manner = Manner {
    name: "dictated numbers",
    reason: "days, years and times of day in number words, as speech is transcribed",
};
const BARE: Manner = Manner {
    name: "bare numbers",
    reason: "a number alone for a day or an hour, where news styles have a month, a.m. or p.m.",
};
const NO_YEAR: Manner = Manner {
    name: "figures without year",
    reason: "4/22, 5.12, 2-15: scores, odds, fractions and amounts in news; after a preposition of time they are read",
};
const LOOSE: Manner =
    Manner { name: "loose figures", reason: "years and months in figures with stray spaces or without any mark" };

/// The way in which a case is written, if it is one of those.
pub(super) fn of(text: &str, expected: &[Expected]) -> Option<&'static Manner> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect();
    // Each word with the two after it.
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    let triples = || (0..words.len()).map(|at| [word(at), word(at + 1), word(at + 2)]);
    let rules: [(bool, &'static Manner); 6] = [
        (expected.iter().any(impossible), &IMPOSSIBLE),
        (
            text.contains(['@', '<']) || triples().any(|[first, second, _]| shorthand(first) || letters(first, second)),
            &SHORTHAND,
        ),
        (triples().any(dictated), &DICTATED),
        (bare_number(&words), &BARE),
        (triples().any(no_year) || no_year(["", word(0), word(1)]), &NO_YEAR),
        (triples().any(loose) || words.iter().any(|word| glued_figures(word)), &LOOSE),
    ];
    rules.into_iter().find(|(is, _)| *is).map(|(_, manner)| manner)
}

/// The reason of the way of writing that has a name.
pub(super) fn reason(name: &str) -> Option<&'static str> {
    let all = [IMPOSSIBLE, SHORTHAND, DICTATED, BARE, NO_YEAR, LOOSE];
    all.into_iter().find(|manner| manner.name == name).map(|manner| manner.reason)
}

/// A word without the marks around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| matches!(c, '.' | ',' | '!' | '?' | ';' | '(' | ')' | '"'))
}

/// Whether a case expects a day that its month has not.
fn impossible(expected: &Expected) -> bool {
    let Some(timex) = expected.timex.as_deref() else { return false };
    timex.trim_matches(['(', ')']).split(',').any(|part| {
        let day = part.split('T').next().unwrap_or_default();
        let [year, month, day] = day.split('-').collect::<Vec<_>>()[..] else { return false };
        let number = |text: &str| text.parse::<i8>().ok();
        match (number(month), number(day)) {
            (Some(month), Some(day)) => jiff::civil::Date::new(year.parse().unwrap_or(2000), month, day).is_err(),
            _ => false,
        }
    })
}

fn shorthand(word: &str) -> bool {
    const WORDS: &[&str] =
        &["tmrw", "tmr", "tmw", "tomorrows", "tonite", "eom", "bom", "eoy", "boy", "eod", "otd", "wkend"];
    let digits = word.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | '-'));
    let figures = digits.len() < word.len();
    WORDS.contains(&word)
        || figures && matches!(digits, "a" | "p" | "h" | "m" | "d" | "w" | "y" | "'" | "\"" | "ampm" | "ish")
        || word.len() > 5 && (word.ends_with("noonish") || word.ends_with("ampm"))
        || ["sy", "cy"].iter().any(|year| word.strip_prefix(year).is_some_and(|rest| rest.parse::<u8>().is_ok()))
}

/// "p m", "a m", "p. m." with a space between.
fn letters(first: &str, second: &str) -> bool {
    matches!(first, "a" | "p") && second == "m"
}

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
];

const NUMBERS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
];

const ORDINALS: &[&str] = &["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];

/// A day or a year in number words beside its month, or an hour and its minutes in number words.
fn dictated([first, second, third]: [&str; 3]) -> bool {
    let number = |word: &str| NUMBERS.iter().position(|number| word.split('-').next() == Some(*number));
    let ordinal = |word: &str| ORDINALS.contains(&word.split('-').next_back().unwrap_or_default());
    let day = MONTHS.contains(&first) && number(second).is_some() && !ordinal(second) && !ordinal(third)
        || number(first).is_some() && MONTHS.contains(&second) && !ordinal(first);
    let hour = number(first).is_some_and(|at| at < 12 && !first.contains('-'));
    let minutes = number(second).is_some_and(|at| at >= 9) || NUMBERS[..9].contains(&second);
    let year = first == "nineteen" && number(second).is_some();
    day || hour && minutes && !ordinal(second) && !ordinal(third) || year
}

/// A number alone where a day or an hour is meant: "on 15", "for the 27", "at 7", "change the appointment to 20".
fn bare_number(words: &[&str]) -> bool {
    let number = |word: &str| {
        word.parse::<u8>().is_ok_and(|n| n <= 31)
            || NUMBERS.contains(&word)
            || word.split_once('-').is_some_and(|(a, b)| [a, b].iter().all(|n| n.parse::<u8>().is_ok_and(|n| n <= 24)))
    };
    let closed = |at: usize| {
        words.get(at).is_none_or(|next| {
            ["next", "on", "tomorrow", "today", "in", "is", "from", "between", "yesterday"].contains(next)
        })
    };
    if words.contains(&"appointment") && words.contains(&"to") {
        return true;
    }
    // A half or a part of the day, or minutes, tell what the number is.
    let told = |word: &&str| {
        const TOLD: &[&str] = &[
            "morning",
            "afternoon",
            "evening",
            "night",
            "tonight",
            "lunchtime",
            "o'clock",
            "thousand",
            "noon",
            "quarter",
            "half",
            "minutes",
            "past",
            "min",
        ];
        TOLD.contains(word) || word.contains(':') || ["am", "pm", "a.m", "p.m"].iter().any(|half| word.ends_with(half))
    };
    !words.iter().any(told)
        && words.iter().enumerate().skip(1).any(|(at, word)| {
            let before = words[at - 1];
            let opens = ["at", "on", "the", "around", "from", "to", "monday", "till", "until", "and"].contains(&before);
            number(word) && opens && closed(at + 1) && (before != "the" || at + 1 == words.len())
        })
}

/// Two figures of at most two digits around a mark: "4/22", "5.12", and ranges of such.
fn no_year([before, word, after]: [&str; 3]) -> bool {
    let figures: Vec<&str> = word.split(['/', '-']).collect();
    let dotted: Vec<&str> = word.split('.').collect();
    let short = |parts: &[&str]| parts.len() == 2 && parts.iter().all(|part| (1..=2).contains(&part.len()));
    let day = |parts: &[&str]| parts.iter().all(|part| part.parse::<u8>().is_ok_and(|n| (1..=31).contains(&n)));
    let fraction = matches!(word, "1/2" | "3/4" | "1/4") && after.starts_with(['h', 'd', 'm', 'y']);
    let clock = before == "at" || after.starts_with("am") || after.starts_with("pm");
    let range = word.contains('/') && word.contains('-') && figures.len() < 6;
    let month = |part: &&str| MONTHS.contains(part);
    short(&figures) && day(&figures) && word.contains('/') && !fraction
        || short(&dotted) && day(&dotted) && dotted[1].len() == 2 && !clock
        || range && figures.iter().all(|part| part.parse::<u16>().is_ok())
        || figures.len() == 2 && month(&figures[0]) && figures[1].parse::<u8>().is_ok()
}

/// A year and a month with a stray space or mark between, or the year first: "2016 -11", "2016 / 11", "2016 june".
fn loose([first, second, third]: [&str; 3]) -> bool {
    let year = |word: &str| word.len() == 4 && word.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year));
    let bare = |word: &str| year(word.trim_matches(['-', '/']));
    let month = |word: &str| word.trim_matches(['-', '/']).parse::<u8>().is_ok_and(|n| n <= 12);
    let marked = |word: &str| matches!(word, "-" | "/" | ",");
    let edge = |word: &str| word.starts_with(['-', '/']) || word.ends_with(['-', '/']);
    year(first) && marked(second) && (month(third) || MONTHS.contains(&third))
        || month(first) && marked(second) && year(third)
        || (bare(first) && month(second) || month(first) && bare(second)) && (edge(first) || edge(second))
        || year(first) && MONTHS.contains(&second)
        || year(first) && second.len() == 2 && month(second)
}

/// "2015.3", "2015-3", "08/12,2015", "2020/23/sep", an address of a page with a date in it.
fn glued_figures(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['.', '-', '/', ',']).collect();
    let year = |part: &&str| part.len() == 4 && part.parse::<u16>().is_ok_and(|year| (1900..2100).contains(&year));
    let address = word.contains("www.") || word.contains(".htm") || word.contains(".xls");
    let short_month = parts.len() == 2 && year(&parts[0]) && parts[1].len() == 1 && parts[1].parse::<u8>().is_ok();
    let comma = word.contains(',')
        && word.contains('/')
        && parts.len() == 3
        && parts.iter().all(|part| part.parse::<u16>().is_ok());
    let mixed = parts.len() == 3 && parts.iter().any(|part| MONTHS.contains(part)) && !year(&parts[2]) && {
        year(&parts[1]) || year(&parts[0]) && !MONTHS.contains(&parts[1])
    };
    let framed = word.starts_with('-') && word.ends_with('-') && word.len() > 8;
    address || short_month || comma || mixed || framed
}
