//! Page furniture: lines that came with the page and are no part of the article.
//!
//! A line is furniture only as a whole, and only on evidence that ordinary sentences do not give: it says what a
//! known phrase of web pages says, word by word, or it is built as such lines are (a byline, the credit of a picture,
//! a trail of sections, the time of publication, the headline once more). Words that may also be a heading
//! ("Comments", "Share") need another furniture line beside them, or the edge of the field. Captions of pictures are
//! no furniture in plain text, for they are sentences that tell news and nothing marks them. In HTML, elements and
//! their classes say what came with the page; see [`markup`](crate::markup).

mod byline;
mod credit;
mod navigation;
mod pattern;
mod phrases;
#[cfg(test)]
mod tests;
mod timestamp;

use pattern::Words;

use crate::{
    line::Line,
    span::{Byte, Span},
};

/// Bytes of the longest line that may be furniture.
const LINE_BYTES_MAX: usize = 300;

/// Words and marks of the longest line that may be furniture.
const LINE_WORDS_MAX: usize = 50;

/// Within how many lines from the field's start or end a byline or a repeated headline may stand.
const EDGE_LINES: usize = 6;

/// How many headings of one kind in a row are buttons rather than headings.
const HEADING_RUN_MIN: usize = 3;

/// What kind of furniture a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FurnitureKind {
    /// An invitation to comment, or a count of comments: "Log in to write a comment".
    Comments,
    /// A link to other articles: "Read more", "Related articles".
    ReadMore,
    /// Buttons and invitations to share or follow: "Share this article".
    Share,
    /// An invitation to subscribe, register or receive a newsletter.
    Subscription,
    /// The label of an advertisement.
    Advertisement,
    /// A notice about cookies or privacy, and its buttons.
    Cookies,
    /// A copyright line, or terms of use.
    Copyright,
    /// Who made or owns a picture: "Photo: Ann Roe".
    PhotoCredit,
    /// Controls of pictures and players: "Enlarge this image", "Play video".
    Media,
    /// Who wrote, reported or edited the article: "By Ann Roe".
    Byline,
    /// When the article was published or updated, or how long it takes to read.
    Timestamp,
    /// Parts of the site's navigation: "Home > News", "Back to top".
    Navigation,
    /// The headline once more.
    RepeatedHeadline,
    /// What stands beside the article: `<aside>`.
    Aside,
    /// The caption of a picture, marked as such.
    Caption,
    /// A post or page from elsewhere.
    Embed,
    /// The mark of a footnote.
    Footnote,
    /// A form, or a button.
    Form,
    /// A quotation set apart that stands in the body too.
    PullQuote,
}

impl FurnitureKind {
    /// A stable name, in snake case.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Comments => "comments",
            Self::ReadMore => "read_more",
            Self::Share => "share",
            Self::Subscription => "subscription",
            Self::Advertisement => "advertisement",
            Self::Cookies => "cookies",
            Self::Copyright => "copyright",
            Self::PhotoCredit => "photo_credit",
            Self::Media => "media",
            Self::Byline => "byline",
            Self::Timestamp => "timestamp",
            Self::Navigation => "navigation",
            Self::RepeatedHeadline => "repeated_headline",
            Self::Aside => "aside",
            Self::Caption => "caption",
            Self::Embed => "embed",
            Self::Footnote => "footnote",
            Self::Form => "form",
            Self::PullQuote => "pull_quote",
        }
    }
}

/// A stretch of text that is left out of extraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Furniture {
    /// Its span.
    pub span: Span<Byte>,
    /// What it is.
    pub kind: FurnitureKind,
}

/// How sure a line is furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    Article,
    /// A heading of this kind, or a button.
    Maybe(FurnitureKind),
    Sure(FurnitureKind),
}

/// The furniture kind of each line of one field; none for the article's own lines. A field whose every line looks like
/// furniture has none.
pub(crate) fn classify(text: &str, lines: &[Line], headline: Option<&str>) -> Vec<Option<FurnitureKind>> {
    let headline = headline.map(Words::of);
    let verdicts: Vec<_> = lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            let at_start = i < EDGE_LINES;
            let at_edge = at_start || lines.len() - i <= EDGE_LINES;
            judge(&text[line.span.range()], headline.as_ref().filter(|_| at_start), at_edge)
        })
        .collect();
    let kinds = settle(&verdicts);
    if kinds.iter().all(Option::is_some) { vec![None; lines.len()] } else { kinds }
}

fn judge(line: &str, headline: Option<&Words>, at_edge: bool) -> Verdict {
    if line.len() > LINE_BYTES_MAX {
        return Verdict::Article;
    }
    let words = Words::of(line);
    if words.len() == 0 || words.len() > LINE_WORDS_MAX {
        return Verdict::Article;
    }
    if headline.is_some_and(|headline| words.len() > 1 && words == *headline) {
        return Verdict::Sure(FurnitureKind::RepeatedHeadline);
    }
    if let Some(kind) = phrases::sure(&words) {
        return Verdict::Sure(kind);
    }
    let built = [
        (timestamp::is_timestamp(&words), FurnitureKind::Timestamp),
        (credit::is_credit(line, &words), FurnitureKind::PhotoCredit),
        (navigation::is_trail(line), FurnitureKind::Navigation),
        (phrases::networks(&words) > 1, FurnitureKind::Share),
        (at_edge && byline::is_byline(line), FurnitureKind::Byline),
    ];
    if let Some(&(_, kind)) = built.iter().find(|(found, _)| *found) {
        return Verdict::Sure(kind);
    }
    let button = (phrases::networks(&words) == 1).then_some(FurnitureKind::Share);
    button.or_else(|| phrases::maybe(&words)).map_or(Verdict::Article, Verdict::Maybe)
}

/// Decides about possible headings by what stands beside them.
fn settle(verdicts: &[Verdict]) -> Vec<Option<FurnitureKind>> {
    let mut kinds = Vec::with_capacity(verdicts.len());
    let mut start = 0;
    while start < verdicts.len() {
        let length = verdicts[start..].iter().take_while(|&&verdict| matches!(verdict, Verdict::Maybe(_))).count();
        let end = start + length;
        let is_sure = |at: usize| matches!(verdicts.get(at), Some(Verdict::Sure(_)));
        let beside = start == 0 || end == verdicts.len() || is_sure(start - 1) || is_sure(end);
        let buttons = beside || length >= HEADING_RUN_MIN;
        kinds.extend(verdicts[start..end].iter().map(|&verdict| match verdict {
            Verdict::Maybe(kind) if buttons => Some(kind),
            _ => None,
        }));
        if let Some(&verdict) = verdicts.get(end) {
            kinds.push(if let Verdict::Sure(kind) = verdict { Some(kind) } else { None });
        }
        start = end + 1;
    }
    kinds
}
