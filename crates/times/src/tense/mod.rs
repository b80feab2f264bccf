//! Direction from tense: whether the clause around an expression speaks of the past or of the future.

mod words;

use std::{collections::HashMap, sync::LazyLock};

use self::words::{
    AHEAD, ARTICLES, BE, FUTURE, LIMITS, MOVED, NO_SUBJECT, NOT_PAST, PAST, PLURAL, PROSPECT, REPORTING, SCHEDULED,
};
use dateline_lexicon::{Class, VerbForm, classes, common_verb_forms, conjugate, is, is_adjective};
use dateline_text::{Document, Field, Shape, Span, Word};

/// Where a clause points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
}

/// Most tokens looked at on either side.
const TOKENS_MAX: u32 = 32;

/// Most tokens from "from" to the end of a stretch.
const SPAN_TOKENS_MAX: u32 = 8;

/// The direction of the clause around the tokens `start..end`; the nearest verb before them decides, else the nearest
/// one after.
pub(super) fn direction(document: &Document<'_>, start: u32, end: u32) -> Option<Direction> {
    let sentence = *document.sentences().get(document.sentence_at(start))?;
    Clause { document, sentence, start, end }.direction()
}

/// Whether a word in lower case looks like a form of the past.
pub(super) fn is_past(lower: &str) -> bool {
    PAST.contains(&lower) || lower.len() > 3 && lower.ends_with("ed") && !NOT_PAST.contains(&lower)
}

/// The sentence around an expression, seen from the tokens `start..end`.
struct Clause<'a> {
    document: &'a Document<'a>,
    sentence: Span<Word>,
    start: u32,
    end: u32,
}

