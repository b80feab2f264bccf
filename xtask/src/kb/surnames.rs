//! Surnames that mean one person alone.

use std::collections::{BTreeMap, BTreeSet};

use dateline_gazetteer::{Kind as Known, Prominence, lookup};
use dateline_kb::{Kind, NameKind};

use super::draft::Draft;

/// Least share of the prior of all who bear the surname.
const SHARE_MIN: f32 = 0.9;
/// Least prior of somebody who is called by the surname alone.
const PRIOR_MIN: f32 = 5.5;
/// A surname as frequent as this in the United States has bearers that no table lists.
fn is_frequent(prominence: Prominence) -> bool {
    prominence >= Prominence::of_population(50_000)
}

/// Adds the surname to those who have nearly all of its prior.
pub(super) fn add(drafts: &mut BTreeMap<u32, Draft>) {
    let mut bearers: BTreeMap<String, Vec<(u32, f32)>> = BTreeMap::new();
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for (&item, draft) in drafts.iter() {
        if draft.kind_of() == Kind::Person {
            if let Some((_, surname)) = draft.label().rsplit_once(' ') {
                bearers.entry(surname.to_owned()).or_default().push((item, draft.prior));
            }
        } else {
            taken.extend(draft.all_names().filter(|name| !name.contains(' ')).map(str::to_owned));
        }
    }
    for (surname, bearers) in bearers {
        let total: f32 = bearers.iter().map(|&(_, prior)| prior.exp()).sum();
        let Some(&(item, prior)) = bearers.iter().max_by(|a, b| a.1.total_cmp(&b.1)) else { continue };
        let known = lookup(&surname);
        let common = known.is_some_and(|entry| {
            !entry.is(Known::Person)
                && (entry.is(Known::FirstName)
                    || entry.is_place()
                    || entry.is_common_word()
                    || entry.is(Known::Surname) && is_frequent(entry.prominence()))
        });
        if prior >= PRIOR_MIN
            && prior.exp() / total >= SHARE_MIN
            && !common
            && !taken.contains(&surname)
            && surname.chars().count() > 3
        {
            drafts.entry(item).and_modify(|draft| draft.alias(&surname, NameKind::Surname));
        }
    }
}
