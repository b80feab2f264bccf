//! What answers say of an entity's links.

use std::{borrow::Cow, collections::BTreeMap};

use dateline_extract::link::{self, Ranked};

use crate::{
    convert::{keeps, rounded},
    options::{LinkDetail, Options},
    response as wire,
    terms::NilReason,
};

/// The scheme of Wikidata's ids.
const WIKIDATA: &str = "wikidata";

/// The fields of an entity that links fill.
#[derive(Default)]
pub(crate) struct Linked<'a> {
    pub(crate) ids: BTreeMap<&'a str, Cow<'a, str>>,
    pub(crate) link: Option<wire::Link<'a>>,
    pub(crate) nil_reason: Option<NilReason>,
}

/// What an answer says of a link; one below the floor is left out.
pub(crate) fn of<'a>(found: &'a link::Link, options: &Options) -> Linked<'a> {
    if options.link == LinkDetail::Off {
        return Linked::default();
    }
    let kept: Vec<&Ranked> =
        found.chosen.iter().filter(|chosen| keeps(chosen.score, options.min_confidence.links)).collect();
    let Some(first) = kept.first() else {
        let reason = found.nil.unwrap_or(link::NilReason::BelowThreshold);
        return Linked { nil_reason: Some(reason.into()), ..Linked::default() };
    };
    let mut ids = BTreeMap::new();
    // The first base is believed where two name different items.
    for chosen in &kept {
        for (scheme, id) in ids_of(chosen) {
            ids.entry(scheme).or_insert(id);
        }
    }
    let candidates = || found.candidates.iter().map(candidate).collect();
    let link = wire::Link {
        source: &first.base,
        score: rounded(first.score),
        name: &first.name,
        description: described(first),
        candidates: (options.link == LinkDetail::Full).then(candidates),
    };
    Linked { ids, link: Some(link), nil_reason: None }
}

fn ids_of(ranked: &Ranked) -> BTreeMap<&str, Cow<'_, str>> {
    let mut ids = BTreeMap::from([(ranked.base.as_str(), Cow::Borrowed(ranked.id.as_str()))]);
    if let Some(item) = ranked.wikidata {
        ids.entry(WIKIDATA).or_insert_with(|| Cow::Owned(format!("Q{item}")));
    }
    ids
}

fn candidate(ranked: &Ranked) -> wire::LinkCandidate<'_> {
    wire::LinkCandidate {
        ids: ids_of(ranked),
        name: &ranked.name,
        description: described(ranked),
        score: rounded(ranked.score),
    }
}

fn described(ranked: &Ranked) -> Option<&str> {
    Some(ranked.description.as_str()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranked(base: &str, id: &str, wikidata: Option<u32>, score: f32) -> Ranked {
        Ranked {
            base: base.to_owned(),
            id: id.to_owned(),
            wikidata,
            name: "Jane Roe".to_owned(),
            description: String::new(),
            score,
        }
    }

    fn options(link: LinkDetail, floor: f64) -> Options {
        let mut options = Options { link, ..Options::default() };
        options.min_confidence.links = floor;
        options
    }

    #[test]
    fn every_base_gives_its_id_and_the_first_its_name() {
        let chosen = vec![ranked("known", "cms:17", None, 0.8), ranked("wikidata", "Q42", Some(42), 0.9)];
        let link = link::Link { candidates: chosen.clone(), chosen, nil: None };
        let linked = of(&link, &options(LinkDetail::Precise, 0.0));
        let ids: Vec<_> = linked.ids.iter().map(|(scheme, id)| (*scheme, id.as_ref())).collect();
        assert_eq!(ids, [("known", "cms:17"), ("wikidata", "Q42")]);
        let shown = linked.link.expect("it is linked");
        assert_eq!((shown.source, shown.description, shown.candidates), ("known", None, None));
        assert_eq!(
            of(&link, &options(LinkDetail::Full, 0.0)).link.and_then(|link| link.candidates).map(|c| c.len()),
            Some(2)
        );
    }

    #[test]
    fn a_floor_and_the_switch_leave_links_out() {
        let chosen = vec![ranked("wikidata", "Q42", Some(42), 0.6)];
        let link = link::Link { candidates: chosen.clone(), chosen, nil: None };
        let below = of(&link, &options(LinkDetail::Precise, 0.9));
        assert_eq!((below.ids.len(), below.nil_reason), (0, Some(NilReason::BelowThreshold)));
        let off = of(&link, &options(LinkDetail::Off, 0.0));
        assert_eq!((off.ids.len(), off.link, off.nil_reason), (0, None, None));
    }
}
