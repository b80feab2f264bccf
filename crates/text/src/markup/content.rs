//! The text content of HTML as the DOM has it: every text node, with character references decoded, and nothing for tags.

use super::{
    element::{self, Raw},
    tokens::{Sink, Tag, tokenise},
};

/// Text as other software sees it, and where it stands in the source. Positions are code points.
#[derive(Clone, Default)]
pub struct TextContent {
    text: Vec<char>,
    pieces: Vec<Piece>,
}

/// Characters that stand in the source one after the other, or a reference to some.
#[derive(Clone, Copy)]
struct Piece {
    source: u32,
    text: u32,
    /// Characters in the source, and in the text.
    lengths: [u32; 2],
}

impl TextContent {
    /// Of plain text, the text itself.
    pub(crate) fn of_text(text: &str) -> Self {
        let text: Vec<char> = text.chars().collect();
        let length = text.len() as u32;
        Self { text, pieces: vec![Piece { source: 0, text: 0, lengths: [length; 2] }] }
    }

    /// Of HTML: what `textContent` of the body is, or of an element whose `innerHTML` is a part of a document.
    pub(crate) fn of_html(html: &str) -> Self {
        let mut reader = Reader {
            html,
            content: Self::default(),
            byte: 0,
            code_point: 0,
            templates: 0,
            begins_pre: false,
            in_body: true,
            in_metadata: false,
        };
        tokenise(html, &mut reader);
        reader.content
    }

    /// The code points.
    #[must_use]
    pub fn text(&self) -> &[char] {
        &self.text
    }

    /// The place in the text of a place in the source; the next one where that is inside a tag.
    #[must_use]
    pub fn position(&self, source: u32) -> u32 {
        let next = self.pieces.partition_point(|piece| piece.source <= source);
        let Some(piece) = next.checked_sub(1).map(|at| self.pieces[at]) else { return 0 };
        let within = source - piece.source;
        piece.text + if within >= piece.lengths[0] { piece.lengths[1] } else { within.min(piece.lengths[1]) }
    }

    fn push(&mut self, source: u32, length: u32, characters: &str) {
        let text = self.text.len() as u32;
        self.text.extend(characters.chars());
        self.pieces.push(Piece { source, text, lengths: [length, self.text.len() as u32 - text] });
    }
}

struct Reader<'h> {
    html: &'h str,
    content: TextContent,
    /// A place in the source, in bytes and in code points.
    byte: usize,
    code_point: u32,
    /// How many templates are open: what they hold is no text content.
    templates: u32,
    /// Whether a line feed here is no text: the first one in `pre`.
    begins_pre: bool,
    /// Whether the body has begun, as in a part of a document it always has.
    in_body: bool,
    /// Whether this is the content of a title, a style or a script before the body.
    in_metadata: bool,
}

impl Reader<'_> {
    /// Code points before a byte that is not before the last one asked for.
    fn count_to(&mut self, byte: usize) -> u32 {
        self.code_point += self.html.get(self.byte..byte).map_or(0, |skipped| skipped.chars().count() as u32);
        self.byte = byte;
        self.code_point
    }

    fn push(&mut self, start: usize, end: usize, characters: &str) {
        let [source, end] = [start, end].map(|byte| self.count_to(byte));
        let dropped = std::mem::take(&mut self.begins_pre) && characters == "\n";
        self.in_body |= !self.in_metadata && !is_blank(characters);
        if self.in_body && self.templates == 0 && !dropped {
            self.content.push(source, end - source, characters);
        }
    }
}

fn is_blank(characters: &str) -> bool {
    characters.bytes().all(|byte| byte.is_ascii_whitespace())
}

