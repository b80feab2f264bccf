<?php

namespace Dateline\WordPress;

/**
 * Connects the parts of the plugin to WordPress.
 */
final class Plugin
{
    private string $file;

    /**
     * @param string $file Path of the plugin's main file.
     */
    public function __construct(string $file)
    {
        $this->file = $file;
    }

    public function register(): void
    {
        $settings = new Settings();
        $service = new Service($settings);
        $store = new FindingsStore();
        (new SettingsPage($settings, $this->file))->register();
        (new RestController($settings, $service, $store))->register();
        (new Editor($settings, $this->file))->register();
        (new StructuredData($settings, $store))->register();
    }

    /**
     * Whether posts of this type are articles: they are public and have a text.
     */
    public static function reads(string $postType): bool
    {
        return is_post_type_viewable($postType) && post_type_supports($postType, 'editor');
    }
}
