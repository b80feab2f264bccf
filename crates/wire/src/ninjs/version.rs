//! Which version of ninjs an item is in.

use serde_json::Value;

/// A major version of ninjs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// `headline`, `body_html` or `body_text`, and lists named in the singular; Superdesk writes this one.
    One,
    /// `headlines` and `bodies`, and lists named in the plural.
    Two,
    /// As [`Version::Two`], with names in camel case.
    Three,
}

impl Version {
    /// The version that the item states in `standard`, or else the one whose names it uses.
    pub(super) fn of(item: &Value) -> Self {
        let stated = ["standard", "$standard"].iter().find_map(|name| item.get(name)?.get("version")?.as_str());
        let has = |names: &[&str]| names.iter().any(|name| item.get(name).is_some());
        match stated.and_then(|version| version.split('.').next()) {
            Some("1") => Self::One,
            Some("2") => Self::Two,
            Some("3") => Self::Three,
            _ if has(&["versionCreated", "firstCreated", "contentCreated", "pubStatus", "representationType"]) => {
                Self::Three
            }
            _ if has_in_bodies(item, "contentType") => Self::Three,
            _ if has(&["bodies", "headlines"]) => Self::Two,
            _ => Self::One,
        }
    }

    /// The names of the lists of people, organisations, places, events and objects.
    pub(super) fn lists(self) -> [&'static str; 5] {
        match self {
            Self::One => ["person", "organisation", "place", "event", "object"],
            Self::Two | Self::Three => ["people", "organisations", "places", "events", "objects"],
        }
    }
}

fn has_in_bodies(item: &Value, name: &str) -> bool {
    let bodies = item.get("bodies").and_then(Value::as_array);
    bodies.is_some_and(|bodies| bodies.iter().any(|body| body.get(name).is_some()))
}
