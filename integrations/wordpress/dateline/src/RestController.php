<?php

namespace Dateline\WordPress;

use WP_Error;
use WP_Post;
use WP_REST_Request;
use WP_Term;

/**
 * What the editors' panel asks the site for. WordPress checks the nonce, each route the capability.
 */
final class RestController
{
    private const NAMESPACE = 'dateline/v1';
    private const NAMES_MAX = 100;
    private const NAME_CHARS_MAX = 200;

    private Settings $settings;
    private Service $service;
    private FindingsStore $store;

    public function __construct(Settings $settings, Service $service, FindingsStore $store)
    {
        $this->settings = $settings;
        $this->service = $service;
        $this->store = $store;
    }

    public function register(): void
    {
        add_action('rest_api_init', [$this, 'addRoutes']);
    }

    public function addRoutes(): void
    {
        $text = ['type' => 'string'];
        $approved = ['type' => 'boolean', 'required' => true];
        $names = [
            'type' => 'array',
            'required' => true,
            'maxItems' => self::NAMES_MAX,
            'items' => ['type' => 'string', 'minLength' => 1, 'maxLength' => self::NAME_CHARS_MAX],
        ];
        $this->addPostRoute('findings', 'GET', 'show', []);
        $this->addPostRoute('findings', 'POST', 'read', ['title' => $text, 'content' => $text]);
        $this->addPostRoute('approval', 'POST', 'approve', ['approved' => $approved]);
        $this->addPostRoute('tags', 'POST', 'makeTags', ['names' => $names]);
        register_rest_route(self::NAMESPACE, '/service', [
            'methods' => 'GET',
            'callback' => [$this, 'check'],
            'permission_callback' => static fn (): bool => current_user_can('manage_options'),
        ]);
    }

    /**
     * @param array<string, array<string, mixed>> $arguments
     */
    private function addPostRoute(string $name, string $methods, string $callback, array $arguments): void
    {
        register_rest_route(self::NAMESPACE, '/posts/(?P<id>[1-9][0-9]*)/' . $name, [
            'methods' => $methods,
            'callback' => [$this, $callback],
            'permission_callback' => [$this, 'mayEdit'],
            'args' => $arguments,
        ]);
    }

    /**
     * @return bool|WP_Error
     */
    public function mayEdit(WP_REST_Request $request)
    {
        // A post that is not there is answered like one that may not be edited.
        return current_user_can('edit_post', (int) $request['id']);
    }

    /**
     * The stored findings.
     *
     * @return array<string, mixed>|WP_Error
     */
    public function show(WP_REST_Request $request)
    {
        $post = $this->post($request);
        return is_wp_error($post) ? $post : $this->state($post);
    }

    /**
     * Sends the post to the service and stores what is found. Title and text are the editor's where they are given,
     * else the stored ones.
     *
     * @return array<string, mixed>|WP_Error
     */
    public function read(WP_REST_Request $request)
    {
        $post = $this->post($request);
        if (is_wp_error($post)) {
            return $post;
        }
        $article = new Article($post, $request['title'], $request['content']);
        if ($article->isEmpty()) {
            return new WP_Error('dateline_empty', __('The post has no text yet.', 'dateline'), ['status' => 422]);
        }
        $answer = $this->service->extract($article->request($this->settings->floors()));
        if (is_wp_error($answer)) {
            return $answer;
        }
        $this->store->save($post, Findings::fromAnswer($answer), $article->fingerprint());
        // What was sent is what the editor has in front of them, saved or not.
        return ['current' => true] + $this->state($post);
    }

    /**
     * @return array<string, mixed>|WP_Error
     */
    public function approve(WP_REST_Request $request)
    {
        $post = $this->post($request);
        if (is_wp_error($post)) {
            return $post;
        }
        if (!$this->mayPublish($post)) {
            return $this->forbidden(__('You are not allowed to publish this post.', 'dateline'));
        }
        $this->store->approve($post, (bool) $request['approved']);
        return $this->state($post);
    }

    /**
     * Finds or makes the tags of these names. The editor adds them to the post, so that they are saved with it.
     *
     * @return array<string, mixed>|WP_Error `tags`: `id`, and `name` as it was asked for.
     */
    public function makeTags(WP_REST_Request $request)
    {
        $post = $this->post($request);
        if (is_wp_error($post)) {
            return $post;
        }
        if (!$this->mayTag($post)) {
            return $this->forbidden(__('You are not allowed to tag this post.', 'dateline'));
        }
        $tags = [];
        foreach ($request['names'] as $name) {
            $id = $this->tagId($name);
            if (is_wp_error($id)) {
                return new WP_Error('dateline_tags', $id->get_error_message(), ['status' => 400]);
            }
            $tags[] = ['id' => $id, 'name' => $name];
        }
        return ['tags' => $tags];
    }

    /**
     * Whether the service answers, in words.
     *
     * @return array<string, mixed>|WP_Error
     */
    public function check()
    {
        $info = $this->service->info();
        if (is_wp_error($info)) {
            return $info;
        }
        $model = $info['models'][0]['id'] ?? '';
        /* translators: 1: name and version of the service, 2: name and version of its model */
        /* translators: 1: name and version of the service, 2: name and version of its model */
        $message = __('Connected to %1$s with model %2$s.', 'dateline');
        return ['message' => sprintf($message, (string) $info['service'], is_string($model) ? $model : '')];
    }

    /**
     * @return int|WP_Error
     */
    private function tagId(string $name)
    {
        $term = term_exists($name, 'post_tag') ?: wp_insert_term(wp_slash($name), 'post_tag');
        if (!is_wp_error($term)) {
            return (int) $term['term_id'];
        }
        // Another name with the same slug, such as one with an accent.
        $same = $term->get_error_data('term_exists');
        return is_int($same) ? $same : $term;
    }

    /**
     * @return WP_Post|WP_Error
     */
    private function post(WP_REST_Request $request)
    {
        $post = get_post((int) $request['id']);
        if ($post instanceof WP_Post && Plugin::reads($post->post_type)) {
            return $post;
        }
        $message = __('Dateline does not read this kind of content.', 'dateline');
        return new WP_Error('dateline_post', $message, ['status' => 404]);
    }

    private function forbidden(string $message): WP_Error
    {
        return new WP_Error('dateline_forbidden', $message, ['status' => 403]);
    }

    /**
     * @return array<string, mixed>
     */
    private function state(WP_Post $post): array
    {
        $findings = $this->store->load($post);
        $tags = $this->mayTag($post) ? wp_get_post_tags($post->ID) : [];
        return [
            'findings' => $findings === null ? null : array_diff_key($findings, ['fingerprint' => 0]),
            'current' => $findings !== null && $this->store->isCurrent($post, $findings),
            'tags' => array_map([$this, 'tag'], is_array($tags) ? $tags : []),
            'may_tag' => $this->mayTag($post),
            'may_approve' => $this->settings->publish() === 'approved' && $this->mayPublish($post),
        ];
    }

    /**
     * @return array{id: int, name: string}
     */
    private function tag(WP_Term $tag): array
    {
        // Names are stored with character references.
        return ['id' => $tag->term_id, 'name' => html_entity_decode($tag->name, ENT_QUOTES, 'UTF-8')];
    }

    private function mayTag(WP_Post $post): bool
    {
        $taxonomy = get_taxonomy('post_tag');
        return $taxonomy
            && is_object_in_taxonomy($post->post_type, 'post_tag')
            && current_user_can($taxonomy->cap->assign_terms);
    }

    private function mayPublish(WP_Post $post): bool
    {
        return current_user_can('publish_post', $post->ID);
    }
}
