import type { CountedTie, PlaceBlock } from './order-places.ts';
import type { TieRest } from './tie-rest.ts';

/** A stretch of the circle, in radians clockwise from the top. */
export interface Stretch {
  readonly startAngle: number;
  readonly endAngle: number;
}

/** The arc of a place: as long as its ties, out and in. */
export interface ChordArc extends Stretch {
  /** ISO alpha-3; null for all places that are not shown. */
  readonly iso3: string | null;
  readonly out: number;
  readonly in: number;
  /** Of directed ties, where what goes out ends and what comes in begins; else the end of the arc. */
  readonly turn: number;
}

/** A tie between two arcs, with the stretch that it takes of each. */
export interface ChordRibbon<Tie> {
  readonly source: Stretch;
  readonly target: Stretch;
  /** Null for what a place shares with all others. */
  readonly tie: Tie | null;
  /** The place of a tie with all others, and whether it leaves it. */
  readonly rest: { readonly iso3: string; readonly leaves: boolean } | null;
  readonly count: number;
}

export interface ChordLayout<Tie> {
  readonly arcs: readonly ChordArc[];
  /** Blocks of places as stretches, in their order. */
  readonly blocks: readonly (Stretch & { readonly title: string | null })[];
  readonly ribbons: readonly ChordRibbon<Tie>[];
  /** Counts that a radian holds. */
  readonly perRadian: number;
  /** Whether ties among the places that are not shown are part of the circle. */
  readonly whole: boolean;
}

/** Ties among the others are drawn while the arc of all others then takes no more of the circle than this. */
const MOST_OTHERS = 1 / 3;

interface Flow<Tie> {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly tie: Tie | null;
}

/**
 * Places around a circle. Every tie takes a stretch as long as its count at both of its ends, so all arcs together are
 * twice the whole. Unlike the layout of d3, the ends on an arc stand in the order in which their partners follow round
 * the circle, so that ribbons of one place do not cross each other, and blocks stand apart.
 * @param ties among places of the blocks, each pair once where they are undirected
 * @param gaps radians between arcs and between blocks
 */
export function chordLayout<Tie extends CountedTie>(
  blocks: readonly PlaceBlock[],
  ties: readonly Tie[],
  rest: TieRest | null,
  directed: boolean,
  gaps: { readonly arcs: number; readonly blocks: number },
): ChordLayout<Tie> {
  const places = blocks.flatMap((block) => block.places);
  const index = new Map(places.map((iso3, i) => [iso3, i]));
  const others = rest && rest.withShown > 0 ? places.length : null;
  const nodes = places.length + (others === null ? 0 : 1);
  const flows: Flow<Tie>[] = ties.flatMap((tie) => {
    const [from, to] = [index.get(tie.origin), index.get(tie.destination)];
    return from === undefined || to === undefined || from === to || tie.count <= 0
      ? []
      : [{ from, to, count: tie.count, tie }];
  });
  if (rest && others !== null) flows.push(...restFlows(places, rest, others, directed));

  const sums = flows.reduce((sum, { count }) => sum + count, 0);
  const among = rest?.among ?? 0;
  const whole = others !== null && (rest?.withShown ?? 0) + 2 * among <= MOST_OTHERS * 2 * (sums + among);
  const ends = 2 * (sums + (whole ? among : 0));
  const blockSizes = [...blocks.map((block) => block.places.length), ...(others === null ? [] : [1])];
  const apart = blockSizes.length > 1 ? gaps.blocks * blockSizes.length : 0;
  const within = gaps.arcs * (nodes - (blockSizes.length > 1 ? blockSizes.length : 0));
  const perRadian = ends / (2 * Math.PI - apart - within);

  const sourceOf = new Map<Flow<Tie>, Stretch>();
  const targetOf = new Map<Flow<Tie>, Stretch>();
  const arcs: ChordArc[] = [];
  const stretches: (Stretch & { title: string | null })[] = [];
  let [angle, node] = [0, 0];
  blockSizes.forEach((size, b) => {
    const start = angle;
    for (let k = 0; k < size; k++, node++) {
      const startAngle = angle;
      const place = (flow: Flow<Tie>, at: Map<Flow<Tie>, Stretch>): void => {
        const end = angle + flow.count / perRadian;
        at.set(flow, { startAngle: angle, endAngle: end });
        angle = end;
      };
      // Directed: first all that leaves, then all that comes, so that an arc shows how much of each there is.
      const own = flows.filter(({ from, to }) => from === node || to === node);
      const [out, back] = directed
        ? [own.filter(({ from }) => from === node), own.filter(({ to }) => to === node)]
        : [own, []];
      for (const flow of roundFrom(node, nodes, out)) place(flow, flow.from === node ? sourceOf : targetOf);
      const leftOver = node === others && whole ? among / perRadian : 0;
      angle += leftOver;
      const turn = angle;
      for (const flow of roundFrom(node, nodes, back)) place(flow, targetOf);
      angle += leftOver;
      const sum = (some: readonly Flow<Tie>[]): number => some.reduce((total, { count }) => total + count, 0);
      arcs.push({
        iso3: places[node] ?? null,
        startAngle,
        endAngle: angle,
        turn: directed ? turn : angle,
        out: sum(out),
        in: directed ? sum(back) : sum(out),
      });
      angle += k < size - 1 || blockSizes.length === 1 ? gaps.arcs : 0;
    }
    stretches.push({ startAngle: start, endAngle: angle, title: blocks[b]?.title ?? null });
    angle += blockSizes.length > 1 ? gaps.blocks : 0;
  });
  return {
    arcs,
    blocks: stretches.slice(0, blocks.length),
    perRadian,
    whole,
    ribbons: flows.flatMap((flow) => {
      const [source, target] = [sourceOf.get(flow), targetOf.get(flow)];
      if (!source || !target) return [];
      const leaves = flow.from !== others;
      const iso3 = places[leaves ? flow.from : flow.to];
      return [
        {
          source,
          target,
          tie: flow.tie,
          rest: flow.tie || iso3 === undefined ? null : { iso3, leaves },
          count: flow.count,
        },
      ];
    }),
  };
}

/** What each place shares with all others: undirected once, directed out and in. */
function restFlows(
  places: readonly string[],
  { ofPlace }: TieRest,
  others: number,
  directed: boolean,
): Flow<never>[] {
  return places.flatMap((iso3, place): Flow<never>[] => {
    const { out, in: back } = ofPlace.get(iso3) ?? { out: 0, in: 0 };
    return [
      { from: place, to: others, count: out, tie: null },
      ...(directed ? [{ from: others, to: place, count: back, tie: null }] : []),
    ].filter(({ count }) => count > 0);
  });
}

/** Clockwise along an arc the partners come counter-clockwise round the circle, beginning with the one just before it. */
function roundFrom<Tie>(node: number, nodes: number, flows: readonly Flow<Tie>[]): Flow<Tie>[] {
  const steps = ({ from, to }: Flow<Tie>): number =>
    (((node - (from === node ? to : from)) % nodes) + nodes) % nodes;
  return [...flows].sort((a, b) => steps(a) - steps(b));
}
