//! Tables of texts and what is found in them.

mod ages;
mod articles;
mod clocks;
mod direction;
mod expressions;
mod figures;
mod histories;
mod holidays;
mod hostile;
mod names;
mod numbers;
mod ranges;
mod relative;

use dateline_text::{Article, Document, Parts, Published};

use super::{Timex, TimexKind, normalise};

/// Reads a date ("2025-08-24") or a moment ("2025-08-24T18:05+03:00").
fn published(text: &str) -> Published {
    if text.len() == 10 {
        return Published::Day(text.parse().unwrap());
    }
    let (hours, minutes): (i32, i32) = (text[17..19].parse().unwrap(), text[20..].parse().unwrap());
    let seconds = (hours * 60 + minutes) * if &text[16..17] == "-" { -60 } else { 60 };
    Published::Moment(text[..16].parse().unwrap(), Some(jiff::tz::Offset::from_seconds(seconds).unwrap()))
}

/// What is found in a body published at a date, or at none when that is empty.
fn find(body: &str, date: &str) -> (Article, Vec<Timex>) {
    let published = (!date.is_empty()).then(|| published(date));
    let article = Article::new(Parts { body: body.into(), published, ..Parts::default() }, 2_000_000).unwrap();
    let times = normalise(&Document::new(&article), published);
    (article, times)
}

/// Findings as "text|TYPE|value", with "|MOD" where there is a modifier.
fn show(article: &Article, times: &[Timex]) -> Vec<String> {
    let kind = |kind| match kind {
        TimexKind::Date => "DATE",
        TimexKind::Time => "TIME",
        TimexKind::Duration => "DURATION",
        TimexKind::Set => "SET",
    };
    let line = |time: &Timex| {
        let text = &article.text()[time.span.range()];
        let modifier = time.modifier.map(|modifier| format!("|{modifier}")).unwrap_or_default();
        format!("{text}|{}|{}{modifier}", kind(time.kind), time.value.as_deref().unwrap_or("-"))
    };
    times.iter().map(line).collect()
}

/// Checks every row of a table: text, and what must be found in it, separated by "; ".
fn check(date: &str, rows: &[(&str, &str)]) {
    let failures: Vec<String> = rows
        .iter()
        .filter_map(|(text, expected)| {
            let (article, times) = find(text, date);
            let found = show(&article, &times).join("; ");
            (found != *expected).then(|| format!("{text}\n  expected {expected}\n  found    {found}"))
        })
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
