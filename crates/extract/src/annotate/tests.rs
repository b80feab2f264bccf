use dateline_text::{Article, Byte, Parts, Span};
use proptest::prelude::*;

use super::*;
use crate::{
    Evidence,
    coref::{Entity, EntityId, Form, Mention},
    events::{AssertedBy, Event, EventTime, EventType, Factuality, FactualityValue, Source},
    names::{EntityKind, Role},
    quotes::{Act, Cue, Polarity, Quote, QuoteKind, Resolution, Speaker},
    times::{TimeId, Timex, TimexKind},
};

fn article(body: &str) -> Article {
    Article::new(Parts { title: "Harbour deal".into(), body: body.into(), ..Parts::default() }, 10_000).unwrap()
}

fn place(article: &Article, needle: &str) -> Span<Byte> {
    let start = article.text().find(needle).unwrap();
    Span::from(start..start + needle.len())
}

fn extraction(article: &Article) -> Extraction {
    let at = |needle| place(article, needle);
    let mention = |span, form| Mention { span, form, confidence: 0.9, evidence: Evidence::rule("test") };
    Extraction {
        links: Vec::new(),
        entities: vec![Entity {
            kind: EntityKind::Person,
            name: at("Ana Prado"),
            mentions: vec![mention(at("Ana Prado"), Form::Name), mention(at("she"), Form::Pronoun)],
            roles: vec![Role { span: at("Mayor"), title: at("Mayor"), affiliation: None }],
            gender: None,
            confidence: 0.912,
        }],
        salience: vec![1.0],
        quotes: vec![Quote {
            kind: QuoteKind::Direct,
            act: Act::Speech,
            content: vec![at("We will sign"), at("We will pay")],
            complementiser: None,
            shared_cue: None,
            quoted_words: 0,
            cue: Some(Cue { span: at("said"), lemma: "say".into(), polarity: Polarity::Affirmed }),
            source: Some(at("she")),
            relative: None,
            speaker: Some(Speaker {
                name: at("Ana Prado"),
                entity: Some(EntityId(0)),
                resolution: Resolution::Pronoun,
                chain: vec![at("she"), at("Ana Prado")],
                confidence: 0.8,
                evidence: Evidence::rule("test"),
            }),
            confidence: 0.85,
            evidence: Evidence::rule("test"),
        }],
        events: vec![Event {
            kind: EventType::DiplomacyMeeting,
            trigger: at("met"),
            mentions: vec![at("met")],
            arguments: Vec::new(),
            time: Some(EventTime { id: TimeId(0), source: Source::Sentence, confidence: 0.9 }),
            place: None,
            factuality: Factuality { value: FactualityValue::Actual, cues: Vec::new() },
            asserted_by: AssertedBy::Author,
            confidence: 0.7,
            evidence: Evidence::rule("test"),
        }],
        event_salience: vec![1.0],
        times: vec![Timex {
            span: at("Tuesday"),
            kind: TimexKind::Date,
            value: Some("2025-03-04".into()),
            modifier: None,
            quant: None,
            freq: None,
            zone_minutes: None,
            confidence: 0.95,
            rule: "test",
            day_of_writing: None,
        }],
        warnings: Vec::new(),
    }
}

const BODY: &str = "Mayor Ana Prado met the dockers on Tuesday.\n\n\"We will sign,\" she said. \"We will pay.\"";

