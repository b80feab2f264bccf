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
                "microsoft" => microsoft::same(expected, &inside, reference),
                "duckling" => duckling::same(expected, &inside, reference),
                _ => sutime(expected, &inside),
            }
    })
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
