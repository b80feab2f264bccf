//! Warnings, of which an answer has no more than a number of each kind.

use dateline_extract::{Warning, WarningCode};
use dateline_text::{Article, Format, FurnitureKind};

use crate::{offsets::Offsets, response as wire, terms};

/// The first `max` warnings of each kind and, where there are more, one that says how many are left out.
pub(crate) fn warnings<'a>(
    article: &Article,
    found: &[Warning],
    language_uncertain: bool,
    max: usize,
    offsets: &Offsets<'a>,
) -> Vec<wire::Warning<'a>> {
    let mut shown = Shown { warnings: Vec::new(), counts: Vec::new(), max, omitted: 0 };
    if language_uncertain {
        shown.add(terms::WarningCode::LanguageUncertain, || {
            ("the text does not tell its language; it was read as English".to_owned(), None)
        });
    }
    if article.format() == Format::Text {
        for (field, place) in article.suspected_markup() {
            shown.add(terms::WarningCode::MarkupSuspected, || {
                let detail = "this looks like HTML and was read as plain text; send it with body_type \"html\"";
                (detail.to_owned(), Some(offsets.sent_span(field, place)))
            });
        }
    }
    for left_out in article.left_out() {
        if let Some(span) = offsets.left_out(left_out) {
            shown.add(terms::WarningCode::PageFurniture, || (furniture(left_out.kind), Some(span)));
        }
    }
    for warning in found {
        let span = || Some(offsets.span(warning.span));
        match warning.code {
            WarningCode::PageFurniture(kind) => {
                shown.add(terms::WarningCode::PageFurniture, || (furniture(kind), span()));
            }
            WarningCode::QuoteUnclosed => shown.add(terms::WarningCode::QuoteUnclosed, || {
                ("a quotation mark that is never closed".to_owned(), span())
            }),
        }
    }
    shown.finish()
}

fn furniture(kind: FurnitureKind) -> String {
    format!("page furniture ({}), left out of extraction", kind.code())
}

/// The warnings of an answer as they come.
struct Shown<'a> {
    warnings: Vec<wire::Warning<'a>>,
    /// How many there were of each kind.
    counts: Vec<(terms::WarningCode, usize)>,
    max: usize,
    omitted: u32,
}

impl<'a> Shown<'a> {
    fn add(&mut self, code: terms::WarningCode, describe: impl FnOnce() -> (String, Option<wire::TextSpan<'a>>)) {
        let at = self.counts.iter().position(|(of, _)| *of == code).unwrap_or_else(|| {
            self.counts.push((code, 0));
            self.counts.len() - 1
        });
        self.counts[at].1 += 1;
        if self.counts[at].1 > self.max {
            self.omitted += 1;
            return;
        }
        let (detail, span) = describe();
        self.warnings.push(wire::Warning { code, detail, span, count: None });
    }

    fn finish(mut self) -> Vec<wire::Warning<'a>> {
        let Self { max, omitted, .. } = self;
        if omitted > 0 {
            let detail = format!("more than {max} warnings of a kind; {omitted} are left out");
            let code = terms::WarningCode::WarningsOmitted;
            self.warnings.push(wire::Warning { code, detail, span: None, count: Some(omitted) });
        }
        self.warnings
    }
}

#[cfg(test)]
mod tests {
    use dateline_text::{Parts, Span};

    use super::*;
    use crate::options::OffsetUnit;

    #[test]
    fn warnings_beyond_the_most_of_their_kind_are_counted() {
        let article = Article::new(Parts { body: "“ ".repeat(9), ..Parts::default() }, 100).unwrap();
        let offsets = Offsets::new(&article, OffsetUnit::CodePoint);
        let at = |code, n: usize| Warning { code, span: Span::from(4 * n..4 * n + 3) };
        let mut found: Vec<Warning> = (0..5).map(|n| at(WarningCode::QuoteUnclosed, n)).collect();
        found.push(at(WarningCode::PageFurniture(FurnitureKind::Comments), 6));
        let codes = |max| -> Vec<_> {
            warnings(&article, &found, false, max, &offsets)
                .into_iter()
                .map(|warning| (warning.code, warning.count))
                .collect()
        };
        use terms::WarningCode::{PageFurniture, QuoteUnclosed, WarningsOmitted};
        assert_eq!(codes(5), [[(QuoteUnclosed, None); 5].as_slice(), &[(PageFurniture, None)]].concat());
        let two = [(QuoteUnclosed, None), (QuoteUnclosed, None), (PageFurniture, None), (WarningsOmitted, Some(3))];
        assert_eq!(codes(2), two);
        assert_eq!(codes(0), [(WarningsOmitted, Some(6))]);
    }
}
