# Generated from the OpenAPI description by generate.py; do not edit.
# ruff: noqa

from __future__ import annotations

from datetime import date as date_aliased
from datetime import datetime
from typing import Literal

from dateline_client.base import Model
from pydantic import ConfigDict


class Affiliation(Model):
    """
    What a role belongs to.
    """

    name: str
    """
    The name as the text has it.
    """
    entity_id: str | None
    """
    Id of the entity, where the affiliation is one.
    """


class FieldError(Model):
    """
    One error in the request.
    """

    pointer: str
    """
    JSON pointer (RFC 6901) to the invalid value, or `?` and the name of a query parameter.
    """
    detail: str
    """
    What is invalid, and how to fix it.
    """


class Floors(Model):
    """
    The least confidence of each kind of finding.
    """

    entities: float
    """
    Of entities and their mentions.
    """
    quotes: float
    """
    Of quotes.
    """
    events: float
    """
    Of events.
    """
    arguments: float
    """
    Of the arguments of events, and of their times and places.
    """
    times: float
    """
    Of time expressions.
    """
    links: float
    """
    Of links to a knowledge base.
    """


class KnowledgeBaseSource(Model):
    """
    A source of a knowledge base.
    """

    name: str
    """
    Its name.
    """
    licence: str
    """
    Its licence, as an SPDX expression.
    """
    entities: int
    """
    Number of entities with data from this source.
    """


class KnownEntity(Model):
    """
    A person or thing that the caller knows. Unknown fields are rejected; null counts as absent.
    """

    model_config = ConfigDict(
        extra="forbid",
    )
    id: str
    """
    The caller's id, of at most 64 bytes; returned as `ids.known`.
    """
    name: str
    """
    Its full name.
    """
    aliases: list[str] | None = None
    """
    Other names. A surname can be one, if no other person in your articles has it.
    """
    type: Literal["person", "organization", "location", "group", "facility", "product", "event", "work", "law", "misc"] | None = (
        None
    )
    description: str | None = None
    """
    What it is, in a few words, which are compared with the article.
    """
    country: str | None = None
    """
    Its country, as an ISO 3166-1 alpha-2 code.
    """
    same_as: str | None = None
    """
    Its Wikidata item; returned as `ids.wikidata`.
    """


