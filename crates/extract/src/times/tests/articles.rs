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

#[test]
fn the_text_states_its_own_day() {
    for (body, own) in [
        ("LIMA, Jan. 9, 2025 - The bank cut its rate on Tuesday.", "Jan. 9, 2025"),
        ("Thursday, January 9, 2025\n\nThe bank cut its rate on Tuesday.", "Thursday, January 9, 2025"),
        ("A bank moves\n\n9 January 2025\n\nThe bank cut its rate on Tuesday.", "9 January 2025"),
    ] {
        let (article, times) = find(body, "");
        let shown = show(&article, &times);
        assert_eq!(shown, [format!("{own}|DATE|2025-01-09"), "Tuesday|DATE|2025-01-07".into()], "{body}");
        assert!(times[0].evidence.spans.is_empty(), "{body}");
        assert_eq!(times[1].evidence.spans, [times[0].span], "{body}");
        // What the caller states overrules it.
        let (article, times) = find(body, "2025-03-19");
        assert_eq!(show(&article, &times)[1], "Tuesday|DATE|2025-03-18", "{body}");
        assert!(times[1].evidence.spans.is_empty(), "{body}");
    }
}

#[test]
fn other_dates_are_not_the_texts_own() {
    for body in [
        "LIMA, Jan. 9 (Wire) - The bank cut its rate on Tuesday.",
        "The law of 9 January 2025 was tested on Tuesday.",
        "9 January 2025\n\nThe rate was cut on Tuesday.\n\n16 January 2025\n\nNothing was done.",
        "One.\n\nTwo.\n\nThree.\n\n9 January 2025\n\nThe rate was cut on Tuesday.",
    ] {
        let (_, times) = find(body, "");
        assert!(times.len() > 1 && times.iter().all(|time| time.evidence.spans.is_empty()), "{body}");
    }
}
