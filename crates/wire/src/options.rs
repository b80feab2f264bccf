//! What a caller asks to be answered, and how.

use serde_json::Value;
use utoipa::ToSchema;

use crate::{
    fields::{Fault, Fields, FromValue},
    min_confidence::{Floors, MinConfidence},
    terms::described,
};

macro_rules! choices {
    ($($(#[doc = $enum_doc:literal])* $name:ident { $($(#[doc = $doc:literal])* $variant:ident = $wire:literal,)* })*) => {
        described! {
            $($(#[doc = $enum_doc])* $name { $($(#[doc = $doc])* $variant,)* })*
        }

        $(impl FromValue for $name {
            fn expected() -> String {
                match Self::choices() {
                    [only] => format!("{only:?}"),
                    several => format!("one of {}", several.join(", ")),
                }
            }

            fn choices() -> &'static [&'static str] {
                &[$($wire),*]
            }

            fn from_value(value: Value) -> Option<Self> {
                match value.as_str()? {
                    $($wire => Some(Self::$variant),)*
                    _ => None,
                }
            }
        })*
    };
}

choices! {
    /// A list of findings.
    Layer {
        /// People, organisations, places and other things that the article names.
        Entities = "entities",
        /// Quotations and reported statements with their speakers.
        Quotes = "quotes",
        /// Events with participants, time, place and factuality.
        Events = "events",
        /// Time expressions with their values.
        Times = "times",
    }

    /// The unit of offsets.
    OffsetUnit {
        /// Unicode code points, as in W3C annotations and Python.
        CodePoint = "code_point",
        /// UTF-16 code units, as in JavaScript, Java and C#.
        Utf16 = "utf16",
        /// UTF-8 bytes, as in Rust and Go.
        Utf8 = "utf8",
        /// Code points, and each span also has `offsets` in all three units.
        All = "all",
    }

    /// Which attributions count as quotes.
    Attributions {
        /// What somebody said or wrote.
        Speech = "speech",
        /// Beliefs and intentions too, with contents by the convention of PARC: an introducing "that" belongs to the
        /// content, one cue makes one quote, and "who" is the source in "Roe, who said".
        All = "all",
    }

    /// How entities are linked to knowledge bases.
    LinkDetail {
        /// They are not linked.
        Off = "off",
        /// An entity gets a link where one is likely enough.
        Precise = "precise",
        /// The same, and up to five candidates.
        Full = "full",
    }

    /// How title, abstract and body are written.
    BodyType {
        /// Plain text; a line is a paragraph.
        Text = "text",
        /// HTML: a document, or a part of one. Offsets refer to the HTML as sent.
        Html = "html",
    }
}

/// What to answer, and how. Unknown options are rejected; null counts as absent.
#[derive(Clone, Debug, PartialEq, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// The lists to fill; the others are empty. All lists by default.
    #[schema(required = false, nullable, default = json!(["entities", "quotes", "events", "times"]))]
    pub include: Vec<Layer>,
    /// The unit of all offsets.
    #[schema(required = false, nullable, default = "code_point")]
    pub offset_unit: OffsetUnit,
    /// How entities are linked to knowledge bases.
    #[schema(required = false, nullable, default = "precise")]
    pub link: LinkDetail,
    /// Which attributions count as quotes.
    #[schema(required = false, nullable, default = "speech")]
    pub attributions: Attributions,
    /// Least confidence, as a number for all findings or an object by kind of finding. What is below its floor is left out,
    /// and references to it are null. `GET /v1/info` shows the defaults.
    #[schema(value_type = Option<MinConfidence>, required = false)]
    pub min_confidence: Floors,
    /// Whether findings name the rule that decided on them, and the spans that it saw.
    #[schema(required = false, nullable, default = false)]
    pub evidence: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            include: vec![Layer::Entities, Layer::Quotes, Layer::Events, Layer::Times],
            offset_unit: OffsetUnit::CodePoint,
            link: LinkDetail::Precise,
            attributions: Attributions::Speech,
            min_confidence: Floors::default(),
            evidence: false,
        }
    }
}

impl Options {
    /// The names of the options.
    pub(crate) const NAMES: &[&str] = &["include", "offset_unit", "link", "attributions", "min_confidence", "evidence"];

    /// Reads the object at `prefix`.
    pub(crate) fn read(value: Value, prefix: &str, faults: &mut Vec<Fault>) -> Self {
        let defaults = Self::default();
        let mut fields = Fields::new(value, prefix, faults);
        let include = fields.list("include").map(distinct).unwrap_or(defaults.include);
        let offset_unit = fields.optional("offset_unit").unwrap_or(defaults.offset_unit);
        let link = fields.optional("link").unwrap_or(defaults.link);
        let attributions = fields.optional("attributions").unwrap_or(defaults.attributions);
        let min_confidence = fields.take("min_confidence");
        let evidence = fields.optional("evidence").unwrap_or(defaults.evidence);
        fields.finish();
        let min_confidence =
            min_confidence.map(|value| Floors::read(value, &format!("{prefix}min_confidence"), faults));
        Self {
            include,
            offset_unit,
            link,
            attributions,
            min_confidence: min_confidence.unwrap_or(defaults.min_confidence),
            evidence,
        }
    }
}

/// The lists, each once, in the order in which they are asked for.
pub(crate) fn distinct(layers: Vec<Layer>) -> Vec<Layer> {
    layers.into_iter().fold(Vec::new(), |mut kept, layer| {
        if !kept.contains(&layer) {
            kept.push(layer);
        }
        kept
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read<T: FromValue>(word: &str) -> Option<T> {
        T::from_value(word.into())
    }

    #[test]
    fn choices_are_written_as_they_are_read() {
        for unit in [OffsetUnit::CodePoint, OffsetUnit::Utf16, OffsetUnit::Utf8, OffsetUnit::All] {
            assert_eq!(read(serde_json::to_value(unit).unwrap().as_str().unwrap()), Some(unit));
        }
        for layer in Options::default().include {
            assert_eq!(read(serde_json::to_value(layer).unwrap().as_str().unwrap()), Some(layer));
        }
        for choice in [Attributions::Speech, Attributions::All] {
            assert_eq!(read(serde_json::to_value(choice).unwrap().as_str().unwrap()), Some(choice));
        }
    }
}
