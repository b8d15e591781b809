import { flagWords, hasFlag } from '../model/flag.ts';
import { LAYERS } from '../model/layer.ts';
import { placeOf } from '../model/country.ts';
import type { ShownTie, TieScale } from '../model/tie.ts';
import { tieLooks, type TieLook } from './tie-looks.ts';
import type { FlowMapInput } from './flow-input.ts';
import { quantity, sentence } from './format.ts';
import { measured, measuredNumber } from './measured.ts';
import { endsWords, isCount, tieTitle, type TieWords } from './tie-titles.ts';

/** How an arc is drawn: by its measure, by whose it is, and by how firm its number is. */
export interface FlowLook extends TieLook {
  /** The number is provisional or estimated. */
  readonly soft: boolean;
}

/** What a figure of ties makes of its input: which ties are drawn, how, and in what words. */
export interface FlowTies {
  /** The widest first: they are drawn first, and lie below. */
  readonly ties: readonly ShownTie[];
  readonly scale: TieScale;
  /** Whether the measure is nothing but the count. */
  readonly counts: boolean;
  /** What the width of a tie shows. */
  readonly width: (tie: ShownTie) => number;
  readonly look: (tie: ShownTie) => FlowLook;
  /** What colours and broken lines mean. */
  readonly key: readonly { readonly words: string; readonly look: FlowLook }[];
  /** A tie in a sentence. */
  readonly title: (tie: ShownTie) => string;
  /** What an arrow says; null where there are none. */
  readonly arrows: string | null;
}

export function flowTies(input: FlowMapInput): FlowTies {
  const { unit, directed, focus } = input;
  const given = input.arcs.map((arc): ShownTie => ({
    ...arc,
    count: arc.count ?? arc.value,
    low: arc.low ?? null,
    high: arc.high ?? null,
  }));
  const scale = input.scale ?? { title: sentence(unit), unit, kind: 'size', neutral: null, digits: 0 };
  const looks = tieLooks(scale, given);
  const ties = given.filter((tie) => looks.width(tie) > 0).sort((a, b) => looks.width(b) - looks.width(a));
  // A change has what it is a change from; a net flow has not, and runs to the side that gains.
  const net = scale.kind === 'signed' && !ties.some(({ other }) => typeof other === 'number');
  const words: TieWords = {
    places: input.places,
    reads: !directed ? 'pair' : layerIsDirected(input) ? 'from-to' : 'seen-from',
    scale,
    unit,
  };
  const counts = isCount(scale, ties);
  return {
    ties,
    scale,
    counts,
    width: looks.width,
    look: lookOf(input, scale, looks.of, net),
    key: keyOf(input, scale, looks.key, net),
    title: (tie) =>
      scale.kind !== 'signed'
        ? tieTitle(tie, counts, words)
        : `${endsWords(tie.origin, tie.destination, words)}: ${net ? netWords(tie, words) : changeWords(tie, scale)}`,
    arrows: directed ? arrowWords(words.reads, net, focus) : null,
  };
}

export const layerIsDirected = ({ layer }: Pick<FlowMapInput, 'layer'>): boolean =>
  LAYERS.find(({ id }) => id === layer)?.directed ?? false;

const FIRM: TieLook = { className: '', broken: false };
const SECOND: TieLook = { className: 'second', broken: true };

const isSoft = ({ flag }: Pick<ShownTie, 'flag'>): boolean => hasFlag(flag, 'p') || hasFlag(flag, 'e');

function lookOf(
  { focus, against }: FlowMapInput,
  { kind }: TieScale,
  byMeasure: (value: number) => TieLook,
  net: boolean,
): FlowTies['look'] {
  const ofSecond = ({ origin, destination }: ShownTie): boolean =>
    !!against && focus !== origin && focus !== destination;
  return (tie) => {
    const look =
      kind === 'size' ? (ofSecond(tie) ? SECOND : FIRM) : net && !focus ? FIRM : byMeasure(tie.value);
    return { ...look, soft: isSoft(tie) };
  };
}

/** What the looks that occur mean. Every class of a ratio stands there, so that the key reads as a scale. */
function keyOf(
  { focus, against, places }: FlowMapInput,
  { kind, neutral }: TieScale,
  classes: readonly { readonly words: string; readonly look: TieLook }[],
  net: boolean,
): FlowTies['key'] {
  const name = (iso3: string): string => placeOf(places, iso3).short_name;
  const entry = (words: string, of: TieLook) => ({ words, look: { ...of, soft: false } });
  if (kind === 'size')
    return focus && against ? [entry(name(focus), FIRM), entry(name(against), SECOND)] : [];
  if (kind === 'signed') {
    if (net && !focus) return [];
    const [down, up] = net && focus ? [`${name(focus)} loses`, `${name(focus)} gains`] : ['Fall', 'Rise'];
    const [below, above] = [classes[0]?.look ?? FIRM, classes.at(-1)?.look ?? FIRM];
    return [entry(up, above), entry(down, below)];
  }
  return classes.map(({ words, look: of }, i) =>
    entry(neutral !== null && i === (classes.length - 1) / 2 ? `${words}: as expected` : words, of),
  );
}

/** "+12,345 students (17,345 compared with 5,000)" */
function changeWords({ value, other, flag }: ShownTie, scale: TieScale): string {
  const number = `${value > 0 ? '+' : ''}${measured(value, scale)}`;
  const [now, then] = [value + (other ?? 0), other ?? 0].map((v) => measuredNumber(v, scale.digits));
  return `${number} (${now ?? ''} compared with ${then ?? ''})${flagged(flag)}`;
}

/** "net 120 moves (95%: 80–160), of 300 moves this way" */
function netWords({ value, low, high, count: moved, flag }: ShownTie, { scale, unit }: TieWords): string {
  const limits =
    low === null || high === null
      ? ''
      : ` (95%: ${measuredNumber(low, scale.digits)}–${measuredNumber(high, scale.digits)})`;
  return `net ${measured(Math.abs(value), scale)}${limits}, of ${quantity(moved, unit)} this way${flagged(flag)}`;
}

const flagged = (flag: string | null): string => (flag ? ` (${flagWords(flag)})` : '');

function arrowWords(reads: TieWords['reads'], net: boolean, focus: string | null): string {
  if (reads === 'seen-from') return 'Each as the country at its start sees it';
  return net && !focus ? 'Arrows point to the country that gains' : 'Arrows point to where they go';
}

/** "pairs" or "flows": what ties of a layer are called, plural. */
export const nounOf = (input: Pick<FlowMapInput, 'layer'>): string =>
  layerIsDirected(input) ? 'flows' : 'pairs';
