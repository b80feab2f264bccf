//! Whether a bare number of four digits is a year.

use crate::{grammar::Reader, lexicon::Lex};

/// Words after which a bare number is a year, beside those of [`QUANTIFIED`] that forbid it.
pub(super) const BEFORE_YEAR: &[&str] = &[
    "in",
    "since",
    "by",
    "until",
    "till",
    "til",
    "from",
    "of",
    "during",
    "before",
    "after",
    "between",
    "to",
    "through",
    "throughout",
    "circa",
    "c",
    "c.",
    "ca",
    "ca.",
    "early",
    "late",
    "mid",
    "around",
    "year",
    "and",
    "(",
    "[",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "for",
    "than",
    "beyond",
    "towards",
    "pre",
    "post",
    "b.",
    "d.",
    "born",
    "©",
    "founded",
    "est.",
];

/// What a number counts when one of these follows.
const QUANTIFIED: &[&str] = &[
    "percent",
    "per",
    "%",
    "people",
    "men",
    "women",
    "troops",
    "soldiers",
    "feet",
    "foot",
    "ft",
    "meters",
    "metres",
    "meter",
    "metre",
    "m",
    "km",
    "kilometers",
    "kilometres",
    "kilometer",
    "kilometre",
    "miles",
    "mile",
    "acres",
    "tons",
    "tonnes",
    "pounds",
    "dollars",
    "euros",
    "yen",
    "points",
    "votes",
    "times",
    "copies",
    "employees",
    "workers",
    "members",
    "students",
    "cases",
    "deaths",
    "jobs",
    "homes",
    "houses",
    "units",
    "shares",
    "barrels",
    "gallons",
    "kg",
    "lbs",
    "mw",
    "hp",
    "cc",
    "rpm",
    "mhz",
    "square",
    "cubic",
    "kilograms",
    "grams",
    "words",
    "pages",
    "cars",
    "vehicles",
    "aircraft",
    "tanks",
    "prisoners",
    "civilians",
    "casualties",
    "years",
    "months",
    "weeks",
    "days",
    "hours",
    "minutes",
    "seconds",
    "refugees",
    "hectares",
    "degrees",
    "million",
    "billion",
    "thousand",
    "hundred",
    "guns",
    "ships",
    "meals",
    "seats",
    "residents",
    "inhabitants",
    "patients",
    "children",
    "families",
];

/// What is counted after "per".
const PER: &[&str] = &["cent", "capita", "head", "person", "household", "square", "mile", "kilometre", "kilometer"];

/// What stands before a number that is a sum or the number of a thing.
const NUMBERING: &[&str] = &[
    "$",
    "£",
    "€",
    "¥",
    "#",
    "no",
    "no.",
    "nos",
    "nos.",
    "number",
    "us$",
    "+",
    "rule",
    "section",
    "resolution",
    "regulation",
    "directive",
    "case",
    "docket",
    "article",
    "clause",
    "paragraph",
    "flight",
    "route",
    "room",
    "highway",
    "interstate",
    "road",
    "chapter",
    "page",
    "pages",
    "p.",
    "pp.",
    "verse",
    "exhibit",
    "item",
    "bus",
    "train",
    "gate",
    "platform",
    "building",
    "apartment",
    "apt",
    "apt.",
    "suite",
    "locker",
    "lot",
    "bay",
    "berth",
    "model",
    "serial",
    "order",
    "invoice",
    "ticket",
    "extension",
    "ext",
    "ext.",
    "code",
    "postcode",
    "zip",
    "pin",
    "box",
    "asteroid",
    "bib",
    "seat",
    "channel",
    "hotline",
    "tel",
    "tel.",
    "fax",
    "precinct",
    "battalion",
    "locomotive",
    "ward",
    "bond",
    "patent",
];

