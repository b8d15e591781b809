import { needColumns, readCsv } from '../lib/csv.ts';
import { UserError } from '../lib/errors.ts';
import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';

const SOURCE = 'taiwan-foreign-students';
const FILES = ['103-111_ab111_C.csv', '112_ab112_C.csv', '113_ab112_C.csv'];
const [YEAR, CONTINENT, PLACE] = ['學年度', '洲別', '國別'] as const;
/** Years of the calendar of the Republic of China count from 1912. */
const BEFORE_YEAR_ONE = 1911;

interface StudentType {
  readonly name: string;
  readonly kind: 'degree' | 'exchange' | 'language' | 'short stay' | 'training' | 'abroad';
  /** Whether only students from the mainland of China can be of it, so that a zero elsewhere says nothing. */
  readonly mainland?: true;
}

/** The Ministry's types by their column. */
const TYPES: Readonly<Record<string, StudentType>> = {
  '學位生_正式修讀學位外國生[人]': { name: 'Degree: international students', kind: 'degree' },
  '學位生_僑生(含港澳)[人]': {
    name: 'Degree: overseas Chinese students, with Hong Kong and Macao',
    kind: 'degree',
  },
  '學位生_正式修讀學位陸生[人]': {
    name: 'Degree: students from mainland China',
    kind: 'degree',
    mainland: true,
  },
  '非學位生_外國交換生[人]': { name: 'Exchange students', kind: 'exchange' },
  '非學位生_外國短期研習及個人選讀[人]': { name: 'Short-term study and single courses', kind: 'short stay' },
  '非學位生_大專附設華語文中心學生[人]': {
    name: 'Chinese language centres of universities',
    kind: 'language',
  },
  '非學位生_大陸研修生[人]': {
    name: 'Visiting students from mainland China',
    kind: 'short stay',
    mainland: true,
  },
  '境外專班[人]': { name: 'Programmes held abroad', kind: 'abroad' },
};
/** The type that was another programme three times: each file has one of these. */
const TRAINING: Readonly<Record<string, StudentType>> = {
  '非學位生_海青班[人]': { name: 'Technical training for overseas Chinese youth', kind: 'training' },
  '非學位生_馬來西亞華裔青年來台就學輔導及技職研習專班[人]': {
    name: 'Guidance and vocational training for Malaysian youth of Chinese descent',
    kind: 'training',
  },
  '非學位生_海外青年就學輔導技術研習班[人]': {
    name: 'Guidance and technical training for overseas youth',
    kind: 'training',
  },
};

/** So many places must agree before a column that repeats the year before is taken for a copy of it. */
const COPIED_FROM = 10;

/**
 * Students from abroad in Taiwan by place of origin, type and academic year. The files have a column for each type; what is
 * left out is counted in cells.
 */
export const taiwanForeignStudents: Adapter = {
  id: SOURCE,
  async ingest(bench: Workbench) {
    const english = await translations(bench);
    await bench.db.run(
      'CREATE OR REPLACE TABLE taiwan (place VARCHAR, year SMALLINT, student_type VARCHAR, kind VARCHAR, value INTEGER, mainland BOOLEAN)',
    );
    for (const file of FILES) await bench.db.append('taiwan', await cellsOf(bench, file, english));
    await bench.places('taiwan', 'place', { source: SOURCE, codes: 'name' });

    const notApplicable = `mainland AND place_iso3 <> 'CHN' AND value = 0`;
    const { n } = await bench.db.one<{ n: number }>(
      `SELECT count(*)::INTEGER AS n FROM taiwan WHERE ${notApplicable}`,
    );
    await bench.exclude(
      SOURCE,
      'types for mainland China, elsewhere',
      n,
      'Not applicable: only students from mainland China can be of this type',
    );
    await bench.db.run(`
      DELETE FROM taiwan WHERE ${notApplicable};
      -- The Ministry fills a column that it has not counted yet with the numbers of the year before.
      CREATE OR REPLACE TABLE taiwan_some AS
      SELECT place_iso3 AS country, year, student_type, value FROM taiwan WHERE value > 0 AND place_iso3 IS NOT NULL;
      CREATE OR REPLACE TABLE taiwan_copied AS
      SELECT coalesce(this.year, last.next) AS year, coalesce(this.student_type, last.student_type) AS student_type
      FROM taiwan_some AS this FULL JOIN (SELECT *, year + 1 AS next FROM taiwan_some) AS last
        ON last.country = this.country AND last.student_type = this.student_type AND last.next = this.year
      GROUP BY 1, 2 HAVING count(*) >= ${COPIED_FROM} AND bool_and(this.value IS NOT DISTINCT FROM last.value);

      INSERT INTO taiwan_foreign_students BY NAME
      SELECT place_iso3 AS country, t.year, t.student_type, kind, value, '${SOURCE}' AS source,
             join_flags(place_flag, CASE WHEN c.year IS NOT NULL THEN 'ep' END) AS flag
      FROM taiwan t LEFT JOIN taiwan_copied c ON c.year = t.year AND c.student_type = t.student_type
      WHERE place_iso3 IS NOT NULL`);
  },
};

/** Chinese names in English. Not every place of the files is in the list. */
async function translations(bench: Workbench): Promise<Map<string, string>> {
  const [chinese, english] = ['Chinese Name', 'English Name'] as const;
  const rows = await readCsv(bench.raw(`${SOURCE}/countryTranslation.csv`), [chinese, english]);
  // 參見 is "see": a reference from an old name to the entry of the new one.
  return new Map(
    rows
      .filter((row) => !row[english].includes('參見'))
      .map((row) => [row[chinese].trim(), row[english].trim()]),
  );
}

/** A file's cells: place, year, type, kind, students, whether the type is for mainland China. */
async function cellsOf(
  bench: Workbench,
  file: string,
  english: ReadonlyMap<string, string>,
): Promise<(string | number | boolean)[][]> {
  const path = `${SOURCE}/${file}`;
  const rows: Record<string, string>[] = await readCsv(bench.raw(path), [
    YEAR,
    CONTINENT,
    PLACE,
    ...Object.keys(TYPES),
  ]);
  const found = Object.keys(rows[0] ?? {}).slice(3);
  if (!found.some((column) => column in TRAINING))
    needColumns(path, found, [Object.keys(TRAINING).join(' or ')]);
  const strange = found.filter((column) => !(column in TYPES || column in TRAINING));
  if (strange.length)
    throw new UserError(
      `${path} has types of students that nobody has named in English: ${strange.join(', ')}.\n` +
        `Add them to scripts/sources/${SOURCE}.ts, with what kind each is.`,
    );
  return rows.flatMap((row) => {
    const chinese = row[PLACE] ?? '';
    const year = wholeNumber(row[YEAR], `${path}, ${chinese}, ${YEAR}`) + BEFORE_YEAR_ONE;
    return found.map((column) => {
      const { name, kind, mainland = false } = { ...TYPES, ...TRAINING }[column] as StudentType;
      return [
        english.get(chinese) ?? chinese,
        year,
        name,
        kind,
        wholeNumber(row[column], `${path}, ${chinese} in ${row[YEAR] ?? ''}, ${column}`),
        mainland,
      ];
    });
  });
}

function wholeNumber(text: string | undefined, where: string): number {
  if (!/^\d+$/.test(text ?? ''))
    throw new UserError(
      `${where}: "${text ?? ''}" is no whole number. Has the publisher changed the format?`,
    );
  return Number(text);
}
