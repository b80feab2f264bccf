//! Texts that are read wrongly, each with what is right. A row that is mended belongs to the table of its kind.

use super::{read, render};
use crate::testing::Differences;

const WHO: &[&str] = &["Ana Roe/f", "Tom Lind/m", "Ewan Baird/m", "Ines Calder/f", "Tommy 'the Hook' Varga/m"];

#[test]
fn known_faults() {
    let mut differences = Differences::default();
    let rows: [(&str, &[&str]); 8] = [
        // The comma behind an apposition is no part of the source.
        (
            "Mr Baird, 61, said the jobs were lost.",
            &["Mr Baird, 61 | said | the jobs were lost | Indirect | Ewan Baird"],
        ),
        (
            "Mr Baird, a baker whose shop stands at the bridge, called the vote “a stab in the back.”",
            &[
                "Mr Baird, a baker whose shop stands at the bridge | called | the vote ~ a stab in the back. | Mixed | Ewan Baird",
            ],
        ),
        // "Who" is no part of it either.
        (
            "Ana Roe, who said that the bridge was old, told the press that it would close.",
            &[
                "Ana Roe | said | the bridge was old | Indirect | Ana Roe",
                "Ana Roe, who said that the bridge was old | told | it would close | Indirect | Ana Roe",
            ],
        ),
        // What a talk or a book is about is no quote, nor is a title.
        ("The novelist Ines Calder talks about her new book.", &[]),
        ("Tommy 'the Hook' Varga wrote \"Nine Rounds\" in a small room.", &[]),
        ("Ana Roe declined to comment.", &[]),
        ("Ana Roe did not praise the chance of a strike.", &[]),
        // A turn of a transcript is one quote.
        (
            "ROE: Did it rain?\n\nLIND: It did, for a week.\n\nROE: And now?",
            &[
                "ROE |  | Did it rain? | Direct | ROE",
                "LIND |  | It did, for a week. | Direct | LIND",
                "ROE |  | And now? | Direct | ROE",
            ],
        ),
    ];
    for (text, right) in rows {
        let names = if text.starts_with("ROE") { &[] } else { WHO };
        differences.note_mended(text, &render(text, &read(text, names)).join("\n"), &right.join("\n"));
    }
    differences.assert_none();
}
