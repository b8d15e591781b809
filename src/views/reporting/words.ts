import { count, list, percent, span, years } from '../../charts/format.ts';
import { SHARES } from '../../model/coverage.ts';
import { COVERAGE_STATUSES } from '../../model/flow.ts';
import type { State } from '../params.ts';
import { capital, inText, shortName, sourceName } from '../phrases.ts';
import type { Atlas, Words } from '../view.ts';
import { hostsOf, yearsOf, type Host } from './hosts.ts';
import { HOSTS, reportedBy, type ReportingRows } from './sql.ts';

export function words({ cells }: ReportingRows, _: Pick<State, never>, atlas: Atlas): Words {
  const { source, year } = reportedBy(atlas);
  const hosts = hostsOf(cells);
  const all = cells.map((c) => c.year);
  const range = all.length ? `, ${span(Math.min(...all), Math.max(...all))}` : '';
  const title = `Which of the ${hosts.length || HOSTS} largest hosts of students report where these come from${range}`;
  const silent = hosts.filter((h) => h.status.get(year) === 'not reported');
  return {
    title,
    takeaway: hosts.length ? takeaway(hosts, silent, atlas) : null,
    alt: hosts.length
      ? `Grid of ${hosts.length} hosts by year, largest first. In ${year}, ${list(
          COVERAGE_STATUSES.map((is) => ({ is, n: hosts.filter((h) => h.status.get(year) === is).length }))
            .filter(({ n }) => n)
            .map(({ is, n }) => `${count(n)} ${is}`),
        )}. ${silent.length ? `Not reported: ${list(silent.map((h) => inText(h.country, atlas)))}. ` : ''}All hosts with their years are in the table.`
      : 'No grid: nothing is known of any host.',
    coverage: null,
    notes: hosts.length ? notesOf(year) : [],
    sources: hosts.length ? sourcesOf(source, atlas) : [],
    table: {
      caption: title,
      columns: [
        { key: 'country', label: 'Host' },
        { key: 'expected', label: 'Students hosted', numeric: true },
        { key: 'expected_year', label: 'in', numeric: true },
        ...COVERAGE_STATUSES.map((is) => ({ key: is, label: capital(is) })),
      ],
      rows: hosts.map((host) => ({
        country: shortName(host.country, atlas),
        expected: host.expected,
        expected_year: host.expected_year,
        ...Object.fromEntries(COVERAGE_STATUSES.map((is) => [is, years(yearsOf(host, is)) || null])),
      })),
    },
  };
}

/** What a host reported is held against its totals, which are a source of their own. */
const sourcesOf = (source: string, atlas: Atlas): string[] => {
  const totals = atlas.totals.find((t) => t.measure === 'inbound_students')?.source;
  return totals ? [source, totals] : [source];
};

function takeaway(hosts: readonly Host[], silent: readonly Host[], atlas: Atlas): string {
  const { source, year } = reportedBy(atlas);
  const [largest] = silent;
  const named = sourcesOf(source, atlas)
    .map((id) => sourceName(id, atlas))
    .join('; ');
  const of = `of the ${count(hosts.length)} largest hosts of students`;
  const what = `report for ${year} where these come from`;
  if (!largest) return `None ${of} failed to ${what}, at least in part (${named}).`;
  const [who, size] = [
    inText(largest.country, atlas),
    `hosted ${count(largest.expected)} students in ${largest.expected_year}`,
  ];
  return silent.length === 1
    ? `One ${of} did not ${what}: ${who}, which ${size} (${named}).`
    : `${count(silent.length)} ${of} did not ${what}; the largest of them, ${who}, ${size} (${named}).`;
}

const notesOf = (year: number): string[] => [
  `Reported: the students listed by origin are at least ${percent(SHARES.whole)} of the host's own total. Partly: from ${percent(SHARES.residue)} to ${percent(SHARES.whole)}. Not reported: less, or none. What is not reported is not zero.`,
  `Hosts stand by size: their total of ${year}, or of the nearest year that has one. Later years were not whole yet when the source was read.`,
];
