<?php

namespace Dateline\WordPress;

use WP_Post;

/**
 * The findings of a post, in its meta data. The key begins with "_", so that WordPress neither lists nor serves it.
 */
final class FindingsStore
{
    private const KEY = '_dateline_findings';

    /**
     * @return array<string, mixed>|null Findings, with `read_at`, `fingerprint` and `approved`; null where the post was
     *                                   never read.
     */
    public function load(WP_Post $post): ?array
    {
        $stored = get_post_meta($post->ID, self::KEY, true);
        return is_array($stored) && isset($stored['fingerprint'], $stored['entities']) ? $stored : null;
    }

    /**
     * Stores new findings, which nobody has approved yet.
     *
     * @param array<string, mixed> $findings
     * @param string $fingerprint Of the article that was read.
     */
    public function save(WP_Post $post, array $findings, string $fingerprint): void
    {
        $header = ['fingerprint' => $fingerprint, 'read_at' => gmdate(DATE_RFC3339), 'approved' => false];
        $this->write($post, $header + $findings);
    }

    public function approve(WP_Post $post, bool $approved): void
    {
        $findings = $this->load($post);
        if ($findings !== null) {
            $this->write($post, ['approved' => $approved] + $findings);
        }
    }

    /**
     * Whether the findings are of the text that is stored now.
     *
     * @param array<string, mixed> $findings
     */
    public function isCurrent(WP_Post $post, array $findings): bool
    {
        return hash_equals((string) $findings['fingerprint'], (new Article($post))->fingerprint());
    }

    /**
     * @param array<string, mixed> $findings
     */
    private function write(WP_Post $post, array $findings): void
    {
        // The function strips slashes, as it expects them from forms.
        update_post_meta($post->ID, self::KEY, wp_slash($findings));
    }
}
