//! How the lexicon's files are written.
//!
//! A file holds sections, one per event type:
//!
//! ```text
//! [conflict.attack]
//! verb: subj=attacker obj=target with=instrument
//! noun: poss=attacker on=target
//! attack | v n | on=target | !topic:cyber
//! ```
//!
//! `verb:` and `noun:` are the section's frames: which role stands in which place (`subj`, `obj`, `poss`essor,
//! `mod`ifier, or after a preposition). A row is a trigger in its dictionary form, its parts of speech (`v`erb,
//! `n`oun, `a` for a fixed form), what its frame has otherwise than the section's (an empty role clears a place), and
//! its [conditions](super::Condition), all of which must hold.

use super::condition::Condition;
use crate::events::EventType;

/// A place in the clause, or a preposition, and the role of what stands there.
pub(in crate::events) type Frame = Vec<(&'static str, &'static str)>;

/// The part of speech of a row's trigger.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::events) enum Part {
    /// Inflected as a verb, on its first word.
    Verb,
    /// Inflected as a noun, on its last word.
    Noun,
    /// As it is written.
    Fixed,
}

impl Part {
    /// Every part, in the order of the enum.
    pub(in crate::events) const ALL: [Self; 3] = [Self::Verb, Self::Noun, Self::Fixed];
}

/// One trigger of one type.
#[derive(Clone, Debug)]
pub(in crate::events) struct Row {
    /// Its dictionary form, in lower case.
    pub(in crate::events) trigger: String,
    /// Its part of speech.
    pub(in crate::events) part: Part,
    /// The type of event that it names.
    pub(in crate::events) kind: EventType,
    /// Which role stands where.
    pub(in crate::events) frame: Frame,
    /// What must hold for it to name such an event.
    pub(in crate::events) conditions: Vec<Condition>,
}

/// The rows of one file.
///
/// # Panics
/// If the file is not written as described; a test reads every file.
pub(super) fn parse(source: &'static str) -> Vec<Row> {
    let (mut rows, mut kind, mut verb, mut noun) = (Vec::new(), None, Frame::new(), Frame::new());
    for line in source.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if let Some(id) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            kind = EventType::all().find(|kind| kind.id() == id);
            assert!(kind.is_some(), "no event type {id}");
            (verb, noun) = (Frame::new(), Frame::new());
        } else if let Some(frame) = line.strip_prefix("verb:") {
            verb = parse_frame(frame);
        } else if let Some(frame) = line.strip_prefix("noun:") {
            noun = parse_frame(frame);
        } else {
            let kind = kind.expect("rows stand under a type");
            rows.extend(parse_row(line, kind, &verb, &noun));
        }
    }
    rows
}

fn parse_row(line: &'static str, kind: EventType, verb: &Frame, noun: &Frame) -> Vec<Row> {
    let mut cells = line.split('|').map(str::trim);
    let trigger = cells.next().expect("a split has a first part");
    let parts = cells.next().expect("a row has a part of speech");
    let changes = parse_frame(cells.next().unwrap_or_default());
    let conditions: Vec<Condition> =
        cells.next().unwrap_or_default().split_whitespace().map(Condition::parse).collect();
    let row = |part: &str| {
        let (part, frame) = match part {
            "v" => (Part::Verb, verb),
            "n" => (Part::Noun, noun),
            "a" => (Part::Fixed, verb),
            other => panic!("no part of speech {other:?} in {line:?}"),
        };
        let mut frame: Frame =
            frame.iter().copied().filter(|(place, _)| !changes.iter().any(|(p, _)| p == place)).collect();
        frame.extend(changes.iter().copied());
        frame.retain(|(_, role)| !role.is_empty());
        Row { trigger: trigger.to_owned(), part, kind, frame, conditions: conditions.clone() }
    };
    parts.split_whitespace().map(row).collect()
}

fn parse_frame(text: &'static str) -> Frame {
    text.split_whitespace().map(|cell| cell.split_once('=').expect("a place has a role")).collect()
}
