import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import { QueryError } from '../src/engine/engine.ts';
import { openNative } from '../src/engine/native.ts';
import { run, UserError } from './lib/errors.ts';
import { PATHS } from './lib/paths.ts';

const USAGE = `Runs SQL over the tables and relations of the release and prints CSV.

  npm run -s query -- "SELECT * FROM layers"
  npm run -s query -- --json "SELECT count(*) AS n FROM flows"     an array of row objects`;

await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  const [sql, ...more] = positionals;
  if (values.help || !sql || more.length) throw new UserError(USAGE);
  const engine = await openNative(PATHS.release).catch((error: Error) => {
    throw new UserError(error.message);
  });
  try {
    const rows = await engine.query(sql);
    process.stdout.write(
      values.json ? `${JSON.stringify(rows)}\n` : `${Papa.unparse(rows, { newline: '\n' })}\n`,
    );
  } catch (error) {
    if (error instanceof QueryError) throw new UserError(error.message);
    throw error;
  } finally {
    await engine.close();
  }
});