class Limits(Model):
    """
    The limits in force. Every one can be set when the service is started.
    """

    body_bytes_max: int
    """
    Maximum size of a request body in bytes, both compressed and decompressed. 200,000 characters need at most 800,000
    bytes of UTF-8; HTML pages with scripts and styles are several times larger.
    """
    text_chars_max: int
    """
    Maximum length of title, abstract and body together, in characters (Unicode code points). The longest features have
    about 100,000.
    """
    label_chars_max: int
    """
    Maximum length of `id`, `byline` and `dateline`, in characters each: they are labels, not text.
    """
    known_entities_max: int
    """
    Maximum number of `known_entities` in a request: those that an article could name. A whole thesaurus belongs in a file
    for `--kb`, which is read once.
    """
    errors_max: int
    """
    Maximum number of errors listed in one problem. The first few are usually enough to fix a request.
    """
    warnings_max: int
    """
    Maximum number of warnings of one kind in an answer; the rest are counted.
    """
    head_ms_max: int
    """
    Maximum time in milliseconds for the request headers to arrive. A new connection must also start its first request
    within it, which frees connections that send nothing.
    """
    idle_ms_max: int
    """
    Maximum time in milliseconds that a connection may stay idle between requests. Longer than the 60 s that gateways
    and clients usually keep theirs, so that they close a connection first, and never while sending the next request.
    """
    body_ms_max: int
    """
    Maximum time in milliseconds for a request body, or one line of a batch, to arrive: 1 MiB over a slow line.
    """
    deadline_ms_max: int
    """
    Maximum time in milliseconds from the end of the request body to the answer, including time in the queue. An article
    takes about a tenth of a second; 200,000 characters of one-letter words take about 20 seconds on one core.
    """
    workers: int
    """
    Number of articles processed at the same time, one thread each. Defaults to the number of CPU cores, because the
    work never waits for anything else.
    """
    queue_per_worker: int
    """
    Number of articles that may wait in the queue, per worker. Four are about what a worker can process within the
    maximum waiting time.
    """
    queue_ms_max: int
    """
    Maximum time in milliseconds that an article may wait for a worker. After that, another replica would be faster.
    """
    batch_documents_max: int
    """
    Maximum number of documents in a JSON batch, which is answered as a whole. NDJSON batches have no limit.
    """
    batch_bytes_max: int
    """
    Maximum size of a JSON batch in bytes, both compressed and decompressed: 64 long articles of 64 KiB. In NDJSON, each
    line may be as large as a request body.
    """
    batches_max: int
    """
    Maximum number of batches processed at the same time. With the defaults they hold at most 64 MiB of JSON.
    """
    batch_queue_ms_max: int
    """
    Maximum time in milliseconds that a document of a batch may wait for a worker. Longer than for single requests,
    since batches are not interactive; bounded, since each batch holds a connection open.
    """
    rate_per_minute: int | None
    """
    Maximum number of documents that each API key may send per minute, including those in batches, for keys without a
    rate of their own. Unlimited by default, because only the operator knows what a client is entitled to.
    """
    requests_max: int
    """
    Maximum number of requests in progress, from the headers to the last byte of the answer. Further requests are
    rejected before their body is read.
    """
    held_body_bytes_max: int
    """
    Maximum total size in bytes of request bodies in memory, counted as they arrive and after decompression. Requests that
    would exceed it are rejected. The default is enough for 32 of the largest, or for thousands of ordinary articles.
    """
    answer_bytes_max: int
    """
    Maximum size of an answer in bytes. The longest articles need a tenth of it with all options on; only a text written
    to produce many findings exceeds it.
    """
    held_answer_bytes_max: int
    """
    Maximum total size in bytes of answers that clients have not received yet. Articles whose answer would exceed it are
    rejected.
    """
    bodies_per_key_max: int
    """
    Maximum number of request bodies that each API key may send at the same time, where keys are configured. A quarter
    of `requests_max`, so that one client with slow uploads cannot lock out the others.
    """
    bodies_per_address_max: int | None
    """
    Maximum number of request bodies that each client address (for IPv6, each /64 network) may send at the same time.
    Unlimited by default, because behind a gateway all clients share one address.
    """
    connections_max: int
    """
    Maximum number of open connections; further ones wait in the operating system's backlog. An idle connection takes
    about 10 KiB, so there may be many more connections than requests.
    """
    head_bytes_max: int
    """
    Maximum size of the request headers in bytes; every open connection may occupy this much memory. Headers take a few
    hundred bytes, and about a thousand more with a token.
    """
    headers_max: int
    """
    Maximum number of headers in a request. Browsers and gateways send about thirty.
    """
    streams_max: int
    """
    Maximum number of concurrent requests on one HTTP/2 connection. Clients with more to send can use batches.
    """
    stall_ms_max: int
    """
    Maximum time in milliseconds that a client may stop reading an answer before its connection is closed. Mobile
    connections that drop for a moment recover within it.
    """
    log_lines_max: int
    """
    Maximum number of log lines waiting to be written. Further lines are dropped and counted, because a blocked log must
    not block the service.
    """
    linger_ms: int
    """
    Time in milliseconds between `/readyz` failing and the listener closing, so that load balancers notice. Requests are
    accepted until then.
    """
    drain_ms_max: int
    """
    Maximum time in milliseconds that running requests get to finish at shutdown: the body timeout, the deadline, and a
    margin.
    """


class LinkCandidate(Model):
    """
    An entity that a name could mean.
    """

    ids: dict[str, str]
    """
    Its ids by scheme.
    """
    name: str
    """
    Its name in the base.
    """
    description: str | None
    """
    What it is, in a few words; null where the base does not say.
    """
    score: float
    """
    Probability that it is the right one.
    """


