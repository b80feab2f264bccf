use crate::{Article, Document, Parts};

/// The sentences of a body, each on a line.
fn split(text: &str) -> Vec<String> {
    let article = Article::new(Parts { body: text.into(), ..Parts::default() }, 100_000).unwrap();
    let document = Document::new(&article);
    document.sentences().iter().map(|&sentence| document.text_of(sentence).to_owned()).collect()
}

#[test]
fn sentences_end_where_they_should() {
    // A bar marks each boundary.
    for marked in [
        "It rained. |The sun came out! |Was it warm? |No.",
        "Mr. Roe met Gen. Doe. |They talked.",
        "She lives in the U.S. |The house is new.",
        "The U.S. Treasury said so.",
        "Roe Inc. Chief Executive Ann Poe left. |He did too.",
        "It ends at 5 p.m. |After that we go.",
        "It ends at 5 p.m. Monday.",
        "Prices rose 3.5 percent. |Then they fell.",
        "George W. Doe and J. R. Roe came.",
        "We wait... |Then we go. |We wait... and go.",
        "\"Stop!\" he said. |\"Why?\" asked Roe. |\"Go!\" Prime Minister Ann Poe said.",
        "\"I went. |I saw.\" |Then he left.",
        "Shares of Yahoo! Inc. fell. |Yahoo! said so.",
        "KYIV, Aug. 24 (Agency) - The talks began. |They failed.",
        "It is late; we go: now.",
        "1. Boil the water. |2. Wait.",
        "(It was late.) |He left.",
        "He left (it was late).",
        "It cost $5. |5 people paid.",
        "He came on Jan. 5. |She came in Dec. |They met.",
        "See p. 5 of No. 7. |It is there.",
        "In case No. VA12 he won. |ST. IVES is near.",
        "He went home. |(she stayed.) |It was late.[1] |Then he slept.",
        "Ann Roe in Peoria |Image: Joe Doe.",
        "\"It is a long game.\" - Ann Roe",
        "Ann Roe (b. 1950; d. 2001) lived in Peoria, Ill. |She wrote.",
        "We met. |it was fine.",
        "We need a plan B. |The first one failed.",
        "It was good. |iPhones sold well.",
        "“Is it so?” |“It is.”",
        "Really?! |Yes.",
        "Roe Jr. won. |Roe Jr. |He won.",
    ] {
        let text = marked.replace('|', "");
        let expected: Vec<_> = marked.split('|').map(str::trim).collect();
        assert_eq!(split(&text), expected);
    }
}

#[test]
fn a_sentence_needs_no_space_after_its_stop() {
    assert_eq!(split("He stopped.Then he went."), ["He stopped.", "Then he went."]);
}
