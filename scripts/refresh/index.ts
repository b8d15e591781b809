import { cordis, PROGRAMMES } from './cordis.ts';
import { openalexCopublications } from './openalex-copublications.ts';
import type { Route } from './route.ts';
import { scholarlyMigration } from './scholarly-migration.ts';
import { uisStudentFlows } from './uis-student-flows.ts';
import { uisStudentTotals } from './uis-student-totals.ts';
import { worldBank } from './world-bank.ts';

/** Every source that can be refreshed, as its publisher offers it. */
export const ROUTES: readonly Route[] = [
  openalexCopublications(),
  uisStudentTotals(),
  uisStudentFlows(),
  worldBank(),
  cordis(PROGRAMMES.h2020),
  cordis(PROGRAMMES.horizon),
  scholarlyMigration(),
];
