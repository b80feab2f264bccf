use proptest::prelude::*;

use super::*;
use crate::article::{Article, Parts};

/// The quotations of a body, each as its depth and what stands in it, parted by `|`; and the number of unclosed marks.
fn read(body: &str) -> (String, usize) {
    let article = Article::new(Parts { body: body.to_owned(), ..Parts::default() }, usize::MAX).expect("not blank");
    let document = Document::new(&article);
    let quotations = document.quotations();
    let shown = |quotation: &Quotation| {
        let resumed = if quotation.resumes { "+" } else { "" };
        format!("{}{resumed} {}", quotation.depth, &article.text()[quotation.inner.range()])
    };
    (quotations.found.iter().map(shown).collect::<Vec<_>>().join("|"), quotations.unclosed.len())
}

#[test]
fn marks_are_paired() {
    for (body, expected, unclosed) in [
        ("“It rained,” she said. \"It did.\"", "0 It rained,|0 It did.", 0),
        ("“He told me ‘go away’ twice,” she said.", "0 He told me ‘go away’ twice,|1 go away", 0),
        ("‘It’s the Joneses’ boat,’ he said.", "0 It’s the Joneses’ boat,", 0),
        ("«Il pleut», said Roe. „Es regnet“, said Weiss.", "0 Il pleut|0 Es regnet", 0),
        ("``It rained,'' he said.", "0 It rained,", 0),
        ("A 12\"-wide plank of '98 ain't long.", "", 0),
        // Each paragraph of a long speech opens anew, and only the last one closes.
        ("“It rained.\n\n“It snowed,” he said.", "0 It rained.|0+ It snowed,", 0),
        // A stray mark costs nothing beyond its sentence.
        ("He called it “a mess. It went on.\n\nThey left.", "0 a mess.", 1),
        // A closing mark behind speech before a reporting clause has lost its opening one.
        ("It rained,” she said.", "0 It rained,", 0),
        // Dialogue behind dashes.
        ("— Are you well?\n\n— I am, thank you.", "0 Are you well?|0 I am, thank you.", 0),
    ] {
        assert_eq!(read(body), (expected.to_owned(), unclosed), "{body}");
    }
}

proptest! {
    #[test]
    fn quotations_are_in_order_and_inside_each_other_or_apart(body in "[ab .,\n\"'“”‘’«»—]{1,200}c") {
        let article = Article::new(Parts { body, ..Parts::default() }, usize::MAX).expect("not blank");
        let document = Document::new(&article);
        let found = &document.quotations().found;
        for quotation in found {
            prop_assert!(quotation.outer.contains(quotation.inner) && !quotation.inner.is_empty());
            prop_assert!(article.text().is_char_boundary(quotation.outer.end() as usize));
        }
        prop_assert!(found.windows(2).all(|pair| pair[0].outer.start() <= pair[1].outer.start()));
    }
}
