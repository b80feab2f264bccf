//! How far a rule can be trusted.

use super::{lexicon::Part, triggers::Trigger};

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

/// Precision of each rule on the training split of the newsroom articles: the share of its triggers that the
/// annotators mark with the same type.
const PRECISION: &[(&str, f32)] = &[
    ("trigger-phrase", 0.77),
    ("trigger-verb", 0.77),
    ("trigger-verb-conditioned", 0.71),
    ("trigger-noun", 0.67),
    ("trigger-noun-conditioned", 0.54),
    ("trigger-form", 0.55),
];

/// Precision of the rule that found a trigger.
pub(super) fn of(trigger: &Trigger) -> f32 {
    let name = rule(trigger);
    PRECISION.iter().find(|(rule, _)| *rule == name).map_or(0.5, |(_, precision)| *precision)
}
