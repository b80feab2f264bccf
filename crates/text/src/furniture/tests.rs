use super::*;
use crate::{Article, Document, Parts};

/// The body's lines with the code of their kind, as the document reports them.
fn found(title: &str, body: &str) -> Vec<(String, &'static str)> {
    let parts = Parts { title: title.into(), body: body.into(), ..Parts::default() };
    let article = Article::new(parts, 100_000).unwrap();
    let document = Document::new(&article);
    document.furniture().iter().map(|found| (document.slice(found.span).to_owned(), found.kind.code())).collect()
}

/// The code of one line that stands between ordinary sentences.
fn code(line: &str) -> Option<&'static str> {
    let body =
        format!("{}{line}\n{}", "The council met on Monday.\n".repeat(EDGE_LINES), "It agreed.\n".repeat(EDGE_LINES));
    found("", &body).first().map(|&(_, code)| code)
}

#[test]
fn furniture_is_known_wherever_it_stands() {
    for (line, expected) in [
        ("Log in to write a comment", "comments"),
        ("24 Comments", "comments"),
        ("Read more »", "read_more"),
        ("READ MORE: Storm nears the coast", "read_more"),
        ("Related articles", "read_more"),
        ("Share this article", "share"),
        ("Facebook Twitter WhatsApp", "share"),
        ("Follow Ann Roe on Twitter @annroe", "share"),
        ("Sign up for our daily newsletter", "subscription"),
        ("Subscribe now to get half off.", "subscription"),
        ("Already a subscriber? Log in", "subscription"),
        ("ADVERTISEMENT", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
        ("We use cookies to improve your visit.", "cookies"),
        ("Accept all cookies", "cookies"),
        ("© 2024 Roe Media. All rights reserved.", "copyright"),
        ("This material may not be published or rewritten.", "copyright"),
        ("Photo: Ann Roe", "photo_credit"),
        ("(Getty Images)", "photo_credit"),
        ("Ann Roe/AFP via Getty Images", "photo_credit"),
        ("AP Photo/Ann Roe", "photo_credit"),
        ("Enlarge this image", "media"),
        ("Updated 3 hours ago", "timestamp"),
        ("Published: Monday, May 5, 2014 at 5:40 pm GMT", "timestamp"),
        ("5 min read", "timestamp"),
        ("Home > World > Europe", "navigation"),
        ("News | Sport | Weather", "navigation"),
        ("Back to top", "navigation"),
    ] {
        assert_eq!(code(line), Some(expected), "{line}");
    }
}

#[test]
fn sentences_and_headings_are_no_furniture() {
    for line in [
        "Comments",
        "Share",
        "Share prices fell on Monday.",
        "Read more books, she said.",
        "He declined to comment.",
        "She published two books in 2014.",
        "Updated rules bar agencies from stopping a project.",
        "By Monday the water had gone.",
        "By The Numbers",
        "Photo: A woman walks through the old town on Monday.",
        "Reuters reported the news first.",
        "We use flour to bake cookies.",
        "Subscribers left the service.",
        "Monday, May 5, 2014",
        "The photo was taken by Ann Roe.",
        "Sign language is taught here.",
        "Follow the money",
        "Register of voters opens",
    ] {
        assert_eq!(code(line), None, "{line}");
    }
}

#[test]
fn position_decides_about_bylines_headlines_and_headings() {
    let body = "Storm nears the coast\nBy Ann Roe and Joe Doe, Staff Writers\nIt rained.\nIt rained again.\nComments\n\
                Log in to write a comment";
    let codes: Vec<_> = found("Storm Nears the Coast", body).into_iter().map(|(_, code)| code).collect();
    assert_eq!(codes, ["repeated_headline", "byline", "comments", "comments"]);
}

#[test]
fn a_row_of_buttons_is_furniture() {
    let body = format!("{0}Share\nTweet\nEmail\n{0}", "It rained.\n".repeat(8));
    assert_eq!(found("", &body).len(), 3);
}

#[test]
fn a_field_is_never_furniture_as_a_whole() {
    assert_eq!(found("", "Read more"), []);
    assert_eq!(found("Read more", "It rained."), []);
}

#[test]
fn furniture_has_no_tokens() {
    let parts = Parts { body: "It rained.\nRead more\nIt stopped.".into(), ..Parts::default() };
    let article = Article::new(parts, 100).unwrap();
    let document = Document::new(&article);
    assert!(document.words(document.furniture()[0].span).is_empty());
    assert_eq!(document.paragraphs().len(), 2);
}
