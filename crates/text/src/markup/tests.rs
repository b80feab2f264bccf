use proptest::prelude::*;

use super::*;
use crate::{Article, Document, Field, Format, Parts, span::Byte};

/// The text that layers read.
fn text(html: &str) -> String {
    read(html).text
}

fn article(body: &str) -> Article {
    Article::new(Parts { body: body.into(), format: Format::Html, ..Parts::default() }, usize::MAX)
        .expect("it holds text")
}

/// Where `word` stands in the body as sent, and what stands there.
fn sent<'a>(article: &Article, body: &'a str, word: &str) -> (&'a str, String) {
    let at = article.text().find(word).expect("the text holds the word");
    let (field, place) = article.place(Span::from(at..at + word.len())).expect("in the body");
    (&body[place.range()], article.text_at(field, place).into_owned())
}

#[test]
fn the_text_is_what_a_browser_shows() {
    for (html, expected) in [
        ("plain", "plain"),
        ("<p>One.</p><p>Two.</p>", "One.\n\nTwo."),
        ("<p>One.\n<p>Two.", "One.\n\nTwo."),
        ("<P CLASS=x>One.</P>\n<DIV>Two.</DIV>", "One.\n\nTwo."),
        ("<div>One. <b>Two</b>.\n  <i>Three.</i></div>", "One. Two. Three."),
        ("<p>one<br>two</p>", "one\ntwo"),
        ("<p>one<br/>\n<br />two</p>", "one\n\ntwo"),
        ("<p>one</br>two</p>", "one\ntwo"),
        ("<p>a\n\nb</p>\n\nc\n\nd\ne", "a b\n\nc\n\nd e"),
        ("<p>a\r\nb</p>c\r\n\r\nd", "a b\n\nc\n\nd"),
        ("a<hr>b", "a\n\nb"),
        ("<h2>Head</h2>Body", "Head\n\nBody"),
        ("<ul><li>One<li>Two</ul>", "One\n\nTwo"),
        ("<dl><dt>One<dd>Two</dl>", "One\n\nTwo"),
        ("<table><tr><td>Ayr<td>3<tr><th>Ely</th><th>1</th></table>", "Ayr\t3\n\nEly\t1"),
        ("<p>He said <q>no <q>way</q></q>.</p>", "He said “no ‘way’”."),
        ("<p><q></q>x</p>", "x"),
        ("<p>&ldquo;Yes&rdquo; &amp; &#8216;no&#x2019;</p>", "“Yes” & ‘no’"),
        ("AT&T &foo; &copy 2025 R&amp;D", "AT&T &foo; © 2025 R&D"),
        ("1 < 2 and 3 > 2 <3", "1 < 2 and 3 > 2 <3"),
        ("Car&shy;ney and Mar\u{200b}ia\u{ad}", "Carney and Maria"),
        ("10&nbsp;000\u{a0}people", "10 000 people"),
        ("a<!-- x > y -->b<!---->c<!-->d", "abcd"),
        ("<!doctype html><html><head><title>T</title><style>p{}</style></head><body>B</body></html>", "B"),
        ("<head><title>T</title><p>B", "B"),
        ("a<script>if (a<b) '</p>'</script>b<style>x</style>c", "abc"),
        ("a<script><!-- <script></script> x --></script>b", "ab"),
        ("a<noscript><p>x</p></noscript>b<template><p>x</p></template>", "ab"),
        ("a<svg><title>x</title><text>y</text></svg>b", "ab"),
        ("a<svg><title/><path/></svg>b", "ab"),
        ("a<iframe src=x>y</iframe>b<object>z</object>", "ab"),
        ("a<video controls><p>Your browser</p></video>b", "ab"),
        ("a<del>b</del><s>c</s><ins>d</ins>", "ad"),
        ("a<span hidden>b<span>c</span>d</span>e", "ae"),
        ("a<div style='color:red; DISPLAY : none'>b</div>c", "a\n\nc"),
        ("<p>a<span aria-hidden=\"true\">b</span>c</p>", "ac"),
        ("<textarea>x</textarea><select><option>y</select>z", "z"),
        ("<dialog>x</dialog><dialog open>y</dialog>", "y"),
        ("<amp-img src=x><noscript><img></noscript></amp-img>a<amp-ad>b</amp-ad>", "a"),
        ("<![CDATA[<p>One &amp; two.</p>]]><p>Three.</p>", "One & two.\n\nThree."),
        ("<p><![CDATA[Berg & Sons]]> left.</p>", "Berg & Sons left."),
        ("<p><![CDATA[o&#110;]]> and <![CDATA[<![CDATA[x]]>]]>y</p>", "on and xy"),
        ("<p class=MsoNormal><span style='mso-list:Ignore'>1.&nbsp;</span>One<o:p></o:p></p>", "One"),
        ("<!--[if gte mso 9]><xml>x</xml><![endif]--><p>One", "One"),
        ("<![if !supportLists]>One<![endif]>", "One"),
        ("<pre>one\n  two</pre>", "one\n  two"),
        ("<b><p>one</b> two</p>", "one two"),
        ("<p>one</p></div></p></span>two", "one\n\ntwo"),
        ("a<p", "a"),
        ("a<", "a<"),
        ("a&", "a&"),
        ("a<a href='x>y' title=\"</p>\">b</a>c", "abc"),
        ("micro<wbr>phone", "microphone"),
        ("<p>[vc_row][vc_column_text]One.[/vc_column_text][/vc_row][vc_row]Two.[/vc_row]", "One.\n\nTwo."),
        (
            "<p>One [highlight color=\"red\"]two[/highlight] [b]three[/b] [sic] [the mayor] [1].",
            "One two three [sic] [the mayor] [1].",
        ),
        (
            "<figure><blockquote>One two.</blockquote><figcaption>— <cite>Berg</cite></figcaption></figure><figure><img><figcaption>x</figcaption></figure>",
            "One two.\n\n— Berg",
        ),
        (
            "<p>One<span style='mso-hide:all'>x</span><span class=MsoCommentReference>[Z1]</span></p><div style='mso-element:comment-list'><p>x</div>",
            "One",
        ),
        ("<p>One<a name=a>two</a> <a name=b>three</a></p>", "Onetwo three"),
        ("E = mc<sup>2</sup>, the 5<sup>th</sup>", "E = mc2, the 5th"),
    ] {
        assert_eq!(text(html), expected, "{html}");
    }
}

