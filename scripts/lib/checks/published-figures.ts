import { noRow, within, type Check } from './check.ts';

/** Figures that the publishers state themselves, or that were counted in their files by a second method. */
export const PUBLISHED_FIGURES: readonly Check[] = [
  figure(
    'world-students-2022',
    'Internationally mobile students of the world in 2022: 6.859 million (UIS).',
    "SELECT value AS n FROM totals WHERE country = 'WLD' AND measure = 'inbound_students' AND year = 2022",
    6_858_500,
    6_859_500,
  ),
  figure(
    'china-united-states-2019',
    'Papers of China and the United States in 2019: 73,485 (OpenAlex).',
    "SELECT value AS n FROM flows WHERE layer = 'papers' AND origin = 'CHN' AND destination = 'USA' AND year = 2019",
    73_485,
  ),
  figure(
    'germany-italy-h2020',
    'Shared projects of Germany and Italy in Horizon 2020: 3,599 (CORDIS).',
    "SELECT sum(value) AS n FROM flows WHERE source = 'cordis-h2020' AND origin = 'DEU' AND destination = 'ITA'",
    3_599,
  ),
  figure(
    'network-h2020',
    'Projects of Horizon 2020 that span two countries or more: 10,947 (CORDIS).',
    "SELECT cross_border_projects AS n FROM themes WHERE source = 'cordis-h2020' AND id = 'all'",
    10_947,
  ),
  figure(
    'international-share-world-2022',
    'Share of articles with authors of several countries, world, 2022: 22.6 % (NCSES).',
    international('WLD'),
    22.55,
    22.65,
  ),
  figure(
    'international-share-united-kingdom-2022',
    'Share of articles with authors of several countries, United Kingdom, 2022: 66.6 % (NCSES).',
    international('GBR'),
    66.55,
    66.65,
  ),
  noRow({
    id: 'ncses-collaboration-index',
    kind: 'published figure',
    title:
      "NCSES's own index of collaboration follows from its counts to the last decimal: (articles of both / international articles of one) / (international articles of the other / those of the world).",
    rows: `SELECT p.edition, p.origin, p.destination, p.year, p.collaboration_index AS published,
             (p.value / CAST(a.value AS DOUBLE)) / (b.value / CAST(w.value AS DOUBLE)) AS reckoned
      FROM publication_pairs p ${['a', 'b', 'w'].map(internationalOf).join(' ')} WHERE p.collaboration_index IS NOT NULL`,
    offends: 'abs(published - reckoned) > 0.00501',
  }),
  figure(
    'canadian-permits-2023',
    'Canadian study permits of 2023: 681,155 (IRCC).',
    "SELECT value AS n FROM canada_study_permits WHERE country = 'WLD' AND period = '2023'",
    681_155,
  ),
  figure(
    'registry-of-300',
    'Of the 300 universities and research organisations with most participations, nine in ten are matched to the registry.',
    'SELECT count(ror) AS n FROM (SELECT ror FROM organisations ORDER BY participations DESC, id LIMIT 300)',
    270,
    300,
  ),
  figure(
    'eu-members-2020',
    'Members of the European Union on 1 February 2020: 27, the United Kingdom having left.',
    "SELECT count(*) AS n FROM group_members WHERE group_id = 'eu' AND from_date <= '2020-02-01' AND coalesce(to_date, '9999') >= '2020-02-01'",
    27,
  ),
];

function figure(id: string, title: string, number: string, low: number, high = low): Check {
  return within({ id, kind: 'published figure', title, number, low, high });
}

/** Joins the international articles of a pair's first country (a), its second (b), or the world (w). */
function internationalOf(alias: string): string {
  const country = { a: 'p.origin', b: 'p.destination' }[alias] ?? "'WLD'";
  return `JOIN publication_counts ${alias} ON ${alias}.source = p.source AND ${alias}.edition = p.edition AND ${alias}.year = p.year AND ${alias}.attribute = 'international' AND ${alias}.country = ${country}`;
}

/** Percent of a country's articles of 2022 that are international, newest edition. */
function international(country: string): string {
  const of = (attribute: string): string =>
    `(SELECT value FROM publication_counts WHERE country = '${country}' AND attribute = '${attribute}' AND year = 2022 ORDER BY edition DESC LIMIT 1)`;
  return `SELECT 100.0 * ${of('international')} / ${of('total')} AS n`;
}