class Meta(Model):
    """
    What answered, and on what text.
    """

    service: str
    """
    Name and version of the service.
    """
    model: str
    """
    Name and version of the model.
    """
    knowledge_base: list[str]
    """
    Name and version of each knowledge base that entities were linked to.
    """
    text_sha256: str
    """
    SHA-256, in hexadecimal, of title, abstract and body in UTF-8: those that are not empty, with a blank line (two
    line feeds) between them.
    """


class MinConfidenceByKind(Model):
    """
    Least confidence by kind of finding; a kind that is missing or null has its default.
    """

    model_config = ConfigDict(
        extra="forbid",
    )
    entities: float | None = None
    """
    The floor of entities and their mentions.
    """
    quotes: float | None = None
    """
    The floor of quotes, and of their speakers where it is set.
    """
    events: float | None = None
    """
    The floor of events.
    """
    arguments: float | None = None
    """
    The floor of the arguments of events, and of their times and places.
    """
    times: float | None = None
    """
    The floor of time expressions.
    """
    links: float | None = None
    """
    The floor of links to a knowledge base.
    """


class NinjsItem(Model):
    """
    An item of IPTC ninjs 1, 2 or 3; the schema of its version describes its members.
    """

    model_config = ConfigDict(
        extra="allow",
    )


class UnitOffsets(Model):
    """
    A span in all three units, each as first position and first position after.
    """

    code_point: list[int]
    """
    In Unicode code points, as Python counts.
    """
    utf16: list[int]
    """
    In UTF-16 code units, as JavaScript and Java count.
    """
    utf8: list[int]
    """
    In UTF-8 bytes, as Rust and Go count.
    """


class AssertedByOther(Model):
    """
    A way of asserting that this release of the client does not know.
    """

    kind: str
    """
    Its name.
    """


class AssertedByAuthor(Model):
    """
    The article itself states that the event happened.
    """

    kind: Literal["author"]
    """
    Always `author`.
    """


class AssertedBySpeaker(Model):
    """
    The speaker of a quote states that the event happened.
    """

    kind: Literal["speaker"]
    """
    Always `speaker`.
    """
    quote_id: str | None
    """
    Id of the quote that holds the trigger; null when the options leave the quote out.
    """
    entity_id: str | None
    """
    Id of the speaker's entity, where the speaker is one.
    """


class AuditedSource(Model):
    """
    One source and what it said.
    """

    name: str
    """
    The name of the source, or its first description.
    """
    entity_id: str | None
    """
    Id of the entity, where the source is one.
    """
    kind: Literal["named", "anonymous", "collective"] | str
    """
    How the source is identified.
    """
    quotes: int
    """
    Number of its quotes.
    """
    quoted_words: int
    """
    Number of its words in quotation marks.
    """
    quoted_words_share: float
    """
    Its share of all words in quotation marks; 0 where there are none.
    """


class EventTime(Model):
    """
    The time of an event.
    """

    time_id: str
    """
    Id of the time expression.
    """
    text: str
    """
    Text of the time expression.
    """
    value: str | None
    """
    TIMEX3 value of the time expression.
    """
    source: Literal["sentence", "story"] | str
    """
    Where the article states it.
    """
    confidence: float
    """
    Probability that the event happened then.
    """


