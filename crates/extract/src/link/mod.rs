//! Linking: which entity of a knowledge base an entity of the article is, or why none.
//!
//! Candidates are looked up by name, one list for each name mention; what they are is known before coreference, so that
//! it can be used there. The choice is made once for each entity, after coreference: a log-linear ranker compares its
//! candidates with each other and with "none of them", whose score is zero, as in [Bunescu and Paşca (2006)]. Its
//! weights are fitted, see [`Weights`]. Candidates that the most certain links speak for gain in a second pass.
//!
//! [Bunescu and Paşca (2006)]: https://aclanthology.org/E06-1002/

mod agreement;
mod candidates;
mod choice;
mod context;
mod features;
mod nil;
mod spelling;
mod weights;

#[cfg(test)]
mod tests;

use std::{fmt, sync::Arc};

use dateline_kb::{EntityIndex, Kb, NameKind};
use dateline_text::Document;

pub use self::{
    candidates::Candidates,
    features::{FEATURES, Features},
    weights::{Weights, WeightsError},
};
use crate::{coref::Entity, names::Name};

/// Most candidates of an entity that are returned.
const RETURNED_MAX: usize = 5;

/// Links entities to knowledge bases. One value serves any number of threads.
pub struct Linker {
    bases: Vec<Arc<Kb>>,
    weights: Weights,
}

/// An entity of a base that a name can mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// Which base, in the order of look-up.
    pub base: usize,
    /// Which entity of it.
    pub entity: EntityIndex,
    /// How the name names it.
    pub name: NameKind,
    /// Whether the name had to be changed to be found: "Houston, TX" to "Houston".
    pub is_derived: bool,
    /// How many words were looked up.
    pub words: u8,
}

/// What linking found for one entity.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// The entities that it is, at most one for each base, in the order in which bases are asked.
    pub chosen: Vec<Ranked>,
    /// The candidates of the base that chose, or of the last base if none did, the likeliest first; at most five.
    pub candidates: Vec<Ranked>,
    /// Why it is linked to nothing; none where it is linked.
    pub nil: Option<NilReason>,
}

/// A candidate with its probability.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranked {
    /// The name of its base: "wikidata".
    pub base: String,
    /// Its id there: "Q42".
    pub id: String,
    /// Its item of Wikidata, if the base knows it: 42.
    pub wikidata: Option<u32>,
    /// Its label.
    pub name: String,
    /// What it is, in a few words; empty if the base does not say.
    pub description: String,
    /// Probability that it is the entity.
    pub score: f32,
}

/// Why an entity is linked to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NilReason {
    /// No base knows the name.
    NotInKb,
    /// Several entities are about as likely.
    Ambiguous,
    /// The likeliest entity is not likely enough.
    BelowThreshold,
    /// The entities with this name are of another type.
    TypeConflict,
    /// The article names the person by one name only, which many bear.
    SurnameOnly,
    /// The name is an everyday phrase that means a different body in every country.
    GenericName,
    /// The article is of a later date than the base, and names the holder of an office.
    OutOfDate,
    /// Nationalities are not linked.
    TypeNotLinked,
}

impl NilReason {
    /// Every reason with its id.
    pub const ALL: [(Self, &'static str); 8] = [
        (Self::NotInKb, "not_in_kb"),
        (Self::Ambiguous, "ambiguous"),
        (Self::BelowThreshold, "below_threshold"),
        (Self::TypeConflict, "type_conflict"),
        (Self::SurnameOnly, "surname_only"),
        (Self::GenericName, "generic_name"),
        (Self::OutOfDate, "out_of_date"),
        (Self::TypeNotLinked, "type_not_linked"),
    ];

    /// Its id, in snake case.
    #[must_use]
    pub fn id(self) -> &'static str {
        Self::ALL[self as usize].1
    }
}

impl Linker {
    /// A linker that asks these bases in this order.
    #[must_use]
    pub fn new(bases: Vec<Arc<Kb>>, weights: Weights) -> Self {
        Self { bases, weights }
    }

    /// The bases, in the order of look-up.
    #[must_use]
    pub fn bases(&self) -> &[Arc<Kb>] {
        &self.bases
    }

    /// Looks up every name, in the caller's own entities first.
    #[must_use]
    pub fn candidates<'k>(&'k self, document: &Document<'_>, names: &[Name], known: Option<&'k Kb>) -> Candidates<'k> {
        Candidates::find(self.asked(known), document, names)
    }

    /// Chooses for every entity, in the order of the entities.
    #[must_use]
    pub fn choose(&self, document: &Document<'_>, entities: &[Entity], candidates: &Candidates<'_>) -> Vec<Link> {
        choice::choose(&self.weights, document, entities, candidates)
    }

    /// The features of every candidate of every entity, for fitting: with the coherence that the weights in use give.
    #[must_use]
    pub fn features(
        &self,
        document: &Document<'_>,
        entities: &[Entity],
        candidates: &Candidates<'_>,
    ) -> Vec<Vec<(Candidate, Features)>> {
        choice::features(&self.weights, document, entities, candidates)
    }

    fn asked<'k>(&'k self, known: Option<&'k Kb>) -> Vec<&'k Kb> {
        known.into_iter().chain(self.bases.iter().map(|base| &**base)).collect()
    }
}

impl fmt::Debug for Linker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Linker").field(&self.bases).finish()
    }
}
