import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { ROOT } from '../lib/paths.ts';
import { benchWith, complaint } from '../testing/bench.ts';
import { filesIn, folderWith } from '../testing/folder.ts';
import {
  outside,
  publisherApi,
  type Asked,
  type PublisherApi,
  type Reply,
} from '../testing/publisher-api.ts';
import { told } from '../testing/quiet.ts';
import { firstProvisionalYear, readArcs } from '../sources/openalex-copublications-arcs.ts';
import { openalexCopublications } from './openalex-copublications.ts';
import type { Outside } from './route.ts';

/*
 * The format, as OpenAlex documents it (its help site, github.com/ourresearch/openalex-help, read 2026-11-21):
 * content/api/grouping.md, updated 2026-09-18: "A grouped response returns at most 200 groups per page. To page through more,
 *   use cursor paging: start with cursor=* and follow meta.next_cursor until it's null"; "results are sorted by key (not by
 *   count)"; 'The "unknown" group … is hidden by default'; "groups_count only reports groups in the current page"; a group is
 *   {"key", "key_display_name", "count"}.
 * content/api/paging.md, updated 2026-06-14: "Repeat until next_cursor is null"; "The API currently accepts per_page=200 as
 *   legacy behavior, but this is deprecated and will be removed … 100 is the supported maximum." Hence pages of any size here.
 * content/api/authentication.md, updated 2026-06-20: "api_key=YOUR_KEY"; "List+Filter … $0.10" per 1,000 calls; "Your free API key
 *   gives you $1 of free usage every day … refills every day at midnight UTC"; meta has "cost_usd": 0.0001; "If you exceed your
 *   daily limit or make more than 100 requests per second, you'll get 429".
 * content/api/errors.md, updated 2026-10-04: "Error responses are free."
 * content/data/works/corpus.md, updated 2026-09-18: "The default is core. Pick a different view with the corpus parameter".
 * https://docs.openalex.org/api-entities/authors/limitations: the authorships of a work "will be cut off at 100 … This affects
 *   filtering as well."
 * Keys of countries come as "US" and as "https://openalex.org/countries/US". That a page may end with groups of count 0 is in
 * the API's own code (github.com/ourresearch/openalex-elastic-api, core/group_by/results.py). The works are of our own making.
 */
interface Work {
  readonly year: number;
  readonly countries: readonly string[];
  readonly field?: number;
  readonly goals?: readonly number[];
}

const WORKS: readonly Work[] = [
  { year: 2020, countries: ['NA', 'FR'], field: 17, goals: [3] },
  { year: 2020, countries: ['NA', 'FR', 'DE'], field: 27, goals: [3, 13] },
  { year: 2020, countries: ['DE'], field: 17 },
  { year: 2021, countries: ['FR', 'US'], field: 17, goals: [] },
];
const CSV_2020 = [
  '2020,DE,DE,1',
  '2020,DE,FR,1',
  '2020,DE,NA,1',
  '2020,FR,DE,1',
  '2020,FR,FR,2',
  '2020,FR,NA,2',
];
const CSV = [
  'year,country,partner,works',
  ...CSV_2020,
  ...['2020,NA,DE,1', '2020,NA,FR,2', '2020,NA,NA,2'],
  ...['2021,FR,FR,1', '2021,FR,US,1', '2021,US,FR,1', '2021,US,US,1'],
  '',
];

