//! Attributions as the encoder reads them: contents, cues and sources, and which belong together. Quotation marks
//! decide the edges of what stands in them.

use dateline_encoder::{Encoding, Head, Link, Tagged};
use dateline_lexicon::{cue_form, reporting_noun};
use dateline_text::{Byte, Quotation, Span, Word};

use super::{
    Act, Cue, Polarity,
    attribution::{Draft, Segment},
    rules::Rule,
    units::Reading,
    words,
};

/// Least mean probability of a content.
const PROBABILITY_MIN: f32 = 0.3;

/// Least mean probability of a content that neither a cue in its paragraph nor quotation marks show.
const UNSTATED_MIN: f32 = 0.8;

/// Tokens before a cue in which "not" negates it.
const NEGATION_TOKENS_MAX: u32 = 3;

/// What the encoder marks in one article.
struct Marked<'r, 'e> {
    reading: &'r Reading<'r>,
    encoding: &'e Encoding,
    cues: Vec<Tagged<'e>>,
    sources: Vec<Tagged<'e>>,
    /// For each token, the number of the outermost quotation that it stands in, 0 outside.
    outermost: Vec<u32>,
}

/// A content with what it links to.
struct Content {
    words: Span<Word>,
    probability: f32,
    inner: bool,
    cue: Option<usize>,
    source: Option<usize>,
}

/// All attributions that the encoder reads, each with its content in text order.
pub(super) fn find<'r>(reading: &'r Reading<'r>, encoding: &'r Encoding) -> Vec<Draft> {
    let (cues, sources) = (encoding.spans(Head::Cue), encoding.spans(Head::Source));
    let outermost = reading.document.quotations().outermost(reading.document);
    let marked = Marked { reading, encoding, cues, sources, outermost };
    let mut drafts: Vec<(Option<usize>, bool, Draft)> = Vec::new();
    for content in marked.contents() {
        let segments = segments(reading, content.words, content.inner);
        let Some(&first) = segments.first() else { continue };
        let quoted = segments.iter().any(|segment| segment.quoted.is_some());
        let stated = quoted || content.cue.is_some_and(|cue| marked.shares_paragraph(cue, content.words));
        if !stated && (content.cue.is_none() || content.probability < UNSTATED_MIN) {
            continue;
        }
        if !quoted && marked.is_part_of_quotation(&content) {
            continue;
        }
        let same = |(cue, inner, _): &(Option<usize>, bool, Draft)| *cue == content.cue && *inner == content.inner;
        let before = drafts.iter_mut().rev().take(4).find(|draft| content.cue.is_some() && same(draft));
        match before {
            Some((_, _, draft)) if joins(reading, draft, first) => draft.take(segments, content.probability),
            Some((_, _, draft)) => {
                let inherited_source = draft.source.or(draft.inherited_source);
                let shared_cue = draft.cue.as_ref().map(|cue| cue.span).or(draft.shared_cue);
                let next = Draft { inherited_source, shared_cue, ..marked.draft(&content, segments, false) };
                drafts.push((content.cue, content.inner, next));
            }
            None => {
                let draft = marked.draft(&content, segments, true);
                drafts.push((content.cue, content.inner, draft));
            }
        }
    }
    let joined =
        |(_, _, draft): (Option<usize>, bool, Draft)| Draft { content: described(reading, draft.content), ..draft };
    drafts.into_iter().map(joined).collect()
}

/// Segments with the "as" between what is described and what it is said to be: "the plan as “…”".
pub(super) fn described(reading: &Reading<'_>, segments: Vec<Segment>) -> Vec<Segment> {
    let document = reading.document;
    let mut joined: Vec<Segment> = Vec::with_capacity(segments.len());
    for segment in segments {
        let start = document.words(segment.quoted.map_or(segment.span, |mark| Span::new(mark, mark + 1))).start();
        match joined.last_mut().filter(|before| before.quoted.is_none()) {
            Some(before)
                if document.words(before.span).end() + 1 == start
                    && reading.folded(start - 1) == "as"
                    && document.paragraph_at(start) == document.paragraph_at(document.words(before.span).start()) =>
            {
                let described = Span::new(document.words(before.span).start(), start);
                before.span = document.bytes(described);
                if segment.quoted.is_none() {
                    before.span = before.span.cover(segment.span);
                } else {
                    joined.push(segment);
                }
            }
            _ => joined.push(segment),
        }
    }
    joined
}

