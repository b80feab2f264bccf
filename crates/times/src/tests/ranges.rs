//! Ranges of dates. The publication date is Wednesday, 19 March 2025.

use super::check;

const WEDNESDAY: &str = "2025-03-19";

#[test]
fn the_second_end_comes_after_the_first() {
    check(
        WEDNESDAY,
        &[
            ("The fair will run from April 28 to May 4.", "April 28|DATE|2025-04-28; May 4|DATE|2025-05-04"),
            (
                "The camp was open from November 20 to January 8.",
                "November 20|DATE|2024-11-20; January 8|DATE|2025-01-08",
            ),
            ("Rain fell between October and February.", "October|DATE|2024-10; February|DATE|2025-02"),
            ("The strike lasted from Friday to Monday.", "Friday|DATE|2025-03-14; Monday|DATE|2025-03-17"),
            ("They will meet on April 13-15.", "April 13|DATE|2025-04-13; 15|DATE|2025-04-15"),
            (
                "It ran from December 28 to January 3, 2019.",
                "December 28|DATE|2018-12-28; January 3, 2019|DATE|2019-01-03",
            ),
        ],
    );
    check("", &[("It runs from June 3 to July 1.", "June 3|DATE|XXXX-06-03; July 1|DATE|XXXX-07-01")]);
}

#[test]
fn two_dates_that_are_no_range_stand_for_themselves() {
    check(
        WEDNESDAY,
        &[
            ("It opened on March 3 and March 10.", "March 3|DATE|2025-03-03; March 10|DATE|2025-03-10"),
            ("Shops close on Monday and Friday.", "Monday|DATE|2025-03-24; Friday|DATE|2025-03-21"),
        ],
    );
}

#[test]
fn ends_in_words_and_years_in_brackets() {
    check(
        WEDNESDAY,
        &[
            (
                "It lasts from the ninth to the seventeenth of May.",
                "the ninth|DATE|2025-05-09; the seventeenth of May|DATE|2025-05-17",
            ),
            ("Poems of his youth (1892 – 94) are lost.", "1892|DATE|1892; 94|DATE|1894"),
        ],
    );
}

#[test]
fn weekdays_of_the_past_and_of_the_future() {
    check(
        WEDNESDAY,
        &[
            (
                "From Monday through Thursday, the court heard thirty witnesses.",
                "Monday|DATE|2025-03-10; Thursday|DATE|2025-03-13",
            ),
            ("The court will sit from Monday through Thursday.", "Monday|DATE|2025-03-24; Thursday|DATE|2025-03-27"),
            ("It is open next Monday to Friday.", "next Monday|DATE|2025-03-24; Friday|DATE|2025-03-28"),
        ],
    );
}

#[test]
fn an_era_holds_for_both_ends() {
    check(
        WEDNESDAY,
        &[
            ("The war (264 to 241 BC) ended.", "264|DATE|BC0264; 241 BC|DATE|BC0241"),
            ("He ruled 14-37 AD.", "14|DATE|0014; 37 AD|DATE|0037"),
            ("From 30 to 20 people came.", ""),
        ],
    );
}

#[test]
fn days_of_a_month_told_elsewhere() {
    check(
        WEDNESDAY,
        &[
            ("It closes between the 21st and the 23rd.", "the 21st|DATE|2025-03-21; the 23rd|DATE|2025-03-23"),
            ("It is shut from 4 to 22 this month.", "4|DATE|2025-03-04; 22 this month|DATE|2025-03-22"),
        ],
    );
}
