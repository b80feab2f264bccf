//! How far a trigger can be trusted.

use std::sync::LazyLock;

use dateline_lexicon::Part;

use super::{EventType, triggers::Trigger};
use crate::calibration::Shares;

static PRECISION: LazyLock<Shares> = LazyLock::new(|| {
    let types: Vec<&str> = EventType::all().map(EventType::id).collect();
    Shares::released("event_types", &types)
});

/// The name of the rule that found a trigger.
pub(super) fn rule(trigger: &Trigger) -> &'static str {
    match (trigger.row.part, trigger.units.len() > 1, trigger.row.conditions.is_empty()) {
        (_, true, _) => "trigger-phrase",
        (Part::Verb, false, true) => "trigger-verb",
        (Part::Verb, false, false) => "trigger-verb-conditioned",
        (Part::Noun, false, true) => "trigger-noun",
        (Part::Noun, false, false) => "trigger-noun-conditioned",
        (Part::Fixed, false, _) => "trigger-form",
    }
}

/// How far a trigger can be trusted: the precision of its type's rows, `event_types` in `calibration.json`, and half-way to
/// it the encoder's probability.
pub(super) fn of(trigger: &Trigger) -> f32 {
    let precision = PRECISION.of(trigger.kind.id());
    trigger.probability.map_or(precision, |probability| (precision + probability) / 2.0)
}
