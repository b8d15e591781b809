// Runs before the first paint, so that a reader who chose a theme never sees the other. The page works without it.
(function () {
  try {
    var theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is closed to us: the reader's system decides.
  }
})();