class EventTypeDescription(Model):
    """
    A type of events, and its nearest names elsewhere.
    """

    id: Literal["conflict.attack", "conflict.protest", "conflict.mobilize", "conflict.truce", "politics.election", "politics.policy", "diplomacy.meeting", "diplomacy.agreement", "diplomacy.sanction", "diplomacy.aid", "diplomacy.threat", "statement.announce", "statement.accuse", "statement.demand", "statement.reject", "justice.crime", "justice.investigate", "justice.arrest", "justice.charge", "justice.trial", "justice.verdict", "justice.release", "business.acquisition", "business.transaction", "business.results", "business.org_start", "business.org_end", "business.product", "personnel.start", "personnel.end", "life.die", "life.injure", "life.family", "disaster.natural", "disaster.accident", "disaster.damage", "disaster.response", "health.outbreak", "health.treatment", "sports.match", "culture.event", "culture.award", "science.discovery", "cyber.attack", "cyber.vulnerability", "movement.travel"] | str
    """
    The id, as in `type` of events.
    """
    description: str
    """
    What the type covers.
    """
    roles: list[str]
    """
    The roles that arguments of these events can have. Place and time are fields of the event.
    """
    plover: str | None
    """
    Nearest names in PLOVER.
    """
    cameo: str | None
    """
    Nearest codes in CAMEO.
    """
    ace: str | None
    """
    Nearest types in ACE 2005 or Rich ERE.
    """


class KnowledgeBaseInfo(Model):
    """
    A knowledge base that entities are linked to.
    """

    id: str
    """
    Name and version of the base, as in the `meta` of answers.
    """
    name: str
    """
    The scheme of its ids in `ids`.
    """
    sha256: str
    """
    SHA-256 of the file, in hexadecimal.
    """
    date: str | None
    """
    The date of its data; null for a base of the operator's own.
    """
    entities: int
    """
    Number of entities.
    """
    names: int
    """
    Number of distinct names.
    """
    licences: list[str]
    """
    The licences of its entities, as SPDX expressions.
    """
    sources: list[KnowledgeBaseSource]
    """
    Where its entities came from.
    """


class Link(Model):
    """
    The entity of a knowledge base that an entity of the article is.
    """

    source: str
    """
    Which base: `wikidata`, `known`, or the name of a base of `--kb`.
    """
    score: float
    """
    Probability that the entity is the right one.
    """
    name: str
    """
    Its name there.
    """
    description: str | None
    """
    What it is, in a few words; null where the base does not say.
    """
    candidates: list[LinkCandidate] | None = None
    """
    What the name could mean, the likeliest first; only with `options.link: full`.
    """


class Options(Model):
    """
    What to answer, and how. Unknown options are rejected; null counts as absent.
    """

    model_config = ConfigDict(
        extra="forbid",
    )
    include: list[Literal["entities", "quotes", "events", "times"]] | None = None
    """
    The lists to fill; the others are empty. All lists by default. Default: `["entities","quotes","events","times"]`.
    """
    offset_unit: Literal["code_point", "utf16", "utf8", "all"] | None = None
    """
    Default: `"code_point"`.
    """
    link: Literal["off", "precise", "full"] | None = None
    """
    Default: `"precise"`.
    """
    attributions: Literal["speech", "all"] | None = None
    """
    Default: `"speech"`.
    """
    min_confidence: float | MinConfidenceByKind | None = None
    evidence: bool | None = None
    """
    Whether findings name the rule that decided on them, and the spans that it saw. Default: `false`.
    """


class Problem(Model):
    """
    Why a request was not answered (RFC 9457). No member ever quotes the article.
    """

    type: str
    """
    The kind of problem: `urn:dateline:problem:` and the code.
    """
    title: str
    """
    What went wrong, in general.
    """
    status: int
    """
    The HTTP status, repeated.
    """
    detail: str
    """
    What went wrong this time, and how to fix it.
    """
    instance: str
    """
    This occurrence: `urn:dateline:request:` and the request's id.
    """
    id: str | None = None
    """
    The id of the document, in a batch.
    """
    line: int | None = None
    """
    The line of the document in an NDJSON batch, from 1; blank lines count.
    """
    index: int | None = None
    """
    The position of the document in a JSON batch, from 0.
    """
    code: Literal["json_malformed", "charset_invalid", "body_unreadable", "request_malformed", "key_missing", "key_unknown", "not_found", "method_not_allowed", "not_acceptable", "body_timeout", "body_too_large", "text_too_long", "answer_too_large", "batch_too_long", "media_type_unsupported", "encoding_unsupported", "field_unknown", "parameter_unknown", "field_missing", "field_invalid", "date_invalid", "language_unsupported", "text_empty", "rate_exceeded", "bodies_exceeded", "headers_too_many", "internal", "overloaded", "draining", "starting", "deadline_exceeded"] | str
    """
    Stable name of the problem, for programs.
    """
    limit: int | None = None
    """
    The limit that was exceeded; its unit is in `detail`.
    """
    actual: int | None = None
    """
    The value that exceeded the limit, where it is known.
    """
    language: str | None = None
    """
    The language that was declared or found, as a BCP 47 tag; with `language_unsupported`.
    """
    errors: list[FieldError] | None = None
    """
    The errors in the request, where there are any; `code` and `detail` are those of the first.
    """


