//! The encoder's reading of an article, and how it is joined with that of the rules.

use dateline_text::{Byte, Document, Span};

use super::{
    super::{
        Act, Cue, Polarity,
        attribution::{Draft, Segment},
        encoded, fusion,
        rules::Rule,
        subject,
        units::Reading,
    },
    article,
};

/// Reads a text and hands the reading on.
fn with<T>(text: &str, test: impl FnOnce(&Reading<'_>) -> T) -> T {
    let article = article(text);
    let document = Document::new(&article);
    let quotations = document.quotations();
    test(&Reading::new(&document, quotations))
}

fn at(text: &str, part: &str) -> Span<Byte> {
    let start = text.find(part).unwrap();
    Span::from(start..start + part.len())
}

/// An attribution of a content in quotation marks, or of plain words, by a cue and a source as written.
fn draft(text: &str, rule: Rule, content: &str, cue: &str, source: &str) -> Draft {
    let span = at(text, content);
    let quoted = text[..span.start() as usize].ends_with(['“', '"']);
    let mark = span.start() - if quoted { '“'.len_utf8() as u32 } else { 0 };
    Draft {
        rule,
        confidence: 0.9,
        content: vec![Segment { span, quoted: quoted.then_some(mark) }],
        cue: Some(Cue { span: at(text, cue), lemma: cue.to_owned(), polarity: Polarity::Affirmed }),
        act: Act::Speech,
        source: Some(at(text, source)),
        paragraph: 0,
        inherited_source: None,
        shared_cue: None,
        interview_first_answer: None,
        relative: None,
    }
}

#[test]
fn a_cue_that_two_readings_see_differently_is_one() {
    let text = "“It rained,” Ana Roe said in a letter. “Then it snowed for a week.”";
    let (first, second) = ("It rained,", "Then it snowed for a week.");
    let rules = || vec![draft(text, Rule::QuotationSourceCue, first, "said", "Ana Roe")];
    let cue = Some(at(text, "said"));
    with(text, |reading| {
        let alone = draft(text, Rule::Encoder, second, "said in a letter", "Ana Roe");
        let found = fusion::fuse(reading, vec![alone.clone()], rules());
        assert_eq!(found.iter().map(|draft| draft.shared_cue).collect::<Vec<_>>(), [None, cue], "a cue of its own");
        assert_eq!((found[1].source, found[1].inherited_source), (None, Some(at(text, "Ana Roe"))));
        let sharing = Draft { cue: None, source: None, shared_cue: Some(at(text, "said in a letter")), ..alone };
        let found = fusion::fuse(reading, vec![sharing], rules());
        assert_eq!(found[1].shared_cue, cue, "a shared cue with other edges");
    });
}

#[test]
fn the_encoder_knows_the_head_of_the_phrase_before_a_cue() {
    for (text, near, read, expected) in [
        (
            "Notices pinned up before Friday's raid warned that people must leave.",
            "Friday's raid",
            "Notices",
            "Notices",
        ),
        ("The film and those who made it asked that people leave.", "it", "The film", "it"),
        ("It rained. The mayor, Ana Roe, warned that people must leave.", "Ana Roe", "It", "Ana Roe"),
    ] {
        let cue = if text.contains("asked") { "asked" } else { "warned" };
        let content = &text[text.find("people").unwrap()..text.len() - 1];
        let rules = vec![draft(text, Rule::ThatClause, content, cue, near)];
        let encoder = vec![draft(text, Rule::Encoder, content, cue, read)];
        let found = with(text, |reading| fusion::fuse(reading, encoder, rules));
        assert_eq!(found[0].source, Some(at(text, expected)), "{text}");
    }
}

#[test]
fn single_words_between_quotations_are_content() {
    let text = "He said it was “cold” and “wet” all week.";
    with(text, |reading| {
        let words = reading.document.words(at(text, "it was “cold” and “wet” all"));
        let found = encoded::segments(reading, words, false);
        let found: Vec<_> = found.iter().map(|segment| &text[segment.span.range()]).collect();
        assert_eq!(found, ["it was", "cold", "and", "wet", "all"]);
    });
}

#[test]
fn only_the_that_before_content_is_none_of_it() {
    let text = "He said that it was “odd” that nobody came.";
    with(text, |reading| {
        let words = reading.document.words(at(text, "that it was “odd” that nobody came"));
        let found = encoded::segments(reading, words, false);
        let found: Vec<_> = found.iter().map(|segment| &text[segment.span.range()]).collect();
        assert_eq!(found, ["it was", "odd", "that nobody came"]);
    });
}

#[test]
fn the_as_of_a_description_is_content() {
    for (text, rest, expected) in [
        ("He described the plan as “odd” again.", "“odd”", &["the plan as", "odd"][..]),
        ("He described the plan as odd again.", "odd", &["the plan as odd"][..]),
        ("He described the plan, odd again.", "odd", &["the plan", "odd"][..]),
    ] {
        with(text, |reading| {
            let part = |part| encoded::segments(reading, reading.document.words(at(text, part)), false);
            let found = encoded::described(reading, [part("the plan"), part(rest)].concat());
            let found: Vec<_> = found.iter().map(|segment| &text[segment.span.range()]).collect();
            assert_eq!(found, expected, "{text}");
        });
    }
}

#[test]
fn a_cue_reports_nothing_of_the_paragraph_before() {
    let text = "“It rained.”\n\nAna Roe said it snowed.";
    with(text, |reading| {
        let word = |part| reading.document.words(at(text, part));
        assert!(encoded::is_below(reading, word("said"), word("It").start()));
        assert!(!encoded::is_below(reading, word("said"), word("snowed").start()));
    });
    let broken = "Rain closes the bridge for\nthree weeks, Roe says";
    with(broken, |reading| {
        let word = |part| reading.document.words(at(broken, part));
        assert!(!encoded::is_below(reading, word("says"), word("Rain").start()));
    });
}

#[test]
fn a_cue_without_a_source_in_its_sentence_has_its_subject() {
    let text = "It rained. The river union, which has nine members, advocates for a new bridge.";
    with(text, |reading| {
        let mut drafts = [Draft { source: None, ..draft(text, Rule::Encoder, "a new bridge", "advocates for", "It") }];
        subject::find(reading, &mut drafts);
        assert_eq!(drafts[0].source, Some(at(text, "The river union, which has nine members")));
        drafts[0].source = Some(at(text, "It"));
        subject::find(reading, &mut drafts);
        assert_eq!(drafts[0].source, Some(at(text, "The river union, which has nine members")));
    });
}
