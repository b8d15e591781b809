import { count, list, quantity, span } from '../../charts/format.ts';
import { known, lastFirm } from '../../charts/series.ts';
import { flagWords } from '../../model/flag.ts';
import type { LayerId } from '../../model/layer.ts';
import type { State } from '../params.ts';
import { capital, COUNTING, inText, shortName, THINGS } from '../phrases.ts';
import type { Atlas, Words } from '../view.ts';
import type { PairField } from './index.ts';
import { defaultSources, type PairRows } from './sql.ts';

type Params = Pick<State, PairField>;

export const PANEL_UNITS: Record<LayerId, string> = {
  students: 'Students enrolled, by direction',
  scholars: 'Researchers who moved, by direction',
  papers: 'Papers with authors in both',
  projects: 'Projects with participants in both',
};

export function words({ points }: PairRows, params: Params, atlas: Atlas): Words {
  const [a, b] = [params.country ?? '', params.partner ?? ''];
  const years = points.map((p) => p.year);
  const title =
    a && b
      ? `${capital(inText(a, atlas))} and ${inText(b, atlas)}: students, scholars, papers and projects${years.length ? `, ${span(Math.min(...years), Math.max(...years))}` : ''}`
      : 'Choose two countries';
  const latest = (layer: LayerId, direction: string) =>
    lastFirm(known(points.filter((p) => p.layer === layer && p.direction === direction)));
  const papers = latest('papers', 'both');
  const said = [...atlas.layers.keys()].flatMap((layer) =>
    (atlas.layers.get(layer)?.directed ? ['out', 'in'] : ['both']).flatMap((direction) => {
      const point = latest(layer, direction);
      return point
        ? [`${quantity(point.value, THINGS[layer])}${wayOf(direction, params, atlas)} in ${point.year}`]
        : [];
    }),
  );
  return {
    title,
    takeaway: papers
      ? `${capital(inText(a, atlas))} and ${inText(b, atlas)} shared ${quantity(papers.value, 'papers')} in ${papers.year} (${atlas.sources.get(atlas.layers.get('papers')?.default_source ?? '')?.short ?? ''}).`
      : null,
    alt: said.length
      ? `Four panels, each on its own scale: ${list(said)}. All values are in the table.`
      : 'Four panels without values: nothing is reported of this pair.',
    coverage:
      'Students are listed among the ten largest partners only, and by hosts that report: a missing year is not a zero.',
    notes: ['Each panel has its own scale: compare shapes, not heights.', COUNTING.papers],
    sources: points.length
      ? defaultSources(atlas).filter((s) =>
          points.some((p) => atlas.layers.get(p.layer)?.default_source === s),
        )
      : [],
    table: {
      caption: title,
      columns: [
        { key: 'layer', label: 'Layer' },
        { key: 'direction', label: 'Direction' },
        { key: 'year', label: 'Year', numeric: true },
        { key: 'value', label: 'Value', numeric: true },
        { key: 'flag', label: 'Note' },
      ],
      rows: points.map((p) => ({
        layer: atlas.layers.get(p.layer)?.title ?? p.layer,
        direction: wayOf(p.direction, params, atlas).trim(),
        year: p.year,
        value: p.value,
        flag: flagWords(p.flag),
      })),
    },
  };
}

/** " from China to Germany"; nothing in undirected layers. */
export function wayOf(direction: string, { country, partner }: Params, atlas: Atlas): string {
  if (direction === 'both' || !country || !partner) return '';
  const [from, to] = direction === 'out' ? [country, partner] : [partner, country];
  return ` from ${inText(from, atlas)} to ${inText(to, atlas)}`;
}

/** What a panel says where there is no number. */
export function emptyPanel(layer: LayerId, { country, partner }: Params, atlas: Atlas): string {
  if (!country || !partner) return 'Choose two countries.';
  return layer === 'students'
    ? `Not reported, or not among the ten largest partners of ${shortName(country, atlas)} or ${shortName(partner, atlas)}.`
    : `No ${THINGS[layer]} in the source (${count(0)}).`;
}
