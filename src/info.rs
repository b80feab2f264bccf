//! What runs here, and what it can do.

use dateline_extract::{
    events::{EventType, EventTypeInfo},
    names::EntityKind,
};
use dateline_wire::{
    LANGUAGES, SERVICE,
    terms::{EntityType, EventTypeId},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    config::Limits,
    model::{Model, Score},
};

/// What runs here, and what it can do.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Info {
    /// The service and its version.
    #[schema(examples("dateline/0.1.0"))]
    service: &'static str,
    /// The models that read articles.
    models: Vec<ModelInfo>,
    /// The languages that are read, as BCP 47 tags.
    #[schema(examples(json!(["en"])))]
    languages: &'static [&'static str],
    /// The types of entities.
    entity_types: Vec<EntityType>,
    /// The types of events.
    event_types: Vec<EventTypeDescription>,
    /// The limits in force.
    limits: Limits,
}

/// A model that reads articles.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ModelInfo {
    /// Its name and version, as in the answers' `meta`.
    #[schema(examples("en-news/1.0.0"))]
    id: String,
    /// SHA-256 of its network, in hexadecimal; `null` where rules decide alone.
    #[schema(required = true)]
    sha256: Option<String>,
    /// How it works.
    description: &'static str,
    /// Its licence, as an SPDX expression.
    #[schema(examples("Apache-2.0"))]
    licence: &'static str,
    /// What it was measured to do, on corpora that it did not learn from.
    scores: Vec<Score>,
}

/// A type of events, and its nearest names elsewhere.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventTypeDescription {
    /// The id that events carry.
    id: EventTypeId,
    /// What it covers.
    description: &'static str,
    /// Roles that its arguments can have. Place and time are fields of the event.
    roles: &'static [&'static str],
    /// Nearest names in PLOVER.
    #[schema(required = true)]
    plover: Option<&'static str>,
    /// Nearest codes in CAMEO.
    #[schema(required = true)]
    cameo: Option<&'static str>,
    /// Nearest types in ACE 2005 or Rich ERE.
    #[schema(required = true)]
    ace: Option<&'static str>,
}

impl Info {
    /// What runs here with this model and these limits.
    #[must_use]
    pub fn new(model: &Model, limits: Limits) -> Self {
        Self {
            service: SERVICE,
            models: vec![ModelInfo {
                id: model.id.clone(),
                sha256: model.sha256.clone(),
                description: match model.sha256 {
                    Some(_) => "one encoder that marks names, references, attributions and events; rules beside it",
                    None => "rules alone",
                },
                licence: env!("CARGO_PKG_LICENSE"),
                scores: model.scores.clone(),
            }],
            languages: LANGUAGES,
            entity_types: EntityKind::ALL.map(EntityType::from).to_vec(),
            event_types: EventType::all().map(EventTypeDescription::from).collect(),
            limits,
        }
    }
}

impl From<EventType> for EventTypeDescription {
    fn from(kind: EventType) -> Self {
        let EventTypeInfo { id, description, roles, plover, cameo, ace } = *kind.info();
        Self { id: EventTypeId(id), description, roles, plover, cameo, ace }
    }
}
