<?php

/**
 * Removes what the plugin stored: its settings and the findings of all posts, on every site of a network.
 * Tags that editors added stay.
 */

if (!defined('WP_UNINSTALL_PLUGIN')) {
    exit;
}

$datelineSites = is_multisite() ? get_sites(['fields' => 'ids', 'number' => 0]) : [get_current_blog_id()];
foreach ($datelineSites as $datelineSite) {
    if (is_multisite()) {
        switch_to_blog($datelineSite);
    }
    delete_option('dateline_settings');
    delete_post_meta_by_key('_dateline_findings');
    if (is_multisite()) {
        restore_current_blog();
    }
}
