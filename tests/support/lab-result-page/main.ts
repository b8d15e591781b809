import '../../../src/styles/fonts.css';
import '../../../src/styles/tokens.css';
import '../../../src/styles/site.css';
import '../../../src/styles/charts.css';
import '../../../src/styles/grid.css';
import '../../../src/styles/lab-result.css';
import { openBrowser, type BrowserEngine, type TableOptions } from '../../../src/engine/browser.ts';
import type { SqlParams } from '../../../src/engine/engine.ts';
import { ResultPanel } from '../../../src/lab/result/result-panel.ts';

/** What the page offers to a test: it stands where the lab's own page will. */
export interface LabResultPage {
  readonly engine: BrowserEngine;
  readonly panel: ResultPanel;
  /** Runs a query and shows what it answers. */
  show(sql: string, options?: ShowOptions): Promise<void>;
}

export interface ShowOptions extends Pick<TableOptions, 'needs' | 'most'> {
  readonly params?: SqlParams;
  readonly title?: string;
}

declare global {
  var labResult: LabResultPage;
}

const element = document.querySelector('main > section');
if (!(element instanceof HTMLElement)) throw new Error('The page has no place for the panel.');
const engine = openBrowser({ release: 'release/datapackage.json' });
const panel = new ResultPanel(element, () => Promise.resolve(engine), { files: () => 'a query, 2018' });

globalThis.labResult = {
  engine,
  panel,
  async show(sql, { params = {}, needs, most, title } = {}) {
    const start = performance.now();
    const result = await engine.table(sql, params, { needs, most });
    panel.show(result, {
      sql,
      ms: performance.now() - start,
      run: (text, signal) => engine.table(text, params, { needs, most, signal }),
      params,
      ...(needs ? { needs } : {}),
      ...(title ? { title } : {}),
    });
  },
};
