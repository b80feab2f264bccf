//! Names, titles and counts that read like times. The publication date is Wednesday, 19 March 2025.

use super::check;

const WEDNESDAY: &str = "2025-03-19";

#[test]
fn titles_and_awards() {
    for text in [
        "She writes for USA Today.",
        "He told the Today programme so.",
        "She hosted Saturday Night Live.",
        "He was named Player of the Year.",
        "The shop won book of the month.",
    ] {
        check(WEDNESDAY, &[(text, "")]);
    }
    check(
        WEDNESDAY,
        &[
            ("Sales rose in the first months of the year.", "the first months of the year|DATE|2025|START"),
            ("The school closes today.", "today|DATE|2025-03-19"),
        ],
    );
}

#[test]
fn quarters_and_halves_of_a_match() {
    for text in [
        "Rovers scored twice in the second half.",
        "He threw two touchdowns in the fourth quarter.",
        "Neither coach was pleased in the first half.",
    ] {
        check(WEDNESDAY, &[(text, "")]);
    }
    check(WEDNESDAY, &[("Profit fell in the second half.", "the second half|DATE|2024-H2")]);
}

#[test]
fn counts_and_measures() {
    for text in [
        "Temperatures fell to the 30s °F.",
        "He sat down on flight 1907.",
        "For 1100 farms the rain came late.",
        "It hit the World Cup 2018 day by day.",
    ] {
        let expected = if text.contains("2018") { "2018|DATE|2018" } else { "" };
        check(WEDNESDAY, &[(text, expected)]);
    }
    check(WEDNESDAY, &[("It was large until 1970 per the census.", "1970|DATE|1970")]);
}

#[test]
fn any_such_weekday_has_no_date() {
    check(
        WEDNESDAY,
        &[
            ("Staff meet on a Monday.", "Monday|DATE|XXXX-WXX-1"),
            ("The bank said so in a Tuesday statement.", "Tuesday|DATE|2025-03-18"),
        ],
    );
}

#[test]
fn people_papers_and_programmes() {
    for text in [
        "Theresa May may march.",
        "April Jones and June Smith met May Chen.",
        "He told the party daily Pravo so.",
        "She said so on CBS's 60 Minutes.",
        "It said that Sun would grow.",
    ] {
        check(WEDNESDAY, &[(text, "")]);
    }
    check(WEDNESDAY, &[("The march of 1965 began.", "1965|DATE|1965")]);
}