/** An index of works that answers /works with group_by, in pages of at most `most` groups. */
const index =
  (works: readonly Work[], { most = 200, key = (code: string) => code } = {}) =>
  ({ path, query }: Asked): Reply => {
    if (path !== '/works' || query.get('corpus') !== 'core') return { status: 404, body: {} };
    if (query.get('api_key') !== 'made-up-key') return { status: 401, body: { error: 'Unauthorized' } };
    const filters = (query.get('filter') ?? '').split(',').map((filter) => filter.split(':'));
    const fits = (work: Work) =>
      filters.every(([name, value = '']) => {
        const [from, to = from] = value.split('-').map(Number);
        if (name === 'publication_year') return work.year >= Number(from) && work.year <= Number(to);
        if (name === 'authorships.countries') return work.countries.includes(value);
        if (name === 'primary_topic.field.id') return work.field === Number(value);
        if (name === 'sustainable_development_goals.id') return work.goals?.includes(Number(value));
        return name === 'countries_distinct_count' && value === '>1' && work.countries.length > 1;
      });
    const keysOf = (work: Work): readonly (string | number)[] => {
      if (query.get('group_by') === 'authorships.countries') return work.countries.map(key);
      if (query.get('group_by') === 'primary_topic.field.id')
        return [`https://openalex.org/fields/${work.field}`];
      return (work.goals ?? []).map((goal) => `https://openalex.org/sdgs/${goal}`);
    };
    const counts = new Map<string, number>();
    for (const work of works.filter(fits))
      for (const found of keysOf(work)) counts.set(String(found), (counts.get(String(found)) ?? 0) + 1);
    const cursor = query.get('cursor') ?? '';
    const after = cursor === '*' ? '' : Buffer.from(cursor, 'base64').toString();
    const perPage = Math.min(most, Number(query.get('per_page')));
    const page = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).filter(([found]) => found > after);
    const groups = page
      .slice(0, perPage)
      .map(([found, count]) => ({ key: found, key_display_name: `Name of ${found}`, count }));
    const last = groups.at(-1)?.key;
    // As the API does: the page is filled up with groups of nothing, even ones that an earlier page had.
    if (groups.length < perPage) groups.push({ key: key('AD'), key_display_name: 'Andorra', count: 0 });
    return {
      body: {
        meta: {
          count: works.filter(fits).length,
          groups_count: groups.length,
          per_page: perPage,
          next_cursor: last === undefined ? null : Buffer.from(last).toString('base64'),
          cost_usd: 0.0001,
        },
        results: [],
        group_by: groups,
      },
    };
  };

const route = ({ base }: { readonly base: string }, key = 'made-up-key') =>
  openalexCopublications({ base, key });
const OPTIONS = { years: '2020:2021', yes: true };

