//! Ages: of persons, which date nothing, and of things. The publication date is Wednesday, 19 March 2025.

use super::check;

const WEDNESDAY: &str = "2025-03-19";

#[test]
fn persons_have_no_times_for_ages() {
    for text in [
        "A 44-year-old teacher was hurt.",
        "The six-year-old had left the house.",
        "They spoke to 31-year-old Ana Ruiz.",
        "He is a 27-year-old former bank clerk.",
        "The eight-month-old baby slept.",
        "Mr Roe, 52 years old, declined to speak.",
        "Two 15-year-olds were seen.",
        "It was a hoax, the 43-year-old asked in court.",
        "Eight-year-old Ana Ruiz went to school.",
        "She sang when she was just four years old.",
    ] {
        check(WEDNESDAY, &[(text, "")]);
    }
}

#[test]
fn things_have_durations_for_ages() {
    check(
        WEDNESDAY,
        &[
            ("The 50-year-old Western alliance met.", "50-year-old|DURATION|P50Y"),
            ("A two-year-old dispute involving a teacher ended.", "two-year-old|DURATION|P2Y"),
            ("The mill is 200 years old.", "200 years old|DURATION|P200Y"),
            ("A years-old slump and a decades-long fight ended.", "years-old|DURATION|PXY; decades-long|DURATION|PXDE"),
        ],
    );
}