class Score(Model):
    """
    A figure on an annotated corpus.
    """

    measure: str
    """
    What was measured, and on what.
    """
    value: float
    """
    The figure, in per cent.
    """
    unit: Literal["f1", "accuracy"] | str
    """
    What the figure is.
    """


class SourceAudit(Model):
    """
    Who is quoted in an article, and how much.
    """

    distinct: int
    """
    Number of distinct sources.
    """
    named: int
    """
    Number of sources with a name.
    """
    anonymous: int
    """
    Number of unnamed persons, such as "a senior official".
    """
    collective: int
    """
    Number of unnamed groups, bodies or documents, such as "residents".
    """
    quotes: int
    """
    Number of quotes.
    """
    quotes_without_speaker: int
    """
    Number of quotes whose speaker is null.
    """
    quoted_words: int
    """
    Number of words in quotation marks; those of a quote inside another one count once, for the outer one.
    """
    quoted_words_without_speaker: int
    """
    Number of words in quotation marks of quotes whose speaker is null.
    """
    sources: list[AuditedSource]
    """
    The sources, in the order of their first quote.
    """


class TextSpan(Model):
    """
    A half-open stretch of a field, and what it says.
    """

    field: Literal["title", "abstract", "body"] | str
    """
    The field of the request that holds the text.
    """
    start: int
    """
    First position of the span, from the start of the field; in code points where all units are asked for.
    """
    end: int
    """
    First position after the span.
    """
    text: str
    """
    Of plain text exactly this slice of the field; of HTML the text of the slice, with character references decoded
    and a line feed for `<br>` and for the border of a block.
    """
    ranges: list[list[int]] | None = None
    """
    The runs of text in the span, each as first position and first position after; only where it crosses a tag.
    """
    offsets: UnitOffsets | None = None
    """
    The span in every unit, with `offset_unit: all`.
    """


class Warning(Model):
    """
    Something about the text that the caller should know.
    """

    code: Literal["page_furniture", "quote_unclosed", "markup_suspected", "language_uncertain", "warnings_omitted"] | str
    """
    The kind of warning.
    """
    detail: str
    """
    The warning in words; for page furniture, what kind of furniture.
    """
    span: TextSpan | None
    count: int | None = None
    """
    How many warnings are left out; only with `warnings_omitted`.
    """


class Argument(TextSpan):
    """
    A participant of an event.
    """

    role: str
    """
    The participant's role; `GET /v1/info` lists the roles of each event type.
    """
    entity_id: str | None
    """
    Id of the entity, where the phrase mentions one.
    """
    confidence: float
    """
    Probability that the phrase fills this role.
    """


class BatchDefaults(Model):
    """
    Fields that a document of a batch has where it does not have its own; options are filled in one by one.
    """

    model_config = ConfigDict(
        extra="forbid",
    )
    published_at: str | date_aliased | datetime | None = None
    """
    When the article was published: a date or a date-time; relative dates count from it. Besides RFC 3339, the formats of content systems are accepted: `2025-10-08T12:00:00+0000`, `2025-10-08 12:00:00`. A date-time without an offset is in UTC. Without `published_at` relative dates get no value, unless the text states its full date in a dateline or on a line of its own, or its dates and weekdays agree on one day.
    """
    language: str | None = None
    """
    The language of the articles.
    """
    known_entities: list[KnownEntity] | None = None
    """
    The caller's own entities, for documents that list none themselves.
    """
    options: Options | None = None


