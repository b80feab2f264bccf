//! The fitted numbers of the ranker.

use super::features::{FEATURES, Features};

/// The fitted numbers of the ranker: `cargo xtask linking fit` writes them to `models/en-news/linking.json`.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    features: Features,
    /// Least probability of a link.
    pub threshold: f32,
}

/// Why weights cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WeightsError {
    /// A feature has no weight.
    #[error("the feature `{0}` has no weight")]
    Missing(&'static str),
    /// A weight is of no feature.
    #[error("`{0}` is no feature")]
    Unknown(String),
    /// A number is not finite, or the threshold no probability.
    #[error("`{0}` is out of range")]
    Range(String),
}

impl Weights {
    /// Weights by the names of their features.
    ///
    /// # Errors
    /// [`WeightsError`] unless every feature has one finite weight and the threshold is a probability.
    pub fn new(named: impl IntoIterator<Item = (String, f32)>, threshold: f32) -> Result<Self, WeightsError> {
        let mut found = [None; FEATURES.len()];
        for (name, weight) in named {
            let Some(at) = FEATURES.iter().position(|&feature| feature == name) else {
                return Err(WeightsError::Unknown(name));
            };
            if !weight.is_finite() {
                return Err(WeightsError::Range(name));
            }
            found[at] = Some(weight);
        }
        if !(0.0..=1.0).contains(&threshold) {
            return Err(WeightsError::Range("threshold".to_owned()));
        }
        let mut features = [0.0; FEATURES.len()];
        for ((weight, found), name) in features.iter_mut().zip(found).zip(FEATURES) {
            *weight = found.ok_or(WeightsError::Missing(name))?;
        }
        Ok(Self { features, threshold })
    }

    /// The probability of each candidate, beside that of none, whose score is zero.
    #[must_use]
    pub fn probabilities(&self, candidates: &[Features]) -> Vec<f32> {
        let score =
            |features: &Features| self.features.iter().zip(features).map(|(weight, value)| weight * value).sum();
        let scores: Vec<f32> = candidates.iter().map(score).collect();
        let highest = scores.iter().copied().fold(0.0, f32::max);
        let total: f32 = scores.iter().map(|score| (score - highest).exp()).sum::<f32>() + (-highest).exp();
        scores.iter().map(|score| (score - highest).exp() / total).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(weight: f32) -> Vec<(String, f32)> {
        FEATURES.iter().map(|&name| (name.to_owned(), weight)).collect()
    }

    #[test]
    fn every_feature_needs_one_finite_weight() {
        assert!(Weights::new(all(0.5), 0.5).is_ok());
        assert_eq!(Weights::new(all(0.5).split_off(1), 0.5), Err(WeightsError::Missing("bias")));
        assert_eq!(Weights::new(all(f32::NAN), 0.5), Err(WeightsError::Range("bias".to_owned())));
        assert_eq!(Weights::new(all(0.5), 1.5), Err(WeightsError::Range("threshold".to_owned())));
        let unknown = all(0.5).into_iter().chain([("fame".to_owned(), 1.0)]);
        assert_eq!(Weights::new(unknown, 0.5), Err(WeightsError::Unknown("fame".to_owned())));
    }

    #[test]
    fn probabilities_leave_room_for_none() {
        let weights = Weights::new(all(1.0), 0.5).unwrap();
        let (weak, strong) = ([-1.0; FEATURES.len()], [90.0; FEATURES.len()]);
        assert!(weights.probabilities(&[weak])[0] < 0.01);
        let both = weights.probabilities(&[weak, strong]);
        assert!(both[1] > 0.99 && both.iter().sum::<f32>() <= 1.0 + f32::EPSILON);
        assert_eq!(weights.probabilities(&[]), [0.0; 0]);
    }
}
