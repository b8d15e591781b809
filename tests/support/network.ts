import type { Page } from 'playwright-core';

/** What a page did that a reader's privacy, policy or patience would mind. Grows while the page lives. */
export interface NetworkLog {
  /** Addresses of requests to other hosts. Each was stopped before it left. */
  readonly foreign: readonly string[];
  /** Errors and warnings on the console. */
  readonly console: readonly string[];
  /** Errors that no script caught. */
  readonly errors: readonly string[];
  /** What the page's policy (CSP) refused: directive and address. */
  readonly violations: readonly string[];
}

/**
 * Watches a page from before its first navigation, and stops every request that is not for `origin`, from the page
 * and from its workers. Routes that a test sets on the page itself come first.
 */
export async function watchNetwork(page: Page, origin: string): Promise<NetworkLog> {
  const log = {
    foreign: [] as string[],
    console: [] as string[],
    errors: [] as string[],
    violations: [] as string[],
  };
  const isOwn = (address: string) => {
    const url = new URL(address);
    return url.origin === origin || ['blob:', 'data:', 'about:'].includes(url.protocol);
  };
  const note = (address: string) => {
    if (!isOwn(address) && !log.foreign.includes(address)) log.foreign.push(address);
  };

  page.on('request', (request) => note(request.url()));
  page.on('websocket', (socket) => note(socket.url()));
  await page.context().route(
    (url) => !isOwn(url.href),
    (route) => {
      note(route.request().url());
      return route.abort();
    },
  );
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) log.console.push(message.text());
  });
  page.on('pageerror', (error) => log.errors.push(String(error.stack ?? error)));
  await page.exposeFunction('noteViolation', (violation: string) => log.violations.push(violation));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      const { noteViolation } = globalThis as unknown as { noteViolation(text: string): void };
      noteViolation(`${effectiveDirective} ${blockedURI}`);
    });
  });
  return log;
}