class Cue(TextSpan):
    """
    The words that report a quote.
    """

    lemma: str
    """
    Dictionary form of the cue.
    """
    polarity: Literal["affirmed", "negated"] | str
    """
    Whether the source is reported to have said it.
    """


class Evidence(Model):
    """
    The rule that decided on a finding, and what it saw beside the finding's own span.
    """

    rule: str
    """
    Stable name, in kebab case.
    """
    spans: list[TextSpan]
    """
    What the rule saw.
    """


class ExtractRequest(Model):
    """
    One article, and what to find in it. Unknown fields are rejected; null counts as absent.
    """

    model_config = ConfigDict(
        extra="forbid",
    )
    id: str | None = None
    """
    The caller's own id of the article; returned unchanged.
    """
    title: str | None = None
    """
    The headline.
    """
    abstract: str | None = None
    """
    The standfirst or summary.
    """
    body: str
    """
    The running text.
    """
    body_type: Literal["text", "html"] | None = None
    """
    Default: `"text"`.
    """
    byline: str | None = None
    """
    The byline as printed.
    """
    dateline: str | None = None
    """
    The place in the dateline as printed. Its time zone decides which day "today" is.
    """
    published_at: str | date_aliased | datetime | None = None
    """
    When the article was published: a date or a date-time; relative dates count from it. Besides RFC 3339, the formats of content systems are accepted: `2025-10-08T12:00:00+0000`, `2025-10-08 12:00:00`. A date-time without an offset is in UTC. Without `published_at` relative dates get no value, unless the text states its full date in a dateline or on a line of its own, or its dates and weekdays agree on one day.
    """
    language: str | None = None
    """
    The article's language as a BCP 47 tag or a locale: "en", with or without a region. Detected by default.
    """
    known_entities: list[KnownEntity] | None = None
    """
    The caller's own entities, at most 1,000. Names are looked up in them first, and they win over the built-in
    base where both match.
    """
    options: Options | None = None


class Factuality(Model):
    """
    Whether an event happened, and the words that say so.
    """

    value: Literal["actual", "negated", "planned", "hypothetical", "generic"] | str
    """
    Whether the event happened.
    """
    cues: list[TextSpan]
    """
    The words that decide, such as "not", "will" or "if"; empty for a plain assertion.
    """


class Mention(TextSpan):
    """
    One mention of an entity.
    """

    form: Literal["name", "nominal", "pronoun"] | str
    """
    How the mention refers.
    """
    confidence: float
    """
    Probability that the mention refers to this entity.
    """
    evidence: Evidence | None = None
    """
    The rule that decided; only with `options.evidence`.
    """


class ModelInfo(Model):
    """
    A model that reads articles.
    """

    id: str
    """
    Name and version of the model, as in the `meta` of answers.
    """
    sha256: str | None
    """
    SHA-256 of the model file, in hexadecimal; null where rules are used without a model.
    """
    description: str
    """
    How the model works.
    """
    licence: str
    """
    Licence of the model, as an SPDX expression.
    """
    scores: list[Score]
    """
    Published scores on corpora that the model was not trained on.
    """


class Place(TextSpan):
    """
    The place of an event.
    """

    entity_id: str | None
    """
    Id of the entity, where the phrase mentions one.
    """
    source: Literal["sentence", "story"] | str
    """
    Where the article states it.
    """
    confidence: float
    """
    Probability that the event happened there.
    """


class Role(Model):
    """
    A title or position stated of a person.
    """

    title: str
    """
    The title or position, with "former", "acting" or "deputy" where the text has it.
    """
    affiliation: Affiliation | None
    span: TextSpan
    """
    The whole phrase that states the role.
    """


