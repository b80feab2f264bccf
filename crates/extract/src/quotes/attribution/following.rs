//! Content behind its cue: "X said that …", "X said: “…”", "according to X, …", "his claim that …".

use dateline_lexicon::{CueVerb, VerbForm, cue_form, is_noun_form};

use super::{
    super::{
        clause::Clause,
        cues::{CueKind, CueSite},
        phrases,
        rules::Rule,
        words,
    },
    Found, Sites,
};

/// Most items of a verb's object before "to", "of" or "as", and of adjuncts before "that".
const OBJECT_MAX: usize = 20;
const ADJUNCT_MAX: usize = 12;

/// Most items of an adverbial before the subject of a sentence.
const ADVERBIAL_MAX: usize = 24;

/// Most items of an apposition before content.
const APPOSITION_MAX: usize = 10;

/// The content behind the cue at `i`.
pub(super) fn find(sites: &Sites<'_, '_>, i: usize) -> Option<Found> {
    let site = &sites.cues[i];
    match site.kind {
        CueKind::According => according(sites, i),
        CueKind::Noun => noun(sites, i),
        CueKind::Passive => passive(sites, i),
        CueKind::Finite | CueKind::Participle => verb(sites, i),
    }
}

/// "According to X, …" at the start of a clause.
fn according(sites: &Sites<'_, '_>, i: usize) -> Option<Found> {
    let (clause, site) = (sites.clause, &sites.cues[i]);
    let source_end = until_content(clause, fronted_source(clause, site.end));
    if source_end == site.end || clause.word(source_end) != "," {
        return None;
    }
    let from = source_end + 1;
    let to = sites.content_end(i, from);
    (from < to).then(|| Found {
        rule: Rule::AccordingToBeforeContent,
        source: Some((site.end, source_end)),
        content: vec![(from, to)],
    })
}

/// The end of a source before its content: an apposition is one only between commas, and without a verb.
fn fronted_source(clause: Clause<'_, '_>, start: usize) -> usize {
    let (core, whole) = (phrases::core(clause, start), phrases::rightwards(clause, start));
    let verb = (core + 1..whole).any(|at| words::is_plain_verb(clause.word(at)));
    let apposed = whole > core && clause.word(whole) == "," && !verb && whole - core < APPOSITION_MAX;
    if let Some(end) = apposed_name(clause, start, core) {
        return end;
    }
    if apposed { whole } else { core }
}

/// The end of a full name between commas behind a description that ends at `core`: "the prosecutor, Jane Roe, …".
fn apposed_name(clause: Clause<'_, '_>, start: usize, core: usize) -> Option<usize> {
    let is_name = |&at: &usize| {
        clause.is_word(at) && clause.reading.document.slice(clause.span(at)).starts_with(char::is_uppercase)
    };
    let described = words::is_determiner(clause.word(start)) && clause.word(core) == ",";
    let end = core + 1 + (core + 1..clause.len()).take_while(is_name).count();
    (described && (2..APPOSITION_MAX).contains(&(end - core - 1)) && clause.word(end) == ",").then_some(end)
}

/// Extends a source by what follows it up to a comma: "a report published by the ministry on Monday".
pub(super) fn until_content(clause: Clause<'_, '_>, from: usize) -> usize {
    (from..clause.len())
        .find(|&at| {
            clause.is_quoted(at) || matches!(clause.word(at), "," | ";" | ":" | "—" | "–" | "--") || clause.ends(at)
        })
        .unwrap_or(clause.len())
}

/// "his claim that …": the content runs to the end of its clause.
fn noun(sites: &Sites<'_, '_>, i: usize) -> Option<Found> {
    let (clause, site) = (sites.clause, &sites.cues[i]);
    let owner = clause.before(site.head);
    let source = if words::is_possessive(owner) {
        Some((site.head - 1, site.head))
    } else if matches!(owner, "'s" | "'") {
        phrases::subject(clause, site.head - 1).map(|(start, _)| (start, site.head - 1))
    } else {
        None
    };
    let from = site.end + 1;
    let to = (from..sites.unit_end())
        .find(|&at| matches!(clause.word(at), "," | ";" | "—" | "–" | "--" | ":"))
        .unwrap_or_else(|| sites.unit_end());
    (source.is_some() && from < to).then(|| Found { rule: Rule::ReportingNoun, source, content: vec![(from, to)] })
}

