//! Whole articles with the typography and attribution that newsrooms produce, each read to the last quote.

use super::{
    super::{SourceKind, audit},
    article, check, read,
};

#[test]
fn a_council_story_in_straight_marks() {
    check(
        "MILLFORD (AP) - The town council voted 5-4 on Tuesday to close the Elm Street bridge.\n\n\
         \"It isn't safe, and it hasn't been for years,\" said Mayor Dana Whitlock, who cast the deciding vote. \
         \"We can't wait until somebody drowns.\"\n\n\
         Whitlock said that repairs would cost $4.5 million, adding that the state had \"walked away\" from the project.\n\n\
         Opponents booed. \"Shame on you!\" shouted one man.\n\n\
         Councilman Pete Orsini called the vote \"a stab in the back.\"",
        &["Dana Whitlock/f", "Pete Orsini/m"],
        &[
            "Mayor Dana Whitlock, who cast the deciding vote | said | It isn't safe, and it hasn't been for years, | Direct | Dana Whitlock",
            "- |  | We can't wait until somebody drowns. | Direct | Dana Whitlock",
            "Whitlock | said | repairs would cost $4.5 million | Indirect | Dana Whitlock",
            "Whitlock | adding | the state had ~ walked away ~ from the project | Mixed | Dana Whitlock",
            "one man | shouted | Shame on you! | Direct | one man (anonymous)",
            "Councilman Pete Orsini | called | the vote ~ a stab in the back. | Mixed | Pete Orsini",
        ],
    );
}

#[test]
fn a_british_story_in_single_marks() {
    check(
        "The harbour’s owners have gone bust.\n\n\
         ‘I’ve fished here since the ’80s,’ said Ewan Baird, whose boats’ licences run out in May. \
         ‘They told us, “Don’t worry, lads,” and then they sold the lot.’\n\n\
         Mr Baird said the lads’ jobs were ‘hanging by a thread’.",
        &["Ewan Baird/m"],
        &[
            "Ewan Baird, whose boats’ licences run out in May | said | I’ve fished here since the ’80s, | Direct | Ewan Baird",
            "- |  | They told us, “Don’t worry, lads,” and then they sold the lot. | Direct | Ewan Baird",
            "They | told | Don’t worry, lads, | Direct | ",
            "Mr Baird | said | the lads’ jobs were ~ hanging by a thread | Mixed | Ewan Baird",
        ],
    );
}

#[test]
fn a_long_speech_over_paragraphs() {
    check(
        "Union leader Rosa Keller spoke at the gate.\n\n\
         “They locked us out at dawn,” Keller said. “Nobody told us why.\n\n\
         “We stood in the rain for six hours.\n\n\
         “And then the police came.”\n\n\
         The company did not say when the gates would open.",
        &["Rosa Keller/f"],
        &[
            "Keller | said | They locked us out at dawn, | Direct | Rosa Keller",
            "- |  | Nobody told us why. | Direct | Rosa Keller",
            "- |  | We stood in the rain for six hours. | Direct | Rosa Keller",
            "- |  | And then the police came. | Direct | Rosa Keller",
            "The company | not say | when the gates would open | Indirect | company (collective)",
        ],
    );
}

#[test]
fn scare_quotes_nicknames_titles_and_measures() {
    check(
        "Tommy 'the Hook' Varga lived in a 10' x 12' room.\n\n\
         The so-called \"fight of the century\" drew 300 people. The film \"Knockout\" lost money.\n\n\
         \"Boxing saved me,\" Varga wrote.",
        &["Tommy 'the Hook' Varga/m"],
        &["Varga | wrote | Boxing saved me, | Direct | Tommy 'the Hook' Varga"],
    );
}

#[test]
fn a_split_quote_and_a_question() {
    check(
        "\"We knew,\" Judge Carla Stein said in court on Friday, \"that the files were gone.\" She paused. \
         \"Who took them?\" she asked. \"That,\" replied the prosecutor, \"is what we want to know.\"",
        &["Carla Stein/f"],
        &[
            "Judge Carla Stein | said | We knew, ~ that the files were gone. | Direct | Carla Stein",
            "she | asked | Who took them? | Direct | Carla Stein (pronoun)",
            "the prosecutor | replied | That, ~ is what we want to know. | Direct | prosecutor (anonymous)",
        ],
    );
}

#[test]
fn guillemets_and_low_marks() {
    check(
        "Der Minister sprach kurz. „The dam will hold,“ said Jan Novak.\n\n\
         « It will not », answered engineer Lea Martin. »We shall see«, Novak said.",
        &["Jan Novak/m", "Lea Martin/f"],
        &[
            "Jan Novak | said | The dam will hold, | Direct | Jan Novak",
            "engineer Lea Martin | answered | It will not | Direct | Lea Martin",
            "Novak | said | We shall see | Direct | Jan Novak",
        ],
    );
}

