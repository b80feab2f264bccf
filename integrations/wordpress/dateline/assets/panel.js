/**
 * The panel of both editors, as a component over a host.
 *
 * A host is { postId, revision, text(), isTag({ id, name }), addTags(names, makeTags) }: `revision` changes when the post was saved,
 * `text()` is { title, content } as they are in the editor, and `addTags` adds tags to the post, to be saved with it. `makeTags(names)`
 * finds or makes them on the site; it returns { id, name } of each, or null where the panel shows why that failed.
 * The panel sends requests only to the site, which sends them to Dateline.
 */
(function (wp) {
    const { createElement: el, Fragment, useCallback, useEffect, useState } = wp.element;
    const { Button, CheckboxControl, ExternalLink, Notice, PanelBody, Spinner } = wp.components;
    const { __, _n, sprintf } = wp.i18n;
    const config = window.dateline;

    const GROUPS = [
        { title: __('People', 'dateline'), types: ['person'] },
        { title: __('Organisations', 'dateline'), types: ['organization'] },
        { title: __('Places', 'dateline'), types: ['location', 'facility'] },
        { title: __('Other names', 'dateline'), types: ['group', 'product', 'event', 'work', 'law', 'misc'] },
    ];

    const FACTUALITY = {
        actual: __('happened', 'dateline'),
        planned: __('planned', 'dateline'),
        hypothetical: __('possible', 'dateline'),
        negated: __('did not happen', 'dateline'),
        generic: __('in general', 'dateline'),
    };

    const QUOTES = {
        direct: __('word for word', 'dateline'),
        mixed: __('partly word for word', 'dateline'),
        indirect: __('in other words', 'dateline'),
    };

    const SPEAKERS = {
        anonymous: __('not named', 'dateline'),
        collective: __('several people', 'dateline'),
    };

    /** A probability in words, in the steps that the documentation recommends. */
    function sureness(confidence) {
        if (confidence >= 0.9) {
            return __('sure', 'dateline');
        }
        return confidence >= 0.7 ? __('likely', 'dateline') : __('unsure', 'dateline');
    }

    /** "business.org_start" → "business: organisation start". */
    const words = (id) => id.replace('.', ': ').replace(/[-_]/g, ' ').replace(/\borg\b/, 'organisation');

    const capitalised = (text) => text.charAt(0).toUpperCase() + text.slice(1);

    /** Names by role: "participant: Anna Berg, Emmanuel Macron". */
    function participants(args) {
        const byRole = new Map();
        for (const { role, name } of args) {
            byRole.set(role, [...(byRole.get(role) || []), name]);
        }
        return [...byRole].map(([role, names]) => `${words(role)}: ${names.join(', ')}`);
    }

    const details = (...parts) => parts.filter(Boolean).join(' · ');

    const Details = ({ children }) => el('div', { className: 'dateline-details' }, children);

    function Name({ entity, isTag, onTag }) {
        const { name, tag, title, description, wikidata, mentions, confidence } = entity;
        /* translators: %s: a name */
        const tagDetail = tag !== name && sprintf(__('tag: %s', 'dateline'), tag);
        const count = sprintf(
            /* translators: %d: a number of mentions */
            _n('%d mention', '%d mentions', mentions, 'dateline'),
            mentions,
        );
        return el(
            'li',
            null,
            el(
                'div',
                { className: 'dateline-row' },
                el('strong', null, name),
                onTag && (isTag
                    ? el('span', { className: 'dateline-tagged' }, __('Tagged', 'dateline'))
                    : el(Button, { variant: 'tertiary', isSmall: true, onClick: onTag, 'aria-label':
                        /* translators: %s: a name */
                        sprintf(__('Add tag %s', 'dateline'), tag) }, __('Add tag', 'dateline'))),
            ),
            el(Details, null, details(title, description, tagDetail, count, sureness(confidence))),
            wikidata && el(ExternalLink, { href: `https://www.wikidata.org/wiki/${wikidata}` }, `Wikidata ${wikidata}`),
        );
    }

    function Names({ title, entities, host, ids, onTag }) {
        const isTag = ({ tag }) => host.isTag({ name: tag, id: ids[tag.toLowerCase()] });
        const missing = [...new Set(entities.filter((entity) => !isTag(entity)).map(({ tag }) => tag))];
        return el(
            PanelBody,
            { title: `${title} (${entities.length})` },
            onTag && missing.length > 1 && el(
                Button,
                { variant: 'secondary', isSmall: true, className: 'dateline-all', onClick: () => onTag(missing) },
                /* translators: %d: a number of names */
                sprintf(__('Add all %d as tags', 'dateline'), missing.length),
            ),
            el('ul', null, entities.map((entity) => el(Name, {
                key: entity.id,
                entity,
                isTag: isTag(entity),
                onTag: onTag && (() => onTag([entity.tag])),
            }))),
        );
    }

    function Quote({ quote }) {
        const { type, text, speaker, title, resolution, confidence, speaker_confidence: speakerConfidence } = quote;
        const speakerLine = speaker ? details([title, speaker].filter(Boolean).join(' '), SPEAKERS[resolution]) : __('Speaker not found', 'dateline');
        /* translators: %s: sure, likely or unsure */
        const speakerSureness = speaker && sprintf(__('speaker: %s', 'dateline'), sureness(speakerConfidence));
        return el(
            'li',
            null,
            el('blockquote', null, type === 'direct' ? `“${text}”` : text),
            el('div', { className: 'dateline-speaker' }, speakerLine),
            el(Details, null, details(QUOTES[type], sureness(confidence), speakerSureness)),
        );
    }

    function Event({ event }) {
        const source = event.according_to && sprintf(
            /* translators: %s: who says so */
            __('according to %s', 'dateline'),
            event.according_to,
        );
        return el(
            'li',
            null,
            el('div', { className: 'dateline-row' }, el('strong', null, capitalised(words(event.type))), el('span', null, `“${event.trigger}”`)),
            participants(event.arguments).map((line) => el('div', { key: line }, line)),
            el(Details, null, details(event.time, event.place.name, FACTUALITY[event.factuality], source, sureness(event.confidence))),
        );
    }

    function List({ title, items, render }) {
        return items.length > 0 && el(PanelBody, { title: `${title} (${items.length})`, initialOpen: false }, el('ul', null, items.map(render)));
    }

    function Findings({ findings, host, ids, onTag }) {
        const { entities, quotes, events, warnings } = findings;
        const groups = GROUPS
            .map(({ title, types }) => ({ title, entities: entities.filter(({ type }) => types.includes(type)) }))
            .filter((group) => group.entities.length > 0);
        return el(
            Fragment,
            null,
            entities.length + quotes.length + events.length === 0 && el('p', null, __('Nothing was found.', 'dateline')),
            groups.map((group) => el(Names, { key: group.title, ...group, host, ids, onTag })),
            el(List, { title: __('Quotes', 'dateline'), items: quotes, render: (quote) => el(Quote, { key: quote.id, quote }) }),
            el(List, { title: __('Events', 'dateline'), items: events, render: (event) => el(Event, { key: event.id, event }) }),
            el(List, { title: __('Notes on the text', 'dateline'), items: warnings, render: (text, index) => el('li', { key: index }, text) }),
        );
    }

    function Approval({ state, disabled, onChange }) {
        return state.may_approve && el(CheckboxControl, {
            label: __('Publish as structured data', 'dateline'),
            help: __('I have checked these findings. Search engines see names, quotes and dated events in the page.', 'dateline'),
            checked: state.findings.approved,
            disabled,
            onChange,
        });
    }

    const Fault = ({ children }) => children && el(Notice, { status: 'error', isDismissible: false }, children);

    function Unconfigured() {
        return el(
            'div',
            { className: 'dateline' },
            el('p', null, __('Dateline has no address yet.', 'dateline')),
            config.settingsUrl && el('a', { href: config.settingsUrl }, __('Settings', 'dateline')),
        );
    }

    /** The site's state of the post, and the requests that change it. */
    function useFindings(host) {
        const [state, setState] = useState(null);
        const [ids, setIds] = useState({});
        const [busy, setBusy] = useState('');
        const [fault, setFault] = useState('');

        const learn = (tags) => setIds((known) => ({ ...known, ...Object.fromEntries(tags.map(({ id, name }) => [name.toLowerCase(), id])) }));
        const ask = useCallback(async (label, path, data) => {
            setBusy(label);
            setFault('');
            try {
                const options = data ? { method: 'POST', data } : {};
                return await wp.apiFetch({ path: `/dateline/v1/posts/${host.postId}/${path}`, ...options });
            } catch (error) {
                setFault(error.message || __('The site did not answer.', 'dateline'));
                return null;
            } finally {
                setBusy('');
            }
        }, [host.postId]);
        const update = async (...request) => {
            const next = await ask(...request);
            if (next) {
                setState(next);
                learn(next.tags);
            }
        };

        useEffect(() => {
            update('', 'findings');
        }, [host.revision]);

        return {
            state,
            ids,
            busy,
            fault,
            read: () => update(__('Reading the post…', 'dateline'), 'findings', host.text()),
            approve: (approved) => update(__('Saving…', 'dateline'), 'approval', { approved }),
            makeTags: async (names) => {
                const made = await ask(__('Adding tags…', 'dateline'), 'tags', { names });
                if (made) {
                    learn(made.tags);
                }
                return made && made.tags;
            },
        };
    }

    function Panel({ host }) {
        const { state, ids, busy, fault, read, approve, makeTags } = useFindings(host);
        if (!config.configured) {
            return el(Unconfigured);
        }
        const findings = state && state.findings;
        return el(
            'div',
            { className: 'dateline' },
            el('div', { className: 'dateline-head' },
                el(Button, { variant: 'primary', disabled: busy !== '', onClick: read }, findings ? __('Read again', 'dateline') : __('Read this post', 'dateline')),
                el('span', { role: 'status' }, busy && el(Fragment, null, el(Spinner), busy)),
                el(Fault, null, fault),
                findings && !state.current && el(Notice, { status: 'warning', isDismissible: false },
                    __('The text has changed since it was read. Structured data is not published until it is read again.', 'dateline')),
                findings && el(Approval, { state, disabled: busy !== '', onChange: approve }),
            ),
            findings && el(Findings, { findings, host, ids, onTag: state.may_tag ? (names) => host.addTags(names, makeTags) : null }),
        );
    }

    config.Panel = Panel;
})(window.wp);
