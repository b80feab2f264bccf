// Generated from the OpenAPI description by generate.js; do not edit.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * @description Whether the source said it or only thought it.
         *
         *     - `speech`: Said or wrote it.
         *     - `thought`: Believed, wanted or intended it.
         * @enum {string}
         */
        Act: "speech" | "thought";
        /** @description What a role belongs to. */
        Affiliation: {
            /** @description The name as the text has it. */
            name: string;
            /** @description Id of the entity, where the affiliation is one. */
            entity_id: string | null;
        };
        /** @description A participant of an event. */
        Argument: components["schemas"]["TextSpan"] & {
            /**
             * @description The participant's role; `GET /v1/info` lists the roles of each event type.
             * @example participant
             */
            role: string;
            /** @description Id of the entity, where the phrase mentions one. */
            entity_id: string | null;
            /**
             * Format: double
             * @description Probability that the phrase fills this role.
             */
            confidence: number;
        };
        /** @description Who states that an event happened. */
        AssertedBy: components["schemas"]["AssertedByAuthor"] | components["schemas"]["AssertedBySpeaker"];
        /** @description The article itself states that the event happened. */
        AssertedByAuthor: {
            /**
             * @description Always `author`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "author";
        };
        /** @description The speaker of a quote states that the event happened. */
        AssertedBySpeaker: {
            /**
             * @description Always `speaker`. (enum property replaced by openapi-typescript)
             * @enum {string}
             */
            kind: "speaker";
            /** @description Id of the quote that holds the trigger; null when the options leave the quote out. */
            quote_id: string | null;
            /** @description Id of the speaker's entity, where the speaker is one. */
            entity_id: string | null;
        };
        /**
         * @description Which attributions count as quotes.
         *
         *     - `speech`: What somebody said or wrote.
         *     - `all`: Beliefs and intentions too, with contents by the convention of PARC: an introducing "that" belongs to the content, one cue makes one quote, and "who" is the source in "Roe, who said".
         * @enum {string}
         */
        Attributions: "speech" | "all";
        /** @description One source and what it said. */
        AuditedSource: {
            /** @description The name of the source, or its first description. */
            name: string;
            /** @description Id of the entity, where the source is one. */
            entity_id: string | null;
            /** @description How the source is identified. */
            kind: components["schemas"]["SourceKindOrOther"];
            /** @description Number of its quotes. */
            quotes: number;
            /**
             * Format: int32
             * @description Number of its words in quotation marks.
             */
            quoted_words: number;
            /**
             * Format: double
             * @description Its share of all words in quotation marks; 0 where there are none.
             */
            quoted_words_share: number;
        };
        /**
         * @description The tag of `AssertedByAuthor`.
         *
         *     - `author`: The article.
         * @enum {string}
         */
        AuthorKind: "author";
        /** @description Fields that a document of a batch has where it does not have its own; options are filled in one by one. */
        BatchDefaults: {
            /**
             * @description When the article was published: a date or a date-time; relative dates count from it. Besides RFC 3339, the formats of content systems are accepted: `2025-10-08T12:00:00+0000`, `2025-10-08 12:00:00`. A date-time without an offset is in UTC. Without `published_at` relative dates get no value, unless the text states its full date in a dateline or on a line of its own, or its dates and weekdays agree on one day.
             * @example 2025-08-24
             * @example 2025-08-24T18:05:00+03:00
             */
            published_at?: string | null;
            /**
             * @description The language of the articles.
             * @example en
             */
            language?: string | null;
            /** @description The caller's own entities, for documents that list none themselves. */
            known_entities?: components["schemas"]["KnownEntity"][] | null;
            options?: components["schemas"]["Options"] | null;
        };
        /** @description Many articles, and what they have in common. */
        BatchRequest: {
            defaults?: components["schemas"]["BatchDefaults"] | null;
            /** @description The articles. One that is not a valid request gets a problem in its place. */
            documents: components["schemas"]["ExtractRequest"][];
        };
        /** @description One result for each document, in the same order. */
        BatchResponse: {
            /** @description The results. */
            results: components["schemas"]["BatchResult"][];
        };
        /**
         * @description The result of one document: what was found, or a problem. Only a problem has a `status`; it carries the document's `id`
         *     and its `index`, and its pointers begin at the document.
         */
        BatchResult: components["schemas"]["ExtractResponse"] | components["schemas"]["Problem"];
        /**
         * @description How title, abstract and body are written.
         *
         *     - `text`: Plain text; a line is a paragraph.
         *     - `html`: HTML: a document, or a part of one. Offsets refer to the HTML as sent.
         * @enum {string}
         */
        BodyType: "text" | "html";
        /**
         * @description Stable name of a kind of problem.
         *
         *     - `json_malformed`: The body is not well-formed JSON
         *     - `charset_invalid`: The body is not in UTF-8
         *     - `body_unreadable`: The body could not be read
         *     - `request_malformed`: The request is malformed
         *     - `key_missing`: A key is required
         *     - `key_unknown`: Unknown key
         *     - `not_found`: No such path
         *     - `method_not_allowed`: The path does not support this method
         *     - `not_acceptable`: No acceptable representation
         *     - `body_timeout`: The body took too long to arrive
         *     - `body_too_large`: The body is too large
         *     - `text_too_long`: The text is too long
         *     - `answer_too_large`: The answer is too large
         *     - `batch_too_long`: The batch has too many documents
         *     - `media_type_unsupported`: The body's media type is not supported
         *     - `encoding_unsupported`: The body's content coding is not supported
         *     - `field_unknown`: The request has an unknown field
         *     - `parameter_unknown`: The request has an unknown query parameter
         *     - `field_missing`: A required field is missing
         *     - `field_invalid`: A field of the request is invalid
         *     - `date_invalid`: The date of publication is invalid
         *     - `language_unsupported`: The language is not supported
         *     - `text_empty`: The article is empty
         *     - `rate_exceeded`: The rate of the key is exceeded
         *     - `bodies_exceeded`: Too many bodies are sent at the same time
         *     - `headers_too_many`: The request has too many headers
         *     - `internal`: Internal error
         *     - `overloaded`: The service is busy
         *     - `draining`: The service is shutting down
         *     - `starting`: The service is starting
         *     - `deadline_exceeded`: The deadline passed
         * @enum {string}
         */
        Code: "json_malformed" | "charset_invalid" | "body_unreadable" | "request_malformed" | "key_missing" | "key_unknown" | "not_found" | "method_not_allowed" | "not_acceptable" | "body_timeout" | "body_too_large" | "text_too_long" | "answer_too_large" | "batch_too_long" | "media_type_unsupported" | "encoding_unsupported" | "field_unknown" | "parameter_unknown" | "field_missing" | "field_invalid" | "date_invalid" | "language_unsupported" | "text_empty" | "rate_exceeded" | "bodies_exceeded" | "headers_too_many" | "internal" | "overloaded" | "draining" | "starting" | "deadline_exceeded";
        /** @description The words that report a quote. */
        Cue: components["schemas"]["TextSpan"] & {
            /**
             * @description Dictionary form of the cue.
             * @example say
             */
            lemma: string;
            /** @description Whether the source is reported to have said it. */
            polarity: components["schemas"]["PolarityOrOther"];
        };
        /** @description A person, place, organisation or other thing that the article names. */
        Entity: {
            /**
             * @description Id of the entity in this answer; it does not depend on the options.
             * @example e1
             */
            id: string;
            /** @description What the entity is. */
            type: components["schemas"]["EntityTypeOrOther"];
            /** @description The fullest name in the text. */
            name: string;
            /**
             * Format: double
             * @description Probability that type and name are right.
             */
            confidence: number;
            /**
             * Format: double
             * @description Prominence in the article. Half of it is position; the headline counts most.
             */
            salience: number;
            /** @description Ids by scheme: `wikidata`; `known` for entities that the request listed; the name of each base of `--kb`. */
            ids: {
                [key: string]: string;
            };
            link: components["schemas"]["Link"] | null;
            nil_reason: components["schemas"]["NilReasonOrOther"] | null;
            /** @description Titles and affiliations stated in the text, in text order. */
            roles: components["schemas"]["Role"][];
            /** @description Every mention, in text order. */
            mentions: components["schemas"]["Mention"][];
        };
        /**
         * @description What an entity is.
         *
         *     - `person`: A human being.
         *     - `organization`: A company, agency, party, team, or a government named by its seat.
         *     - `location`: A country, city, region, street, or other physical place.
         *     - `group`: A nationality, a religious or political group, a demonym.
         *     - `facility`: A building or other man-made structure.
         *     - `product`: A brand of goods, a vehicle, a weapons system, software.
         *     - `event`: A named event.
         *     - `work`: The title of a book, film, journal or programme.
         *     - `law`: A named treaty, act, plan or policy.
         *     - `misc`: A name of none of these kinds.
         * @enum {string}
         */
        EntityType: "person" | "organization" | "location" | "group" | "facility" | "product" | "event" | "work" | "law" | "misc";
        /** @description Something that happened, was planned, or was said not to have happened. */
        Event: {
            /**
             * @description Id of the event in this answer; it does not depend on the options.
             * @example v1
             */
            id: string;
            /** @description What kind of event it is. */
            type: components["schemas"]["EventTypeIdOrOther"];
            /**
             * Format: double
             * @description Prominence in the article. Half of it is position; the headline counts most. The rest is who takes part, how often
             *     it is mentioned, and whether it happened.
             * @example 0.87
             */
            salience: number;
            /** @description The word that names the event best. */
            trigger: components["schemas"]["TextSpan"];
            /** @description Every trigger that names this event, in text order. */
            mentions: components["schemas"]["TextSpan"][];
            /** @description The participants, each with its role. */
            arguments: components["schemas"]["Argument"][];
            time: components["schemas"]["EventTime"] | null;
            place: components["schemas"]["Place"] | null;
            /** @description Whether the event happened. */
            factuality: components["schemas"]["Factuality"];
            /** @description Who states that it happened: the article itself or a speaker. */
            asserted_by: components["schemas"]["AssertedBy"];
            /**
             * Format: double
             * @description Probability that trigger and type are right.
             */
            confidence: number;
            /** @description The rule that decided; only with `options.evidence`. */
            evidence?: components["schemas"]["Evidence"];
        };
        /** @description The time of an event. */
        EventTime: {
            /**
             * @description Id of the time expression.
             * @example t1
             */
            time_id: string;
            /** @description Text of the time expression. */
            text: string;
            /** @description TIMEX3 value of the time expression. */
            value: string | null;
            /** @description Where the article states it. */
            source: components["schemas"]["StatedInOrOther"];
            /**
             * Format: double
             * @description Probability that the event happened then.
             */
            confidence: number;
        };
        /** @description A type of events, and its nearest names elsewhere. */
        EventTypeDescription: {
            /** @description The id, as in `type` of events. */
            id: components["schemas"]["EventTypeIdOrOther"];
            /** @description What the type covers. */
            description: string;
            /** @description The roles that arguments of these events can have. Place and time are fields of the event. */
            roles: string[];
            /** @description Nearest names in PLOVER. */
            plover: string | null;
            /** @description Nearest codes in CAMEO. */
            cameo: string | null;
            /** @description Nearest types in ACE 2005 or Rich ERE. */
            ace: string | null;
        };
        /**
         * @description The id of an event type. `GET /v1/info` describes each of them.
         * @enum {string}
         */
        EventTypeId: "conflict.attack" | "conflict.protest" | "conflict.mobilize" | "conflict.truce" | "politics.election" | "politics.policy" | "diplomacy.meeting" | "diplomacy.agreement" | "diplomacy.sanction" | "diplomacy.aid" | "diplomacy.threat" | "statement.announce" | "statement.accuse" | "statement.demand" | "statement.reject" | "justice.crime" | "justice.investigate" | "justice.arrest" | "justice.charge" | "justice.trial" | "justice.verdict" | "justice.release" | "business.acquisition" | "business.transaction" | "business.results" | "business.org_start" | "business.org_end" | "business.product" | "personnel.start" | "personnel.end" | "life.die" | "life.injure" | "life.family" | "disaster.natural" | "disaster.accident" | "disaster.damage" | "disaster.response" | "health.outbreak" | "health.treatment" | "sports.match" | "culture.event" | "culture.award" | "science.discovery" | "cyber.attack" | "cyber.vulnerability" | "movement.travel";
        /** @description The rule that decided on a finding, and what it saw beside the finding's own span. */
        Evidence: {
            /** @description Stable name, in kebab case. */
            rule: string;
            /** @description What the rule saw. */
            spans: components["schemas"]["TextSpan"][];
        };
        /** @description One article, and what to find in it. Unknown fields are rejected; null counts as absent. */
        ExtractRequest: {
            /**
             * @description The caller's own id of the article; returned unchanged.
             * @example urn:newsroom:4711
             */
            id?: string | null;
            /** @description The headline. */
            title?: string | null;
            /** @description The standfirst or summary. */
            abstract?: string | null;
            /** @description The running text. */
            body: string;
            /** @description Default: `"text"`. */
            body_type?: components["schemas"]["BodyType"] | null;
            /** @description The byline as printed. */
            byline?: string | null;
            /**
             * @description The place in the dateline as printed. Its time zone decides which day "today" is.
             * @example LISBON
             */
            dateline?: string | null;
            /**
             * @description When the article was published: a date or a date-time; relative dates count from it. Besides RFC 3339, the formats of content systems are accepted: `2025-10-08T12:00:00+0000`, `2025-10-08 12:00:00`. A date-time without an offset is in UTC. Without `published_at` relative dates get no value, unless the text states its full date in a dateline or on a line of its own, or its dates and weekdays agree on one day.
             * @example 2025-08-24
             * @example 2025-08-24T18:05:00+03:00
             */
            published_at?: string | null;
            /**
             * @description The article's language as a BCP 47 tag or a locale: "en", with or without a region. Detected by default.
             * @example en
             * @example en-GB
             * @example en_US
             */
            language?: string | null;
            /**
             * @description The caller's own entities, at most 1,000. Names are looked up in them first, and they win over the built-in
             *     base where both match.
             */
            known_entities?: components["schemas"]["KnownEntity"][] | null;
            options?: components["schemas"]["Options"] | null;
        };
        /**
         * @description What was found in one article. Every list is present: empty where nothing was found, or where `options.include`
         *     leaves it out.
         */
        ExtractResponse: {
            /** @description The caller's own id of the article. */
            id: string | null;
            /**
             * @description The language that the article was read as.
             * @example en
             */
            language: string;
            /** @description The unit of all offsets. */
            offset_unit: components["schemas"]["OffsetUnitOrOther"];
            /** @description The lists that were asked for. */
            include: components["schemas"]["LayerOrOther"][];
            /** @description Who and what is named, in the order of first mention. */
            entities: components["schemas"]["Entity"][];
            /** @description Who said what, in text order. */
            quotes: components["schemas"]["Quote"][];
            /** @description What happened, in text order of the triggers. */
            events: components["schemas"]["Event"][];
            /** @description Time expressions, in text order. */
            times: components["schemas"]["Time"][];
            source_audit: components["schemas"]["SourceAudit"] | null;
            /** @description What the caller should know about the text; capped per kind. */
            warnings: components["schemas"]["Warning"][];
            /** @description The service, model and knowledge bases that answered, and the hash of the text. */
            meta: components["schemas"]["Meta"];
        };
        /** @description Whether an event happened, and the words that say so. */
        Factuality: {
            /** @description Whether the event happened. */
            value: components["schemas"]["FactualityValueOrOther"];
            /** @description The words that decide, such as "not", "will" or "if"; empty for a plain assertion. */
            cues: components["schemas"]["TextSpan"][];
        };
        /**
         * @description Whether an event happened.
         *
         *     - `actual`: It happened or is happening.
         *     - `negated`: It is said not to have happened.
         *     - `planned`: It is announced or expected.
         *     - `hypothetical`: It is possible, conditional, demanded or feared.
         *     - `generic`: It happens in general.
         * @enum {string}
         */
        FactualityValue: "actual" | "negated" | "planned" | "hypothetical" | "generic";
        /** @description One error in the request. */
        FieldError: {
            /**
             * @description JSON pointer (RFC 6901) to the invalid value, or `?` and the name of a query parameter.
             * @example /options/offset_unit
             */
            pointer: string;
            /**
             * @description What is invalid, and how to fix it.
             * @example must be one of code_point, utf16, utf8, all
             */
            detail: string;
        };
        /**
         * @description A field of the request.
         *
         *     - `title`: The headline.
         *     - `abstract`: The standfirst.
         *     - `body`: The running text.
         * @enum {string}
         */
        FieldName: "title" | "abstract" | "body";
        /** @description The least confidence of each kind of finding. */
        Floors: {
            /**
             * Format: double
             * @description Of entities and their mentions.
             */
            entities: number;
            /**
             * Format: double
             * @description Of quotes.
             */
            quotes: number;
            /**
             * Format: double
             * @description Of events.
             */
            events: number;
            /**
             * Format: double
             * @description Of the arguments of events, and of their times and places.
             */
            arguments: number;
            /**
             * Format: double
             * @description Of time expressions.
             */
            times: number;
            /**
             * Format: double
             * @description Of links to a knowledge base.
             */
            links: number;
        };
        /** @description What runs here, and what it can do. */
        Info: {
            /**
             * @description Name and version of the service.
             * @example dateline/0.2.0
             */
            service: string;
            /** @description The models in use. */
            models: components["schemas"]["ModelInfo"][];
            /** @description The knowledge bases that entities are linked to, in the order of look-up. */
            knowledge_bases: components["schemas"]["KnowledgeBaseInfo"][];
            /** @description The supported languages, as BCP 47 tags. */
            languages: string[];
            /** @description The types of entities. */
            entity_types: components["schemas"]["EntityTypeOrOther"][];
            /** @description The types of events. */
            event_types: components["schemas"]["EventTypeDescription"][];
            /** @description The least confidence of each kind of finding where a request does not choose its own. */
            default_min_confidence: components["schemas"]["Floors"];
            /** @description The limits in force. */
            limits: components["schemas"]["Limits"];
        };
        /** @description A knowledge base that entities are linked to. */
        KnowledgeBaseInfo: {
            /**
             * @description Name and version of the base, as in the `meta` of answers.
             * @example wikidata/2026-11-30
             */
            id: string;
            /**
             * @description The scheme of its ids in `ids`.
             * @example wikidata
             */
            name: string;
            /** @description SHA-256 of the file, in hexadecimal. */
            sha256: string;
            /** @description The date of its data; null for a base of the operator's own. */
            date: string | null;
            /**
             * Format: int32
             * @description Number of entities.
             */
            entities: number;
            /** @description Number of distinct names. */
            names: number;
            /** @description The licences of its entities, as SPDX expressions. */
            licences: string[];
            /** @description Where its entities came from. */
            sources: components["schemas"]["KnowledgeBaseSource"][];
        };
        /** @description A source of a knowledge base. */
        KnowledgeBaseSource: {
            /** @description Its name. */
            name: string;
            /** @description Its licence, as an SPDX expression. */
            licence: string;
            /**
             * Format: int32
             * @description Number of entities with data from this source.
             */
            entities: number;
        };
        /** @description A person or thing that the caller knows. Unknown fields are rejected; null counts as absent. */
        KnownEntity: {
            /**
             * @description The caller's id, of at most 64 bytes; returned as `ids.known`.
             * @example cms:17
             */
            id: string;
            /**
             * @description Its full name.
             * @example Ana Prado
             */
            name: string;
            /** @description Other names. A surname can be one, if no other person in your articles has it. */
            aliases?: string[] | null;
            type?: components["schemas"]["EntityType"] | null;
            /** @description What it is, in a few words, which are compared with the article. */
            description?: string | null;
            /**
             * @description Its country, as an ISO 3166-1 alpha-2 code.
             * @example CA
             */
            country?: string | null;
            /**
             * @description Its Wikidata item; returned as `ids.wikidata`.
             * @example Q42
             */
            same_as?: string | null;
        };
        /**
         * @description A list of findings.
         *
         *     - `entities`: People, organisations, places and other things that the article names.
         *     - `quotes`: Quotations and reported statements with their speakers.
         *     - `events`: Events with participants, time, place and factuality.
         *     - `times`: Time expressions with their values.
         * @enum {string}
         */
        Layer: "entities" | "quotes" | "events" | "times";
        /** @description The limits in force. Every one can be set when the service is started. */
        Limits: {
            /**
             * @description Maximum size of a request body in bytes, both compressed and decompressed. 200,000 characters need at most 800,000
             *     bytes of UTF-8; HTML pages with scripts and styles are several times larger.
             */
            body_bytes_max: number;
            /**
             * @description Maximum length of title, abstract and body together, in characters (Unicode code points). The longest features have
             *     about 100,000.
             */
            text_chars_max: number;
            /** @description Maximum length of `id`, `byline` and `dateline`, in characters each: they are labels, not text. */
            label_chars_max: number;
            /**
             * @description Maximum number of `known_entities` in a request: those that an article could name. A whole thesaurus belongs in a file
             *     for `--kb`, which is read once.
             */
            known_entities_max: number;
            /** @description Maximum number of errors listed in one problem. The first few are usually enough to fix a request. */
            errors_max: number;
            /** @description Maximum number of warnings of one kind in an answer; the rest are counted. */
            warnings_max: number;
            /**
             * Format: int64
             * @description Maximum time in milliseconds for the request headers to arrive. A new connection must also start its first request
             *     within it, which frees connections that send nothing.
             */
            head_ms_max: number;
            /**
             * Format: int64
             * @description Maximum time in milliseconds that a connection may stay idle between requests. Longer than the 60 s that gateways
             *     and clients usually keep theirs, so that they close a connection first, and never while sending the next request.
             */
            idle_ms_max: number;
            /**
             * Format: int64
             * @description Maximum time in milliseconds for a request body, or one line of a batch, to arrive: 1 MiB over a slow line.
             */
            body_ms_max: number;
            /**
             * Format: int64
             * @description Maximum time in milliseconds from the end of the request body to the answer, including time in the queue. An article
             *     takes about a tenth of a second; 200,000 characters of one-letter words take about 20 seconds on one core.
             */
            deadline_ms_max: number;
            /**
             * @description Number of articles processed at the same time, one thread each. Defaults to the number of CPU cores, because the
             *     work never waits for anything else.
             */
            workers: number;
            /**
             * @description Number of articles that may wait in the queue, per worker. Four are about what a worker can process within the
             *     maximum waiting time.
             */
            queue_per_worker: number;
            /**
             * Format: int64
             * @description Maximum time in milliseconds that an article may wait for a worker. After that, another replica would be faster.
             */
            queue_ms_max: number;
            /** @description Maximum number of documents in a JSON batch, which is answered as a whole. NDJSON batches have no limit. */
            batch_documents_max: number;
            /**
             * @description Maximum size of a JSON batch in bytes, both compressed and decompressed: 64 long articles of 64 KiB. In NDJSON, each
             *     line may be as large as a request body.
             */
            batch_bytes_max: number;
            /** @description Maximum number of batches processed at the same time. With the defaults they hold at most 64 MiB of JSON. */
            batches_max: number;
            /**
             * Format: int64
             * @description Maximum time in milliseconds that a document of a batch may wait for a worker. Longer than for single requests,
             *     since batches are not interactive; bounded, since each batch holds a connection open.
             */
            batch_queue_ms_max: number;
            /**
             * Format: int32
             * @description Maximum number of documents that each API key may send per minute, including those in batches, for keys without a
             *     rate of their own. Unlimited by default, because only the operator knows what a client is entitled to.
             */
            rate_per_minute: number | null;
            /**
             * @description Maximum number of requests in progress, from the headers to the last byte of the answer. Further requests are
             *     rejected before their body is read.
             */
            requests_max: number;
            /**
             * @description Maximum total size in bytes of request bodies in memory, counted as they arrive and after decompression. Requests that
             *     would exceed it are rejected. The default is enough for 32 of the largest, or for thousands of ordinary articles.
             */
            held_body_bytes_max: number;
            /**
             * @description Maximum size of an answer in bytes. The longest articles need a tenth of it with all options on; only a text written
             *     to produce many findings exceeds it.
             */
            answer_bytes_max: number;
            /**
             * @description Maximum total size in bytes of answers that clients have not received yet. Articles whose answer would exceed it are
             *     rejected.
             */
            held_answer_bytes_max: number;
            /**
             * @description Maximum number of request bodies that each API key may send at the same time, where keys are configured. A quarter
             *     of `requests_max`, so that one client with slow uploads cannot lock out the others.
             */
            bodies_per_key_max: number;
            /**
             * @description Maximum number of request bodies that each client address (for IPv6, each /64 network) may send at the same time.
             *     Unlimited by default, because behind a gateway all clients share one address.
             */
            bodies_per_address_max: number | null;
            /**
             * @description Maximum number of open connections; further ones wait in the operating system's backlog. An idle connection takes
             *     about 10 KiB, so there may be many more connections than requests.
             */
            connections_max: number;
            /**
             * @description Maximum size of the request headers in bytes; every open connection may occupy this much memory. Headers take a few
             *     hundred bytes, and about a thousand more with a token.
             */
            head_bytes_max: number;
            /** @description Maximum number of headers in a request. Browsers and gateways send about thirty. */
            headers_max: number;
            /**
             * Format: int32
             * @description Maximum number of concurrent requests on one HTTP/2 connection. Clients with more to send can use batches.
             */
            streams_max: number;
            /**
             * Format: int64
             * @description Maximum time in milliseconds that a client may stop reading an answer before its connection is closed. Mobile
             *     connections that drop for a moment recover within it.
             */
            stall_ms_max: number;
            /**
             * @description Maximum number of log lines waiting to be written. Further lines are dropped and counted, because a blocked log must
             *     not block the service.
             */
            log_lines_max: number;
            /**
             * Format: int64
             * @description Time in milliseconds between `/readyz` failing and the listener closing, so that load balancers notice. Requests are
             *     accepted until then.
             */
            linger_ms: number;
            /**
             * Format: int64
             * @description Maximum time in milliseconds that running requests get to finish at shutdown: the body timeout, the deadline, and a
             *     margin.
             */
            drain_ms_max: number;
        };
        /** @description The entity of a knowledge base that an entity of the article is. */
        Link: {
            /**
             * @description Which base: `wikidata`, `known`, or the name of a base of `--kb`.
             * @example wikidata
             */
            source: string;
            /**
             * Format: double
             * @description Probability that the entity is the right one.
             */
            score: number;
            /** @description Its name there. */
            name: string;
            /** @description What it is, in a few words; null where the base does not say. */
            description: string | null;
            /** @description What the name could mean, the likeliest first; only with `options.link: full`. */
            candidates?: [
            ] | [
                components["schemas"]["LinkCandidate"]
            ] | [
                components["schemas"]["LinkCandidate"],
                components["schemas"]["LinkCandidate"]
            ] | [
                components["schemas"]["LinkCandidate"],
                components["schemas"]["LinkCandidate"],
                components["schemas"]["LinkCandidate"]
            ] | [
                components["schemas"]["LinkCandidate"],
                components["schemas"]["LinkCandidate"],
                components["schemas"]["LinkCandidate"],
                components["schemas"]["LinkCandidate"]
            ] | [
                components["schemas"]["LinkCandidate"],
                components["schemas"]["LinkCandidate"],
                components["schemas"]["LinkCandidate"],
                components["schemas"]["LinkCandidate"],
                components["schemas"]["LinkCandidate"]
            ];
        };
        /** @description An entity that a name could mean. */
        LinkCandidate: {
            /** @description Its ids by scheme. */
            ids: {
                [key: string]: string;
            };
            /** @description Its name in the base. */
            name: string;
            /** @description What it is, in a few words; null where the base does not say. */
            description: string | null;
            /**
             * Format: double
             * @description Probability that it is the right one.
             */
            score: number;
        };
        /**
         * @description How entities are linked to knowledge bases.
         *
         *     - `off`: They are not linked.
         *     - `precise`: An entity gets a link where one is likely enough.
         *     - `full`: The same, and up to five candidates.
         * @enum {string}
         */
        LinkDetail: "off" | "precise" | "full";
        /** @description One mention of an entity. */
        Mention: components["schemas"]["TextSpan"] & {
            /** @description How the mention refers. */
            form: components["schemas"]["MentionFormOrOther"];
            /**
             * Format: double
             * @description Probability that the mention refers to this entity.
             */
            confidence: number;
            /** @description The rule that decided; only with `options.evidence`. */
            evidence?: components["schemas"]["Evidence"];
        };
        /**
         * @description How a mention refers to its entity.
         *
         *     - `name`: By name: "Ana Prado", without a title.
         *     - `nominal`: By a description: "the mayor".
         *     - `pronoun`: By a pronoun: "she".
         * @enum {string}
         */
        MentionForm: "name" | "nominal" | "pronoun";
        /** @description What answered, and on what text. */
        Meta: {
            /**
             * @description Name and version of the service.
             * @example dateline/0.2.0
             */
            service: string;
            /**
             * @description Name and version of the model.
             * @example en-news/1.0.0
             */
            model: string;
            /** @description Name and version of each knowledge base that entities were linked to. */
            knowledge_base: string[];
            /**
             * @description SHA-256, in hexadecimal, of title, abstract and body in UTF-8: those that are not empty, with a blank line (two
             *     line feeds) between them.
             */
            text_sha256: string;
        };
        /** @description Least confidence: a number for all findings, or an object by kind of finding. */
        MinConfidence: number | components["schemas"]["MinConfidenceByKind"];
        /** @description Least confidence by kind of finding; a kind that is missing or null has its default. */
        MinConfidenceByKind: {
            /** @description The floor of entities and their mentions. */
            entities?: number | null;
            /** @description The floor of quotes, and of their speakers where it is set. */
            quotes?: number | null;
            /** @description The floor of events. */
            events?: number | null;
            /** @description The floor of the arguments of events, and of their times and places. */
            arguments?: number | null;
            /** @description The floor of time expressions. */
            times?: number | null;
            /** @description The floor of links to a knowledge base. */
            links?: number | null;
        };
        /** @description A model that reads articles. */
        ModelInfo: {
            /**
             * @description Name and version of the model, as in the `meta` of answers.
             * @example en-news/1.0.0
             */
            id: string;
            /** @description SHA-256 of the model file, in hexadecimal; null where rules are used without a model. */
            sha256: string | null;
            /** @description How the model works. */
            description: string;
            /**
             * @description Licence of the model, as an SPDX expression.
             * @example Apache-2.0
             */
            licence: string;
            /** @description Published scores on corpora that the model was not trained on. */
            scores: components["schemas"]["Score"][];
        };
        /**
         * @description Why an entity has no id.
         *
         *     - `not_in_kb`: No knowledge base has the name.
         *     - `ambiguous`: Several entities are about as likely.
         *     - `below_threshold`: The likeliest entity is not likely enough.
         *     - `type_conflict`: The entities with this name are of another type.
         *     - `surname_only`: The article gives one name of the person only, which many people have.
         *     - `generic_name`: The name is an everyday phrase, such as "Parliament", that means different bodies in different countries.
         *     - `out_of_date`: The article is newer than the knowledge base and names the holder of an office.
         *     - `type_not_linked`: Nationalities are not linked.
         * @enum {string}
         */
        NilReason: "not_in_kb" | "ambiguous" | "below_threshold" | "type_conflict" | "surname_only" | "generic_name" | "out_of_date" | "type_not_linked";
        /** @description An item of IPTC ninjs 1, 2 or 3; the schema of its version describes its members. */
        NinjsItem: {
            [key: string]: unknown;
        };
        /**
         * @description The unit of offsets.
         *
         *     - `code_point`: Unicode code points, as in W3C annotations and Python.
         *     - `utf16`: UTF-16 code units, as in JavaScript, Java and C#.
         *     - `utf8`: UTF-8 bytes, as in Rust and Go.
         *     - `all`: Code points, and each span also has `offsets` in all three units.
         * @enum {string}
         */
        OffsetUnit: "code_point" | "utf16" | "utf8" | "all";
        /** @description What to answer, and how. Unknown options are rejected; null counts as absent. */
        Options: {
            /** @description The lists to fill; the others are empty. All lists by default. Default: `["entities","quotes","events","times"]`. */
            include?: components["schemas"]["Layer"][] | null;
            /** @description Default: `"code_point"`. */
            offset_unit?: components["schemas"]["OffsetUnit"] | null;
            /** @description Default: `"precise"`. */
            link?: components["schemas"]["LinkDetail"] | null;
            /** @description Default: `"speech"`. */
            attributions?: components["schemas"]["Attributions"] | null;
            min_confidence?: components["schemas"]["MinConfidence"] | null;
            /** @description Whether findings name the rule that decided on them, and the spans that it saw. Default: `false`. */
            evidence?: boolean | null;
        };
        /** @description The place of an event. */
        Place: components["schemas"]["TextSpan"] & {
            /** @description Id of the entity, where the phrase mentions one. */
            entity_id: string | null;
            /** @description Where the article states it. */
            source: components["schemas"]["StatedInOrOther"];
            /**
             * Format: double
             * @description Probability that the event happened there.
             */
            confidence: number;
        };
        /**
         * @description Whether the source is reported to have said it, or not to have said it.
         *
         *     - `affirmed`: As in "said".
         *     - `negated`: As in "did not say".
         * @enum {string}
         */
        Polarity: "affirmed" | "negated";
        /** @description Why a request was not answered (RFC 9457). No member ever quotes the article. */
        Problem: {
            /**
             * @description The kind of problem: `urn:dateline:problem:` and the code.
             * @example urn:dateline:problem:field_unknown
             */
            type: string;
            /** @description What went wrong, in general. */
            title: string;
            /**
             * Format: int32
             * @description The HTTP status, repeated.
             */
            status: number;
            /** @description What went wrong this time, and how to fix it. */
            detail: string;
            /** @description This occurrence: `urn:dateline:request:` and the request's id. */
            instance: string;
            /** @description The id of the document, in a batch. */
            id?: string;
            /**
             * Format: int64
             * @description The line of the document in an NDJSON batch, from 1; blank lines count.
             */
            line?: number;
            /**
             * Format: int64
             * @description The position of the document in a JSON batch, from 0.
             */
            index?: number;
            /** @description Stable name of the problem, for programs. */
            code: components["schemas"]["CodeOrOther"];
            /**
             * Format: int64
             * @description The limit that was exceeded; its unit is in `detail`.
             */
            limit?: number;
            /**
             * Format: int64
             * @description The value that exceeded the limit, where it is known.
             */
            actual?: number;
            /**
             * @description The language that was declared or found, as a BCP 47 tag; with `language_unsupported`.
             * @example de
             */
            language?: string;
            /** @description The errors in the request, where there are any; `code` and `detail` are those of the first. */
            errors?: components["schemas"]["FieldError"][];
        };
        /** @description A quotation or reported statement, and who said it. */
        Quote: {
            /**
             * @description Id of the quote in this answer; it does not depend on the options.
             * @example q1
             */
            id: string;
            /** @description How much of the content is in quotation marks. */
            type: components["schemas"]["QuoteTypeOrOther"];
            /** @description Whether the source said it or only thought it. */
            act: components["schemas"]["ActOrOther"];
            /**
             * @description The quotation as printed, for highlighting: from its first to its last character, with its outer quotation marks and
             *     any reporting clause inside it.
             */
            span: components["schemas"]["TextSpan"];
            /** @description The quoted words in text order, without quotation marks and reporting clause. */
            content: components["schemas"]["TextSpan"][];
            cue: components["schemas"]["Cue"] | null;
            source: components["schemas"]["TextSpan"] | null;
            speaker: components["schemas"]["Speaker"] | null;
            /**
             * Format: double
             * @description Probability that this is an attribution with this content.
             */
            confidence: number;
            /** @description The rule that decided; only with `options.evidence`. */
            evidence?: components["schemas"]["Evidence"];
        };
        /**
         * @description How much of a quote's content is in quotation marks.
         *
         *     - `direct`: All of it.
         *     - `mixed`: A part of it.
         *     - `indirect`: None of it.
         * @enum {string}
         */
        QuoteType: "direct" | "mixed" | "indirect";
        /**
         * @description How the speaker was found.
         *
         *     - `named`: The source is a name.
         *     - `pronoun`: The source is a pronoun.
         *     - `nominal`: The source is a description of a named entity.
         *     - `anonymous`: One person whom the article does not name.
         *     - `collective`: Several people, or a body, that the article does not name.
         * @enum {string}
         */
        Resolution: "named" | "pronoun" | "nominal" | "anonymous" | "collective";
        /** @description A title or position stated of a person. */
        Role: {
            /**
             * @description The title or position, with "former", "acting" or "deputy" where the text has it.
             * @example President
             */
            title: string;
            affiliation: components["schemas"]["Affiliation"] | null;
            /** @description The whole phrase that states the role. */
            span: components["schemas"]["TextSpan"];
        };
        /** @description A figure on an annotated corpus. */
        Score: {
            /**
             * @description What was measured, and on what.
             * @example names, Worldwide Newswire dev, 7 types
             */
            measure: string;
            /**
             * Format: double
             * @description The figure, in per cent.
             * @example 85.4
             */
            value: number;
            /** @description What the figure is. */
            unit: components["schemas"]["UnitOrOther"];
        };
        /** @description Who is quoted in an article, and how much. */
        SourceAudit: {
            /**
             * @description Number of distinct sources.
             * @example 3
             */
            distinct: number;
            /**
             * @description Number of sources with a name.
             * @example 1
             */
            named: number;
            /**
             * @description Number of unnamed persons, such as "a senior official".
             * @example 1
             */
            anonymous: number;
            /**
             * @description Number of unnamed groups, bodies or documents, such as "residents".
             * @example 1
             */
            collective: number;
            /** @description Number of quotes. */
            quotes: number;
            /** @description Number of quotes whose speaker is null. */
            quotes_without_speaker: number;
            /**
             * Format: int32
             * @description Number of words in quotation marks; those of a quote inside another one count once, for the outer one.
             */
            quoted_words: number;
            /**
             * Format: int32
             * @description Number of words in quotation marks of quotes whose speaker is null.
             */
            quoted_words_without_speaker: number;
            /** @description The sources, in the order of their first quote. */
            sources: components["schemas"]["AuditedSource"][];
        };
        /**
         * @description How a source is identified.
         *
         *     - `named`: By name.
         *     - `anonymous`: A person without a name.
         *     - `collective`: Several people, a body or a document without a name.
         * @enum {string}
         */
        SourceKind: "named" | "anonymous" | "collective";
        /** @description The person or body that a quote is attributed to. */
        Speaker: {
            /** @description The speaker's name, or the description where there is no name. */
            name: string;
            /** @description Id of the entity, where the speaker is one. */
            entity_id: string | null;
            /** @description The entity's first title in the text. */
            title: string | null;
            /** @description The organisation or place that this title belongs to. */
            affiliation: string | null;
            /** @description How the speaker was found. */
            resolution: components["schemas"]["ResolutionOrOther"];
            /** @description The steps from the source as written to the name: "he", "Carney", "Mark Carney". */
            chain: string[];
            /**
             * Format: double
             * @description Probability that this is the speaker.
             */
            confidence: number;
            /** @description The rule that decided; only with `options.evidence`. */
            evidence?: components["schemas"]["Evidence"];
        };
        /**
         * @description The tag of `AssertedBySpeaker`.
         *
         *     - `speaker`: The speaker of a quote.
         * @enum {string}
         */
        SpeakerKind: "speaker";
        /**
         * @description Where the article states the time or the place of an event.
         *
         *     - `sentence`: In the trigger's own sentence.
         *     - `story`: In another sentence; only where confidence is at least 0.8.
         * @enum {string}
         */
        StatedIn: "sentence" | "story";
        /** @description A half-open stretch of a field, and what it says. */
        TextSpan: {
            /** @description The field of the request that holds the text. */
            field: components["schemas"]["FieldNameOrOther"];
            /**
             * Format: int32
             * @description First position of the span, from the start of the field; in code points where all units are asked for.
             */
            start: number;
            /**
             * Format: int32
             * @description First position after the span.
             */
            end: number;
            /**
             * @description Of plain text exactly this slice of the field; of HTML the text of the slice, with character references decoded
             *     and a line feed for `<br>` and for the border of a block.
             */
            text: string;
            /** @description The runs of text in the span, each as first position and first position after; only where it crosses a tag. */
            ranges?: number[][];
            /** @description The span in every unit, with `offset_unit: all`. */
            offsets?: components["schemas"]["UnitOffsets"];
        };
        /** @description A time expression, as TIMEX3 describes it. */
        Time: components["schemas"]["TextSpan"] & {
            /**
             * @description Id of the time expression in this answer; it does not depend on the options.
             * @example t1
             */
            id: string;
            /** @description The TIMEX3 type. */
            type: components["schemas"]["TimeTypeOrOther"];
            /**
             * @description TIMEX3 `value`; null where there is no date to count from.
             * @example 2025-08-24
             * @example 2025-W34
             * @example P2Y
             * @example PRESENT_REF
             */
            value: string | null;
            /**
             * @description TIMEX3 `mod`, where there is one.
             * @example APPROX
             */
            mod?: string;
            /**
             * @description TIMEX3 `quant` of a set, where there is one.
             * @example EVERY
             */
            quant?: string;
            /**
             * @description TIMEX3 `freq` of a set, where there is one.
             * @example 2X
             */
            freq?: string;
            /**
             * Format: int32
             * @description Offset from UTC in minutes of the zone that a time of day names.
             * @example -300
             */
            zone_minutes?: number;
            /**
             * Format: double
             * @description Probability that span and value are right.
             */
            confidence: number;
            /** @description The rule that decided; only with `options.evidence`. */
            evidence?: components["schemas"]["Evidence"];
        };
        /**
         * @description The TIMEX3 type.
         *
         *     - `date`: A calendar date, of any precision.
         *     - `time`: A time of day.
         *     - `duration`: A stretch of time.
         *     - `set`: A recurring time.
         * @enum {string}
         */
        TimeType: "date" | "time" | "duration" | "set";
        /**
         * @description What a figure is: `f1`, the harmonic mean of precision and recall, or `accuracy`, the share that is right.
         * @enum {string}
         */
        Unit: "f1" | "accuracy";
        /** @description A span in all three units, each as first position and first position after. */
        UnitOffsets: {
            /** @description In Unicode code points, as Python counts. */
            code_point: [
                number,
                number
            ];
            /** @description In UTF-16 code units, as JavaScript and Java count. */
            utf16: [
                number,
                number
            ];
            /** @description In UTF-8 bytes, as Rust and Go count. */
            utf8: [
                number,
                number
            ];
        };
        /** @description Something about the text that the caller should know. */
        Warning: {
            /** @description The kind of warning. */
            code: components["schemas"]["WarningCodeOrOther"];
            /**
             * @description The warning in words; for page furniture, what kind of furniture.
             * @example page furniture (comments), left out of extraction
             */
            detail: string;
            span: components["schemas"]["TextSpan"] | null;
            /**
             * Format: int32
             * @description How many warnings are left out; only with `warnings_omitted`.
             */
            count?: number;
        };
        /**
         * @description The kinds of warnings.
         *
         *     - `page_furniture`: Text that is not part of the article, such as share buttons, photo credits or comments, was left out.
         *     - `quote_unclosed`: An opening quotation mark is never closed.
         *     - `markup_suspected`: A field sent as plain text looks like HTML; `body_type` says how it is written.
         *     - `language_uncertain`: The text is too short or too mixed to tell its language; it was read as English.
         *     - `warnings_omitted`: There are more warnings of a kind than are listed; `count` says how many are left out.
         * @enum {string}
         */
        WarningCode: "page_furniture" | "quote_unclosed" | "markup_suspected" | "language_uncertain" | "warnings_omitted";
        /**
         * @description Whether the source said it or only thought it.
         *
         *     - `speech`: Said or wrote it.
         *     - `thought`: Believed, wanted or intended it.
         * @enum {string}
         */
        ActOrOther: "speech" | "thought" | (string & {});
        /**
         * @description Which attributions count as quotes.
         *
         *     - `speech`: What somebody said or wrote.
         *     - `all`: Beliefs and intentions too, with contents by the convention of PARC: an introducing "that" belongs to the content, one cue makes one quote, and "who" is the source in "Roe, who said".
         * @enum {string}
         */
        AttributionsOrOther: "speech" | "all" | (string & {});
        /**
         * @description How title, abstract and body are written.
         *
         *     - `text`: Plain text; a line is a paragraph.
         *     - `html`: HTML: a document, or a part of one. Offsets refer to the HTML as sent.
         * @enum {string}
         */
        BodyTypeOrOther: "text" | "html" | (string & {});
        /**
         * @description Stable name of a kind of problem.
         *
         *     - `json_malformed`: The body is not well-formed JSON
         *     - `charset_invalid`: The body is not in UTF-8
         *     - `body_unreadable`: The body could not be read
         *     - `request_malformed`: The request is malformed
         *     - `key_missing`: A key is required
         *     - `key_unknown`: Unknown key
         *     - `not_found`: No such path
         *     - `method_not_allowed`: The path does not support this method
         *     - `not_acceptable`: No acceptable representation
         *     - `body_timeout`: The body took too long to arrive
         *     - `body_too_large`: The body is too large
         *     - `text_too_long`: The text is too long
         *     - `answer_too_large`: The answer is too large
         *     - `batch_too_long`: The batch has too many documents
         *     - `media_type_unsupported`: The body's media type is not supported
         *     - `encoding_unsupported`: The body's content coding is not supported
         *     - `field_unknown`: The request has an unknown field
         *     - `parameter_unknown`: The request has an unknown query parameter
         *     - `field_missing`: A required field is missing
         *     - `field_invalid`: A field of the request is invalid
         *     - `date_invalid`: The date of publication is invalid
         *     - `language_unsupported`: The language is not supported
         *     - `text_empty`: The article is empty
         *     - `rate_exceeded`: The rate of the key is exceeded
         *     - `bodies_exceeded`: Too many bodies are sent at the same time
         *     - `headers_too_many`: The request has too many headers
         *     - `internal`: Internal error
         *     - `overloaded`: The service is busy
         *     - `draining`: The service is shutting down
         *     - `starting`: The service is starting
         *     - `deadline_exceeded`: The deadline passed
         * @enum {string}
         */
        CodeOrOther: "json_malformed" | "charset_invalid" | "body_unreadable" | "request_malformed" | "key_missing" | "key_unknown" | "not_found" | "method_not_allowed" | "not_acceptable" | "body_timeout" | "body_too_large" | "text_too_long" | "answer_too_large" | "batch_too_long" | "media_type_unsupported" | "encoding_unsupported" | "field_unknown" | "parameter_unknown" | "field_missing" | "field_invalid" | "date_invalid" | "language_unsupported" | "text_empty" | "rate_exceeded" | "bodies_exceeded" | "headers_too_many" | "internal" | "overloaded" | "draining" | "starting" | "deadline_exceeded" | (string & {});
        /**
         * @description What an entity is.
         *
         *     - `person`: A human being.
         *     - `organization`: A company, agency, party, team, or a government named by its seat.
         *     - `location`: A country, city, region, street, or other physical place.
         *     - `group`: A nationality, a religious or political group, a demonym.
         *     - `facility`: A building or other man-made structure.
         *     - `product`: A brand of goods, a vehicle, a weapons system, software.
         *     - `event`: A named event.
         *     - `work`: The title of a book, film, journal or programme.
         *     - `law`: A named treaty, act, plan or policy.
         *     - `misc`: A name of none of these kinds.
         * @enum {string}
         */
        EntityTypeOrOther: "person" | "organization" | "location" | "group" | "facility" | "product" | "event" | "work" | "law" | "misc" | (string & {});
        /**
         * @description The id of an event type. `GET /v1/info` describes each of them.
         * @enum {string}
         */
        EventTypeIdOrOther: "conflict.attack" | "conflict.protest" | "conflict.mobilize" | "conflict.truce" | "politics.election" | "politics.policy" | "diplomacy.meeting" | "diplomacy.agreement" | "diplomacy.sanction" | "diplomacy.aid" | "diplomacy.threat" | "statement.announce" | "statement.accuse" | "statement.demand" | "statement.reject" | "justice.crime" | "justice.investigate" | "justice.arrest" | "justice.charge" | "justice.trial" | "justice.verdict" | "justice.release" | "business.acquisition" | "business.transaction" | "business.results" | "business.org_start" | "business.org_end" | "business.product" | "personnel.start" | "personnel.end" | "life.die" | "life.injure" | "life.family" | "disaster.natural" | "disaster.accident" | "disaster.damage" | "disaster.response" | "health.outbreak" | "health.treatment" | "sports.match" | "culture.event" | "culture.award" | "science.discovery" | "cyber.attack" | "cyber.vulnerability" | "movement.travel" | (string & {});
        /**
         * @description Whether an event happened.
         *
         *     - `actual`: It happened or is happening.
         *     - `negated`: It is said not to have happened.
         *     - `planned`: It is announced or expected.
         *     - `hypothetical`: It is possible, conditional, demanded or feared.
         *     - `generic`: It happens in general.
         * @enum {string}
         */
        FactualityValueOrOther: "actual" | "negated" | "planned" | "hypothetical" | "generic" | (string & {});
        /**
         * @description A field of the request.
         *
         *     - `title`: The headline.
         *     - `abstract`: The standfirst.
         *     - `body`: The running text.
         * @enum {string}
         */
        FieldNameOrOther: "title" | "abstract" | "body" | (string & {});
        /**
         * @description A list of findings.
         *
         *     - `entities`: People, organisations, places and other things that the article names.
         *     - `quotes`: Quotations and reported statements with their speakers.
         *     - `events`: Events with participants, time, place and factuality.
         *     - `times`: Time expressions with their values.
         * @enum {string}
         */
        LayerOrOther: "entities" | "quotes" | "events" | "times" | (string & {});
        /**
         * @description How entities are linked to knowledge bases.
         *
         *     - `off`: They are not linked.
         *     - `precise`: An entity gets a link where one is likely enough.
         *     - `full`: The same, and up to five candidates.
         * @enum {string}
         */
        LinkDetailOrOther: "off" | "precise" | "full" | (string & {});
        /**
         * @description How a mention refers to its entity.
         *
         *     - `name`: By name: "Ana Prado", without a title.
         *     - `nominal`: By a description: "the mayor".
         *     - `pronoun`: By a pronoun: "she".
         * @enum {string}
         */
        MentionFormOrOther: "name" | "nominal" | "pronoun" | (string & {});
        /**
         * @description Why an entity has no id.
         *
         *     - `not_in_kb`: No knowledge base has the name.
         *     - `ambiguous`: Several entities are about as likely.
         *     - `below_threshold`: The likeliest entity is not likely enough.
         *     - `type_conflict`: The entities with this name are of another type.
         *     - `surname_only`: The article gives one name of the person only, which many people have.
         *     - `generic_name`: The name is an everyday phrase, such as "Parliament", that means different bodies in different countries.
         *     - `out_of_date`: The article is newer than the knowledge base and names the holder of an office.
         *     - `type_not_linked`: Nationalities are not linked.
         * @enum {string}
         */
        NilReasonOrOther: "not_in_kb" | "ambiguous" | "below_threshold" | "type_conflict" | "surname_only" | "generic_name" | "out_of_date" | "type_not_linked" | (string & {});
        /**
         * @description The unit of offsets.
         *
         *     - `code_point`: Unicode code points, as in W3C annotations and Python.
         *     - `utf16`: UTF-16 code units, as in JavaScript, Java and C#.
         *     - `utf8`: UTF-8 bytes, as in Rust and Go.
         *     - `all`: Code points, and each span also has `offsets` in all three units.
         * @enum {string}
         */
        OffsetUnitOrOther: "code_point" | "utf16" | "utf8" | "all" | (string & {});
        /**
         * @description Whether the source is reported to have said it, or not to have said it.
         *
         *     - `affirmed`: As in "said".
         *     - `negated`: As in "did not say".
         * @enum {string}
         */
        PolarityOrOther: "affirmed" | "negated" | (string & {});
        /**
         * @description How much of a quote's content is in quotation marks.
         *
         *     - `direct`: All of it.
         *     - `mixed`: A part of it.
         *     - `indirect`: None of it.
         * @enum {string}
         */
        QuoteTypeOrOther: "direct" | "mixed" | "indirect" | (string & {});
        /**
         * @description How the speaker was found.
         *
         *     - `named`: The source is a name.
         *     - `pronoun`: The source is a pronoun.
         *     - `nominal`: The source is a description of a named entity.
         *     - `anonymous`: One person whom the article does not name.
         *     - `collective`: Several people, or a body, that the article does not name.
         * @enum {string}
         */
        ResolutionOrOther: "named" | "pronoun" | "nominal" | "anonymous" | "collective" | (string & {});
        /**
         * @description How a source is identified.
         *
         *     - `named`: By name.
         *     - `anonymous`: A person without a name.
         *     - `collective`: Several people, a body or a document without a name.
         * @enum {string}
         */
        SourceKindOrOther: "named" | "anonymous" | "collective" | (string & {});
        /**
         * @description Where the article states the time or the place of an event.
         *
         *     - `sentence`: In the trigger's own sentence.
         *     - `story`: In another sentence; only where confidence is at least 0.8.
         * @enum {string}
         */
        StatedInOrOther: "sentence" | "story" | (string & {});
        /**
         * @description The TIMEX3 type.
         *
         *     - `date`: A calendar date, of any precision.
         *     - `time`: A time of day.
         *     - `duration`: A stretch of time.
         *     - `set`: A recurring time.
         * @enum {string}
         */
        TimeTypeOrOther: "date" | "time" | "duration" | "set" | (string & {});
        /**
         * @description What a figure is: `f1`, the harmonic mean of precision and recall, or `accuracy`, the share that is right.
         * @enum {string}
         */
        UnitOrOther: "f1" | "accuracy" | (string & {});
        /**
         * @description The kinds of warnings.
         *
         *     - `page_furniture`: Text that is not part of the article, such as share buttons, photo credits or comments, was left out.
         *     - `quote_unclosed`: An opening quotation mark is never closed.
         *     - `markup_suspected`: A field sent as plain text looks like HTML; `body_type` says how it is written.
         *     - `language_uncertain`: The text is too short or too mixed to tell its language; it was read as English.
         *     - `warnings_omitted`: There are more warnings of a kind than are listed; `count` says how many are left out.
         * @enum {string}
         */
        WarningCodeOrOther: "page_furniture" | "quote_unclosed" | "markup_suspected" | "language_uncertain" | "warnings_omitted" | (string & {});
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Act = components['schemas']['Act'];
export type Affiliation = components['schemas']['Affiliation'];
export type Argument = components['schemas']['Argument'];
export type AssertedBy = components['schemas']['AssertedBy'];
export type AssertedByAuthor = components['schemas']['AssertedByAuthor'];
export type AssertedBySpeaker = components['schemas']['AssertedBySpeaker'];
export type Attributions = components['schemas']['Attributions'];
export type AuditedSource = components['schemas']['AuditedSource'];
export type AuthorKind = components['schemas']['AuthorKind'];
export type BatchDefaults = components['schemas']['BatchDefaults'];
export type BatchRequest = components['schemas']['BatchRequest'];
export type BatchResponse = components['schemas']['BatchResponse'];
export type BatchResult = components['schemas']['BatchResult'];
export type BodyType = components['schemas']['BodyType'];
export type Code = components['schemas']['Code'];
export type Cue = components['schemas']['Cue'];
export type Entity = components['schemas']['Entity'];
export type EntityType = components['schemas']['EntityType'];
export type Event = components['schemas']['Event'];
export type EventTime = components['schemas']['EventTime'];
export type EventTypeDescription = components['schemas']['EventTypeDescription'];
export type EventTypeId = components['schemas']['EventTypeId'];
export type Evidence = components['schemas']['Evidence'];
export type ExtractRequest = components['schemas']['ExtractRequest'];
export type ExtractResponse = components['schemas']['ExtractResponse'];
export type Factuality = components['schemas']['Factuality'];
export type FactualityValue = components['schemas']['FactualityValue'];
export type FieldError = components['schemas']['FieldError'];
export type FieldName = components['schemas']['FieldName'];
export type Floors = components['schemas']['Floors'];
export type Info = components['schemas']['Info'];
export type KnowledgeBaseInfo = components['schemas']['KnowledgeBaseInfo'];
export type KnowledgeBaseSource = components['schemas']['KnowledgeBaseSource'];
export type KnownEntity = components['schemas']['KnownEntity'];
export type Layer = components['schemas']['Layer'];
export type Limits = components['schemas']['Limits'];
export type Link = components['schemas']['Link'];
export type LinkCandidate = components['schemas']['LinkCandidate'];
export type LinkDetail = components['schemas']['LinkDetail'];
export type Mention = components['schemas']['Mention'];
export type MentionForm = components['schemas']['MentionForm'];
export type Meta = components['schemas']['Meta'];
export type MinConfidence = components['schemas']['MinConfidence'];
export type MinConfidenceByKind = components['schemas']['MinConfidenceByKind'];
export type ModelInfo = components['schemas']['ModelInfo'];
export type NilReason = components['schemas']['NilReason'];
export type NinjsItem = components['schemas']['NinjsItem'];
export type OffsetUnit = components['schemas']['OffsetUnit'];
export type Options = components['schemas']['Options'];
export type Place = components['schemas']['Place'];
export type Polarity = components['schemas']['Polarity'];
export type Problem = components['schemas']['Problem'];
export type Quote = components['schemas']['Quote'];
export type QuoteType = components['schemas']['QuoteType'];
export type Resolution = components['schemas']['Resolution'];
export type Role = components['schemas']['Role'];
export type Score = components['schemas']['Score'];
export type SourceAudit = components['schemas']['SourceAudit'];
export type SourceKind = components['schemas']['SourceKind'];
export type Speaker = components['schemas']['Speaker'];
export type SpeakerKind = components['schemas']['SpeakerKind'];
export type StatedIn = components['schemas']['StatedIn'];
export type TextSpan = components['schemas']['TextSpan'];
export type Time = components['schemas']['Time'];
export type TimeType = components['schemas']['TimeType'];
export type Unit = components['schemas']['Unit'];
export type UnitOffsets = components['schemas']['UnitOffsets'];
export type Warning = components['schemas']['Warning'];
export type WarningCode = components['schemas']['WarningCode'];
export type ActOrOther = components['schemas']['ActOrOther'];
export type AttributionsOrOther = components['schemas']['AttributionsOrOther'];
export type BodyTypeOrOther = components['schemas']['BodyTypeOrOther'];
export type CodeOrOther = components['schemas']['CodeOrOther'];
export type EntityTypeOrOther = components['schemas']['EntityTypeOrOther'];
export type EventTypeIdOrOther = components['schemas']['EventTypeIdOrOther'];
export type FactualityValueOrOther = components['schemas']['FactualityValueOrOther'];
export type FieldNameOrOther = components['schemas']['FieldNameOrOther'];
export type LayerOrOther = components['schemas']['LayerOrOther'];
export type LinkDetailOrOther = components['schemas']['LinkDetailOrOther'];
export type MentionFormOrOther = components['schemas']['MentionFormOrOther'];
export type NilReasonOrOther = components['schemas']['NilReasonOrOther'];
export type OffsetUnitOrOther = components['schemas']['OffsetUnitOrOther'];
export type PolarityOrOther = components['schemas']['PolarityOrOther'];
export type QuoteTypeOrOther = components['schemas']['QuoteTypeOrOther'];
export type ResolutionOrOther = components['schemas']['ResolutionOrOther'];
export type SourceKindOrOther = components['schemas']['SourceKindOrOther'];
export type StatedInOrOther = components['schemas']['StatedInOrOther'];
export type TimeTypeOrOther = components['schemas']['TimeTypeOrOther'];
export type UnitOrOther = components['schemas']['UnitOrOther'];
export type WarningCodeOrOther = components['schemas']['WarningCodeOrOther'];
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