/// "X was quoted as saying …" is the participle's; a passive with words in quotation marks has no source.
fn passive(sites: &Sites<'_, '_>, i: usize) -> Option<Found> {
    let (clause, site) = (sites.clause, &sites.cues[i]);
    let verb = site.verb?;
    let impersonal = sites.subjects[i].is_some_and(|(start, end)| end == start + 1 && clause.word(start) == "it");
    let that = clause.word(site.end) == "that";
    if impersonal && that && verb.frames.that {
        let to = sites.content_end(i, site.end + 1);
        return Some(Found { rule: Rule::PassiveClause, source: None, content: vec![(site.end + 1, to)] });
    }
    let called = verb.frames.noun && verb.frames.quotation && clause.is_quoted(site.end);
    called.then(|| Found { rule: Rule::PassiveQuotation, source: None, content: vec![(site.end, site.end + 1)] })
}

/// What stands behind a verb once its adjuncts are skipped.
struct Complement {
    rule: Rule,
    from: usize,
    /// The end, where it is not the end of the unit.
    to: Option<usize>,
}

fn verb(sites: &Sites<'_, '_>, i: usize) -> Option<Found> {
    let (clause, site) = (sites.clause, &sites.cues[i]);
    let verb = site.verb?;
    let complement = complement(clause, site, verb)?;
    let source = match site.kind {
        CueKind::Participle => participle_source(sites, i),
        _ => sites.subjects[i],
    };
    if source.is_none() && site.kind == CueKind::Finite && !sites.is_coordinated(i) {
        return None;
    }
    // "as the paper reported on Monday" hangs on the sentence that it stands in.
    let aside = sites.subjects[i].is_some_and(|(start, _)| clause.before(start) == "as");
    if aside && complement.rule == Rule::BareClause && !words::is_subject_pronoun(clause.word(complement.from)) {
        return None;
    }
    // "what he called “…”": the rest of the sentence is the writer's.
    let named =
        sites.subjects[i].is_some_and(|(start, _)| clause.before(start) == "what") && clause.is_quoted(complement.from);
    let complement = if named { Complement { to: Some(complement.from + 1), ..complement } } else { complement };
    let limit = complement.to.unwrap_or_else(|| sites.content_end(i, complement.from));
    let to = limit.min(sites.unit_end());
    let (from, to) = (complement.from, sites.narrowed(i, complement.rule, complement.from, to));
    if to == from + 1 && !clause.is_quoted(from) {
        return None;
    }
    // Who "did not praise" a thing has not spoken of it, and "which he rejected last week" ends in a time.
    let quoted = (from..to).any(|at| clause.is_quoted(at));
    let thing = matches!(complement.rule, Rule::NounPhrase | Rule::Judgement | Rule::Description | Rule::Bidding);
    if thing && !quoted && (site.withheld || phrases::skip_adjuncts(clause, from) >= to) {
        return None;
    }
    (from < to).then(|| Found { rule: complement.rule, source, content: vec![(from, to)] })
}

impl Sites<'_, '_> {
    /// Whether the cue at `i` follows a conjunction or comma, so that it shares the subject of the cue before.
    fn is_coordinated(&self, i: usize) -> bool {
        let before = self.clause.before(self.cues[i].group);
        i > 0 && matches!(before, "and" | "but" | "or" | "," | "then")
    }
}

/// The source of "saying", "adding": the person quoted in "was quoted as saying", else the subject of the clause.
fn participle_source(sites: &Sites<'_, '_>, i: usize) -> Option<(usize, usize)> {
    let clause = sites.clause;
    let head = sites.cues[i].head;
    let quoted = clause.before(head) == "as"
        && (0..head.saturating_sub(1))
            .rev()
            .take(4)
            .any(|at| matches!(clause.word(at), "quoted" | "cited" | "reported" | "described"));
    // "with a neighbour saying …"
    if let Some((start, end)) =
        sites.subjects[i].filter(|&(start, end)| end == head && start > 0 && clause.before(start) == "with")
    {
        return Some((start, end));
    }
    let above = sites.cues[..i].iter().rposition(|site| site.kind != CueKind::Participle && site.kind != CueKind::Noun);
    let own = sites.subjects[..i].iter().rev().flatten().next().copied();
    if quoted {
        let cite =
            (0..head).rev().find(|&at| matches!(clause.word(at), "quoted" | "cited" | "reported" | "described"))?;
        if !words::is_be(clause.before(cite)) {
            let end = phrases::core(clause, cite + 1);
            return (end > cite + 1).then_some((cite + 1, end));
        }
        return phrases::subject(clause, cite - 1).or(own);
    }
    above.and_then(|at| sites.subjects[at]).or_else(|| first_subject(clause, head))
}

