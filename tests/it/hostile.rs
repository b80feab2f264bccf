//! Inputs that nobody means well with: each a documented status, none a 500, none over the deadline.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::{Service, post, post_to};

/// What is repeated to make a text.
const UNITS: &[&str] = &[
    "a",
    "A",
    "é",
    "ß",
    "İ",
    "中",
    "ا",
    "ש",
    "👍",
    "👩‍👩‍👧",
    "🇵🇹",
    "\u{301}",
    "a\u{301}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{202e}",
    "\u{2028}",
    "\u{a0}a",
    "\u{10ffff}",
    "\u{fffd}",
    "\0",
    "\u{1}",
    "\u{7f}",
    "\u{1b}[31m",
    "\n",
    "\r",
    "\r\n",
    "\n\n",
    "\t",
    " a",
    ".",
    "...",
    "…",
    "?",
    "!?",
    ",",
    ";",
    ":",
    "-",
    "--",
    "—",
    "/",
    "\\",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "<",
    ">",
    "&",
    "%",
    "$",
    "€",
    "\"",
    "\" ",
    " \"",
    "\"\"",
    "'",
    "''",
    "`",
    "“",
    "”",
    "“”",
    "”“",
    "‘",
    "’",
    "«",
    "»",
    "\"a\" ",
    "“a” ",
    "\"a",
    "a\"",
    "“a\n",
    "\"a,\" he said. ",
    "'a' ",
    "a's ",
    "don't ",
    "0",
    "1,",
    "1.",
    "1.1.",
    "9999999999 ",
    "-1",
    "1/2",
    "10:30 ",
    "2025-08-24 ",
    "99/99/9999 ",
    "Monday ",
    "last ",
    "two years ",
    "2000s ",
    "May ",
    "may ",
    "in May of ",
    "U.S.",
    "U.S. ",
    "Mr. ",
    "Mr. A ",
    "A. ",
    "A.B.C. ",
    "e.g. ",
    "a.m. ",
    "Gen. ",
    "President ",
    "Prime Minister ",
    "of the ",
    "the ",
    "and ",
    "and, ",
    "he ",
    "He said ",
    "said ",
    "said he said ",
    "who ",
    "that ",
    "not ",
    "will ",
    "if ",
    "killed ",
    "strike ",
    "Anna ",
    "Anna Kovac ",
    "Anna and ",
    "McAnna-O'Kovac ",
    "ANNA ",
    "aNNa ",
    "Paris ",
    "Paris, ",
    "Ukrainian ",
    "x.com ",
    "https://x.com/a?b=c#d ",
    "a@b.cd ",
    "@a ",
    "#a ",
    "Read more\n",
    "Comments\n",
    "Photo: A\n",
    "Log in to write a comment\n",
    "<script>alert(1)</script>",
    "';DROP TABLE a;--",
    "${jndi:ldap://x}",
    "{{7*7}}",
    "../../etc/passwd\n",
    "%00",
    "\\u0000",
    "\u{d7ff}",
    "\u{e000}",
    "ﷺ",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
    "„a“ ",
    "‹a› ",
    "\"\n",
    "'\n",
    "a\n",
    "A\n",
    "a. ",
    "A. B. ",
    "a.A",
    ".a",
    "\u{ad}",
    "ſ",
    "ŉ",
    "ǅ",
    "ﬀ",
    "K",
    "٣",
    "Ⅷ",
    "½",
    "①",
];

/// Units from which texts of full length are made: those that most invite work that grows faster than the text.
const LONG: &[&str] = &[
    "a",
    "A ",
    "\"",
    "“",
    "”",
    "'",
    "‘",
    "’",
    "\" ",
    "\"a\" ",
    "\"a,\" he said. ",
    ".",
    "…",
    "A.",
    "U.S.",
    "1,",
    "1.",
    "0",
    "-",
    "(",
    "\n",
    "\r\n",
    "\0",
    "\u{301}",
    "\u{200d}",
    "👩‍👩‍👧",
    "Anna Kovac ",
    "Anna ",
    "Anna and ",
    "J. K. L. M. ",
    "he ",
    "May ",
    "according to ",
    "two days ago ",
    "NAME: No. ",
    "Photo: A\n",
    "he said ",
    "said ",
    "who ",
    "that ",
    "of the ",
    "the ",
    "President ",
    "last ",
    "in May of ",
    "two years ",
    "2025-08-24 ",
    "killed ",
    "Paris, ",
    "Comments\n",
    "x.com/",
    "İ",
    "中",
];

