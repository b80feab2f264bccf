//! Texts that nobody writes: the invariants hold, and time stays linear.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::read;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_full_of_marks_is_read(text in "([\"“”‘’'«»„‟‹›`—–:,.?!\\n ]|said|Roe|he|that|to|according to|who|a|the plan|told){0,60}x") {
        read(&text, &[]);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,80}x") {
        read(&text, &[]);
    }
}

#[test]
fn hundreds_of_thousands_of_marks_are_fast() {
    for unit in [
        "\"",
        "“",
        "”",
        "'",
        "‘",
        "’",
        "«",
        "„",
        "''",
        "“a",
        "'a ",
        "\" ",
        "“a” ",
        "\n“a",
        "said ",
        "he said, ",
        "\"A,\" he said. ",
        "a, b ",
        "Roe: A.\n",
    ] {
        let text = format!("x{}", unit.repeat(200_000 / unit.chars().count()));
        let start = Instant::now();
        read(&text, &[]);
        assert!(start.elapsed() < Duration::from_secs(20), "{unit:?} took {:?}", start.elapsed());
    }
}