#[test]
fn what_came_with_the_page_is_left_out() {
    for (html, expected, furniture) in [
        ("<nav><a href=/>Home</a></nav><p>Text.</p>", "Text.", "navigation Home"),
        (
            "<header>Daily</header><article><header><h1>Head</h1></header>Text.</article>",
            "Head\n\nText.",
            "navigation Daily",
        ),
        ("<p>Text.</p><footer>© Daily</footer>", "Text.", "navigation © Daily"),
        ("<p>One.</p><aside><p>Two.</p></aside><p>Three.</p>", "One.\n\nThree.", "aside Two."),
        ("<form><p>Mail</p><input></form>Text.", "Text.", "form Mail"),
        ("<p>Text.<button>Share</button></p>", "Text.", "form Share"),
        ("<figure><img><figcaption>The quay.</figcaption></figure>Text.", "Text.", "caption The quay."),
        (
            "[caption id=\"a\" width=\"3\"]<a><img></a> The quay.[/caption]\n\nText.",
            "Text.",
            "caption [caption id=\"a\" width=\"3\"]<a><img></a> The quay.[/caption]",
        ),
        ("Text.\n\n[gallery ids=\"1,2\"]\n\nMore.", "Text.\n\nMore.", "caption [gallery ids=\"1,2\"]"),
        ("Text [sic] [caption", "Text [sic] [caption", ""),
        ("<ul><li><a href=x>One</a><li><a href=y>Two</a></ul>Text.", "Text.", "navigation One</a><li><a href=y>Two"),
        ("<ul><li><a href=x>Anna Berg</a>, mayor</ul>", "Anna Berg, mayor", ""),
        ("<h3><time>10:42</time></h3><p>Rain at <time>noon</time>.</p>", "Rain at noon.", "timestamp 10:42"),
        ("<div><span class=timestamp>10:42</span><br>Rain.</div>", "Rain.", "timestamp 10:42"),
        (
            "<p>The vote<sup><a href='#fn1'>1</a></sup> failed.<sup>[2]</sup></p>",
            "The vote failed.",
            "footnote 1|footnote [2]",
        ),
        ("<blockquote class=\"twitter-tweet\"><p>Tweet</p></blockquote>Text.", "Text.", "embed Tweet"),
        ("<figure class=wp-block-embed><div>https://x.example</div></figure>Text.", "Text.", "embed https://x.example"),
        (
            "<p>Berg said: “We will all stay here.”</p><blockquote>“We will all stay here.” <cite>Berg</cite></blockquote>",
            "Berg said: “We will all stay here.”",
            "pull_quote “We will all stay here.” <cite>Berg",
        ),
        (
            "<figure class=wp-block-pullquote><blockquote><p>We will all stay</p></blockquote></figure><p>“We will all stay,” she said.</p>",
            "“We will all stay,” she said.",
            "pull_quote We will all stay",
        ),
        ("<blockquote>One two three four.</blockquote><p>Text.</p>", "One two three four.\n\nText.", ""),
        ("<nav>Only a menu</nav>", "Only a menu", ""),
        ("<div><a href=x>One</a> | <a href=y>Two</a></div><p>Text.", "Text.", "navigation One</a> | <a href=y>Two"),
        ("<h4>More</h4><div><a href=x>One</a><br><a href=y>Two</a></div>", "More\n\nOne\nTwo", ""),
        (
            "<p><a href=x>One <b>two</b></a></p><p><a href=x>One</a> and <a href=y>two</a>.",
            "One two\n\nOne and two.",
            "",
        ),
        ("<table><tr><td><a href=x>Ayr</a><td><a href=y>Ely</a></table>", "Ayr\tEly", ""),
        (
            "<div>By <span itemprop=author>Ann Roe</span> <time>7 May</time></div><p>Posted on <time>8 May</time></p>Text.",
            "Text.",
            "byline By <span itemprop=author>Ann Roe</span> <time>7 May|timestamp Posted on <time>8 May",
        ),
        ("<blockquote>One two.<p><a rel=author>Berg</a></blockquote>", "One two.\n\nBerg", ""),
        ("<p>Prices rose 4%<sup class=fn>1</sup> and 5%<sup>2</sup>.", "Prices rose 4% and 5%2.", "footnote 1"),
        (
            "<p>“We will stay here,” she said.</p>\n\n[pullquote align=\"left\"]We will stay here[/pullquote]\n\nMore.",
            "“We will stay here,” she said.\n\nMore.",
            "pull_quote We will stay here",
        ),
        ("One.\n\n[pullquote]We all want &ldquo;to&rdquo; stay[/pullquote]", "One.\n\nWe all want “to” stay", ""),
        (
            "<p>“We will stay here,” she said.<figure><blockquote>We will stay here</blockquote><figcaption>Berg</figcaption></figure>More.",
            "“We will stay here,” she said.\n\nMore.",
            "pull_quote We will stay here</blockquote><figcaption>Berg",
        ),
    ] {
        let reading = read(html);
        assert_eq!(reading.text, expected, "{html}");
        let found: Vec<_> =
            reading.furniture.iter().map(|(span, kind)| format!("{} {}", kind.code(), &html[span.range()])).collect();
        assert_eq!(found.join("|"), furniture, "{html}");
    }
}

