import { columnNames } from './header.ts';
import type { CsvPreview } from './preview.ts';
import type { Plan } from './reading.ts';

/** How to load a file as its preview shows it. */
export function planOf({ gzip, reading, columns }: CsvPreview): Plan {
  const added = columns.flatMap(({ name, place, iso3 }, from) =>
    iso3 && place && place.kind !== 'iso3' ? [{ from, name: `${name}_iso3`, kind: place.kind }] : [],
  );
  // A column of that name may be there already.
  const { names } = columnNames(
    [...columns, ...added].map(({ name }) => name),
    columns.length + added.length,
  );
  return {
    gzip,
    reading,
    columns: columns.map(({ name, type, misfits, namibia }) => ({
      name,
      type,
      misfits,
      namibia: namibia ?? false,
    })),
    places: added.map((column, n) => ({ ...column, name: names[columns.length + n] ?? column.name })),
  };
}
