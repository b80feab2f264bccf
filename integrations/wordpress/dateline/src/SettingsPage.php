<?php

namespace Dateline\WordPress;

/**
 * Settings → Dateline, for those who may manage the site's options.
 */
final class SettingsPage
{
    private const SLUG = 'dateline';

    private Settings $settings;
    private string $file;

    public function __construct(Settings $settings, string $file)
    {
        $this->settings = $settings;
        $this->file = $file;
    }

    public function register(): void
    {
        add_action('admin_menu', [$this, 'addPage']);
        add_action('admin_init', [$this, 'addFields']);
        add_action('admin_enqueue_scripts', [$this, 'enqueue']);
        add_filter('plugin_action_links_' . plugin_basename($this->file), [$this, 'addLink']);
    }

    public function addPage(): void
    {
        $title = __('Dateline', 'dateline');
        add_options_page($title, $title, 'manage_options', self::SLUG, [$this, 'render']);
    }

    /**
     * @param string[] $links
     * @return string[]
     */
    public function addLink(array $links): array
    {
        $url = admin_url('options-general.php?page=' . self::SLUG);
        $link = sprintf('<a href="%s">%s</a>', esc_url($url), esc_html__('Settings', 'dateline'));
        return array_merge([$link], $links);
    }

    public function addFields(): void
    {
        register_setting(self::SLUG, Settings::OPTION, [
            'type' => 'object',
            'sanitize_callback' => [$this->settings, 'sanitize'],
            'default' => [],
        ]);
        $service = [
            'url' => __('Address', 'dateline'),
            'key' => __('Key', 'dateline'),
            'check' => __('Connection', 'dateline'),
        ];
        $findings = [
            'floors' => __('Least confidence', 'dateline'),
            'publish' => __('Structured data', 'dateline'),
        ];
        $this->addSection('service', __('Service', 'dateline'), $service);
        $this->addSection('findings', __('Findings', 'dateline'), $findings);
    }

    /**
     * @param array<string, string> $fields Label by name.
     */
    private function addSection(string $section, string $title, array $fields): void
    {
        add_settings_section($section, $title, '__return_null', self::SLUG);
        foreach ($fields as $field => $label) {
            add_settings_field($field, $label, [$this, 'render' . ucfirst($field)], self::SLUG, $section);
        }
    }

    public function enqueue(string $page): void
    {
        if ($page !== 'settings_page_' . self::SLUG) {
            return;
        }
        $url = plugins_url('assets/settings.js', $this->file);
        $version = (string) filemtime(dirname($this->file) . '/assets/settings.js');
        wp_enqueue_script('dateline-settings', $url, ['wp-api-fetch', 'wp-i18n'], $version, true);
    }

    public function render(): void
    {
        if (!current_user_can('manage_options')) {
            return;
        }
        echo '<div class="wrap"><h1>', esc_html(get_admin_page_title()), '</h1>';
        echo '<form action="options.php" method="post">';
        settings_fields(self::SLUG);
        do_settings_sections(self::SLUG);
        submit_button();
        echo '</form></div>';
    }

    public function renderUrl(): void
    {
        if (defined('DATELINE_URL')) {
            $this->describe(__('Set by DATELINE_URL in wp-config.php.', 'dateline'));
            return;
        }
        $this->input('url', __('Address of the service', 'dateline'), [
            'type' => 'url',
            'class' => 'regular-text',
            'value' => $this->settings->url(),
            'placeholder' => 'http://127.0.0.1:8080',
        ]);
        $this->describe(__('Posts are sent to this address when an editor asks for it, and nowhere else.', 'dateline'));
    }

    public function renderKey(): void
    {
        if (defined('DATELINE_API_KEY')) {
            $this->describe(__('Set by DATELINE_API_KEY in wp-config.php.', 'dateline'));
            return;
        }
        // The stored key is never printed.
        $this->input('key', __('Key of the service', 'dateline'), [
            'type' => 'password',
            'class' => 'regular-text',
            'value' => '',
            'autocomplete' => 'new-password',
        ]);
        if ($this->settings->key() === '') {
            $this->describe(__('Leave it empty if the service asks for no key.', 'dateline'));
            return;
        }
        $this->describe(__('A key is stored. Leave the field empty to keep it.', 'dateline'));
        $this->input('forget_key', '', ['type' => 'checkbox', 'value' => '1'], __('Forget the key', 'dateline'));
    }

    public function renderCheck(): void
    {
        printf(
            '<button type="button" class="button" id="dateline-check">%s</button>',
            esc_html__('Check the connection', 'dateline')
        );
        echo '<p id="dateline-check-result" role="status"></p>';
        $this->describe(__('Checks the settings as they are stored.', 'dateline'));
    }

    public function renderFloors(): void
    {
        $labels = [
            'entities' => __('Names', 'dateline'),
            'quotes' => __('Quotes and their speakers', 'dateline'),
            'events' => __('Events', 'dateline'),
            'arguments' => __('Who took part in events, when and where', 'dateline'),
            'links' => __('Links to Wikidata', 'dateline'),
        ];
        $floors = $this->settings->floors();
        $range = ['type' => 'number', 'class' => 'small-text', 'min' => '0', 'max' => '1', 'step' => '0.01'];
        foreach ($labels as $kind => $label) {
            $this->input("floors][$kind", '', $range + ['value' => (string) ($floors[$kind] ?? '')], $label);
        }
        $this->describe(
            __('From 0 to 1. Findings below it are left out. An empty field means the service’s default.', 'dateline')
        );
    }

    public function renderPublish(): void
    {
        $labels = [
            'approved' => __('For posts whose findings an editor approved', 'dateline'),
            'always' => __('For all posts with findings, unchecked', 'dateline'),
            'never' => __('Never', 'dateline'),
        ];
        foreach ($labels as $value => $label) {
            $checked = $this->settings->publish() === $value ? ['checked' => 'checked'] : [];
            $this->input('publish', '', ['type' => 'radio', 'value' => $value] + $checked, $label);
        }
        $this->describe(
            __('Names, quotes and dated events as schema.org JSON-LD, for search engines.', 'dateline') . ' ' .
            __('It is left out once the text has changed.', 'dateline')
        );
    }

    /**
     * Prints a field.
     *
     * @param string $ariaLabel What a screen reader says; empty where there is a label.
     * @param array<string, string> $attributes
     * @param string $label Text behind the field; empty where the table's row says what it is.
     */
    private function input(string $name, string $ariaLabel, array $attributes, string $label = ''): void
    {
        $attributes += array_filter(['aria-label' => $ariaLabel]);
        $html = sprintf('<input name="%s"', esc_attr(Settings::OPTION . "[$name]"));
        foreach ($attributes as $attribute => $value) {
            $html .= sprintf(' %s="%s"', $attribute, esc_attr($value));
        }
        $html .= '>';
        // All parts are escaped above.
        echo $label === '' ? $html : sprintf('<p><label>%s %s</label></p>', $html, esc_html($label));
    }

    private function describe(string $text): void
    {
        printf('<p class="description">%s</p>', esc_html($text));
    }
}