#[test]
fn spans_lead_back_to_the_source() {
    let body = "<p>“We will <b>st&aacute;y</b>,”<br/> said Car&shy;ney of O&#8217;Neill &amp; <q>Sons</q></p>\n<p>\n  The\n  end</p>";
    let article = article(body);
    for (word, slice, text) in [
        ("We will stáy", "We will <b>st&aacute;y", "We will stáy"),
        ("stáy,”\nsaid", "st&aacute;y</b>,”<br/> said", "stáy,”\nsaid"),
        ("Carney", "Car&shy;ney", "Car\u{ad}ney"),
        ("O’Neill &", "O&#8217;Neill &amp;", "O’Neill &"),
        ("“Sons”", "Sons", "Sons"),
        ("& “Sons", "&amp; <q>Sons", "& Sons"),
        ("Sons”\n\nThe end", "Sons</q></p>\n<p>\n  The\n  end", "Sons\nThe\n  end"),
    ] {
        assert_eq!(sent(&article, body, word), (slice, text.to_owned()), "{word}");
    }
    let at = article.text().find("We will stáy").unwrap();
    let (field, place) = article.place(Span::from(at..at + "We will stáy,".len())).unwrap();
    let runs: Vec<_> = article.runs(field, place).into_iter().map(|run| &body[run.range()]).collect();
    assert_eq!(runs, ["We will ", "st&aacute;y", ","]);
}

