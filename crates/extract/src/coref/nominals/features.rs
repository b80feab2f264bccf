//! What the ranker `descriptions` compares.

/// Names of the features, in their order.
pub(super) const NAMES: [&str; WIDTH] = [
    "read",
    "read_elsewhere",
    "same_kind",
    "other_kind",
    "person_of_unknown_kind",
    "body_of_unknown_kind",
    "place_of_unknown_kind",
    "thing_of_unknown_kind",
    "role_has_head",
    "other_role",
    "place_of_sort",
    "place_of_other_sort",
    "beside_name_as_head",
    "name_has_head",
    "name_has_modifier",
    "role_has_modifier",
    "affiliation_has_modifier",
    "described_so_before",
    "sentences_back",
    "latest",
    "latest_of_kind",
    "only_of_kind",
    "mentions",
    "first_of_kind",
    "same_sentence",
    "in_headline_or_lead",
    "none",
    "none_of_unknown_kind",
    "none_of_person",
    "none_of_place",
    "none_with_modifiers",
    "none_demonstrative",
    "none_possessive",
    "none_before_of",
    "none_capital",
];
pub(super) const WIDTH: usize = 35;
/// Where the features of "nothing" begin.
pub(super) const NONE: usize = 26;

pub(super) fn on(is: bool) -> f32 {
    f32::from(u8::from(is))
}
