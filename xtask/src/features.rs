//! `cargo xtask features`: what the encoder sees of a text, so that training sees the same.
//!
//! A line in is `{"text": "…"}`; a line out has the tokens' code points, the sentences' and paragraphs' first tokens,
//! and the encoder's [`Input`].

use std::{
    error::Error,
    fs,
    io::{self, BufRead, Write},
    path::PathBuf,
};

use dateline_encoder::{Input, Vocabulary, lexicon};
use dateline_text::{Article, ArticleError, Document, Parts, Span, Word};
use serde::{Deserialize, Serialize};

/// Where the vocabulary lies.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// The word pieces, one per line.
    #[arg(long)]
    vocabulary: PathBuf,
}

#[derive(Deserialize)]
struct Text {
    text: String,
}

#[derive(Default, Serialize)]
struct Features {
    /// Start and end of every token, in code points.
    spans: Vec<(usize, usize)>,
    sentences: Vec<u32>,
    paragraphs: Vec<u32>,
    pieces: Vec<i32>,
    begin: Vec<u32>,
    shapes: Vec<i32>,
    quotation: Vec<i32>,
    membership: Vec<u64>,
    /// The bits of `dateline_lexicon::bits`; the released model does not read them.
    lexicon: Vec<u64>,
}

/// Answers every line of standard input at once.
pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let vocabulary = Vocabulary::parse(&fs::read_to_string(&options.vocabulary)?);
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let Text { text } = serde_json::from_str(&line?)?;
        serde_json::to_writer(&mut out, &features(text, &vocabulary)?)?;
        out.write_all(b"\n")?;
        out.flush()?;
    }
    Ok(())
}

fn features(text: String, vocabulary: &Vocabulary) -> Result<Features, ArticleError> {
    if text.trim().is_empty() {
        return Ok(Features { begin: vec![0], ..Features::default() });
    }
    let article = Article::new(Parts { body: text, ..Parts::default() }, usize::MAX)?;
    let document = Document::new(&article);
    let Input { pieces, begin, shapes, quotation, membership } = Input::read(&document, vocabulary);
    let starts = |spans: &[Span<Word>]| spans.iter().map(|span| span.start()).collect();
    Ok(Features {
        spans: code_points(&document),
        sentences: starts(document.sentences()),
        paragraphs: starts(document.paragraphs()),
        pieces,
        begin,
        shapes,
        quotation,
        membership,
        lexicon: lexicon(&document),
    })
}

fn code_points(document: &Document<'_>) -> Vec<(usize, usize)> {
    let text = document.article().text();
    let (mut at, mut seen) = (0, 0);
    let mut count = |byte: u32| {
        seen += text[at..byte as usize].chars().count();
        at = byte as usize;
        seen
    };
    document.tokens().iter().map(|token| (count(token.span.start()), count(token.span.end()))).collect()
}
