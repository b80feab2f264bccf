//! From what the pipeline found to what the caller asked for.

use std::io;

use dateline_extract::{
    Extraction, Warning, WarningCode,
    coref::{self, EntityId},
    events::{self, AssertedBy},
    names,
    quotes::{self, QuoteId},
    times::{self, TimeId},
};
use dateline_text::{Article, Byte, Span};

use crate::{
    Code, Problem, SERVICE, hash,
    offsets::Offsets,
    request::{Asked, Attributions, Layer, Options},
    response as wire, terms,
};

/// The answer to a request, by the model of that name.
///
/// Ids count over everything that was found, so that they are the same whatever the options leave out.
#[must_use]
pub fn respond<'a>(
    article: &'a Article,
    found: &'a Extraction,
    asked: Asked,
    model: &'a str,
) -> wire::ExtractResponse<'a> {
    let Asked { id, language, options } = asked;
    let conversion = Conversion::new(article, found, &options);
    let included = |layer| options.include.contains(&layer);
    wire::ExtractResponse {
        id,
        language,
        offset_unit: options.offset_unit,
        entities: included(Layer::Entities).then(|| conversion.entities()),
        quotes: included(Layer::Quotes).then(|| conversion.quotes()),
        source_audit: included(Layer::Quotes).then(|| conversion.source_audit(article)),
        events: included(Layer::Events).then(|| conversion.events()),
        times: included(Layer::Times).then(|| conversion.times()),
        warnings: found.warnings.iter().map(|&warning| conversion.warning(warning)).collect(),
        meta: wire::Meta { service: SERVICE, model, text_sha256: hash::sha256_hex(article.text().as_bytes()) },
    }
}

/// The answer as JSON.
///
/// # Panics
/// Never: answers have string keys and finite numbers.
#[must_use]
pub fn to_json(response: &wire::ExtractResponse<'_>) -> Vec<u8> {
    serde_json::to_vec(response).expect("answers have string keys and finite numbers")
}

/// The answer as JSON, where it has at most so many bytes. No more of them are ever in memory.
///
/// # Errors
/// [`Code::AnswerTooLarge`].
pub fn to_json_within(response: &wire::ExtractResponse<'_>, bytes_max: usize) -> Result<Vec<u8>, Problem> {
    let mut json = Bounded { bytes: Vec::new(), bytes_max };
    serde_json::to_writer(&mut json, response).map(|()| json.bytes).map_err(|_| {
        let detail = format!(
            "the answer would have more than {bytes_max} bytes; ask for less with options.include, without evidence, and in one offset unit"
        );
        Problem::new(Code::AnswerTooLarge, detail).limit(bytes_max as u64)
    })
}

/// Bytes up to a limit.
struct Bounded {
    bytes: Vec<u8>,
    bytes_max: usize,
}

impl io::Write for Bounded {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        if piece.len() > self.bytes_max - self.bytes.len() {
            return Err(io::ErrorKind::StorageFull.into());
        }
        self.bytes.extend_from_slice(piece);
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Three decimals: what a probability that was measured can carry.
fn rounded(value: f32) -> f64 {
    (f64::from(value) * 1000.0).round() / 1000.0
}

/// One extraction on its way to the wire.
struct Conversion<'a, 'o> {
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
        let keeps = |confidence| rounded(confidence) >= options.min_confidence;
        let keeps_entity = |entity: &coref::Entity| {
            keeps(entity.confidence) && entity.mentions.iter().any(|mention| keeps(mention.confidence))
        };
        let kept = found.entities.iter().map(keeps_entity).collect();
        Self { found, options, offsets: Offsets::new(article, options.offset_unit), kept, mentions }
    }

    fn keeps(&self, confidence: f32) -> bool {
        rounded(confidence) >= self.options.min_confidence
    }

    fn keeps_quote(&self, quote: &quotes::Quote) -> bool {
        let asked = match self.options.attributions {
            Attributions::All => quote.shared_cue.is_none(),
            Attributions::Speech => quote.act == quotes::Act::Speech,
        };
        asked && self.keeps(quote.confidence)
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
            Some(wire::Entity {
                id: self.entity_id(id)?,
                r#type: entity.kind.into(),
                name: self.offsets.text(entity.name),
                confidence: rounded(entity.confidence),
                salience: rounded(salience),
                roles: entity.roles.iter().map(|role| self.role(role)).collect(),
                mentions: self.mentions_of(entity),
            })
        })
        .collect()
    }

    fn mentions_of(&self, entity: &coref::Entity) -> Vec<wire::Mention<'a>> {
        let kept = entity.mentions.iter().filter(|mention| self.keeps(mention.confidence));
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
        kept.map(|(quote, number)| wire::Quote {
            id: format!("q{number}"),
            r#type: quote.kind.into(),
            act: quote.act.into(),
            content: self.spans(&self.content(quote)),
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

    /// Who is heard in the quotes that the options leave in.
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
        quote.speaker.as_ref().filter(|speaker| self.keeps(speaker.confidence))
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

    /// Whether only white space stands between two spans: before a quotation, its mark stands there too.
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
        all.filter(|((event, _), _)| self.keeps(event.confidence))
            .map(|((event, &salience), number)| wire::Event {
                id: format!("v{number}"),
                r#type: terms::EventTypeId(event.kind.id()),
                salience: rounded(salience),
                trigger: self.offsets.span(event.trigger),
                mentions: self.spans(&event.mentions),
                arguments: self.arguments(event),
                time: event.time.and_then(|id| self.event_time(id)),
                place: event.place.map(|place| wire::Place {
                    span: self.offsets.span(place.span),
                    entity_id: place.entity.and_then(|id| self.entity_id(id)),
                }),
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
        let kept = event.arguments.iter().filter(|argument| self.keeps(argument.confidence));
        kept.map(|argument| wire::Argument {
            role: argument.role,
            span: self.offsets.span(argument.span),
            entity_id: argument.entity.and_then(|id| self.entity_id(id)),
            confidence: rounded(argument.confidence),
        })
        .collect()
    }

    fn event_time(&self, id: TimeId) -> Option<wire::EventTime<'a>> {
        let time = &self.found.times[id.0 as usize];
        self.keeps(time.confidence).then(|| wire::EventTime {
            time_id: format!("t{}", id.0 + 1),
            text: self.offsets.text(time.span),
            value: time.value.as_deref(),
        })
    }

    fn asserted_by(&self, asserted_by: AssertedBy) -> wire::AssertedBy {
        match asserted_by {
            AssertedBy::Author => wire::AssertedBy::Author,
            AssertedBy::Speaker { quote, entity } => wire::AssertedBy::Speaker {
                quote_id: self.quote_id(quote),
                entity_id: entity.and_then(|id| self.entity_id(id)),
            },
        }
    }

    fn times(&self) -> Vec<wire::Time<'a>> {
        let kept = self.found.times.iter().zip(1..).filter(|(time, _)| self.keeps(time.confidence));
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

    fn warning(&self, warning: Warning) -> wire::Warning<'a> {
        let (code, detail) = match warning.code {
            WarningCode::PageFurniture(kind) => {
                let detail = format!("page furniture ({}), left out of extraction", kind.code());
                (terms::WarningCode::PageFurniture, detail)
            }
            WarningCode::QuoteUnclosed => {
                (terms::WarningCode::QuoteUnclosed, "a quotation mark that is never closed".to_owned())
            }
        };
        wire::Warning { code, detail, span: self.offsets.span(warning.span) }
    }
}