/// The first noun phrase of the unit, or of what follows the comma behind an adverbial, as the subject of its main
/// clause.
fn first_subject(clause: Clause<'_, '_>, before: usize) -> Option<(usize, usize)> {
    let adverbial = words::is_preposition(clause.word(0)) || words::is_subordinator(clause.word(0));
    let comma = || (1..before.min(ADVERBIAL_MAX)).find(|&at| clause.word(at) == ",");
    let first = if adverbial { comma()? + 1 } else { 0 };
    let start = (first..before).find(|&at| clause.begins_phrase(at) && !words::is_time(clause.word(at)))?;
    let core = phrases::core(clause, start).min(before);
    // A name is followed by its verb: "Oslo launched a study, saying …".
    let verb = |at: usize| clause.is_capital(at - 1) && !clause.is_capital(at) && clause.word(at).ends_with("ed");
    let end = (start + 1..core).find(|&at| verb(at)).unwrap_or(core);
    (start < end && start < first + 4).then_some((start, end))
}

/// The complement of a verb, by its frames.
fn complement(clause: Clause<'_, '_>, site: &CueSite, verb: &CueVerb) -> Option<Complement> {
    let frames = verb.frames;
    if let Some(found) = with_object(clause, site.end, verb) {
        return Some(found);
    }
    let mut at = site.end;
    if frames.addressee || frames.object_control {
        let person = phrases::addressee(clause, at);
        let next = clause.word(person);
        let goes_on = next == "that"
            || words::is_question(next)
            || matches!(next, "," | ":")
            || clause.is_quoted(person)
            || verb.lemma == "tell"
            || words::is_time(next)
            || (!frames.noun && phrases::is_adjunct(clause, person));
        if person > at && goes_on {
            at = person;
        }
    }
    let skipped = phrases::skip_adjuncts(clause, at);
    quotation_at(clause, skipped, verb)
        .or_else(|| frames.that.then(|| late_that(clause, site.end, skipped)).flatten())
        .or_else(|| clause_at(clause, skipped, verb, skipped > at))
        .or_else(|| (skipped > at).then(|| clause_at(clause, at, verb, false)).flatten())
}

/// What stands behind the verb's object: "urged the council to act", "accused him of theft", "described it as a farce".
fn with_object(clause: Clause<'_, '_>, at: usize, verb: &CueVerb) -> Option<Complement> {
    let frames = verb.frames;
    if !(frames.object_control || frames.judgment_for || frames.as_predicative) {
        return None;
    }
    // The link stands right behind the verb where the object is a relative pronoun before it.
    let object = at..clause.len().min(at + OBJECT_MAX);
    let stop = |at: &usize| !clause.is_quoted(*at) && !matches!(clause.word(*at), "," | ";" | ":" | "that");
    let negated = clause.word(at) == "not" && clause.word(at + 1) == "to";
    // "invited her to Bonn", "to the talks".
    let place = |to: usize| {
        clause.is_capital(to + 1)
            || words::is_determiner(clause.word(to + 1))
            || words::is_possessive(clause.word(to + 1))
    };
    let find = |links: &[&str]| object.clone().take_while(stop).find(|&at| links.contains(&clause.word(at)));
    if let Some(to) =
        frames.object_control.then(|| find(&["to"])).flatten().filter(|&to| to > at && !negated && !place(to))
    {
        return Some(Complement { rule: Rule::Bidding, from: to, to: None });
    }
    // "praised what he called “…” for …": words in marks are his, so all of it is what he said.
    let quoted =
        object.clone().take_while(|&at| !matches!(clause.word(at), "," | ";" | ":")).any(|at| clause.is_quoted(at));
    if frames.judgment_for && quoted && !clause.is_quoted(at) && clause.word(at) == "what" {
        return Some(Complement { rule: Rule::Judgement, from: at, to: None });
    }
    if let Some(link) = frames.judgment_for.then(|| find(&["of", "for", "over"])).flatten().filter(|&link| link > at) {
        return Some(Complement { rule: Rule::Judgement, from: link + 1, to: None });
    }
    // The object is part of what is said.
    frames.as_predicative.then(|| find(&["as"])).flatten().map(|link| Complement {
        rule: Rule::Description,
        from: if link == at { at + 1 } else { at },
        to: None,
    })
}

/// A "that" behind longer adjuncts: "told reporters after the talks in Geneva that …".
fn late_that(clause: Clause<'_, '_>, at: usize, from: usize) -> Option<Complement> {
    let behind_adjunct = from > at || words::is_preposition(clause.word(from));
    let plain = |&at: &usize| {
        let word = clause.word(at);
        !clause.is_mark(at) && !clause.is_quoted(at) && !words::is_auxiliary(word) && !words::is_subject_pronoun(word)
            || word == "that"
    };
    let that = (from..clause.len().min(from + ADJUNCT_MAX)).take_while(plain).find(|&at| clause.word(at) == "that")?;
    (behind_adjunct && that > from).then_some(Complement { rule: Rule::ThatClause, from: that + 1, to: None })
}

