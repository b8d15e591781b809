import type { Series, Taken } from './taken.ts';

interface Named extends Pick<Taken, 'against' | 'measure' | 'scope' | 'direction' | 'directed' | 'figure'> {
  /** Null of figures of several layers, and of those of none. */
  readonly series: Series | null;
}

/** More countries than these are counted in a name, not listed. */
const MOST = 4;

/**
 * The name of a file from what it holds: "crosscurrents-students-IND-out-2018.csv". Only letters, digits and hyphens,
 * so that every system takes it; what is as usual (counts, both directions) is left out.
 * @param variant which of several files of one kind it is: "85mm-300dpi"
 */
export function fileName(
  { series, against, measure, scope, direction, directed, figure }: Named,
  extension: string,
  variant: string | null = null,
): string {
  const whole = series ? ['world'] : [];
  const places = scope.length === 0 ? whole : scope.length > MOST ? [`${scope.length}-places`] : scope;
  const parts = [
    'crosscurrents',
    series?.layer.id ?? null,
    measure === 'count' ? null : measure,
    ...places,
    directed && scope.length > 0 && direction !== 'both' ? direction : null,
    series && yearsOf(series.years),
    ...(series && against ? ['against', ...differences(series, against)] : []),
    figure,
    variant,
  ];
  const name = parts
    .filter((part) => part !== null)
    .map((part) => part.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-+|-+$/g, ''))
    .filter(Boolean)
    .join('-');
  return `${name}.${extension}`;
}

const yearsOf = ([first, last]: readonly [number, number]): string =>
  first === last ? String(first) : `${first}-${last}`;

/** In what the two sides of a comparison differ. */
const differences = (one: Series, other: Series): string[] =>
  [
    one.layer.id === other.layer.id ? null : other.layer.id,
    one.source === other.source || one.layer.id !== other.layer.id ? null : other.source,
    yearsOf(one.years) === yearsOf(other.years) ? null : yearsOf(other.years),
  ].filter((part) => part !== null);
