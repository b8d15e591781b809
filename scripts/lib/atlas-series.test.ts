import { afterAll, beforeAll, expect, test } from 'vitest';
import { atlasSeries } from './atlas-series.ts';
import { Session } from './session.ts';

let db: Session;
beforeAll(async () => {
  db = await Session.open();
  await db.run(`
    CREATE TABLE layers AS FROM (VALUES ('students', true), ('papers', false), ('projects', false)) t(id, directed);
    CREATE TABLE flows AS FROM (VALUES
      ('students', 'hosts', 'CHN', 'ITA', 2010, 5, 'bu'), ('students', 'hosts', 'FRA', 'ITA', 2010, 5, 'b'),
      ('students', 'hosts', 'CHN', 'ITA', 2006, 5, 'b'), ('students', 'hosts', 'ITA', 'FRA', 2008, 5, 'be'),
      ('students', 'hosts', 'CHN', 'FRA', 2009, 5, 'u'), ('students', 'hosts', 'CHN', 'FRA', 2010, 5, NULL),
      ('papers', 'works', 'CHN', 'FRA', 2003, 5, 'b'), ('projects', 'grants', 'CHN', 'FRA', 2003, 5, 'p')
    ) t(layer, source, origin, destination, year, value, flag);
    CREATE TABLE coverage (source VARCHAR);
    CREATE TABLE totals (measure VARCHAR, source VARCHAR, country VARCHAR, year INTEGER, flag VARCHAR);
    CREATE TABLE country_indicators (indicator VARCHAR, layer VARCHAR, source VARCHAR, country VARCHAR, year INTEGER, flag VARCHAR);
    CREATE TABLE ties AS SELECT origin AS country FROM flows;`);
});
afterAll(() => {
  db.close();
});

test('breaks are those of the hosts that report, each year once and in order; of what is shared, of both ends', async () => {
  const { flows } = await atlasSeries(db);
  const breaks = Object.fromEntries(flows.map((series) => [series.source, series.breaks]));
  expect(breaks).toEqual({
    hosts: { FRA: [2008], ITA: [2006, 2010] },
    works: { CHN: [2003], FRA: [2003] },
    grants: undefined,
  });
  // A series without any says nothing of them: every page loads this file.
  expect(flows.find(({ source }) => source === 'grants')).not.toHaveProperty('breaks');
});
