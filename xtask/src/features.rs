//! `cargo xtask features`: what the encoder sees of a text, so that training sees the same.
//!
//! A line in is `{"text": "…", "published": "2025-08-24"}`, the date being optional; a line out has the tokens' code points,
//! the sentences' and paragraphs' first tokens, the encoder's [`Input`], and the time expressions with their values.

use std::{
    error::Error,
    fs,
    io::{self, BufRead, Write},
    path::PathBuf,
};

use dateline_encoder::{Input, Vocabulary, lexicon};
use dateline_text::{Article, ArticleError, Byte, Document, Parts, Published, Span, Word};
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
    /// ISO 8601; a value that is no date counts as none.
    #[serde(default)]
    published: Option<String>,
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
    /// The bits of `dateline_lexicon::bits`; the first released model does not read them.
    lexicon: Vec<u64>,
    /// Start and end in code points, and the TIMEX3 value, of every time expression that has a value.
    times: Vec<(usize, usize, String)>,
}

/// Answers every line of standard input at once.
pub(crate) fn run(options: &Options) -> Result<(), Box<dyn Error>> {
    let vocabulary = Vocabulary::parse(&fs::read_to_string(&options.vocabulary)?);
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let Text { text, published } = serde_json::from_str(&line?)?;
        let published = published.and_then(|date| Some(Published::Day(date.get(..10)?.parse().ok()?)));
        serde_json::to_writer(&mut out, &features(text, published, &vocabulary)?)?;
        out.write_all(b"\n")?;
        out.flush()?;
    }
    Ok(())
}

fn features(text: String, published: Option<Published>, vocabulary: &Vocabulary) -> Result<Features, ArticleError> {
    if text.trim().is_empty() {
        return Ok(Features { begin: vec![0], ..Features::default() });
    }
    let article = Article::new(Parts { body: text, published, ..Parts::default() }, usize::MAX)?;
    let document = Document::new(&article);
    let Input { pieces, begin, shapes, quotation, membership, .. } = Input::read(&document, vocabulary);
    let starts = |spans: &[Span<Word>]| spans.iter().map(|span| span.start()).collect();
    let tokens: Vec<_> = document.tokens().iter().map(|token| token.span).collect();
    let times = dateline_times::normalise(&document, published);
    let expressions: Vec<_> = times.iter().map(|time| time.span).collect();
    let places = code_points(&document, &expressions);
    let times =
        places.into_iter().zip(times).filter_map(|((start, end), time)| Some((start, end, time.value?))).collect();
    Ok(Features {
        spans: code_points(&document, &tokens),
        sentences: starts(document.sentences()),
        paragraphs: starts(document.paragraphs()),
        pieces,
        begin,
        shapes,
        quotation,
        membership,
        lexicon: lexicon(&document),
        times,
    })
}

/// Code points, in the text as sent, of spans that stand in text order.
fn code_points(document: &Document<'_>, spans: &[Span<Byte>]) -> Vec<(usize, usize)> {
    let article = document.article();
    let text = article.sent().map(|(_, text)| text).next().unwrap_or_default();
    let (mut at, mut seen) = (0, 0);
    let mut count = |byte: u32| {
        seen += text[at..byte as usize].chars().count();
        at = byte as usize;
        seen
    };
    let sent = spans.iter().filter_map(|&span| article.place(span));
    sent.map(|(_, span)| (count(span.start()), count(span.end()))).collect()
}
