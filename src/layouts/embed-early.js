// Runs before the first paint: what the address of an embed says of its looks. `theme` is light or dark, left out it is the reader's own;
// `plain` leaves the figure with its title and source alone.
(function () {
  var search = new URLSearchParams(location.search);
  var root = document.documentElement;
  var theme = search.get('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (search.get('plain') === '1') root.dataset.plain = '';
})();
