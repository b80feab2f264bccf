<?php

namespace Dateline\WordPress;

use WP_Post;

/**
 * A post as Dateline reads it: title and text as HTML, as WordPress stores them.
 */
final class Article
{
    private WP_Post $post;
    private string $title;
    private string $content;

    /**
     * @param string|null $title   Title as it is in the editor; null means the stored one.
     * @param string|null $content Text as it is in the editor; null means the stored one.
     */
    public function __construct(WP_Post $post, ?string $title = null, ?string $content = null)
    {
        $this->post = $post;
        $this->title = $title ?? $post->post_title;
        $this->content = $content ?? $post->post_content;
    }

    public function isEmpty(): bool
    {
        return self::plain($this->content) === '';
    }

    /**
     * The body of a request to POST /v1/extract.
     *
     * The language is left to the service, which refuses text that is not English: the site's language says little
     * of a post's.
     *
     * @param array<string, float> $floors
     * @return array<string, mixed>
     */
    public function request(array $floors): array
    {
        // Relative dates of a draft count from today.
        $published = $this->isDraft() ? false : get_post_datetime($this->post);
        $request = [
            'id' => 'wordpress:' . $this->post->ID,
            'title' => $this->title,
            'body' => $this->content,
            'body_type' => 'html',
            'published_at' => $published ? $published->format(DATE_RFC3339) : wp_date(DATE_RFC3339),
            'options' => ['include' => ['entities', 'quotes', 'events', 'times']],
        ];
        if ($floors !== []) {
            $request['options']['min_confidence'] = $floors;
        }
        /**
         * What is sent to the service, for example with `known_entities` from the site's own lists.
         */
        return (array) apply_filters('dateline_request', $request, $this->post);
    }

    /**
     * A hash of the words that readers see. It does not change with markup or white space.
     */
    public function fingerprint(): string
    {
        return hash('sha256', self::plain($this->title) . "\n" . self::plain($this->content));
    }

    private function isDraft(): bool
    {
        return in_array($this->post->post_status, ['auto-draft', 'draft', 'pending'], true);
    }

    private static function plain(string $html): string
    {
        // A space for each tag, so that words of two blocks stay two words.
        $text = wp_strip_all_tags(str_replace('<', ' <', $html));
        $text = html_entity_decode($text, ENT_QUOTES | ENT_HTML5, 'UTF-8');
        return trim((string) preg_replace('/\s+/u', ' ', $text));
    }
}
