//! Texts that nobody writes: the invariants hold, and time stays linear.

use std::time::{Duration, Instant};

use proptest::prelude::*;

use dateline_text::{Article, Document, Parts};

use super::{Quotes, attribute, read};
use crate::testing;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

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
fn nothing_reaches_from_one_field_into_another() {
    for (title, body) in [
        ("Police", "And the soldiers came at dawn. They said everyone must leave."),
        ("He described the plan", "as odd, Roe said."),
        ("He said that", "“it rained,” Roe said."),
        ("“It rained.”", "— Jane Roe left."),
    ] {
        let parts = Parts { title: title.to_owned(), body: body.to_owned(), ..Parts::default() };
        let article = Article::new(parts, 1_000).unwrap();
        let document = Document::new(&article);
        let boundary = article.text().find(body).unwrap();
        for quote in attribute(&document, Some(&testing::encode(&document)), &[]).quotes {
            let speaker = quote.speaker.iter().flat_map(|speaker| speaker.chain.iter().chain(&speaker.evidence.spans));
            let rest = quote.source.iter().chain(&quote.complementiser).chain(&quote.evidence.spans);
            for span in quote.content.iter().chain(rest).chain(speaker) {
                let range = span.range();
                assert!(range.end <= boundary || boundary <= range.start, "{title} / {body}: {range:?}");
            }
        }
    }
}

/// How many people a text names that is full of them.
const NAMES: usize = 100;

#[test]
fn many_names_are_fast() {
    for unit in [
        "ROE: A.\n",
        "Roe, a lawyer, said it rained. ",
        "The lawyer said it rained to Roe, who said it rained. ",
        "he told Roe it rained, one said it rained. ",
    ] {
        let numbered = |at: usize| {
            let at = at % NAMES;
            unit.replace("Roe", &format!("Ana Roe{at}")).replace("ROE", &format!("ROE{at}"))
        };
        let names: Vec<String> = (0..NAMES).map(|at| format!("Ana Roe{at}/f")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        testing::assert_linear(unit, |chars| {
            let text: String = (0..chars / unit.len()).map(numbered).collect();
            let (found, took) = timed(&text, &names);
            assert!(!found.quotes.is_empty(), "{unit:?}");
            took
        });
    }
}

/// What is found in a text, and how long attribution takes.
fn timed(text: &str, names: &[&str]) -> (Quotes, Duration) {
    let article = super::article(text);
    let (document, entities) = (Document::new(&article), super::entities(text, names));
    let encoding = testing::encode(&document);
    let start = Instant::now();
    let found = attribute(&document, Some(&encoding), &entities);
    (found, start.elapsed())
}

#[test]
fn thousands_of_marks_are_fast() {
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
        "’''",
        "one said so, another said so, ",
        "the men and the women said so, they said so, ",
    ] {
        testing::assert_linear(unit, |chars| timed(&format!("x{}", unit.repeat(chars / unit.chars().count())), &[]).1);
    }
}
