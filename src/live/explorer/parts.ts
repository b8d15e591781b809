/** The parts of the workspace, in the order in which they stand. Their names are in addresses. */
export const PARTS = [
  'map',
  'ranking',
  'trend',
  'matrix',
  'chord',
  'network',
  'scatter',
  'pair',
  'table',
] as const;
export type Part = (typeof PARTS)[number];

/** What a page without a wish shows; the pair comes of itself once two countries are chosen. */
export const OPENING: readonly Part[] = ['map', 'ranking', 'trend', 'pair'];

export const PART_TITLES: Readonly<Record<Part, string>> = {
  map: 'Map',
  ranking: 'Ranking',
  trend: 'Trend',
  matrix: 'Matrix',
  chord: 'Chord',
  network: 'Network',
  scatter: 'Scatter',
  pair: 'Pair',
  table: 'Table',
};

/** Parts in their order, each once. */
export const inOrder = (parts: Iterable<Part>): Part[] => {
  const chosen = new Set(parts);
  return PARTS.filter((part) => chosen.has(part));
};
