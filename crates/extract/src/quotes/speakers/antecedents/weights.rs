//! The weights.

use super::Asked;

/// Number of weights.
pub(in super::super) const WIDTH: usize = 50;

#[rustfmt::skip]
static PRONOUN: [f32; WIDTH] = [
    0.56, // nobody
    0.65, // plural
    0.05, // thing
    0.00, // indefinite
    0.56, // bare
    -0.00, // owned
    0.00, // several
    0.65, // collective
    0.00, // document
    0.00, // person noun
    0.00, // described further
    0.19, // new head
    0.16, // unnamed
    0.00, // same head
    0.00, // other head
    0.39, // last unnamed
    1.50, // last speaker
    0.41, // speaker before
    0.42, // spoke
    1.24, // linked
    0.40, // same paragraph
    -0.16, // opens sentence
    0.06, // first of kind
    -0.25, // behind
    0.29, // person
    -0.08, // body
    -0.93, // other kind
    0.58, // gender known
    -0.24, // pronoun plural body
    0.00, // title exact
    0.00, // title ends
    0.00, // title head
    0.00, // other title
    0.00, // name holds head
    0.00, // kinds agree
    0.00, // kinds differ
    0.00, // business
    0.00, // author
    0.00, // owner
    0.00, // affiliation agrees
    0.00, // affiliation differs
    0.00, // noun beside
    0.00, // modifier beside
    0.14, // same sentence
    0.96, // one sentence back
    -0.50, // two sentences back
    -0.91, // farther back
    0.44, // log mentions
    0.13, // read
    1.10, // read above nothing
];

#[rustfmt::skip]
static DESCRIPTION: [f32; WIDTH] = [
    0.98, // nobody
    0.00, // plural
    0.00, // thing
    1.05, // indefinite
    0.66, // bare
    0.90, // owned
    0.65, // several
    0.54, // collective
    0.28, // document
    0.27, // person noun
    0.12, // described further
    1.21, // new head
    0.97, // unnamed
    1.41, // same head
    -0.44, // other head
    -0.31, // last unnamed
    0.53, // last speaker
    0.60, // speaker before
    0.47, // spoke
    0.29, // linked
    0.16, // same paragraph
    0.00, // opens sentence
    0.48, // first of kind
    -0.56, // behind
    -0.10, // person
    -0.03, // body
    -1.81, // other kind
    0.18, // gender known
    0.00, // pronoun plural body
    0.28, // title exact
    0.53, // title ends
    0.48, // title head
    -0.60, // other title
    1.42, // name holds head
    0.98, // kinds agree
    -1.19, // kinds differ
    1.12, // business
    -0.07, // author
    0.29, // owner
    0.58, // affiliation agrees
    -0.15, // affiliation differs
    0.96, // noun beside
    0.78, // modifier beside
    0.08, // same sentence
    0.54, // one sentence back
    -0.33, // two sentences back
    -0.70, // farther back
    -0.25, // log mentions
    -0.06, // read
    0.06, // read above nothing
];

/// The weights for a way of asking.
pub(super) fn of(asked: Asked) -> &'static [f32; WIDTH] {
    match asked {
        Asked::Description => &DESCRIPTION,
        _ => &PRONOUN,
    }
}
