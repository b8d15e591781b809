import type { ShownTie } from '../../model/tie.ts';
import { cleanNumber } from './clean-number.ts';
import { creditLines } from '../../files/credits.ts';
import { nodesOf, SHOWN_ONLY, type NetworkNode } from './network.ts';
import { seriesOf, type Series, type Taken } from './taken.ts';
import { xmlText } from '../../files/xml.ts';

type Value = string | number | null;

/** A declared attribute of nodes or of edges. Its id is not its name: Gephi takes a few ids ("x", "r", "d3") for its own. */
interface Key<T> {
  readonly name: string;
  readonly type: 'string' | 'int' | 'long' | 'double';
  /** For readers of the file. */
  readonly says: string;
  readonly value: (of: T) => Value;
}

/**
 * The shown ties as a network in GraphML (Brandes et al., 2002; graphml.graphdrawing.org), which Gephi, networkx, igraph and
 * Cytoscape read. Nodes are countries by ISO code; `label` and `weight` are the names that Gephi and networkx look for. What
 * the figure says of its numbers stands in the graph's `desc`, not in attributes of the graph, which Gephi reports as errors.
 * @throws {TakeError} where the figure shows no ties
 */
export function graphmlOf(taken: Taken): string {
  const nodes = nodesOf(taken);
  const nodeKeys = nodeKeysOf(taken);
  const edgeKeys = edgeKeysOf(taken);
  const words = [taken.title, taken.takeaway, SHOWN_ONLY, ...creditLines(taken)].filter(Boolean).join('\n');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">',
    ...nodeKeys.map((key) => declaration(key, 'node')),
    ...edgeKeys.map((key) => declaration(key, 'edge')),
    `  <graph id="crosscurrents" edgedefault="${taken.directed ? 'directed' : 'undirected'}">`,
    `    <desc>${xmlText(words)}</desc>`,
    ...nodes.map(
      (node) => `    <node id="${xmlText(node.place.iso3)}">${data(node, nodeKeys, 'node')}</node>`,
    ),
    ...(taken.ties ?? []).map((tie) => {
      const [from, to] = [xmlText(tie.origin), xmlText(tie.destination)];
      return `    <edge id="${from}-${to}" source="${from}" target="${to}">${data(tie, edgeKeys, 'edge')}</edge>`;
    }),
    '  </graph>',
    '</graphml>',
    '',
  ].join('\n');
}

const keyId = (of: 'node' | 'edge', name: string): string => `${of}_${name}`;

const declaration = <T>({ name, type, says }: Key<T>, of: 'node' | 'edge'): string =>
  `  <key id="${keyId(of, name)}" for="${of}" attr.name="${name}" attr.type="${type}"><desc>${xmlText(says)}</desc></key>`;

/** What is not there is left out: an empty number is an error to every reader. */
const data = <T>(of: T, keys: readonly Key<T>[], kind: 'node' | 'edge'): string =>
  keys
    .map(({ name, value }) => [keyId(kind, name), clean(value(of))] as const)
    .filter(([, value]) => value !== null)
    .map(([id, value]) => `<data key="${id}">${xmlText(value ?? '')}</data>`)
    .join('');

const clean = (value: Value): Value => (typeof value === 'number' ? cleanNumber(value) : value);

function nodeKeysOf(taken: Taken): Key<NetworkNode>[] {
  const { unit } = seriesOf(taken).layer;
  return [
    { name: 'label', type: 'string', says: 'Short English name', value: ({ place }) => place.short_name },
    { name: 'region', type: 'string', says: 'UN M49 region', value: ({ place }) => place.region },
    {
      name: 'lon',
      type: 'double',
      says: 'Longitude of the capital, degrees east',
      value: ({ place }) => place.anchor_lon,
    },
    {
      name: 'lat',
      type: 'double',
      says: 'Latitude of the capital, degrees north',
      value: ({ place }) => place.anchor_lat,
    },
    {
      name: 'strength',
      type: 'long',
      says: `Sum of the shown ties that end here: ${unit}`,
      value: ({ strength }) => strength,
    },
    ...(taken.directed
      ? ([
          {
            name: 'strength_out',
            type: 'long',
            says: `Sum of the shown ties that start here: ${unit}`,
            value: (node) => node.out,
          },
          {
            name: 'strength_in',
            type: 'long',
            says: `Sum of the shown ties that lead here: ${unit}`,
            value: (node) => node.in,
          },
        ] satisfies Key<NetworkNode>[])
      : []),
  ];
}

function edgeKeysOf(taken: Taken): Key<ShownTie>[] {
  const { against, measure, scale } = taken;
  const series = seriesOf(taken);
  const { title, unit } = scale;
  return [
    { name: 'weight', type: 'long', says: `Count: ${series.layer.unit}`, value: ({ count }) => count },
    {
      name: 'value',
      type: 'double',
      says: `What the figure shows (${measure}): ${title}${unit ? `, ${unit}` : ''}`,
      value: ({ value }) => value,
    },
    { name: 'low', type: 'double', says: 'Lower limit of the value', value: ({ low }) => low },
    { name: 'high', type: 'double', says: 'Upper limit of the value', value: ({ high }) => high },
    {
      name: 'flag',
      type: 'string',
      says: 'SDMX observation status, one letter each: b break, d definition differs, e estimated, p provisional, u low reliability',
      value: ({ flag }) => flag,
    },
    ...(against
      ? [
          {
            name: 'other',
            type: 'double',
            says: `The same of ${against.layer.title}, ${against.source}, ${against.years.join(' to ')}`,
            value: ({ other }) => other ?? null,
          } satisfies Key<ShownTie>,
        ]
      : []),
    ...constants(series),
  ];
}

/** The same at every edge, so that networks of several years or layers can be laid together. */
function constants({ layer, source, years: [first, last] }: Series): Key<ShownTie>[] {
  const years: Key<ShownTie>[] =
    first === last
      ? [{ name: 'year', type: 'int', says: 'Year', value: () => first }]
      : [
          { name: 'first_year', type: 'int', says: 'First year', value: () => first },
          { name: 'last_year', type: 'int', says: 'Last year', value: () => last },
        ];
  return [
    ...years,
    { name: 'layer', type: 'string', says: 'What moves', value: () => layer.id },
    // Not "source": programs call an end of an edge that.
    { name: 'data_source', type: 'string', says: 'Id of the source in the release', value: () => source },
  ];
}
