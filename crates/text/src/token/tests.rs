use proptest::prelude::*;

use super::*;

fn tokens_of(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    tokenise(text, Span::from(0..text.len()), &mut tokens);
    tokens
}

/// The tokens of `text` between bars, white space removed.
fn cut(text: &str) -> String {
    tokens_of(text).iter().map(|token| &text[token.span.range()]).collect::<Vec<_>>().join("|")
}

#[track_caller]
fn check(rows: &[(&str, &str)]) {
    for (text, expected) in rows {
        assert_eq!(cut(text), *expected, "in {text:?}");
    }
}

#[test]
fn apostrophes() {
    check(&[
        ("Ukraine's", "Ukraine|'s"),
        ("Ukraine’s army", "Ukraine|’s|army"),
        ("KYIV'S", "KYIV|'S"),
        ("the workers' rights", "the|workers|'|rights"),
        ("don't", "do|n't"),
        ("DON’T", "DO|N’T"),
        ("can't've", "ca|n't|'ve"),
        ("n't", "n't"),
        ("we'll they've I'm who'd you're", "we|'ll|they|'ve|I|'m|who|'d|you|'re"),
        ("O'Brien's l’Oréal ma'am o’clock", "O'Brien|'s|l’Oréal|ma'am|o’clock"),
        ("rock 'n' roll", "rock|'n'|roll"),
        ("tell 'em 'til", "tell|'em|'til"),
        ("the '90s and 1990's", "the|'90s|and|1990|'s"),
        ("U.S.'s", "U.S.|'s"),
        ("'Stop'", "'|Stop|'"),
        ("the union (EU)'s", "the|union|(|EU|)|'s"),
        ("‘It’s late’", "‘|It|’s|late|’"),
    ]);
}

#[test]
fn hyphens_and_dashes() {
    check(&[
        ("U.S.-led", "U.S.|-|led"),
        ("well-known", "well|-|known"),
        ("talks--again", "talks|--|again"),
        ("war—and peace – maybe", "war|—|and|peace|–|maybe"),
        ("10-20", "10|-|20"),
    ]);
}

#[test]
fn abbreviations_keep_their_stop() {
    check(&[
        ("in the U.S.", "in|the|U.S."),
        ("U.S troops", "U.S|troops"),
        ("Mr. Roe, Gen. J. B. Doe", "Mr.|Roe|,|Gen.|J.|B.|Doe"),
        ("J.B. Doe and J.B.Doe", "J.B.|Doe|and|J.B.|Doe"),
        ("at 5 p.m. or 7p.m.", "at|5|p.m.|or|7|p.m."),
        ("No. 5, St. Ives", "No.|5|,|St.|Ives"),
        ("He said no. She left.", "He|said|no|.|She|left|."),
        ("Roe Inc. e.g. Ph.D.", "Roe|Inc.|e.g.|Ph.D."),
        ("in Sept. 2020", "in|Sept.|2020"),
        ("as tall as I. Then", "as|tall|as|I|.|Then"),
        ("stop.Then go", "stop|.|Then|go"),
        ("Roe et al. said", "Roe|et|al.|said"),
    ]);
}

#[test]
fn numbers() {
    check(&[
        ("1,000 3.5 10:30 1.2.3", "1,000|3.5|10:30|1.2.3"),
        ("the 15th, in 1980s", "the|15th|,|in|1980s"),
        ("$5m €3.2bn US$7", "$|5m|€|3.2bn|US|$|7"),
        ("5% or .5", "5|%|or|.5"),
        ("in 2020.", "in|2020|."),
        ("2020, then", "2020|,|then"),
        ("m² ½ Ⅷ", "m²|½|Ⅷ"),
    ]);
}

#[test]
fn marks() {
    check(&[
        ("well... no… yes . . . ok", "well|...|no|…|yes|. . .|ok"),
        ("what?! (no)", "what|?|!|(|no|)"),
        ("“a” \"b\" «c» „d“ ``e''", "“|a|”|\"|b|\"|«|c|»|„|d|“|``|e|''"),
        ("¿qué?", "¿|qué|?"),
        ("a/b", "a|/|b"),
        ("*** ====", "***|===="),
    ]);
}

#[test]
fn addresses_are_whole() {
    check(&[
        ("see https://example.com/a?b=c.", "see|https://example.com/a?b=c|."),
        ("(www.example.org/x_(y))", "(|www.example.org/x_(y))"),
        ("mail a.roe@mail.example.org, now", "mail|a.roe@mail.example.org|,|now"),
        ("@jane_roe's #News2025 #1", "@jane_roe|'s|#News2025|#|1"),
        ("Example.com's shop", "Example.com|'s|shop"),
        ("the end.no more", "the|end|.|no|more"),
        ("a@b", "a|@|b"),
    ]);
}