/// Characters of a text of great length: a tenth of what is taken, so that a build without optimisation reads it in time.
const LONG_CHARS: usize = 20_000;

fn repeated(unit: &str, chars: usize) -> String {
    unit.repeat(chars / unit.chars().count())
}

/// Whether a character leaves nothing to read: white space, and what shows nothing and is left out.
fn shows_nothing(c: char) -> bool {
    let unseen = ['\u{ad}', '\u{61c}', '\u{180e}', '\u{feff}'];
    let unseen_runs = ['\u{200b}'..='\u{200f}', '\u{202a}'..='\u{202e}', '\u{2060}'..='\u{206f}'];
    c.is_whitespace() || unseen.contains(&c) || unseen_runs.iter().any(|run| run.contains(&c))
}

async fn answered(service: &Service, request: axum::http::Request<axum::body::Body>, what: &str) -> u16 {
    let began = Instant::now();
    let reply = service.send(request).await;
    let took = began.elapsed();
    assert!(took < Duration::from_secs(30), "{what} took {took:?}");
    let status = reply.status.as_u16();
    assert!([200, 400, 413, 415, 422].contains(&status), "{what}: {status} {}", reply.text());
    if status != 200 {
        reply.code();
    }
    status
}

#[tokio::test]
async fn short_texts_of_every_kind_are_answered() {
    let service = Service::new();
    assert!(UNITS.len() >= 150, "{}", UNITS.len());
    for unit in UNITS {
        for text in [(*unit).to_owned(), repeated(unit, 1_500), format!("{}.", repeated(unit, 40)), format!("\"{unit}")]
        {
            let blank = text.chars().all(shows_nothing);
            let body = json!({"title": text, "body": text, "language": "en", "published_at": "2025-08-24", "options": {"attributions": "all"}});
            let status = answered(&service, post("application/json", body.to_string()), unit).await;
            // Characters without a width are no text by themselves.
            let visible = text.chars().any(|c| c.is_alphanumeric() || c.is_ascii_punctuation());
            assert!(if blank { status == 422 } else { status == 200 || !visible }, "{unit:?}: {status}");
        }
    }
}

#[tokio::test]
async fn long_texts_are_answered_within_the_deadline() {
    let service = Service::new();
    for unit in LONG {
        let text = repeated(unit, LONG_CHARS);
        let blank = text.chars().all(shows_nothing);
        let status = answered(&service, post_to("/v1/extract?language=en", "text/plain", text), unit).await;
        assert_eq!(status, if blank { 422 } else { 200 }, "{unit:?}");
    }
}

/// Bytes of stack for a text of [`STACK_CHARS`]: what every text needs, and far less than a call for each of its words.
const STACK_BYTES: usize = 512 << 10;

/// Characters of the texts that are read on it.
const STACK_CHARS: usize = 12_000;

/// Units that make one long name, phrase, clause or quotation of the whole text.
const NESTED: &[&str] = &[
    "J. ",
    "J. K. L. M. ",
    "J.K. ",
    "Anna-",
    "Anna ",
    "of the Bank ",
    "and Anna ",
    "the day before ",
    "two days before ",
    "the end of ",
    "he said that ",
    "who said who ",
    "“a ‘b ",
    "(a [b ",
    "a, b, ",
    "not ",
    "if ",
    "will have been ",
    "— a ",
    "“a” ",
];

#[test]
fn no_text_needs_a_stack_that_grows_with_it() {
    use dateline::model::Model;
    use dateline_text::{Article, Parts};

    let model = Model::embedded();
    let read = move || {
        for unit in NESTED {
            let body = repeated(unit, STACK_CHARS);
            let article = Article::new(Parts { body, ..Parts::default() }, STACK_CHARS).unwrap();
            model.pipeline.extract(&article).unwrap();
        }
    };
    std::thread::Builder::new().stack_size(STACK_BYTES).spawn(read).unwrap().join().unwrap();
}

