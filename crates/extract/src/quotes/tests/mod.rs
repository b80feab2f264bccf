//! Own sentences of every typography and structure, rendered one quote a line:
//! `source | cue | content segments | kind | speaker`.

mod articles;
mod faults;
mod hostile;
mod readings;
mod speakers;
mod structures;
mod typography;

use dateline_lexicon::Gender;
use dateline_text::{Article, Document, Parts, Span};

use super::{Act, Polarity, Quotes, Resolution, attribute};
use crate::{
    Extraction,
    coref::{Entity, Form, GenderEvidence, Mention},
    evidence::Evidence,
    names::EntityKind,
    testing,
};

fn article(body: &str) -> Article {
    Article::new(Parts { body: body.to_owned(), ..Parts::default() }, 1_000_000).unwrap()
}

/// Entities for people written as `Full Name/m`, `Full Name/f`, or with a `?` behind where only the first name tells,
/// and bodies written without a gender; a surname alone is a mention too.
fn entities(text: &str, names: &[&str]) -> Vec<Entity> {
    let entity = |name: &&str| {
        let (full, gender) = name.split_once('/').map_or((*name, None), |(full, gender)| (full, Some(gender)));
        let surname = full.rsplit(' ').next().unwrap();
        let mut spans: Vec<_> = text.match_indices(full).map(|(at, _)| Span::from(at..at + full.len())).collect();
        if gender.is_some() {
            let alone = text.match_indices(surname).map(|(at, _)| Span::from(at..at + surname.len()));
            let alone: Vec<_> = alone.filter(|s| !spans.iter().any(|full| full.contains(*s))).collect();
            spans.extend(alone);
        }
        spans.sort();
        let mention = |span| Mention { span, form: Form::Name, confidence: 1.0, evidence: Evidence::rule("test") };
        Entity {
            kind: if gender.is_some() { EntityKind::Person } else { EntityKind::Organization },
            name: *spans.iter().max_by_key(|span| span.len()).unwrap(),
            mentions: spans.iter().map(|&span| mention(span)).collect(),
            roles: Vec::new(),
            gender: gender.map(|gender| GenderEvidence {
                gender: if gender.starts_with('m') { Gender::Masculine } else { Gender::Feminine },
                likelihood: if gender.ends_with('?') { 0.9 } else { 1.0 },
            }),
            confidence: 1.0,
        }
    };
    names.iter().filter(|name| text.contains(name.split('/').next().unwrap())).map(entity).collect()
}

/// Reads a text and checks the invariants of what was found.
fn read(text: &str, names: &[&str]) -> Quotes {
    let article = article(text);
    let document = Document::new(&article);
    let entities = entities(text, names);
    let found = attribute(&document, Some(&testing::encode(&document)), &entities);
    let extraction = Extraction {
        salience: vec![0.0; entities.len()],
        entities,
        quotes: found.quotes.clone(),
        warnings: found.warnings.clone(),
        ..Extraction::default()
    };
    assert_eq!(extraction.validate(&article), Ok(()), "{text}");
    found
}

fn render(text: &str, found: &Quotes) -> Vec<String> {
    let slice = |span: Span<_>| &text[span.range()];
    let line = |quote: &super::Quote| {
        let source = quote.source.map_or("-", slice);
        let cue = quote.cue.as_ref().map_or_else(String::new, |cue| {
            let no = if cue.polarity == Polarity::Negated { "not " } else { "" };
            format!("{no}{}", slice(cue.span))
        });
        let content: Vec<&str> = quote.content.iter().map(|&span| slice(span)).collect();
        let thought = if quote.act == Act::Thought { " thought" } else { "" };
        let speaker = quote.speaker.as_ref().map_or_else(String::new, |speaker| {
            let how = match speaker.resolution {
                Resolution::Named => "",
                Resolution::Pronoun => " (pronoun)",
                Resolution::Nominal => " (nominal)",
                Resolution::Anonymous => " (anonymous)",
                Resolution::Collective => " (collective)",
            };
            format!("{}{how}", slice(speaker.name))
        });
        format!("{source} | {cue} | {} | {:?}{thought} | {speaker}", content.join(" ~ "), quote.kind).replace('\n', " ")
    };
    found.quotes.iter().map(line).collect()
}

/// Compares what is found in `text` with one line per quote.
#[track_caller]
fn check(text: &str, names: &[&str], expected: &[&str]) {
    assert_eq!(render(text, &read(text, names)), expected, "{text}");
}
