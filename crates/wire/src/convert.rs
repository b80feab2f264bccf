//! From what the pipeline found to what the caller asked for.

use std::io::{self, Write};

use dateline_extract::{
    Extraction,
    coref::{self, EntityId},
    events::{self, AssertedBy},
    names,
    quotes::{self, QuoteId},
    times,
};
use dateline_text::{Article, Byte, Span};
use serde::Serialize;

use crate::{
    SERVICE, hash, links,
    min_confidence::Floors,
    offsets::Offsets,
    options::{Attributions, Layer, Options},
    printed,
    problem::{Code, Problem},
    request::Asked,
    response as wire, terms,
    warnings::warnings,
};

/// What an answer is made with.
#[derive(Clone, Copy, Debug)]
pub struct Provenance<'a> {
    /// Name and version of the model.
    pub model: &'a str,
    /// Name and version of each knowledge base.
    pub knowledge_bases: &'a [String],
    /// Most warnings of a kind.
    pub warnings_max: usize,
}

/// The answer to a request.
///
/// Ids count over everything that was found, so that they are the same whatever the options leave out.
#[must_use]
pub fn respond<'a>(
    article: &'a Article,
    found: &'a Extraction,
    asked: Asked,
    provenance: Provenance<'a>,
) -> wire::ExtractResponse<'a> {
    let Asked { id, language, language_uncertain, known_entities: _, options } = asked;
    let conversion = Conversion::new(article, found, &options);
    let included = |layer| options.include.contains(&layer);
    let text_sha256 = hash::sha256_hex(sent(article).as_bytes());
    let Provenance { model, knowledge_bases: knowledge_base, warnings_max } = provenance;
    wire::ExtractResponse {
        id,
        language,
        offset_unit: options.offset_unit,
        include: options.include.clone(),
        entities: if included(Layer::Entities) { conversion.entities() } else { Vec::new() },
        quotes: if included(Layer::Quotes) { conversion.quotes() } else { Vec::new() },
        events: if included(Layer::Events) { conversion.events() } else { Vec::new() },
        times: if included(Layer::Times) { conversion.times() } else { Vec::new() },
        source_audit: included(Layer::Quotes).then(|| conversion.source_audit(article)),
        warnings: warnings(article, &found.warnings, language_uncertain, warnings_max, &conversion.offsets),
        meta: wire::Meta { service: SERVICE, model, knowledge_base, text_sha256 },
    }
}

/// The fields as sent, with a blank line between them.
fn sent(article: &Article) -> String {
    article.sent().map(|(_, sent)| sent).collect::<Vec<_>>().join("\n\n")
}

/// The answer as JSON.
///
/// # Errors
/// [`Code::AnswerTooLarge`] as soon as it has more than `bytes_max` bytes.
///
/// # Panics
/// Never: answers have string keys and finite numbers.
pub fn to_json(response: &impl Serialize, bytes_max: usize) -> Result<Vec<u8>, Problem> {
    let mut json = Bounded { bytes: Vec::new(), bytes_max };
    match serde_json::to_writer(&mut json, response) {
        Ok(()) => Ok(json.bytes),
        Err(error) if error.is_io() => {
            let detail = format!(
                "the answer would have more than {bytes_max} bytes; ask for fewer lists with options.include, raise \
                 options.min_confidence, or send the article in parts"
            );
            Err(Problem::new(Code::AnswerTooLarge, detail).limit(bytes_max as u64))
        }
        Err(error) => unreachable!("answers have string keys and finite numbers: {error}"),
    }
}

