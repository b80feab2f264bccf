//! Cues: reporting verbs with their verb group, reporting nouns, "according to".

use dateline_lexicon::{CueForm, CueVerb, VerbForm, cue_form, is_noun_form, reporting_noun};

use super::{Act, clause::Clause, phrases, words};

/// What kind of word reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CueKind {
    /// A finite verb with a subject.
    Finite,
    /// "saying", "adding": its subject is that of the clause it belongs to.
    Participle,
    /// "was told", "is accused": its subject did not speak.
    Passive,
    /// "his claim that".
    Noun,
    /// "according to".
    According,
}

/// A cue in a unit; positions are items.
#[derive(Clone, Copy, Debug)]
pub(super) struct CueSite {
    pub(super) kind: CueKind,
    /// First item of the verb group, with auxiliaries and adverbs.
    pub(super) group: usize,
    /// The reporting word.
    pub(super) head: usize,
    /// First item behind the reporting word and its particles.
    pub(super) end: usize,
    /// The verb, for verbs.
    pub(super) verb: Option<&'static CueVerb>,
    /// The dictionary form.
    pub(super) lemma: &'static str,
    /// What it reports.
    pub(super) act: Act,
    /// Whether reporting itself is negated.
    pub(super) negated: bool,
    /// Whether an auxiliary negates it: "did not praise".
    pub(super) withheld: bool,
}

/// All cues of a unit, in order.
pub(super) fn find(clause: Clause<'_, '_>) -> Vec<CueSite> {
    let mut sites = Vec::new();
    let mut at = 0;
    while at < clause.len() {
        let site = according(clause, at).or_else(|| verb(clause, at)).or_else(|| noun(clause, at));
        at = site.as_ref().map_or(at + 1, |site| site.end.max(at + 1));
        sites.extend(site);
    }
    sites
}

fn according(clause: Clause<'_, '_>, at: usize) -> Option<CueSite> {
    let found = clause.word(at) == "according" && clause.word(at + 1) == "to";
    found.then_some(CueSite {
        kind: CueKind::According,
        group: at,
        head: at,
        end: at + 2,
        verb: None,
        lemma: "according to",
        act: Act::Speech,
        negated: false,
        withheld: false,
    })
}

fn verb(clause: Clause<'_, '_>, at: usize) -> Option<CueSite> {
    let form = cue_form(clause.word(at))?;
    let group = group_start(clause, at);
    let auxiliaries = |test: fn(&str) -> bool| (group..at).any(|i| test(clause.word(i)));
    let be = auxiliaries(words::is_be);
    let kind = match form.tense {
        VerbForm::Gerund if be => CueKind::Finite,
        VerbForm::Gerund => CueKind::Participle,
        VerbForm::Past | VerbForm::Participle if be => CueKind::Passive,
        _ => CueKind::Finite,
    };
    if is_nominal(clause, at, group, form.tense) || is_naming(clause, at, group) {
        return None;
    }
    let (verb, end) = particle(clause, at, form)?;
    let refused = matches!(clause.before(group), "to") && group > 1;
    if refused {
        return infinitive(
            clause,
            CueSite {
                kind,
                group,
                head: at,
                end,
                verb: Some(verb),
                lemma: verb.lemma,
                act: verb.act,
                negated: verb.negative,
                withheld: false,
            },
        );
    }
    let base_alone = form.tense == VerbForm::Base && group == at && !takes_base(clause, at);
    let participle_alone = form.tense == VerbForm::Participle && group == at;
    if base_alone || participle_alone {
        return None;
    }
    let withheld = auxiliaries(words::is_negation);
    let negated = verb.negative || withheld;
    Some(CueSite { kind, group, head: at, end, verb: Some(verb), lemma: verb.lemma, act: verb.act, negated, withheld })
}

/// "a man called Tom Roe said": a participle between a noun and its name, before the verb.
fn is_naming(clause: Clause<'_, '_>, at: usize, group: usize) -> bool {
    let name = (at + 1..clause.len()).take_while(|&at| clause.is_capital(at)).count();
    let behind = clause.word(at + 1 + name);
    let verb = || cue_form(behind).is_some_and(|form| matches!(form.tense, VerbForm::Past | VerbForm::Third));
    clause.word(at) == "called" && group == at && name > 0 && verb()
}

/// The verb behind a form with the particle that follows it.
fn particle(clause: Clause<'_, '_>, at: usize, form: CueForm) -> Option<(&'static CueVerb, usize)> {
    let verb = form.before(clause.word(at + 1))?;
    let Some(particle) = verb.particle else { return Some((verb, at + 1)) };
    let parts = particle.split('_').count();
    Some((verb, at + 1 + parts))
}

/// A verb behind "to": a cue where the verb above it only adds tense or manner ("went on to say", "continued to warn"),
/// none where it takes the speech away ("refused to say", "was expected to announce").
fn infinitive(clause: Clause<'_, '_>, site: CueSite) -> Option<CueSite> {
    let above = clause.before(site.group - 1);
    let keeps = matches!(
        above,
        "on" | "continued"
            | "continues"
            | "continue"
            | "used"
            | "began"
            | "proceeded"
            | "managed"
            | "rushed"
            | "chose"
            | "came"
    );
    let start = if above == "on" { site.group.checked_sub(3)? } else { site.group.checked_sub(2)? };
    keeps.then(|| CueSite { group: group_start(clause, start), ..site })
}