async function refresh(api: PublisherApi, options: object = {}, world?: Outside) {
  const at = world ?? (await outside());
  const files = await route(api).refresh(at, { ...OPTIONS, ...options });
  const read = async (i: number) => {
    const bytes = await readFile(join(at.raw, files[i]?.path ?? ''));
    return (files[i]?.path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  };
  return { files, read, raw: at.raw };
}

/** What was answered, without the key, in words: "2020 DE *". */
const answered = ({ log }: PublisherApi) =>
  log.filter((line) => line.startsWith('200 ')).map((line) => line.slice(4));

test('pairs and totals of each year come as one file, Namibia among them, and nothing else is left', async () => {
  const { files, read, raw } = await refresh(await publisherApi(index(WORKS)));
  expect(files.map(({ path }) => path)).toEqual(['openalex-copublications/api-2026-11-21.csv.gz']);
  expect(await read(0)).toEqual(CSV);
  expect(await filesIn(raw)).toEqual(['openalex-copublications/api-2026-11-21.csv.gz']);
  expect(files[0]?.replaces.test('WrldCo_years.zip')).toBe(true);
  expect(files[0]?.replaces.test('api-field-2026-11-21.csv.gz')).toBe(false);
});

test('before it asks anything it says how many calls that takes and what they cost', async () => {
  const api = await publisherApi(index(WORKS));
  told();
  const { files, raw } = await refresh(api, { yes: false });
  expect(told()).toMatch(
    /^estimate {2}--years 2020:2021 by country: at most 1,512 calls, at \$0\.0001 each \$0\.15\. A free key has \$1 a day: 1 day without paying[\s\S]*--yes/,
  );
  await refresh(api, { yes: false, years: '1990:2025', by: 'field' });
  expect(told()).toMatch(
    /at most 707,619 calls, at \$0\.0001 each \$70\.76\. A free key has \$1 a day: 71 days/,
  );
  expect(api.log).toEqual([]);
  expect(files).toEqual([]);
  expect(await filesIn(raw)).toEqual([]);
});

test.each([1, 2])('pages of %i groups make the same file, and no call is made twice', async (most) => {
  const api = await publisherApi(index(WORKS, { most }));
  const { read } = await refresh(api);
  expect(await read(0)).toEqual(CSV);
  expect(new Set(api.log).size).toBe(api.log.length);
});

test('keys that are addresses are codes all the same', async () => {
  const api = await publisherApi(index(WORKS, { key: (code) => `https://openalex.org/countries/${code}` }));
  expect(await (await refresh(api)).read(0)).toEqual(CSV);
});

test('a new field is none of our business', async () => {
  const answer = index(WORKS);
  const api = await publisherApi((asked) => {
    const { body } = answer(asked) as { body: { group_by: object[] } };
    return {
      body: { ...body, warnings: [], group_by: body.group_by.map((group) => ({ ...group, share: 1 })) },
    };
  });
  expect(await (await refresh(api)).read(0)).toEqual(CSV);
});

test('a 429 is waited for', async () => {
  const answer = index(WORKS);
  const api = await publisherApi((asked) =>
    asked.time === 1 ? { status: 429, headers: { 'retry-after': '1' }, body: {} } : answer(asked),
  );
  expect(await (await refresh(api)).read(0)).toEqual(CSV);
  expect(new Set(answered(api)).size).toBe(answered(api).length);
});

describe('a run that stops goes on where it was', () => {
  /** Answers so many calls, and then as `stop` says. */
  const after = (calls: number, stop: () => Reply) => {
    const answer = index(WORKS, { most: 2 });
    let left = calls;
    return (asked: Asked) => (left-- > 0 ? answer(asked) : stop());
  };

  test('when the budget of the day is spent, and the edition stays that of the first day', async () => {
    let calls = 7;
    const answer = index(WORKS, { most: 2 });
    const api = await publisherApi((asked) =>
      calls-- > 0 ? answer(asked) : { status: 429, body: { error: 'Rate limit exceeded' } },
    );
    const world = await outside();
    expect(await complaint(refresh(api, {}, world))).toMatch(
      /^openalex-copublications, 2020 FR: [\s\S]*429[\s\S]*\nThe answers before that are kept: run the same command again, after midnight UTC/,
    );
    for (const path of await filesIn(world.raw))
      expect(await readFile(join(world.raw, path), 'utf8')).not.toContain('made-up-key');
    calls = 1000;
    told();
    const { files, read } = await refresh(api, {}, { ...world, today: '2026-11-22' });
    expect(told()).toMatch(/at most 1,505 calls, after 7 that are answered/);
    expect(files[0]?.path).toBe('openalex-copublications/api-2026-11-21.csv.gz');
    expect(await read(0)).toEqual(CSV);
    expect(new Set(answered(api)).size).toBe(answered(api).length);
  });

  test('when its process is killed at any point', async () => {
    let calls = 0;
    let held: () => void = () => undefined;
    const answer = index(WORKS, { most: 2 });
    const api = await publisherApi((asked) => {
      if (calls-- > 0) return answer(asked);
      held();
      return null;
    });
    const raw = await folderWith();
    const url = (path: string) => JSON.stringify(pathToFileURL(join(ROOT, path)).href);
    const program = `
      import { Downloader } from ${url('scripts/lib/downloader.ts')};
      import { openalexCopublications } from ${url('scripts/refresh/openalex-copublications.ts')};
      const route = openalexCopublications({ base: ${JSON.stringify(api.base)}, key: 'made-up-key' });
      await route.refresh({ downloader: new Downloader(), raw: ${JSON.stringify(raw)}, today: '2026-11-21' }, ${JSON.stringify(OPTIONS)});`;
    for (const more of [1, 4, 6]) {
      calls = more;
      const hold = new Promise<void>((resolve) => (held = resolve));
      const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'ignore' });
      await hold;
      child.kill('SIGKILL');
      await once(child, 'exit');
      expect((await filesIn(raw)).filter((path) => path.endsWith('.gz'))).toEqual([]);
    }
    calls = 1000;
    const { read } = await refresh(api, {}, { ...(await outside()), raw });
    expect(await read(0)).toEqual(CSV);
    expect(answered(api)).toHaveLength(new Set(answered(api)).size);
    expect(answered(api).length).toBeGreaterThan(1 + 4 + 6);
    expect(await filesIn(raw)).toEqual(['openalex-copublications/api-2026-11-21.csv.gz']);
  }, 30_000);

  test('when it was killed in the middle of a line: that call is made again, and no other', async () => {
    const world = await outside();
    const api = await publisherApi(after(9, () => ({ status: 400, body: {} })));
    await complaint(refresh(api, {}, world));
    const journal = join(world.raw, 'openalex-copublications/.run-country/2020.jsonl');
    await appendFile(journal, '{"question":"2020 FR","groups":[["D');
    const second = await publisherApi(index(WORKS, { most: 2 }));
    const { read } = await refresh(second, {}, world);
    expect(await read(0)).toEqual(CSV);
    expect(answered(api).filter((call) => answered(second).includes(call))).toEqual([]);
  });

  test('unless it is asked for something else, or to begin anew', async () => {
    const world = await outside();
    await complaint(refresh(await publisherApi(after(3, () => ({ status: 400, body: {} }))), {}, world));
    const api = await publisherApi(index(WORKS));
    expect(await complaint(refresh(api, { years: '2021' }, world))).toBe(
      'There is an unfinished run of 2026-11-21 for --years 2020:2021 by country, and this one is for --years 2021:2021 by country. Finish that with the same options, or forget it: --restart.',
    );
    expect(api.log).toEqual([]);
    const { read } = await refresh(api, { years: '2021', restart: true }, world);
    expect(await read(0)).toEqual([CSV[0], ...CSV.slice(10)]);
  });
});

