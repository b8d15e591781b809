import { count, quantity, span } from '../../charts/format.ts';
import { flagWords } from '../../model/flag.ts';
import type { LayerId } from '../../model/layer.ts';
import type { State } from '../params.ts';
import { capital, inText, sourceName } from '../phrases.ts';
import type { Atlas, Words } from '../view.ts';
import type { BalanceField } from './index.ts';
import { totalsSource, type BalanceRows } from './sql.ts';

export const BALANCE_UNITS: Partial<Record<LayerId, string>> = {
  students: 'Students enrolled in the year',
  scholars: 'Moves in the year',
};

export function words({ years }: BalanceRows, params: Pick<State, BalanceField>, atlas: Atlas): Words {
  const { layer, country } = params;
  const place = country ? inText(country, atlas) : '';
  const source = totalsSource(params);
  const both = years.filter((y) => y.inbound !== null && y.outbound !== null);
  const last = both.at(-1);
  const range = years.length ? `, ${span(years[0]?.year ?? 0, years.at(-1)?.year ?? 0)}` : '';
  const title = `${layer === 'students' ? `Students who come to ${place} and who leave it` : `Scholars who move to ${place} and who leave it`}${range}`;
  const gaps = years.some((y, i) => i > 0 && y.year !== (years[i - 1]?.year ?? 0) + 1);
  const verb = layer === 'students' ? ['hosted', 'had', 'abroad'] : ['gained', 'lost', ''];
  return {
    title,
    takeaway: last
      ? `In ${last.year}, ${place} ${verb[0]} ${last.inbound ? quantity(last.inbound, layer) : `no ${layer}`} and ${verb[1]} ${last.outbound ? count(last.outbound) : 'none'}${verb[2] ? ` ${verb[2]}` : ''} (${sourceName(source, atlas)}).`
      : null,
    alt: last
      ? `Bars through time: inbound up, outbound down, the net as a line. In ${last.year}, ${count(last.inbound ?? 0)} in and ${count(last.outbound ?? 0)} out. All values are in the table.`
      : 'No bars: both directions are not reported in any year.',
    coverage:
      years.length === 0
        ? `${capital(place)} reports neither direction to ${sourceName(source, atlas)}.`
        : gaps
          ? 'Years without bars were not reported.'
          : null,
    notes: [
      layer === 'students'
        ? 'Outbound is derived: inbound minus the net flow that the source publishes.'
        : "The publisher's own country totals, which can differ a little from the sum of its flows.",
      ...[atlas.indicators.get('balance')?.counting[layer]].filter((note) => note !== undefined),
    ],
    sources: [source],
    method: 'balance',
    table: {
      caption: title,
      columns: [
        { key: 'year', label: 'Year', numeric: true },
        { key: 'inbound', label: 'Inbound', numeric: true },
        { key: 'outbound', label: 'Outbound', numeric: true },
        { key: 'net', label: 'Net', numeric: true },
        { key: 'flag', label: 'Note' },
      ],
      rows: years.map((y) => ({
        year: y.year,
        inbound: y.inbound,
        outbound: y.outbound,
        net: y.inbound === null || y.outbound === null ? null : y.inbound - y.outbound,
        flag: [
          y.inbound_flag ? `inbound ${flagWords(y.inbound_flag)}` : '',
          y.outbound_flag ? `outbound ${flagWords(y.outbound_flag)}` : '',
        ]
          .filter(Boolean)
          .join('; '),
      })),
    },
  };
}
