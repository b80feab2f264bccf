//! What is said of each word, and the trees that follow from it.

use dateline_text::{Span, Word};

use crate::{
    decode::is_tree,
    labels::{Relation, Upos},
};

/// What is said of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its part of speech.
    pub upos: Upos,
    /// Its relation to its head.
    pub relation: Relation,
    /// The word on which it depends, of the same sentence; none for the root.
    pub head: Option<u32>,
}

/// Why nodes are no parse of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MalformedTree {
    /// There are more or fewer nodes than words.
    #[error("{nodes} nodes for {words} words")]
    Length {
        /// Nodes given.
        nodes: usize,
        /// Words of the document.
        words: usize,
    },
    /// A sentence has several roots or none, a circle, or a head outside it.
    #[error("the heads of sentence {0} are no tree")]
    Heads(usize),
    /// A word with a head is called the root, or a word without one is not.
    #[error("word {0} is a root by its head or by its relation, but not by both")]
    Root(u32),
}

/// The trees of all sentences, with what is asked of them often.
pub(crate) struct Tree {
    nodes: Vec<Node>,
    /// Where the dependents of each word begin in `dependents`, with one entry more than there are words.
    begin: Vec<u32>,
    dependents: Vec<u32>,
    /// From the first to the last word that each word dominates.
    extents: Vec<Span<Word>>,
}

impl Tree {
    /// Of nodes that form one tree for each sentence; together the sentences cover all of them.
    pub(crate) fn new(nodes: Vec<Node>, sentences: &[Span<Word>]) -> Result<Self, MalformedTree> {
        check(&nodes, sentences)?;
        let (begin, dependents) = dependents(&nodes);
        let mut tree = Self { nodes, begin, dependents, extents: Vec::new() };
        tree.extents = tree.measured();
        Ok(tree)
    }

    pub(crate) fn node(&self, word: u32) -> Node {
        self.nodes[word as usize]
    }

    pub(crate) fn dependents(&self, word: u32) -> &[u32] {
        let word = word as usize;
        &self.dependents[self.begin[word] as usize..self.begin[word + 1] as usize]
    }

    pub(crate) fn extent(&self, word: u32) -> Span<Word> {
        self.extents[word as usize]
    }

    /// The extents of all words, from the leaves up.
    fn measured(&self) -> Vec<Span<Word>> {
        let words = 0..u32::try_from(self.nodes.len()).unwrap_or(u32::MAX);
        let mut order: Vec<u32> = words.clone().filter(|&word| self.node(word).head.is_none()).collect();
        let mut next = 0;
        while let Some(&word) = order.get(next) {
            order.extend_from_slice(self.dependents(word));
            next += 1;
        }
        let mut extents: Vec<_> = words.map(|word| Span::new(word, word + 1)).collect();
        for word in order.into_iter().rev() {
            if let Some(head) = self.node(word).head {
                extents[head as usize] = extents[head as usize].cover(extents[word as usize]);
            }
        }
        extents
    }
}

fn check(nodes: &[Node], sentences: &[Span<Word>]) -> Result<(), MalformedTree> {
    let words = sentences.last().map_or(0, |sentence| sentence.end() as usize);
    if nodes.len() != words {
        return Err(MalformedTree::Length { nodes: nodes.len(), words });
    }
    for (index, sentence) in sentences.iter().enumerate() {
        let inside = |head: u32| (head.checked_sub(sentence.start())).map_or(usize::MAX, |head| head as usize);
        let heads: Vec<_> = nodes[sentence.range()].iter().map(|node| node.head.map(inside)).collect();
        if !is_tree(&heads) {
            return Err(MalformedTree::Heads(index));
        }
    }
    let torn = nodes.iter().zip(0..).find(|(node, _)| node.head.is_none() != (node.relation == Relation::Root));
    torn.map_or(Ok(()), |(_, word)| Err(MalformedTree::Root(word)))
}

/// The dependents of all words, in text order, behind one another, and where those of each word begin.
fn dependents(nodes: &[Node]) -> (Vec<u32>, Vec<u32>) {
    let mut begin = vec![0; nodes.len() + 1];
    for head in nodes.iter().filter_map(|node| node.head) {
        begin[head as usize + 1] += 1;
    }
    for word in 0..nodes.len() {
        begin[word + 1] += begin[word];
    }
    let mut next = begin.clone();
    let mut dependents = vec![0; begin.last().map_or(0, |&end| end as usize)];
    for (node, word) in nodes.iter().zip(0..) {
        if let Some(head) = node.head {
            dependents[next[head as usize] as usize] = word;
            next[head as usize] += 1;
        }
    }
    (begin, dependents)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nodes(heads: &[Option<u32>]) -> Vec<Node> {
        let relation = |head: Option<u32>| if head.is_none() { Relation::Root } else { Relation::Dep };
        heads.iter().map(|&head| Node { upos: Upos::X, relation: relation(head), head }).collect()
    }

    #[test]
    fn dependents_and_extents_follow_from_heads() {
        let sentences = [Span::new(0, 4), Span::new(4, 6)];
        let tree = Tree::new(nodes(&[Some(1), None, Some(3), Some(1), Some(5), None]), &sentences).unwrap();
        assert_eq!(tree.dependents(1), [0, 3]);
        assert_eq!(tree.dependents(2), [] as [u32; 0]);
        let extents: Vec<_> = (0..6).map(|word| tree.extent(word).range()).collect();
        assert_eq!(extents, [0..1, 0..4, 2..3, 2..4, 4..5, 4..6]);
    }

    #[test]
    fn what_is_no_tree_is_refused() {
        let sentences = [Span::new(0, 2), Span::new(2, 4)];
        for (heads, expected) in [
            (vec![None, Some(0), None], MalformedTree::Length { nodes: 3, words: 4 }),
            (vec![None, None, None, Some(2)], MalformedTree::Heads(0)),
            (vec![None, Some(0), Some(3), Some(2)], MalformedTree::Heads(1)),
            (vec![None, Some(0), None, Some(1)], MalformedTree::Heads(1)),
        ] {
            assert_eq!(Tree::new(nodes(&heads), &sentences).err(), Some(expected));
        }
        let mut torn = nodes(&[None, Some(0), None, Some(2)]);
        torn[3].relation = Relation::Root;
        assert_eq!(Tree::new(torn, &sentences).err(), Some(MalformedTree::Root(3)));
    }
}
