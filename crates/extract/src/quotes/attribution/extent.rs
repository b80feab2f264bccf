//! How far content reaches, and its segments.

use dateline_lexicon::{VerbForm, cue_form};
use dateline_text::{Byte, Span};

use super::{
    super::{clause::Clause, cues::CueKind, phrases, rules::Rule, words},
    Sites,
};

/// One segment of content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Segment {
    /// Its span, without quotation marks.
    pub(in super::super) span: Span<Byte>,
    /// The quotation that it is, by its outer start, when it stands in quotation marks.
    pub(in super::super) quoted: Option<u32>,
}

/// The segments of the items `from..to`: each quotation by itself, and the words between them.
pub(in super::super) fn segments(clause: Clause<'_, '_>, from: usize, to: usize) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut run = from;
    for at in from..=to {
        let quotation = if at < to { clause.quotation(at) } else { None };
        if at < to && quotation.is_none() {
            continue;
        }
        segments.extend(trimmed(clause, run, at).map(|span| Segment { span, quoted: None }));
        segments.extend(quotation.map(|q| Segment { span: q.inner, quoted: Some(q.outer.start()) }));
        run = at + 1;
    }
    segments
}

/// The span of the items `from..to` without the marks at both ends; `None` where only marks stand there.
pub(super) fn trimmed(clause: Clause<'_, '_>, from: usize, to: usize) -> Option<Span<Byte>> {
    let (mut first, mut end) = (from, to);
    while first < end && clause.is_mark(first) && !matches!(clause.word(first), "(" | "[") {
        first += 1;
    }
    let bracketed = (first..end).any(|at| matches!(clause.word(at), "(" | "["));
    while first < end && clause.is_mark(end - 1) && !(bracketed && matches!(clause.word(end - 1), ")" | "]")) {
        end -= 1;
    }
    (first < end && (first..end).any(|at| clause.is_lexical(at))).then(|| clause.cover(first, end))
}

impl Sites<'_, '_> {
    /// The item behind content that begins at `from` and is reported by the cue at `i`: the end of the unit, or the
    /// next reporting clause that does not belong to it.
    pub(super) fn content_end(&self, i: usize, from: usize) -> usize {
        let clause = self.clause;
        let unit_end = self.unit_end();
        for (later, site) in self.cues.iter().enumerate().skip(i + 1) {
            if site.head <= from {
                continue;
            }
            // A participle behind a comma has no subject of its own: "stressed the need, suggesting that …".
            let set_off = site.kind == CueKind::Participle && clause.before(site.group) == ",";
            let start = if set_off { site.group } else { self.clause_start(later) }.max(from);
            let (before, comma) = (clause.before(start), start > 1 && clause.word(start - 2) == ",");
            let ends = match site.kind {
                CueKind::According => before == ",",
                CueKind::Participle => before == "," || (matches!(before, "and" | "while") && comma),
                CueKind::Noun | CueKind::Passive => false,
                CueKind::Finite => {
                    let speech = site.verb.is_some_and(|verb| {
                        let frames = verb.frames;
                        verb.speech()
                            && (frames.that || frames.object_control || frames.judgment_for || frames.as_predicative)
                    });
                    let subject = self.subjects[later].is_some_and(|(_, end)| end == site.group);
                    let joined = matches!(before, "and" | "but")
                        || (matches!(before, "while" | "though" | "although" | "as") && comma);
                    speech
                        && from < start
                        && (joined && (comma || !subject || self.repeats_subject(later)) || before == ";")
                }
            };
            if ends {
                let conjunction = usize::from(!matches!(before, "," | ";"));
                return (start - conjunction).max(from);
            }
        }
        unit_end
    }

