import { PAIR_INDICATORS } from '../../../src/indicators/pairs/index.ts';
import { literal } from '../../../src/model/sql-literal.ts';
import { schemaOf } from '../../../src/model/tables/index.ts';
import type { Session } from '../session.ts';

interface Key {
  readonly indicator: string;
  readonly layer: string;
  /** The source whose flows or totals it is of. */
  readonly source: string;
}

/** On which sources a value of an indicator rests: that which its row names, and those that it is reckoned with. */
export interface IndicatorSources {
  ofCountries(key: Key): readonly string[];
  ofPairs(key: Key): readonly string[];
  /** The sources of all values of an indicator, as the release has them; none where it has none. */
  ofAll(indicator: string): readonly string[];
}

export async function indicatorSources(
  db: Session,
  pairSeries: readonly { readonly layer: string; readonly source: string }[],
): Promise<IndicatorSources> {
  const others = Object.entries(schemaOf('country_indicators').from ?? {});
  const rows = await db.all<Key & { others: (string | null)[] }>(`
    SELECT DISTINCT indicator, layer, source,
           [${others.map(([record, when]) => `CASE WHEN ${when} THEN ${literal(record)} END`).join(', ')}] AS others
    FROM country_indicators ORDER BY ALL`);
  const all = (row: (typeof rows)[number]): string[] => [
    row.source,
    ...row.others.filter((one) => one !== null),
  ];
  const keyOf = ({ indicator, layer, source }: Key): string => `${indicator} ${layer} ${source}`;
  const countries = new Map(rows.map((row) => [keyOf(row), all(row)]));
  const modelled = new Set(
    PAIR_INDICATORS.filter(({ sql }) => 'needs' in sql && sql.needs.includes('gravity_pairs')).map(
      ({ id }) => id,
    ),
  );
  const ofPairs = ({ indicator, layer, source }: Key): string[] => [
    source,
    // Sizes of students are their totals.
    ...(layer === 'students' ? ['uis-student-totals'] : []),
    ...(modelled.has(indicator) ? ['cepii-geodist'] : []),
  ];
  return {
    ofCountries: (key) => countries.get(keyOf(key)) ?? [key.source],
    ofPairs,
    ofAll(indicator) {
      const pair = PAIR_INDICATORS.find(({ id }) => id === indicator);
      return [
        ...new Set(
          pair
            ? pairSeries
                .filter(({ layer }) => pair.layers.some((one) => one === layer))
                .flatMap((series) => ofPairs({ indicator, ...series }))
            : rows.filter((row) => row.indicator === indicator).flatMap(all),
        ),
      ];
    },
  };
}
