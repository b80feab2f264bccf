//! How sure speakers are, by how the source names them; `speakers` in `calibration.json`.

use std::sync::LazyLock;

use super::Resolution;
use crate::calibration::Shares;

static SHARES: LazyLock<Shares> = LazyLock::new(|| {
    let names = ["named", "pronoun", "nominal", "anonymous", "collective", "without-cue"];
    Shares::released("speakers", &names)
});

/// The measured accuracy of a speaker found in a way.
pub(crate) fn of_speaker(resolution: Resolution) -> f32 {
    let name = match resolution {
        Resolution::Named => "named",
        Resolution::Pronoun => "pronoun",
        Resolution::Nominal => "nominal",
        Resolution::Anonymous => "anonymous",
        Resolution::Collective => "collective",
    };
    SHARES.of(name)
}

/// What remains of a speaker's accuracy for speech without a cue, which goes on from a quote beside it or follows the
/// sentence that mentions its speaker.
pub(super) fn without_cue() -> f32 {
    SHARES.of("without-cue")
}
