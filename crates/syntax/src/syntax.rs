//! A document's parse, and what is asked of single words.

use std::{borrow::Cow, fmt};

use dateline_encoder::Encoding;
use dateline_lexicon::{auxiliary_lemma, noun_lemma, verb_lemma};
use dateline_text::{Document, Span, Word};

use crate::{
    labels::{Relation, Upos},
    read,
    tree::{MalformedTree, Node, Tree},
};

/// The parse of a document: for every word its part of speech, its head in the sentence, and its relation to that head.
/// Words are the tokens of the document, by index. Each sentence is a tree with one root.
///
/// All questions about a word panic where the document has no such word.
pub struct Syntax<'d> {
    document: &'d Document<'d>,
    tree: Tree,
}

impl<'d> Syntax<'d> {
    /// Reads the parse from what the encoder read; none where the model was not trained to parse.
    #[must_use]
    pub fn read(document: &'d Document<'_>, encoding: &Encoding) -> Option<Self> {
        Self::of_nodes(document, read::nodes(document, encoding)?).ok()
    }

    /// A parse from elsewhere: one node for each word.
    ///
    /// # Errors
    /// [`MalformedTree`] where the nodes of a sentence are no tree.
    pub fn of_nodes(document: &'d Document<'_>, nodes: Vec<Node>) -> Result<Self, MalformedTree> {
        Ok(Self { document, tree: Tree::new(nodes, document.sentences())? })
    }

    /// The document that was parsed.
    #[must_use]
    pub fn document(&self) -> &'d Document<'d> {
        self.document
    }

    /// What is said of a word.
    #[must_use]
    pub fn node(&self, word: u32) -> Node {
        self.tree.node(word)
    }

    /// Its part of speech.
    #[must_use]
    pub fn upos(&self, word: u32) -> Upos {
        self.node(word).upos
    }

    /// Its relation to its head.
    #[must_use]
    pub fn relation(&self, word: u32) -> Relation {
        self.node(word).relation
    }

    /// The word on which it depends; none for the root of its sentence.
    #[must_use]
    pub fn head(&self, word: u32) -> Option<u32> {
        self.node(word).head
    }

    /// The words that depend on it, in text order.
    #[must_use]
    pub fn dependents(&self, word: u32) -> &[u32] {
        self.tree.dependents(word)
    }

    /// Its dependents of one relation, in text order.
    pub fn dependents_by(&self, word: u32, relation: Relation) -> impl Iterator<Item = u32> {
        self.dependents(word).iter().copied().filter(move |&dependent| self.relation(dependent) == relation)
    }

    /// Its head, that word's head, and so on up to the root.
    pub fn ancestors(&self, word: u32) -> impl Iterator<Item = u32> {
        std::iter::successors(self.head(word), |&at| self.head(at))
    }

    /// From the first to the last word of what depends on it, directly or not, itself included. Where arcs cross, words
    /// of others stand between.
    #[must_use]
    pub fn subtree(&self, word: u32) -> Span<Word> {
        self.tree.extent(word)
    }

    /// The words of its sentence.
    #[must_use]
    pub fn sentence(&self, word: u32) -> Span<Word> {
        self.document.sentences()[self.document.sentence_at(word)]
    }

    /// The root of a sentence, by the sentence's index.
    #[must_use]
    pub fn root(&self, sentence: usize) -> Option<u32> {
        let words = self.document.sentences().get(sentence)?;
        (words.start()..words.end()).find(|&word| self.head(word).is_none())
    }

    /// The text in lower case, with straight apostrophes, as word lists have it.
    #[must_use]
    pub fn folded(&self, word: u32) -> Cow<'d, str> {
        let text = self.document.word(word);
        if text.bytes().all(|byte| byte.is_ascii_lowercase()) {
            return Cow::Borrowed(text);
        }
        Cow::Owned(text.to_lowercase().replace(['\u{2019}', '\u{2bc}'], "'"))
    }

    /// Whether the folded text is one of these.
    pub(crate) fn is(&self, word: u32, texts: &[&str]) -> bool {
        texts.contains(&&*self.folded(word))
    }

    /// The dictionary form: of verbs, auxiliaries and nouns by inflection, of names as written, of other words the
    /// folded text.
    #[must_use]
    pub fn lemma(&self, word: u32) -> Cow<'d, str> {
        match self.upos(word) {
            Upos::Propn => Cow::Borrowed(self.document.word(word)),
            Upos::Verb => lemma(self.folded(word), verb_lemma),
            Upos::Aux => lemma(self.folded(word), auxiliary_lemma),
            Upos::Noun => lemma(self.folded(word), noun_lemma),
            _ => self.folded(word),
        }
    }
}

fn lemma<'d>(folded: Cow<'d, str>, of: impl Fn(&str) -> Cow<'_, str>) -> Cow<'d, str> {
    match of(&folded) {
        Cow::Borrowed(same) if same == folded => folded,
        other => Cow::Owned(other.into_owned()),
    }
}

impl fmt::Debug for Syntax<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Syntax({} words)", self.document.tokens().len())
    }
}
