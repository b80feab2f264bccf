//! Content before its cue: "“…,” said X", "…, X said", "…, according to X", also when it goes on behind the cue.

use super::{
    super::{
        clause::Clause,
        cues::{CueKind, CueSite},
        phrases,
        rules::Rule,
        words,
    },
    Found, Sites, following,
};

/// Most items of a dateline.
const DATELINE_MAX: usize = 12;

/// What stands behind a reporting clause.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tail {
    /// Nothing more.
    End,
    /// A comma or dash at this item.
    Break(usize),
    /// More words.
    Words,
}

/// The content before the cue at `i`.
pub(super) fn find(sites: &Sites<'_, '_>, i: usize) -> Option<Found> {
    match sites.cues[i].kind {
        CueKind::According => according(sites, i),
        CueKind::Finite => verb_subject(sites, i).or_else(|| subject_verb(sites, i)),
        CueKind::Participle | CueKind::Passive | CueKind::Noun => None,
    }
}

/// "…, according to X."
fn according(sites: &Sites<'_, '_>, i: usize) -> Option<Found> {
    let (clause, site) = (sites.clause, &sites.cues[i]);
    let left = left_edge(clause, site.group)?;
    let source_end = phrases::rightwards(clause, site.end);
    if source_end == site.end {
        return None;
    }
    let from = sites.content_start(left);
    let full = following::until_content(clause, source_end);
    let mut content = vec![(from, left)];
    if clause.before(site.group) == "," && clause.word(full) == "," && !clause.is_quoted(full + 1) {
        content.extend(sites.resumption(i, full));
    }
    (from < left).then(|| Found {
        rule: Rule::AccordingToBehindContent,
        source: Some((site.end, full.max(source_end))),
        content,
    })
}

/// "“…,” said X": the source follows the cue.
fn verb_subject(sites: &Sites<'_, '_>, i: usize) -> Option<Found> {
    let (clause, site) = (sites.clause, &sites.cues[i]);
    let verb = site.verb?;
    let left = left_edge(clause, site.group).filter(|_| site.group == site.head)?;
    if !verb.frames.quotation || !clause.begins_phrase(site.end) || words::subject_contraction(clause.word(site.end)) {
        return None;
    }
    let after_quotation = clause.is_quoted(left - 1);
    // "“…,” the minister, Jane Roe, said Monday": the comma belongs to the subject.
    if !after_quotation && sites.subjects[i].is_some_and(|(start, _)| start > 0 && clause.is_quoted(start - 1)) {
        return None;
    }
    let core = phrases::core(clause, site.end);
    let source_end = phrases::rightwards(clause, site.end);
    let tail = tail(clause, source_end);
    if core == site.end || (tail == Tail::Words && !after_quotation) || !(verb.frames.bare || after_quotation) {
        return None;
    }
    let subject_too = !after_quotation && sites.subjects[i].is_some() && tail != Tail::End;
    if subject_too {
        return None;
    }
    let from = sites.content_start(left);
    let mut content = vec![(from, left)];
    if let Tail::Break(at) = tail {
        content.extend(sites.resumption_if(after_quotation, i, at));
    }
    let rule = if after_quotation { Rule::QuotationCueSource } else { Rule::ClauseCueSource };
    (from < left).then_some(Found { rule, source: Some((site.end, source_end)), content })
}

/// "“…,” X said", "…, X said".
fn subject_verb(sites: &Sites<'_, '_>, i: usize) -> Option<Found> {
    let (clause, site) = (sites.clause, &sites.cues[i]);
    let verb = site.verb.filter(|verb| verb.frames.quotation)?;
    let (start, source_end) = sites.subjects[i]?;
    let left = left_edge(clause, start)?;
    let after_quotation = clause.is_quoted(left - 1);
    let tail = tail_of_cue(clause, site, verb.frames.addressee);
    let from = sites.content_start(left);
    let direct = after_quotation && from + 1 == left;
    let accepted = match tail {
        Tail::End => after_quotation || verb.frames.bare,
        Tail::Break(at) => {
            let goes_on = !clause.is_quoted(at + 1) || !after_quotation && is_subject_of(clause, from, left, at + 1);
            (after_quotation || verb.frames.bare) && goes_on || direct
        }
        Tail::Words => direct && clause.word(site.end) != "that" && speaks(clause, left),
    };
    if !accepted
        || from >= left
        || (!after_quotation && left - from < 2 && !matches!(clause.word(from), "that" | "this" | "it"))
        || words::is_subordinator(clause.word(from)) && !after_quotation && tail != Tail::End
    {
        return None;
    }
    let mut content = vec![(from, left)];
    if let Tail::Break(at) = tail {
        content.extend(sites.resumption_if(after_quotation, i, at));
    }
    let rule = if after_quotation { Rule::QuotationSourceCue } else { Rule::ClauseSourceCue };
    Some(Found { rule, source: Some((start, source_end)), content })
}

/// Whether the items `from..left` are a noun phrase of which the quotation at `at` goes on to tell: "The plan, Roe said,
/// “would fail.”"
fn is_subject_of(clause: Clause<'_, '_>, from: usize, left: usize, at: usize) -> bool {
    let inner = clause.quotation(at).map_or("", |quotation| clause.reading.document.slice(quotation.inner));
    let phrase =
        clause.begins_phrase(from) && !words::is_time(clause.word(from)) && phrases::core(clause, from) == left;
    phrase && inner.starts_with(char::is_lowercase)
}