#[test]
fn plain_text_loses_what_shows_nothing_and_keeps_its_places() {
    let body = "\u{feff}Car\u{ad}ney met 10\u{a0}000 people 👮\u{200d}♀\u{fe0f}.";
    let article = Article::new(Parts { body: body.into(), ..Parts::default() }, 100).unwrap();
    assert_eq!(article.text(), "Carney met 10 000 people 👮\u{200d}♀\u{fe0f}.");
    for (word, slice) in [("Carney", "Car\u{ad}ney"), ("10 000", "10\u{a0}000"), ("people", "people")] {
        assert_eq!(sent(&article, body, word), (slice, slice.to_owned()));
    }
}

#[test]
fn markup_in_plain_text_is_suspected() {
    for (text, expected) in [
        ("One <p>two</p>", Some("<p>")),
        ("<a href=\"x\">One</a>", Some("<a href=\"x\">")),
        ("One<BR/>two", Some("<BR/>")),
        ("He said &quot;no&quot;", Some("&quot;")),
        ("O&#8217;Neill &#x2014;", Some("&#8217;")),
        ("<!-- wp:paragraph -->", Some("<!--")),
        ("AT&T, R&D; a < b and b > c <3 <b c> &c. <unknown> x<y", None),
        ("if a <b and c> d", None),
    ] {
        assert_eq!(suspect(text).map(|range| &text[range]), expected, "{text}");
    }
}

fn snippet() -> impl Strategy<Value = String> {
    let parts = [
        "<p>",
        "</p>",
        "<b>",
        "</b>",
        "<div hidden>",
        "</div>",
        "<br>",
        "<q>",
        "</q>",
        "<td>",
        "<table>",
        "</table>",
        "<tr>",
        "<li>",
        "<ul>",
        "</ul>",
        "<a href=#>",
        "</a>",
        "<sup>",
        "</sup>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<script>",
        "</script>",
        "<svg>",
        "</svg>",
        "<aside>",
        "</aside>",
        "<blockquote>",
        "</blockquote>",
        "&amp;",
        "&#8217;",
        "&shy;",
        "&",
        "&#",
        "&#x",
        ";",
        "&notit;",
        "&NotEqualTilde;",
        "&nbsp;",
        "<",
        ">",
        "</",
        "<!",
        "<?",
        "</>",
        "</ x>",
        "\r\n",
        "\r",
        "\n\n",
        " ",
        "\u{ad}",
        "\u{a0}",
        "\u{200d}",
        "👮",
        "é",
        "Anna Berg said",
        "[caption]",
        "[/caption]",
        "[pullquote]",
        "[/pullquote]",
        "[b]",
        "[/b]",
        "<figure>",
        "</figure>",
        "<figcaption>",
        "<p rel=author>",
        "[1]",
        "<time>",
        "</time>",
        "<span class=\"pullquote\">",
        "</span>",
        "<textarea>",
        "</textarea>",
        "<pre>",
        "</pre>",
        "\0",
        "<title>",
        "</title",
        "<head>",
        "<x:y/>",
        "<amp-ad>",
        "\"",
        "'",
        "=",
    ];
    prop::sample::select(parts.to_vec()).prop_map(str::to_owned)
}

/// Whether `place` begins or ends inside a character reference of `html`.
fn cuts_reference(html: &str, place: Span<Sent>) -> bool {
    let inside = |start: usize, end: usize| {
        [place.start() as usize, place.end() as usize].into_iter().any(|at| start < at && at < end)
    };
    ["&amp;", "&#8217;", "&shy;", "&NotEqualTilde;", "&nbsp;"]
        .iter()
        .any(|known| html.match_indices(known).any(|(start, _)| inside(start, start + known.len())))
}

