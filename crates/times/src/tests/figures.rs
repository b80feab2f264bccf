//! Days and months in figures, with and without a year. The publication date is Wednesday, 19 March 2025.

use super::check;

const WEDNESDAY: &str = "2025-03-19";

#[test]
fn a_preposition_of_time_makes_a_day_of_figures() {
    check(
        WEDNESDAY,
        &[
            ("The shop was shut on 2/15.", "2/15|DATE|2025-02-15"),
            ("They met before 3/14 and after 2/20.", "3/14|DATE|2025-03-14; 2/20|DATE|2025-02-20"),
            ("The fair ran from 2/10 to 2/17.", "2/10|DATE|2025-02-10; 2/17|DATE|2025-02-17"),
            ("It was signed on 5/7, 2020.", "5/7, 2020|DATE|2020-05-07"),
            ("It was signed on 5/7/2020-5/9/2020.", "5/7/2020|DATE|2020-05-07; 5/9/2020|DATE|2020-05-09"),
            ("The list is of Oct/2.", "Oct/2|DATE|2024-10-02"),
        ],
    );
}

#[test]
fn other_figures_are_no_days() {
    for text in [
        "He took 4/22 for the visitors.",
        "From 1/2 to 3/4 of the crop was lost.",
        "The vote was 5-4.",
        "They settled on 4.22 acres of land.",
        "Odds were cut to 5/2.",
        "Memories of 9/11 remain.",
    ] {
        check(WEDNESDAY, &[(text, "")]);
    }
}

#[test]
fn stray_spaces_and_years_first() {
    check(
        WEDNESDAY,
        &[
            ("It is due in 11 / 2026.", "11 / 2026|DATE|2026-11"),
            ("It was due in 2016 - 11.", "2016 - 11|DATE|2016-11"),
            ("They won it in 2010 - 11.", "2010|DATE|2010"),
            ("It opened in 2016 June.", "2016 June|DATE|2016-06"),
            ("In 1999 - 12 years after the war - he died.", "1999|DATE|1999; 12 years|DURATION|P12Y"),
        ],
    );
}

#[test]
fn dots_put_the_day_first() {
    check(WEDNESDAY, &[("The annex is of 05.11.2024.", "05.11.2024|DATE|2024-11-05")]);
}

#[test]
fn days_in_words() {
    check(
        WEDNESDAY,
        &[
            ("She left on May twenty-one.", "May twenty-one|DATE|2024-05-21"),
            ("She left on twenty-one May 2019.", "twenty-one May 2019|DATE|2019-05-21"),
            ("In January twenty-one people died.", "January|DATE|2025-01"),
        ],
    );
}
