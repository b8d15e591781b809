import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import sirv from 'sirv';
import { run, UserError } from './lib/errors.ts';
import { answerByRules, answerMissing } from './lib/hosts/answer.ts';
import { readBuiltSite } from './lib/hosts/built-site.ts';
import { hostRules } from './lib/hosts/rules.ts';
import { PATHS } from './lib/paths.ts';
import { step } from './lib/progress.ts';

/** Serves the built site from this machine, as a static host does that follows the site's rules (scripts/lib/hosts/rules.ts). */
await run(async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: process.env['PORT'] ?? '4321' },
      host: { type: 'string', default: '127.0.0.1' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UserError(`--port wants a number from 0 to 65535, not ${values.port}.`);
  if (!existsSync(join(PATHS.dist, 'index.html')))
    throw new UserError('There is no built site in dist/. Build it and serve it: npm start.');
  const files = sirv(PATHS.dist, { etag: true });
  const missing = readFileSync(join(PATHS.dist, '404.html'));
  const rules = hostRules((await readBuiltSite(PATHS.dist)).releases);
  const server = createServer((request, response) => {
    if (answerByRules(rules, '/', request, response)) return;
    files(request, response, () => {
      answerMissing(response);
      response.writeHead(404, { 'content-type': 'text/html;charset=utf-8' }).end(missing);
    });
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    step(
      error.code === 'EADDRINUSE'
        ? `Port ${port} is taken. Choose another: npm start -- --port ${port + 1}`
        : error.message,
    );
    process.exitCode = 1;
  });
  server.listen(port, values.host, () => {
    const address = server.address();
    step(
      `Crosscurrents is at http://${values.host}:${typeof address === 'object' && address ? address.port : port}/ (Ctrl+C ends it)`,
    );
  });
});
