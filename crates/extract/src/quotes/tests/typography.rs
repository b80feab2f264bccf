//! Quotation marks of every kind, and marks that are none.

use super::{check, read};

const WHO: &[&str] = &["Ana Roe/f", "Tom Lind/m"];

#[test]
fn marks_of_every_family() {
    for text in [
        "\"The road is closed,\" said Ana Roe.",
        "“The road is closed,” said Ana Roe.",
        "‘The road is closed,’ said Ana Roe.",
        "'The road is closed,' said Ana Roe.",
        "«The road is closed,» said Ana Roe.",
        "« The road is closed, » said Ana Roe.",
        "‹The road is closed,› said Ana Roe.",
        "„The road is closed,“ said Ana Roe.",
        "„The road is closed,” said Ana Roe.",
        "»The road is closed,« said Ana Roe.",
        "``The road is closed,'' said Ana Roe.",
        "''The road is closed,'' said Ana Roe.",
    ] {
        check(text, WHO, &["Ana Roe | said | The road is closed, | Direct | Ana Roe"]);
    }
}

#[test]
fn apostrophes_are_no_marks() {
    check(
        "'It's the workers' choice, isn't it?' Tom Lind said.",
        WHO,
        &["Tom Lind | said | It's the workers' choice, isn't it? | Direct | Tom Lind"],
    );
    check(
        "‘The farmers’ market won’t move,’ Lind said.",
        &["Tom Lind/m"].map(|_| "Lind/m"),
        &["Lind | said | The farmers’ market won’t move, | Direct | Lind"],
    );
    check("It was big in the '90s and '80s, rock 'n' roll and all.", &[], &[]);
    check("The dogs' owners and the cats' owners met.", &[], &[]);
}

#[test]
fn quoted_words_that_nobody_utters_are_no_quotes() {
    for text in [
        "Her novel \"The Long Winter Road\" sold well.",
        "The so-called \"smart\" meter failed again.",
        "John \"Jack\" Smith opened the shop.",
        "John 'Jack' Smith opened the shop.",
        "The word \"tariff\" stood in every paragraph.",
        "A 12\"-wide plank and a 5'10\" door stood in the yard.",
    ] {
        check(text, &[], &[]);
    }
}

#[test]
fn nested_marks_stay_inside() {
    check(
        "“He told me, ‘Run for it,’ and I ran,” said Ana Roe.",
        WHO,
        &[
            "Ana Roe | said | He told me, ‘Run for it,’ and I ran, | Direct | Ana Roe",
            "He | told | Run for it, | Direct | ",
        ],
    );
}

#[test]
fn a_speech_over_paragraphs_keeps_its_speaker() {
    check(
        "“We were cold,” Ana Roe said. “We had no wood.\n\n“We had no coal either.\n\n“Then the snow came.”\n\nIt melted.",
        WHO,
        &[
            "Ana Roe | said | We were cold, | Direct | Ana Roe",
            "- |  | We had no wood. | Direct | Ana Roe",
            "- |  | We had no coal either. | Direct | Ana Roe",
            "- |  | Then the snow came. | Direct | Ana Roe",
        ],
    );
}

#[test]
fn an_unclosed_mark_costs_only_its_paragraph() {
    let text = "“We will never leave this valley, Ana Roe said.\n\n“It is over,” Tom Lind said.";
    let found = read(text, WHO);
    assert_eq!(found.warnings.len(), 0, "the next paragraph opens a new mark, as long speeches do");
    let text = "The 'mayor\" spoke. \"We will never leave this valley, he said.\n\nThe road is shut.\n\n“It is over,” Tom Lind said.";
    let found = read(text, WHO);
    assert_eq!(found.warnings.len(), 1);
    assert!(super::render(text, &found).contains(&"Tom Lind | said | It is over, | Direct | Tom Lind".to_owned()));
}

#[test]
fn a_closing_mark_without_an_opening_one_closes_its_sentence() {
    check(
        "The road is shut. But we fear that more rain will come,” Ana Roe said.",
        WHO,
        &["Ana Roe | said | But we fear that more rain will come, | Direct | Ana Roe"],
    );
    check(
        "The road is shut. What can we do?“ Ana Roe asked.",
        WHO,
        &["Ana Roe | asked | What can we do? | Direct | Ana Roe"],
    );
    check("The road is shut,” and the farm too.", WHO, &[]);
}

#[test]
fn an_opening_mark_within_a_phrase_does_not_take_the_next_speech() {
    check(
        "Ana Roe accused Tom Lind of building the “next great mess. We will build what we like,” he told reporters.",
        WHO,
        &[
            "Ana Roe | accused | building the ~ next great mess. | Mixed | Ana Roe",
            "he | told | We will build what we like, | Direct | Tom Lind (pronoun)",
        ],
    );
}

#[test]
fn titles_within_a_sentence_are_no_speech() {
    check(
        "“It rained for a week,” Ana Roe said on Northern Radio's “Late and Later.” “We left.”",
        WHO,
        &["Ana Roe | said | It rained for a week, | Direct | Ana Roe", "- |  | We left. | Direct | Ana Roe"],
    );
}

#[test]
fn the_that_before_a_quotation_introduces_it() {
    for text in ["Ana Roe said that “it rained for a week.”", "Ana Roe wrote that, “It rained for a week.”"] {
        let found = read(text, WHO);
        let that = found.quotes[0].complementiser.map(|span| &text[span.range()]);
        assert_eq!((found.quotes.len(), that), (1, Some("that")), "{text}");
    }
}

#[test]
fn dialogue_behind_dashes() {
    check(
        "— The bridge is gone.\n— Then we swim.\n\nThey swam.",
        &[],
        &["- |  | The bridge is gone. | Direct | ", "- |  | Then we swim. | Direct | "],
    );
}
