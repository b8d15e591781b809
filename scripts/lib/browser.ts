import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './chromium.ts';

/**
 * The switches that a container without GPU and without a user session needs. The Chromium package also lists
 * `--single-process` and `--disable-web-security`: they are left out, as tests must run under the rules that
 * readers' browsers keep, and survive a page that crashes.
 */
const ARGS = [
  '--no-sandbox',
  '--disable-setuid-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * A headless Chromium; the caller closes it. Needs no package of the operating system.
 * The environment variable `CHROMIUM_PATH` names another binary.
 */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({
    executablePath,
    args: ARGS,
    env: { ...(process.env as Record<string, string>), ...env },
  });
}
