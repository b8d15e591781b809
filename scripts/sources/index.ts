import type { Adapter } from './adapter.ts';
import { cordisH2020 } from './cordis-h2020.ts';
import { openalexCopublications } from './openalex-copublications.ts';
import { scholarlyMigration } from './scholarly-migration.ts';
import { uisStudentFlows } from './uis-student-flows.ts';
import { uisStudentTotals } from './uis-student-totals.ts';

/** Every source of observations, in the order of ingest: the totals of students come before the flows that are held against them. */
export const ADAPTERS: readonly Adapter[] = [
  openalexCopublications,
  scholarlyMigration,
  uisStudentTotals,
  uisStudentFlows,
  cordisH2020,
];
