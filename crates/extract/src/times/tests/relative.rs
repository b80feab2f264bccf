//! Dates told from another time. The publication date is Wednesday, 19 March 2025.

use super::check;

const WEDNESDAY: &str = "2025-03-19";

#[test]
fn amounts_are_added_up() {
    check(
        WEDNESDAY,
        &[
            ("He left two years and three months ago.", "two years and three months ago|DATE|2022-12"),
            ("She came a month and ten days ago.", "a month and ten days ago|DATE|2025-02-09"),
            ("The shop closed a couple of years back.", "a couple of years back|DATE|2023"),
            ("Over the three previous years it grew.", "the three previous years|DURATION|P3Y"),
            ("It took one and a quarter hours.", "one and a quarter hours|DURATION|PT1.25H"),
        ],
    );
}

#[test]
fn the_next_but_one() {
    check(
        WEDNESDAY,
        &[
            ("The law comes into force the month after next.", "the month after next|DATE|2025-05"),
            ("It was sold the year before last.", "the year before last|DATE|2023"),
            ("The court sits on Friday after next.", "Friday after next|DATE|2025-03-28"),
            ("It is due in week 32 of 2027.", "week 32 of 2027|DATE|2027-W32"),
            ("She arrives on the 20th of next month.", "the 20th of next month|DATE|2025-04-20"),
        ],
    );
}

#[test]
fn parts_without_article() {
    check(
        WEDNESDAY,
        &[
            ("The bridge must open by end of year.", "end of year|DATE|2025|END"),
            ("It will be ready by year end.", "year end|DATE|2025|END"),
            ("Rain is likely for the rest of the week.", "the rest of the week|DATE|2025-W12|END"),
            ("Output rose in 2016 H2.", "2016 H2|DATE|2016-H2"),
            ("They left in the two thousands.", "the two thousands|DATE|200"),
            ("Strikes marked the 1930's.", "the 1930's|DATE|193"),
        ],
    );
}

#[test]
fn a_passive_is_as_late_as_its_auxiliary() {
    check(
        WEDNESDAY,
        &[
            ("The vote will be held on Monday.", "Monday|DATE|2025-03-24"),
            ("The winner is to be named on Friday.", "Friday|DATE|2025-03-21"),
            ("The vote was held on Monday.", "Monday|DATE|2025-03-17"),
        ],
    );
}

#[test]
fn calendars_look_ahead_and_opening_limits_back() {
    check(
        WEDNESDAY,
        &[
            ("The season begins Saturday.", "Saturday|DATE|2025-03-22"),
            ("The school year starts in September.", "September|DATE|2025-09"),
            ("By Monday, crews had found ten survivors.", "Monday|DATE|2025-03-17"),
            ("By Monday, crews will have found the wreck.", "Monday|DATE|2025-03-24"),
            ("In the days after, prices rose.", ""),
        ],
    );
}

#[test]
fn sets_with_a_time() {
    check(
        WEDNESDAY,
        &[
            ("Mass is at 9 a.m. every Sunday.", "9 a.m. every Sunday|SET|XXXX-WXX-7T09:00"),
            ("The club meets every weekend.", "every weekend|SET|XXXX-WXX-WE"),
            ("Interest is paid semi-annually.", "semi-annually|SET|P6M"),
        ],
    );
}

#[test]
fn dates_with_the_month_between_marks() {
    check(
        WEDNESDAY,
        &[
            ("Filed 31/Oct/1974.", "31/Oct/1974|DATE|1974-10-31"),
            ("Filed 31-Oct-74.", "31-Oct-74|DATE|1974-10-31"),
            ("Filed 2019-Aug-01.", "2019-Aug-01|DATE|2019-08-01"),
            ("Filed 11-2016.", "11-2016|DATE|2016-11"),
        ],
    );
}
