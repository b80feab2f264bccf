//! An article with its findings marked, as text that a person can read: for terminals, and for snapshots in tests.
//!
//! ```text
//! > Ana Prado met union leaders on Tuesday.
//!   ^^^^^^^^^ e1 person            ^^^^^^^ t1 date 2025-03-04
//!             ^^^ v1 diplomacy.meeting
//! ```

mod marks;
mod summary;

use std::{fmt::Write, ops::Range};

use dateline_text::{Article, Field};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::Extraction;
use marks::{Layer, Mark};

/// Columns of text after which a line is wrapped, at the next space before them where there is one.
const WIDTH: usize = 100;

/// Columns before the text of each line.
const MARGIN: usize = 2;

/// How wide lines are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Columns of text in a line.
    text: usize,
    /// Columns of a line of marks with their labels, where they are bounded.
    marks: Option<usize>,
}

impl Default for Layout {
    /// Lines of 100 columns, and labels as long as they are.
    fn default() -> Self {
        Self { text: WIDTH, marks: None }
    }
}

impl Layout {
    /// Lines that fit a terminal with this many columns.
    #[must_use]
    pub fn within(columns: usize) -> Self {
        let text = columns.saturating_sub(MARGIN).max(1);
        Self { text, marks: Some(text) }
    }
}

/// Whether the text is for a terminal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Without escape sequences.
    Plain,
    /// With ANSI colours, one for each layer.
    Coloured,
}

/// The article's lines with marks beneath them, and after it a list of every finding; confidence has two decimals.
///
/// Control characters of the text show as `·`, so that no text can steer a terminal.
#[must_use]
pub fn render(article: &Article, found: &Extraction, style: Style) -> String {
    render_in(article, found, style, Layout::default())
}

/// The same as [`render`], in lines of a given width.
#[must_use]
pub fn render_in(article: &Article, found: &Extraction, style: Style, layout: Layout) -> String {
    let marks = marks::of(found);
    let mut out = String::new();
    for &(field, place) in article.fields() {
        out.push_str(match field {
            Field::Title => "title\n",
            Field::Abstract => "abstract\n",
            Field::Body => "body\n",
        });
        let lines = wrap(article.text(), place.range(), layout.text);
        for (line, marks) in assign(&lines, &marks) {
            write_line(&mut out, &Line { text: &article.text()[line.clone()], range: line }, &marks, (style, layout));
        }
    }
    summary::write(&mut out, article, found);
    out
}

/// The lines of a field, none wider than `columns`, blank ones left out.
fn wrap(text: &str, field: Range<usize>, columns: usize) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = field.start;
    for line in text[field].split_inclusive('\n') {
        let end = start + line.trim_end().len();
        let mut from = start;
        while from < end {
            let rest = &text[from..end];
            let cut = widest(rest, columns).map_or(rest.len(), |limit| {
                rest[..limit].rfind(' ').filter(|&space| space > 0).map_or(limit, |space| space + 1)
            });
            lines.push(from..from + cut);
            from += cut;
        }
        start += line.len();
    }
    lines
}

/// The first byte that does not fit in so many columns; none where all of the text fits.
fn widest(text: &str, columns: usize) -> Option<usize> {
    let mut used = 0;
    for (at, cluster) in text.grapheme_indices(true) {
        used += cluster.width();
        if used > columns && at > 0 {
            return Some(at);
        }
    }
    None
}

/// The lines, each with the marks that overlap it, in the order in which they start.
fn assign<'m>(lines: &[Range<usize>], marks: &'m [Mark]) -> Vec<(Range<usize>, Vec<&'m Mark>)> {
    let mut assigned: Vec<_> = lines.iter().map(|line| (line.clone(), Vec::new())).collect();
    for mark in marks {
        let first = lines.partition_point(|line| line.end <= mark.span.start() as usize);
        let touched = assigned[first..].iter_mut().take_while(|(line, _)| line.start < mark.span.end() as usize);
        touched.for_each(|(_, marks)| marks.push(mark));
    }
    assigned
}

/// A line of the article.
struct Line<'a> {
    text: &'a str,
    range: Range<usize>,
}

impl Line<'_> {
    /// The column in which a byte of the article is shown.
    fn column(&self, byte: usize) -> usize {
        self.text[..byte.clamp(self.range.start, self.range.end) - self.range.start].width()
    }
}

/// One line of text and, beneath it, as many rows of marks as are needed for none to cover another.
fn write_line(out: &mut String, line: &Line<'_>, marks: &[&Mark], (style, layout): (Style, Layout)) {
    let visible = line.text.trim_end().chars().map(|c| if is_steering(c) { '·' } else { c });
    out.push_str("> ");
    out.extend(visible);
    out.push('\n');
    let mut rows: Vec<(String, usize)> = Vec::new();
    for mark in marks {
        let columns = line.column(mark.span.start() as usize)..line.column(mark.span.end() as usize);
        let (start, label) = placed(columns, &mark.label, layout.marks);
        let row = rows.iter().position(|&(_, used)| used <= start).unwrap_or(rows.len());
        if row == rows.len() {
            rows.push((String::new(), 0));
        }
        let (row, used) = &mut rows[row];
        row.extend(std::iter::repeat_n(' ', start - *used));
        paint(row, &label, mark.layer, style);
        *used = start + label.width();
        // A label and the next mark stay apart.
        row.push_str("  ");
        *used += 2;
    }
    for (row, _) in &rows {
        writeln!(out, "  {}", row.trim_end()).expect("writing to a string cannot fail");
    }
}

/// What a mark begins with whose label is inside it.
const INSIDE: &str = "^^^";

/// A mark with its label, and the column where they begin: the label follows the mark, precedes it where that would be too wide, is
/// inside it where neither fits, and is cut where the mark is too short for that.
fn placed(columns: Range<usize>, label: &str, columns_max: Option<usize>) -> (usize, String) {
    let carets = "^".repeat(columns.len().max(1));
    let (length, limit) = (carets.len() + 1 + label.width(), columns_max.unwrap_or(usize::MAX));
    if columns.start.saturating_add(length) <= limit {
        return (columns.start, format!("{carets} {label}"));
    }
    if let Some(start) = columns.start.checked_sub(label.width() + 1) {
        return (start, format!("{label} {carets}"));
    }
    if let Some(rest) = carets.len().checked_sub(INSIDE.len() + label.width() + 2).filter(|&rest| rest > 0) {
        return (columns.start, format!("{INSIDE} {label} {}", &carets[..rest]));
    }
    let room = limit.saturating_sub(columns.start);
    let cut = widest(label, room.saturating_sub(carets.len() + 1)).unwrap_or(label.len());
    let text = format!("{carets} {}", &label[..cut]);
    (columns.start, text.chars().take(room.max(1)).collect())
}

fn paint(row: &mut String, label: &str, layer: Layer, style: Style) {
    let colour = match layer {
        Layer::Entity => 36,
        Layer::Quote => 32,
        Layer::Event => 35,
        Layer::Time => 33,
        Layer::Warning => 31,
    };
    let written = match style {
        Style::Plain => write!(row, "{label}"),
        Style::Coloured => write!(row, "\u{1b}[{colour}m{label}\u{1b}[0m"),
    };
    written.expect("writing to a string cannot fail");
}

/// Whether a terminal would obey the character in place of showing it: controls, and marks that turn the direction.
fn is_steering(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests;
