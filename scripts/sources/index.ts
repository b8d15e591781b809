import type { Adapter } from './adapter.ts';
import { canadaStudyPermits } from './canada-study-permits.ts';
import { cepiiGeodist } from './cepii-geodist.ts';
import { cordisFp7 } from './cordis-fp7.ts';
import { cordisH2020, cordisHorizon } from './cordis-h2020.ts';
import { ecordaParticipation } from './ecorda-participation.ts';
import { eisCopublications } from './eis-copublications.ts';
import { erasmusMobility } from './erasmus-mobility.ts';
import { groups } from './groups.ts';
import { ncsesPublications } from './ncses-publications.ts';
import { openalexCitations } from './openalex-citations.ts';
import { openalexCopublications } from './openalex-copublications.ts';
import { organisations } from './organisations/index.ts';
import { scholarlyMigration } from './scholarly-migration.ts';
import { snsfPartners } from './snsf-partners.ts';
import { taiwanForeignStudents } from './taiwan-foreign-students.ts';
import { uisSdg4 } from './uis-sdg4.ts';
import { uisStudentFlows } from './uis-student-flows.ts';
import { uisStudentTotals } from './uis-student-totals.ts';
import { usStudentVisas } from './us-student-visas.ts';
import { vdemAcademicFreedom } from './vdem-academic-freedom.ts';
import { worldBankWdi } from './world-bank-wdi.ts';

/** Every source of observations, in the order of ingest: the totals of students come before the flows that are held against them. */
export const ADAPTERS: readonly Adapter[] = [
  openalexCopublications,
  scholarlyMigration,
  uisStudentTotals,
  uisStudentFlows,
  cordisH2020,
  cordisHorizon,
  cordisFp7,
  ecordaParticipation,
  snsfPartners,
  usStudentVisas,
  canadaStudyPermits,
  taiwanForeignStudents,
  erasmusMobility,
  ncsesPublications,
  organisations,
  worldBankWdi,
  uisSdg4,
  eisCopublications,
  openalexCitations,
  vdemAcademicFreedom,
  cepiiGeodist,
  groups,
];