class Speaker(Model):
    """
    The person or body that a quote is attributed to.
    """

    name: str
    """
    The speaker's name, or the description where there is no name.
    """
    entity_id: str | None
    """
    Id of the entity, where the speaker is one.
    """
    title: str | None
    """
    The entity's first title in the text.
    """
    affiliation: str | None
    """
    The organisation or place that this title belongs to.
    """
    resolution: Literal["named", "pronoun", "nominal", "anonymous", "collective"] | str
    """
    How the speaker was found.
    """
    chain: list[str]
    """
    The steps from the source as written to the name: "he", "Carney", "Mark Carney".
    """
    confidence: float
    """
    Probability that this is the speaker.
    """
    evidence: Evidence | None = None
    """
    The rule that decided; only with `options.evidence`.
    """


class Time(TextSpan):
    """
    A time expression, as TIMEX3 describes it.
    """

    id: str
    """
    Id of the time expression in this answer; it does not depend on the options.
    """
    type: Literal["date", "time", "duration", "set"] | str
    """
    The TIMEX3 type.
    """
    value: str | None
    """
    TIMEX3 `value`; null where there is no date to count from.
    """
    mod: str | None = None
    """
    TIMEX3 `mod`, where there is one.
    """
    quant: str | None = None
    """
    TIMEX3 `quant` of a set, where there is one.
    """
    freq: str | None = None
    """
    TIMEX3 `freq` of a set, where there is one.
    """
    zone_minutes: int | None = None
    """
    Offset from UTC in minutes of the zone that a time of day names.
    """
    confidence: float
    """
    Probability that span and value are right.
    """
    evidence: Evidence | None = None
    """
    The rule that decided; only with `options.evidence`.
    """


class BatchRequest(Model):
    """
    Many articles, and what they have in common.
    """

    model_config = ConfigDict(
        extra="forbid",
    )
    defaults: BatchDefaults | None = None
    documents: list[ExtractRequest]
    """
    The articles. One that is not a valid request gets a problem in its place.
    """


class Entity(Model):
    """
    A person, place, organisation or other thing that the article names.
    """

    id: str
    """
    Id of the entity in this answer; it does not depend on the options.
    """
    type: Literal["person", "organization", "location", "group", "facility", "product", "event", "work", "law", "misc"] | str
    """
    What the entity is.
    """
    name: str
    """
    The fullest name in the text.
    """
    confidence: float
    """
    Probability that type and name are right.
    """
    salience: float
    """
    Prominence in the article. Half of it is position; the headline counts most.
    """
    ids: dict[str, str]
    """
    Ids by scheme: `wikidata`; `known` for entities that the request listed; the name of each base of `--kb`.
    """
    link: Link | None
    nil_reason: Literal["not_in_kb", "ambiguous", "below_threshold", "type_conflict", "surname_only", "generic_name", "out_of_date", "type_not_linked"] | str | None
    roles: list[Role]
    """
    Titles and affiliations stated in the text, in text order.
    """
    mentions: list[Mention]
    """
    Every mention, in text order.
    """


