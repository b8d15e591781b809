/** A drawing to look at, and the prefix that its ids must have. */
export interface Drawing {
  readonly name: string;
  readonly markup: string;
  readonly prefix: string;
}

/**
 * What is wrong with drawings as XML, for the page's policy and for screen readers. Runs inside a browser, whose parser
 * is the judge: it must use nothing from outside itself.
 */
export function svgFaults(drawings: readonly Drawing[]): string[] {
  return drawings.flatMap(({ name, markup, prefix }) => {
    const faults: string[] = [];
    // The parts that several attributes name are put into HTML, which needs no namespace; a parser of XML does.
    const spaced = markup.replace(/^\s*<svg(?![^>]*\sxmlns=)/, '<svg xmlns="http://www.w3.org/2000/svg"');
    const root = new DOMParser().parseFromString(spaced, 'image/svg+xml').documentElement;
    const broken = root.querySelector('parsererror');
    if (broken || root.tagName !== 'svg')
      return [`${name}: is no XML: ${broken?.textContent ?? root.tagName}`];
    const all = [root, ...root.querySelectorAll('*')];
    const ids = all.flatMap((element) => (element.id ? [element.id] : []));
    if (ids.length !== new Set(ids).size) faults.push('an id stands twice');
    for (const id of ids)
      if (!id.startsWith(`${prefix}-`)) faults.push(`the id ${id} is not the drawing's own`);
    const [title, desc] = ['title', 'desc'].map((tag) => [...root.children].find((c) => c.tagName === tag));
    if (!title?.textContent.trim()) faults.push('no title');
    if (!desc?.textContent.trim()) faults.push('no description');
    if (root.getAttribute('role') !== 'img' && root.getAttribute('role') !== 'group') faults.push('no role');
    if (root.getAttribute('aria-labelledby') !== `${title?.id} ${desc?.id}`)
      faults.push('is not labelled by its title and description');
    if (!/^0 0 [\d.]+ [\d.]+$/.test(root.getAttribute('viewBox') ?? '')) faults.push('no viewBox');
    for (const element of all) {
      if (['script', 'style', 'foreignObject', 'image'].includes(element.tagName))
        faults.push(`an element ${element.tagName}`);
      for (const { name: key, value } of element.attributes) {
        if (key === 'style' || /^on/.test(key)) faults.push(`${key}="${value}"`);
        if (/NaN|undefined|Infinity/.test(value)) faults.push(`${key}="${value.slice(0, 60)}"`);
        const own = /^(?:url\()?#([^)]+)\)?$/.exec(value)?.[1];
        if (own && /^(href|fill|stroke|mask|filter|clip-path|marker-\w+)$/.test(key) && !ids.includes(own))
          faults.push(`${key} names ${value}, which is not there`);
        if (/href$/.test(key) && /^[a-z]+:|^\/\//i.test(value)) faults.push(`${key} leads to ${value}`);
      }
    }
    return [...new Set(faults)].map((fault) => `${name}: ${fault}`);
  });
}
