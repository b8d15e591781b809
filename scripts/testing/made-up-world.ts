import type { Count, Terms } from '../lib/models/gravity/cells.ts';

/**
 * Made-up countries on a line: "C00", "C01", …; the farther apart, the less they share, and neighbours more. Terms are those
 * of the gravity model in their order.
 * @param next numbers from 0 to 1, the same in every run
 */
export function madeUpWorld(countries: number, directed: boolean, next: () => number) {
  const names = Array.from({ length: countries }, (_, i) => `C${String(i).padStart(2, '0')}`);
  const places = names.map(() => next() * 9000);
  const sizes = names.map(() => 2 + 3 * next());
  const terms = new Map<string, Map<string, readonly number[]>>(names.map((name) => [name, new Map()]));
  const counts: Count[] = [];
  names.forEach((origin, i) => {
    names.forEach((destination, j) => {
      if (i === j || (!directed && j < i)) return;
      const distance = 50 + Math.abs((places[i] ?? 0) - (places[j] ?? 0));
      const near = Number(distance < 1500);
      const between = [Math.log(distance), near, Number((i + j) % 5 === 0), Number((i * j) % 7 === 1)];
      terms.get(origin)?.set(destination, between);
      terms.get(destination)?.set(origin, between);
      const mean = Math.exp((sizes[i] ?? 0) + (sizes[j] ?? 0) - 0.6 * Math.log(distance) + 0.3 * near);
      // Noise of about the size of the mean, so that small ones are often zero.
      const value = Math.floor(mean * 2 * next() + next() - 0.4);
      if (value > 0) counts.push({ origin, destination, value });
    });
  });
  return { counts, terms: terms as Terms };
}
