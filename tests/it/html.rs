//! Articles in HTML: the findings of their plain text, at their places in the HTML.

use std::{fs, path::Path};

use dateline::{config::Limits, model::Model};
use dateline_extract::Pipeline;
use dateline_text::{Article, Format, Parts};
use dateline_wire::{ExtractRequest, RequestLimits, respond, to_json};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::support::{ARTICLE, Service, post, post_to};

/// A word that stands only in scripts, attributes, comments and page furniture of the fixtures.
const DECOY: &str = "Decoy";

const PUBLISHED: &str = "2025-10-08";

/// What the service answers to a body, without the warnings.
fn answer(pipeline: &Pipeline, body: &str, body_type: &str, unit: &str) -> Value {
    let request = json!({
        "body": body, "body_type": body_type, "published_at": PUBLISHED, "language": "en",
        "options": {"offset_unit": unit, "attributions": "all"},
    });
    let limits = RequestLimits { text_chars_max: usize::MAX, ..RequestLimits::default() };
    let request = ExtractRequest::from_json(request.to_string().as_bytes(), &limits).unwrap();
    let (article, asked) = request.into_article(&limits).unwrap();
    let found = pipeline.extract(&article).unwrap();
    found.validate(&article).unwrap();
    let rules = Model::rules_alone(&[]).expect("the embedded base is whole");
    let json = to_json(&respond(&article, &found, asked, rules.provenance()), usize::MAX).unwrap();
    let mut answer: Value = serde_json::from_slice(&json).unwrap();
    answer.as_object_mut().unwrap().retain(|name, _| !["warnings", "meta"].contains(&name.as_str()));
    answer
}

/// Text without what shows nothing, white space as one space, and without the quotation marks that `<q>` stands for.
fn shown(text: &str) -> String {
    let unseen =
        |c: &char| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '“' | '”' | '‘' | '’');
    let text: String = text.chars().filter(unseen).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The findings without their places.
fn findings(answer: &Value) -> Value {
    match answer {
        Value::Object(members) => {
            let placed = |name: &str| ["start", "end", "ranges", "offsets"].contains(&name);
            let kept = members.iter().filter(|(name, _)| !placed(name));
            Value::Object(kept.map(|(name, member)| (name.clone(), findings(member))).collect::<Map<_, _>>())
        }
        Value::Array(items) => items.iter().map(findings).collect(),
        Value::String(text) => shown(text).into(),
        other => other.clone(),
    }
}

/// Every span of an answer.
fn spans<'v>(node: &'v Value, found: &mut Vec<&'v Value>) {
    if node.get("field").is_some() {
        found.push(node);
    }
    match node {
        Value::Object(members) => members.values().for_each(|member| spans(member, found)),
        Value::Array(items) => items.iter().for_each(|item| spans(item, found)),
        _ => {}
    }
}

fn slice(text: &str, unit: &str, start: usize, end: usize) -> String {
    match unit {
        "code_point" => text.chars().skip(start).take(end - start).collect(),
        "utf16" => String::from_utf16(&text.encode_utf16().collect::<Vec<_>>()[start..end]).unwrap(),
        _ => text[start..end].to_owned(),
    }
}

/// Character references decoded, by a table of those that the tests write.
fn decoded(text: &str) -> String {
    let named = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&ldquo;", "“"),
        ("&rdquo;", "”"),
        ("&lsquo;", "‘"),
        ("&rsquo;", "’"),
        ("&mdash;", "—"),
        ("&ndash;", "–"),
        ("&hellip;", "…"),
        ("&nbsp;", "\u{a0}"),
        ("&shy;", "\u{ad}"),
        ("&zwnj;", "\u{200c}"),
        ("&eacute;", "é"),
        ("&aacute;", "á"),
    ];
    let mut text = text.to_owned();
    for (reference, character) in named {
        text = text.replace(reference, character);
    }
    while let Some(start) = text.find("&#") {
        let end = start + text[start..].find(';').unwrap();
        let digits = &text[start + 2..end];
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).unwrap(),
            None => digits.parse().unwrap(),
        };
        text.replace_range(start..=end, &char::from_u32(code).unwrap().to_string());
    }
    text.replace("&amp;", "&")
}

