//! Holidays. The publication date is Wednesday, 19 March 2025.

use super::check;

const WEDNESDAY: &str = "2025-03-19";

#[test]
fn feasts_of_several_calendars() {
    check(
        WEDNESDAY,
        &[
            ("It will reopen after Easter.", "Easter|DATE|2025-04-20"),
            ("Flights sold out for Orthodox Easter 2024.", "Orthodox Easter 2024|DATE|2024-05-05"),
            ("Shops will close for Passover.", "Passover|DATE|2025-04-13"),
            ("He fasted on Yom Kippur 2023.", "Yom Kippur 2023|DATE|2023-09-25"),
            ("Trains were full over Lunar New Year.", "Lunar New Year|DATE|2025-01-29"),
        ],
    );
}

#[test]
fn the_weekend_of_a_holiday() {
    check(
        WEDNESDAY,
        &[
            ("Traffic was heavy on Labor Day weekend.", "Labor Day weekend|DATE|2024-W35-WE"),
            ("They will meet over Easter weekend.", "Easter weekend|DATE|2025-W16-WE"),
            ("Sales fell on Thanksgiving weekend 2023.", "Thanksgiving weekend 2023|DATE|2023-W47-WE"),
        ],
    );
}
