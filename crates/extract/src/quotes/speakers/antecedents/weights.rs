//! The weights.

use super::Asked;

/// Number of weights.
pub(in super::super) const WIDTH: usize = 56;

#[rustfmt::skip]
static PRONOUN: [f32; WIDTH] = [
    0.53, // nobody
    0.70, // plural
    -0.06, // thing
    0.00, // indefinite
    0.00, // definite
    0.00, // definite body
    0.53, // bare
    -0.00, // owned
    0.00, // several
    0.70, // collective
    0.00, // document
    0.00, // person noun
    0.00, // described further
    0.20, // new head
    0.32, // unnamed
    0.00, // same head
    0.00, // other head
    0.54, // last unnamed
    1.57, // last speaker
    0.44, // speaker before
    0.45, // spoke
    -0.15, // most mentioned
    1.22, // linked
    0.39, // same paragraph
    -0.10, // opens sentence
    0.05, // first of kind
    -0.25, // behind
    0.21, // person
    -0.17, // body
    -0.89, // other kind
    0.53, // gender known
    -0.27, // pronoun plural body
    0.00, // definite last
    0.00, // definite opening
    0.00, // behind titled
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
    0.21, // same sentence
    1.09, // one sentence back
    -0.51, // two sentences back
    -1.07, // farther back
    0.56, // log mentions
    0.15, // read
    0.93, // read above nothing
];

#[rustfmt::skip]
static DESCRIPTION: [f32; WIDTH] = [
    1.27, // nobody
    0.00, // plural
    0.00, // thing
    1.17, // indefinite
    -0.25, // definite
    -0.38, // definite body
    0.54, // bare
    1.24, // owned
    0.88, // several
    1.03, // collective
    0.48, // document
    0.33, // person noun
    0.12, // described further
    0.95, // new head
    1.69, // unnamed
    2.31, // same head
    -0.62, // other head
    -1.06, // last unnamed
    0.74, // last speaker
    1.01, // speaker before
    0.31, // spoke
    0.30, // most mentioned
    0.45, // linked
    0.24, // same paragraph
    0.08, // opens sentence
    0.51, // first of kind
    -0.58, // behind
    -0.13, // person
    -0.14, // body
    -2.20, // other kind
    0.21, // gender known
    0.00, // pronoun plural body
    0.47, // definite last
    1.04, // definite opening
    -0.23, // behind titled
    0.21, // title exact
    0.88, // title ends
    0.76, // title head
    -1.06, // other title
    2.62, // name holds head
    1.00, // kinds agree
    -1.58, // kinds differ
    1.73, // business
    0.21, // author
    0.86, // owner
    1.44, // affiliation agrees
    -0.26, // affiliation differs
    1.11, // noun beside
    0.79, // modifier beside
    -0.10, // same sentence
    0.42, // one sentence back
    -0.62, // two sentences back
    -0.82, // farther back
    -0.42, // log mentions
    -0.11, // read
    0.15, // read above nothing
];

/// The weights for a way of asking.
pub(super) fn of(asked: Asked) -> &'static [f32; WIDTH] {
    match asked {
        Asked::Description => &DESCRIPTION,
        _ => &PRONOUN,
    }
}
