import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../lib/errors.ts';
import { step } from '../lib/progress.ts';
import { writeCsv } from './csv-file.ts';
import { Journal } from './journal.ts';
import { OpenAlexApi } from './openalex-api.ts';
import { Matrices } from './openalex-matrices.ts';
import { estimate, planOf, settingsOf, whole, type Plan } from './openalex-plan.ts';
import { editioned, type Options, type Outside, type Refreshed, type Route } from './route.ts';

const SOURCE = 'openalex-copublications';

/**
 * Works with authors in two countries or more, by pair of countries and year, from the API of OpenAlex: for each year the
 * countries that have any, and for each of these its partners; by field or goal as well. Before it asks anything it says what
 * that costs. Each answer is kept as it comes, so that a run that stops goes on where it was.
 *
 * Leaves `api-<edition>.csv.gz` (year, country, partner, works), both directions of a pair; where the partner is the country
 * itself, works are all that it has with any other. A pair that is not there has no work. With --by field there are
 * `api-field-<edition>.csv.gz` (year, field, country, partner, works) and `api-field-names-<edition>.csv` (field, name); likewise by goal.
 */
export function openalexCopublications({
  base = 'https://api.openalex.org',
  key = process.env['OPENALEX_API_KEY'] ?? '',
} = {}): Route {
  return {
    id: SOURCE,
    help: `works of pairs of countries by year. Wants a key (free: openalex.org/settings/api), in OPENALEX_API_KEY; costs money beyond $1 a day.
      --years 1990:2025      these years; else 1990 to the last that has ended
      --by field|goal        by field of research, or by Sustainable Development Goal: files of their own, 26 or 17 times as dear
      --key-file FILE        the key is in this file
      --yes                  go on after the estimate, and spend what it says
      --restart              forget an unfinished run`,
    options: { years: 'string', by: 'string', 'key-file': 'string', yes: 'boolean', restart: 'boolean' },
    async refresh(outside, options) {
      const folder = join(outside.raw, SOURCE, `.run-${String(options['by'] ?? 'country')}`);
      const unfinished = options['restart'] ? null : await Journal.find(folder);
      const plan = planOf(outside.today, options, unfinished);
      const api = new OpenAlexApi(outside.downloader, base, await keyOf(options, key));
      step(`estimate  ${await estimate(plan, unfinished)}`);
      if (!options['yes']) {
        step('Nothing was asked yet. To go on, and spend that: add --yes.');
        return [];
      }
      const journal = unfinished ?? (await Journal.begin(folder, settingsOf(plan)));
      const matrices = new Matrices(api, plan, journal);
      await matrices.ask();
      const refreshed = await write(outside, plan, matrices);
      await journal.close();
      step(`spent     ${whole(api.calls)} calls in this run, $${api.cost.toFixed(4)} as OpenAlex says`);
      return refreshed;
    },
  };
}

async function keyOf(options: Options, key: string): Promise<string> {
  const file = options['key-file'];
  const found = file ? await readFile(String(file), 'utf8').catch(() => '') : key;
  if (found.trim()) return found.trim();
  throw new UserError(
    `${SOURCE}: OpenAlex wants a key${file ? `, and there is none in ${String(file)}` : ''}. It is free: make an account, copy it from https://openalex.org/settings/api, and put it in OPENALEX_API_KEY or in a file (--key-file FILE).`,
  );
}

async function write({ raw, today }: Outside, plan: Plan, matrices: Matrices): Promise<Refreshed[]> {
  const { division, edition, from, to } = plan;
  const stem = division ? `api-${division}` : 'api';
  const origin = {
    rebuilt_from: `https://api.openalex.org/works: group_by=authorships.countries for each country${division ? `, ${division}` : ''} and year of ${from}-${to}, countries_distinct_count:>1, corpus=core, asked from ${edition} to ${today}`,
  };
  const column = division ? `${division},` : '';
  const cells = editioned(SOURCE, [stem, '.csv.gz'], edition, origin);
  const rows = await writeCsv(join(raw, cells.path), `year,${column}country,partner,works`, matrices.cells());
  step(`written   ${cells.path} (${whole(rows)} cells)`);
  // The undivided file comes in the place of the matrices of 2024 too, which are of another format.
  if (!division) return [{ ...cells, replaces: /^(WrldCo_years\.zip|ISO2codes\.csv|api(-\d.*)?\.csv\.gz)$/ }];
  const names = editioned(SOURCE, [`${stem}-names`, '.csv'], edition, origin);
  const parts = matrices.parts.flatMap((part) => (part ? [part] : []));
  await writeCsv(join(raw, names.path), `${column}name`, parts);
  step(`written   ${names.path} (${parts.length} names)`);
  return [cells, names];
}