/// Whether a bare number of four digits is a year.
pub(super) fn is_year(reader: Reader<'_>, at: usize, value: u32) -> bool {
    if !(1000..=2100).contains(&value) || counts(reader, at + 1) || inside_number(reader, at) {
        return false;
    }
    if numbers_a_thing(reader, at) {
        return false;
    }
    if (1700..=2060).contains(&value) {
        return true;
    }
    !plural(reader, at + 1)
        && (reader.after_one_of(at, BEFORE_YEAR) || matches!(reader.lex_before(at), Lex::Month(..) | Lex::Dash))
}

/// Whether the number at `at` is that of a thing: "Room 1984", "case 2019/123", "$1999".
pub(in crate::grammar) fn numbers_a_thing(reader: Reader<'_>, at: usize) -> bool {
    reader.after_one_of(at, NUMBERING)
}

/// Whether a word looks like a noun in the plural: "(some) 1100 farms".
fn plural(reader: Reader<'_>, at: usize) -> bool {
    let word = reader.word(at);
    let lower = word.len() > 4 && word.bytes().all(|b| b.is_ascii_lowercase()) && word.ends_with('s');
    lower && !word.ends_with("ss") && !["towards", "besides", "versus", "perhaps", "always", "across"].contains(&word)
}

/// Whether the number at `at` is what counts the word after it.
pub(super) fn counts(reader: Reader<'_>, at: usize) -> bool {
    // "m" and "or" count only as a unit and as a mark of choice: "1500m", "2000 or more".
    let joined = reader.glued(at) || !reader.is(at, &["m"]);
    // "per" counts before what is counted: "until 1970 per the census".
    let per = !reader.is(at, &["per"]) || matches!(reader.lex(at + 1), Lex::Unit(..)) || reader.is(at + 1, PER);
    joined && per && reader.is(at, QUANTIFIED) || matches!(reader.lex(at), Lex::Scale(_))
}

/// Whether a number goes on at either side: "3.1998", "1998.5", "F-1998", "10:1998", "1998-555".
fn inside_number(reader: Reader<'_>, at: usize) -> bool {
    goes_on_left(reader, at) || goes_on_right(reader, at)
}

fn goes_on_left(reader: Reader<'_>, at: usize) -> bool {
    if at == 0 || !reader.glued(at) {
        return false;
    }
    let joined = at >= 2 && reader.glued(at - 1);
    match reader.lex(at - 1) {
        Lex::Dash => joined && names_a_thing(reader, at - 2),
        // "archive/2017".
        Lex::Slash if joined && reader.lex(at - 2) == Lex::Other => true,
        lex if is_joint(lex) => joined && is_figures(reader.lex(at - 2)),
        Lex::Other => reader.word(at - 1).ends_with(char::is_alphanumeric) || reader.before(at) == "_",
        _ => false,
    }
}

/// Whether what a dash joins to a number makes it the number of a thing: "F-1998", "555-1998"; not "pre-1998",
/// "1996-1998".
fn names_a_thing(reader: Reader<'_>, at: usize) -> bool {
    match reader.lex(at) {
        Lex::Other => reader.word(at).chars().all(char::is_alphanumeric) && !reader.is(at, &["pre", "post"]),
        Lex::Digits(_, digits) => digits != 4,
        _ => false,
    }
}

fn goes_on_right(reader: Reader<'_>, at: usize) -> bool {
    reader.glued(at + 1)
        && match reader.lex(at + 1) {
            lex if is_joint(lex) => reader.glued(at + 2) && is_figures(reader.lex(at + 2)),
            Lex::Other => reader.word(at + 1).starts_with(char::is_alphabetic),
            _ => false,
        }
}

/// Marks that join figures to one number.
fn is_joint(lex: Lex) -> bool {
    matches!(lex, Lex::Dot | Lex::Colon | Lex::Slash | Lex::Comma)
}

fn is_figures(lex: Lex) -> bool {
    matches!(lex, Lex::Digits(..) | Lex::Grouped(_))
}