/// Whether a segment that the cue of `draft` also reports belongs to the same quote: it does not begin a sentence
/// behind the one of the reporting clause.
fn joins(reading: &Reading<'_>, draft: &Draft, segment: Segment) -> bool {
    let sentence = |span: Span<Byte>| reading.document.sentence_at(reading.document.words(span).start());
    let Some(cue) = &draft.cue else { return false };
    let begins = sentence(segment.span);
    begins <= sentence(cue.span) || draft.content.iter().any(|before| sentence(before.span) == begins)
}

impl Marked<'_, '_> {
    fn contents(&self) -> Vec<Content> {
        let starts = |spans: &[Tagged<'_>]| spans.iter().map(|span| span.words.start()).collect::<Vec<_>>();
        let (cues, sources) = (starts(&self.cues), starts(&self.sources));
        let layer =
            |head, inner| self.encoding.spans(head).into_iter().map(move |span| (span, inner)).collect::<Vec<_>>();
        let mut all = layer(Head::Content, false);
        all.extend(layer(Head::Inner, true));
        all.sort_by_key(|(span, inner)| (span.words.start(), *inner));
        all.into_iter()
            .filter(|(span, _)| span.probability >= PROBABILITY_MIN)
            .map(|(span, inner)| {
                let at = span.words.start();
                let cue = self
                    .encoding
                    .linked(Link::Cue, at, &cues)
                    .filter(|&cue| !is_below(self.reading, self.cues[cue].words, at))
                    .filter(|&cue| !span.words.contains(self.cues[cue].words));
                let source = self.encoding.linked(Link::Source, at, &sources);
                let source = source.filter(|&source| !is_below(self.reading, self.sources[source].words, at));
                Content { words: self.in_paragraph(span.words), probability: span.probability, inner, cue, source }
            })
            .collect()
    }

    /// A window holds several sentences, and spans can run on where they should not.
    fn in_sentence(&self, words: Span<Word>) -> Span<Word> {
        let document = self.reading.document;
        let sentence = document.sentences()[document.sentence_at(words.start())];
        Span::new(words.start(), words.end().min(sentence.end()))
    }

    fn in_paragraph(&self, words: Span<Word>) -> Span<Word> {
        let document = self.reading.document;
        let paragraph = document.paragraphs()[document.paragraph_at(words.start())];
        Span::new(words.start(), words.end().min(paragraph.end()))
    }

    /// Whether words in quotation marks are read as reported by a cue outside these marks: the quotation says them already.
    fn is_part_of_quotation(&self, content: &Content) -> bool {
        let outer = |word: u32| self.outermost.get(word as usize).copied().unwrap_or(0);
        let within = outer(content.words.start());
        within != 0 && content.cue.is_some_and(|cue| outer(self.cues[cue].words.start()) != within)
    }

    fn shares_paragraph(&self, cue: usize, content: Span<Word>) -> bool {
        let document = self.reading.document;
        document.paragraph_at(self.cues[cue].words.start()) == document.paragraph_at(content.start())
    }

    /// An attribution of these segments; `stated` gives it the cue and source of its content.
    fn draft(&self, content: &Content, segments: Vec<Segment>, stated: bool) -> Draft {
        let stated = |at: &usize, spans: &[Tagged<'_>]| stated.then(|| self.in_sentence(spans[*at].words));
        let cue = content.cue.and_then(|at| stated(&at, &self.cues));
        let source =
            content.source.and_then(|at| stated(&at, &self.sources)).map(|words| self.reading.document.bytes(words));
        let act = match content.cue.map(|at| self.encoding.row(Head::Act, self.cues[at].words.start())) {
            Some([speech, thought]) if thought > speech => Act::Thought,
            _ => Act::Speech,
        };
        Draft {
            rule: Rule::Encoder,
            confidence: content.probability,
            paragraph: self.reading.document.paragraph_at(content.words.start()),
            content: segments,
            cue: cue.map(|words| read_cue(self.reading, words)),
            act,
            source,
            inherited_source: None,
            shared_cue: None,
            interview_first_answer: None,
            relative: None,
        }
    }
}

/// Whether marked words stand in a paragraph behind that of the word `at`: nobody reports what the paragraph before says,
/// unless a headline is broken over lines.
pub(super) fn is_below(reading: &Reading<'_>, marked: Span<Word>, at: u32) -> bool {
    let document = reading.document;
    let below = document.paragraph_at(marked.start());
    let runs_on = document.text_of(document.paragraphs()[below]).starts_with(char::is_lowercase);
    below > document.paragraph_at(at) && !runs_on
}

impl Draft {
    /// Adds segments of the same quote.
    fn take(&mut self, segments: Vec<Segment>, probability: f32) {
        for segment in segments {
            if !self.content.iter().any(|before| before.span.contains(segment.span)) {
                self.content.push(segment);
            }
        }
        self.confidence = self.confidence.min(probability);
    }
}

/// The segments of a content: each quotation that it reaches into, whole, and the words around them.
pub(super) fn segments(reading: &Reading<'_>, content: Span<Word>, inner: bool) -> Vec<Segment> {
    let document = reading.document;
    let bytes = document.bytes(content);
    let depth = u32::from(inner);
    let found = &reading.quotations.found;
    let first = found.partition_point(|quotation| quotation.outer.end() <= bytes.start());
    let reached = found[first.saturating_sub(1)..]
        .iter()
        .take_while(|quotation| quotation.outer.start() < bytes.end())
        .filter(|quotation| quotation.depth == depth && is_reached(reading, quotation, content));
    let mut segments = Vec::new();
    let mut at = content.start();
    for quotation in reached {
        let (outer, within) = (document.words(quotation.outer), quotation.inner);
        if at < outer.start() {
            segments.extend(plain(reading, Span::new(at, outer.start()), segments.is_empty()));
        }
        segments.push(Segment { span: within, quoted: Some(quotation.outer.start()) });
        at = at.max(outer.end());
    }
    if at < content.end() {
        segments.extend(plain(reading, Span::new(at, content.end()), segments.is_empty()));
    }
    segments
}

/// Whether enough of a quotation is marked for it to be content as a whole.
fn is_reached(reading: &Reading<'_>, quotation: &Quotation, content: Span<Word>) -> bool {
    let inner = reading.document.words(quotation.inner);
    let shared = inner.end().min(content.end()).saturating_sub(inner.start().max(content.start()));
    shared > 0 && (shared * 3 >= inner.len() || shared >= 5)
}

/// Words outside quotation marks, without the marks at their edges, and in the first segment without "that".
fn plain(reading: &Reading<'_>, span: Span<Word>, first: bool) -> Option<Segment> {
    let lexical =
        |word: u32| reading.folded(word).starts_with(|c: char| c.is_alphanumeric() || c == '$' || c == '€' || c == '£');
    let (mut start, mut end) = (span.start(), span.end());
    let introduces = |word: u32| first && reading.folded(word) == "that";
    while start < end && (!lexical(start) && !matches!(reading.folded(start), "(" | "[") || introduces(start)) {
        start += 1;
    }
    while start < end && !lexical(end - 1) && !matches!(reading.folded(end - 1), ")" | "]" | "%" | "'s" | "'") {
        end -= 1;
    }
    (start < end).then(|| Segment { span: reading.document.bytes(Span::new(start, end)), quoted: None })
}

/// A cue with its dictionary form and polarity.
fn read_cue(reading: &Reading<'_>, words: Span<Word>) -> Cue {
    let known = |at: u32| {
        let form = cue_form(reading.folded(at)).map(|form| (form.cue.lemma, form.cue.negative));
        form.or_else(|| reporting_noun(reading.folded(at)).map(|(lemma, _)| (lemma, false)))
    };
    let according = (words.start()..words.end()).any(|at| reading.folded(at) == "according");
    let found = (words.start()..words.end()).rev().find_map(known);
    let lemma = match found {
        _ if according => "according to".to_owned(),
        Some((lemma, _)) => lemma.to_owned(),
        None => reading.folded(words.end() - 1).to_owned(),
    };
    let first = words.start().saturating_sub(NEGATION_TOKENS_MAX);
    let sentence = reading.document.sentence_at(words.start());
    let denied = (first..words.end())
        .any(|at| reading.document.sentence_at(at) == sentence && words::is_negation(reading.folded(at)));
    let negated = denied || found.is_some_and(|(_, negative)| negative);
    let polarity = if negated { Polarity::Negated } else { Polarity::Affirmed };
    Cue { span: reading.document.bytes(words), lemma, polarity }
}