class Event(Model):
    """
    Something that happened, was planned, or was said not to have happened.
    """

    id: str
    """
    Id of the event in this answer; it does not depend on the options.
    """
    type: Literal["conflict.attack", "conflict.protest", "conflict.mobilize", "conflict.truce", "politics.election", "politics.policy", "diplomacy.meeting", "diplomacy.agreement", "diplomacy.sanction", "diplomacy.aid", "diplomacy.threat", "statement.announce", "statement.accuse", "statement.demand", "statement.reject", "justice.crime", "justice.investigate", "justice.arrest", "justice.charge", "justice.trial", "justice.verdict", "justice.release", "business.acquisition", "business.transaction", "business.results", "business.org_start", "business.org_end", "business.product", "personnel.start", "personnel.end", "life.die", "life.injure", "life.family", "disaster.natural", "disaster.accident", "disaster.damage", "disaster.response", "health.outbreak", "health.treatment", "sports.match", "culture.event", "culture.award", "science.discovery", "cyber.attack", "cyber.vulnerability", "movement.travel"] | str
    """
    What kind of event it is.
    """
    salience: float
    """
    Prominence in the article. Half of it is position; the headline counts most. The rest is who takes part, how often
    it is mentioned, and whether it happened.
    """
    trigger: TextSpan
    """
    The word that names the event best.
    """
    mentions: list[TextSpan]
    """
    Every trigger that names this event, in text order.
    """
    arguments: list[Argument]
    """
    The participants, each with its role.
    """
    time: EventTime | None
    place: Place | None
    factuality: Factuality
    """
    Whether the event happened.
    """
    asserted_by: AssertedByAuthor | AssertedBySpeaker | AssertedByOther
    """
    Who states that it happened: the article itself or a speaker.
    """
    confidence: float
    """
    Probability that trigger and type are right.
    """
    evidence: Evidence | None = None
    """
    The rule that decided; only with `options.evidence`.
    """


class Info(Model):
    """
    What runs here, and what it can do.
    """

    service: str
    """
    Name and version of the service.
    """
    models: list[ModelInfo]
    """
    The models in use.
    """
    knowledge_bases: list[KnowledgeBaseInfo]
    """
    The knowledge bases that entities are linked to, in the order of look-up.
    """
    languages: list[str]
    """
    The supported languages, as BCP 47 tags.
    """
    entity_types: list[Literal["person", "organization", "location", "group", "facility", "product", "event", "work", "law", "misc"] | str]
    """
    The types of entities.
    """
    event_types: list[EventTypeDescription]
    """
    The types of events.
    """
    default_min_confidence: Floors
    """
    The least confidence of each kind of finding where a request does not choose its own.
    """
    limits: Limits
    """
    The limits in force.
    """


class Quote(Model):
    """
    A quotation or reported statement, and who said it.
    """

    id: str
    """
    Id of the quote in this answer; it does not depend on the options.
    """
    type: Literal["direct", "mixed", "indirect"] | str
    """
    How much of the content is in quotation marks.
    """
    act: Literal["speech", "thought"] | str
    """
    Whether the source said it or only thought it.
    """
    span: TextSpan
    """
    The quotation as printed, for highlighting: from its first to its last character, with its outer quotation marks and
    any reporting clause inside it.
    """
    content: list[TextSpan]
    """
    The quoted words in text order, without quotation marks and reporting clause.
    """
    cue: Cue | None
    source: TextSpan | None
    speaker: Speaker | None
    confidence: float
    """
    Probability that this is an attribution with this content.
    """
    evidence: Evidence | None = None
    """
    The rule that decided; only with `options.evidence`.
    """


class ExtractResponse(Model):
    """
    What was found in one article. Every list is present: empty where nothing was found, or where `options.include`
    leaves it out.
    """

    id: str | None
    """
    The caller's own id of the article.
    """
    language: str
    """
    The language that the article was read as.
    """
    offset_unit: Literal["code_point", "utf16", "utf8", "all"] | str
    """
    The unit of all offsets.
    """
    include: list[Literal["entities", "quotes", "events", "times"] | str]
    """
    The lists that were asked for.
    """
    entities: list[Entity]
    """
    Who and what is named, in the order of first mention.
    """
    quotes: list[Quote]
    """
    Who said what, in text order.
    """
    events: list[Event]
    """
    What happened, in text order of the triggers.
    """
    times: list[Time]
    """
    Time expressions, in text order.
    """
    source_audit: SourceAudit | None
    warnings: list[Warning]
    """
    What the caller should know about the text; capped per kind.
    """
    meta: Meta
    """
    The service, model and knowledge bases that answered, and the hash of the text.
    """


class BatchResponse(Model):
    """
    One result for each document, in the same order.
    """

    results: list[ExtractResponse | Problem]
    """
    The results.
    """
