/** Settings → Dateline: asks the site's own REST route whether the service answers. */
(function (wp) {
    const button = document.getElementById('dateline-check');
    const result = document.getElementById('dateline-check-result');
    button.addEventListener('click', async () => {
        button.disabled = true;
        result.textContent = wp.i18n.__('Checking…', 'dateline');
        try {
            const { message } = await wp.apiFetch({ path: '/dateline/v1/service' });
            result.textContent = message;
        } catch (error) {
            result.textContent = error.message;
        }
        button.disabled = false;
    });
})(window.wp);
