//! Parts of speech, lemmas and dependency trees of an article, and what layers ask of them.
//!
//! A parse is read from the encoder's outputs, once per document. Labels are those of Universal Dependencies (de Marneffe,
//! Manning, Nivre and Zeman 2021; <https://universaldependencies.org/u/dep/>). A word's head is chosen by a bilinear score,
//! as in Dozat and Manning (2017), and the heads of a sentence always form a tree with one root.
//!
//! Words are the document's tokens, by index. A model may lack the outputs; then there is no parse.
//!
//! ```
//! use dateline_syntax::{Node, Relation, Syntax, Upos, Voice};
//! use dateline_text::{Article, Document, Parts};
//!
//! let article = Article::new(Parts { body: "Roe was arrested".into(), ..Parts::default() }, 1_000)?;
//! let document = Document::new(&article);
//! // As `Syntax::read` does with an encoding.
//! let nodes = vec![
//!     Node { upos: Upos::Propn, relation: Relation::NsubjPass, head: Some(2) },
//!     Node { upos: Upos::Aux, relation: Relation::AuxPass, head: Some(2) },
//!     Node { upos: Upos::Verb, relation: Relation::Root, head: None },
//! ];
//! let syntax = Syntax::of_nodes(&document, nodes)?;
//! assert_eq!(syntax.lemma(2), "arrest");
//! assert_eq!(syntax.verb_group(2).voice, Voice::Passive);
//! assert_eq!((syntax.actor(2), syntax.undergoer(2)), (None, Some(0)));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod decode;
mod labels;
mod query;
mod read;
mod syntax;
#[cfg(test)]
mod testing;
mod tree;

pub use labels::{Relation, Upos};
pub use query::{
    Complement, Form, Modality, Mood, Negation, NounPhrase, Prepositional, Relative, Tense, VerbGroup, Voice,
};
pub use syntax::Syntax;
pub use tree::{MalformedTree, Node};
