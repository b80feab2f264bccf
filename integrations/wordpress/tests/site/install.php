<?php

/**
 * Installs WordPress into an empty database: users of three roles, the plugin, a post. Prints their ids and an article as JSON.
 */

define('WP_INSTALLING', true);
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

// No mail server here.
add_filter('pre_wp_mail', '__return_true');
wp_install('The Marisport Courier', 'editor', 'editor@example.org', true, '', 'password');
switch_theme('twentytwentythree');
foreach (['author', 'contributor', 'subscriber'] as $role) {
    wp_insert_user(['user_login' => $role, 'user_pass' => 'password', 'user_email' => "$role@example.org", 'role' => $role]);
}
// Pictures of avatars would come from elsewhere.
update_option('show_avatars', 0);

$fault = activate_plugin('dateline/dateline.php');
if (is_wp_error($fault)) {
    fwrite(STDERR, $fault->get_error_message());
    exit(1);
}

$content = <<<'HTML'
<!-- wp:paragraph -->
<p>MARISPORT — Mayor Anna Berg met President Emmanuel Macron in Paris on Sunday to discuss the new harbour. “We will build it with <strong>Siemens</strong> &amp; our own people,” Berg said.</p>
<!-- /wp:paragraph -->

<!-- wp:paragraph -->
<p>The World Bank said it would lend the city $2 billion. Macron told reporters that a summit is planned for next month in Berlin.</p>
<!-- /wp:paragraph -->
HTML;
// As an administrator, whose texts are stored as written.
wp_set_current_user(1);
$posts = [];
foreach (['block', 'classic', 'foreign'] as $name) {
    $text = $name === 'foreign' ? '<p>Der Außenminister sagte am Montag in Berlin, die Verhandlungen seien gescheitert.</p>' : $content;
    $posts[$name] = wp_insert_post(wp_slash([
        'post_title' => 'Berg & Macron agree on harbour',
        'post_content' => $text,
        'post_status' => 'publish',
        'post_author' => 1,
    ]));
}
echo wp_json_encode($posts), "\n";
