<?php

/**
 * Plugin Name: The classic editor for addresses with "classic"
 */

add_filter('use_block_editor_for_post', static fn (bool $use): bool => $use && !isset($_GET['classic']));
