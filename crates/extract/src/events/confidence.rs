//! How far a trigger can be trusted.

use dateline_lexicon::Part;

use super::{EventType, triggers::Trigger};

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

/// Precision of the lexicon's triggers by type of event, in the order of the ontology, on the training split of the
/// newsroom articles: the share that the annotators mark with the same type, drawn towards the precision over all
/// types (0.74) by five imagined triggers, for some types have few.
const PRECISION: &[(EventType, f32)] = &[
    (EventType::ConflictAttack, 0.73),
    (EventType::ConflictProtest, 0.83),
    (EventType::ConflictMobilize, 0.76),
    (EventType::ConflictTruce, 0.81),
    (EventType::PoliticsElection, 0.64),
    (EventType::PoliticsPolicy, 0.69),
    (EventType::DiplomacyMeeting, 0.84),
    (EventType::DiplomacyAgreement, 0.75),
    (EventType::DiplomacySanction, 0.93),
    (EventType::DiplomacyAid, 0.67),
    (EventType::DiplomacyThreat, 0.74),
    (EventType::StatementAnnounce, 0.67),
    (EventType::StatementAccuse, 0.81),
    (EventType::StatementDemand, 0.74),
    (EventType::StatementReject, 0.80),
    (EventType::JusticeCrime, 0.68),
    (EventType::JusticeInvestigate, 0.80),
    (EventType::JusticeArrest, 0.86),
    (EventType::JusticeCharge, 0.83),
    (EventType::JusticeTrial, 0.81),
    (EventType::JusticeVerdict, 0.71),
    (EventType::JusticeRelease, 0.84),
    (EventType::BusinessAcquisition, 0.78),
    (EventType::BusinessTransaction, 0.58),
    (EventType::BusinessResults, 0.77),
    (EventType::BusinessOrgStart, 0.80),
    (EventType::BusinessOrgEnd, 0.71),
    (EventType::BusinessProduct, 0.64),
    (EventType::PersonnelStart, 0.80),
    (EventType::PersonnelEnd, 0.89),
    (EventType::LifeDie, 0.86),
    (EventType::LifeInjure, 0.65),
    (EventType::LifeFamily, 0.71),
    (EventType::DisasterNatural, 0.69),
    (EventType::DisasterAccident, 0.80),
    (EventType::DisasterDamage, 0.69),
    (EventType::DisasterResponse, 0.75),
    (EventType::HealthOutbreak, 0.88),
    (EventType::HealthTreatment, 0.84),
    (EventType::SportsMatch, 0.65),
    (EventType::CultureEvent, 0.62),
    (EventType::CultureAward, 0.73),
    (EventType::ScienceDiscovery, 0.53),
    (EventType::CyberAttack, 0.85),
    (EventType::CyberVulnerability, 0.81),
    (EventType::MovementTravel, 0.71),
];

/// How far a trigger can be trusted: the precision of its type's rows, and half-way to it the encoder's probability.
pub(super) fn of(trigger: &Trigger) -> f32 {
    let precision = PRECISION[trigger.kind as usize].1;
    trigger.probability.map_or(precision, |probability| (precision + probability) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_ontology() {
        let kinds: Vec<EventType> = PRECISION.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, EventType::all().collect::<Vec<_>>());
    }
}