impl Sink for Reader<'_> {
    fn text(&mut self, start: usize, end: usize) {
        let mut at = start;
        // A parser reads a carriage return, with the line feed after it, as one line feed.
        for line in self.html[start..end].split_inclusive(['\r', '\n']) {
            let (begun, characters) = (at, line.trim_end_matches(['\r', '\n']));
            at += line.len();
            if !characters.is_empty() {
                self.push(begun, begun + characters.len(), characters);
            }
            let follows = line == "\n" && begun > start && self.html.as_bytes()[begun - 1] == b'\r';
            if line.len() > characters.len() && !follows {
                self.push(begun + characters.len(), at, "\n");
            }
        }
    }

    fn reference(&mut self, start: usize, end: usize, decoded: &str) {
        self.push(start, end, decoded);
    }

    fn start_tag(&mut self, tag: &Tag) -> Option<Raw> {
        self.begins_pre = matches!(tag.name.as_slice(), b"pre" | b"listing" | b"textarea");
        match tag.name.as_slice() {
            // A second one, or one after text, says nothing.
            name @ (b"html" | b"head" | b"body") if self.content.text.iter().all(char::is_ascii_whitespace) => {
                self.content = TextContent::default();
                self.in_body = name == b"body";
            }
            b"html" | b"head" | b"body" | b"meta" | b"link" | b"base" => {}
            b"title" | b"style" | b"script" => self.in_metadata = !self.in_body,
            b"template" => self.templates += 1,
            // Its content is elements where scripts do not run.
            b"noscript" => return None,
            _ => self.in_body = true,
        }
        // As SVG writes `<title/>`.
        element::raw_of(&tag.name).filter(|_| !tag.closes_itself)
    }

    fn end_tag(&mut self, name: &[u8]) {
        (self.begins_pre, self.in_metadata) = (false, false);
        if name == b"template" {
            self.templates = self.templates.saturating_sub(1);
        }
    }

    fn begin_cdata(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_is_what_the_dom_has() {
        for (html, expected) in [
            ("<p>a<b>b</b> c</p>\n<p>d</p>", "ab c\nd"),
            ("a<br>b<!-- c -->d", "abd"),
            ("AT&amp;T &hellip; &#x1F6A2; &notit;", "AT&T … 🚢 ¬it;"),
            ("a\r\nb\rc\n\nd", "a\nb\nc\n\nd"),
            ("<script>if (a < b) {}</script><style>p {}</style>x", "if (a < b) {}p {}x"),
            ("<noscript><b>a</b></noscript>b", "ab"),
            ("<template><p>a</p></template>b", "b"),
            ("<pre>\na\n</pre><pre></pre>\nb", "a\n\nb"),
            ("<textarea><b>a</b></textarea>b", "<b>a</b>b"),
            ("<script>a('</b></>')</script>b", "a('</b></>')b"),
            ("<!DOCTYPE html><html><head><title>a</title></head><body>\n<p>b</p></body></html>", "\nb"),
            ("<html>\n<title>a</title> <script>b</script>\n<p>c</p>\n</html>", "c\n"),
            ("<head><style>p {}</style></head>\na<body>b", "ab"),
            ("<svg><title/><text>a</text></svg>b", "ab"),
            ("a < b & c", "a < b & c"),
        ] {
            assert_eq!(String::from_iter(TextContent::of_html(html).text()), expected, "{html}");
        }
    }

    #[test]
    fn places_in_the_source_lead_to_the_text() {
        let html = "<p>🚢 &eacute;t&eacute;\r\n<b>שלום</b>&nbsp;x</p>";
        let content = TextContent::of_html(html);
        let source: Vec<char> = html.chars().collect();
        let at = |text: &str| {
            let byte = html.find(text).unwrap();
            let start = html[..byte].chars().count();
            (start as u32, (start + text.chars().count()) as u32)
        };
        for (text, expected) in [
            ("🚢", "🚢"),
            ("&eacute;t&eacute;", "été"),
            ("שלום", "שלום"),
            ("t&eacute;\r\n<b>שלום</b>&nbsp;x", "té\nשלום\u{a0}x"),
            ("x", "x"),
        ] {
            let (start, end) = at(text);
            let [start, end] = [start, end].map(|place| content.position(place) as usize);
            assert_eq!(String::from_iter(&content.text()[start..end]), expected, "{text}");
        }
        assert_eq!(content.position(0), 0);
        assert_eq!(content.position(source.len() as u32) as usize, content.text().len());
    }
}
