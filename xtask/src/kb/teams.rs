//! Places whose name means their team in sport: "Springfield" for the Springfield Lions.

use std::collections::{BTreeMap, BTreeSet};

use dateline_kb::{Kind, NameKind};

use super::draft::Draft;

/// Ends of teams' names that are no nicknames.
const GENERIC: &[&str] = &[
    "united",
    "city",
    "town",
    "rovers",
    "athletic",
    "fc",
    "f.c.",
    "team",
    "club",
    "county",
    "wanderers",
    "albion",
    "hotspur",
    "sport",
    "sports",
    "football",
    "union",
    "association",
    "league",
];

/// Adds the place that a team's name begins with as a short name of the team.
pub(super) fn add(drafts: &mut BTreeMap<u32, Draft>) {
    let is_place = |kind| matches!(kind, Kind::Country | Kind::Settlement | Kind::Region);
    let places: BTreeSet<String> = drafts
        .values()
        .filter(|draft| is_place(draft.kind_of()) && draft.prior >= PLACE_PRIOR_MIN)
        .flat_map(|draft| {
            draft
                .all_names()
                .map(|name| name.split(", ").next().unwrap_or(name).to_lowercase())
                .filter(|name| name.chars().count() > 3)
                .collect::<Vec<_>>()
        })
        .collect();
    for draft in drafts.values_mut().filter(|draft| draft.kind_of() == Kind::Team) {
        let label = draft.label().to_owned();
        let ends = label.match_indices(' ').map(|(at, _)| at);
        if let Some(place) = ends.rev().map(|at| &label[..at]).find(|start| places.contains(&start.to_lowercase())) {
            draft.alias(place, NameKind::Short);
            let nickname = label[place.len()..].trim();
            if !GENERIC.iter().any(|generic| nickname.to_lowercase().ends_with(generic)) && nickname.len() > 3 {
                draft.alias(nickname, NameKind::Short);
            }
        }
    }
}

/// Least prior of a place after which teams are called.
const PLACE_PRIOR_MIN: f32 = 3.0;
