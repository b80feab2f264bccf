/** What is left of the plugin once it is deleted; the last of the tests. */

import assert from "node:assert/strict";
import { test } from "node:test";

import { POSTS, php, tagsOf } from "./site.js";

test("uninstalling removes settings and findings, and keeps tags", () => {
  const left = 'global $wpdb; echo json_encode([get_option("dateline_settings"), (int) $wpdb->get_var("select count(*) from $wpdb->postmeta where meta_key like \'%dateline%\'")]);';
  assert.notEqual(JSON.parse(php(left))[1], 0);
  php('require_once ABSPATH . "wp-admin/includes/plugin.php"; deactivate_plugins("dateline/dateline.php"); uninstall_plugin("dateline/dateline.php");');
  assert.deepEqual(JSON.parse(php(left)), [false, 0]);
  assert.ok(tagsOf(POSTS.block).includes("Anna Berg"));
});
