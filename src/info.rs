//! What runs here, and what it can do.

use dateline_extract::{
    events::{EventType, EventTypeInfo},
    names::EntityKind,
};
use dateline_kb::Kb;
use dateline_wire::{
    Floors, LANGUAGES, SERVICE,
    terms::{EntityType, EventTypeId},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    config::Limits,
    knowledge,
    model::{Model, Score},
};

/// What runs here, and what it can do.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Info {
    /// Name and version of the service.
    #[schema(examples("dateline/0.2.0"))]
    service: &'static str,
    /// The models in use.
    models: Vec<ModelInfo>,
    /// The knowledge bases that entities are linked to, in the order of look-up.
    knowledge_bases: Vec<KnowledgeBaseInfo>,
    /// The supported languages, as BCP 47 tags.
    languages: &'static [&'static str],
    /// The types of entities.
    entity_types: Vec<EntityType>,
    /// The types of events.
    event_types: Vec<EventTypeDescription>,
    /// The least confidence of each kind of finding where a request does not choose its own.
    default_min_confidence: Floors,
    /// The limits in force.
    limits: Limits,
}

/// A model that reads articles.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ModelInfo {
    /// Name and version of the model, as in the `meta` of answers.
    #[schema(examples("en-news/1.0.0"))]
    id: String,
    /// SHA-256 of the model file, in hexadecimal; null where rules are used without a model.
    #[schema(required = true)]
    sha256: Option<String>,
    /// How the model works.
    description: &'static str,
    /// Licence of the model, as an SPDX expression.
    #[schema(examples("Apache-2.0"))]
    licence: &'static str,
    /// Published scores on corpora that the model was not trained on.
    scores: Vec<Score>,
}

/// A knowledge base that entities are linked to.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct KnowledgeBaseInfo {
    /// Name and version of the base, as in the `meta` of answers.
    #[schema(examples("wikidata/2026-11-30"))]
    id: String,
    /// The scheme of its ids in `ids`.
    #[schema(examples("wikidata"))]
    name: String,
    /// SHA-256 of the file, in hexadecimal.
    sha256: String,
    /// The date of its data; null for a base of the operator's own.
    #[schema(required = true)]
    date: Option<String>,
    /// Number of entities.
    entities: u32,
    /// Number of distinct names.
    names: usize,
    /// The licences of its entities, as SPDX expressions.
    licences: Vec<String>,
    /// Where its entities came from.
    sources: Vec<KnowledgeBaseSource>,
}

/// A source of a knowledge base.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct KnowledgeBaseSource {
    /// Its name.
    name: String,
    /// Its licence, as an SPDX expression.
    licence: String,
    /// Number of entities with data from this source.
    entities: u32,
}

impl From<&Kb> for KnowledgeBaseInfo {
    fn from(kb: &Kb) -> Self {
        let meta = kb.meta();
        let source = |source: &dateline_kb::Source| KnowledgeBaseSource {
            name: source.name.clone(),
            licence: source.licence.clone(),
            entities: source.entities,
        };
        Self {
            id: knowledge::version(kb),
            name: meta.name.clone(),
            sha256: kb.sha256(),
            date: knowledge::date(kb),
            entities: kb.len(),
            names: kb.keys_len(),
            licences: meta.licences.clone(),
            sources: meta.sources.iter().map(source).collect(),
        }
    }
}

/// A type of events, and its nearest names elsewhere.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct EventTypeDescription {
    /// The id, as in `type` of events.
    id: EventTypeId,
    /// What the type covers.
    description: &'static str,
    /// The roles that arguments of these events can have. Place and time are fields of the event.
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
                    None => "rules only",
                },
                licence: env!("CARGO_PKG_LICENSE"),
                scores: model.scores.clone(),
            }],
            knowledge_bases: model
                .pipeline
                .linker()
                .map(|linker| linker.bases().iter().map(|base| KnowledgeBaseInfo::from(&**base)).collect())
                .unwrap_or_default(),
            languages: LANGUAGES,
            entity_types: EntityKind::ALL.map(EntityType::from).to_vec(),
            event_types: EventType::all().map(EventTypeDescription::from).collect(),
            default_min_confidence: Floors::default(),
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
