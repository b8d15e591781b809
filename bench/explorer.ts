import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { run, UserError } from '../scripts/lib/errors.ts';
import { PATHS } from '../scripts/lib/paths.ts';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { coldAims, repaintAims } from './lib/aims.ts';
import { measureCold } from './lib/part-cold.ts';
import { measureRepaints } from './lib/part-repaint.ts';
import { printAims, printCold, printRepaints, record, type Setting } from './lib/report.ts';
import { summariseCold, summariseRepaints } from './lib/summary.ts';
import { WINDOW } from './lib/subjects.ts';
import { NETWORKS, SLOWER } from './lib/throttle.ts';
import { buildMosaicPage } from './mosaic/bundle.ts';

const USAGE = `Measures the explorer of the built site in a real browser, beside the same charts on Mosaic.

  npm run bench
  npm run bench -- --only=repaint        filter change to repaint, alone
  npm run bench -- --only=cold           first picture and first answer over slow networks, alone

  --site=FOLDER   the built site; dist/ if left out
  --rounds=N      rounds of ten interactions; 10
  --runs=N        visits of each page over each network; 5
  --out=FILE      the record; bench/results/explorer.json`;

const PARTS = ['repaint', 'cold'] as const;

await run(async () => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      site: { type: 'string', default: PATHS.dist },
      rounds: { type: 'string', default: '10' },
      runs: { type: 'string', default: '5' },
      out: { type: 'string', default: join(import.meta.dirname, 'results/explorer.json') },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return console.log(USAGE);
  const parts = PARTS.filter((part) => values.only === undefined || values.only === part);
  const [rounds, runs] = [Number(values.rounds), Number(values.runs)];
  if (!parts.length || !(rounds >= 1) || !(runs >= 1)) throw new UserError(USAGE);
  const site = resolve(values.site);
  const release = join(site, 'release');
  if (!existsSync(join(site, 'explore/index.html')))
    throw new UserError(`There is no built site with an explorer in ${site}. Build it: npm run build.`);

  const { folder: mosaic, flows } = await buildMosaicPage(release);
  const browser = await launchBrowser();
  try {
    const setting: Setting = {
      date: new Date().toISOString().slice(0, 10),
      release: (JSON.parse(await readFile(join(release, 'datapackage.json'), 'utf8')) as { version: string })
        .version,
      flows,
      cores: availableParallelism(),
      browser: `Chromium ${browser.version()}`,
      window: WINDOW,
    };
    if (parts.includes('repaint')) {
      const repaint = summariseRepaints(await measureRepaints(browser, { site, mosaic, rounds }));
      const aims = repaintAims(repaint);
      await record(values.out, { repaint: { setting, aims, ...repaint } });
      printRepaints(repaint);
      printAims(aims);
    }
    if (parts.includes('cold')) {
      const visits = summariseCold(await measureCold(browser, { site, mosaic, runs }));
      const aims = coldAims(visits);
      await record(values.out, {
        cold: { setting, networks: NETWORKS, processorSlowedBy: SLOWER, aims, visits },
      });
      printCold(visits);
      printAims(aims);
    }
  } finally {
    await browser.close();
  }
});
