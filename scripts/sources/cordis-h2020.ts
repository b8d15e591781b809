import type { Workbench } from '../lib/workbench.ts';
import type { Adapter } from './adapter.ts';
import { countPairs } from './cordis-h2020/pairs.ts';
import { countParticipation } from './cordis-h2020/participation.ts';
import { H2020, HORIZON, type Programme } from './cordis-h2020/programmes.ts';
import { readProjects } from './cordis-h2020/projects.ts';
import { readThemes } from './cordis-h2020/themes.ts';

/** A programme of CORDIS: shared projects of two countries, by theme too, and what each country has in the programme: roles, money, firms. */
const cordis = (programme: Programme): Adapter => ({
  id: programme.id,
  async ingest(bench: Workbench) {
    await readProjects(bench, programme);
    await readThemes(bench, programme);
    await countPairs(bench, programme);
    await countParticipation(bench, programme);
  },
});

/** Horizon 2020. */
export const cordisH2020 = cordis(H2020);

/** Horizon Europe, as soon as data/sources/ has a record of it; until then it does nothing. */
export const cordisHorizon: Adapter = {
  id: HORIZON.id,
  async ingest(bench: Workbench) {
    if (bench.records.has(HORIZON.id)) await cordis(HORIZON).ingest(bench);
  },
};
