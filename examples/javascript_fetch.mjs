// Students from China in the United States by year, and the same of a pair that has no file of its own.
// In a page as in Node 18 or later: node javascript_fetch.mjs https://SITE/

const site = globalThis.process?.argv[2] ?? 'https://SITE/';
const api = new URL('api/v1/', site);

async function read(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}.`);
  return answer.json();
}

// Two countries: every flow between them, in all layers.
const address = new URL('pairs/CHN-USA.json', api);
const pair = await read(address);
for (const flow of pair.flows.filter(({ layer }) => layer === 'students'))
  for (const { year, value, flag } of flow.values.slice(-3))
    console.log([flow.origin, flow.destination, year, value, flag ?? ''].join('\t'));

// A pair without a file of its own: all ties of a country. Links are relative to the file that holds them.
const ties = await read(new URL(pair.links.ties, address));
const abroad = ties.ties.find(({ layer, direction }) => layer === 'students' && direction === 'out');
abroad.partners.THA.forEach((value, i) => {
  // Packed by year from `from` on; 0 stands for a year that is not listed.
  if (value) console.log(['CHN', 'THA', abroad.from + i, value].join('\t'));
});