/// Leftmost item of the verb group that ends at `head`: auxiliaries, negation and adverbs.
fn group_start(clause: Clause<'_, '_>, head: usize) -> usize {
    let mut start = head;
    while start > 0 {
        let word = clause.word(start - 1);
        let belongs = words::is_auxiliary(word)
            || words::is_adverb(word)
            || (word == "'s"
                && clause.begins_phrase(start.wrapping_sub(2))
                && start < head
                && words::is_adverb(clause.word(start)));
        if !belongs {
            break;
        }
        start -= 1;
    }
    start
}

/// Whether a form is a noun or an adjective here.
fn is_nominal(clause: Clause<'_, '_>, at: usize, group: usize, tense: VerbForm) -> bool {
    let before = clause.before(at);
    let word = clause.word(at);
    let after = clause.word(at + 1);
    let determined = words::is_determiner(before) && !words::is_subject_pronoun(before)
        || words::is_possessive(before)
        || matches!(before, "'s" | "'" | "the" | "a" | "an" | "no" | "of")
        || before.ends_with("'s") && !words::subject_contraction(before);
    if determined && group == at {
        return true;
    }
    if tense == VerbForm::Gerund {
        return words::is_preposition(before)
            && !matches!(before, "by" | "without" | "in" | "for" | "of" | "from" | "before" | "after")
            || is_noun_form(word) && !matches!(before, "," | "and" | "but" | "as");
    }
    if matches!(tense, VerbForm::Base | VerbForm::Third) && is_noun_form(word) {
        let counted = words::is_determiner(before) || before == "that";
        let subject = (words::is_subject_pronoun(before) && !counted) || group < at;
        let content = after == "that"
            || words::is_determiner(after)
            || words::is_subject_pronoun(after) && !words::is_subordinator(after)
            || clause.is_quoted(at + 1)
            || after == ":";
        let right = (content || reports_on_left(clause, at, tense) || plural_subject(clause, at, tense))
            && !words::is_preposition(before)
            && before != ","
            && at > 0;
        return !subject && !right;
    }
    let channel = words::is_setting(clause.word(at + 2));
    let reduced = matches!(tense, VerbForm::Past | VerbForm::Participle) && group == at && after == "by" && !channel;
    reduced || words::is_preposition(before) && group == at && !matches!(before, "on" | "in")
}

/// "Police claim Roe was there": a plural subject before a base form, and a name behind it.
fn plural_subject(clause: Clause<'_, '_>, at: usize, tense: VerbForm) -> bool {
    let before = clause.before(at);
    let plural = before == "police" || (before.len() > 3 && before.ends_with('s') && !before.ends_with("ss"));
    let bare = cue_form(clause.word(at)).is_some_and(|form| form.cue.frames.bare);
    tense == VerbForm::Base && plural && bare && clause.is_capital(at + 1)
}

/// "…, our correspondent reports.": the content stands before the subject.
fn reports_on_left(clause: Clause<'_, '_>, at: usize, tense: VerbForm) -> bool {
    let set_off = |start: usize| start > 0 && (clause.before(start) == "," || clause.is_quoted(start - 1));
    tense == VerbForm::Third
        && matches!(clause.word(at), "reports" | "notes" | "claims" | "states")
        && matches!(clause.word(at + 1), "." | "," | "")
        && !clause.is_quoted(at + 1)
        && phrases::subject(clause, at).is_some_and(|(start, _)| set_off(start))
}

/// Whether a base form can be finite here: its subject is a pronoun, or looks plural.
fn takes_base(clause: Clause<'_, '_>, at: usize) -> bool {
    let before = clause.before(at);
    matches!(
        before,
        "i" | "you"
            | "we"
            | "they"
            | "who"
            | "and"
            | "many"
            | "some"
            | "most"
            | "others"
            | "people"
            | "police"
            | ","
            | "that"
            | "officials"
            | "both"
    ) || (before.len() > 3 && before.ends_with('s') && !before.ends_with("ss") && !before.ends_with("'s"))
        || clause.is_capital(at.wrapping_sub(1))
            && !clause.is_capital(at)
            && !clause.word(at + 1).is_empty()
            && cue_form(clause.word(at)).is_some_and(|form| form.cue.frames.bare || form.cue.frames.that)
            && !is_noun_form(clause.word(at))
        || matches!(before, "men" | "women" | "children" | "media" | "democrats" | "republicans")
}

fn noun(clause: Clause<'_, '_>, at: usize) -> Option<CueSite> {
    let (lemma, act) = reporting_noun(clause.word(at))?;
    (clause.word(at + 1) == "that").then_some(CueSite {
        kind: CueKind::Noun,
        group: at,
        head: at,
        end: at + 1,
        verb: None,
        lemma,
        act,
        negated: false,
        withheld: false,
    })
}