describe('by field and by goal', () => {
  test('each has files of its own, with the names that OpenAlex gives', async () => {
    const { files, read } = await refresh(await publisherApi(index(WORKS)), { by: 'field' });
    expect(files.map(({ path }) => path)).toEqual([
      'openalex-copublications/api-field-2026-11-21.csv.gz',
      'openalex-copublications/api-field-names-2026-11-21.csv',
    ]);
    expect((await read(0)).slice(0, 6)).toEqual([
      'year,field,country,partner,works',
      '2020,17,FR,FR,1',
      '2020,17,FR,NA,1',
      '2020,17,NA,FR,1',
      '2020,17,NA,NA,1',
      '2020,27,DE,DE,1',
    ]);
    expect(await read(1)).toEqual([
      'field,name',
      '17,Name of https://openalex.org/fields/17',
      '27,Name of https://openalex.org/fields/27',
      '',
    ]);
  });

  test('a work counts for every goal that it has', async () => {
    const { read } = await refresh(await publisherApi(index(WORKS)), { by: 'goal', years: '2020' });
    const rows = await read(0);
    expect(rows).toContain('2020,3,FR,NA,2');
    expect(rows).toContain('2020,13,FR,NA,1');
  });

  test('a run by field stops and goes on beside one by country', async () => {
    const world = await outside();
    let calls = 5;
    const answer = index(WORKS);
    const api = await publisherApi((asked) => (calls-- > 0 ? answer(asked) : { status: 400, body: {} }));
    await complaint(refresh(api, { by: 'field' }, world));
    calls = 1000;
    await refresh(api, {}, world);
    const { read } = await refresh(api, { by: 'field' }, world);
    expect((await read(0))[1]).toBe('2020,17,FR,FR,1');
    expect((await read(1))[1]).toBe('17,Name of https://openalex.org/fields/17');
    expect(new Set(answered(api)).size).toBe(answered(api).length);
  });
});

