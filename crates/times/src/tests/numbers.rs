//! Figures that are no times: of telephones, addresses, rooms, cases, races; and those that are periods of accounts.

use super::check;

const WEDNESDAY: &str = "2025-03-19";

#[test]
fn telephone_numbers() {
    for text in [
        "Call 0117 496 2015 for help.",
        "Tickets: (0131) 496 2001.",
        "The hotline is +1 202 555 2019.",
        "Ring 555 2014 or write.",
        "Quote 12-11-2019-07 when you pay.",
        "Office: 01632 1998 20.",
    ] {
        check(WEDNESDAY, &[(text, "")]);
    }
    check(WEDNESDAY, &[("It ran from 10-1-2024-10-7-2024.", "10-1-2024|DATE|2024-10-01")]);
    check(WEDNESDAY, &[("It rose in 1996, 1997 and 1998.", "1996|DATE|1996; 1997|DATE|1997; 1998|DATE|1998")]);
}

#[test]
fn addresses() {
    for text in [
        "See https://paper.example/2021/03/14/flood for more.",
        "Details: www.port.example/2024.",
        "Write to crew2019@port.example at once.",
        "The tag is #Vote2024.",
        "More on port.example/archive/2017.",
    ] {
        check(WEDNESDAY, &[(text, "")]);
    }
}

#[test]
fn numbers_of_things() {
    for text in [
        "They met in Room 1984.",
        "Resolution 2019 was passed.",
        "Directive 2011/36 applies.",
        "She cited case 2018/204.",
        "Turn to page 1945.",
        "Bus 1960 was late.",
    ] {
        check(WEDNESDAY, &[(text, "")]);
    }
}

#[test]
fn times_of_races_and_sets() {
    for text in [
        "She finished in 3:58:12, and her twin was 2:04 behind.",
        "The record is 1:59:40.",
        "He won the race, and the gap was 1:12.",
        "They lost 21:15, 19:21.",
        "The relay team clocked 3:11:02 to take gold.",
    ] {
        check(WEDNESDAY, &[(text, "")]);
    }
    check(WEDNESDAY, &[("The race starts at 10:30.", "10:30|TIME|2025-03-19T10:30")]);
}

#[test]
fn periods_of_accounts() {
    check(
        WEDNESDAY,
        &[
            ("H1 sales rose.", "H1|DATE|2025-H1"),
            ("Profit fell in H2 2023.", "H2 2023|DATE|2023-H2"),
            ("FY24 was weak, FY2025 is better.", "FY24|DATE|2024; FY2025|DATE|2025"),
            ("Margins grew in 3Q24.", "3Q24|DATE|2024-Q3"),
            ("Orders for Q2 FY26 are strong.", "Q2 FY26|DATE|2026-Q2"),
            ("Guidance for 1H25 stands.", "1H25|DATE|2025-H1"),
        ],
    );
}

#[test]
fn two_digits_after_a_day() {
    check(
        WEDNESDAY,
        &[
            ("The deed of 16 May 17 was lost.", "16 May 17|DATE|2017-05-16"),
            ("It was dated 3 Feb 14.", "3 Feb 14|DATE|2014-02-03"),
            ("Signed on 7 Nov 98, it held.", "7 Nov 98|DATE|1998-11-07"),
            ("Photographed 21 Aug 09 in Cork.", "21 Aug 09|DATE|2009-08-21"),
            ("The bond of 1 July 22 has matured.", "1 July 22|DATE|2022-07-01"),
            ("On 16 February 17 people died.", "16 February|DATE|2025-02-16"),
        ],
    );
}

#[test]
fn companies_named_for_days() {
    for text in ["Black Friday Ltd sued.", "He works for Boxing Day Inc.", "Easter GmbH is bust.", "Tuesday Plc fell."]
    {
        check(WEDNESDAY, &[(text, "")]);
    }
}