/// Bytes that refuse to become too many.
struct Bounded {
    bytes: Vec<u8>,
    bytes_max: usize,
}

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > self.bytes_max {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Three decimals: what a probability that was measured can carry.
pub(crate) fn rounded(value: f32) -> f64 {
    (f64::from(value) * 1000.0).round() / 1000.0
}

/// Whether a finding is shown; what is compared is what the caller would see.
pub(crate) fn keeps(confidence: f32, floor: f64) -> bool {
    rounded(confidence) >= floor
}

/// One extraction on its way to the wire.
struct Conversion<'a, 'o> {
    article: &'a Article,
    found: &'a Extraction,
    options: &'o Options,
    offsets: Offsets<'a>,
    /// Which entities the options leave in.
    kept: Vec<bool>,
    /// Mentions by place, to find the entity of an affiliation.
    mentions: Vec<(Span<Byte>, EntityId)>,
}

impl<'a, 'o> Conversion<'a, 'o> {
    fn new(article: &'a Article, found: &'a Extraction, options: &'o Options) -> Self {
        let mut mentions: Vec<_> = (0..)
            .map(EntityId)
            .zip(&found.entities)
            .flat_map(|(id, entity)| entity.mentions.iter().map(move |mention| (mention.span, id)))
            .collect();
        mentions.sort_unstable();
        let keeps = |confidence| keeps(confidence, options.min_confidence.entities);
        let keeps_entity = |entity: &coref::Entity| {
            keeps(entity.confidence) && entity.mentions.iter().any(|mention| keeps(mention.confidence))
        };
        let kept = found.entities.iter().map(keeps_entity).collect();
        Self { article, found, options, offsets: Offsets::new(article, options.offset_unit), kept, mentions }
    }

    fn floors(&self) -> Floors {
        self.options.min_confidence
    }

    fn keeps_quote(&self, quote: &quotes::Quote) -> bool {
        let asked = match self.options.attributions {
            Attributions::All => quote.shared_cue.is_none(),
            Attributions::Speech => quote.act == quotes::Act::Speech,
        };
        asked && keeps(quote.confidence, self.floors().quotes)
    }

    /// The entity's id on the wire, unless the options leave the entity out.
    fn entity_id(&self, id: EntityId) -> Option<String> {
        self.kept[id.0 as usize].then(|| format!("e{}", id.0 + 1))
    }

    fn quote_id(&self, id: QuoteId) -> Option<String> {
        self.keeps_quote(&self.found.quotes[id.0 as usize]).then(|| format!("q{}", id.0 + 1))
    }

    fn spans(&self, spans: &[Span<Byte>]) -> Vec<wire::TextSpan<'a>> {
        spans.iter().map(|&span| self.offsets.span(span)).collect()
    }

    fn evidence(&self, evidence: &dateline_extract::Evidence) -> Option<wire::Evidence<'a>> {
        let wire = || wire::Evidence { rule: evidence.rule, spans: self.spans(&evidence.spans) };
        self.options.evidence.then(wire)
    }

    fn entities(&self) -> Vec<wire::Entity<'a>> {
        let all = self.found.entities.iter().zip(&self.found.salience).zip((0..).map(EntityId));
        all.filter_map(|((entity, &salience), id)| {
            let link = self.found.links.get(id.0 as usize);
            let linked = link.map(|link| links::of(link, self.options)).unwrap_or_default();
            Some(wire::Entity {
                id: self.entity_id(id)?,
                r#type: entity.kind.into(),
                name: self.offsets.text(entity.name),
                confidence: rounded(entity.confidence),
                salience: rounded(salience),
                ids: linked.ids,
                link: linked.link,
                nil_reason: linked.nil_reason,
                roles: entity.roles.iter().map(|role| self.role(role)).collect(),
                mentions: self.mentions_of(entity),
            })
        })
        .collect()
    }

    fn mentions_of(&self, entity: &coref::Entity) -> Vec<wire::Mention<'a>> {
        let kept = entity.mentions.iter().filter(|mention| keeps(mention.confidence, self.floors().entities));
        kept.map(|mention| wire::Mention {
            span: self.offsets.span(mention.span),
            form: mention.form.into(),
            confidence: rounded(mention.confidence),
            evidence: self.evidence(&mention.evidence),
        })
        .collect()
    }

    fn role(&self, role: &names::Role) -> wire::Role<'a> {
        wire::Role {
            title: self.offsets.text(role.title),
            affiliation: role.affiliation.map(|span| wire::Affiliation {
                name: self.offsets.text(span),
                entity_id: self.entity_at(span).and_then(|id| self.entity_id(id)),
            }),
            span: self.offsets.span(role.span),
        }
    }

    fn entity_at(&self, span: Span<Byte>) -> Option<EntityId> {
        let first = self.mentions.partition_point(|(mention, _)| *mention < span);
        self.mentions.get(first).filter(|(mention, _)| *mention == span).map(|&(_, id)| id)
    }

    fn quotes(&self) -> Vec<wire::Quote<'a>> {
        let kept = self.found.quotes.iter().zip(1..).filter(|(quote, _)| self.keeps_quote(quote));
        kept.map(|(quote, number)| (quote, number, self.content(quote)))
            .map(|(quote, number, content)| wire::Quote {
                id: format!("q{number}"),
                r#type: quote.kind.into(),
                act: quote.act.into(),
                span: self.offsets.span(printed::span(self.article, quote.kind, &content)),
                content: self.spans(&content),
                cue: quote.cue.as_ref().map(|cue| wire::Cue {
                    span: self.offsets.span(cue.span),
                    lemma: &cue.lemma,
                    polarity: cue.polarity.into(),
                }),
                source: self.source(quote).map(|span| self.offsets.span(span)),
                speaker: self.kept_speaker(quote).map(|speaker| self.speaker(speaker)),
                confidence: rounded(quote.confidence),
                evidence: self.evidence(&quote.evidence),
            })
            .collect()
    }

    /// Who is quoted, of the quotes that the options leave in.
    fn source_audit(&self, article: &Article) -> wire::SourceAudit<'a> {
        let kept = self.found.quotes.iter().filter(|quote| self.keeps_quote(quote));
        let heard = kept.map(|quote| (quote, self.kept_speaker(quote), self.quoted_words(quote)));
        let audit = quotes::audit(article, heard);
        let share = |words: u32| rounded(words as f32 / audit.quoted_words.max(1) as f32);
        wire::SourceAudit {
            distinct: audit.sources.len(),
            named: audit.count(quotes::SourceKind::Named),
            anonymous: audit.count(quotes::SourceKind::Anonymous),
            collective: audit.count(quotes::SourceKind::Collective),
            quotes: audit.quotes,
            quotes_without_speaker: audit.quotes_without_speaker,
            quoted_words: audit.quoted_words,
            quoted_words_without_speaker: audit.quoted_words_without_speaker,
            sources: audit
                .sources
                .iter()
                .map(|source| wire::AuditedSource {
                    name: self.offsets.text(source.name),
                    entity_id: source.entity.and_then(|id| self.entity_id(id)),
                    kind: source.kind.into(),
                    quotes: source.quotes,
                    quoted_words: source.quoted_words,
                    quoted_words_share: share(source.quoted_words),
                })
                .collect(),
        }
    }

    fn kept_speaker(&self, quote: &'a quotes::Quote) -> Option<&'a quotes::Speaker> {
        quote.speaker.as_ref().filter(|speaker| keeps(speaker.confidence, self.floors().speakers))
    }

    /// The source, by the convention of PARC where all attributions are asked for: the relative pronoun beside the cue,
    /// and not what it goes back to.
    fn source(&self, quote: &quotes::Quote) -> Option<Span<Byte>> {
        let relative = quote.relative.filter(|_| self.options.attributions == Attributions::All);
        relative.or(quote.source)
    }

    /// The content, by the convention of PARC where all attributions are asked for: with its "that", and with what goes
    /// on under the same cue.
    fn content(&self, quote: &quotes::Quote) -> Vec<Span<Byte>> {
        let mut content = quote.content.clone();
        if self.options.attributions == Attributions::All {
            // A mark stands between the "that" and a quotation.
            match quote.complementiser {
                Some(that) if self.is_joined(that, content[0]) => content[0] = that.cover(content[0]),
                Some(that) => content.insert(0, that),
                None => {}
            }
            content.extend(self.under_the_same_cue(quote).flat_map(|other| other.content.iter().copied()));
        }
        content
    }

    /// Whether there is only white space between two spans, or a quotation mark before a quotation.
    fn is_joined(&self, before: Span<Byte>, behind: Span<Byte>) -> bool {
        self.offsets.text(before.cover(behind))[before.len() as usize..].trim_start().len() == behind.len() as usize
    }

    /// The words in quotation marks of the content.
    fn quoted_words(&self, quote: &quotes::Quote) -> u32 {
        let own = quote.quoted_words;
        match self.options.attributions {
            Attributions::All => own + self.under_the_same_cue(quote).map(|other| other.quoted_words).sum::<u32>(),
            Attributions::Speech => own,
        }
    }

    /// The quotes that go on under the cue of this one.
    fn under_the_same_cue(&self, quote: &quotes::Quote) -> impl Iterator<Item = &'a quotes::Quote> {
        let cue = quote.cue.as_ref().map(|cue| cue.span);
        self.found.quotes.iter().filter(move |other| cue.is_some() && other.shared_cue == cue)
    }

    fn speaker(&self, speaker: &quotes::Speaker) -> wire::Speaker<'a> {
        let role = speaker.entity.and_then(|id| self.found.entities[id.0 as usize].roles.first());
        wire::Speaker {
            name: self.offsets.text(speaker.name),
            entity_id: speaker.entity.and_then(|id| self.entity_id(id)),
            title: role.map(|role| self.offsets.text(role.title)),
            affiliation: role.and_then(|role| role.affiliation).map(|span| self.offsets.text(span)),
            resolution: speaker.resolution.into(),
            chain: speaker.chain.iter().map(|&span| self.offsets.text(span)).collect(),
            confidence: rounded(speaker.confidence),
            evidence: self.evidence(&speaker.evidence),
        }
    }

    fn events(&self) -> Vec<wire::Event<'a>> {
        let all = self.found.events.iter().zip(&self.found.event_salience).zip(1..);
        all.filter(|((event, _), _)| keeps(event.confidence, self.floors().events))
            .map(|((event, &salience), number)| wire::Event {
                id: format!("v{number}"),
                r#type: terms::EventTypeId(event.kind.id()),
                salience: rounded(salience),
                trigger: self.offsets.span(event.trigger),
                mentions: self.spans(&event.mentions),
                arguments: self.arguments(event),
                time: event.time.and_then(|time| self.event_time(time)),
                place: event.place.and_then(|place| self.place(place)),
                factuality: wire::Factuality {
                    value: event.factuality.value.into(),
                    cues: self.spans(&event.factuality.cues),
                },
                asserted_by: self.asserted_by(event.asserted_by),
                confidence: rounded(event.confidence),
                evidence: self.evidence(&event.evidence),
            })
            .collect()
    }

    fn arguments(&self, event: &events::Event) -> Vec<wire::Argument<'a>> {
        let kept = event.arguments.iter().filter(|argument| keeps(argument.confidence, self.floors().arguments));
        kept.map(|argument| wire::Argument {
            role: argument.role,
            span: self.offsets.span(argument.span),
            entity_id: argument.entity.and_then(|id| self.entity_id(id)),
            confidence: rounded(argument.confidence),
        })
        .collect()
    }

    fn event_time(&self, event_time: events::EventTime) -> Option<wire::EventTime<'a>> {
        let time = &self.found.times[event_time.id.0 as usize];
        let kept = keeps(time.confidence, self.floors().times) && keeps(event_time.confidence, self.floors().arguments);
        kept.then(|| wire::EventTime {
            time_id: format!("t{}", event_time.id.0 + 1),
            text: self.offsets.text(time.span),
            value: time.value.as_deref(),
            source: event_time.source.into(),
            confidence: rounded(event_time.confidence),
        })
    }

    fn place(&self, place: events::Place) -> Option<wire::Place<'a>> {
        keeps(place.confidence, self.floors().arguments).then(|| wire::Place {
            span: self.offsets.span(place.span),
            entity_id: place.entity.and_then(|id| self.entity_id(id)),
            source: place.source.into(),
            confidence: rounded(place.confidence),
        })
    }

    fn asserted_by(&self, asserted_by: AssertedBy) -> wire::AssertedBy {
        match asserted_by {
            AssertedBy::Author => wire::AssertedBy::Author(wire::AssertedByAuthor { kind: wire::AuthorKind::Author }),
            AssertedBy::Speaker { quote, entity } => wire::AssertedBy::Speaker(wire::AssertedBySpeaker {
                kind: wire::SpeakerKind::Speaker,
                quote_id: self.quote_id(quote),
                entity_id: entity.and_then(|id| self.entity_id(id)),
            }),
        }
    }

    fn times(&self) -> Vec<wire::Time<'a>> {
        let kept = self.found.times.iter().zip(1..).filter(|(time, _)| keeps(time.confidence, self.floors().times));
        kept.map(|(time, number): (&times::Timex, u32)| wire::Time {
            id: format!("t{number}"),
            span: self.offsets.span(time.span),
            r#type: time.kind.into(),
            value: time.value.as_deref(),
            r#mod: time.modifier,
            quant: time.quant.as_deref(),
            freq: time.freq.as_deref(),
            zone_minutes: time.zone_minutes,
            confidence: rounded(time.confidence),
            evidence: self.evidence(&time.into()),
        })
        .collect()
    }
}