    /// The end of content `from..to` by its form: behind a reporting clause at the head of its sentence it stops at
    /// the comma; a noun phrase stops before another verb of the source, and before adjuncts of the cue.
    pub(super) fn narrowed(&self, i: usize, rule: Rule, from: usize, to: usize) -> usize {
        let clause = self.clause;
        let start = self.clause_start(i);
        let fronted = (self.cues[i].kind == CueKind::Participle && start < 2)
            || (start > 0 && start < 3 && words::is_fronting(clause.before(start)));
        if fronted {
            let comma = |at: &usize| clause.word(*at) == "," && clause.begins_phrase(at + 1);
            return (from + 1..to).find(comma).unwrap_or(to);
        }
        let to = self.relative_end(i, from, to);
        let to = (from..to).find(|&at| self.is_followed_by_authorial_clause(at)).map_or(to, |at| at + 1);
        let named =
            matches!(rule, Rule::NounPhrase | Rule::Judgement | Rule::Description | Rule::Bidding | Rule::CueQuotation);
        if let Some(end) = (from + 1..to).find(|&at| named && self.begins_trailing_adjunct(at)) {
            return end;
        }
        if !matches!(rule, Rule::NounPhrase | Rule::Judgement | Rule::Infinitive | Rule::Description) {
            return to;
        }
        let verb = |at: usize| is_finite(clause.word(at));
        let joined = |at: usize| {
            let comma = usize::from(matches!(clause.word(at), ","));
            let conjunction = matches!(clause.word(at + comma), "and" | "but");
            let behind = at + comma + 1;
            conjunction && (verb(behind) || (words::is_adverb(clause.word(behind)) && verb(behind + 1)))
        };
        let relative = |at: usize| {
            clause.word(at) == ","
                && matches!(clause.word(at + 1), "which" | "who" | "when" | "where" | "but" | "while")
        };
        let adjunct = |at: usize| {
            rule == Rule::NounPhrase
                && !clause.is_quoted(at)
                && at > from + 1
                && phrases::is_adjunct(clause, at)
                && matches!(clause.word(at), "in" | "on" | "at" | "during" | "last")
        };
        (from + 1..to).find(|&at| joined(at) || relative(at) || adjunct(at)).unwrap_or(to)
    }

    /// The end of content in a relative clause between commas: the comma before the verb of the clause around it.
    fn relative_end(&self, i: usize, from: usize, to: usize) -> usize {
        let clause = self.clause;
        let group = self.cues[i].group;
        let set_off = group > 2 && matches!(clause.word(group - 1), "who" | "which") && clause.word(group - 2) == ",";
        let verb = |at: usize| is_finite(clause.word(at));
        // "which said the mayor, for now, would stay": an auxiliary can go on with a clause whose verb is still to come.
        let complete = |at: usize| !words::is_auxiliary(clause.word(at)) || (from..at).any(verb);
        let closes = |at: &usize| {
            let next = at + 1 + usize::from(words::is_adverb(clause.word(at + 1)));
            clause.word(*at) == "," && verb(next) && complete(next)
        };
        if set_off { (from + 1..to).find(closes).unwrap_or(to) } else { to }
    }

    /// Whether a quotation ends with a comma before a participle or a subordinate clause, by which the writer goes on:
    /// "“busy,” referring to …".
    fn is_followed_by_authorial_clause(&self, at: usize) -> bool {
        let clause = self.clause;
        let Some(quotation) = clause.quotation(at) else { return false };
        let inner = clause.reading.document.slice(quotation.inner);
        let ends = inner.ends_with(',') && !words::is_title_case(inner);
        let next = clause.word(at + 1);
        let participle = next.len() > 5 && next.ends_with("ing") && !words::is_preposition(next);
        let subordinate =
            matches!(next, "while" | "when" | "after" | "before" | "though" | "although" | "which" | "who");
        ends && (participle || subordinate) && !clause.is_capital(at + 1)
    }

    /// Whether an adjunct of the cue begins right behind a quotation: "called it “…” on Monday", "… after she left".
    fn begins_trailing_adjunct(&self, at: usize) -> bool {
        let clause = self.clause;
        let time = words::is_time(clause.word(at)) && clause.is_capital(at);
        let circumstance = matches!(clause.word(at), "after" | "before" | "during" | "when" | "while");
        at > 0 && clause.is_quoted(at - 1) && (time || circumstance || phrases::is_adjunct(clause, at))
    }

    /// Whether a later cue's subject is a pronoun, which can mean the source of the cue before.
    fn repeats_subject(&self, later: usize) -> bool {
        self.subjects[later]
            .is_some_and(|(start, end)| end == start + 1 && words::is_subject_pronoun(self.clause.word(start)))
    }

    /// The item behind the last word or quotation of the unit.
    pub(super) fn unit_end(&self) -> usize {
        let clause = self.clause;
        let mut end = clause.len();
        while end > 0 && clause.is_mark(end - 1) && !matches!(clause.word(end - 1), ")" | "]") {
            end -= 1;
        }
        end
    }
}

/// Whether a word looks like a finite verb: a common one, a cue, or a past in "-ed".
fn is_finite(word: &str) -> bool {
    let cue = || cue_form(word).is_some_and(|form| matches!(form.tense, VerbForm::Past | VerbForm::Third));
    words::is_plain_verb(word) || word.len() > 4 && word.ends_with("ed") || cue()
}