impl Clause<'_> {
    fn direction(&self) -> Option<Direction> {
        // "shut since Friday".
        if self.is_before(self.start, 1, &["since"]) {
            return Some(Direction::Past);
        }
        if self.limits() {
            // "By Thursday, crews had found ten": a limit that opens its sentence is as late as the clause after it.
            let opens = self.sentence.start() + 1 == self.start || self.is_before(self.start, 2, &["and", "but"]);
            return if opens { self.after() } else { None }.or(Some(Direction::Future));
        }
        if self.destined() {
            return Some(Direction::Future);
        }
        // "a deal before Easter", "ahead of Friday's vote": to come where no verb tells.
        let ahead = || {
            let ahead = self.is_before(self.start, 1, &["of"]) && self.is_before(self.start, 2, &["ahead"]);
            let feast = !is(&self.document.word(self.start).to_lowercase(), Class::CalendarName);
            (ahead || feast && self.is_before(self.start, 1, &["before"])).then_some(Direction::Future)
        };
        self.before().or_else(ahead).or_else(|| self.after())
    }

    /// The word `back` places before `word` is one of `words`, whatever its case.
    fn is_before(&self, word: u32, back: u32, words: &[&str]) -> bool {
        word.checked_sub(back).is_some_and(|at| words.iter().any(|w| self.document.word(at).eq_ignore_ascii_case(w)))
    }

    /// Whether "have" or "not" follows, with which a modal speaks of what did not happen or is over.
    fn have_follows(&self, word: u32) -> bool {
        word + 1 < self.sentence.end() && ["have", "not"].contains(&self.document.word(word + 1))
    }

    /// Whether the expression is a limit, which lies ahead: "by Friday", "until after Easter", "as early as Monday".
    fn limits(&self) -> bool {
        let at = if self.is_before(self.start, 1, &["after", "before", "around", "about"]) { 2 } else { 1 };
        let limit = |back, words: &[&str]| self.is_before(self.start, back, words);
        // "this year through August": the part of a period that is over.
        let through = limit(1, &["through", "thru"]) && !limit(2, &["year", "months", "weeks", "quarter", "period"]);
        // "from 6 p.m. Friday until 10 a.m. Saturday": both ends are as late as the clause.
        let spanned =
            limit(1, &["until", "till", "through", "thru"]) && (2..=SPAN_TOKENS_MAX).any(|n| limit(n, &["from"]));
        !spanned && (through || limit(at, LIMITS)) || limit(1, &["as"]) && limit(2, &["early", "soon", "late"])
    }

    /// Whether the words before the expression give something its day: "a strike set for", "put back to".
    fn destined(&self) -> bool {
        let given = |words: &[&str]| self.is_before(self.start, 2, words);
        let for_day = self.is_before(self.start, 1, &["for", "to", "until", "till"]);
        let once = self.is_before(self.start, 4, &["had"]) && self.is_before(self.start, 3, &["been"]);
        !once
            && (for_day && (given(AHEAD) || given(MOVED)) || self.is_before(self.start, 1, &["on"]) && given(&["due"]))
    }

    fn before(&self) -> Option<Direction> {
        let first = self.sentence.start().max(self.start.saturating_sub(TOKENS_MAX));
        let words = (first..self.start).rev().take_while(|&word| self.document.word(word) != ";");
        let (verb, direction) = words.filter_map(|word| Some((word, self.verb(word)?))).next()?;
        // "The leaves on Monday were wet": what looked like the present is a noun.
        let noun = direction == Direction::Future && self.is_present(verb) && self.past_follows();
        Some(if noun { Direction::Past } else { direction })
    }

    fn after(&self) -> Option<Direction> {
        let last = self.sentence.end().min(self.end.saturating_add(TOKENS_MAX)).max(self.end);
        (self.end..last).take_while(|&word| self.document.word(word) != ";").find_map(|word| self.verb(word))
    }

    /// Whether a form of the past follows the expression in its own clause.
    fn past_follows(&self) -> bool {
        let last = self.sentence.end().min(self.end.saturating_add(TOKENS_MAX)).max(self.end);
        let in_clause = |&word: &u32| {
            let text = self.document.word(word);
            let joins = [Class::Relative, Class::Coordinator, Class::Subordinator, Class::ConjunctivePreposition];
            text.starts_with(char::is_alphanumeric) && !classes(&text.to_lowercase()).any(&joins)
        };
        let verb = (self.end..last).take_while(in_clause).find(|&word| self.verb(word) == Some(Direction::Past));
        verb.is_some_and(|word| !REPORTING.contains(&self.document.word(word)))
    }

    fn is_present(&self, word: u32) -> bool {
        matches!(lookup(self.document.word(word)), Verb::Present(_))
    }

    /// Where a word points, if it is a verb that does.
    fn verb(&self, word: u32) -> Option<Direction> {
        let text = self.document.word(word);
        let shape = self.document.tokens()[word as usize].shape;
        if !matches!(shape, Shape::Lower | Shape::Initial | Shape::Uncased) || text.len() > WORD_BYTES_MAX {
            return None;
        }
        match lookup(text) {
            // "will be held", "is to be held": what stands before "be" tells.
            Verb::Points(Direction::Past) => (!self.is_before(word, 1, &["be"])).then_some(Direction::Past),
            Verb::Points(_) => Some(self.unless_once(word, 1)),
            Verb::Present(form) => self.is_subject(word, form).then_some(Direction::Future),
            Verb::Progressive => self.is_before(word, 1, BE).then_some(Direction::Future),
            Verb::Be => self.copula(word).then_some(Direction::Future),
            Verb::To if self.is_before(word, 1, AHEAD) => self.prospect(word).then(|| self.unless_once(word, 2)),
            Verb::To => self.prospect(word).then_some(Direction::Future),
            Verb::Modal => (shape == Shape::Lower && !self.have_follows(word)).then_some(Direction::Future),
            Verb::Would => self.reported(word).then_some(Direction::Future),
            Verb::None => None,
            Verb::Other => self.other(word, text, shape),
        }
    }

    /// "had been due to expire": what was ahead once, if "had been" ends `back` words before.
    fn unless_once(&self, word: u32, back: u32) -> Direction {
        let once = self.is_before(word, back, &["been"]) && self.is_before(word, back + 1, &["had"]);
        if once { Direction::Past } else { Direction::Future }
    }

    /// A word of no list.
    fn other(&self, word: u32, text: &str, shape: Shape) -> Option<Direction> {
        // "is expected overnight", "are closed on Monday": no past.
        if self.is_before(word, 1, BE) && text.ends_with("ed") {
            return AHEAD.contains(&text).then_some(Direction::Future);
        }
        let past = text.len() > 3 && text.ends_with("ed") && shape == Shape::Lower;
        // "a still unspecified date", "the revised plan" tell no tense.
        let adjective = || self.is_before(word, 1, ARTICLES) || text.starts_with("un") && !text.starts_with("unde");
        (past && !adjective() && !self.is_before(word, 1, &["be"])).then_some(Direction::Past)
    }

    /// Whether the word before a form of the present can be its subject: "She leaves in May", "polls open"; "the
    /// leaves" are no verb.
    fn is_subject(&self, word: u32, form: VerbForm) -> bool {
        let mut at = word;
        while at > self.sentence.start() && is(&self.document.word(at - 1).to_lowercase(), Class::Adverb) {
            at -= 1;
        }
        let Some(at) = at.checked_sub(1).filter(|&at| at >= self.sentence.start()) else { return false };
        let subject = self.document.word(at);
        // "let's meet".
        if form == VerbForm::Base && self.is_before(at, 1, &["let"]) {
            return true;
        }
        let lower = subject.to_lowercase();
        if !subject.starts_with(char::is_alphanumeric)
            || classes(&lower).any(NO_SUBJECT) && !PLURAL.contains(&lower.as_str())
        {
            return false;
        }
        if form == VerbForm::Third {
            return lower != "home" && !is_adjective(&lower);
        }
        let plural = lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("ss");
        // "Kenya face Gabon"; "the GM move follows" has a noun.
        let object = || {
            let next = if word + 1 < self.sentence.end() { self.document.word(word + 1) } else { "" };
            next.starts_with(char::is_uppercase) || classes(next).any(NO_SUBJECT)
        };
        plural || PLURAL.contains(&lower.as_str()) || subject.starts_with(char::is_uppercase) && object()
    }

    /// Whether a present form of "be" gives the expression as a date: "the final is on Sunday", "is out on Friday".
    fn copula(&self, word: u32) -> bool {
        let between = word + 1..self.start;
        let far = between.len() > COPULA_TOKENS_MAX || word >= self.start;
        let blocks = |at: u32| {
            let text = self.document.word(at);
            let verb = common_verb_forms(text);
            ["after", "since", "following", "of", "from", "by", "the"].contains(&text)
                || text.ends_with("ing")
                || verb.contains(&VerbForm::Participle)
        };
        !far && !between.clone().any(blocks)
    }

    /// Whether "to" at `word` opens an infinitive that points forward, as all do in headlines.
    fn prospect(&self, word: u32) -> bool {
        let Some(next) = self.document.tokens().get(word as usize + 1) else { return false };
        let verb = self.document.word(word + 1);
        let headline = || {
            let known = matches!(lookup(verb), Verb::Present(VerbForm::Base));
            self.document.field_at(word) == Field::Title && (known || common_verb_forms(verb).contains(&VerbForm::Base))
        };
        next.shape == Shape::Lower && !ARTICLES.contains(&verb) && (self.is_before(word, 1, PROSPECT) || headline())
    }

    /// Whether "would" at `word` is the future of a report: a form of speech stands before it in the sentence, and no
    /// "have" after it, which speaks of what did not happen.
    fn reported(&self, word: u32) -> bool {
        let first = self.sentence.start().max(word.saturating_sub(TOKENS_MAX));
        !self.have_follows(word) && (first..word).any(|before| REPORTING.contains(&self.document.word(before)))
    }
}

