import { parseArgs } from 'node:util';
import { checkSnapshot } from './lib/checks/check-snapshot.ts';
import { run } from './lib/errors.ts';
import { siteRoot } from './lib/hosts/site-root.ts';
import { PATHS, ROOT } from './lib/paths.ts';
import { step } from './lib/progress.ts';
import { ARCHIVES } from './lib/releases/archive.ts';
import { refuseNoAddress } from './lib/releases/ready.ts';
import { makeRelease } from './lib/releases/make-release.ts';

const USAGE = `Freezes the release that is published and built: its embeds and what they need, for good, in data/releases/<version>/.
Checks everything first; where something does not hold it says what to do, and writes nothing. See docs/releases.md.

  npm run release               after npm run data:publish && npm run build
  npm run release -- --dry-run  says what it would hold, and writes nothing
  … --without-address           where the site has no address yet (SITE_URL): pictures and citations then name a path alone`;

await run(async () => {
  const { values } = parseArgs({
    options: {
      'dry-run': { type: 'boolean' },
      'without-address': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) return step(USAGE);
  const dryRun = values['dry-run'] ?? false;
  const site = siteRoot();
  refuseNoAddress(site, values['without-address'] ?? false);
  const started = performance.now();
  const { index } = await makeRelease({
    root: ROOT,
    paths: PATHS,
    archives: ARCHIVES,
    check: () => checkSnapshot(PATHS),
    site,
    dryRun,
  });
  step(`         in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  if (!dryRun)
    step(
      `Now: git add data/releases && git commit -m "data: release ${index.version}", then npm run build, and put the site on its host.`,
    );
});