/// Checks that every span leads back to the HTML: its runs hold no markup, only markup stands between them, and what
/// they say is its text.
fn check_places(html: &str, answer: &Value, unit: &str) -> usize {
    let mut found = Vec::new();
    spans(answer, &mut found);
    for span in &found {
        let at = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
        let (start, end) = (at(&span["start"]), at(&span["end"]));
        let ranges: Vec<[usize; 2]> = span.get("ranges").map_or_else(
            || vec![[start, end]],
            |ranges| ranges.as_array().unwrap().iter().map(|range| [at(&range[0]), at(&range[1])]).collect(),
        );
        assert_eq!((ranges[0][0], ranges[ranges.len() - 1][1]), (start, end), "{span}");
        let runs: Vec<String> = ranges.iter().map(|&[start, end]| slice(html, unit, start, end)).collect();
        assert!(runs.iter().all(|run| !run.contains(['<', '>']) && !run.is_empty()), "{span}");
        for pair in ranges.windows(2) {
            // White space beside the border of a block is not read.
            let between = slice(html, unit, pair[0][1], pair[1][0]).replace("&nbsp;", " ");
            let between = between.trim();
            assert!(
                between.starts_with(['<', '[', ']']) && between.ends_with(['>', ']', '[']),
                "{between:?} in {span}"
            );
        }
        let without = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(without(&decoded(&runs.concat())), without(span["text"].as_str().unwrap()), "{span}");
    }
    found.len()
}

/// The fixtures: name, HTML and plain text.
fn fixtures() -> Vec<(String, String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/html");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "html"));
    files.sort();
    let read = |file: &Path| fs::read_to_string(file).unwrap();
    files
        .iter()
        .map(|file| (file.display().to_string(), read(file), read(&file.with_extension("txt")).trim_end().to_owned()))
        .collect()
}

/// Checks that the fixtures have the findings of their plain text, at places that lead back.
fn check_fixtures(pipeline: &Pipeline, units: &[&str]) {
    let fixtures = fixtures();
    assert_eq!(fixtures.len(), 50);
    for (name, html, text) in fixtures {
        let parts = Parts { body: html.clone(), format: Format::Html, ..Parts::default() };
        assert_eq!(Article::new(parts, usize::MAX).unwrap().text(), text, "{name}");
        let plain = answer(pipeline, &text, "text", "code_point");
        for unit in units {
            let marked_up = answer(pipeline, &html, "html", unit);
            assert!(check_places(&html, &marked_up, unit) > 12, "{name}");
            assert!(!marked_up.to_string().contains(DECOY), "{name}");
            let [mut left, mut right] = [findings(&marked_up), findings(&plain)];
            left["offset_unit"] = Value::Null;
            right["offset_unit"] = Value::Null;
            assert_eq!(left, right, "{name}");
        }
    }
}

#[test]
fn documents_of_content_systems_have_the_findings_of_their_plain_text() {
    check_fixtures(&Pipeline::by_rule(), &["code_point", "utf16", "utf8"]);
}

#[test]
fn documents_of_content_systems_are_read_by_the_model_like_their_plain_text() {
    check_fixtures(&Model::embedded().pipeline, &["code_point"]);
}

/// Markup that may stand before and after a word without changing what the article says.
fn around_words() -> Vec<(&'static str, &'static str)> {
    vec![
        ("<b>", "</b>"),
        ("<a href=\"/x?a=1&amp;b=“no,”\" title='said <Zed Decoy>'>", "</a>"),
        ("<EM CLASS=x>", "</EM>"),
        ("<span style=\"color: red\"><i>", "</i></span>"),
        ("<!-- “Never,” said Zed Decoy. -->", ""),
        ("", "<!---->"),
        ("<script>if (1 < 2) say(\"Zed Decoy said\")</script>", ""),
        ("<style>p > b { content: 'Zed Decoy' }</style>", ""),
        ("<del>Zed Decoy</del>", ""),
        ("<span hidden>Zed <span>Decoy</span></span>", ""),
        ("", "<sup><a href=\"#fn1\">1</a></sup>"),
        ("<svg><title>Zed Decoy</title></svg>", ""),
        ("<o:p></o:p>", ""),
        ("<font face=Arial>", ""),
        ("<template>Zed Decoy</template><noscript>Zed Decoy</noscript>", "<wbr>"),
        ("<iframe src=x>Zed Decoy</iframe>", ""),
        ("<![if !supportLists]><span style='mso-list:Ignore'>1.&nbsp;</span><![endif]>", ""),
        ("<amp-img src=x alt=\"Zed Decoy\"></amp-img>", ""),
        ("<button>Zed Decoy</button>", ""),
        ("</nobody>", "</>"),
        ("<![CDATA[", "]]>"),
        ("[highlight color=\"red\"]", "[/highlight]"),
    ]
}

