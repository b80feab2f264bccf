//! Corpora of names with Wikidata ids: one JSON object a line, offsets in code points.

use std::{error::Error, fs, path::Path};

use dateline_text::{Article, Byte, Parts, Span};
use serde::Deserialize;

#[derive(Deserialize)]
struct Line {
    id: String,
    text: String,
    eval_span: Option<(usize, usize)>,
    entities: Vec<Marked>,
}

#[derive(Deserialize)]
struct Marked {
    start: usize,
    end: usize,
    #[serde(default)]
    r#type: String,
    link: Option<String>,
    #[serde(default)]
    coref: bool,
    #[serde(default)]
    optional: bool,
}

/// An article with the names that were annotated.
pub(super) struct Annotated {
    pub(super) id: String,
    pub(super) article: Article,
    /// The part that was annotated.
    pub(super) judged: Span<Byte>,
    pub(super) names: Vec<Gold>,
    /// Whether a name without an item has none in Wikidata, and was not merely passed over.
    pub(super) has_all_links: bool,
}

/// A name that was annotated.
pub(super) struct Gold {
    pub(super) span: Span<Byte>,
    /// Its item of Wikidata; none if it has none.
    pub(super) item: Option<u32>,
    /// Whether it is a name, of a person, body, place or event, that scores count.
    pub(super) counts: bool,
}

/// Reads the first articles of a corpus.
pub(super) fn read(path: &Path, articles_max: usize) -> Result<Vec<Annotated>, Box<dyn Error>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let has_all_links = path.to_string_lossy().contains("_fair_");
    text.lines().take(articles_max).map(|line| annotated(serde_json::from_str(line)?, has_all_links)).collect()
}

fn annotated(line: Line, has_all_links: bool) -> Result<Annotated, Box<dyn Error>> {
    let article = Article::new(Parts { body: line.text.clone(), ..Parts::default() }, usize::MAX)?;
    let (text, places) = (article.text(), places(&article));
    let bytes: Vec<u32> =
        line.text.char_indices().map(|(at, _)| at).chain([line.text.len()]).map(|at| at as u32).collect();
    let place = |at: usize| {
        let sent = bytes.get(at).copied().unwrap_or(line.text.len() as u32);
        places.get(places.partition_point(|&(of, _)| of < sent)).map_or(text.len() as u32, |&(_, at)| at)
    };
    let span = |start: usize, end: usize| Span::<Byte>::new(place(start), place(end));
    let judged = line.eval_span.map_or_else(|| span(0, usize::MAX), |(start, end)| span(start, end));
    let named = |marked: &Marked| text[span(marked.start, marked.end).range()].chars().any(char::is_uppercase);
    let names = line
        .entities
        .iter()
        .filter(|marked| !marked.coref && marked.start < marked.end)
        // A title that was not mapped to an item says nothing.
        .filter(|marked| marked.link.as_ref().is_none_or(|link| item(link).is_some()))
        .map(|marked| {
            let item = marked.link.as_deref().and_then(item);
            let of_type = |part: &&str| marked.r#type.contains(*part);
            let typed = ["Person", "Organization", "Brand", "Geographic", "Event"].iter().any(of_type);
            let span = span(marked.start, marked.end);
            let inside = judged.start() <= span.start() && span.start() < judged.end();
            let counts =
                inside && !marked.optional && named(marked) && (item.is_none() || marked.r#type.is_empty() || typed);
            Gold { span, item, counts }
        })
        .collect();
    Ok(Annotated { id: line.id, article, judged, names, has_all_links })
}

/// Where each character of the text that layers read stands in the text as sent, with its own place: corpora count
/// characters that show nothing, which layers do not see.
fn places(article: &Article) -> Vec<(u32, u32)> {
    let chars = article.text().char_indices();
    chars
        .filter_map(|(at, c)| {
            let (_, sent) = article.place(Span::from(at..at + c.len_utf8()))?;
            Some((sent.start(), at as u32))
        })
        .collect()
}

fn item(link: &str) -> Option<u32> {
    link.strip_prefix('Q')?.parse().ok()
}
