//! Own sentences with the names, kinds and roles that are read in them.

use dateline_text::{Article, Document, Parts};
use proptest::prelude::*;

use super::{Name, find};
use crate::testing::{self, Differences};

fn article(body: &str) -> Article {
    Article::new(Parts { body: body.into(), ..Parts::default() }, 300_000).expect("it holds text")
}

fn names_of(article: &Article) -> Vec<Name> {
    let document = Document::new(article);
    find(&document, Some(&testing::encode(&document)))
}

/// "Jane Roe/person, Oslo/location".
fn render_names(body: &str) -> String {
    let article = article(body);
    let shown = names_of(&article)
        .iter()
        .map(|name| format!("{}/{}", &article.text()[name.span.range()], format!("{:?}", name.kind).to_lowercase()))
        .collect::<Vec<_>>();
    shown.join(", ")
}

/// "Jane Roe: [the bank's chief economist] chief economist; ...", with "of" before the affiliation.
fn render_roles(body: &str) -> String {
    let article = article(body);
    let text = |span: dateline_text::Span<dateline_text::Byte>| &article.text()[span.range()];
    let mut shown = Vec::new();
    for name in names_of(&article) {
        for role in &name.roles {
            let of = role.affiliation.map_or(String::new(), |span| format!(" of {}", text(span)));
            shown.push(format!("{}: [{}] {}{of}", text(name.span), text(role.span), text(role.title)));
        }
    }
    shown.join("; ")
}

#[test]
fn names_and_kinds() {
    let mut differences = Differences::default();
    for (body, expected) in [
        ("Police in Oslo said Jane Roe had left Norway.", "Oslo/location, Jane Roe/person, Norway/location"),
        ("The Ministry of Health and Sport met Mr. Doe.", "Ministry of Health and Sport/organization, Doe/person"),
        ("She works for Globex Ltd. in Berlin.", "Globex Ltd./organization, Berlin/location"),
        ("The Norwegian government and Roe's party met.", "Norwegian/group, Roe/person"),
        ("They crossed the Storvik Bridge on Friday.", "Storvik Bridge/facility"),
        ("The Fishing Waters Act was passed in May.", "Fishing Waters Act/law"),
        ("He won the Winter Skiffle Cup in 2019.", "Winter Skiffle Cup/event"),
        ("Her film \"The Long Goodnight\" opened.", "The Long Goodnight/work"),
        (
            "The World Herring Board (WHB) met. The WHB said no.",
            "World Herring Board/organization, WHB/organization, WHB/organization",
        ),
        ("Germany said it would reply.", "Germany/location"),
        ("Trade between Norway-Sweden rivals grew.", "Norway/location, Sweden/location"),
        ("Former President Jane Roe spoke.", "Jane Roe/person"),
        ("It was bought by Jan van der Berg, 45, of Utrecht.", "Jan van der Berg/person, Utrecht/location"),
        ("I think we will go. Then they left.", ""),
        ("They met Kang Min-ho near Storvik prison.", "Kang Min-ho/person, Storvik prison/facility"),
        ("The 2010 Herring Games and the Sledge Cup 2014 were fun.", "2010 Herring Games/event, Sledge Cup 2014/event"),
        ("The Ministry of Labour, Sport and Culture paid US$5.", "Ministry of Labour, Sport and Culture/organization"),
        ("The CEO posted on YouTube; Hill Care Trust replied.", "YouTube/product, Hill Care Trust/organization"),
        ("A London-based firm sold Norway-made pumps.", "London/location, Norway/location"),
        ("OSLO, May 3 (WHB) - Rain fell.", "OSLO/location, WHB/organization"),
        (
            "West African and East Asian guests came to South Asia.",
            "West African/group, East Asian/group, South Asia/location",
        ),
    ] {
        differences.note(body, &render_names(body), expected);
    }
    differences.assert_none();
}

#[test]
fn the_article_decides_together() {
    let mut differences = Differences::default();
    let body = "JANE ROE WINS IN OSLO\n\nJane Roe won on Friday.";
    differences.note(body, &render_names(body), "JANE ROE/person, OSLO/location, Jane Roe/person");
    differences.assert_none();
}

