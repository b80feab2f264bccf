//! Reference: who pronouns and descriptions mean.

pub(crate) mod chains;
mod conll;
mod pronouns;

use std::collections::BTreeMap;

use serde::Serialize;

use self::chains::ChainScores;
use crate::{EvaluationError, Prf, Run};

/// Scores of both kinds of corpora.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReferenceScores {
    /// GAP: pronouns, by part.
    #[serde(flatten)]
    pub pronouns: BTreeMap<&'static str, Prf>,
    /// OntoGUM: chains, by part and genre.
    pub ontogum: BTreeMap<&'static str, ChainScores>,
}

/// Measures every part that is in `data/coref`.
///
/// # Errors
/// [`EvaluationError`] when a corpus cannot be read.
pub fn measure(run: &mut Run<'_>) -> Result<ReferenceScores, EvaluationError> {
    Ok(ReferenceScores { pronouns: pronouns::measure(run)?, ontogum: chains::measure(run)? })
}