/// Markup that may stand between paragraphs.
fn between_paragraphs() -> Vec<&'static str> {
    vec![
        "\n",
        "<!-- wp:separator --><hr/><!-- /wp:separator -->",
        "<aside><p>“Never,” said Zed Decoy.</p></aside>",
        "<nav><a href=/>Zed Decoy</a></nav>",
        "<figure><img alt='Zed Decoy'><figcaption>Zed Decoy in Paris.</figcaption></figure>",
        "[caption id=\"a\"]<img alt=x> Zed Decoy in Paris.[/caption]",
        "<ul><li><a href=x>Zed Decoy resigns</a><li><a href=y>More</a></ul>",
        "<blockquote class=\"twitter-tweet\"><p>Zed Decoy</p></blockquote>",
        "<form><label>Zed Decoy</label><input></form>",
        "<p><time>10:42</time></p>",
        "<p></p><p>&nbsp;</p>",
        "<table><tr><td></td></tr></table>",
        "<script>document.write('<p>Zed Decoy</p>')</script>",
        "<div style=\"display:none\"><p>Zed Decoy</p></div>",
        "<div><a href=x>Zed Decoy</a> | <a href=y>Paris</a></div>",
        "<p>By <a rel=author href=z>Zed Decoy</a>, updated at <time>noon</time></p>",
        "<div style='mso-element:comment-list'><p>Zed Decoy</p></div>",
        "<header>Zed Decoy</header>",
        "<footer>Zed Decoy</footer>",
    ]
}

/// How a paragraph is written: what opens it and what closes it. Blank lines count outside `p` only, so an open one is
/// closed before them.
fn paragraphs() -> Vec<(&'static str, &'static str)> {
    vec![
        ("<p>", "</p>"),
        // Not closed: the next block element does it.
        ("<P class=MsoNormal>", "<HR>"),
        ("<div>", "</div>"),
        ("<div><div>", "</div></div>\n"),
        ("</p>\n\n", "\n\n"),
        ("</P>\r\n\r\n", "\r\n\r\n"),
        ("<br><br>", "<br/>\n<br />"),
        ("<h2>", "</h2>"),
        ("<ul><li>", "</ul>"),
        ("<table><tr><td>", "</table>"),
        ("<blockquote><p>", "</p></blockquote>"),
        ("<!-- wp:paragraph --><p>", "</p><!-- /wp:paragraph -->"),
        ("<section><article>", "</article></section>"),
        ("<![CDATA[<p>", "</p>]]>"),
        ("[vc_row][vc_column width='1/2']", "[/vc_column][/vc_row]"),
        ("<figure><blockquote><p>", "</p></blockquote></figure>"),
        ("<dl><dd>", "</dl>"),
        ("<center><font size=2>", "</font></center>"),
    ]
}

