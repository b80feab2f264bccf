use proptest::prelude::*;

use crate::{Builder, Date, Gender, Id, Kb, KbError, Kind, NameKind, Position, Record};

const DATE: Date = Date { year: 2025, month: 8, day: 24 };

fn small() -> Builder {
    let mut builder = Builder::new("test", DATE);
    builder.licences(&["CC0-1.0", "MIT"]);
    let position = |title: &str, from, until| Position { title: title.to_owned(), from, until };
    builder.add(Record {
        aliases: vec!["Jane A. Roe".into()],
        country: Some(*b"NO"),
        gender: Gender::Female,
        begin: Some(1961),
        description: "Norwegian politician".to_owned(),
        positions: vec![
            position("Mayor of Springfield", Some(2019), None),
            position("Minister", Some(2001), Some(2005)),
        ],
        prior: 4.5,
        ..Record::new(Id::Wikidata(7), "Jane Roe", Kind::Person)
    });
    builder.add(Record { prior: 9.0, licence: 1, ..Record::new(Id::Wikidata(9), "Springfield", Kind::Settlement) });
    builder.add(Record {
        aliases: vec![crate::Alias { text: "Springfield".to_owned(), kind: NameKind::Short }],
        description: "Norwegian politician".to_owned(),
        ..Record::new(Id::Wikidata(3), "Springfield, Norway", Kind::Settlement)
    });
    builder
}

fn ids(kb: &Kb, name: &str) -> Vec<String> {
    kb.lookup(name).iter().map(|hit| kb.entity(hit.entity).expect("it exists").id().to_string()).collect()
}

#[test]
fn facts_are_read_as_they_were_written() {
    let kb = Kb::open(small().build().unwrap()).unwrap();
    assert_eq!(
        (kb.len(), kb.meta().date, &kb.meta().licences[..]),
        (3, DATE, &["CC0-1.0".to_owned(), "MIT".to_owned()][..])
    );
    let jane = kb.entity(kb.lookup("Jane ROE")[0].entity).unwrap();
    assert_eq!((jane.id(), jane.name(), jane.kind()), (Id::Wikidata(7), "Jane Roe", Kind::Person));
    assert_eq!((jane.country(), jane.gender(), jane.wikidata()), (Some(*b"NO"), Gender::Female, Some(7)));
    assert_eq!((jane.begin(), jane.end(), jane.description()), (Some(1961), None, "Norwegian politician"));
    assert!((jane.prior() - 4.5).abs() < 0.03);
    let positions = jane.positions();
    assert_eq!((positions[0].title, positions[0].from, positions[0].until), ("Mayor of Springfield", Some(2019), None));
    assert_eq!((positions[1].title, positions[1].from, positions[1].until), ("Minister", Some(2001), Some(2005)));
    assert_eq!(kb.entity(kb.lookup("Springfield")[0].entity).unwrap().licence(), 1);
}

#[test]
fn the_label_comes_before_other_names_and_the_better_known_before_others() {
    let kb = Kb::open(small().build().unwrap()).unwrap();
    assert_eq!(ids(&kb, "Springfield"), ["Q9", "Q3"]);
    assert_eq!(ids(&kb, "Jane A Roe"), ["Q7"]);
    assert_eq!(ids(&kb, "Roe"), [""; 0]);
}

#[test]
fn bases_may_have_ids_of_their_own() {
    let mut builder = Builder::new("cms", DATE);
    let id = Id::Text("person/17".to_owned());
    builder.add(Record { same_as: Some(42), ..Record::new(id.clone(), "Jane Roe", Kind::Person) });
    builder.add(Record::new(Id::Text("18".to_owned()), "Jane Roe", Kind::Person));
    let kb = Kb::open(builder.build().unwrap()).unwrap();
    let found: Vec<_> = kb.entities().map(|entity| (entity.id().to_string(), entity.wikidata())).collect();
    assert_eq!(found, [("18".to_owned(), None), ("person/17".to_owned(), Some(42))]);
    assert_eq!(ids(&kb, "Jane Roe").len(), 2);
}

