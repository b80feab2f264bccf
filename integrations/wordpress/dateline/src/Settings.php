<?php

namespace Dateline\WordPress;

/**
 * The plugin's settings. Constants in wp-config.php, DATELINE_URL and DATELINE_API_KEY, take precedence over what is
 * stored.
 */
final class Settings
{
    public const OPTION = 'dateline_settings';

    /** Kinds of findings that have a confidence floor, as the service names them. */
    public const FLOORS = ['entities', 'quotes', 'events', 'arguments', 'links'];

    /** When structured data is printed. */
    public const PUBLISH = ['approved', 'always', 'never'];

    /**
     * Address of the service without a slash at its end; empty where there is none.
     */
    public function url(): string
    {
        $url = defined('DATELINE_URL') ? constant('DATELINE_URL') : $this->stored('url');
        return untrailingslashit((string) $url);
    }

    /**
     * The key that the service asks for; empty where it asks for none.
     */
    public function key(): string
    {
        return (string) (defined('DATELINE_API_KEY') ? constant('DATELINE_API_KEY') : $this->stored('key'));
    }

    /**
     * Least confidence by kind of finding, 0 to 1. Kinds that are missing have the service's default.
     *
     * @return array<string, float>
     */
    public function floors(): array
    {
        $floors = $this->stored('floors');
        return array_map('floatval', is_array($floors) ? $floors : []);
    }

    /**
     * When structured data is printed: 'approved' (an editor approved the findings of the post), 'always' or 'never'.
     */
    public function publish(): string
    {
        $publish = $this->stored('publish');
        return in_array($publish, self::PUBLISH, true) ? $publish : self::PUBLISH[0];
    }

    /**
     * Checks what the settings page sends. What is not valid is reported and keeps its old value.
     *
     * @param mixed $input
     * @return array<string, mixed>
     */
    public function sanitize($input): array
    {
        $input = is_array($input) ? $input : [];
        return [
            'url' => $this->sanitizeUrl($input['url'] ?? ''),
            'key' => $this->sanitizeKey($input),
            'floors' => $this->sanitizeFloors($input['floors'] ?? []),
            'publish' => in_array($input['publish'] ?? '', self::PUBLISH, true) ? $input['publish'] : $this->publish(),
        ];
    }

    /**
     * @param mixed $value
     */
    private function sanitizeUrl($value): string
    {
        $value = is_string($value) ? trim($value) : '';
        if ($value === '') {
            return '';
        }
        $url = esc_url_raw($value, ['http', 'https']);
        $parts = wp_parse_url($url);
        if (empty($parts['host']) || isset($parts['user']) || isset($parts['query']) || isset($parts['fragment'])) {
            $this->report(
                'url',
                __('The address must look like https://dateline.example.org; the old one was kept.', 'dateline')
            );
            return (string) $this->stored('url');
        }
        return untrailingslashit($url);
    }

    /**
     * An empty field keeps the key, because the page never shows it.
     *
     * @param array<string, mixed> $input
     */
    private function sanitizeKey(array $input): string
    {
        if (!empty($input['forget_key'])) {
            return '';
        }
        $key = isset($input['key']) && is_string($input['key']) ? trim($input['key']) : '';
        if (preg_match('/[^\x21-\x7e]/', $key)) {
            $this->report(
                'key',
                __('The key holds characters that keys do not have; the old one was kept.', 'dateline')
            );
            $key = '';
        }
        return $key === '' ? (string) $this->stored('key') : $key;
    }

    /**
     * @param mixed $input
     * @return array<string, float>
     */
    private function sanitizeFloors($input): array
    {
        $floors = [];
        foreach (self::FLOORS as $kind) {
            $value = is_array($input) ? ($input[$kind] ?? '') : '';
            if ($value === '') {
                continue;
            }
            if (!is_numeric($value) || $value < 0 || $value > 1) {
                $this->report(
                    $kind,
                    __('A least confidence is a number from 0 to 1; the service’s default is used.', 'dateline')
                );
                continue;
            }
            $floors[$kind] = (float) $value;
        }
        return $floors;
    }

    private function report(string $code, string $message): void
    {
        // Only defined in the administration; settings are also written by other programs.
        if (function_exists('add_settings_error')) {
            add_settings_error(self::OPTION, $code, $message);
        }
    }

    /**
     * @return mixed
     */
    private function stored(string $name)
    {
        $settings = get_option(self::OPTION, []);
        return is_array($settings) ? ($settings[$name] ?? null) : null;
    }
}