/// Texts that are read wrongly, each with what is right. A row that is mended belongs to the table of its kind.
#[test]
fn known_faults() {
    let mut differences = Differences::default();
    for (body, right) in [
        ("Globex Ltd. grew. Later Globex shrank.", "Globex Ltd./organization, Globex/organization"),
        ("Paris said it would reply. He flew to Paris.", "Paris/organization, Paris/location"),
        ("The CEO posted on YouTube; NGO Hill Care Trust replied.", "YouTube/product, Hill Care Trust/organization"),
        (
            "Blorvik fell. Mayor Anna Blorvik said so. Reporters met Blorvik.",
            "Blorvik/person, Anna Blorvik/person, Blorvik/person",
        ),
        (
            "Jane Roe Wins Big Herring Race Again\n\nJane Roe won in Oslo on Friday.",
            "Jane Roe/person, Jane Roe/person, Oslo/location",
        ),
    ] {
        differences.note_mended(body, &render_names(body), right);
    }
    differences.assert_none();
}

#[test]
fn roles() {
    let mut differences = Differences::default();
    for (body, expected) in [
        ("Prime Minister Jane Roe spoke.", "Jane Roe: [Prime Minister] Prime Minister"),
        ("U.K. Secretary of State Jane Roe spoke.", "Jane Roe: [U.K. Secretary of State] Secretary of State of U.K."),
        (
            "Norway's foreign minister, Jane Roe, spoke.",
            "Jane Roe: [Norway's foreign minister] foreign minister of Norway",
        ),
        ("Hugh Roe, a doctor, spoke.", "Hugh Roe: [a doctor] doctor"),
        ("The bank's chief economist, Jane Roe, spoke.", "Jane Roe: [The bank's chief economist] chief economist"),
        (
            "Jane Roe, chief executive of Globex Ltd., spoke.",
            "Jane Roe: [chief executive of Globex Ltd.] chief executive of Globex Ltd.",
        ),
        ("Mr. Hugh Roe spoke.", ""),
        ("Jane Roe is the mayor of Oslo.", "Jane Roe: [the mayor of Oslo] mayor of Oslo"),
        ("Prime Minister of Norway Jane Roe spoke.", "Jane Roe: [Prime Minister of Norway] Prime Minister of Norway"),
    ] {
        differences.note(body, &render_roles(body), expected);
    }
    differences.assert_none();
}

/// Pieces from which texts full of near-names are made.
const PIECES: &[&str] = &[
    "Jane",
    "Roe",
    "Oslo",
    "the",
    "of",
    "and",
    "Ministry",
    "President",
    "Mr.",
    "U.S.",
    "-",
    ",",
    ".",
    "\u{201c}",
    "\u{201d}",
    "\"",
    "(",
    ")",
    "'s",
    "'",
    "&",
    "for",
    "WHB",
    "van",
    "der",
    "45",
    "said",
    "in",
    "he",
    "her",
    "its",
    "\n\n",
    " ",
    "film",
    "Cup",
    "É",
    "\u{1F600}",
    "St.",
    "J.",
    "iPhone",
    "prime minister",
    "I",
    ":",
    "Boeing",
    "737",
    "/",
    "\u{2019}",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn names_are_in_order_and_apart(pieces in prop::collection::vec((0..PIECES.len(), any::<bool>()), 1..60)) {
        let body: String = pieces.iter().flat_map(|&(at, spaced)| [PIECES[at], if spaced { " " } else { "" }]).collect();
        prop_assume!(!body.trim().is_empty());
        let article = article(&body);
        let names = names_of(&article);
        for pair in names.windows(2) {
            prop_assert!(pair[0].span.end() <= pair[1].span.start());
        }
        let extraction = testing::pipeline().extract(&article).expect("it is short");
        prop_assert_eq!(extraction.validate(&article), Ok(()));
    }

    #[test]
    fn any_text_is_read(body in "\\PC{1,200}") {
        prop_assume!(!body.trim().is_empty());
        let article = article(&body);
        let extraction = testing::pipeline().extract(&article).expect("it is short");
        prop_assert_eq!(extraction.validate(&article), Ok(()));
    }
}