#[test]
fn a_stray_mark_in_the_lead() {
    check(
        "The \"Ferry to the island sank on Monday.\n\n\
         “All forty passengers are safe,” the coast guard said in a statement.\n\n\
         According to survivors, the captain left first.",
        &[],
        &[
            "the coast guard | said | All forty passengers are safe, | Direct | coast guard (anonymous)",
            "survivors | According to | the captain left first | Indirect | survivors (collective)",
        ],
    );
}

#[test]
fn an_interview() {
    check(
        "The novelist Ines Calder has a new book.\n\n\
         Q: Why a lighthouse?\n\n\
         A: My father kept one. He never spoke.\n\n\
         Q: And the storm?\n\n\
         A: That was real.",
        &["Ines Calder/f"],
        &[
            "- |  | Why a lighthouse? | Direct | ",
            "- |  | My father kept one. He never spoke. | Direct | Ines Calder",
            "- |  | And the storm? | Direct | ",
            "- |  | That was real. | Direct | Ines Calder",
        ],
    );
}

#[test]
fn sources_nobody_names() {
    check(
        "Two officials who asked not to be identified said the deal was dead.\n\n\
         A person familiar with the talks said on Sunday that the bank had \"days, not weeks\" left.\n\n\
         Residents feared the worst, and police warned drivers to stay away.\n\n\
         The spokeswoman declined to comment.",
        &[],
        &[
            "Two officials who asked not to be identified | said | the deal was dead | Indirect | Two officials (collective)",
            "A person familiar with the talks | said | the bank had ~ days, not weeks ~ left | Mixed | person familiar with the talks (anonymous)",
            "Residents | feared | the worst | Indirect thought | Residents (collective)",
            "police | warned | to stay away | Indirect | police (collective)",
        ],
    );
}

#[test]
fn demands_accusations_and_denials() {
    check(
        "Senator Hal Brooks urged the governor to resign and accused her of \"hiding the truth.\"\n\n\
         Governor Mia Tran denied that she had known. \"I was never told,\" she told reporters outside the capitol.\n\n\
         Brooks described the answer as an insult. Tran believes that voters will forgive her.",
        &["Hal Brooks/m", "Mia Tran/f"],
        &[
            "Senator Hal Brooks | urged | to resign | Indirect | Hal Brooks",
            "Senator Hal Brooks | accused | hiding the truth. | Direct | Hal Brooks",
            "Governor Mia Tran | not denied | she had known | Indirect | Mia Tran",
            "she | told | I was never told, | Direct | Mia Tran (pronoun)",
            "Brooks | described | the answer as an insult | Indirect | Hal Brooks",
            "Tran | believes | voters will forgive her | Indirect thought | Mia Tran",
        ],
    );
}

#[test]
fn a_sentence_end_inside_the_marks() {
    check(
        "\"Is it over? I think so!\" Nora Quill said. \"I hope so.\" The crowd left.\n\n\
         Quill said: \"Go home.\" She then left, too.",
        &["Nora Quill/f"],
        &[
            "Nora Quill | said | Is it over? I think so! | Direct | Nora Quill",
            "- |  | I hope so. | Direct | Nora Quill",
            "Quill | said | Go home. | Direct | Nora Quill",
        ],
    );
}

#[test]
fn the_source_audit_counts_each_source_and_each_quoted_word_once() {
    let text = "\"We told them 'no' twice,\" Ana Roe said. A spokesman said, \"Nobody knew.\" Residents said \"it rained\". \
                Roe said nothing was lost.";
    let found = read(text, &["Ana Roe/f"]);
    let audit =
        audit(&article(text), found.quotes.iter().map(|quote| (quote, quote.speaker.as_ref(), quote.quoted_words)));
    let sources: Vec<_> = audit
        .sources
        .iter()
        .map(|source| (&text[source.name.range()], source.kind, source.quotes, source.quoted_words))
        .collect();
    assert_eq!(
        sources,
        [
            ("Ana Roe", SourceKind::Named, 2, 5),
            ("spokesman", SourceKind::Anonymous, 1, 2),
            ("Residents", SourceKind::Collective, 1, 2),
        ]
    );
    // "We" of the quote inside the first one is nobody known, and its word is Roe's already.
    assert_eq!((audit.quotes, audit.quoted_words, audit.quotes_without_speaker), (5, 9, 1));
}
