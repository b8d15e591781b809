import type { Indicator } from '../../model/indicator.ts';
import { PROJECTS } from '../counting.ts';

export const specialisation: Indicator = {
  id: 'specialisation',
  title: 'Specialisation in themes',
  chapter: 'Funding and research strength',
  subject: 'country',
  layers: ['projects'],
  unit: 'ratio',
  range: [0, null],
  neutral: 1,
  digits: 2,
  says: 'How much larger a theme’s part is among a country’s shared projects than among those of all countries.',
  definition:
    'Balassa’s index: the share of a theme in the country’s Horizon 2020 projects that span two countries or more, over the share of the theme in those of all countries together. All years of start are pooled. A project counts once for each country in it, in the world’s share too: otherwise themes of large consortia would read above one for nearly everybody, and the mean over countries by their projects would not be one. The share is of all projects of the programme and not of the sum over themes, because a project may belong to several themes or to none.',
  counting: PROJECTS,
  formula: String.raw`B_{Xt} = \frac{n_{Xt} / n_X}{\sum_Y n_{Yt} \,/\, \sum_Y n_Y}`,
  symbols: [
    ['n_{Xt}', 'shared projects of the country in the theme'],
    ['n_X', 'all its shared projects'],
    ['Y', 'every country of the programme'],
  ],
  interval:
    'Wilson’s limits of the country’s share, over the share of all countries, which is taken as known. They speak of chance, as if each project had its theme by itself.',
  limits: 'interval',
  isNot: [
    'It is no strength: a country with one project has a high index in its theme.',
    'It is not even-handed around one: it runs from nil to one on one side and without a bound on the other. Where both sides are to weigh the same, (B − 1) / (B + 1) does that.',
    'It is no share of money or of organisations.',
  ],
  caveats: [
    'It is in the view theme_specialisation and not in country_indicators, whose rows have no theme. Strength and specialisation by field of research, from articles on Scopus, are in the view field_strength.',
    'The file was read before the programme ended, and its first and last years hold few projects; pooled, they weigh little.',
    'The programme sets the money of each theme, and who may take part in it: the index shows where a country stands within what was on offer.',
  ],
  references: [
    {
      text: 'Balassa, B. (1965). Trade liberalisation and “revealed” comparative advantage. The Manchester School, 33(2), 99–123.',
      doi: '10.1111/j.1467-9957.1965.tb00050.x',
    },
    {
      text: 'Laursen, K. (2015). Revealed comparative advantage and the alternatives as measures of international specialization. Eurasian Business Review, 5(1), 99–115.',
      doi: '10.1007/s40821-015-0017-1',
      where: 'the symmetric form',
    },
  ],
  example: {
    sql: `
      WITH p AS (SELECT country, theme, sum(cross_border_projects) AS n FROM project_participation WHERE source = 'cordis-h2020' AND country <> 'WLD' AND theme IN ('all', 'transport') GROUP BY country, theme)
      SELECT s.country, c.in_text AS x, t.title AS theme, s.projects, s.value, s.low, s.high,
             (SELECT CAST(sum(n) AS BIGINT) FROM p WHERE country = 'DEU' AND theme = 'all') AS country_all,
             (SELECT CAST(sum(n) AS BIGINT) FROM p WHERE theme = 'transport') AS world_theme,
             (SELECT CAST(sum(n) AS BIGINT) FROM p WHERE theme = 'all') AS world_all
      FROM theme_specialisation s JOIN countries c ON c.iso3 = s.country JOIN themes t ON t.source = s.source AND t.id = s.theme
      WHERE s.source = 'cordis-h2020' AND s.theme = 'transport' AND s.country = 'DEU'`,
    needs: ['theme_specialisation', 'countries', 'themes', 'project_participation'],
    compute: ({ projects, country_all, world_theme, world_all }) =>
      Number(projects) / Number(country_all) / (Number(world_theme) / Number(world_all)),
    tex: ({ projects, country_all, world_theme, world_all, value }, n) =>
      String.raw`\frac{${n(projects)} / ${n(country_all)}}{${n(world_theme)} / ${n(world_all)}} = ${n(value, 2)}`,
    says: ({ x, theme, projects, country_all, value, low, high }, n) =>
      `Of ${n(country_all)} shared projects of ${String(x)}, ${n(projects)} were in the theme “${String(theme)}”: ${n(value, 2)} times the share that it has for all countries (${n(low, 2)} to ${n(high, 2)}).`,
  },
  sql: { relation: 'theme_specialisation' },
};
