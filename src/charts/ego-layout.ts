/** A partner of the country in the middle. */
export interface EgoNode {
  readonly iso3: string;
  /** Lines of its name. */
  readonly lines: readonly string[];
  readonly region: string;
  readonly weight: number;
}

/** A row of a column of names: a region's title, or a partner. */
export interface EgoRow<Node extends EgoNode = EgoNode> {
  readonly node: Node | null;
  readonly lines: readonly string[];
  readonly height: number;
}

/** Regions as they follow each other clockwise from the bottom: roughly as on a map, Europe on top. */
const ROUND = ['Africa', 'Americas', 'Europe', 'Asia', 'Oceania'];
/** Places that M49 puts in no region stand last. */
export const NO_REGION = 'Elsewhere';

/** A title has some air above it. In lines. */
const TITLE = 1.45;
/** What a region on both sides must spare in lines, to be worth its second title; more if only one or two go over. */
const SPLIT = 2.5;
const FEW = 3;

interface Sector {
  readonly region: string;
  readonly nodes: readonly EgoNode[];
}

/** Partners by region, clockwise from the bottom, the largest of each first. */
function sectorsOf(nodes: readonly EgoNode[]): Sector[] {
  const place = (region: string): number => (ROUND.includes(region) ? ROUND.indexOf(region) : ROUND.length);
  const regions = [...new Set(nodes.map(({ region }) => region))].sort(
    (a, b) => place(a) - place(b) || a.localeCompare(b),
  );
  return regions.map((region) => ({
    region,
    nodes: nodes
      .filter((node) => node.region === region)
      .sort((a, b) => b.weight - a.weight || a.iso3.localeCompare(b.iso3)),
  }));
}

const linesOf = (sectors: readonly Sector[]): number =>
  sectors.reduce(
    (sum, { nodes }) => sum + TITLE + nodes.reduce((lines, node) => lines + node.lines.length, 0),
    0,
  );

/**
 * Partners in two columns, each from top to bottom. Along the ring they are in one order, so regions are sectors: up the
 * left side and down the right one. A region that stands on both sides meets itself at the top, with its largest there.
 */
export function twoColumns(nodes: readonly EgoNode[], step: number): [left: EgoRow[], right: EgoRow[]] {
  const sectors = sectorsOf(nodes);
  const cuts = sectors.flatMap((sector, i) =>
    Array.from({ length: sector.nodes.length }, (_, k) => {
      const [here, there] = dealt(sector, k);
      const left = [...(here.nodes.length ? [here] : []), ...sectors.slice(0, i).reverse()];
      const right = [there, ...sectors.slice(i + 1)];
      const lone = k > 0 && Math.min(k, sector.nodes.length - k) < FEW;
      const uneven = Math.abs(linesOf(left) - linesOf(right)) + (k > 0 ? SPLIT : 0) + (lone ? FEW : 0);
      return { left, right, uneven };
    }),
  );
  const best = cuts.reduce<(typeof cuts)[number] | undefined>(
    (found, cut) => (found && found.uneven <= cut.uneven ? found : cut),
    undefined,
  );
  return [rowsOf(best?.left ?? [], step), rowsOf(best?.right ?? [], step)];
}

/** All partners in one column, for a half ring. */
export function oneColumn(nodes: readonly EgoNode[], step: number): EgoRow[] {
  const sectors = sectorsOf(nodes);
  const europe = Math.max(
    0,
    sectors.findIndex(({ region }) => region === 'Europe'),
  );
  return rowsOf([...sectors.slice(europe), ...sectors.slice(0, europe)], step);
}

/** A sector over both sides, `k` of its nodes on the left: dealt in turn, the largest first, so that both tops are large. */
function dealt({ region, nodes }: Sector, k: number): [Sector, Sector] {
  const [here, there]: [EgoNode[], EgoNode[]] = [[], []];
  for (const node of nodes) {
    const full = there.length === nodes.length - k;
    if (here.length < k && (full || here.length <= there.length)) here.push(node);
    else there.push(node);
  }
  return [
    { region, nodes: here },
    { region, nodes: there },
  ];
}

const rowsOf = (sectors: readonly Sector[], step: number): EgoRow[] =>
  sectors.flatMap(({ region, nodes }) => [
    { node: null, lines: [region], height: TITLE * step },
    ...nodes.map((node): EgoRow => ({ node, lines: node.lines, height: node.lines.length * step })),
  ]);

export interface PlacedRow extends EgoRow {
  /** Middle of the row, and where it ends. */
  readonly y: number;
  readonly bottom: number;
}

/** Rows below each other around a middle, stretched to fill at least `height`. */
export function stacked(rows: readonly EgoRow[], middle: number, height: number): PlacedRow[] {
  const all = rows.reduce((sum, row) => sum + row.height, 0);
  const stretch = Math.max(1, height / (all || 1));
  let y = middle - (all * stretch) / 2;
  return rows.map((row) => {
    const tall = row.height * stretch;
    y += tall;
    return { ...row, y: y - tall / 2, bottom: y };
  });
}
