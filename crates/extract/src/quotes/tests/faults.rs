//! Texts that are read wrongly, each with what is right. A row that is mended belongs to the table of its kind.

use super::{read, render};
use crate::testing::Differences;

const WHO: &[&str] = &["Ana Roe/f", "Tom Lind/m", "Ewan Baird/m", "Ines Calder/f", "Tommy 'the Hook' Varga/m"];

#[test]
fn known_faults() {
    let mut differences = Differences::default();
    let rows: [(&str, &[&str]); 9] = [
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
        // A verb that renames what another reports.
        (
            "Ana Roe praised what she called “the wisest choice” for saving money.",
            &["Ana Roe | called | the wisest choice ~ for saving money | Mixed | Ana Roe"],
        ),
        // A clause behind "who" ends before the verb around it.
        (
            "Ana Roe, who said that the bridge, for now, would stay open, left at noon.",
            &["Ana Roe | said | the bridge, for now, would stay open | Indirect | Ana Roe"],
        ),
        // "They" means both.
        (
            "Police and soldiers came at dawn. They said everyone must leave.",
            &["They | said | everyone must leave | Indirect | Police and soldiers (collective)"],
        ),
        // A lost closing mark.
        (
            "Ana Roe accused Tom Lind of building the “next great mess. It rained. We will build what we like,” he told reporters.",
            &[
                "Ana Roe | accused | building the ~ next great mess. | Mixed | Ana Roe",
                "he | told | We will build what we like, | Direct | Tom Lind (pronoun)",
            ],
        ),
    ];
    for (text, right) in rows {
        differences.note_mended(text, &render(text, &read(text, WHO)).join("\n"), &right.join("\n"));
    }
    differences.assert_none();
}
