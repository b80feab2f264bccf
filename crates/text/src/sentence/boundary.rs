//! The decision at one stop.

use super::lexicon;
use crate::{
    abbreviation::{self, Abbreviation},
    token::{
        QuoteSide, Shape, Token, TokenKind,
        class::{is_close_bracket, is_dash, is_open_bracket},
    },
};

/// How many words the name in a reporting clause may have: "Foreign Minister Ana Maria Roe said".
const REPORTER_WORDS_MAX: usize = 6;

/// The tokens of one paragraph.
pub(super) struct Context<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: &'t [Token],
}

/// What may end a sentence.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stop {
    Full,
    Exclamation,
    Question,
    Ellipsis,
    Abbreviated(Abbreviation),
    /// An initial: "J."
    Initial,
}

impl<'t> Context<'t> {
    fn word(&self, at: usize) -> &'t str {
        &self.text[self.tokens[at].span.range()]
    }

    fn get(&self, at: usize) -> &'t str {
        if at < self.tokens.len() { self.word(at) } else { "" }
    }

    /// Whether nothing stands between two neighbouring tokens.
    fn touches_next(&self, at: usize) -> bool {
        self.tokens.get(at + 1).is_some_and(|next| next.span.start() == self.tokens[at].span.end())
    }

    fn stop(&self, at: usize) -> Option<Stop> {
        let word = self.word(at);
        Some(match word {
            "." | "。" | "．" | "।" => Stop::Full,
            "!" | "！" | "‼" => Stop::Exclamation,
            "?" | "？" | "⁇" | "⁈" | "⁉" => Stop::Question,
            _ if self.tokens[at].kind == TokenKind::Punctuation && word.starts_with(['.', '…']) => Stop::Ellipsis,
            _ if self.tokens[at].kind == TokenKind::Word && word.ends_with('.') => Self::abbreviated(word),
            _ => return None,
        })
    }

    fn abbreviated(word: &str) -> Stop {
        let stem = &word[..word.len() - 1];
        match abbreviation::class_of(stem) {
            Some(class) => Stop::Abbreviated(class),
            None if stem.chars().count() == 1 => Stop::Initial,
            None if stem.chars().all(|c| !c.is_uppercase()) && !matches!(stem, "a.m" | "p.m") => {
                Stop::Abbreviated(Abbreviation::Inner)
            }
            None => Stop::Abbreviated(Abbreviation::MayBeFinal),
        }
    }

    /// The end of the stop at `word`: after further stops and the closing marks that belong to it.
    pub(super) fn stop_end(&self, word: usize) -> Option<usize> {
        self.stop(word)?;
        let mut end = word + 1;
        while end < self.tokens.len() {
            if self.is_closing(end) || self.is_plain_stop(end) {
                end += 1;
            } else if self.is_reference(end) {
                end += 3;
            } else {
                break;
            }
        }
        Some(end)
    }

    /// Whether the number of a note starts here: "[3]".
    fn is_reference(&self, at: usize) -> bool {
        self.word(at) == "["
            && self.get(at + 2) == "]"
            && (self.tokens[at + 1].kind == TokenKind::Number || self.word(at + 1).len() == 1)
    }

    /// Whether the credit of a picture starts here: "Photo: Ann Roe".
    pub(super) fn starts_credit(&self, at: usize) -> bool {
        self.get(at + 1) == ":"
            && lexicon::is_credit(self.word(at))
            && (at == 0 || !(self.is_opening(at - 1) || self.word(at - 1) == ":"))
    }

    fn is_plain_stop(&self, at: usize) -> bool {
        self.stop(at).is_some_and(|stop| !matches!(stop, Stop::Abbreviated(_) | Stop::Initial))
            && (at == 0 || self.touches_next(at - 1) || self.tokens[at].kind == TokenKind::Punctuation)
    }

    fn is_closing(&self, at: usize) -> bool {
        let closing_quote = match self.tokens[at].quote {
            Some(mark) => match mark.side {
                QuoteSide::Close => true,
                QuoteSide::Unknown => self.touches_next(at - 1) && !self.touches_next(at),
                QuoteSide::Open => false,
            },
            None => false,
        };
        closing_quote || self.word(at).starts_with(is_close_bracket)
    }

    /// Whether the sentence that starts at `start` ends with the stop at `stop` and its closing marks up to `end`.
    pub(super) fn is_boundary(&self, start: usize, stop: usize, end: usize) -> bool {
        if end >= self.tokens.len() {
            return true;
        }
        if self.is_enumeration(start, stop) || self.goes_on(stop, end) {
            return false;
        }
        // The last stop counts: "U.S.?" and "etc...".
        let last = (stop..end).rev().find(|&at| self.stop(at).is_some()).unwrap_or(stop);
        let Some(kind) = self.stop(last) else { return false };
        let quoted = (last + 1..end).any(|at| self.tokens[at].quote.is_some());
        match kind {
            Stop::Full => self.may_start(end) || (!quoted && self.may_start_lower(last, end)),
            Stop::Question | Stop::Exclamation => {
                let name = kind == Stop::Exclamation && end == last + 1 && self.is_exclaimed_name(last);
                self.may_start(end) && !name && !(quoted && self.is_reporting_clause(end))
            }
            Stop::Ellipsis => self.may_start(end) && !(quoted && self.is_reporting_clause(end)),
            Stop::Abbreviated(class) => self.abbreviation_ends(class, last, end),
            // "Plan B. The" against "J. The": an initial follows no word of its sentence.
            Stop::Initial => last > start && self.abbreviation_ends(Abbreviation::MayBeFinal, last, end),
        }
    }

    /// Whether the sentence so far is only a number or letter with its stop: "1. ", "(b). ".
    fn is_enumeration(&self, start: usize, stop: usize) -> bool {
        let label = |at: usize| self.tokens[at].kind == TokenKind::Number || self.word(at).chars().count() == 1;
        let first = if self.word(stop) == "." { stop.saturating_sub(1) } else { stop };
        first == start
            && match self.stop(stop) {
                Some(Stop::Full) => stop > start && label(start) && self.touches_next(start),
                Some(Stop::Initial) => true,
                _ => false,
            }
    }

    /// Whether the token at `next` can only continue the sentence that was stopped at `stop`.
    fn goes_on(&self, stop: usize, next: usize) -> bool {
        let word = self.word(next);
        let continues = matches!(word, "," | ";" | ":" | "/" | "%" | "&" | "=" | "^" | ">" | "|" | "、" | "，");
        // "PV.6", and the author after a quotation: "… the end." - Ann Roe.
        let code = self.touches_next(stop) && next == stop + 1 && self.tokens[next].kind == TokenKind::Number;
        continues || code || word.starts_with(is_dash) || word.starts_with(is_close_bracket) || self.is_short_form(stop)
    }

    /// Whether the stop ends a single small letter that starts a bracket or its second part: "(b. 1950; d. 2001)".
    fn is_short_form(&self, stop: usize) -> bool {
        stop >= 2
            && self.word(stop) == "."
            && self.word(stop - 1).len() == 1
            && self.tokens[stop - 1].shape == Shape::Lower
            && (self.word(stop - 2) == ";" || self.word(stop - 2).starts_with(is_open_bracket))
    }

    /// Whether a sentence may start at `at`: after opening marks, anything but a word in lower case.
    fn may_start(&self, at: usize) -> bool {
        let first = (at..self.tokens.len()).find(|&first| !self.is_opening(first));
        first.is_none_or(|first| {
            let Token { kind, shape, .. } = self.tokens[first];
            kind != TokenKind::Word || shape != Shape::Lower || self.word(first).contains("://")
        })
    }

    fn is_opening(&self, at: usize) -> bool {
        let quote = self.tokens[at].quote.is_some_and(|mark| mark.side != QuoteSide::Close);
        let word = self.word(at);
        quote || word.starts_with(is_open_bracket) || word.starts_with(is_dash) || matches!(word, "*" | "•" | "¿" | "¡")
    }

    /// Whether a sentence may start in lower case at `next`: in brackets, or after a stop that ends no abbreviation.
    fn may_start_lower(&self, stop: usize, next: usize) -> bool {
        let Some(before) = stop.checked_sub(1) else { return false };
        let whole_word = self.tokens[before].shape == Shape::Lower && self.word(before).len() > 1;
        !self.touches_next(stop)
            && (self.word(next).starts_with(is_open_bracket)
                || (whole_word && self.tokens[next].kind == TokenKind::Word))
    }

    fn is_exclaimed_name(&self, stop: usize) -> bool {
        let named = stop > 0 && lexicon::is_exclaimed_name(self.word(stop - 1));
        named && !lexicon::is_starter(self.get(stop + 1))
    }

    /// Whether a reporting clause starts at `at`: "Ana Roe said", "asked the minister".
    fn is_reporting_clause(&self, at: usize) -> bool {
        for word in (at..self.tokens.len()).take(REPORTER_WORDS_MAX) {
            let text = self.word(word);
            if lexicon::is_reporting_verb(text) {
                return true;
            }
            let named = self.tokens[word].shape != Shape::Lower && self.tokens[word].kind == TokenKind::Word;
            let pronoun = matches!(text, "He" | "She" | "They" | "I" | "We" | "It" | "You");
            if !named || (pronoun && word == at) {
                return false;
            }
        }
        false
    }

    fn abbreviation_ends(&self, class: Abbreviation, at: usize, next: usize) -> bool {
        let starter = || {
            let first = (next..self.tokens.len()).find(|&i| !self.is_opening(i)).unwrap_or(next);
            self.tokens[first].shape != Shape::Lower && lexicon::is_starter(self.word(first))
        };
        let quote_opens = || self.tokens[next].quote.is_some_and(|mark| mark.side == QuoteSide::Open);
        match class {
            Abbreviation::Title | Abbreviation::BeforeNumber | Abbreviation::Inner => false,
            Abbreviation::Calendar => self.tokens[next].kind != TokenKind::Number && (starter() || quote_opens()),
            Abbreviation::Unit => self.may_start(next) && self.tokens[next].kind == TokenKind::Word,
            Abbreviation::State => starter() || quote_opens(),
            Abbreviation::MayBeFinal if matches!(self.word(at), "etc.") => self.may_start(next),
            Abbreviation::MayBeFinal => starter() || (quote_opens() && self.starts_capital(next + 1)),
        }
    }

    fn starts_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !matches!(token.shape, Shape::Lower | Shape::Uncased))
    }
}
