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

#[test]
fn an_amount_may_be_rough() {
    check(
        WEDNESDAY,
        &[
            ("He was seen a week or so ago.", "a week or so ago|DATE|2025-W11|APPROX"),
            ("It will take two years or so.", "two years or so|DURATION|P2Y|APPROX"),
            ("Visitors rose to more than 300,000 last year.", "last year|DATE|2024"),
            ("Turnover fell to 14 billion last year.", "last year|DATE|2024"),
        ],
    );
}

#[test]
fn that_day_is_the_day_last_told() {
    check(
        WEDNESDAY,
        &[(
            "The mill burned on 3 May 1998. The following year it was rebuilt. That day is remembered.",
            "3 May 1998|DATE|1998-05-03; The following year|DATE|1999; That day|DATE|1998-05-03",
        )],
    );
}

#[test]
fn the_turn_of_a_century() {
    check(
        WEDNESDAY,
        &[
            ("It was built at the turn of the century.", "the turn of the century|DATE|2000|APPROX"),
            ("It was built at the turn of the 20th century.", "the turn of the 20th century|DATE|1900|APPROX"),
        ],
    );
}

#[test]
fn winter_spans_the_turn_of_the_year() {
    check(
        "2025-01-15",
        &[
            ("It was this winter's first storm.", "this winter|DATE|2024-WI"),
            ("The mill will close this winter.", "this winter|DATE|2025-WI"),
        ],
    );
}

#[test]
fn the_present_tense_of_a_calendar() {
    check(
        WEDNESDAY,
        &[
            ("The mayor leaves in January.", "January|DATE|2026-01"),
            ("The leaves in October were red.", "October|DATE|2024-10"),
            ("Rain is expected overnight and into Friday.", "overnight|TIME|2025-03-19TNI; Friday|DATE|2025-03-21"),
            ("The offer had been due to expire on Friday.", "Friday|DATE|2025-03-14"),
            ("It is to be paid on a still unspecified date in May.", "May|DATE|2025-05"),
            ("Ms Roe will succeed him on Monday.", "Monday|DATE|2025-03-24"),
        ],
    );
}

#[test]
fn accounts() {
    check(
        WEDNESDAY,
        &[
            ("Profit for the quarter ended Sept. 30 fell.", "the quarter|DATE|2024-Q3; Sept. 30|DATE|2024-09-30"),
            ("Sales in the year ended Jan. 31 rose.", "the year|DURATION|P1Y; Jan. 31|DATE|2025-01-31"),
            ("It fell from a year-earlier profit of $3.", "year-earlier|DATE|2024"),
            ("Output rose in the last half of 1989.", "the last half of 1989|DATE|1989-H2"),
            ("Shares are up 12% since year-end.", "year-end|DATE|2024|END"),
        ],
    );
}

#[test]
fn rates() {
    check(
        WEDNESDAY,
        &[
            ("The plant makes 10,000 cars a month.", "a month|SET|P1M"),
            ("They hold hundreds of talks a day.", "a day|SET|P1D"),
            ("It sold 30 trucks per day.", "per day|SET|P1D"),
            ("Growth of 2.5 per cent a year is likely.", "a year|SET|P1Y"),
            ("Winds reached 90 miles per hour.", ""),
            ("They sold ten cars a year ago.", "a year ago|DATE|2024"),
        ],
    );
}

#[test]
fn what_holds_for_both() {
    check(
        WEDNESDAY,
        &[
            (
                "On Monday and Tuesday of last week he was ill.",
                "Monday|DATE|2025-03-10; Tuesday of last week|DATE|2025-03-11",
            ),
            (
                "A curfew from 6 p.m. Friday until 10 a.m. Saturday was lifted.",
                "6 p.m. Friday|TIME|2025-03-14T18:00; 10 a.m. Saturday|TIME|2025-03-15T10:00",
            ),
            (
                "A curfew will be in force from 6 p.m. Friday until 10 a.m. Saturday.",
                "6 p.m. Friday|TIME|2025-03-21T18:00; 10 a.m. Saturday|TIME|2025-03-22T10:00",
            ),
        ],
    );
}