/// How a character is written.
fn written(c: char, how: u8) -> String {
    match (c, how % 7) {
        ('<', _) => "&lt;".to_owned(),
        ('&', how) if how < 3 => "&amp;".to_owned(),
        ('“', 0) => "&ldquo;".to_owned(),
        ('”', 0) => "&rdquo;".to_owned(),
        ('’', 0) => "&rsquo;".to_owned(),
        ('"', 0) => "&quot;".to_owned(),
        ('“' | '”' | '’' | '\'' | '"' | '.' | 'e', 1) => format!("&#{};", u32::from(c)),
        ('“' | '”' | '’' | ',' | 'M', 2) => format!("&#x{:X};", u32::from(c)),
        (' ', 0) => "&nbsp;".to_owned(),
        (' ', 1) => "\n\t ".to_owned(),
        (' ', 2) => "\r\n".to_owned(),
        ('a' | 'n', 3) => format!("{c}&shy;"),
        ('i' | 'o', 4) => format!("{c}\u{200b}"),
        ('r', 5) => format!("{c}&#8203;&zwnj;"),
        ('s', 6) => format!("{c}\u{200e}"),
        (c, _) => c.to_string(),
    }
}

/// Builds markup around a text, a choice at a time.
struct Builder<'c> {
    choices: std::iter::Cycle<std::slice::Iter<'c, u8>>,
}

impl Builder<'_> {
    fn next(&mut self) -> u8 {
        *self.choices.next().expect("there are choices")
    }

    fn pick<T: Clone>(&mut self, from: &[T], one_in: u8) -> Option<T> {
        let (whether, which) = (self.next(), self.next());
        (whether.is_multiple_of(one_in)).then(|| from[usize::from(which) % from.len()].clone())
    }

    fn word(&mut self, word: &str) -> String {
        let characters: String = word
            .chars()
            .map(|c| if self.next().is_multiple_of(5) { written(c, self.next()) } else { written(c, 3) })
            .collect();
        let (before, after) = self.pick(&around_words(), 4).unwrap_or_default();
        format!("{before}{characters}{after}")
    }

    fn document(&mut self, text: &str) -> String {
        let mut html = String::new();
        for paragraph in text.split("\n\n") {
            let words: Vec<String> = paragraph.split(' ').map(|word| self.word(word)).collect();
            html.push_str(self.pick(&between_paragraphs(), 2).unwrap_or_default());
            let (open, close) = self.pick(&paragraphs(), 1).unwrap_or_default();
            // The white space of a paragraph outside `p` may not hold a blank line.
            let spaces: Vec<String> = words.iter().map(|_| written(' ', self.next())).collect();
            let inner: String = words.iter().zip(&spaces).map(|(word, space)| format!("{word}{space}")).collect();
            html.push_str(&format!("{open}{}{close}", inner.trim_end()));
        }
        html
    }
}

/// Articles of the project, without headline and hard line breaks.
fn articles() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/articles");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let bodies = files.iter().map(|file| {
        let text = fs::read_to_string(file).unwrap();
        let body = text.split_once("\n\n").unwrap().1.trim().to_owned();
        body.split("\n\n").map(|paragraph| paragraph.replace('\n', " ")).collect::<Vec<_>>().join("\n\n")
    });
    bodies.collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_markup_around_a_text_leaves_its_findings(which in any::<prop::sample::Index>(), choices in prop::collection::vec(any::<u8>(), 64..600)) {
        let articles = articles();
        let text = which.get(&articles);
        let html = Builder { choices: choices.iter().cycle() }.document(text);
        let parts = Parts { body: html.clone(), format: Format::Html, ..Parts::default() };
        let article = Article::new(parts, usize::MAX).unwrap();
        prop_assert_eq!(article.text(), text, "{}", &html);
        let pipeline = Pipeline::by_rule();
        let plain = findings(&answer(&pipeline, text, "text", "code_point"));
        let marked_up = answer(&pipeline, &html, "html", "code_point");
        check_places(&html, &marked_up, "code_point");
        prop_assert_eq!(findings(&marked_up), plain, "{}", &html);
    }
}

