import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';
import { aiPairs } from './ncses-publications/ai.ts';
import { articleCounts } from './ncses-publications/counts.ts';
import { articlesByField } from './ncses-publications/fields.ts';
import { articlePairs } from './ncses-publications/pairs.ts';

/** Articles on Scopus as Science & Engineering Indicators count them, in three editions that are never one series. */
export const ncsesPublications: Adapter = {
  id: 'ncses-publications',
  async ingest(bench: Workbench) {
    await articleCounts(bench);
    // The pairs hold country totals, which are held against the counts: so these come first.
    await articlePairs(bench);
    await articlesByField(bench);
    await aiPairs(bench);
  },
};
