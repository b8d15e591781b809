/** Puts the address under which the page is read into code that was written without one. */
const PLACEHOLDER = 'https://SITE/';

for (const block of document.querySelectorAll<HTMLElement>('[data-ready-code]')) {
  const manifest = block.querySelector<HTMLAnchorElement>('[data-manifest]');
  if (!manifest) continue;
  // The link is relative to the page, so its address says where the site stands.
  const site = manifest.href.replace(/release\/datapackage\.json$/, '');
  for (const code of block.querySelectorAll('code'))
    if (code.textContent.includes(PLACEHOLDER))
      code.textContent = code.textContent.replaceAll(PLACEHOLDER, site);
}
