import { parseArgs } from 'node:util';
import { diffEditions, diffReport } from './lib/diff.ts';
import { withEdition } from './lib/editions.ts';
import { run, UserError } from './lib/errors.ts';
import { step } from './lib/progress.ts';
import { Session } from './lib/session.ts';

const USAGE = `Tells what changed between two editions of the data: by table and source, rows added, removed and revised, and the largest revisions.

  npm run -s data:diff OLD NEW       each a folder with a release or a snapshot, or a revision: npm run -s data:diff HEAD data/snapshot`;

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  const [old, fresh, ...more] = positionals;
  if (values.help) return step(USAGE);
  if (!old || !fresh || more.length) throw new UserError(USAGE);
  const db = await Session.open();
  try {
    const diffs = await withEdition(old, (before) =>
      withEdition(fresh, (after) => diffEditions(db, before, after)),
    );
    // A reader such as `head` may close the pipe early: that is no error.
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
    process.stdout.write(`${diffReport(diffs)}\n`);
  } finally {
    db.close();
  }
});
