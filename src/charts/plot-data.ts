import type * as Plot from '@observablehq/plot';

/**
 * Plot options that give each element of a mark data attributes, by which scripts find it: `{ c: 'DEU' }` → data-c. An
 * element without any stays bare. `words` is its title, which a pointer shows.
 * @param of the datum's attributes, and its title
 */
export const tagged = <T>(
  data: readonly T[],
  of: (datum: T) => {
    readonly data: Readonly<Record<string, string | number>>;
    readonly words: string | null;
  },
): { render: Plot.RenderFunction } => ({
  render(index, scales, values, dimensions, context, next) {
    const group = next?.(index, scales, values, dimensions, context) ?? null;
    if (!group) return group;
    [...group.children].forEach((child, i) => {
      const datum = data[index[i] ?? -1];
      if (datum === undefined) return;
      const { data: attributes, words } = of(datum);
      for (const [name, value] of Object.entries(attributes))
        child.setAttribute(`data-${name}`, String(value));
      if (words === null) return;
      const title = context.document.createElementNS('http://www.w3.org/2000/svg', 'title');
      title.textContent = words;
      child.appendChild(title);
    });
    return group;
  },
});
