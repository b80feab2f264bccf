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
        assert!(times[0].day_of_writing.is_none(), "{body}");
        assert_eq!(times[1].day_of_writing, Some(times[0].span), "{body}");
        // What the caller states overrules it.
        let (article, times) = find(body, "2025-03-19");
        assert_eq!(show(&article, &times)[1], "Tuesday|DATE|2025-03-18", "{body}");
        assert!(times[1].day_of_writing.is_none(), "{body}");
    }
}

#[test]
fn other_dates_are_not_the_texts_own() {
    for body in [
        "LIMA, Jan. 9 (Wire) - The bank cut its rate on Tuesday.",
        "The law of 9 January 2025 was tested on Tuesday.",
        "9 January 2025\n\nThe rate was cut on Tuesday.\n\n16 January 2025\n\nNothing was done.",
        // Nothing ties the weekday to a date: neither falls on the other, and one is to come.
        "FILE - The pier in Ayr, Jan. 10, 2025.\n\nPolice closed the pier on Friday.",
        "She was born on January 9, 1950 and retired in 2010, her sister said on Monday.",
        "One.\n\nTwo.\n\nThree.\n\n9 January 2025\n\nThe rate was cut on Tuesday.",
    ] {
        let (_, times) = find(body, "");
        assert!(times.len() > 1 && times.iter().all(|time| time.day_of_writing.is_none()), "{body}");
    }
}

#[test]
fn the_text_tells_its_day_by_dates_and_weekdays() {
    for (body, expected) in [
        // "Friday" is the day of the caption.
        (
            "Police closed the pier on Friday.\n\nDivers at the pier in Ayr, Jan. 10, 2025.",
            &["Friday|DATE|2025-01-10", "Jan. 10, 2025|DATE|2025-01-10"][..],
        ),
        // The latest date is a Sunday, and the announcement came two days later.
        (
            "The smuggler was caught on Sunday, police said on Tuesday. She was flown home on January 14. The team had named \
             January 12, 2025 as its day.",
            &[
                "Sunday|DATE|2025-01-12",
                "Tuesday|DATE|2025-01-14",
                "January 14|DATE|2025-01-14",
                "January 12, 2025|DATE|2025-01-12",
            ],
        ),
        // A caption alone: the weekday named first is the next one after it.
        (
            "The premier said Thursday that he had spoken to her on Saturday.\n\nThe premier in Perth, Jan. 27, 2025.",
            &["Thursday|DATE|2025-01-30", "Saturday|DATE|2025-01-25", "Jan. 27, 2025|DATE|2025-01-27"],
        ),
    ] {
        let (article, times) = find(body, "");
        assert_eq!(show(&article, &times), expected, "{body}");
        assert!(times[0].day_of_writing.is_some(), "{body}");
    }
}

#[test]
fn a_line_whose_break_was_lost_states_the_day() {
    let (article, times) = find("Thursday, January 9, 2025 On Tuesday, the bank cut its rate.", "");
    assert_eq!(show(&article, &times)[1], "Tuesday|DATE|2025-01-07");
}
