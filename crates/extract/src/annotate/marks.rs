//! The findings that are marked in the text.

use dateline_text::{Byte, Span};

use crate::{
    Extraction, WarningCode,
    coref::Form,
    times::{Timex, TimexKind},
};

/// What kind of finding a mark shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Layer {
    Warning,
    Quote,
    Entity,
    Event,
    Time,
}

/// A stretch of text and what is said beneath it.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) span: Span<Byte>,
    pub(super) layer: Layer,
    pub(super) label: String,
}

/// The marks of all findings, in text order; at one place the longer first.
pub(super) fn of(found: &Extraction) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut mark = |span, layer, label| marks.push(Mark { span, layer, label });
    for (number, entity) in (1..).zip(&found.entities) {
        for mention in &entity.mentions {
            let what = match mention.form {
                Form::Name => format!("e{number} {:?}", entity.kind).to_lowercase(),
                Form::Nominal => format!("e{number} nominal"),
                Form::Pronoun => format!("e{number} pronoun"),
            };
            mark(mention.span, Layer::Entity, what);
        }
    }
    for (number, quote) in (1..).zip(&found.quotes) {
        for &content in &quote.content {
            mark(content, Layer::Quote, format!("q{number} {:?}", quote.kind).to_lowercase());
        }
        for cue in quote.cue.as_slice() {
            mark(cue.span, Layer::Quote, format!("q{number} cue"));
        }
        for &source in quote.source.as_slice() {
            mark(source, Layer::Quote, format!("q{number} source"));
        }
    }
    for (number, event) in (1..).zip(&found.events) {
        for &mention in &event.mentions {
            mark(mention, Layer::Event, format!("v{number} {}", event.kind.id()));
        }
    }
    for (number, time) in (1..).zip(&found.times) {
        mark(time.span, Layer::Time, format!("t{number} {}", describe(time)));
    }
    for warning in &found.warnings {
        let label = match warning.code {
            WarningCode::PageFurniture(_) => "! page furniture",
            WarningCode::QuoteUnclosed => "! unclosed",
        };
        mark(warning.span, Layer::Warning, label.to_owned());
    }
    marks.sort_by_key(|mark| (mark.span.start(), std::cmp::Reverse(mark.span.end()), mark.layer));
    marks
}

/// A time's type and value: "date 2025-08-24".
pub(super) fn describe(time: &Timex) -> String {
    let kind = match time.kind {
        TimexKind::Date => "date",
        TimexKind::Time => "time",
        TimexKind::Duration => "duration",
        TimexKind::Set => "set",
    };
    format!("{kind} {}", time.value.as_deref().unwrap_or("?"))
}
