import { statusGrid } from '../../charts/status-grid.ts';
import { shortName } from '../phrases.ts';
import type { View } from '../view.ts';
import { hostsOf } from './hosts.ts';
import { queries, reportedBy, type ReportingRows } from './sql.ts';
import { words } from './words.ts';

/** How many hosts a narrow drawing shows. */
const NARROW_HOSTS = 20;

/** The largest hosts of students by year: who reported where their students come from, and who did not. */
export const reportingView: View<never, ReportingRows> = {
  id: 'reporting',
  title: 'Who reports',
  description:
    'The largest hosts of students, and in which years each of them reported its students by origin: wholly, in part or not at all.',
  fields: [],
  defaults: {},
  widths: [328, 704],
  queries,
  chart: ({ cells }, _, atlas, frame) => {
    const { year } = reportedBy(atlas);
    const hosts = hostsOf(cells);
    const shown = frame.width < 480 ? hosts.slice(0, NARROW_HOSTS) : hosts;
    const left = hosts.length - shown.length;
    return statusGrid(
      {
        layer: 'students',
        rows: shown.map((host) => ({ name: shortName(host.country, atlas), status: host.status })),
        framed: { year, words: `${year}, the last whole year` },
        foot: left ? `The ${left} hosts that follow are in the table.` : null,
        empty: 'No host has a row.',
      },
      frame,
    );
  },
  words,
  listed: () => [{}],
  slices: {
    paths: () => null,
    rows: () => {
      throw new Error('No slice holds this: it needs an engine.');
    },
  },
};