#[tokio::test]
async fn a_mebibyte_of_one_letter_is_too_long() {
    let service = Service::new();
    assert_eq!(answered(&service, post("text/plain", "a".repeat(1 << 20)), "1 MiB").await, 413);
    assert_eq!(answered(&service, post("text/plain", "a".repeat((1 << 20) + 1)), "1 MiB and a byte").await, 413);
}

#[tokio::test]
async fn bytes_that_are_no_text_are_refused() {
    let service = Service::new();
    let every_byte: Vec<u8> = (0..=255).collect();
    let noise: Vec<u8> = (0_u32..100_000).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    for bytes in [
        &every_byte[..],
        &noise,
        b"\xff",
        b"\xc0\xaf",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"a\xe2\x82",
        b"\xfe\xff\0a",
        b"\x1f\x8b\x08\0",
        b"%PDF-1.7\n\x80",
        b"\x89PNG\r\n\x1a\n",
        b"PK\x03\x04\xff",
    ] {
        assert_eq!(answered(&service, post("text/plain", bytes.to_vec()), "bytes").await, 400);
        assert_eq!(answered(&service, post("application/json", bytes.to_vec()), "bytes").await, 400);
    }
}

#[tokio::test]
async fn json_of_every_wrong_shape_is_refused() {
    let service = Service::new();
    let mut bodies: Vec<String> = Vec::new();
    for open in ["[", "{\"a\":", "[{\"body\":", "{\"body\":[", "{\"options\":{\"include\":["] {
        bodies.extend([100, 127, 128, 129, 100_000].map(|levels| open.repeat(levels)));
    }
    bodies.push(format!("{}1{}", "[".repeat(120), "]".repeat(120)));
    bodies.extend(
        ["\\ud800", "\\udfff", "\\ud800\\ud800", "\\ud83d", "\\u12", "\\u", "\\uzzzz", "\\", "\\x41"]
            .map(|escape| format!("{{\"body\":\"{escape}\"}}")),
    );
    bodies.extend(
        ["1e400", "-1e400", "1e-400x", "0x10", "1_000", "+1", "Infinity", "-", "1.", ".5", "tru", "nulll", "undefined"]
            .map(|value| format!("{{\"body\":{value}}}")),
    );
    bodies.push(format!("{{\"body\":{}}}", "9".repeat(100_000)));
    let unknown: Vec<String> = (0..20_000).map(|i| format!("\"k{i}\":{i}")).collect();
    bodies.push(format!("{{\"body\":\"x\",{}}}", unknown.join(",")));
    bodies.push(format!("{{\"body\":\"x\",\"{}\":1}}", "k".repeat(900_000)));
    bodies.push(format!("{{\"body\":\"x\",\"options\":{{\"include\":[{}0]}}}}", "0,".repeat(400_000)));
    for value in ["null", "0", "-1", "true", "[]", "{}", "\"\"", "[[]]", "1e9", "[null]"] {
        for field in [
            "id",
            "title",
            "abstract",
            "body",
            "body_type",
            "byline",
            "dateline",
            "published_at",
            "language",
            "options",
            "other",
        ] {
            bodies.push(format!("{{\"{field}\":{value}}}"));
        }
        for option in ["include", "offset_unit", "attributions", "min_confidence", "evidence", "other"] {
            bodies.push(format!("{{\"options\":{{\"{option}\":{value}}}}}"));
        }
    }
    for body in bodies {
        let what: String = body.chars().take(80).collect();
        let status = answered(&service, post("application/json", body), &what).await;
        assert!([400, 413, 422].contains(&status), "{what}: {status}");
    }
}

#[tokio::test]
async fn escapes_in_json_are_text() {
    let service = Service::new();
    let request = r#"{"body":"\u0000\u001b[2J\ud83d\udc4d\u202eRain\u2028fell\uffff."}"#;
    let reply = service.extract_bytes(request).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    let many: Value = json!({"body": "Rain fell.", "options": {"include": vec!["times"; 50_000]}});
    assert_eq!(service.extract(&many).await.status, 200);
}
