/** The panel as a meta box of the classic editor. */
(function (wp, $) {
    const { createElement: el, createRoot, render, useState } = wp.element;
    const { Panel, postId } = window.dateline;

    function text() {
        const visual = window.tinymce && window.tinymce.get('content');
        if (visual && !visual.isHidden()) {
            visual.save();
        }
        return { title: $('#title').val() || '', content: $('#content').val() || '' };
    }

    // As tags-box.js has it: a comma, or what the translation of WordPress separates tags by.
    const delimiters = new RegExp(`[,${wp.i18n._x(',', 'tag delimiter') || ','}]`);
    const tagNames = () => ($('#tax-input-post_tag').val() || '').split(delimiters).map((name) => name.trim().toLowerCase());

    // The box of tags takes a list with delimiters, so a name cannot hold one.
    const written = (name) => name.split(delimiters).join(' ').replace(/\s+/g, ' ').trim();

    function MetaBox() {
        const [, redraw] = useState(0);
        return el(Panel, {
            host: {
                postId,
                // Saving loads the page again.
                revision: 0,
                text,
                isTag: ({ name }) => tagNames().includes(written(name).toLowerCase()),
                addTags: (names) => {
                    for (const name of names) {
                        window.tagBox.flushTags($('#post_tag'), $('<span>').text(written(name)));
                    }
                    redraw((count) => count + 1);
                },
            },
        });
    }

    $(() => {
        const root = document.getElementById('dateline-panel');
        if (root) {
            // WordPress 6.1 has React 17.
            createRoot ? createRoot(root).render(el(MetaBox)) : render(el(MetaBox), root);
        }
    });
})(window.wp, window.jQuery);
