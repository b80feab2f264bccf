//! The sources of quotes as mentions: "the minister" beside a cue is a mention of the speaker.

use super::{Entity, Form, Mention};
use crate::quotes::{self, Quote, Resolution};

/// Adds what the attribution of quotes says of their sources: a source that means an entity is a mention of it, and of no
/// other entity.
pub(crate) fn add(entities: &mut [Entity], quotes: &[Quote]) {
    for quote in quotes {
        let Some((source, speaker)) = quote.source.zip(quote.speaker.as_ref()) else { continue };
        let form = match speaker.resolution {
            Resolution::Pronoun => Form::Pronoun,
            Resolution::Nominal => Form::Nominal,
            Resolution::Named | Resolution::Anonymous | Resolution::Collective => continue,
        };
        let Some(entity) = speaker.entity.map(|id| id.0 as usize) else { continue };
        if entities[entity].mentions.iter().any(|mention| mention.span.overlaps(source)) {
            continue;
        }
        for other in entities.iter_mut() {
            other.mentions.retain(|mention| mention.form == Form::Name || mention.span != source);
        }
        let mentions = &mut entities[entity].mentions;
        let at = mentions.partition_point(|mention| mention.span < source);
        let confidence = quotes::confidence_of(speaker.resolution);
        mentions.insert(at, Mention { span: source, form, confidence, evidence: speaker.evidence.clone() });
    }
}
