// Runs before the first paint. `theme` is light or dark, left out it is the reader's own; `plain` leaves the figure with its title and
// source alone. Where the address asks for a state that is drawn in the browser, the standard one is kept out of sight until that stands, or
// until it is known that it will not come.
(function () {
  var search = new URLSearchParams(location.search);
  var root = document.documentElement;
  var theme = search.get('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  if (search.get('plain') === '1') root.dataset.plain = '';
  search.delete('theme');
  search.delete('plain');
  if (!String(search) || !document.querySelector('meta[name="crosscurrents-live"]')) return;
  root.dataset.asked = 'waiting';
  addEventListener(
    'error',
    function (event) {
      if (event.target instanceof HTMLScriptElement) root.dataset.asked = 'lost';
    },
    true,
  );
})();
