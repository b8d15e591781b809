import * as vg from '@uwdata/vgplot';
import { openDatabase } from './database.ts';
import type { Choice, Lists } from './lists.ts';

/**
 * The linked parts of the explorer that Mosaic can draw: ranking and trend of a country, and a table of its
 * largest ties in the place of the map, which it cannot. The address says where to start, as the explorer's
 * does: `?layer=…&country=…&year=…`.
 */
const RANKED = 15;
const LARGEST = [10, 25, 60, 100, 200, 300].map((n) => ({ value: String(n), label: String(n) }));
const DIRECTIONS = ['both', 'out', 'in'];

const start = new URLSearchParams(location.search);
const lists = (await (await fetch('lists.json')).json()) as Lists;
const { db, connection } = await openDatabase(
  lists.layers.map(({ value, source, directed }) => ({ layer: value, source, directed })),
);
vg.coordinator().logger(null);
vg.coordinator().databaseConnector(new vg.DuckDBWASMConnector({ duckdb: db, connection }));

/** What the trend follows, and what the others follow besides. */
const base = vg.Selection.intersect();
const more = vg.Selection.intersect();
// A slider sets its first value only where nothing else has set one.
const inYear = vg.Selection.intersect();
const shown = vg.Selection.intersect({ include: [base, more, inYear] });

const all = (label: string): Choice => ({ value: '', label });
control('layer', menu(base, 'layer', lists.layers, start.get('layer') ?? 'papers'));
control('source', menu(more, 'role', [{ value: 'default', label: 'Default' }, all('All')], 'default'));
control('country', menu(base, 'country', lists.countries, start.get('country') ?? 'FRA'));
control(
  'direction',
  menu(
    base,
    'direction',
    DIRECTIONS.map((d) => (d === 'both' ? all('Both') : { value: d, label: d })),
    '',
  ),
);
control('among', menu(more, 'region', [all('The whole world'), ...lists.regions], ''));
control(
  'year',
  vg.slider({
    as: inYear,
    field: 'year',
    label: 'Year',
    min: 1990,
    max: 2023,
    step: 1,
    value: Number(start.get('year') ?? 2020),
  }),
);

const names = new Map(lists.countries.map(({ value, label }) => [value, label]));
put(
  'ranking',
  vg.plot(
    vg.barX(vg.from('ties', { filterBy: shown }), {
      x: 'value',
      y: 'partner',
      fill: 'direction',
      sort: { y: '-x', limit: RANKED },
    }),
    vg.yTickFormat((code) => names.get(code) ?? code),
    vg.yLabel(null),
    vg.marginLeft(140),
    vg.width(600),
    vg.height(400),
  ),
);
put(
  'trend',
  vg.plot(
    // A few dozen points: to thin them out for the width, as lines do by default, would only cost.
    vg.lineY(vg.from('points', { filterBy: base, optimize: false }), {
      x: 'year',
      y: 'value',
      stroke: 'series',
    }),
    vg.xTickFormat('d'),
    vg.yZero(true),
    vg.yLabel(null),
    vg.marginLeft(60),
    vg.width(600),
    vg.height(400),
  ),
);
const table = vg.table({
  from: 'ties',
  filterBy: shown,
  columns: ['partner', 'direction', 'value'],
  rowBatch: 60,
  height: 600,
});
[table.value.sortColumn, table.value.sortDesc] = ['value', true];
put('table', table);
control('top', topMenu());

Object.assign(globalThis, { stillBusy: () => vg.coordinator().manager.pendingResults.length > 0 });
const whole = setInterval(() => {
  if (!document.querySelector('#ranking rect') || !document.querySelector('#trend path[stroke]')) return;
  if (!document.querySelector('#table td')) return;
  clearInterval(whole);
  document.body.dataset['ready'] = '';
}, 20);

function menu(as: vg.Selection, field: string, options: readonly Choice[], value: string): HTMLElement {
  return vg.menu({ as, field, label: field, options, ...(value === '' ? {} : { value }) });
}

/** How many ties are listed: a plain menu, as no filter of Mosaic says it. */
function topMenu(): HTMLElement {
  const select = document.createElement('select');
  for (const { value, label } of LARGEST)
    select.add(new Option(label, value, value === '60', value === '60'));
  select.addEventListener('input', () => {
    table.value.limit = Number(select.value);
    table.value.requestData();
  });
  return select;
}

/** Puts a control on the page, under the name that its counterpart in the explorer has. */
function control(name: string, element: HTMLElement): void {
  const field = element.matches('select') ? element : element.querySelector('select, input');
  field?.setAttribute('name', name);
  document.querySelector('#controls')?.append(element);
}

function put(id: string, element: HTMLElement): void {
  document.querySelector(`#${id} [data-figure-body]`)?.append(element);
}