#[tokio::test]
async fn html_is_read_over_http() {
    let service = Service::new();
    let html = "<p>“We will <b>stay</b>,” said <a href=\"/p/ana\">Ana Prado</a> of Berg &amp; Sons on Monday.</p><script>Zed Decoy</script>";
    let request = json!({"title": "Berg &amp; Sons: <i>the harbour</i>", "body": html, "body_type": "html"});
    let reply = service.extract(&request).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    let answer = reply.json();
    assert_eq!(answer["quotes"][0]["content"][0]["text"], "We will stay,");
    assert_eq!(answer["quotes"][0]["content"][0]["ranges"].as_array().unwrap().len(), 3);
    assert_eq!(answer["quotes"][0]["speaker"]["name"], "Ana Prado");
    assert_eq!(answer["warnings"], json!([]));
    let reply = service.send(post_to("/v1/extract?offset_unit=utf8&published_at=2025-10-08", "text/html", html)).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    let answer = reply.json();
    let span = &answer["quotes"][0]["source"];
    let at = |name: &str| usize::try_from(span[name].as_u64().unwrap()).unwrap();
    assert_eq!(&html[at("start")..at("end")], "Ana Prado</a> of Berg &amp; Sons");
    assert_eq!(span["text"], "Ana Prado of Berg & Sons");
    let reply = service.send(post("text/html; charset=utf-8", "<p> </p><script>x</script>")).await;
    assert_eq!((reply.status.as_u16(), reply.code()), (422, "text_empty".to_owned()));
}

#[tokio::test]
async fn markup_in_plain_text_is_warned_of() {
    let service = Service::new();
    for body in
        ["<p>“We will stay,” said Ana Prado on Monday.</p>", "He said &quot;no&quot; on Monday, and left the town."]
    {
        let reply = service.extract(&json!({"body": body})).await;
        assert_eq!(reply.json()["warnings"][0]["code"], "markup_suspected", "{body}: {}", reply.text());
    }
    let reply = service.extract(&json!({"body": ARTICLE})).await;
    assert!(!reply.text().contains("markup_suspected"));
}

#[tokio::test]
async fn other_languages_are_refused_unless_the_caller_says_english() {
    let service = Service::new();
    let body = "Der Außenminister sagte am Montag in Berlin, die Verhandlungen seien gescheitert.";
    let reply = service.extract(&json!({"body": body})).await;
    assert_eq!((reply.status.as_u16(), reply.code()), (422, "language_unsupported".to_owned()));
    assert_eq!(reply.json()["language"], "de");
    assert!(reply.json()["detail"].as_str().unwrap().contains("German"));
    assert_eq!(service.extract(&json!({"body": body, "language": "en-GB"})).await.status, 200);
    let reply = service.extract(&json!({"body": "Alle har ret til hvile"})).await;
    assert_eq!(reply.json()["warnings"][0]["code"], "language_uncertain", "{}", reply.text());
}

#[tokio::test]
async fn only_the_characters_of_the_text_count() {
    let service = Service::with(Limits { text_chars_max: 60, ..Limits::default() });
    let html = format!(
        "<!--{}--><p title=\"{}\">Ana Prado left Ayr on Monday &amp; Tuesday.</p>",
        "x".repeat(900),
        "y".repeat(900)
    );
    assert_eq!(service.send(post("text/html", html)).await.status, 200);
    let reply = service.send(post("text/html", "<p>Ana Prado left the town on Monday.</p>".repeat(3))).await;
    assert_eq!(reply.code(), "text_too_long");
}

#[tokio::test]
async fn what_is_left_out_begins_and_ends_with_text() {
    let service = Service::new();
    let body = "<p>Anna Berg left.</p><figure><figcaption> &shy; Photo by <b>Ann&shy; Roe</b> \u{feff}</figcaption></figure>\
        <aside>\u{202e} &nbsp;</aside>";
    let answer = service.extract(&json!({"body": body, "body_type": "html"})).await.json();
    let warnings = answer["warnings"].as_array().unwrap();
    assert_eq!(warnings.len(), 1, "{answer}");
    let span = &warnings[0]["span"];
    let place = ["start", "end"].map(|end| span[end].as_u64().unwrap() as usize);
    let slice: String = body.chars().skip(place[0]).take(place[1] - place[0]).collect();
    assert!(slice.starts_with("Photo by <b>Ann") && slice.ends_with("Roe"), "{slice:?}");
    let runs = span["ranges"].as_array().unwrap();
    assert_eq!((&runs[0][0], &runs[runs.len() - 1][1]), (&span["start"], &span["end"]));
    assert!(span["text"].as_str().unwrap().starts_with("Photo by Ann"), "{span}");
}
