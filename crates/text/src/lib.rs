//! What every layer stands on: the article as the caller sent it, and its tokens, sentences, paragraphs and page
//! furniture, all as spans into that exact text.
//!
//! ```
//! use dateline_text::{Article, Document, Parts};
//!
//! let article = Article::new(Parts { body: "It rained. Mr. Roe left.".into(), ..Parts::default() }, 1_000)?;
//! let document = Document::new(&article);
//! assert_eq!(document.sentences().len(), 2);
//! assert_eq!(document.text_of(document.sentences()[1]), "Mr. Roe left.");
//! # Ok::<(), dateline_text::ArticleError>(())
//! ```

mod abbreviation;
mod article;
mod document;
mod furniture;
mod invisible;
mod language;
mod line;
mod markup;
mod paragraph;
mod quotation;
mod sentence;
mod source;
mod span;
mod token;

pub use article::{Article, ArticleError, Field, Format, LeftOut, Parts, Published};
pub use document::Document;
pub use furniture::{Furniture, FurnitureKind};
pub use language::{Language, OtherLanguage};
pub use markup::TextContent;
pub use quotation::{Quotation, QuotationStyle, Quotations};
pub use source::Sent;
pub use span::{Byte, Span, Word};
pub use token::{QuoteMark, QuoteSide, QuoteStyle, Shape, Token, TokenKind, is_quotation_mark};
