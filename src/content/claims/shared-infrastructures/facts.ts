import { facts } from '../../../publication/fact.ts';

const H2020 = 'cordis-h2020';
const count = (what: string): string => `
  SELECT sum(${what}) AS value, '2014–2022' AS year FROM project_participation
  WHERE source = '${H2020}' AND theme = 'infrastructures' AND country = 'WLD'`;

export default facts({
  shared: {
    says: 'projects on research infrastructures with participants in several countries',
    sql: count('cross_border_projects'),
    sources: [H2020],
    format: 'count',
    stated: 298,
  },
  all: {
    says: 'projects on research infrastructures',
    sql: count('projects'),
    sources: [H2020],
    format: 'count',
    stated: 310,
    must: ['nearly all span a border', (v) => v < 330],
  },
});