/// Whether quoted words are written like the title of a work: two capitals and more, and no full stop.
fn names_work(inner: &str) -> bool {
    !inner.ends_with(['.', ',', '!', '?', '…']) && words::is_title_case(inner)
}

/// Whether the verb at `at` stands right behind a common noun, as in "a film called": it is a participle then.
fn follows_noun(clause: Clause<'_, '_>, at: usize) -> bool {
    at > 0 && clause.is_word(at - 1) && {
        let before = clause.reading.document.slice(clause.span(at - 1));
        before.starts_with(char::is_lowercase) && !words::is_subject_pronoun(before)
    }
}

/// A quotation at `at`, behind a comma, a colon or nothing, or at the end of what a colon introduces.
fn quotation_at(clause: Clause<'_, '_>, at: usize, verb: &CueVerb) -> Option<Complement> {
    let start = if matches!(clause.word(at), "," | ":" | "—" | "–" | "--") { at + 1 } else { at };
    let opens = clause.quotation(start)?;
    if !(verb.frames.quotation || verb.frames.noun || verb.frames.that || verb.frames.as_predicative) {
        return None;
    }
    let inner = clause.reading.document.slice(opens.inner);
    let of_work = start == at && verb.frames.quotation && !verb.frames.as_predicative && names_work(inner);
    if of_work && (verb.lemma != "call" || follows_noun(clause, at - 1)) {
        return None;
    }
    let whole = start > at || inner.starts_with(char::is_uppercase);
    let sentence = whole && inner.ends_with(['.', '!', '?', '…', ',']);
    // An inscription stands in its marks as a whole.
    let inscribed = verb.lemma == "read";
    let last = whole && (clause.ends(start + 1) || clause.word(start + 1) == ",");
    let rule = if start > at { Rule::CueMarkQuotation } else { Rule::CueQuotation };
    Some(Complement { rule, from: start, to: (sentence || inscribed || last && start > at).then_some(start + 1) })
}

/// Whether a finite verb shows up behind `at` before the next break, so that a clause stands there.
fn holds_verb(clause: Clause<'_, '_>, at: usize) -> bool {
    let verb = |word: &str| {
        words::is_plain_verb(word)
            || words::subject_contraction(word)
            || word == "'s"
            || (word.len() > 4 && word.ends_with("ed"))
            || cue_form(word).is_some_and(|form| form.tense != VerbForm::Gerund && !is_noun_form(word))
    };
    let another =
        |at: usize| clause.word(at) == "," && matches!(clause.word(at + 1), "but" | "which" | "who" | "while");
    (at + 1..clause.len())
        .take_while(|&at| !matches!(clause.word(at), ";" | ":" | "—" | "–") && !another(at))
        .any(|at| verb(clause.word(at)))
}

/// A clause, infinitive or noun phrase at `at`.
fn clause_at(clause: Clause<'_, '_>, at: usize, verb: &CueVerb, skipped: bool) -> Option<Complement> {
    let word = clause.word(at);
    let found = |rule, from| Some(Complement { rule, from, to: None });
    if clause.ends(at)
        || clause.is_mark(at) && !matches!(word, ":" | "$") && !(word == "," && clause.word(at + 1) == "that")
    {
        return None;
    }
    if word == "that" && verb.frames.that {
        return found(Rule::ThatClause, at + 1);
    }
    if word == "," {
        return found(Rule::ThatClause, at + 2);
    }
    if word == ":" {
        return (verb.frames.bare || verb.frames.quotation).then_some(Complement {
            rule: Rule::CueColon,
            from: at + 1,
            to: None,
        });
    }
    if words::is_question(word) && verb.frames.that {
        return found(Rule::ReportedQuestion, at);
    }
    if word == "to" {
        return verb.frames.infinitive.then_some(Complement { rule: Rule::Infinitive, from: at, to: None });
    }
    let begins = clause.begins_phrase(at);
    let clausal = !verb.frames.noun || holds_verb(clause, at);
    if verb.frames.bare && clausal && !matches!(word, "by" | "so" | "of" | "about" | "and" | "or" | "but" | "'s") {
        return found(if skipped { Rule::BareClauseBehindAdjunct } else { Rule::BareClause }, at);
    }
    // "called the plan a farce", and not "called the police".
    let names = verb.lemma != "call" || {
        let object = phrases::core(clause, at);
        clause.is_quoted(object) || matches!(clause.word(object), "a" | "an") || clause.word(at) == "it"
    };
    if verb.frames.noun && begins && !skipped && names {
        return found(Rule::NounPhrase, at);
    }
    None
}
