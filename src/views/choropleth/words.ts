import { list } from '../../charts/format.ts';
import { flagWords } from '../../model/flag.ts';
import { coverageLine } from '../coverage.ts';
import type { State } from '../params.ts';
import { capital, inText, shortName, sourceName, territories } from '../phrases.ts';
import type { Atlas, Words } from '../view.ts';
import type { ChoroplethField } from './index.ts';
import { measureOf } from './measures.ts';
import type { ChoroplethRows } from './sql.ts';

export function words(
  { values, missing }: ChoroplethRows,
  { measure, source, year }: Pick<State, ChoroplethField>,
  atlas: Atlas,
): Words {
  const about = measureOf(measure);
  const title = `${about.title}, ${year}`;
  const [highest] = values;
  const named = values.slice(0, 5).map((v) => `${shortName(v.country, atlas)} ${about.format(v.value)}`);
  const how = about.kind === 'count' ? 'circles, larger is more' : 'countries shaded by value';
  return {
    title,
    takeaway: highest
      ? `In ${year}, ${about.sentence(
          values.map((v) => v.value),
          inText(highest.country, atlas),
        )} (${sourceName(source, atlas)}).`
      : null,
    alt: highest
      ? `World map, ${how}: ${values.length} places have a value. The highest: ${list(named)}. All values are in the table.`
      : 'World map without values: nothing is reported.',
    coverage: about.layer === 'students' ? coverageLine(missing, year, atlas, { of: 'totals' }) : null,
    notes: [
      about.note,
      about.kind === 'count' ? null : (atlas.indicators.get(about.id)?.counting[about.layer] ?? null),
      territories(null),
    ].filter((n) => n !== null),
    sources: [source],
    ...(about.kind === 'count' ? {} : { method: about.id }),
    table: {
      caption: title,
      columns: [
        { key: 'country', label: 'Country' },
        { key: 'value', label: capital(about.head), numeric: true },
        { key: 'flag', label: 'Note' },
      ],
      rows: values.map((v) => ({
        country: shortName(v.country, atlas),
        value: about.kind === 'count' ? v.value : about.format(v.value),
        flag: flagWords(v.flag),
      })),
    },
  };
}
