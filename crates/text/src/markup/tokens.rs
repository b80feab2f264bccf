//! The tokenizer: html5gum's state machine, with the place of every character in the source.

use std::ops::Range;

use html5gum::{Emitter, Error, State, Tokenizer};

use super::{attributes::Attributes, element::Raw};

/// Bytes of a name that tell elements apart.
const NAME_BYTES_MAX: usize = 64;

/// The mark that opens a CDATA section.
const CDATA: &str = "<![CDATA[";

/// A tag as read.
#[derive(Default)]
pub(super) struct Tag {
    /// The name in small letters, cut at [`NAME_BYTES_MAX`].
    pub(super) name: Vec<u8>,
    pub(super) attributes: Attributes,
    /// Whether it ends with `/>`.
    pub(super) closes_itself: bool,
}

/// What takes the tokens. Places are bytes of the source.
pub(super) trait Sink {
    /// Characters as they stand in the source.
    fn text(&mut self, start: usize, end: usize);
    /// Characters that a character reference stands for.
    fn reference(&mut self, start: usize, end: usize, decoded: &str);
    /// A start tag; says how to read what follows, if not as tags and text.
    fn start_tag(&mut self, tag: &Tag) -> Option<Raw>;
    /// An end tag.
    fn end_tag(&mut self, name: &[u8]);
    /// A CDATA section begins.
    fn begin_cdata(&mut self);
}

/// Hands the tokens of `html` to `sink`, in order. Comments and declarations are left out.
///
/// HTML takes a CDATA section for a comment that ends at the next `>`. Feeds wrap whole bodies in one, so its marks
/// are skipped here, and its content is read like the rest.
pub(super) fn tokenise(html: &str, sink: &mut impl Sink) {
    let mut from = 0;
    while let Some(rest) = html.get(from..) {
        let places = Places {
            source: html,
            at: from,
            read: from,
            text: from..from,
            sink: &mut *sink,
            tag: Tag::default(),
            is_end: false,
            last_start: Vec::new(),
            open_angle: from,
            cdata: None,
        };
        match Tokenizer::new_with_emitter(rest, places).next() {
            Some(Ok(section)) => {
                from = section + CDATA.len();
                sink.begin_cdata();
            }
            None => break,
            Some(Err(never)) => match never {},
        }
    }
}

/// What a character reference stands for.
pub(crate) fn decode(reference: &str) -> String {
    struct Decoded(String);
    impl Sink for Decoded {
        fn text(&mut self, _: usize, _: usize) {}
        fn reference(&mut self, _: usize, _: usize, decoded: &str) {
            self.0.push_str(decoded);
        }
        fn start_tag(&mut self, _: &Tag) -> Option<Raw> {
            None
        }
        fn end_tag(&mut self, _: &[u8]) {}
        fn begin_cdata(&mut self) {}
    }
    let mut decoded = Decoded(String::new());
    tokenise(reference, &mut decoded);
    decoded.0
}

/// Follows html5gum through the source.
struct Places<'s, S> {
    source: &'s str,
    /// How far the tokenizer has read.
    at: usize,
    /// The end of what was handed on, or was a tag or a comment.
    read: usize,
    /// Characters as they stand in the source that are not handed on yet: the tokenizer may cut a stretch anywhere.
    text: Range<usize>,
    sink: &'s mut S,
    tag: Tag,
    /// Whether `tag` is an end tag.
    is_end: bool,
    last_start: Vec<u8>,
    /// Where the last tag, comment or declaration begins.
    open_angle: usize,
    /// Where a CDATA section begins, once the tokenizer has met one.
    cdata: Option<usize>,
}

