import { faultOfName } from '../../engine/own-name.ts';
import { plain } from '../../live/find-countries.ts';

const LONGEST = 40;
const ENDINGS = /(\.(csv|tsv|tab|txt|dat|psv|parquet|pq|gz))+$/i;

/**
 * A name for a table from a file's name: lower case, letters of ASCII, digits and underscores, at most 40, free.
 * "Étudiants 2020 (v2).csv.gz" → `etudiants_2020_v2`.
 * @param taken names that are in use, in any case
 */
export function suggestName(file: string, taken: readonly string[]): string {
  const stem = plain(file.replace(/^.*[/\\]/, '').replace(ENDINGS, ''))
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, LONGEST)
    .replace(/_+$/, '');
  // A digit at the start, or a word of SQL.
  const base = stem === '' ? 'my_file' : faultOfName(stem, []) ? `t_${stem}`.slice(0, LONGEST) : stem;
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base.slice(0, LONGEST - 1 - String(n).length)}_${n}`;
    if (!taken.some((one) => one.toLowerCase() === name)) return name;
  }
}