describe('what does not fit stops, names source and question, and leaves no file', () => {
  const changed = (
    change: (body: { group_by: { key: string; count: number }[]; meta: object }, asked: Asked) => object,
  ) => {
    const answer = index(WORKS);
    return (asked: Asked): Reply => {
      const { body } = answer(asked);
      return { body: { ...(body as object), ...change(body as never, asked) } };
    };
  };
  const isOf = (country: string, { query }: Asked) =>
    query.get('filter')?.includes(`countries:${country},`) ?? false;
  test.each([
    [
      'a renamed field',
      changed(({ group_by }) => ({ group_by: group_by.map(({ key, ...rest }) => ({ id: key, ...rest })) })),
      /^openalex-copublications, 2020: http.*another shape[\s\S]*group_by\[0\]\.key/,
    ],
    [
      'no cursor',
      changed(({ meta }) => ({ meta: { ...meta, next_cursor: undefined } })),
      /^openalex-copublications, 2020: http.*another shape[\s\S]*meta\.next_cursor/,
    ],
    [
      'a list that is cut off',
      changed(({ group_by }, asked) => (isOf('NA', asked) ? { group_by: group_by.slice(0, 1) } : {})),
      /^openalex-copublications, 2020 NA: its own works are not among the 1 groups that came/,
    ],
    [
      'a cursor that turns in a circle',
      changed(({ meta, group_by }, { query }) => ({
        meta: { ...meta, next_cursor: 'again' },
        group_by: query.get('cursor') === '*' ? group_by : [{ key: 'XX', key_display_name: 'X', count: 1 }],
      })),
      /^openalex-copublications, 2020: OpenAlex gives the cursor again again and again/,
    ],
    [
      'keys that are no countries',
      changed(({ group_by }) => ({
        group_by: group_by.map((group) => ({ ...group, key: `C-${group.key}` })),
      })),
      /^openalex-copublications, 2020: C-DE is no code of a country/,
    ],
    [
      'no works at all',
      index([]),
      /^openalex-copublications: OpenAlex has no works of two countries in 2020-2021\./,
    ],
    [
      'pairs that only one of their countries has',
      changed(({ group_by }, asked) =>
        isOf('US', asked) ? { group_by: group_by.filter(({ key }) => key === 'US') } : {},
      ),
      /^openalex-copublications: 1 of 4 pairs stand in one direction only: whole pages must be missing/,
    ],
    [
      'a refused key',
      () => ({ status: 401, body: { error: 'Unauthorized' } }),
      /^openalex-copublications, 2020: .*401/,
    ],
  ])('%s', async (_what, answer, message) => {
    const world = await outside();
    const api = await publisherApi(answer);
    const text = await complaint(refresh(api, {}, world));
    expect(text).toMatch(message);
    expect(text).not.toContain('made-up-key');
    expect((await filesIn(world.raw)).filter((path) => path.endsWith('.gz'))).toEqual([]);
  });

  test.each([
    ['no key', {}, '', /wants a key\. It is free: make an account/],
    [
      'a file without a key',
      { 'key-file': '/dev/null' },
      'k',
      /wants a key, and there is none in \/dev\/null/,
    ],
    ['another division', { by: 'topic' }, 'k', /^--by wants field or goal, not topic\./],
    [
      'years that are none',
      { years: '2021:2020' },
      'k',
      /^--years wants years as 1990:2025, or one year, not 2021:2020\./,
    ],
  ])('%s', async (_what, options, key, message) => {
    const api = await publisherApi(index(WORKS));
    expect(await complaint(route(api, key).refresh(await outside(), { ...OPTIONS, ...options }))).toMatch(
      message,
    );
    expect(api.log).toEqual([]);
  });
});

test('the key may be in a file, and is not in what a record would say', async () => {
  const folder = await folderWith({ key: 'made-up-key\n' });
  const world = await outside();
  const api = await publisherApi(index(WORKS.slice(0, 1)));
  vi.stubEnv('OPENALEX_API_KEY', '');
  const files = await openalexCopublications({ base: api.base }).refresh(world, {
    ...OPTIONS,
    'key-file': join(folder, 'key'),
  });
  vi.unstubAllEnvs();
  expect(files).toHaveLength(1);
  expect(JSON.stringify(files)).not.toContain('made-up-key');
});

test('the reader gives the table that the adapter fills from Pajek files, with 0 where one direction is missing', async () => {
  const text = [...CSV.slice(0, 3), '2020,NA,NA,5', ''].join('\n');
  const plain = await benchWith({ 'openalex-copublications/api-2026-11-21.csv': text });
  await readArcs(plain, 'openalex-copublications/api-2026-11-21.csv');
  const rows = await plain.db.all<Record<string, unknown>>('FROM arcs ORDER BY ALL');
  expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
    '2020 DE DE 1',
    '2020 DE FR 1',
    '2020 FR DE 0',
    '2020 NA NA 5',
  ]);
});

test('the last year that had ended when a run began was still growing', () => {
  expect(firstProvisionalYear('openalex-copublications/api-2026-11-21.csv.gz')).toBe(2025);
  expect(firstProvisionalYear('openalex-copublications/api-field-2027-01-02.csv.gz')).toBe(2026);
  expect(() => firstProvisionalYear('openalex-copublications/api.csv.gz')).toThrow(
    /of which day its answers are/,
  );
});