#[test]
fn an_annotated_article_reads_like_this() {
    let article = article(BODY);
    let found = extraction(&article);
    found.validate(&article).unwrap();
    insta::assert_snapshot!(render(&article, &found, Style::Plain), @r#"
    title
    > Harbour deal
    body
    > Mayor Ana Prado met the dockers on Tuesday.
            ^^^^^^^^^ e1 person          ^^^^^^^ t1 date 2025-03-04
                      ^^^ v1 diplomacy.meeting
    > "We will sign," she said. "We will pay."
       ^^^^^^^^^^^^ q1 direct    ^^^^^^^^^^^ q1 direct
                      ^^^ q1 source
                      ^^^ e1 pronoun
                          ^^^^ q1 cue
    entities
      e1 person "Ana Prado" x2, Mayor  [0.91, salience 1.00]
    quotes
      q1 direct speech "We will sign | We will pay" <- say <- e1 Ana Prado (pronoun: she > Ana Prado)  [0.85, test]
    events
      v1 diplomacy.meeting actual "met", time: t1  [0.70, salience 1.00, test]
    times
      t1 date 2025-03-04 "Tuesday"  [0.95, test]
    "#);
}

#[test]
fn colours_wrap_the_marks_and_nothing_else() {
    let article = article(BODY);
    let found = extraction(&article);
    let coloured = render(&article, &found, Style::Coloured);
    assert!(coloured.contains("\u{1b}[36m^^^^^^^^^ e1 person\u{1b}[0m"), "{coloured}");
    let stripped = ["36", "32", "35", "33", "31", "0"]
        .iter()
        .fold(coloured, |text, code| text.replace(&format!("\u{1b}[{code}m"), ""));
    assert_eq!(stripped, render(&article, &found, Style::Plain));
}

proptest! {
    #[test]
    fn any_text_renders_without_steering_characters(body in "a[\\x00-\\u{ffff}]{0,400}", at in any::<[prop::sample::Index; 2]>()) {
        let article = article(&body);
        let text = article.text();
        let body = article.fields().last().unwrap().1.range();
        let edges: Vec<usize> = text.char_indices().map(|(i, _)| i).filter(|i| body.contains(i)).chain([text.len()]).collect();
        let mut ends = at.map(|index| edges[index.index(edges.len())]);
        ends.sort_unstable();
        let time = Timex { span: Span::from(ends[0]..ends[1]), kind: TimexKind::Set, value: None, modifier: None, quant: None, freq: None, zone_minutes: None, confidence: 1.0, rule: "test", day_of_writing: None };
        let found = Extraction { times: vec![time], ..Extraction::default() };
        let rendered = render(&article, &found, Style::Plain);
        prop_assert!(rendered.chars().all(|c| c == '\n' || !is_steering(c)));
        let mut lines = rendered.lines().filter(|line| line.starts_with("> "));
        prop_assert!(lines.all(|line| line.chars().count() <= WIDTH + 2));
    }
}

/// Columns that a terminal needs for a line.
fn width(line: &str) -> usize {
    UnicodeWidthStr::width(line)
}

#[test]
fn lines_and_labels_fit_a_terminal() {
    let body = "MARISPORT — The city council voted on Tuesday to close the fish market, a decision that the whole town, and \
        above all Ana Prado, met with anger, she said.";
    let article = article(body);
    let mut found = Extraction { entities: extraction(&self::article(BODY)).entities, ..Extraction::default() };
    found.entities[0].mentions[0].span = place(&article, "Ana Prado");
    found.entities[0].mentions[1].span = place(&article, "she");
    found.entities[0].roles.clear();
    found.entities[0].name = place(&article, "Ana Prado");
    found.salience = vec![1.0];
    for columns in [40, 60, 80, 100] {
        let shown = render_in(&article, &found, Style::Plain, Layout::within(columns));
        let marked = shown.split("\nentities").next().unwrap();
        assert!(marked.lines().all(|line| width(line) <= columns), "{columns}:\n{marked}");
        assert!(marked.contains("^^^^^^^^^"), "{marked}");
    }
}

#[test]
fn marks_are_under_their_words_after_emoji_and_wide_characters() {
    for before in ["👮‍♀️ ", "東京 ", "e\u{301} ", "plain "] {
        let line = Line { text: &format!("{before}Ana"), range: 0..before.len() + 3 };
        assert_eq!(line.column(before.len()), width(before), "{before}");
        assert_eq!(line.column(before.len() + 3), width(before) + 3, "{before}");
    }
}

#[test]
fn labels_move_before_their_marks_where_there_is_no_room_after_them() {
    for (columns, label, limit, expected) in [
        (0..3, "e1 person", None, (0, "^^^ e1 person")),
        (30..33, "e1 person", Some(40), (20, "e1 person ^^^")),
        (25..28, "e1 person", Some(40), (25, "^^^ e1 person")),
        (2..38, "e1 organization", Some(40), (2, "^^^ e1 organization ^^^^^^^^^^^^^^^^")),
        (2..18, "e1 organization", Some(20), (2, "^^^^^^^^^^^^^^^^ e")),
    ] {
        let (start, text) = placed(columns, label, limit);
        assert_eq!((start, text.trim_end()), (expected.0, expected.1));
    }
}
