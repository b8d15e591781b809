import type { Workbench } from '../../lib/workbench.ts';
import type { Adapter } from '../adapter.ts';
import { readProjects } from '../cordis-h2020/projects.ts';
import { curatedBy, readAliases, readLexicon } from './decisions.ts';
import { Dossiers } from './dossiers.ts';
import { fillErasmusTotals } from './erasmus-totals.ts';
import { readFp7 } from './fp7-organisations.ts';
import { fillOrganisations } from './h2020-organisations.ts';
import { matchFp7 } from './match-fp7.ts';
import { RorIndex } from './match-ror.ts';
import { fillPersistence } from './persistence.ts';
import { readRegistry, SOURCE as REGISTRY } from './registry.ts';
import { fillTies } from './ties.ts';

/**
 * Universities and research organisations of Horizon 2020, matched to the Research Organization Registry, their ties and
 * those that began in FP7, and what universities sent and received in Erasmus+. Reads files of four records, after the
 * adapters of the sources themselves, which refuse codes that nobody knows.
 */
export const organisations: Adapter = {
  id: 'organisations',
  async ingest(bench: Workbench) {
    const lexicon = await readLexicon();
    const records = await readRegistry(bench);
    const { curated, idle } = curatedBy(await readAliases(), lexicon, records);
    await bench.exclude(
      REGISTRY,
      'decisions on organisations without their record',
      idle,
      'data/organisations/aliases.csv names a record that is not among the active ones: no match',
    );
    const index = new RorIndex(records, lexicon, curated);
    const fp7 = await readFp7(bench);
    const tools = { lexicon, index, dossiers: new Dossiers(fp7, lexicon) };
    await readProjects(bench);
    const h2020 = await fillOrganisations(bench, index, tools.dossiers);
    await fillTies(bench);
    await fillPersistence(bench, matchFp7(fp7, h2020, tools));
    await fillErasmusTotals(bench, h2020, tools);
  },
};
