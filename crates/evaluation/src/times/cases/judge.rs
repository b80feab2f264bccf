//! Whether what was found is what a case expects.

mod bounds;
mod duckling;
mod microsoft;
mod values;

use jiff::civil::DateTime;

use self::values::same_value;
use super::{super::corpora::Found, Expected};

/// When a case is spoken.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reference {
    /// In the speaker's zone.
    pub(super) moment: DateTime,
    /// Minutes of that zone from UTC.
    pub(super) offset: i32,
}

/// Whether a case passes.
pub(super) fn passes(source: &str, expected: &[Expected], found: &[Found], reference: Option<Reference>) -> bool {
    if expected.is_empty() {
        return found.is_empty();
    }
    expected.iter().all(|expected| {
        let inside: Vec<&Found> =
            found.iter().filter(|f| f.span.0 < expected.end && expected.start < f.span.1).collect();
        !inside.is_empty()
            && match source {
                "microsoft" => microsoft::same(expected, without_day(&inside), reference),
                "duckling" => duckling::same(expected, without_day(&inside), reference),
                _ => sutime(expected, &inside),
            }
    })
}

/// The ends of a range of times of day without the day of both that stands beside them: "Tuesday from 2 to 3 p.m." is
/// three expressions of TIMEX3.
fn without_day<'a, 'b>(found: &'a [&'b Found]) -> &'a [&'b Found] {
    let is_day_of = |day: &Found, time: &Found| {
        let (day, time) = (day.value.as_deref().unwrap_or_default(), time.value.as_deref().unwrap_or_default());
        day.len() == "2025-03-18".len() && time.strip_prefix(day).is_some_and(|rest| rest.starts_with('T'))
    };
    match found {
        [day, time, _, rest @ ..] if rest.is_empty() && is_day_of(day, time) => &found[1..],
        [_, time, day] if is_day_of(day, time) => &found[..2],
        _ => found,
    }
}

fn sutime(expected: &Expected, found: &[&Found]) -> bool {
    let Some(want) = expected.value.as_str() else { return true };
    // SUTime writes a zone's offset into the value.
    let bare = want.split_once('T').map_or(want, |(_, clock)| {
        let cut = clock.find(['+', '-']).map_or(clock.len(), |at| at);
        &want[..want.len() - clock.len() + cut]
    });
    found.iter().any(|f| f.value.as_deref().is_some_and(|v| same_value(v, bare)))
}
