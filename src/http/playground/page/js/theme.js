/* Applies the stored theme before the page is drawn. A classic script: modules run after that. The theme is all that is stored. */
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem("dateline-theme");
  } catch {
    // Storage is switched off: the system's theme stays.
  }
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
})();