proptest! {
    #[test]
    fn any_html_is_read_and_every_word_leads_back(parts in prop::collection::vec(prop_oneof![8 => snippet(), 1 => any::<String>()], 0..60)) {
        let html = parts.concat();
        let parts = Parts { body: html.clone(), format: Format::Html, ..Parts::default() };
        let Ok(article) = Article::new(parts, usize::MAX) else { return Ok(()) };
        let document = Document::new(&article);
        let mut end = 0;
        for token in document.tokens() {
            let (field, place) = article.place(token.span).expect("one field");
            prop_assert_eq!(field, Field::Body);
            prop_assert!(place.start() >= end || place.is_empty(), "{} in order", &html);
            prop_assert!(html.is_char_boundary(place.start() as usize) && html.is_char_boundary(place.end() as usize));
            prop_assert!(!cuts_reference(&html, place), "{:?} {:?}", &html, &html[place.range()]);
            let shown: String = article.text_at(field, place).chars().filter(|&c| !crate::invisible::is_invisible(c)).collect();
            let read: String = article.text()[token.span.range()].chars().filter(|&c| !crate::invisible::is_invisible(c)).collect();
            let shown = shown.replace('\u{a0}', " ");
            // The marks that <q> stands for are in no source.
            let unquoted = |text: &str| text.replace(['“', '”', '‘', '’'], "");
            prop_assert!(read == shown || unquoted(&read) == unquoted(&shown), "{:?}: {:?} {:?}", &html, read, shown);
            end = place.end().max(end);
        }
        let whole = Span::<Byte>::from(0..article.text().len());
        let (field, place) = article.place(whole).expect("one field");
        let runs = article.runs(field, place);
        prop_assert!(runs.iter().all(|run| !run.is_empty() && place.contains(*run)));
        prop_assert!(runs.windows(2).all(|pair| pair[0].end() < pair[1].start()));
    }
}

#[test]
fn hostile_documents_take_linear_time() {
    let repeated = |part: &str, bytes: usize| part.repeat(bytes / part.len());
    let parts = [
        "<div>",
        "<p>",
        "<b>",
        "<span hidden>",
        "<span><div>",
        "<ul><li>",
        "<table><tr><td>",
        "<q>",
        "<aside>",
        "</div>",
        "</b>",
        "&amp;",
        "&#8217;",
        "&",
        "&am",
        "&#x",
        "<",
        "</",
        "<!",
        "<!--",
        "<![CDATA[",
        "]]>",
        "<p a=",
        "<a href='#'>",
        "<sup>[1]",
        "[caption",
        "[caption]",
        "[/caption]",
        "[pullquote]",
        "[a b=\"c\"]",
        "[/a]",
        "[a",
        "<figure><blockquote>",
        "<a href=x>a</a> ",
        "<a href=x>",
        "<svg>",
        "<script>",
        "\r",
        "\n\n",
        "\u{ad}",
        " ",
        "<blockquote>a b c",
        "<time>1",
        "<x>",
        "<x:y hidden>",
        "<i></b>",
        "<button><p>",
        "<select>",
        "<td></p>",
        "<li></a>",
        "<h1>",
        "<a><p>",
        "<blockquote class=pullquote><p>one two three four ",
        "<b class=\"",
        " class=x",
        "=\"",
    ];
    let bytes = 100_000;
    for part in parts {
        let start = std::time::Instant::now();
        let html = format!("<p>Anna Berg left. {}", repeated(part, bytes));
        let reading = read(&html);
        assert!(reading.text.contains("Anna Berg left."), "{part}");
        let seconds = start.elapsed().as_secs_f64();
        assert!(seconds < 10.0, "{part}: {seconds} s");
    }
    let inside = format!(
        "<p>Anna Berg left. <a title=\"{}\" {}><!--{}-->Yes",
        "x".repeat(bytes),
        "y=z ".repeat(bytes / 4),
        "-".repeat(bytes)
    );
    assert_eq!(text(&inside), "Anna Berg left. Yes");
    let deep = format!("{}<p>Anna Berg left.</p>{}<p>She did.", "<div>".repeat(100_000), "</div>".repeat(100_000));
    assert_eq!(text(&deep), "Anna Berg left.\n\nShe did.");
}
