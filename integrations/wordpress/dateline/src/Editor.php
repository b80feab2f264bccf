<?php

namespace Dateline\WordPress;

use WP_Post;

/**
 * The panel in both editors: a sidebar of the block editor and a meta box of the classic one.
 */
final class Editor
{
    private Settings $settings;
    private string $file;

    public function __construct(Settings $settings, string $file)
    {
        $this->settings = $settings;
        $this->file = $file;
    }

    public function register(): void
    {
        add_action('enqueue_block_editor_assets', [$this, 'enqueueSidebar']);
        add_action('add_meta_boxes', [$this, 'addMetaBox'], 10, 2);
    }

    public function enqueueSidebar(): void
    {
        $post = get_post();
        if (get_current_screen()->base === 'post' && $post instanceof WP_Post && $this->serves($post)) {
            $this->enqueue($post, 'sidebar', ['wp-plugins', 'wp-edit-post', 'wp-data']);
        }
    }

    /**
     * @param WP_Post|mixed $post
     */
    public function addMetaBox(string $postType, $post): void
    {
        if (!$post instanceof WP_Post || !$this->serves($post) || get_current_screen()->is_block_editor()) {
            return;
        }
        add_meta_box('dateline', __('Dateline', 'dateline'), [$this, 'renderMetaBox'], $postType, 'side', 'high');
        wp_enqueue_style('wp-components');
        $this->enqueue($post, 'metabox', ['jquery', 'tags-box']);
    }

    public function renderMetaBox(): void
    {
        $message = esc_html__('Dateline needs JavaScript.', 'dateline');
        printf('<div id="dateline-panel"><noscript>%s</noscript></div>', $message);
    }

    private function serves(WP_Post $post): bool
    {
        return Plugin::reads($post->post_type) && current_user_can('edit_post', $post->ID);
    }

    /**
     * @param string[] $dependencies
     */
    private function enqueue(WP_Post $post, string $host, array $dependencies): void
    {
        $panel = ['wp-element', 'wp-components', 'wp-api-fetch', 'wp-i18n'];
        $this->enqueueScript('panel', $panel);
        $this->enqueueScript($host, array_merge(['dateline-panel'], $dependencies));
        wp_enqueue_style('dateline', $this->url('panel.css'), [], $this->version('panel.css'));
        $manages = current_user_can('manage_options');
        $settings = [
            'postId' => $post->ID,
            'configured' => $this->settings->url() !== '',
            'settingsUrl' => $manages ? admin_url('options-general.php?page=dateline') : null,
        ];
        $json = wp_json_encode($settings, JSON_HEX_TAG | JSON_HEX_AMP);
        wp_add_inline_script('dateline-panel', 'window.dateline = ' . $json . ';', 'before');
    }

    /**
     * @param string[] $dependencies
     */
    private function enqueueScript(string $name, array $dependencies): void
    {
        $handle = 'dateline-' . $name;
        wp_enqueue_script($handle, $this->url("$name.js"), $dependencies, $this->version("$name.js"), true);
        wp_set_script_translations($handle, 'dateline');
    }

    private function url(string $asset): string
    {
        return plugins_url('assets/' . $asset, $this->file);
    }

    private function version(string $asset): string
    {
        return (string) filemtime(dirname($this->file) . '/assets/' . $asset);
    }
}
