import { placeOf } from '../model/country.ts';
import type { ShownTie } from '../model/tie.ts';
import { hatchId } from './hatch.ts';
import { absentId } from './matrix-patterns.ts';
import type { MatrixLayout } from './matrix-layout.ts';
import type { SideCells } from './matrix-side.ts';
import { el, round, text, type Markup } from './svg.ts';
import { endsWords, tieTitle } from './tie-titles.ts';

/** What cells of a matrix show beside classes: what its key must explain. */
export type CellKind = 'zero' | 'absent' | 'silent' | 'flag';

export interface MatrixCells {
  readonly markup: Markup;
  readonly seen: ReadonlySet<CellKind>;
}

/**
 * The cells, row by row, each with its ends, its value and its sentence. A matrix of sixty places has 3,600 of them: they
 * are written as text at once, a path each, which is the shortest mark that holds a title.
 */
export function matrixCells(
  first: SideCells,
  second: SideCells | null,
  codes: readonly string[],
  layout: MatrixLayout,
  id: string,
): MatrixCells {
  const seen = new Set<CellKind>();
  const { cell } = layout;
  const [width, height] = [round(cell.width - cell.gap), round(cell.height - cell.gap)];
  const box = `h${width}v${height}h-${width}z`;
  const fills = { silent: ` fill="url(#${hatchId(id)})"`, absent: ` fill="url(#${absentId(id)})"`, zero: '' };
  const [lefts, tops] = [layout.x.map(round), layout.y.map(round)];
  const titles = new Map<ShownTie, string>();
  const titleOf = (tie: ShownTie, { words, counts }: SideCells): string => {
    const known = titles.get(tie);
    if (known !== undefined) return known;
    const said = text(tieTitle(tie, counts, words));
    titles.set(tie, said);
    return said;
  };
  const [upper, lower, ticks, selves] = [[] as string[], [] as string[], [] as string[], [] as string[]];
  const dashes: Record<string, string[]> = { d1: [], d2: [], d3: [] };

  codes.forEach((row, i) => {
    codes.forEach((column, j) => {
      const below = second !== null && i > j;
      const of = below ? second : first;
      const out = below ? lower : upper;
      const at = `M${lefts[j] ?? ''} ${tops[i] ?? ''}`;
      if (i === j) {
        const name = text(placeOf(of.words.places, row).short_name);
        upper.push(`<path class="self" data-c="${row}" d="${at}${box}"><title>${name}</title></path>`);
        selves.push(`${at}l${width} ${height}`);
        return;
      }
      const tie = of.at(row, column);
      if (tie && (tie.value !== 0 || of.classes.zeroIsValue)) {
        const place = of.classes.of(tie.value);
        const colour = of.classes.colours[place] ?? '';
        out.push(
          `<path class="${colour}" data-o="${tie.origin}" data-d="${tie.destination}" data-v="${tie.value}" d="${at}${box}"><title>${titleOf(tie, of)}</title></path>`,
        );
        if (of.classes.middle !== null && place < of.classes.middle)
          dashes[colour]?.push(dash(layout.x[j] ?? 0, layout.y[i] ?? 0, layout));
        if (tie.flag && of.commonFlag === null) {
          seen.add('flag');
          ticks.push(tick(layout.x[j] ?? 0, layout.y[i] ?? 0, layout));
        }
        return;
      }
      // Below the diagonal a pair is named in the order in which it stands above.
      const [from, to] = below ? [column, row] : [row, column];
      const kind = tie
        ? 'zero'
        : of.silent(from, to)
          ? 'silent'
          : of.side.absent === null
            ? 'zero'
            : 'absent';
      seen.add(kind);
      const words = text(`${endsWords(from, to, of.words)}: ${nothingWords(kind, of)}`);
      const zero = kind === 'zero' ? ' data-v="0"' : '';
      out.push(
        `<path class="${kind}" data-o="${from}" data-d="${to}"${zero}${fills[kind]} d="${at}${box}"><title>${words}</title></path>`,
      );
    });
  });
  const marks = [
    el('path', { class: 'self-line', d: selves.join('') }),
    ...Object.entries(dashes).map(
      ([colour, paths]) =>
        paths.length > 0 && el('path', { class: `below below-${colour}`, d: paths.join('') }),
    ),
    ticks.length > 0 && el('path', { class: 'tick', d: ticks.join('') }),
  ];
  const markup = el(
    'g',
    { class: 'cells' },
    el('g', {}, upper.join('') as Markup),
    second && el('g', { class: `layer-${second.side.layer}` }, lower.join('') as Markup),
    el('g', { class: 'marks' }, ...marks),
  );
  return { markup, seen };
}

const nothingWords = (kind: 'zero' | 'absent' | 'silent', { side }: SideCells): string =>
  kind === 'zero' ? `no ${side.unit}` : kind === 'silent' ? 'not reported' : (side.absent ?? '');

/** A minus sign in the middle of the cell. */
function dash(x: number, y: number, { cell }: MatrixLayout): string {
  const [width, height] = [cell.width - cell.gap, cell.height - cell.gap];
  const length = Math.min(8, width * 0.5);
  return `M${round(x + (width - length) / 2)} ${round(y + height / 2)}h${round(length)}`;
}

/** The upper right corner of the cell. */
function tick(x: number, y: number, { cell }: MatrixLayout): string {
  const side = Math.max(3.5, Math.min(6, cell.width * 0.32));
  return `M${round(x + cell.width - cell.gap)} ${round(y)}v${round(side)}l-${round(side)}-${round(side)}z`;
}
