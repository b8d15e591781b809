import { Downloader } from './lib/downloader.ts';
import { run } from './lib/errors.ts';
import { PATHS } from './lib/paths.ts';
import { ROUTES } from './refresh/index.ts';
import { refresh } from './refresh/refresh.ts';

/** Brings newer data of a source by its publisher's official route. Entries for its record go to standard output. */
await run(async () => {
  const outside = {
    downloader: new Downloader(),
    raw: PATHS.raw,
    today: new Date().toISOString().slice(0, 10),
  };
  const entries = await refresh(process.argv.slice(2), ROUTES, outside, PATHS);
  if (entries?.length) process.stdout.write(`${JSON.stringify(entries, null, 2)}\n`);
});
