/** The panel as a sidebar of the block editor. */
(function (wp) {
    const { createElement: el, Fragment } = wp.element;
    const { select, useDispatch, useSelect } = wp.data;
    const { __ } = wp.i18n;
    // Moved from wp-edit-post to wp-editor in WordPress 6.6.
    const { PluginSidebar, PluginSidebarMoreMenuItem } = wp.editor && wp.editor.PluginSidebar ? wp.editor : wp.editPost;
    const { Panel } = window.dateline;

    function Sidebar() {
        const { postId, tags, revision } = useSelect((read) => {
            const editor = read('core/editor');
            return {
                postId: editor.getCurrentPostId(),
                tags: editor.getEditedPostAttribute('tags') || [],
                revision: editor.getCurrentPostAttribute('modified_gmt'),
            };
        }, []);
        const { editPost } = useDispatch('core/editor');
        return el(Panel, {
            host: {
                postId,
                revision,
                text: () => ({
                    title: select('core/editor').getEditedPostAttribute('title'),
                    content: select('core/editor').getEditedPostContent(),
                }),
                isTag: ({ id }) => tags.includes(id),
                addTags: async (names, makeTags) => {
                    const made = await makeTags(names) || [];
                    const before = select('core/editor').getEditedPostAttribute('tags') || [];
                    editPost({ tags: [...new Set([...before, ...made.map(({ id }) => id)])] });
                },
            },
        });
    }

    wp.plugins.registerPlugin('dateline', {
        icon: 'format-quote',
        render: () => el(
            Fragment,
            null,
            el(PluginSidebarMoreMenuItem, { target: 'dateline' }, __('Dateline', 'dateline')),
            el(PluginSidebar, { name: 'dateline', title: __('Dateline', 'dateline') }, el(Sidebar)),
        ),
    });
})(window.wp);
