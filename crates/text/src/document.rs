//! An article read into tokens, sentences and paragraphs.

use std::fmt;

use crate::{
    article::{Article, Field},
    furniture::{self, Furniture, FurnitureKind},
    line::{self, Line},
    paragraph,
    quotation::{self, Quotations},
    sentence,
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
    quotations: Quotations,
}

impl<'a> Document<'a> {
    /// Reads the article.
    #[must_use]
    pub fn new(article: &'a Article) -> Self {
        let text = article.text();
        let mut document = Self {
            article,
            tokens: Vec::new(),
            sentences: Vec::new(),
            paragraphs: Vec::new(),
            furniture: Vec::new(),
            quotations: Quotations::default(),
        };
        let headline = article.fields().iter().find(|(field, _)| *field == Field::Title).map(|&(_, span)| span);
        for &(field, span) in article.fields() {
            let lines = line::lines(text, span);
            let kinds = match field {
                Field::Title => vec![None; lines.len()],
                _ => furniture::classify(text, &lines, headline.map(|span| &text[span.range()])),
            };
            document.read_lines(&lines, &kinds);
        }
        document.quotations = quotation::pair(&document);
        document
    }

    /// Reads the lines of one field, of which some are furniture.
    fn read_lines(&mut self, lines: &[Line], kinds: &[Option<FurnitureKind>]) {
        let mut kept = Vec::with_capacity(lines.len());
        let mut after_furniture = false;
        for (&line, &kind) in lines.iter().zip(kinds) {
            match kind {
                Some(kind) => self.furniture.push(Furniture { span: line.span, kind }),
                None => kept.push((line, !line.after_blank && !after_furniture)),
            }
            after_furniture = kind.is_some();
        }
        for span in paragraph::join(self.article.text(), &kept) {
            self.read_paragraph(span);
        }
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

    /// The quotations, with their marks paired.
    #[must_use]
    pub fn quotations(&self) -> &Quotations {
        &self.quotations
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{Parts, token::class::is_blank};

    /// Bytes of the hostile texts.
    const HOSTILE_BYTES: usize = 100_000;

    /// Seconds for one of them in an unoptimised build; work that grows with the square would take many minutes.
    const HOSTILE_SECONDS_MAX: u64 = 10;

    fn article(title: &str, body: &str) -> Option<Article> {
        let parts = Parts { title: title.into(), body: body.into(), ..Parts::default() };
        Article::new(parts, usize::MAX).ok()
    }

    /// Whether `spans` follow each other without a gap from 0 to `end`.
    fn is_partition(spans: &[Span<Word>], end: usize) -> bool {
        let mut next = 0;
        spans.iter().all(|span| {
            let follows = span.range().start == next && !span.is_empty();
            next = span.range().end;
            follows
        }) && next == end
    }

    fn check(document: &Document<'_>) -> Result<(), TestCaseError> {
        let (text, tokens) = (document.article().text(), document.tokens());
        let mut covered: Vec<_> = tokens.iter().map(|token| token.span).collect();
        prop_assert!(covered.iter().all(|&span| document.article().field_of(span).is_some()));
        covered.extend(document.furniture().iter().map(|furniture| furniture.span));
        covered.sort_unstable();
        let mut end = 0;
        for span in covered.iter().map(|span| span.range()) {
            prop_assert!(end <= span.start && span.start < span.end);
            prop_assert!(text[end..span.start].chars().all(is_blank));
            end = span.end;
        }
        prop_assert!(text[end..].chars().all(is_blank));
        prop_assert!(is_partition(document.sentences(), tokens.len()));
        prop_assert!(is_partition(document.paragraphs(), tokens.len()));
        let ends: Vec<_> = document.sentences().iter().map(|sentence| sentence.end()).collect();
        prop_assert!(document.paragraphs().iter().all(|paragraph| ends.binary_search(&paragraph.end()).is_ok()));
        Ok(())
    }

    fn line() -> impl Strategy<Value = String> {
        let lines = [
            "It rained, \"she said.\"",
            "Read more",
            "Comments",
            "By Ann Roe",
            "the U.S.",
            "",
            " ",
            "5 min read",
            "\u{200b}",
            "\r",
            "Ann Roe met people who had never been there",
            "before the vote",
            "(see it.)",
            "Wait... 'No!' he said",
        ];
        prop_oneof![prop::sample::select(lines.to_vec()).prop_map(str::to_owned), any::<String>()]
    }

    proptest! {
        #[test]
        fn every_visible_character_is_read_once(
            title in line(),
            lines in prop::collection::vec(line(), 0..12),
            end in prop::sample::select(vec!["\n", "\r\n", "\n\n", "\r"]),
        ) {
            if let Some(article) = article(&title, &lines.join(end)) {
                check(&Document::new(&article))?;
            }
        }
    }

    #[test]
    fn hostile_texts_take_linear_time() {
        let pieces = [
            "a",
            "A",
            " ",
            "\n",
            "\"",
            "'",
            "’",
            ".",
            ". ",
            "…",
            "-",
            "!",
            "a.",
            "A.",
            "U.S.",
            "No.",
            "No. ",
            "a'",
            "n't",
            "@",
            "a@",
            "a@a.",
            "#",
            "#a",
            "http://",
            ":",
            "www.",
            "a.com",
            "(",
            ")",
            "!(",
            "!)",
            "! [",
            "!\"",
            "1",
            "1.",
            "1,",
            "\u{ad}",
            "a\u{ad}",
            "\u{301}",
            "🇺",
            "👩\u{200d}",
            "\0",
            "s' ",
            "'a s' ",
            "京",
            "Comments\n",
            "by a ",
            "we use ",
            "* ",
            "> ",
            "Mr. ",
            "said. Roe ",
            "aaaaaaaaa aaaaaaaa aaaaaaaaaa aaaaaaa\n",
            "sign up for ",
            "? sign up to ",
            "Home > ",
        ];
        for piece in pieces {
            let text = piece.repeat(HOSTILE_BYTES / piece.len()) + " end";
            let article = article("end", &text).expect("the text is not blank");
            let start = std::time::Instant::now();
            let document = Document::new(&article);
            assert!(start.elapsed().as_secs() < HOSTILE_SECONDS_MAX, "{piece:?} took {:?}", start.elapsed());
            check(&document).unwrap();
            check(&document).unwrap();
        }
    }
}
