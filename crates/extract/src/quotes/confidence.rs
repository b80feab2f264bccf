//! How sure speakers are, by how the source names them; `speakers` in `calibration.json`.

use super::Resolution;
use crate::calibration::calibration;

/// The names of the shares.
pub(crate) const SPEAKER_SHARES: [&str; 6] = ["named", "pronoun", "nominal", "anonymous", "collective", "without-cue"];

/// The measured accuracy of a speaker found in a way.
pub(super) fn of_speaker(resolution: Resolution) -> f32 {
    let name = match resolution {
        Resolution::Named => "named",
        Resolution::Pronoun => "pronoun",
        Resolution::Nominal => "nominal",
        Resolution::Anonymous => "anonymous",
        Resolution::Collective => "collective",
    };
    calibration().speakers.of(name)
}

/// What remains of a speaker's accuracy for speech without a cue, which goes on from a quote beside it or follows the
/// sentence that mentions its speaker.
pub(super) fn without_cue() -> f32 {
    calibration().speakers.of("without-cue")
}
