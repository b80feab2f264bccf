//! Arguments: which slot of a trigger a token fills, by the dot product of the slot's query at the trigger with the token's
//! key, less a price for distance.

use crate::{
    encoding::{Encoding, Head},
    link::scaled,
};

impl Encoding {
    /// How well a token fits each slot of the trigger that begins at `trigger`, in the order of
    /// [`slots`](Self::slots): above zero where the slot fits better than none. None where the model sees no trigger there, or
    /// read the two apart.
    ///
    /// # Panics
    /// If there is no such token.
    #[must_use]
    pub fn slot_scores(&self, trigger: u32, word: u32) -> Option<Vec<f32>> {
        let key = self.row(Head::ArgumentKey, word);
        let query = self.row(Head::ArgumentQuery, trigger);
        if self.window(trigger) != self.window(word) || query.iter().all(|&value| value == 0.0) {
            return None;
        }
        let price = self.description().argument_price();
        let fall = price.fall(trigger.abs_diff(word));
        Some(query.chunks_exact(key.len()).map(|query| scaled(query, key) - fall - price.none_score()).collect())
    }

    /// The slots of a trigger; what each is called depends on the type of event.
    #[must_use]
    pub fn slots(&self) -> &[String] {
        self.description().slots()
    }

    /// The role that a slot stands for in events of a type: "agent" is the "attacker" of "conflict.attack".
    #[must_use]
    pub fn role(&self, event_type: &str, slot: &str) -> Option<&str> {
        self.description().role(event_type, slot)
    }
}
