//! How widely known an entity is, from whatever was counted of it: sitelinks, page views, inhabitants, positions.
//!
//! The scale is the natural logarithm of monthly views of the English article, less four, from 0 to 12. Where views
//! were not counted, the other counts are put on that scale by what both say of the same entities.

use dateline_kb::{Kind, Position};

/// Least prior of an entity that is kept.
pub(super) const PRIOR_MIN: f32 = 0.0;

/// What was counted of an entity.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Counts {
    pub(super) views: Option<f32>,
    pub(super) sitelinks: Option<f32>,
    pub(super) inhabitants: Option<f32>,
    /// What belonging to a list alone says.
    pub(super) floor: f32,
}

impl Counts {
    pub(super) fn prior(self, kind: Kind, lists: u32) -> f32 {
        let views = self.views.map(|views| views.max(1.0).ln() - 4.0);
        let sitelinks = self.sitelinks.map(|links| 1.6 * links.max(1.0).ln() + 0.5);
        let region = if kind == Kind::Region { 0.7 } else { 0.0 };
        let inhabitants = self.inhabitants.map(|count| 0.75 * count.max(1.0).ln() - 3.5 - region);
        let counted = [views, sitelinks, inhabitants].into_iter().flatten().fold(self.floor, f32::max);
        (counted + 0.3 * lists.saturating_sub(1) as f32).clamp(0.0, 12.0)
    }

    pub(super) fn at_least(&mut self, floor: f32) {
        self.floor = self.floor.max(floor);
    }
}

/// What positions say: a legislator is known to few abroad, a head of government to many.
pub(super) fn of_positions(positions: &[Position]) -> f32 {
    let highest = positions.iter().map(of_position).fold(0.0, f32::max);
    highest + 0.2 * positions.len().min(4) as f32 + if positions.iter().any(|p| p.until.is_none()) { 0.3 } else { 0.0 }
}

fn of_position(position: &Position) -> f32 {
    let lower = position.title.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let deputy =
        has(&["deputy", "vice", "assistant", "secretary to", "parliamentary", "assembly", "speaker", "senate"]);
    if !deputy
        && (lower.starts_with("president of ")
            || lower.starts_with("prime minister")
            || lower.starts_with("chancellor of germany"))
    {
        // Who holds the office now is in the news everywhere.
        if position.until.is_none() { 5.5 } else { 4.0 }
    } else if has(&["foreign affairs", "minister of defence", "minister of defense", "minister of finance"]) && !deputy
    {
        2.6
    } else if has(&["minister", "secretary of", "governor", "speaker", "president", "vice president"]) {
        2.0
    } else {
        1.2
    }
}