impl<S: Sink> Places<'_, S> {
    fn verbatim(&mut self, start: usize, end: usize) {
        if self.text.end != start {
            self.flush();
            self.text.start = start;
        }
        self.text.end = end;
    }

    /// Hands on what is waiting.
    fn flush(&mut self) {
        let Range { start, end } = std::mem::replace(&mut self.text, self.at..self.at);
        if start < end {
            self.sink.text(start, end);
        }
    }

    /// Tells characters that stand in the source from those that a reference stands for.
    fn characters(&mut self, characters: &[u8]) {
        let (end, source) = (self.at.min(self.source.len()), self.source.as_bytes());
        let start = end.saturating_sub(characters.len()).max(self.read);
        let between = self.source.get(self.read..start).unwrap_or_default();
        if source.get(start..end) == Some(characters) && !between.contains('&') {
            self.read = end;
            return self.verbatim(start, end);
        }
        if characters == b"\n" && end > self.read && source.get(end - 1) == Some(&b'\r') {
            // The tokenizer makes one line feed of a carriage return and the line feed after it.
            self.read = end + usize::from(source.get(end) == Some(&b'\n'));
            return self.verbatim(end - 1, self.read);
        }
        let start = self.source.get(self.read..end).and_then(|skipped| skipped.rfind('&'));
        let ahead = || source.get(self.read..).is_some_and(|rest| rest.starts_with(characters));
        if start.is_none() && ahead() {
            // The tokenizer is ahead: `</` in a script or a `textarea`, which no name of theirs follows.
            let start = self.read;
            self.read += characters.len();
            return self.verbatim(start, self.read);
        }
        if let (Some(start), Ok(decoded)) = (start, str::from_utf8(characters)) {
            let start = self.read + start;
            self.read = end;
            self.flush();
            self.sink.reference(start, end, decoded);
        }
    }
}

impl<S: Sink> Emitter for Places<'_, S> {
    /// Where a CDATA section begins.
    type Token = usize;

    fn move_position(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by);
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<usize> {
        self.cdata.take()
    }

    fn emit_string(&mut self, characters: &[u8]) {
        if !characters.is_empty() {
            self.characters(characters);
        }
    }

    fn start_open_tag(&mut self) {
        self.open_angle = self.at.saturating_sub(1);
    }

    fn init_start_tag(&mut self) {
        self.tag.name.clear();
        self.tag.attributes.clear();
        self.tag.closes_itself = false;
        self.is_end = false;
    }

    fn init_end_tag(&mut self) {
        self.init_start_tag();
        self.is_end = true;
    }

    fn push_tag_name(&mut self, part: &[u8]) {
        let room = NAME_BYTES_MAX.saturating_sub(self.tag.name.len());
        self.tag.name.extend_from_slice(&part[..part.len().min(room)]);
    }

    fn init_attribute(&mut self) {
        self.tag.attributes.begin();
    }

    fn push_attribute_name(&mut self, part: &[u8]) {
        self.tag.attributes.push_name(part);
    }

    fn push_attribute_value(&mut self, part: &[u8]) {
        self.tag.attributes.push_value(part);
    }

    fn set_self_closing(&mut self) {
        self.tag.closes_itself = true;
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.flush();
        self.read = self.at;
        self.tag.attributes.finish();
        if self.is_end {
            self.sink.end_tag(&self.tag.name);
            return None;
        }
        self.last_start.clone_from(&self.tag.name);
        self.sink.start_tag(&self.tag).map(|raw| match raw {
            Raw::Escapable => State::RcData,
            Raw::Plain => State::RawText,
            Raw::Script => State::ScriptData,
            Raw::Rest => State::PlainText,
        })
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && self.last_start == self.tag.name
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&mut self) -> bool {
        self.flush();
        self.cdata = Some(self.open_angle);
        false
    }

    fn emit_current_comment(&mut self) {
        self.flush();
        self.read = self.at;
    }

    fn emit_current_doctype(&mut self) {
        self.flush();
        self.read = self.at;
    }

    fn emit_eof(&mut self) {
        self.flush();
    }

    fn set_last_start_tag(&mut self, _: Option<&[u8]>) {}
    fn emit_error(&mut self, _: Error) {}
    fn init_comment(&mut self) {}
    fn init_doctype(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_force_quirks(&mut self) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}