#[test]
fn scripts_and_invisible_characters() {
    check(&[
        ("a\u{a0}b\u{2009}c\u{3000}d", "a|b|c|d"),
        ("\u{feff}start\u{200b}next", "start|next"),
        ("co\u{ad}operate", "co\u{ad}operate"),
        ("e\u{301}te\u{301}", "e\u{301}te\u{301}"),
        ("ok 👩‍👩‍👧 🇺🇦!", "ok|👩‍👩‍👧|🇺🇦|!"),
        ("\u{202b}שלום\u{202c} עולם", "שלום|עולם"),
        ("السلام عليكم", "السلام|عليكم"),
        ("北京。", "北|京|。"),
        ("a\0b\u{7}c", "a|b|c"),
        ("a\r\nb\rc", "a|b|c"),
        ("Київ сьогодні", "Київ|сьогодні"),
    ]);
}

#[test]
fn kinds_and_shapes() {
    let rows = [
        ("Kyiv", TokenKind::Word, Shape::Initial),
        ("U.S.", TokenKind::Word, Shape::Upper),
        ("iPhone", TokenKind::Word, Shape::Mixed),
        ("15th", TokenKind::Number, Shape::Lower),
        ("1,000", TokenKind::Number, Shape::Uncased),
        ("—", TokenKind::Punctuation, Shape::Uncased),
        ("€", TokenKind::Symbol, Shape::Uncased),
        ("👍🏽", TokenKind::Symbol, Shape::Uncased),
        ("@roe", TokenKind::Word, Shape::Lower),
    ];
    for (text, kind, shape) in rows {
        let tokens = tokens_of(text);
        assert_eq!((tokens.len(), tokens[0].kind, tokens[0].shape), (1, kind, shape), "{text}");
    }
}

/// Every quotation mark of `text` with its side: `<` opens, `>` closes, `?` is unknown, `'` is an apostrophe token.
fn sides(text: &str) -> String {
    tokens_of(text)
        .iter()
        .filter_map(|token| match token.quote {
            Some(QuoteMark { side: QuoteSide::Open, .. }) => Some('<'),
            Some(QuoteMark { side: QuoteSide::Close, .. }) => Some('>'),
            Some(QuoteMark { side: QuoteSide::Unknown, .. }) => Some('?'),
            None => ["'", "’"].contains(&&text[token.span.range()]).then_some('\''),
        })
        .collect()
}

#[test]
fn quotation_marks_know_their_side() {
    for (text, expected) in [
        ("\"Go,\" he said. \"Now.\"", "<><>"),
        ("“Go,” he said, “now.”", "<><>"),
        ("\"'Go,' he said\", she said", "<<>>"),
        ("He said: \"Go\"—and left", "<>"),
        ("then—\"Go\"", "<>"),
        ("He said,\"Go\",and left", "<>"),
        ("«Go» »Go« „Go“ „Go”", "<><><><>"),
        ("« Go »", "<>"),
        ("the workers' pay", "'"),
        ("'The workers' pay is low,' he said", "<'>"),
        ("the ‘workers’ left", "<>"),
        ("class of '98", "'"),
        ("a 6\" pipe", "?"),
        ("``Go''", "<>"),
        ("(\"Go\")", "<>"),
        ("\" Go \", he said", "<>"),
        ("\"He said, 'Go.'\" Then", "<<>>"),
        ("''He said, 'Go,''' she said", "<<>>"),
    ] {
        assert_eq!(sides(text), expected, "in {text:?}");
    }
}

#[test]
fn a_paragraph_is_read_on_its_own() {
    let text = "It cost 5.\nI left. At 5.\nft. 6";
    let (mut tokens, mut read) = (Vec::new(), Vec::new());
    for line in [0..10, 11..24, 25..30] {
        tokenise(text, Span::from(line), &mut tokens);
    }
    read.extend(tokens.iter().map(|token| &text[token.span.range()]));
    assert_eq!(read.join("|"), "It|cost|5|.|I|left|.|At|5|.|ft|.|6");
}

/// Letters, marks and traps of every kind, so that rules meet more often than in arbitrary text.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = [
        "a", "B", "Mr", "U", "n", "t", "s", "1", "90", ".", "..", "…", ",", ":", "'", "’", "\"", "“", "”", "«", "-",
        "—", "@", "#", "://", "http", "www", "com", "/", "(", ")", " ", "\u{a0}", "\r\n", "\n", "\0", "\u{200b}",
        "\u{200d}", "\u{ad}", "\u{301}", "\u{fe0f}", "👩", "🇺", "京", "ש", "\u{202e}", "`", "$", "%", "é", "ﬃ",
        "\u{3164}",
    ];
    prop::collection::vec(prop::sample::select(pieces.to_vec()), 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn tokens_cover_what_is_visible(text in prop_oneof![hostile(), any::<String>()]) {
        let tokens = tokens_of(&text);
        let mut end = 0;
        for token in &tokens {
            let range = token.span.range();
            prop_assert!(end <= range.start && range.start < range.end);
            prop_assert!(text[end..range.start].chars().all(class::is_blank));
            prop_assert!(!text[range.clone()].chars().all(class::is_blank));
            prop_assert!(!text[range.clone()].starts_with(class::is_blank));
            end = range.end;
        }
        prop_assert!(text[end..].chars().all(class::is_blank));
    }
}
