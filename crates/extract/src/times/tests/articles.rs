//! Whole articles written for this test.

use super::{find, show};

#[test]
fn a_report_with_its_own_dateline() {
    let body = "OSLO, March 18 (Wire) — The ferry line will close on Friday, its owner said on Tuesday.\n\n\
                The line opened in May 1998 and lost money for the past three years. Two years later, the town \
                bought a fifth of it. A sale is planned by the end of next month.";
    let (article, times) = find(body, "2025-03-19");
    assert_eq!(
        show(&article, &times),
        [
            "March 18|DATE|2025-03-18",
            "Friday|DATE|2025-03-21",
            "Tuesday|DATE|2025-03-18",
            "May 1998|DATE|1998-05",
            "the past three years|DURATION|P3Y",
            "Two years later|DATE|2000",
            "the end of next month|DATE|2025-04|END",
        ]
    );
}

#[test]
fn the_datelines_place_gives_the_day() {
    let body = "TOKYO (Wire) — The bank cut its rate today.";
    let (article, times) = find(body, "2025-08-24T23:30-04:00");
    assert_eq!(show(&article, &times), ["today|DATE|2025-08-25"]);
    let (article, times) = find("The bank cut its rate today.", "2025-08-24T23:30-04:00");
    assert_eq!(show(&article, &times), ["today|DATE|2025-08-24"]);
}
