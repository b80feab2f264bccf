//! Weekdays and feasts before and after the day of writing. The publication date is Wednesday, 19 March 2025.

use super::check;

const WEDNESDAY: &str = "2025-03-19";

#[test]
fn the_present_of_a_timetable_looks_ahead() {
    check(
        WEDNESDAY,
        &[
            ("Ferries stop at noon on Saturday.", "noon on Saturday|TIME|2025-03-22T12:00"),
            (
                "Shops close at 6pm on Monday and reopen on Friday.",
                "6pm on Monday|TIME|2025-03-24T18:00; Friday|DATE|2025-03-21",
            ),
            ("Wales play Fiji on Saturday.", "Saturday|DATE|2025-03-22"),
            ("The Hawks visit Leeds on Sunday.", "Sunday|DATE|2025-03-23"),
            ("Two judges retire on Monday.", "Monday|DATE|2025-03-24"),
            ("Her exhibition opens to the public on Sunday.", "Sunday|DATE|2025-03-23"),
            ("Leaders are gathering in Lima on Friday for talks.", "Friday|DATE|2025-03-21"),
            ("The band is playing in Cork on Saturday.", "Saturday|DATE|2025-03-22"),
            ("The final is on Sunday.", "Sunday|DATE|2025-03-23"),
            ("Entry is free on Monday.", "Monday|DATE|2025-03-24"),
            ("Talks could resume on Thursday.", "Thursday|DATE|2025-03-20"),
        ],
    );
}

#[test]
fn what_is_set_or_moved_to_a_day_looks_ahead() {
    check(
        WEDNESDAY,
        &[
            ("Pilots suspended a walkout planned for Tuesday.", "Tuesday|DATE|2025-03-25"),
            ("The hearing was adjourned until Monday.", "Monday|DATE|2025-03-24"),
            ("The match was put back to Sunday.", "Sunday|DATE|2025-03-23"),
            ("He pulled out of a debate scheduled for Thursday.", "Thursday|DATE|2025-03-20"),
            ("The launch was moved to Saturday.", "Saturday|DATE|2025-03-22"),
            ("They scrapped a rally called for Friday.", "Friday|DATE|2025-03-21"),
            ("The vote had been set for Monday.", "Monday|DATE|2025-03-17"),
        ],
    );
}

#[test]
fn the_past_looks_back() {
    check(
        WEDNESDAY,
        &[
            ("The air strikes on Monday killed ten.", "Monday|DATE|2025-03-17"),
            ("The mill has been shut since Friday.", "Friday|DATE|2025-03-14"),
            ("The city is calm after clashes on Sunday.", "Sunday|DATE|2025-03-16"),
            ("Her visit on Saturday drew crowds.", "Saturday|DATE|2025-03-15"),
            (
                "The match on Sunday ended in a draw; the replay is on Tuesday.",
                "Sunday|DATE|2025-03-16; Tuesday|DATE|2025-03-25",
            ),
            ("He might have left on Monday.", "Monday|DATE|2025-03-17"),
        ],
    );
}

#[test]
fn a_feast_ahead() {
    check(
        "2025-10-08",
        &[
            ("The pool remains closed until after Easter.", "Easter|DATE|2026-04-05"),
            ("The line stays shut until Christmas.", "Christmas|DATE|2025-12-25"),
            ("They hope for a deal before Easter.", "Easter|DATE|2026-04-05"),
            ("The bridge must reopen before Christmas.", "Christmas|DATE|2025-12-25"),
            ("The village plans a fair for Easter.", "Easter|DATE|2026-04-05"),
            ("The shop shut at Easter.", "Easter|DATE|2025-04-20"),
        ],
    );
}
