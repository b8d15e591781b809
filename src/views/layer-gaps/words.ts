import { decimal, fixed } from '../../charts/decimal.ts';
import { list, quantity } from '../../charts/format.ts';
import type { LayerId } from '../../model/layer.ts';
import type { State } from '../params.ts';
import { inText, shortName, sourceName, COUNTING_OF_ALL } from '../phrases.ts';
import type { Atlas, Words } from '../view.ts';
import { byOther, endsOf, type End } from './ends.ts';
import type { LayerGapsField } from './index.ts';
import { yearOf, type LayerGap, type LayerGapsRows } from './sql.ts';

type Params = Pick<State, LayerGapsField>;

export function words({ gaps }: LayerGapsRows, { layer }: Params, atlas: Atlas): Words {
  const title = `Close in one layer, distant in another: pairs of countries in ${THINGS[layer]} and elsewhere, ${yearOf(atlas)}`;
  const groups = byOther(gaps, layer);
  return {
    title,
    takeaway: takeaway(gaps, atlas),
    alt: gaps.length
      ? `Rows with two dots on a scale of places from the loosest tie to the closest, one dot a layer, told by the share of pairs with a looser tie: ${groups.map(([other, of]) => `${THINGS[layer]} and ${THINGS[other]}, ${list(of.map((gap) => inWords(gap, atlas)))}`).join('; ')}. All values are in the table.`
      : `No row: ${emptyOf(layer)}`,
    coverage: null,
    notes: gaps.length ? NOTES : [],
    sources: [...new Set(gaps.flatMap(({ first_source, second_source }) => [first_source, second_source]))],
    table: {
      caption: title,
      columns: [
        { key: 'pair', label: 'Pair' },
        { key: 'more', label: 'Closer in' },
        { key: 'more_links', label: 'Counted there', numeric: true },
        { key: 'more_times', label: 'Times as expected', numeric: true },
        { key: 'more_place', label: 'Place (0 to 1)', numeric: true },
        { key: 'less', label: 'Looser in' },
        { key: 'less_links', label: 'Counted there', numeric: true },
        { key: 'less_times', label: 'Times as expected', numeric: true },
        { key: 'less_place', label: 'Place (0 to 1)', numeric: true },
        { key: 'pairs', label: 'Pairs in both', numeric: true },
      ],
      rows: gaps.map((gap) => {
        const [more, less] = endsOf(gap);
        return {
          pair: pairOf(gap, atlas),
          more: THINGS[more.layer],
          more_links: more.links,
          more_times: decimal(more.intensity, 2),
          more_place: fixed(more.percentile, 3),
          less: THINGS[less.layer],
          less_links: less.links,
          less_times: decimal(less.intensity, 2),
          less_place: fixed(less.percentile, 3),
          pairs: gap.pairs,
        };
      }),
    },
  };
}

/** What ties two countries in a layer. */
export const THINGS: Readonly<Record<LayerId, string>> = {
  papers: 'papers',
  projects: 'projects',
  scholars: 'moves of scholars',
  students: 'students',
};

export const emptyOf = (layer: LayerId): string =>
  `No pair of countries is known in ${THINGS[layer]} and in another layer.`;

/** "Cuba–South Africa" */
export const pairOf = ({ origin, destination }: LayerGap, atlas: Atlas): string =>
  `${shortName(origin, atlas)}–${shortName(destination, atlas)}`;

/** "18 papers, 0.42 times as expected" */
const inLayer = ({ layer, links, intensity }: End, atlas: Atlas): string =>
  `${quantity(links, atlas.layers.get(layer)?.unit ?? '')}, ${decimal(intensity, 2)} times as expected`;

export const detailsOf = (gap: LayerGap, atlas: Atlas): string[] =>
  endsOf(gap).map((end) => inLayer(end, atlas));

/** A share of pairs, rounded so that none is said to be passed by all or by none. */
const share = (percentile: number): string => `${Math.min(99, Math.max(1, Math.round(percentile * 100)))}%`;

const inWords = (gap: LayerGap, atlas: Atlas): string => {
  const [more, less] = endsOf(gap);
  return `${pairOf(gap, atlas)} above ${share(more.percentile)} in ${THINGS[more.layer]} and above ${share(less.percentile)} in ${THINGS[less.layer]}`;
};

/** The pair with the widest gap of all. */
function takeaway(gaps: readonly LayerGap[], atlas: Atlas): string | null {
  const [widest] = gaps.toSorted((a, b) => Math.abs(b.gap) - Math.abs(a.gap));
  if (!widest) return null;
  const [more, less] = endsOf(widest);
  const both = `${inText(widest.origin, atlas)} and ${inText(widest.destination, atlas)}`;
  return `In ${widest.year} ${both} were tied more closely, for their sizes, than ${share(more.percentile)} of ${quantity(widest.pairs, 'pairs')} in ${THINGS[more.layer]}, and than ${share(less.percentile)} in ${THINGS[less.layer]} (${sourceName(more.source, atlas)}; ${sourceName(less.source, atlas)}).`;
}

const NOTES: readonly string[] = [
  'How to read it: of all pairs of countries that two layers share, the right end has the closest tie for its size and the left end the loosest; half of the pairs stand left of the middle. Of each pair the closer layer, which is the dot to the right, is named first.',
  'Closeness is links over what the sizes of both countries in the layer let expect; flows count both ways. Only pairs of which enough is expected in both layers are compared.',
  'These are the widest gaps among many pairs: some of them are chance, or what a source lacks. Of students only what is listed and reported is known, the ten largest partners of each.',
  COUNTING_OF_ALL,
  'The year is the newest in which every layer is as whole as it gets. A gap tells that two layers part, not why.',
];