/// Whether the quotation before `left` ends like speech that goes on into a reporting clause.
fn speaks(clause: Clause<'_, '_>, left: usize) -> bool {
    clause.quotation(left - 1).is_some_and(|quotation| {
        let inner = clause.reading.document.slice(quotation.inner);
        inner.ends_with([',', '?', '!', '.', '…', '—']) || clause.word(left) == ","
    })
}

/// The item behind content that ends right before `start`: behind a quotation, or before a comma or dash.
fn left_edge(clause: Clause<'_, '_>, start: usize) -> Option<usize> {
    let mut last = start.checked_sub(1)?;
    if clause.is_quoted(last) {
        return Some(start);
    }
    // A closing mark whose opening one is missing.
    if last > 0 && matches!(clause.word(last), "\"" | "”" | "“" | "''") {
        last -= 1;
    }
    let set_off = matches!(clause.word(last), "," | "—" | "–" | "--" | "-");
    (set_off && last > 0).then_some(last)
}

/// What stands behind a verb, its addressee and its adjuncts.
fn tail_of_cue(clause: Clause<'_, '_>, site: &CueSite, addressed: bool) -> Tail {
    let mut at = site.end;
    if addressed {
        at = phrases::addressee(clause, at);
    }
    tail(clause, at)
}

fn tail(clause: Clause<'_, '_>, at: usize) -> Tail {
    let mut at = phrases::skip_adjuncts(clause, at);
    if matches!(
        clause.word(at),
        "of" | "about"
            | "in"
            | "at"
            | "on"
            | "to"
            | "during"
            | "as"
            | "when"
            | "after"
            | "while"
            | "before"
            | "with"
            | "from"
            | "by"
    ) {
        let free = (at..clause.len())
            .find(|&i| clause.is_quoted(i) || matches!(clause.word(i), "," | "—" | "–" | "--" | ":"))
            .unwrap_or(clause.len());
        if free - at < 14 {
            at = free;
        }
    }
    if clause.ends(at) {
        Tail::End
    } else if matches!(clause.word(at), "," | "—" | "–" | "--" | ";" | ":") {
        Tail::Break(at)
    } else {
        Tail::Words
    }
}

/// The item behind a dateline that opens the unit: "OSLO — …", "LIMA, Peru, Jan 9 (Agency) - …"; 0 where none does.
fn dateline_end(clause: Clause<'_, '_>) -> usize {
    let shouted = clause.len() > 0 && clause.is_word(0) && {
        let place = clause.reading.document.slice(clause.span(0));
        place.len() > 2 && !place.contains(char::is_lowercase)
    };
    let dash = (1..clause.len().min(DATELINE_MAX)).find(|&at| matches!(clause.word(at), "—" | "–" | "-" | "--"));
    dash.filter(|_| shouted).map_or(0, |at| at + 1)
}

impl Sites<'_, '_> {
    /// Where content before `left` begins: at the unit's start, without what joins the sentence to the one before;
    /// behind a colon, when a quotation stands there.
    fn content_start(&self, left: usize) -> usize {
        let clause = self.clause;
        let first = |from: usize| (from..left).find(|&at| !clause.is_mark(at)).unwrap_or(left);
        let mut from = first(dateline_end(clause));
        let colon = (from..left).rev().find(|&at| clause.word(at) == ":" && clause.is_quoted(at + 1));
        if let Some(colon) = colon {
            return colon + 1;
        }
        if words::is_conjunction(clause.word(from)) && from + 1 < left {
            from = first(from + 1);
        }
        if words::is_connective(clause.word(from)) && clause.word(from + 1) == "," {
            from = first(from + 2);
        }
        from
    }

    /// Content that goes on behind a break, after a quotation only as another quotation.
    fn resumption_if(&self, after_quotation: bool, i: usize, at: usize) -> Option<(usize, usize)> {
        if after_quotation {
            let resumed = (at + 1..self.clause.len()).find(|&next| self.clause.is_quoted(next))?;
            let conjunction = resumed == at + 2 && words::is_conjunction(self.clause.word(at + 1));
            let goes_on = resumed == at + 1 || conjunction || self.is_interrupted(i, at, resumed);
            return goes_on.then_some((resumed, resumed + 1));
        }
        self.resumption(i, at)
    }

    /// Whether a quoted sentence that the cue at `i` breaks off goes on in the quotation at `resumed`, behind a comma and
    /// what the speaker did meanwhile: "“If you ask,” Roe said, pointing at the river, “we will go.”"
    fn is_interrupted(&self, i: usize, at: usize, resumed: usize) -> bool {
        let clause = self.clause;
        let inner =
            |at: usize| clause.quotation(at).map_or("", |quotation| clause.reading.document.slice(quotation.inner));
        let broken_off =
            (0..self.cues[i].group).rev().find(|&at| clause.is_quoted(at)).is_some_and(|at| inner(at).ends_with(','));
        let reports = |site: &CueSite| site.kind == CueKind::Finite || site.verb.is_some_and(|verb| verb.frames.that);
        let reported = self.cues[i + 1..].iter().take_while(|site| site.head < resumed).any(reports);
        clause.word(at) == ","
            && clause.before(resumed) == ","
            && broken_off
            && inner(resumed).starts_with(char::is_lowercase)
            && !reported
    }

    /// Content that goes on behind the break at `at`: "The plan, X said, would fail".
    fn resumption(&self, i: usize, at: usize) -> Option<(usize, usize)> {
        let next = self.clause.word(at + 1);
        let to = self.content_end(i, at + 1);
        let starts = !words::is_subordinator(next)
            && !words::is_conjunction(next)
            && !next.ends_with("ing")
            && !matches!(next, "who" | "which" | "a" | "an" | "according");
        (starts && at + 1 < to).then_some((at + 1, to))
    }
}
