//! One table per kind of expression. The publication date is Wednesday, 19 March 2025 unless a test says otherwise.

use super::check;

const WEDNESDAY: &str = "2025-03-19";

#[test]
fn absolute_dates() {
    check(
        WEDNESDAY,
        &[
            ("The bridge opened on August 24, 2023.", "August 24, 2023|DATE|2023-08-24"),
            ("The bridge opened on 24 August 2023.", "24 August 2023|DATE|2023-08-24"),
            ("It closed on Tuesday, Sept. 3, 2019, for repairs.", "Tuesday, Sept. 3, 2019|DATE|2019-09-03"),
            ("Logged at 2024-11-05.", "2024-11-05|DATE|2024-11-05"),
            ("The deed of the 5th of May, 1871, survives.", "the 5th of May, 1871|DATE|1871-05-05"),
            ("She was born in June 1968.", "June 1968|DATE|1968-06"),
            ("The mill burned down in 1911.", "1911|DATE|1911"),
            ("The temple fell in 146 BC.", "146 BC|DATE|BC0146"),
            ("A wall of AD 122 runs there.", "AD 122|DATE|0122"),
            ("Rents doubled in the 1990s.", "the 1990s|DATE|199"),
            ("A hall of the 16th century.", "the 16th century|DATE|15"),
            ("Graves of the third millennium BC.", "the third millennium BC|DATE|BC2"),
            ("Built in nineteen ninety-six.", "nineteen ninety-six|DATE|1996"),
        ],
    );
}

#[test]
fn relative_dates() {
    check(
        WEDNESDAY,
        &[
            ("The mayor resigned yesterday.", "yesterday|DATE|2025-03-18"),
            ("The vote is tomorrow.", "tomorrow|DATE|2025-03-20"),
            ("Sales fell last week.", "last week|DATE|2025-W11"),
            ("Sales fell last month.", "last month|DATE|2025-02"),
            ("The plant opens next year.", "next year|DATE|2026"),
            ("She left two days ago.", "two days ago|DATE|2025-03-17"),
            ("He arrived five years ago.", "five years ago|DATE|2020"),
            ("The strike began last Friday.", "last Friday|DATE|2025-03-14"),
            ("The court meets next Tuesday.", "next Tuesday|DATE|2025-03-25"),
            ("It rained last March.", "last March|DATE|2024-03"),
            ("A deal is due two weeks from Friday.", "two weeks from Friday|DATE|2025-04-04"),
        ],
    );
}

#[test]
fn tense_gives_the_direction() {
    check(
        WEDNESDAY,
        &[
            ("The panel voted on Monday.", "Monday|DATE|2025-03-17"),
            ("The panel will vote on Monday.", "Monday|DATE|2025-03-24"),
            ("The bank opened in October.", "October|DATE|2024-10"),
            ("The bank will open in October.", "October|DATE|2025-10"),
            ("On Friday, the council will vote.", "Friday|DATE|2025-03-21"),
            ("The clerk said the panel would vote on Monday.", "Monday|DATE|2025-03-24"),
            ("The clerk said the panel would have met on Monday.", "Monday|DATE|2025-03-17"),
            (
                "Officials said on Tuesday that talks will resume on Thursday.",
                "Tuesday|DATE|2025-03-18; Thursday|DATE|2025-03-20",
            ),
        ],
    );
}

#[test]
fn without_an_anchor_no_value_is_invented() {
    check(
        "",
        &[
            ("The mayor resigned yesterday.", "yesterday|DATE|-"),
            ("The panel voted on Monday.", "Monday|DATE|XXXX-WXX-1"),
            ("It opened on August 24.", "August 24|DATE|XXXX-08-24"),
            ("It took two weeks.", "two weeks|DURATION|P2W"),
        ],
    );
}

#[test]
fn durations() {
    check(
        WEDNESDAY,
        &[
            ("A two-year-old dispute ended.", "two-year-old|DURATION|P2Y"),
            ("Prices rose over the past nine months.", "the past nine months|DURATION|P9M"),
            ("She sold a 10-year bond.", "10-year|DURATION|P10Y"),
            ("They waited for years.", "years|DURATION|PXY"),
            ("It lasted more than three hours.", "more than three hours|DURATION|PT3H|MORE_THAN"),
            ("It took two and a half years.", "two and a half years|DURATION|P2Y6M"),
            ("He served two years and three months.", "two years and three months|DURATION|P2Y3M"),
        ],
    );
}

#[test]
fn sets() {
    check(
        WEDNESDAY,
        &[
            ("The market opens every Tuesday.", "every Tuesday|SET|XXXX-WXX-2"),
            ("They meet twice a week.", "twice a week|SET|P1W"),
            ("The levy is paid annually.", "annually|SET|P1Y"),
            ("It runs every two years.", "every two years|SET|P2Y"),
        ],
    );
}

#[test]
fn words_of_time_that_are_no_times() {
    for text in [
        "You may go.",
        "They march on the square.",
        "The Sunday Times reported it.",
        "Memories of 9/11 remain.",
        "Some 2,000 people came.",
        "A wall of 1500 feet.",
        "It cost $1998.",
        "He finished in second place.",
        "The Winter Olympics drew crowds.",
    ] {
        check(WEDNESDAY, &[(text, "")]);
    }
}

#[test]
fn day_and_month_in_figures_by_evidence() {
    check(
        WEDNESDAY,
        &[
            ("Signed on 24/8/2023 and on 5/6/2023.", "24/8/2023|DATE|2023-08-24; 5/6/2023|DATE|2023-06-05"),
            ("Signed on 8/24/2023 and on 5/6/2023.", "8/24/2023|DATE|2023-08-24; 5/6/2023|DATE|2023-05-06"),
            ("Opened on 4 July 2019, closed on 5/6/2023.", "4 July 2019|DATE|2019-07-04; 5/6/2023|DATE|2023-06-05"),
            ("It was filed on 10/3/2025.", "10/3/2025|DATE|2025-03-10"),
        ],
    );
}

#[test]
fn ranges_are_their_two_ends() {
    check(
        WEDNESDAY,
        &[
            ("It ran from 3 to 5 May 2011.", "3|DATE|2011-05-03; 5 May 2011|DATE|2011-05-05"),
            ("The war of 1914-18 ended.", "1914|DATE|1914; 18|DATE|1918"),
            ("It lasted from June to August 1990.", "June|DATE|1990-06; August 1990|DATE|1990-08"),
        ],
    );
}

#[test]
fn national_days_of_other_countries_have_no_date_here() {
    check(
        WEDNESDAY,
        &[
            ("Fireworks injured nine people on Independence Day.", "Independence Day|DATE|2024-07-04"),
            ("Guests came for Ghana's Independence Day.", ""),
            ("Shops close for the Canadian Thanksgiving.", ""),
            ("They met at the American Thanksgiving.", "Thanksgiving|DATE|2024-11-28"),
        ],
    );
}
