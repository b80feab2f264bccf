//! Times of day. The publication date is Wednesday, 19 March 2025.

use super::check;

const WEDNESDAY: &str = "2025-03-19";

#[test]
fn ends_of_a_range_share_what_one_of_them_tells() {
    check(
        WEDNESDAY,
        &[
            ("The gallery opens from 5 to 9 p.m.", "5|TIME|2025-03-19T17:00; 9 p.m.|TIME|2025-03-19T21:00"),
            ("It is open 9-11am on Friday.", "9|TIME|2025-03-21T09:00; 11am on Friday|TIME|2025-03-21T11:00"),
            (
                "The road was shut between 2:00 and 2:30 p.m. on Tuesday.",
                "2:00|TIME|2025-03-18T14:00; 2:30 p.m. on Tuesday|TIME|2025-03-18T14:30",
            ),
            ("It rained from 11 p.m. to 3.", "11 p.m.|TIME|2025-03-19T23:00; 3|TIME|2025-03-20T03:00"),
            ("The talk ran from 10 to 11:30.", "10|TIME|2025-03-19T10:00; 11:30|TIME|2025-03-19T11:30"),
            ("Polls were open from 08:00 to 20:00.", "08:00|TIME|2025-03-19T08:00; 20:00|TIME|2025-03-19T20:00"),
            (
                "Shots were heard between 7 and 9 last night.",
                "7|TIME|2025-03-18T19:00; 9 last night|TIME|2025-03-18T21:00",
            ),
        ],
    );
}

#[test]
fn a_range_over_night_and_a_time_in_two_zones() {
    check(
        WEDNESDAY,
        &[
            ("The curfew runs from 9 p.m. to 5 a.m.", "9 p.m.|TIME|2025-03-19T21:00; 5 a.m.|TIME|2025-03-20T05:00"),
            (
                "It struck at 03:42 local time (0142 GMT) on Tuesday.",
                "03:42|TIME|2025-03-18T03:42; 0142 GMT|TIME|2025-03-18T01:42; Tuesday|DATE|2025-03-18",
            ),
        ],
    );
    check("", &[("It runs from 9 p.m. to 5 a.m.", "9 p.m.|TIME|XXXX-XX-XXT21:00; 5 a.m.|TIME|XXXX-XX-XXT05:00")]);
}

#[test]
fn scores_shares_and_counts_are_no_hours() {
    for text in [
        "Rovers beat City 4 to 0.",
        "Rovers won 3 – 0.",
        "Between 15 and 20 percent agreed.",
        "They blink 15 to 20 times.",
        "The vote was 7-5.",
        "He came from 2 to 1 down.",
    ] {
        check(WEDNESDAY, &[(text, "")]);
    }
}

#[test]
fn a_day_or_its_part_may_follow() {
    check(
        WEDNESDAY,
        &[
            ("Kick-off is at 8 tonight.", "8 tonight|TIME|2025-03-19T20:00"),
            ("She leaves at 9 tomorrow morning.", "9 tomorrow morning|TIME|2025-03-20T09:00"),
            ("The blast came at 5:20 on Monday evening.", "5:20 on Monday evening|TIME|2025-03-17T17:20"),
            ("It closed at half past six yesterday.", "half past six yesterday|TIME|2025-03-18T06:30"),
        ],
    );
}

#[test]
fn ways_to_write_hours_and_minutes() {
    check(
        WEDNESDAY,
        &[
            ("The match begins at 20h45.", "20h45|TIME|2025-03-19T20:45"),
            ("Doors open at seven thirty p.m.", "seven thirty p.m.|TIME|2025-03-19T19:30"),
            ("Doors open at 730pm.", "730pm|TIME|2025-03-19T19:30"),
            ("It struck at 20 minutes past three.", "20 minutes past three|TIME|2025-03-19T03:20"),
            ("They met at ten to noon.", "ten to noon|TIME|2025-03-19T11:50"),
        ],
    );
}

#[test]
fn stamps_of_logs() {
    check(
        WEDNESDAY,
        &[
            ("It failed Tue Nov 29 05:36:23 2026.", "Tue Nov 29 05:36:23 2026|TIME|2026-11-29T05:36:23"),
            ("In the early hours of Thursday, two men fled.", "Thursday|DATE|2025-03-13"),
        ],
    );
}

#[test]
fn zones_of_all_year_have_their_summer_time() {
    for (text, minutes) in [
        ("It starts at 2 p.m. ET on March 26.", [Some(-240)].as_slice()),
        ("It starts at 2 p.m. EST on March 26.", &[Some(-300)]),
        ("It started at 2 p.m. PT on January 14.", &[Some(-480)]),
        ("It will run from 2 to 3 p.m. ET on March 26.", &[Some(-240), Some(-240)]),
    ] {
        let (_, times) = super::find(text, WEDNESDAY);
        assert_eq!(times.iter().map(|time| time.zone_minutes).collect::<Vec<_>>(), minutes, "{text}");
    }
}
