//! The least confidence of a finding: a floor for each kind.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::Value;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        Ref, RefOr, Schema, Type,
        schema::{AdditionalProperties, Object, ObjectBuilder, OneOfBuilder, SchemaType},
    },
};

use crate::fields::{Confidence, Fault, Fields, FromValue};

/// The least confidence of each kind of finding.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, ToSchema)]
pub struct Floors {
    /// Of entities and their mentions.
    #[schema(minimum = 0, maximum = 1)]
    pub entities: f64,
    /// Of quotes.
    #[schema(minimum = 0, maximum = 1)]
    pub quotes: f64,
    /// Of speakers: that of quotes where the request sets one.
    #[serde(skip)]
    pub(crate) speakers: f64,
    /// Of events.
    #[schema(minimum = 0, maximum = 1)]
    pub events: f64,
    /// Of the arguments of events, and of their times and places.
    #[schema(minimum = 0, maximum = 1)]
    pub arguments: f64,
    /// Of time expressions.
    #[schema(minimum = 0, maximum = 1)]
    pub times: f64,
    /// Of links to a knowledge base.
    #[schema(minimum = 0, maximum = 1)]
    pub links: f64,
}

impl Default for Floors {
    /// Chosen on measured precision; `docs/confidence.md` has the tables. Speakers have no floor by default: those whose
    /// confidence is low are right more often than it says.
    fn default() -> Self {
        Self { entities: 0.6, quotes: 0.6, speakers: 0.0, events: 0.4, arguments: 0.3, times: 0.0, links: 0.0 }
    }
}

impl Floors {
    /// One floor for all kinds.
    #[must_use]
    pub fn all(floor: f64) -> Self {
        Self {
            entities: floor,
            quotes: floor,
            speakers: floor,
            events: floor,
            arguments: floor,
            times: floor,
            links: floor,
        }
    }

    /// Reads a number, or an object with a number for each kind.
    pub(crate) fn read(value: Value, pointer: &str, faults: &mut Vec<Fault>) -> Self {
        if !value.is_object() {
            let floor = Confidence::from_value(value);
            if floor.is_none() {
                let detail = "must be a number from 0 to 1, or an object of such numbers by kind of finding";
                faults.push(Fault::invalid(pointer, detail));
            }
            return floor.map_or_else(Self::default, |Confidence(floor)| Self::all(floor));
        }
        let mut fields = Fields::new(value, &format!("{pointer}/"), faults);
        let mut floor = |name| fields.optional(name).map(|Confidence(floor)| floor);
        let defaults = Self::default();
        let quotes = floor("quotes");
        let floors = Self {
            entities: floor("entities").unwrap_or(defaults.entities),
            quotes: quotes.unwrap_or(defaults.quotes),
            speakers: quotes.unwrap_or(defaults.speakers),
            events: floor("events").unwrap_or(defaults.events),
            arguments: floor("arguments").unwrap_or(defaults.arguments),
            times: floor("times").unwrap_or(defaults.times),
            links: floor("links").unwrap_or(defaults.links),
        };
        fields.finish();
        floors
    }
}

/// How callers write floors: a number for all kinds, or an object by kind.
pub(crate) struct MinConfidence;

/// The object by kind.
struct MinConfidenceByKind;

fn floor(schema_type: impl Into<SchemaType>, description: &str) -> Object {
    ObjectBuilder::new()
        .schema_type(schema_type)
        .minimum(Some(0))
        .maximum(Some(1))
        .description(Some(description))
        .build()
}

impl PartialSchema for MinConfidence {
    fn schema() -> RefOr<Schema> {
        OneOfBuilder::new()
            .item(floor(Type::Number, "The floor of every kind of finding."))
            .item(Ref::from_schema_name(MinConfidenceByKind::name()))
            .description(Some("Least confidence: a number for all findings, or an object by kind of finding."))
            .into()
    }
}

impl ToSchema for MinConfidence {
    fn name() -> Cow<'static, str> {
        "MinConfidence".into()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        schemas.push((MinConfidenceByKind::name().into(), MinConfidenceByKind::schema()));
    }
}

impl PartialSchema for MinConfidenceByKind {
    fn schema() -> RefOr<Schema> {
        let kinds = [
            ("entities", "The floor of entities and their mentions."),
            ("quotes", "The floor of quotes, and of their speakers where it is set."),
            ("events", "The floor of events."),
            ("arguments", "The floor of the arguments of events, and of their times and places."),
            ("times", "The floor of time expressions."),
            ("links", "The floor of links to a knowledge base."),
        ];
        let object = ObjectBuilder::new()
            .description(Some("Least confidence by kind of finding; a kind that is missing or null has its default."))
            .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(false)));
        // As everywhere, null says the same as no member.
        let floor = |text| floor(SchemaType::from_iter([Type::Number, Type::Null]), text);
        kinds.into_iter().fold(object, |object, (kind, text)| object.property(kind, floor(text))).into()
    }
}

impl ToSchema for MinConfidenceByKind {
    fn name() -> Cow<'static, str> {
        "MinConfidenceByKind".into()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn floors_are_a_number_or_an_object() {
        let read = |value| {
            let mut faults = Vec::new();
            let floors = Floors::read(value, "/options/min_confidence", &mut faults);
            (floors, faults.len())
        };
        assert_eq!(read(json!(0.5)), (Floors::all(0.5), 0));
        assert_eq!(read(json!({})), (Floors::default(), 0));
        assert_eq!(read(json!({"events": null})), (Floors::default(), 0));
        assert_eq!(read(json!({"events": 1})).0, Floors { events: 1.0, ..Floors::default() });
        assert_eq!(read(json!({"quotes": 0.9})).0, Floors { quotes: 0.9, speakers: 0.9, ..Floors::default() });
        for wrong in [json!("0.5"), json!(1.5), json!([]), json!({"events": "x"}), json!({"event": 0.5})] {
            assert_eq!(read(wrong.clone()).1, 1, "{wrong}");
        }
    }
}
