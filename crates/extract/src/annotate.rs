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

use crate::Extraction;
use marks::{Layer, Mark};

/// Columns of text after which a line is wrapped, at the next space before them where there is one.
const WIDTH: usize = 100;

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
    let marks = marks::of(found);
    let mut out = String::new();
    for &(field, place) in article.fields() {
        out.push_str(match field {
            Field::Title => "title\n",
            Field::Abstract => "abstract\n",
            Field::Body => "body\n",
        });
        let lines = wrap(article.text(), place.range());
        for (line, marks) in assign(&lines, &marks) {
            write_line(&mut out, &article.text()[line.clone()], &line, &marks, style);
        }
    }
    summary::write(&mut out, article, found);
    out
}

/// The lines of a field, none longer than [`WIDTH`] columns, blank ones left out.
fn wrap(text: &str, field: Range<usize>) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = field.start;
    for line in text[field].split_inclusive('\n') {
        let end = start + line.trim_end().len();
        let mut from = start;
        while from < end {
            let rest = &text[from..end];
            let cut = rest.char_indices().nth(WIDTH).map_or(rest.len(), |(limit, _)| {
                rest[..limit].rfind(' ').filter(|&space| space > 0).map_or(limit, |space| space + 1)
            });
            lines.push(from..from + cut);
            from += cut;
        }
        start += line.len();
    }
    lines
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

/// One line of text and, beneath it, as many rows of marks as are needed for none to cover another.
fn write_line(out: &mut String, text: &str, line: &Range<usize>, marks: &[&Mark], style: Style) {
    let visible = text.trim_end().chars().map(|c| if is_steering(c) { '·' } else { c });
    out.push_str("> ");
    out.extend(visible);
    out.push('\n');
    let column = |byte: usize| text[..byte.clamp(line.start, line.end) - line.start].chars().count();
    let mut rows: Vec<(String, usize)> = Vec::new();
    for mark in marks {
        let (start, end) = (column(mark.span.start() as usize), column(mark.span.end() as usize));
        let row = rows.iter().position(|&(_, used)| used <= start).unwrap_or(rows.len());
        if row == rows.len() {
            rows.push((String::new(), 0));
        }
        let (row, used) = &mut rows[row];
        let label = format!("{} {}", "^".repeat((end - start).max(1)), mark.label);
        row.extend(std::iter::repeat_n(' ', start - *used));
        paint(row, &label, mark.layer, style);
        *used = start + label.chars().count();
        // A label and the next mark stay apart.
        row.push_str("  ");
        *used += 2;
    }
    for (row, _) in &rows {
        writeln!(out, "  {}", row.trim_end()).expect("writing to a string cannot fail");
    }
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
