//! From the encoding to nodes: labels by the best score, heads by the best tree.

use dateline_encoder::{Encoding, Head};
use dateline_text::{Document, Span, TokenKind, Word};

use crate::{
    decode::{Scores, heads},
    labels::{Relation, Upos},
    tree::Node,
};

/// The outputs that a parse is read from.
const OUTPUTS: [Head; 4] = [Head::Upos, Head::Relation, Head::GovernorQuery, Head::GovernorKey];

/// Most words among which heads are compared. Windows hold fewer; a stretch of this length takes some milliseconds.
const STRETCH_WORDS_MAX: u32 = 512;

/// The nodes of all words; none where the model has no such outputs.
///
/// Scores are comparable inside a window only, so a sentence that is cut into windows is read in stretches. The root of
/// the first is the root of the sentence; on it depend the roots of the others, as [`Relation::Dep`].
pub(crate) fn nodes(document: &Document<'_>, encoding: &Encoding) -> Option<Vec<Node>> {
    let reader = Reader::new(document, encoding)?;
    let mut nodes = Vec::with_capacity(document.tokens().len());
    for &sentence in document.sentences() {
        let mut root = None;
        let mut start = sentence.start();
        while start < sentence.end() {
            let window = encoding.window(start).end();
            let end = sentence.end().min(window).min(start + STRETCH_WORDS_MAX).max(start + 1);
            let stretch = Span::new(start, end);
            let first = if reader.was_read(stretch) {
                reader.parsed(stretch, root, &mut nodes)
            } else {
                reader.flat(stretch, root, &mut nodes)
            };
            root = root.or(first);
            start = end;
        }
    }
    Some(nodes)
}

struct Reader<'a> {
    document: &'a Document<'a>,
    encoding: &'a Encoding,
    upos: Vec<Upos>,
    relations: Vec<Relation>,
}

impl<'a> Reader<'a> {
    fn new(document: &'a Document<'_>, encoding: &'a Encoding) -> Option<Self> {
        if !OUTPUTS.iter().all(|&head| encoding.has(head)) {
            return None;
        }
        let labels = |head| encoding.labels(head).iter().map(String::as_str);
        let upos: Vec<_> = labels(Head::Upos).map(|name| Upos::named(name).unwrap_or(Upos::X)).collect();
        let relations: Vec<_> = labels(Head::Relation).map(Relation::nearest).collect();
        (!upos.is_empty() && !relations.is_empty()).then_some(Self { document, encoding, upos, relations })
    }

    /// Whether the model read the words: it leaves out the end of an endless text, and stretches of marks.
    fn was_read(&self, stretch: Span<Word>) -> bool {
        words(stretch).any(|word| self.encoding.row(Head::Upos, word).iter().any(|&score| score != 0.0))
    }

    /// Adds the nodes of a stretch, the best tree; gives its root. Where the sentence has a `root` before it, the tree
    /// hangs on that.
    fn parsed(&self, stretch: Span<Word>, root: Option<u32>, nodes: &mut Vec<Node>) -> Option<u32> {
        let rows = |head| words(stretch).map(|word| self.encoding.row(head, word)).collect::<Vec<_>>();
        let (queries, keys) = (rows(Head::GovernorQuery), rows(Head::GovernorKey));
        let nothing = self.encoding.nothing(Head::GovernorKey, stretch.start());
        let scores = Scores::new(queries.len(), |dependent, head| {
            product(queries[dependent], head.map_or(nothing, |head| keys[head]))
        });
        let mut top = None;
        for (word, head) in words(stretch).zip(heads(&scores)) {
            let upos = self.best(Head::Upos, word, &self.upos, |_| true).unwrap_or(Upos::X);
            let (relation, head) = match head {
                Some(head) => (self.relation(word), Some(stretch.start() + head as u32)),
                None => (if root.is_none() { Relation::Root } else { Relation::Dep }, root),
            };
            top = top.or(if head == root { Some(word) } else { None });
            nodes.push(Node { upos, relation, head });
        }
        top
    }

    /// The same for a stretch that the model did not read: its first word is its root, on which all others depend.
    fn flat(&self, stretch: Span<Word>, root: Option<u32>, nodes: &mut Vec<Node>) -> Option<u32> {
        for word in words(stretch) {
            let upos = match self.document.tokens()[word as usize].kind {
                TokenKind::Word => Upos::X,
                TokenKind::Number => Upos::Num,
                TokenKind::Punctuation => Upos::Punct,
                TokenKind::Symbol => Upos::Sym,
            };
            let head = if word == stretch.start() { root } else { Some(root.unwrap_or(stretch.start())) };
            let relation = if head.is_none() { Relation::Root } else { Relation::Dep };
            nodes.push(Node { upos, relation, head });
        }
        Some(stretch.start())
    }

    /// The best relation of a word that has a head.
    fn relation(&self, word: u32) -> Relation {
        let best = self.best(Head::Relation, word, &self.relations, |relation| relation != Relation::Root);
        best.unwrap_or(Relation::Dep)
    }

    /// The allowed label that a word scores highest.
    fn best<T: Copy>(&self, head: Head, word: u32, labels: &[T], allowed: impl Fn(T) -> bool) -> Option<T> {
        let scores = self.encoding.row(head, word).iter().zip(labels).filter(|&(_, &label)| allowed(label));
        scores.reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, &label)| label)
    }
}

fn words(stretch: Span<Word>) -> std::ops::Range<u32> {
    stretch.start()..stretch.end()
}

/// Values that are added side by side, so that the loop runs on vectors.
const LANES: usize = 8;

/// The dot product, without the scale and price of links: only which head is best matters, and heads have no price.
fn product(query: &[f32], key: &[f32]) -> f32 {
    let (query, key) = (query.chunks_exact(LANES), key.chunks_exact(LANES));
    let rest: f32 = query.remainder().iter().zip(key.remainder()).map(|(a, b)| a * b).sum();
    let mut lanes = [0.0_f32; LANES];
    for (query, key) in query.zip(key) {
        for lane in 0..LANES {
            lanes[lane] += query[lane] * key[lane];
        }
    }
    lanes.iter().sum::<f32>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_those_of_the_definition() {
        for length in [0, 1, 8, 13, 64] {
            let left: Vec<f32> = (0..length).map(|at| at as f32 - 3.0).collect();
            let right: Vec<f32> = (0..length).map(|at| 2.0 - at as f32).collect();
            let expected: f32 = left.iter().zip(&right).map(|(a, b)| a * b).sum();
            assert_eq!(product(&left, &right), expected);
        }
    }
}
