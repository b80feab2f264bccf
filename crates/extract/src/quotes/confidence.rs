//! How sure speakers are: the share of speakers found in a way that annotation names too, on the training articles of
//! the newsroom corpus (135 articles, 918 quotes with speakers), with the names of their annotation. One hit and
//! one miss are added to each count.

use super::Resolution;

/// The measured accuracy of a speaker found in a way.
pub(super) fn of_speaker(resolution: Resolution) -> f32 {
    match resolution {
        Resolution::Named => 0.92,
        Resolution::Pronoun => 0.82,
        Resolution::Nominal => 0.79,
        Resolution::Anonymous => 0.34,
        Resolution::Collective => 0.77,
    }
}

/// What remains of a speaker's accuracy for speech without a cue, which goes on from a quote beside it or follows the
/// sentence that mentions its speaker.
pub(super) const WITHOUT_CUE: f32 = 0.92;
