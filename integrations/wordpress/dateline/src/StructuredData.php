<?php

namespace Dateline\WordPress;

use WP_Post;

/**
 * The findings of a post as schema.org JSON-LD in the head of its page.
 *
 * Printed only while the text is the one that was read. Quotes without quotation marks, unnamed speakers, and events
 * that are denied, only possible or without a date are left out.
 */
final class StructuredData
{
    private const TYPES = [
        'person' => 'Person',
        'organization' => 'Organization',
        'location' => 'Place',
        'facility' => 'Place',
        'product' => 'Product',
        'work' => 'CreativeWork',
        'law' => 'Legislation',
        'event' => 'Thing',
    ];

    /** What the article is about: at most so many names, of at least this prominence. */
    private const ABOUT_MAX = 3;
    private const ABOUT_SALIENCE_MIN = 0.5;

    private Settings $settings;
    private FindingsStore $store;

    public function __construct(Settings $settings, FindingsStore $store)
    {
        $this->settings = $settings;
        $this->store = $store;
    }

    public function register(): void
    {
        add_action('wp_head', [$this, 'print']);
    }

    public function print(): void
    {
        $post = is_singular() ? get_queried_object() : null;
        $data = $post instanceof WP_Post ? $this->of($post) : null;
        if ($data !== null) {
            // With "<" and "&" escaped, nothing in the data can end the element.
            $flags = JSON_HEX_TAG | JSON_HEX_AMP | JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE;
            echo '<script type="application/ld+json">', wp_json_encode($data, $flags), "</script>\n";
        }
    }

    /**
     * @return array<string, mixed>|null The article, or null where nothing is to be printed.
     */
    public function of(WP_Post $post): ?array
    {
        $findings = $this->store->load($post);
        if ($findings === null || !$this->isPublished($post, $findings)) {
            return null;
        }
        $page = (string) get_permalink($post);
        $things = $this->things($findings['entities'], $page);
        [$about, $mentions] = $this->byProminence($findings['entities'], $things);
        $data = $this->article($post, $page) + [
            'about' => $about,
            'mentions' => array_merge($mentions, $this->events($findings['events'], $things)),
            'hasPart' => $this->quotations($findings['quotes'], $things),
        ];
        /**
         * The JSON-LD of a post; null prints nothing.
         */
        return apply_filters('dateline_structured_data', array_filter($data), $post, $findings);
    }

    /**
     * @param array<string, mixed> $findings
     */
    private function isPublished(WP_Post $post, array $findings): bool
    {
        $publish = $this->settings->publish();
        $wanted = $publish === 'always' || ($publish === 'approved' && !empty($findings['approved']));
        return $wanted
            && Plugin::reads($post->post_type)
            && $post->post_status === 'publish'
            && !post_password_required($post)
            && $this->store->isCurrent($post, $findings);
    }

    /**
     * @return array<string, mixed>
     */
    private function article(WP_Post $post, string $page): array
    {
        $author = get_the_author_meta('display_name', (int) $post->post_author);
        return [
            '@context' => 'https://schema.org',
            '@type' => 'NewsArticle',
            '@id' => $page . '#article',
            'url' => $page,
            'headline' => self::plain(get_the_title($post)),
            'datePublished' => get_post_time(DATE_RFC3339, true, $post),
            'dateModified' => get_post_modified_time(DATE_RFC3339, true, $post),
            'author' => ['@type' => 'Person', 'name' => self::plain($author)],
            'publisher' => ['@type' => 'Organization', 'name' => self::plain(get_bloginfo('name'))],
        ];
    }

    /**
     * @param array<int, array<string, mixed>> $entities
     * @return array<string, array<string, mixed>> Things by the id of their entity.
     */
    private function things(array $entities, string $page): array
    {
        $things = [];
        foreach ($entities as $entity) {
            $type = self::TYPES[$entity['type']] ?? null;
            if ($type === null || $entity['name'] === '') {
                continue;
            }
            $things[$entity['id']] = array_filter([
                '@type' => $type,
                '@id' => $page . '#dateline-' . rawurlencode($entity['id']),
                'name' => $entity['name'],
                'jobTitle' => $type === 'Person' ? $entity['title'] : '',
                'description' => $entity['description'],
                'sameAs' => $entity['wikidata'] === '' ? '' : 'http://www.wikidata.org/entity/' . $entity['wikidata'],
            ]);
        }
        return $things;
    }

    /**
     * @param array<int, array<string, mixed>> $entities
     * @param array<string, array<string, mixed>> $things
     * @return array<int, array<int, array<string, mixed>>> What the article is about, and the rest.
     */
    private function byProminence(array $entities, array $things): array
    {
        usort($entities, static fn (array $a, array $b): int => $b['salience'] <=> $a['salience']);
        $about = [];
        $mentions = [];
        foreach ($entities as $entity) {
            if (!isset($things[$entity['id']])) {
                continue;
            }
            if (count($about) < self::ABOUT_MAX && $entity['salience'] >= self::ABOUT_SALIENCE_MIN) {
                $about[] = $things[$entity['id']];
            } else {
                $mentions[] = $things[$entity['id']];
            }
        }
        return [$about, $mentions];
    }

    /**
     * @param array<int, array<string, mixed>> $quotes
     * @param array<string, array<string, mixed>> $things
     * @return array<int, array<string, mixed>>
     */
    private function quotations(array $quotes, array $things): array
    {
        $quotations = [];
        foreach ($quotes as $quote) {
            if ($quote['type'] === 'direct' && $quote['text'] !== '' && isset($things[$quote['speaker_id']])) {
                $speaker = self::reference($things[$quote['speaker_id']]);
                $quotations[] = ['@type' => 'Quotation', 'text' => $quote['text'], 'spokenByCharacter' => $speaker];
            }
        }
        return $quotations;
    }

    /**
     * @param array<int, array<string, mixed>> $events
     * @param array<string, array<string, mixed>> $things
     * @return array<int, array<string, mixed>>
     */
    private function events(array $events, array $things): array
    {
        $found = array_map(fn (array $event): ?array => $this->event($event, $things), $events);
        return array_values(array_filter($found));
    }

    /**
     * @param array<string, mixed> $event
     * @param array<string, array<string, mixed>> $things
     * @return array<string, mixed>|null
     */
    private function event(array $event, array $things): ?array
    {
        $happens = in_array($event['factuality'], ['actual', 'planned'], true);
        if (!$happens || !preg_match('/^\d{4}-\d{2}-\d{2}/', $event['time'])) {
            return null;
        }
        $kind = str_replace(['.', '-', '_', 'org '], [': ', ' ', ' ', 'organisation '], $event['type']);
        $who = array_filter(array_unique(array_column($event['arguments'], 'name')));
        $place = $things[$event['place']['entity_id']] ?? null;
        return array_filter([
            '@type' => 'Event',
            'name' => ucfirst($kind) . ($who === [] ? '' : ' (' . implode(', ', $who) . ')'),
            'startDate' => $event['time'],
            'location' => $place !== null && $place['@type'] === 'Place' ? self::reference($place) : null,
            'eventStatus' => $event['factuality'] === 'planned' ? 'https://schema.org/EventScheduled' : null,
        ]);
    }

    /**
     * @param array<string, mixed> $thing
     * @return array<string, mixed>
     */
    private static function reference(array $thing): array
    {
        return array_intersect_key($thing, ['@type' => 0, '@id' => 0, 'name' => 0]);
    }

    private static function plain(string $html): string
    {
        return html_entity_decode(wp_strip_all_tags($html), ENT_QUOTES | ENT_HTML5, 'UTF-8');
    }
}
