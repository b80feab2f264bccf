//! The words that say whether an event happened.

use std::{collections::HashMap, sync::LazyLock};

use super::FactualityValue;
use crate::words::verb_forms;

/// Verbs by what a verb under them did, in the manner of implicative signatures (Karttunen 1971; Nairn, Condoravdi
/// and Karttunen 2006).
const OVER_VERBS: &[(FactualityValue, &str)] = &[
    (
        FactualityValue::Planned,
        "plan intend agree vow pledge promise prepare expect schedule decide set order arrange aim opt choose resolve \
         slate earmark",
    ),
    (
        FactualityValue::Hypothetical,
        "want seek hope wish urge ask demand call request threaten consider attempt try fear warn propose need require \
         allow authorize encourage offer recommend suggest advise push press contemplate mull risk invite instruct \
         tell command persuade convince pressure beg lobby petition tempt like prefer struggle strive fight",
    ),
    (
        FactualityValue::Negated,
        "refuse fail decline prevent avoid avert cancel deny reject forget neglect stop foil thwart block forbid \
         prohibit ban refrain abort abandon scrap shelve",
    ),
    (FactualityValue::Actual, "begin start continue manage help force lead cause resume go come see proceed use"),
];

/// Verbs by what a noun under them did; fewer, for the object of "tell" or "help" is a participant.
const OVER_NOUNS: &[(FactualityValue, &str)] = &[
    (FactualityValue::Planned, "plan schedule expect prepare arrange organize"),
    (
        FactualityValue::Hypothetical,
        "want seek demand urge propose consider threaten fear suggest recommend request await contemplate mull risk \
         need advocate envisage favor weigh",
    ),
    (
        FactualityValue::Negated,
        "prevent avert avoid cancel deny stop foil thwart block refuse decline reject scrap forestall",
    ),
];

/// Nouns and adjectives before "to", "of" or "for" with the same effect.
const NOUNS: &[(FactualityValue, &str)] = &[
    (
        FactualityValue::Planned,
        "plan plans decision due scheduled expected ready preparations intention slated poised about pledge promise \
         going set",
    ),
    (
        FactualityValue::Hypothetical,
        "possibility threat risk prospect chance hope hopes fear fears call calls demand demands request bid effort \
         efforts attempt attempts option proposal likelihood idea willing able likely unlikely right need desire \
         appeal ability opportunity danger prepared eager keen pressure permission power wanting case",
    ),
    (FactualityValue::Negated, "refusal failure lack absence unable without instead inability"),
];

/// Adjectives before a noun.
const ADJECTIVES: &[(FactualityValue, &str)] = &[
    (
        FactualityValue::Planned,
        "planned upcoming forthcoming scheduled next proposed expected coming impending intended looming anticipated",
    ),
    (FactualityValue::Hypothetical, "possible potential any hypothetical would-be imminent feared threatened future"),
    (FactualityValue::Negated, "no neither zero"),
];

/// Verbs that say of a noun only that it is: what their auxiliaries say holds of the noun.
const EXISTENCE: &str = "hold take make happen occur begin start sign reach launch carry conduct resume report come go \
                         follow file issue find confirm be organize stage convene host schedule expect complete";

/// Verbs that make one event the condition of another: "hinges on", "depends on".
const CONDITIONS: &str = "hinge depend hang rest";

/// A table from every form of some verbs to a value.
type ByForm = HashMap<String, FactualityValue>;

fn by_form(table: &[(FactualityValue, &str)]) -> ByForm {
    let mut forms = HashMap::new();
    for (value, lemmas) in table {
        for (form, _) in lemmas.split_whitespace().flat_map(verb_forms) {
            forms.entry(form).or_insert(*value);
        }
    }
    forms
}

fn listed(table: &[(FactualityValue, &str)], word: &str) -> Option<FactualityValue> {
    table.iter().find(|(_, words)| words.split(' ').any(|listed| listed.trim() == word)).map(|(value, _)| *value)
}

/// What a verb says of a verb under it.
pub(super) fn over_verb(word: &str) -> Option<FactualityValue> {
    static TABLE: LazyLock<ByForm> = LazyLock::new(|| by_form(OVER_VERBS));
    TABLE.get(word).copied()
}

/// What a verb says of a noun under it.
pub(super) fn over_noun(word: &str) -> Option<FactualityValue> {
    static TABLE: LazyLock<ByForm> = LazyLock::new(|| by_form(OVER_NOUNS));
    TABLE.get(word).copied()
}

/// What a noun or adjective says of what follows it.
pub(super) fn of_noun(word: &str) -> Option<FactualityValue> {
    listed(NOUNS, word)
}

/// What an adjective says of its noun.
pub(super) fn of_adjective(word: &str) -> Option<FactualityValue> {
    listed(ADJECTIVES, word)
}

/// Whether a verb makes one event the condition of another.
pub(super) fn is_condition(word: &str) -> bool {
    static FORMS: LazyLock<ByForm> = LazyLock::new(|| by_form(&[(FactualityValue::Hypothetical, CONDITIONS)]));
    FORMS.contains_key(word)
}

/// Whether a verb says of its subject or object only that it is.
pub(super) fn is_existence(word: &str) -> bool {
    static FORMS: LazyLock<ByForm> = LazyLock::new(|| by_form(&[(FactualityValue::Actual, EXISTENCE)]));
    FORMS.contains_key(word) || matches!(word, "is" | "are" | "was" | "were" | "been")
}
