//! Cutting a run of capitalised words where one name ends and the next one or a title begins.

use dateline_gazetteer::{self as gazetteer, Entry, Kind};
use dateline_lexicon::person;
use dateline_text::{Shape, Span, Word};

use super::{
    candidate::{Candidate, has_head, known_at},
    heads,
};
use crate::names::{roles::positions, words::Words};

/// Cuts runs into candidates.
pub(super) struct Splitter<'a, 'd> {
    /// The document.
    pub(super) words: &'a Words<'d>,
    /// The candidates found so far.
    pub(super) found: &'a mut Vec<Candidate>,
}

impl Splitter<'_, '_> {
    /// Adds the candidates of one run.
    pub(super) fn split(&mut self, run: Span<Word>) {
        let run = self.trimmed(run);
        let mut at = run.start();
        let mut title_len = 0;
        while at < run.end() {
            let rest = Span::new(at, run.end());
            let end = self.name_end(rest);
            if end == at {
                let len = positions::title_at(self.words, at, run.end()).unwrap_or(1).max(1);
                title_len += len;
                at += len;
            } else {
                self.push(Span::new(at, end), title_len);
                title_len = 0;
                at = end;
            }
        }
    }

    /// The run without leading modifiers and function words, and without trailing marks.
    fn trimmed(&self, run: Span<Word>) -> Span<Word> {
        let (mut start, mut end) = (run.start(), run.end());
        while start < end
            && (heads::is_function_word(self.words.lower(start))
                && !self.is_upper(start)
                && known_at(self.words, Span::new(start, end)).is_none_or(|(len, _)| len < end - start)
                || start + 1 < end && heads::is_abbreviated_description(self.words.text(start)))
        {
            start += 1;
        }
        while start < end
            && !self.words.is_word(end - 1)
            && !self.words.is_number(end - 1)
            && self.words.text(end - 1) != "."
        {
            end -= 1;
        }
        Span::new(start, end)
    }

    fn is_upper(&self, word: u32) -> bool {
        self.words.shape(word) == Shape::Upper && self.words.text(word).chars().count() > 1
    }

    /// Where the name at the start of `rest` ends; its start when a title stands there.
    fn name_end(&self, rest: Span<Word>) -> u32 {
        let (words, start, end) = (self.words, rest.start(), rest.end());
        let known = known_at(words, rest);
        if known.is_some_and(|(len, entry)| len == rest.len() && !is_title_only(entry)) || has_head(words, rest) {
            return self.cut_before_title(rest);
        }
        if let Some(len) = positions::title_at(words, start, end)
            && (len < rest.len() || is_plain_title(words, rest))
        {
            return start;
        }
        if let Some((len, entry)) = known {
            let next = start + len;
            let apart =
                (entry.is(Kind::Country) || entry.is(Kind::Group) || entry.is(Kind::Region) || entry.is(Kind::City))
                    && !entry.is(Kind::FirstName)
                    && !entry.is(Kind::Surname);
            let person = next < end
                && gazetteer::lookup(words.text(next)).is_some_and(|after| after.is(Kind::FirstName))
                && next + 1 < end;
            if next < end
                && (apart && person
                    || entry.is(Kind::Group)
                        && !entry.is(Kind::FirstName)
                        && !gazetteer::is_common_word(words.lower(next))
                        && !self.is_group(next))
            {
                return next;
            }
        }
        self.cut_before_title(rest)
    }

    fn is_group(&self, word: u32) -> bool {
        gazetteer::lookup(self.words.text(word)).is_some_and(|entry| entry.is(Kind::Group))
    }

    /// The end of `rest`, or the start of a title inside it that belongs to the name after it or to none.
    fn cut_before_title(&self, rest: Span<Word>) -> u32 {
        if has_head(self.words, rest) {
            return rest.end();
        }
        for at in rest.start() + 1..rest.end() {
            let Some(len) = positions::title_at(self.words, at, rest.end()) else { continue };
            let first = gazetteer::lookup(self.words.text(rest.start()));
            let named = at == rest.start() + 1
                && first.is_some_and(|entry| {
                    entry.is(Kind::FirstName) && !entry.is(Kind::Country) && !entry.is(Kind::Region)
                });
            let ends = at + len >= rest.end();
            let strong = len > 1
                || is_strong_title(self.words.lower(at))
                || self.words.text(at).len() > 2 && self.words.text(at).ends_with('.');
            if if ends { strong && !named } else { strong || !named } {
                return at;
            }
        }
        rest.end()
    }

    fn push(&mut self, span: Span<Word>, title_len: u32) {
        let mut start = span.start();
        while start + 1 < span.end()
            && heads::is_modifier(self.words.lower(start))
            && !self.words.is_hyphen(start + 1)
            && known_at(self.words, Span::new(start, span.end())).is_none_or(|(len, _)| len < 2)
            && !has_head(self.words, span)
            && !heads::is_location_prefix(self.words.lower(start))
        {
            start += 1;
        }
        let mut end = span.end();
        while end > start && matches!(self.words.lower(end - 1), "of" | "and" | "the" | "for" | "&" | "-") {
            end -= 1;
        }
        if start < end {
            let span = self.with_building(Span::new(start, end), title_len);
            self.found.push(Candidate { span, title_len });
        }
    }

    /// A name that nothing else is known of, with the lower-case word for a building after it: "Storvik prison".
    fn with_building(&self, span: Span<Word>, title_len: u32) -> Span<Word> {
        let (words, end) = (self.words, span.end());
        let is_building = matches!(
            words.lower(end),
            "prison" | "mine" | "stadium" | "airport" | "bridge" | "dam" | "refinery" | "hospital" | "mosque" | "jail"
        );
        let in_sentence = end < words.sentence(span.start()).end();
        let known = known_at(words, span)
            .is_some_and(|(len, entry)| len == span.len() && (entry.is_place() || entry.is(Kind::Group)));
        if is_building && in_sentence && words.shape(end) == Shape::Lower && title_len == 0 && !known {
            Span::new(span.start(), end + 1)
        } else {
            span
        }
    }
}

fn is_title_only(entry: Entry) -> bool {
    entry.is(Kind::Title)
}

/// Whether the whole rest is a title: "the Prime Minister said".
fn is_plain_title(words: &Words<'_>, rest: Span<Word>) -> bool {
    rest.len() > 1 || person::is_head(words.lower(rest.start()).trim_end_matches('.'))
}

/// Titles that are no surnames.
fn is_strong_title(lower: &str) -> bool {
    matches!(
        lower.trim_end_matches('.'),
        "president"
            | "minister"
            | "secretary"
            | "governor"
            | "ceo"
            | "mp"
            | "mps"
            | "senator"
            | "chairman"
            | "chairperson"
            | "chairwoman"
            | "spokesman"
            | "spokesperson"
            | "spokeswoman"
            | "director"
            | "professor"
            | "commissioner"
            | "ambassador"
            | "mr"
            | "mrs"
            | "ms"
            | "dr"
            | "gen"
            | "col"
            | "lt"
            | "prof"
            | "premier"
            | "secretary-general"
            | "manager"
            | "editor"
            | "correspondent"
            | "coordinator"
            | "officer"
            | "analyst"
            | "leader"
            | "chief"
            | "mayor"
            | "superintendent"
            | "inspector"
    )
}