/// What a word says, whatever its case.
fn lookup(word: &str) -> Verb {
    let mut lower = [0; WORD_BYTES_MAX];
    if word.len() > WORD_BYTES_MAX {
        return Verb::Other;
    }
    for (to, from) in lower.iter_mut().zip(word.bytes()) {
        *to = from.to_ascii_lowercase();
    }
    VERBS.get(&lower[..word.len()]).copied().unwrap_or(Verb::Other)
}

/// Longest word looked up, in bytes.
const WORD_BYTES_MAX: usize = 16;

/// Most words between "is" and the date that it gives.
const COPULA_TOKENS_MAX: usize = 4;

/// What a word says of the clause's direction.
#[derive(Clone, Copy)]
enum Verb {
    Points(Direction),
    /// "to", which points forward after some words.
    To,
    /// "would", which points forward in a report.
    Would,
    /// "may", "must": forward, unless "have" follows.
    Modal,
    /// "is", "are".
    Be,
    /// The present tense of a verb of scheduled events, which points forward.
    Present(VerbForm),
    /// "meeting", which points forward after "is".
    Progressive,
    /// Looks like a form of the past and is none.
    None,
    Other,
}

static VERBS: LazyLock<HashMap<Vec<u8>, Verb>> = LazyLock::new(|| {
    let scheduled = SCHEDULED.iter().flat_map(|lemma| conjugate(lemma)).filter_map(|(form, kind)| match kind {
        VerbForm::Base | VerbForm::Third => Some((form, Verb::Present(kind))),
        VerbForm::Gerund => Some((form, Verb::Progressive)),
        VerbForm::Past | VerbForm::Participle => None,
    });
    let of = |words: &'static [&'static str], verb| words.iter().map(move |&word| (word.to_owned(), verb));
    // The lists after the verbs overrule them.
    scheduled
        .chain(of(FUTURE, Verb::Points(Direction::Future)))
        .chain(of(PAST, Verb::Points(Direction::Past)))
        .chain(of(NOT_PAST, Verb::None))
        .chain(of(&["may", "might", "could", "must"], Verb::Modal))
        .chain(of(&["is", "are"], Verb::Be))
        .chain([("to".to_owned(), Verb::To), ("would".to_owned(), Verb::Would)])
        .map(|(word, verb)| (word.into_bytes(), verb))
        .collect()
});