#[test]
fn ids_are_checked() {
    let build = |ids: &[&str]| {
        let mut builder = Builder::new("cms", DATE);
        ids.iter().for_each(|&id| builder.add(Record::new(Id::Text(id.to_owned()), "Roe", Kind::Person)));
        builder.build().map(|_| ())
    };
    assert_eq!(build(&["a", "b"]), Ok(()));
    assert_eq!(build(&["a", "a"]), Err(KbError::DuplicateId("a".to_owned())));
    assert_eq!(build(&[""]), Err(KbError::Id(String::new())));
    assert!(matches!(build(&[&"x".repeat(65)]), Err(KbError::Id(_))));
}

#[test]
fn the_order_of_records_does_not_matter() {
    let mut reversed = small();
    reversed.reverse();
    assert_eq!(reversed.build(), small().build());
}

#[test]
fn an_empty_base_finds_nothing() {
    let kb = Kb::open(Builder::new("none", DATE).build().unwrap()).unwrap();
    assert!(kb.is_empty() && kb.lookup("Oslo").is_empty());
}

#[test]
fn every_changed_byte_is_noticed() {
    let whole = small().build().unwrap();
    for at in 0..whole.len() {
        let mut changed = whole.clone();
        changed[at] ^= 0x41;
        assert!(Kb::open(changed).is_err(), "byte {at}");
    }
    for length in 0..whole.len() {
        assert!(Kb::open(whole[..length].to_vec()).is_err(), "cut at {length}");
    }
}

#[test]
fn other_files_and_versions_are_named() {
    assert_eq!(Kb::open(&b"name,id\nOslo,1\n"[..]).unwrap_err(), KbError::NotAKnowledgeBase);
    let mut newer = small().build().unwrap();
    newer[8] = 9;
    assert_eq!(Kb::open(newer).unwrap_err(), KbError::Version { found: 9, read: 1 });
}

/// Reads everything that can be read.
fn read_all(kb: &Kb) -> usize {
    let entities = kb.entities().map(|entity| {
        entity.name().len() + entity.description().len() + entity.positions().len() + entity.id().to_string().len()
    });
    let hits = ["Jane Roe", "Springfield", "WHO"].map(|name| kb.lookup(name).len());
    entities.sum::<usize>() + hits.iter().sum::<usize>()
}

proptest! {
    #[test]
    fn a_damaged_file_that_is_trusted_does_not_panic(changes in prop::collection::vec((64usize..400, any::<u8>()), 1..8)) {
        let mut bytes = small().build().expect("it is small");
        for (at, byte) in changes {
            if let Some(place) = bytes.get_mut(at) {
                *place = byte;
            }
        }
        if let Ok(kb) = Kb::open_trusted(bytes) {
            read_all(&kb);
        }
    }

    #[test]
    fn a_crafted_file_is_refused_or_read(changes in prop::collection::vec((8usize..400, any::<u8>()), 1..8)) {
        use sha2::{Digest, Sha256};
        let mut bytes = small().build().expect("it is small");
        let body = bytes.len() - 32;
        for (at, byte) in changes {
            if let Some(place) = bytes[..body].get_mut(at) {
                *place = byte;
            }
        }
        let checksum = Sha256::digest(&bytes[..body]);
        bytes[body..].copy_from_slice(&checksum);
        if let Ok(kb) = Kb::open(bytes) {
            read_all(&kb);
        }
    }

    #[test]
    fn every_name_is_found(names in prop::collection::vec("[A-Za-zÀ-ž .'-]{1,24}", 1..40)) {
        let mut builder = Builder::new("test", DATE);
        for (item, name) in (1..).zip(&names) {
            builder.add(Record::new(Id::Wikidata(item), name, Kind::Other));
        }
        let kb = Kb::open(builder.build().expect("ids differ")).expect("it was just built");
        for (item, name) in (1..).zip(&names) {
            let named = name.chars().any(char::is_alphanumeric);
            let found = ids(&kb, name).contains(&format!("Q{item}"));
            let alike = names.iter().filter(|other| other.to_lowercase() == name.to_lowercase()).count();
            prop_assert!(found || !named || alike > 40, "{name}");
        }
    }
}
