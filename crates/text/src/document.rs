//! An article read into tokens, sentences and paragraphs.

use std::fmt;

use crate::{
    article::{Article, Field},
    furniture::{self, Furniture},
    paragraph, sentence,
    span::{Byte, Span, Word},
    token::{self, Token},
};

/// The article's tokens in order, and the sentences and paragraphs they form. Furniture has no tokens.
pub struct Document<'a> {
    article: &'a Article,
    tokens: Vec<Token>,
    sentences: Vec<Span<Word>>,
    paragraphs: Vec<Span<Word>>,
    furniture: Vec<Furniture>,
}

impl<'a> Document<'a> {
    /// Reads the article.
    #[must_use]
    pub fn new(article: &'a Article) -> Self {
        let text = article.text();
        let mut document =
            Self { article, tokens: Vec::new(), sentences: Vec::new(), paragraphs: Vec::new(), furniture: Vec::new() };
        for &(_, field) in article.fields() {
            for span in paragraph::paragraphs(text, field) {
                match furniture::classify(&text[span.range()]) {
                    Some(kind) => document.furniture.push(Furniture { span, kind }),
                    None => document.read_paragraph(span),
                }
            }
        }
        document
    }

    fn read_paragraph(&mut self, span: Span<Byte>) {
        let first = self.tokens.len();
        token::tokenise(self.article.text(), span, &mut self.tokens);
        if self.tokens.len() > first {
            let words = Span::from(first..self.tokens.len());
            sentence::split(self.article.text(), &self.tokens, words, &mut self.sentences);
            self.paragraphs.push(words);
        }
    }

    /// The article that was read.
    #[must_use]
    pub fn article(&self) -> &'a Article {
        self.article
    }

    /// All tokens, in text order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The sentences, in text order; together they cover every token.
    #[must_use]
    pub fn sentences(&self) -> &[Span<Word>] {
        &self.sentences
    }

    /// The paragraphs, in text order; together they cover every token, and none cuts a sentence.
    #[must_use]
    pub fn paragraphs(&self) -> &[Span<Word>] {
        &self.paragraphs
    }

    /// The stretches left out of extraction.
    #[must_use]
    pub fn furniture(&self) -> &[Furniture] {
        &self.furniture
    }

    /// The slice of the article's text at a byte span.
    #[must_use]
    pub fn slice(&self, span: Span<Byte>) -> &'a str {
        &self.article.text()[span.range()]
    }

    /// The text of one token.
    ///
    /// # Panics
    /// If there is no such token.
    #[must_use]
    pub fn word(&self, word: u32) -> &'a str {
        self.slice(self.tokens[word as usize].span)
    }

    /// The text from the first to the last token of a word span; empty for an empty span.
    #[must_use]
    pub fn text_of(&self, words: Span<Word>) -> &'a str {
        self.slice(self.bytes(words))
    }

    /// The bytes from the first to the last token of a word span.
    #[must_use]
    pub fn bytes(&self, words: Span<Word>) -> Span<Byte> {
        match &self.tokens[words.range()] {
            [] => Span::new(0, 0),
            [first, .., last] => first.span.cover(last.span),
            [only] => only.span,
        }
    }

    /// The tokens that overlap a byte span.
    #[must_use]
    pub fn words(&self, bytes: Span<Byte>) -> Span<Word> {
        let start = self.tokens.partition_point(|token| token.span.end() <= bytes.start());
        let end = self.tokens.partition_point(|token| token.span.start() < bytes.end());
        Span::from(start..end.max(start))
    }

    /// The index of the sentence that holds a token.
    #[must_use]
    pub fn sentence_at(&self, word: u32) -> usize {
        self.sentences.partition_point(|sentence| sentence.end() <= word)
    }

    /// The index of the paragraph that holds a token.
    #[must_use]
    pub fn paragraph_at(&self, word: u32) -> usize {
        self.paragraphs.partition_point(|paragraph| paragraph.end() <= word)
    }

    /// The field in which a token stands.
    ///
    /// # Panics
    /// If there is no such token.
    #[must_use]
    pub fn field_at(&self, word: u32) -> Field {
        let (field, _) = self.article.field_of(self.tokens[word as usize].span).expect("tokens stand inside one field");
        field
    }
}

impl fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Document({} tokens, {} sentences)", self.tokens.len(), self.sentences.len())
    }
}
