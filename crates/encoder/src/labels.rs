//! The model's own description: its outputs, their labels, and the temperatures that calibrate them.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::{
    LoadError,
    encoding::Head,
    link::{DistanceBias, Link},
};

/// `labels.json` as the training recipe writes it.
#[derive(Deserialize)]
pub(crate) struct Labels {
    id: String,
    outputs: BTreeMap<String, usize>,
    taggers: BTreeMap<String, Vec<String>>,
    links: BTreeMap<String, DistanceBias>,
    slots: Vec<String>,
    event_roles: BTreeMap<String, BTreeMap<String, String>>,
    #[serde(default)]
    temperature: BTreeMap<String, f32>,
}

/// The name of the link from triggers to arguments.
const ARGUMENT: &str = "argument";

impl Labels {
    pub(crate) fn parse(json: &[u8]) -> Result<Self, LoadError> {
        let labels: Self = serde_json::from_slice(json).map_err(|error| LoadError::Labels(error.to_string()))?;
        for head in Head::ALL {
            let width = labels.outputs.get(head.name()).copied();
            let named = labels.taggers.get(head.name()).map(Vec::len);
            if width.is_none() && head.required()
                || width.is_some() && named.is_some_and(|labels| Some(labels) != width)
            {
                return Err(LoadError::Labels(format!("the output `{}` is missing or of another size", head.name())));
            }
        }
        let required = Link::ALL.into_iter().filter(|link| link.required());
        let links = required.map(Link::name).chain([ARGUMENT]);
        if let Some(link) = links.into_iter().find(|link| !labels.links.contains_key(*link)) {
            return Err(LoadError::Labels(format!("the link `{link}` is missing")));
        }
        // The first slot is "none", which has no query.
        let slots = labels.slots.len().saturating_sub(1);
        if labels.width(Head::ArgumentQuery) != slots * labels.width(Head::ArgumentKey)
            || labels.width(Head::ArgumentQuery) == 0
        {
            return Err(LoadError::Labels("the argument queries do not fit the slots".into()));
        }
        Ok(labels)
    }

    /// Name and version of the model.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// Values per word of an output; 0 where the model lacks it.
    pub(crate) fn width(&self, head: Head) -> usize {
        self.outputs.get(head.name()).copied().unwrap_or(0)
    }

    /// The label of each value of an output, in order; none for query and key vectors.
    pub(crate) fn of(&self, head: Head) -> &[String] {
        self.taggers.get(head.name()).map_or(&[], Vec::as_slice)
    }

    /// The constants of a link.
    pub(crate) fn price(&self, link: Link) -> DistanceBias {
        self.links.get(link.name()).copied().unwrap_or_default()
    }

    /// Whether the model was trained with a link.
    pub(crate) fn links(&self, link: Link) -> bool {
        self.links.contains_key(link.name())
    }

    /// The constants of arguments.
    pub(crate) fn argument_price(&self) -> DistanceBias {
        self.links[ARGUMENT]
    }

    /// The slots of a trigger that have a query, in order.
    pub(crate) fn slots(&self) -> &[String] {
        self.slots.get(1..).unwrap_or_default()
    }

    /// The role that a slot stands for in events of a type.
    pub(crate) fn role(&self, event_type: &str, slot: &str) -> Option<&str> {
        self.event_roles.get(event_type)?.get(slot).map(String::as_str)
    }

    /// By what the scores are divided so that their softmax is calibrated.
    pub(crate) fn temperature(&self, head: Head) -> f32 {
        self.temperature.get(head.name()).copied().unwrap_or(1.0)
    }
}
