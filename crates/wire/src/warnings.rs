//! Warnings, of which an answer has no more than a number of each kind.

use dateline_extract::{Warning, WarningCode};

use crate::{offsets::Offsets, response as wire, terms};

/// The first `max` warnings of each kind and, where there are more, one that says how many are left out.
pub(crate) fn warnings<'a>(found: &[Warning], max: usize, offsets: &Offsets<'a>) -> Vec<wire::Warning<'a>> {
    // One count for each kind that the pipeline has.
    let (mut furniture, mut unclosed, mut omitted) = (0_usize, 0_usize, 0_u32);
    let mut shown = Vec::new();
    for warning in found {
        let count = match warning.code {
            WarningCode::PageFurniture(_) => &mut furniture,
            WarningCode::QuoteUnclosed => &mut unclosed,
        };
        *count += 1;
        if *count <= max {
            shown.push(describe(*warning, offsets));
        } else {
            omitted += 1;
        }
    }
    if omitted > 0 {
        let detail = format!("more than {max} warnings of a kind; {omitted} are left out");
        shown.push(wire::Warning {
            code: terms::WarningCode::WarningsOmitted,
            detail,
            span: None,
            count: Some(omitted),
        });
    }
    shown
}

fn describe<'a>(warning: Warning, offsets: &Offsets<'a>) -> wire::Warning<'a> {
    let (code, detail) = match warning.code {
        WarningCode::PageFurniture(kind) => {
            let detail = format!("page furniture ({}), left out of extraction", kind.code());
            (terms::WarningCode::PageFurniture, detail)
        }
        WarningCode::QuoteUnclosed => {
            (terms::WarningCode::QuoteUnclosed, "a quotation mark that is never closed".to_owned())
        }
    };
    wire::Warning { code, detail, span: Some(offsets.span(warning.span)), count: None }
}

#[cfg(test)]
mod tests {
    use dateline_text::{Article, FurnitureKind, Parts, Span};

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
            warnings(&found, max, &offsets).into_iter().map(|warning| (warning.code, warning.count)).collect()
        };
        use terms::WarningCode::{PageFurniture, QuoteUnclosed, WarningsOmitted};
        assert_eq!(codes(5), [[(QuoteUnclosed, None); 5].as_slice(), &[(PageFurniture, None)]].concat());
        let two = [(QuoteUnclosed, None), (QuoteUnclosed, None), (PageFurniture, None), (WarningsOmitted, Some(3))];
        assert_eq!(codes(2), two);
        assert_eq!(codes(0), [(WarningsOmitted, Some(6))]);
    }
}
