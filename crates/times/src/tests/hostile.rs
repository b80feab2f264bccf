//! Inputs that would break a careless reader.

use proptest::prelude::*;

use super::find;

/// Words out of which hostile texts are made.
const WORDS: &[&str] = &[
    "99999999999999999999",
    "00",
    "13",
    "32",
    "0",
    "May",
    "Feb",
    "30",
    "-",
    "—",
    "/",
    ":",
    ".",
    ",",
    "'",
    "the",
    "of",
    "last",
    "next",
    "every",
    "year",
    "century",
    "BC",
    "AD",
    "a.m.",
    "midnight",
    "ago",
    "later",
    "and",
    "half",
    "two",
    "hundred",
    "million",
    "quarter",
    "Easter",
    "9999",
    "1000",
    "2",
    "th",
    "s",
    "1990s",
    "early",
    "mid",
    "end",
    "Monday",
    "from",
    "to",
    "before",
    "after",
    "\n\n",
    "(",
    "T",
    "Z",
    "GMT",
    "+",
    "¼",
    "é",
    "🙂",
    "days",
    "weeks",
    "decades",
    "millennium",
];

proptest! {
    #[test]
    fn any_sequence_of_time_words_is_read(picks in prop::collection::vec((0..WORDS.len(), any::<bool>()), 1..60)) {
        let mut text = String::from("x ");
        for (word, space) in picks {
            text.push_str(WORDS[word]);
            text.push_str(if space { " " } else { "" });
        }
        for date in ["", "2024-02-29", "0001-01-01", "9999-12-31"] {
            let (article, times) = find(&text, date);
            let mut end = 0;
            for time in times {
                prop_assert!(time.span.start() >= end, "spans are in order and apart");
                prop_assert!(article.text().get(time.span.range()).is_some_and(|text| !text.is_empty()));
                end = time.span.end();
            }
        }
    }

    #[test]
    fn any_text_is_read(text in "\\PC{1,200}") {
        if !text.trim().is_empty() {
            find(&text, "2024-02-29");
        }
    }
}

#[test]
fn impossible_dates_have_no_value() {
    for text in ["on February 30, 2024", "2024-13-01", "30.02.2024", "year 999999999", "at 00:99", "99/99/9999"] {
        let (_, times) = find(text, "2024-02-29");
        assert!(times.iter().all(|time| time.value.as_deref() != Some("2024-03-01")), "{text}");
    }
}

#[test]
fn long_runs_take_linear_time() {
    for word in [
        "1",
        "1-",
        "1 ",
        "May ",
        "May-",
        "- ",
        "1:",
        "1/1/",
        "the ",
        "two ",
        "last ",
        "every ",
        "1,000,",
        "a.m. ",
        "hundred and ",
    ] {
        let text = word.repeat(60_000 / word.len());
        let start = std::time::Instant::now();
        find(&text, "2024-02-29");
        assert!(start.elapsed().as_secs() < 10, "{word:?} took {:?}", start.elapsed());
    }
}
