use std::sync::Arc;

use dateline_kb::{Alias, Builder, Date, Id, Kb, Kind, NameKind, Record};
use dateline_text::{Article, Parts};

use super::{FEATURES, Linker, NilReason, Weights};
use crate::{Extraction, Linking, Pipeline};

fn record(item: u32, name: &str, kind: Kind, prior: f32) -> Record {
    Record { prior, ..Record::new(Id::Wikidata(item), name, kind) }
}

fn base() -> Kb {
    let mut builder = Builder::new("wikidata", Date { year: 2025, month: 1, day: 1 });
    let country = |code: &[u8; 2], record| Record { country: Some(*code), ..record };
    let described = |text: &str, record| Record { description: text.to_owned(), ..record };
    builder.add(country(b"NO", record(1, "Jane Roe", Kind::Person, 5.0)));
    builder.add(described("Norwegian city", country(b"NO", record(2, "Oslo", Kind::Settlement, 9.0))));
    builder.add(country(b"US", record(3, "Springfield", Kind::Settlement, 5.0)));
    builder.add(country(b"NO", record(4, "Springfield", Kind::Settlement, 4.9)));
    builder.add(record(5, "Acme Widgets", Kind::Company, 6.0));
    builder.add(record(6, "Fenwick", Kind::Settlement, 6.0));
    let surname = Alias { text: "Zwyntar".to_owned(), kind: NameKind::Surname };
    builder.add(Record { aliases: vec![surname], ..record(7, "Ada Zwyntar", Kind::Person, 8.0) });
    Kb::open(builder.build().expect("ids differ")).expect("it was just built")
}

fn weights() -> Weights {
    let of = |name: &str| match name {
        "bias" => -1.0,
        "prior" => 2.0,
        "share" | "label" | "same-kind" | "country" | "words" => 1.0,
        _ => 0.0,
    };
    Weights::new(FEATURES.iter().map(|&name| (name.to_owned(), of(name))), 0.6).expect("every feature has a weight")
}

fn extract(body: &str, linking: Linking<'_>) -> Extraction {
    let article = Article::new(Parts { body: body.to_owned(), ..Parts::default() }, 10_000).expect("not blank");
    let pipeline = Pipeline::by_rule().linked_by(Linker::new(vec![Arc::new(base())], weights()));
    let found = pipeline.extract_linking(&article, linking).expect("rules do not fail");
    assert_eq!(found.validate(&article), Ok(()));
    found
}

/// The id, or the reason, of the entity with this name.
fn outcome(body: &str, name: &str, linking: Linking<'_>) -> Result<String, NilReason> {
    let found = extract(body, linking);
    let entity = found.entities.iter().position(|entity| &body[entity.name.range()] == name);
    let link = &found.links[entity.unwrap_or_else(|| panic!("{name} is no entity of {body}"))];
    match (link.chosen.first(), link.nil) {
        (Some(chosen), None) => Ok(format!("{}:{}", chosen.base, chosen.id)),
        (None, Some(reason)) => Err(reason),
        other => panic!("{other:?}"),
    }
}

#[test]
fn entities_are_linked_or_a_reason_is_given() {
    for (body, name, expected) in [
        ("Jane Roe arrived in Oslo on Monday.", "Jane Roe", Ok("wikidata:Q1")),
        ("Jane Roe arrived in Oslo on Monday.", "Oslo", Ok("wikidata:Q2")),
        ("Mr. Zwyntar arrived in Oslo on Monday.", "Zwyntar", Ok("wikidata:Q7")),
        ("Mr. Roe arrived in Oslo on Monday.", "Roe", Err(NilReason::SurnameOnly)),
        ("Mr. Peter Quandt arrived in Oslo on Monday.", "Peter Quandt", Err(NilReason::NotInKb)),
        ("Tom Zwyntar arrived in Oslo on Monday. Zwyntar left on Tuesday.", "Tom Zwyntar", Err(NilReason::NotInKb)),
        ("Mr. Fenwick arrived in Oslo on Monday.", "Fenwick", Err(NilReason::SurnameOnly)),
    ] {
        assert_eq!(outcome(body, name, Linking::Bases), expected.map(str::to_owned), "{name} in {body}");
    }
}

#[test]
fn the_callers_own_entities_come_first() {
    let mut builder = Builder::new("known", Date { year: 2025, month: 1, day: 1 });
    let id = Id::Text("cms:17".to_owned());
    builder.add(Record { same_as: Some(99), ..Record::new(id, "Jane Roe", Kind::Person) });
    let known = Kb::open(builder.build().expect("one id")).expect("it was just built");
    let body = "Jane Roe arrived in Oslo on Monday.";
    assert_eq!(outcome(body, "Jane Roe", Linking::KnownFirst(&known)), Ok("known:cms:17".to_owned()));
    assert_eq!(outcome(body, "Oslo", Linking::KnownFirst(&known)), Ok("wikidata:Q2".to_owned()));
}

#[test]
fn links_can_be_left_out() {
    assert!(extract("Jane Roe arrived in Oslo on Monday.", Linking::Off).links.is_empty());
}
