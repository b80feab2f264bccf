//! Own texts with the entities that are read in them.

use dateline_text::{Article, Document, Parts};

use super::{Form, resolve};
use crate::{
    names,
    testing::{self, Differences},
};

/// "Jane Roe: Jane Roe, Roe, she*, the minister~; ...", pronouns marked with a star and descriptions with a tilde;
/// entities with one mention are left out.
fn chains(body: &str) -> String {
    let parts = Parts { body: body.into(), ..Parts::default() };
    let article = Article::new(parts, 10_000).expect("it holds text");
    let document = Document::new(&article);
    let encoding = testing::encode(&document);
    let entities = resolve(&document, Some(&encoding), &names::find(&document, Some(&encoding)));
    let text = |span: dateline_text::Span<dateline_text::Byte>| &article.text()[span.range()];
    let mut shown = Vec::new();
    for entity in entities.iter().filter(|entity| entity.mentions.len() > 1) {
        let mentions = entity.mentions.iter().map(|mention| {
            let mark = match mention.form {
                Form::Name => "",
                Form::Nominal => "~",
                Form::Pronoun => "*",
            };
            format!("{}{mark}", text(mention.span))
        });
        shown.push(format!("{}: {}", text(entity.name), mentions.collect::<Vec<_>>().join(", ")));
    }
    shown.join("; ")
}

#[test]
fn aliases() {
    let mut differences = Differences::default();
    for (body, expected) in [
        ("Jane Roe came. Later Roe left.", "Jane Roe: Jane Roe, Roe"),
        ("Jane Q. Roe came. Later Jane Roe left.", "Jane Q. Roe: Jane Q. Roe, Jane Roe"),
        ("Hugh Roe and Jane Roe came. Later Roe left.", ""),
        ("Hugh Roe came. Roe spoke. Then Jane Roe came. Roe left.", "Hugh Roe: Hugh Roe, Roe"),
        ("The World Herring Board met. The WHB said no.", "World Herring Board: World Herring Board, WHB"),
        ("He left the United Kingdom and Britain let him.", "United Kingdom: United Kingdom, Britain"),
        ("Shares of Globex Ltd. fell. Globex cut jobs.", "Globex Ltd.: Globex Ltd., Globex"),
        ("Democrats met other Americans. Republicans left.", ""),
        ("British voters met. Most Britons left.", "British: British, Britons"),
        (
            "The Farmers' Union of Norway met. The Farmers Union of Norway left.",
            "Farmers' Union of Norway: Farmers' Union of Norway, Farmers Union of Norway",
        ),
        ("José Díaz came. Later Jose Diaz left.", "José Díaz: José Díaz, Jose Diaz"),
    ] {
        differences.note(body, &chains(body), expected);
    }
    differences.assert_none();
}

#[test]
fn pronouns_and_descriptions() {
    let mut differences = Differences::default();
    for (body, expected) in [
        ("Mr. Roe met Mrs. Doe. He thanked her.", "Roe: Roe, He*; Doe: Doe, her*"),
        ("Mary Roe told John Doe that she was late.", "Mary Roe: Mary Roe, she*"),
        ("John Roe said his house had burned.", "John Roe: John Roe, his*"),
        ("After he resigned, John Roe left.", "John Roe: he*, John Roe"),
        ("It rained. It is clear that John Roe left.", ""),
        ("Globex Ltd. said it had cut its prices.", "Globex Ltd.: Globex Ltd., it*, its*"),
        ("Prime Minister Jane Roe met Hugh Doe. The prime minister smiled.", "Jane Roe: Jane Roe, The prime minister~"),
        (
            "Norwegian Prime Minister Jane Roe met Swedish Prime Minister Hugh Doe. The Swedish prime minister smiled.",
            "Swedish: Swedish, Swedish; Hugh Doe: Hugh Doe, The Swedish prime minister~",
        ),
    ] {
        differences.note(body, &chains(body), expected);
    }
    differences.assert_none();
}

#[test]
fn descriptions() {
    let mut differences = Differences::default();
    for (body, expected) in [
        (
            "Prime Minister Ingrid Solheim met Luis Quispe in Lima on Monday. The prime minister laughed.",
            "Ingrid Solheim: Ingrid Solheim, The prime minister~",
        ),
        (
            "Norvik Shipping will cut 400 jobs, its chief executive said on Monday. The company lost money last year.",
            "Norvik Shipping: Norvik Shipping, its*, The company~",
        ),
        (
            "Police in Ghana arrested three men on Friday. The country has a new law on gold.",
            "Ghana: Ghana, The country~",
        ),
        (
            "Harwick Town Council met on Tuesday and voted to close the pool. The council will meet again in June.",
            "Harwick Town Council: Harwick Town Council, The council~",
        ),
        (
            "Ana Prado, the mayor of Tarrow, opened the bridge. Hugh Doe watched. The mayor thanked the builders.",
            "Ana Prado: Ana Prado, The mayor~",
        ),
        // Whoever serves one country is not the other's minister.
        ("Norwegian Prime Minister Jane Roe met Hugh Doe in Bergen. The Danish prime minister stayed at home.", ""),
        // A man is not described as a woman.
        ("Mr. Hugh Doe left the court in Ayr on Monday. The woman was not named.", ""),
        ("The weather was bad in Ayr on Monday. The problem is the rain.", ""),
    ] {
        differences.note(body, &chains(body), expected);
    }
    differences.assert_none();
}
