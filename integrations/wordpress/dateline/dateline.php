<?php

/**
 * Plugin Name:       Dateline
 * Description:       Finds people, organisations, places, quotes and events in a post, on your own Dateline service.
 * Version:           0.2.0
 * Requires at least: 6.1
 * Requires PHP:      7.4
 * License:           Apache-2.0
 * License URI:       https://www.apache.org/licenses/LICENSE-2.0
 * Text Domain:       dateline
 */

if (!defined('ABSPATH')) {
    exit;
}

spl_autoload_register(static function (string $class): void {
    $prefix = 'Dateline\\WordPress\\';
    if (strncmp($class, $prefix, strlen($prefix)) === 0) {
        require __DIR__ . '/src/' . substr($class, strlen($prefix)) . '.php';
    }
});

(new Dateline\WordPress\Plugin(__FILE__))->register();
