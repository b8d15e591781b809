import { guessType, eitherOrder } from './guess-type.ts';
import { looksLikeIso2, type PlaceFinder, type PlaceGuess } from './places.ts';
import type { ColumnPreview } from './preview.ts';
import { quote } from './problem.ts';
import type { ColumnChoice, ColumnType, Reading } from './reading.ts';
import { NO_SUCH, readerOf } from './value.ts';
import { count, sentence } from '../../charts/format.ts';

/**
 * What a column of the sample is.
 * @param fields the sample's fields, trimmed
 * @param named whether the file gives the column a name
 */
export function previewColumn(
  name: string,
  fields: readonly string[],
  reading: Reading,
  choice: ColumnChoice,
  finder: PlaceFinder | null,
  named: boolean,
): ColumnPreview {
  const filled = fields.filter((field) => field !== '');
  const place =
    finder?.guess(
      name,
      filled.filter((field) => field === 'NA' || !reading.missing.includes(field)),
    ) ?? null;
  const codes = finder ? place?.kind === 'iso2' : looksLikeIso2(filled);
  const namibia = codes && reading.missing.includes('NA') ? (choice.namibia ?? true) : null;
  const values = filled.filter((field) => !reading.missing.includes(field) || (namibia && field === 'NA'));
  const guessed: ColumnType =
    !named && !filled.length && fields.length ? 'skip' : guessType(values, reading.decimal);
  const type = choice.type ?? guessed;
  return {
    name,
    type,
    misfits: choice.misfits ?? 'stop',
    place,
    namibia,
    iso3: (choice.iso3 ?? false) && place !== null,
    notes: [...misfitNotes(values, type, reading), ...dateNotes(values, type), ...placeNotes(place)],
  };
}

function misfitNotes(values: readonly string[], type: ColumnType, { decimal }: Reading): string[] {
  const read = readerOf(type, decimal);
  const misfits = values.filter((value) => read(value) === undefined);
  const [first] = misfits;
  if (first === undefined) return [];
  const others = misfits.length - 1;
  return [
    `${quote(first)} ${NO_SUCH[type]}${others ? `, nor are ${count(others)} more of the first rows` : ''}.`,
  ];
}

const dateNotes = (values: readonly string[], type: ColumnType): string[] =>
  type.startsWith('date-') && eitherOrder(values)
    ? ['Day or month first? Both would fit the first rows.']
    : [];

const KINDS: Readonly<Record<PlaceGuess['kind'], string>> = {
  iso3: 'ISO3 codes of places',
  iso2: 'ISO2 codes of places',
  m49: 'M49 codes of places',
  name: 'names of places',
};

function placeNotes(place: PlaceGuess | null): string[] {
  if (!place) return [];
  const { kind, known, different, unknown } = place;
  const more = different - known > unknown.length ? ', …' : '';
  const rest = unknown.length ? `; not known: ${unknown.map(quote).join(', ')}${more}` : '';
  return [`${sentence(KINDS[kind])}: the atlas knows ${count(known)} of ${count(different)}${rest}.`];
}
