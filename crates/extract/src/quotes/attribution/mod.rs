//! Attribution: which cue reports which content, and from whom, by the structure of the unit. Each structure is a rule
//! of its own: content before the cue ([`preceding`]), behind it ([`following`]), or around it.

mod extent;
mod following;
mod preceding;

use dateline_text::{Byte, Span};

use super::{
    Act, Cue, Polarity, QuoteKind,
    clause::Clause,
    cues::{self, CueKind, CueSite},
    phrases,
    rules::Rule,
    words,
};

pub(super) use extent::{Segment, segments};

/// An attribution before its speaker is known.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    /// The rule that found it.
    pub(super) rule: Rule,
    /// Probability that this is an attribution with this content.
    pub(super) confidence: f32,
    /// The content, in text order.
    pub(super) content: Vec<Segment>,
    /// The reporting words.
    pub(super) cue: Option<Cue>,
    /// Speech or thought.
    pub(super) act: Act,
    /// Who said it, as written.
    pub(super) source: Option<Span<Byte>>,
    /// The paragraph in which its unit begins.
    pub(super) paragraph: usize,
    /// The source that speech without a cue takes its speaker from: another draft's, or a mention.
    pub(super) inherited_source: Option<Span<Byte>>,
    /// The cue of the quote before, when it reports this one too: "“A,” she said. “B.”"
    pub(super) shared_cue: Option<Span<Byte>>,
    /// In an interview, the start of its first answer, in bytes.
    pub(super) interview_first_answer: Option<u32>,
    /// The relative pronoun between the source and the cue.
    pub(super) relative: Option<Span<Byte>>,
}

impl Draft {
    /// Where the content ends.
    pub(super) fn end(&self) -> u32 {
        self.content.last().map_or(0, |segment| segment.span.end())
    }

    /// Whether all words of another content belong to this one.
    fn holds(&self, other: &Self) -> bool {
        other.content.iter().all(|inner| self.content.iter().any(|segment| segment.span.contains(inner.span)))
    }

    /// How much of the content stands in quotation marks.
    pub(super) fn kind(&self) -> QuoteKind {
        let quoted = self.content.iter().filter(|segment| segment.quoted.is_some()).count();
        match quoted {
            0 => QuoteKind::Indirect,
            n if n == self.content.len() => QuoteKind::Direct,
            _ => QuoteKind::Mixed,
        }
    }
}

/// The cues of a unit with the subjects of its verbs.
struct Sites<'r, 'a> {
    clause: Clause<'r, 'a>,
    cues: Vec<CueSite>,
    /// By cue: the noun phrase before the verb group, as items.
    subjects: Vec<Option<(usize, usize)>>,
}

/// Where a content lies: ranges of items.
struct Found {
    rule: Rule,
    source: Option<(usize, usize)>,
    content: Vec<(usize, usize)>,
}

/// All attributions that one unit states, in the order of their cues.
pub(super) fn of_unit(clause: Clause<'_, '_>) -> Vec<Draft> {
    let cues = cues::find(clause);
    if cues.is_empty() {
        return Vec::new();
    }
    let subjects = cues
        .iter()
        .map(|site| (site.kind != CueKind::According).then(|| phrases::subject(clause, site.group)).flatten())
        .collect();
    let sites = Sites { clause, cues, subjects };
    let mut drafts: Vec<Draft> = Vec::new();
    let mut last_source = None;
    for i in 0..sites.cues.len() {
        let Some(mut found) = preceding::find(&sites, i).or_else(|| following::find(&sites, i)) else { continue };
        if found.source.is_none() && sites.shares_subject(i) {
            found.source = last_source;
        }
        if found.source.is_some() {
            last_source = found.source;
        }
        let draft = sites.draft(i, &found);
        drafts.extend(draft.filter(|draft| !(sites.renames(i) && drafts.iter().any(|outer| outer.holds(draft)))));
    }
    drafts
}

impl Sites<'_, '_> {
    /// Whether the cue at `i` takes the source of the cue before it.
    fn shares_subject(&self, i: usize) -> bool {
        !matches!(self.cues[i].kind, CueKind::According | CueKind::Noun)
    }

    /// Whether the cue at `i` only names something, for somebody who speaks already: "praised what she called “…”".
    fn renames(&self, i: usize) -> bool {
        self.subjects[i].is_some_and(|(start, end)| {
            let pronoun = end == start + 1 && words::is_subject_pronoun(self.clause.word(start));
            pronoun && self.clause.before(start) == "what"
        })
    }

    /// First item of the clause that the cue at `i` is the verb of.
    fn clause_start(&self, i: usize) -> usize {
        self.subjects[i].map_or(self.cues[i].group, |(start, _)| start.min(self.cues[i].group))
    }

    fn draft(&self, i: usize, found: &Found) -> Option<Draft> {
        let site = &self.cues[i];
        let content: Vec<Segment> =
            found.content.iter().flat_map(|&(from, to)| extent::segments(self.clause, from, to)).collect();
        let nobody = found.source.is_none() && site.kind == CueKind::Participle;
        if content.is_empty() || (nobody && content.iter().all(|segment| segment.quoted.is_none())) {
            return None;
        }
        let polarity = if site.negated { Polarity::Negated } else { Polarity::Affirmed };
        let cue = Cue { span: self.clause.cover(site.head, site.end), lemma: site.lemma.to_owned(), polarity };
        let source =
            found.source.filter(|(from, to)| from < to).map(|(from, to)| extent::trimmed(self.clause, from, to));
        Some(Draft {
            rule: found.rule,
            confidence: found.rule.precision(),
            content,
            cue: Some(cue),
            act: site.act,
            source: source.flatten(),
            paragraph: self.clause.unit.paragraph,
            inherited_source: None,
            shared_cue: None,
            interview_first_answer: None,
            relative: None,
        })
    }
}
