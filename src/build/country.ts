import { balanceView } from '../views/balance/index.ts';
import { flowMapView } from '../views/flow-map/index.ts';
import { pairView } from '../views/pair/index.ts';
import { rankingView } from '../views/ranking/index.ts';
import { trendView } from '../views/trend/index.ts';
import type { LayerId } from '../model/layer.ts';
import type { DrawnFigure } from '../views/figure.ts';
import { figure, openRelease, query } from './atlas.ts';

export interface CountryRow {
  readonly iso3: string;
  readonly name_en: string;
  readonly name_fr: string;
  readonly name_es: string;
  readonly name_ru: string;
  readonly name_ar: string;
  readonly name_zh: string;
  readonly short_name: string;
  readonly in_text: string;
  readonly region: string | null;
  readonly subregion: string | null;
  readonly income_group: string | null;
  readonly note: string | null;
}

/** Every country that has data: each has a page. */
export const countryRows = (): Promise<CountryRow[]> =>
  query<CountryRow>(`
    SELECT iso3, name_en, name_fr, name_es, name_ru, name_ar, name_zh, short_name, in_text, region, subregion, income_group, note
    FROM countries
    WHERE iso3 IN (SELECT country FROM ties UNION SELECT country FROM totals) ORDER BY short_name`);

/** Address of a country's page, from the root. */
export const countryHref = (iso3: string): string => `/countries/${iso3.toLowerCase()}/`;

export interface LayerSection {
  readonly layer: LayerId;
  readonly figures: readonly { readonly id: string; readonly drawn: DrawnFigure }[];
}

const SECTIONS: readonly {
  readonly layer: LayerId;
  readonly figures: readonly ['ranking-in' | 'ranking-out' | 'ranking' | 'trend' | 'balance', string][];
}[] = [
  {
    layer: 'students',
    figures: [
      ['balance', 'students-balance'],
      ['ranking-out', 'students-out'],
      ['ranking-in', 'students-in'],
    ],
  },
  {
    layer: 'scholars',
    figures: [
      ['trend', 'scholars-trend'],
      ['ranking-out', 'scholars-out'],
      ['ranking-in', 'scholars-in'],
    ],
  },
  {
    layer: 'papers',
    figures: [
      ['trend', 'papers-trend'],
      ['ranking', 'papers-partners'],
    ],
  },
  {
    layer: 'projects',
    figures: [
      ['trend', 'projects-trend'],
      ['ranking', 'projects-partners'],
    ],
  },
];

/** The figures of a country's page. A layer in which the country has no row at all is left to the page to say. */
export async function countryFigures(iso3: string, layers: ReadonlySet<string>): Promise<LayerSection[]> {
  return Promise.all(
    SECTIONS.filter(({ layer }) => layers.has(layer)).map(async ({ layer, figures }) => ({
      layer,
      figures: await Promise.all(
        figures.map(async ([kind, id]) => {
          const asked = { layer, country: iso3 };
          switch (kind) {
            case 'trend':
              return { id, drawn: await figure(trendView, asked, id) };
            case 'balance':
              return { id, drawn: await figure(balanceView, asked, id) };
            default: {
              const direction = kind === 'ranking-in' ? 'in' : kind === 'ranking-out' ? 'out' : 'both';
              const year = await yearToShow(iso3, layer, direction);
              return { id, drawn: await figure(rankingView, { ...asked, direction, year }, id) };
            }
          }
        }),
      ),
    })),
  );
}

/** The year that the layer shows, or the latest in which this country has rows: not every host reports every year. */
async function yearToShow(country: string, layer: LayerId, direction: string): Promise<number | null> {
  const { atlas } = await openRelease();
  const series = atlas.flows.find(
    (f) => f.layer === layer && f.source === atlas.layers.get(layer)?.default_source,
  );
  const [row] = await query<{ year: number }>(
    `SELECT year FROM ties
     WHERE layer = $layer AND source = $source AND country = $country AND direction = $direction AND year <= $shown
     ORDER BY year DESC LIMIT 1`,
    { layer, source: series?.source ?? '', country, direction, shown: series?.shown_year ?? 0 },
  );
  return row?.year ?? null;
}

export const countryMap = (iso3: string, layer: LayerId): Promise<DrawnFigure> =>
  figure(flowMapView, { layer, country: iso3 }, 'map');
export const countryPair = (iso3: string, partner: string): Promise<DrawnFigure> =>
  figure(pairView, { country: iso3, partner }, 'pair');
