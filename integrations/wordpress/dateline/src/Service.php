<?php

namespace Dateline\WordPress;

use WP_Error;

/**
 * Requests to the Dateline service. Every fault becomes a WP_Error whose message an editor can act on.
 */
final class Service
{
    /** Most bytes of an answer; the service's own limit is the same unless it is configured otherwise. */
    private const ANSWER_BYTES_MAX = 16777216;

    private Settings $settings;

    public function __construct(Settings $settings)
    {
        $this->settings = $settings;
    }

    /**
     * Reads an article.
     *
     * @param array<string, mixed> $article Body of POST /v1/extract.
     * @return array<string, mixed>|WP_Error The answer, whose lists `entities`, `quotes` and `events` are arrays.
     */
    public function extract(array $article)
    {
        $body = wp_json_encode($article, JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES);
        if ($body === false) {
            $message = __('The text is not valid UTF-8, so it cannot be sent.', 'dateline');
            return $this->error('dateline_text', $message, 422);
        }
        $answer = $this->request('POST', '/v1/extract', $body);
        if (is_wp_error($answer)) {
            return $answer;
        }
        foreach (['entities', 'quotes', 'events'] as $list) {
            if (!isset($answer[$list]) || !is_array($answer[$list])) {
                return $this->misdirected(200);
            }
        }
        return $answer;
    }

    /**
     * What the service says of itself.
     *
     * @return array<string, mixed>|WP_Error
     */
    public function info()
    {
        $answer = $this->request('GET', '/v1/info', null);
        return is_wp_error($answer) || isset($answer['service'], $answer['models']) ? $answer : $this->misdirected(200);
    }

    /**
     * @return array<string, mixed>|WP_Error
     */
    private function request(string $method, string $path, ?string $body)
    {
        if ($this->settings->url() === '') {
            return $this->misconfigured(__('The address of the service is missing.', 'dateline'), 503);
        }
        /**
         * Seconds that the service is waited for. Its own deadline is 30 s unless it is configured otherwise.
         */
        $timeout = (int) apply_filters('dateline_timeout', 35);
        // The address is an administrator's, and mostly one of the own network, which wp_safe_remote_request() refuses.
        // A redirect would carry text and key elsewhere.
        $response = wp_remote_request($this->settings->url() . $path, [
            'method' => $method,
            'body' => $body,
            'headers' => $this->headers(),
            'timeout' => $timeout,
            'redirection' => 0,
            'limit_response_size' => self::ANSWER_BYTES_MAX,
        ]);
        if (is_wp_error($response)) {
            return $this->unreachable($response, $timeout);
        }
        $status = (int) wp_remote_retrieve_response_code($response);
        $answer = json_decode(wp_remote_retrieve_body($response), true);
        if ($status === 200 && is_array($answer)) {
            return $answer;
        }
        $retryAfter = (string) wp_remote_retrieve_header($response, 'retry-after');
        return $this->refused($status, is_array($answer) ? $answer : [], $retryAfter);
    }

    /**
     * @return array<string, string>
     */
    private function headers(): array
    {
        $headers = ['Accept' => 'application/json', 'Content-Type' => 'application/json'];
        if ($this->settings->key() !== '') {
            $headers['Authorization'] = 'Bearer ' . $this->settings->key();
        }
        return $headers;
    }

    private function unreachable(WP_Error $fault, int $timeout): WP_Error
    {
        if (stripos($fault->get_error_message(), 'timed out') !== false) {
            /* translators: %d: a number of seconds */
            $message = sprintf(__('Dateline did not answer in time (%d s). Try again later.', 'dateline'), $timeout);
            return $this->error('dateline_timeout', $message, 504);
        }
        $message = __('Dateline cannot be reached. Try again later, or ask the administrator.', 'dateline');
        if (current_user_can('manage_options')) {
            $message .= ' (' . $fault->get_error_message() . ')';
        }
        return $this->error('dateline_unreachable', $message, 502);
    }

    /**
     * @param array<string, mixed> $problem The problem as RFC 9457 has it; empty where the answer was none.
     */
    private function refused(int $status, array $problem, string $retryAfter): WP_Error
    {
        if ($status === 401 || $status === 403) {
            return $this->misconfigured(__('Dateline does not accept the key of this site.', 'dateline'), 502);
        }
        if ($status === 429 || $status === 503) {
            return $this->busy(ctype_digit($retryAfter) ? max(1, (int) $retryAfter) : 10);
        }
        $detail = $problem['detail'] ?? null;
        if (!isset($problem['code']) || !is_string($detail) || $detail === '') {
            return $this->misdirected($status);
        }
        if ($problem['code'] === 'language_unsupported') {
            return $this->foreign(is_string($problem['language'] ?? null) ? $problem['language'] : '?');
        }
        /* translators: %s: what is wrong, as the service says it */
        $message = sprintf(__('Dateline cannot read this post: %s.', 'dateline'), rtrim($detail, '.'));
        return $this->error('dateline_refused', $message, $status >= 500 ? 502 : 422, (string) $problem['code']);
    }

    /**
     * @param string $tag The language as a BCP 47 tag. The service's own words are about its API.
     */
    private function foreign(string $tag): WP_Error
    {
        $name = class_exists('Locale') ? \Locale::getDisplayLanguage($tag, get_user_locale()) : $tag;
        /* translators: %s: a language */
        $text = __('Dateline reads English, and this post seems to be in another language (%s).', 'dateline');
        return $this->error('dateline_language', sprintf($text, $name), 422, 'language_unsupported');
    }

    private function busy(int $seconds): WP_Error
    {
        /* translators: %d: a number of seconds */
        $text = _n(
            'Dateline is busy. Try again in %d second.',
            'Dateline is busy. Try again in %d seconds.',
            $seconds,
            'dateline'
        );
        return $this->error('dateline_busy', sprintf($text, $seconds), 503);
    }

    private function misdirected(int $status): WP_Error
    {
        /* translators: %d: an HTTP status */
        $text = __('The address of the service is not that of a Dateline service (status %d).', 'dateline');
        return $this->misconfigured(sprintf($text, $status), 502);
    }

    private function misconfigured(string $fault, int $status): WP_Error
    {
        $remedy = __('An administrator of this site can change that under Settings → Dateline.', 'dateline');
        return $this->error('dateline_settings', $fault . ' ' . $remedy, $status);
    }

    private function error(string $code, string $message, int $status, string $problem = ''): WP_Error
    {
        return new WP_Error($code, $message, ['status' => $status, 'problem' => $problem]);
    }
}
