import { prefixOf } from '../../../src/integrations/relativise.ts';
import { frozenRoot } from '../../../src/model/frozen.ts';
import { holds } from './tree.ts';

/** What a page that is to be frozen must be told. */
interface FreezeSetting {
  readonly version: string;
  /** Paths of the frozen release's files, below its root. */
  readonly tree: { has(path: string): boolean };
  /** Address of the site's root with a slash, where the build knew it: embeds that are written with it are frozen too. */
  readonly site: string | null;
}

/** Folders of the site whose files a frozen page has of its own, or not at all. */
const OWN = /^(?:_astro|release|embed)\//;

/** Where a file of the site lies below the root of a frozen release: `embed/ranking/` → `ranking/`, `_astro/a.js` stays. */
const frozenPathOf = (path: string): string => path.replace(/^embed\//, '');

/**
 * A built embed as it is kept: what it loads comes from the release's own folder, links to the site lead to the site, and it says that
 * it stays as it is. Answers of oEmbed are those of the newest release, so it leads to none. Nothing else changes.
 * @param html as it was built, with links relative to its own folder
 * @param path below the root of the frozen release, with a slash at its end: "ranking/ken/"
 * @throws {Error} where it needs a file that the release does not hold, or does not say of which release it is
 */
export function frozenPage(html: string, path: string, { version, tree, site }: FreezeSetting): string {
  const toFrozenRoot = prefixOf(`/${path}`);
  const toSite = prefixOf(`/${frozenRoot(version)}${path}`);
  const alone = html.replaceAll(/<link rel="alternate" type="application\/json\+oembed"[^>]*>/g, '');
  // Built links begin with the way from the page to the root of the site: relativise.ts.
  const linked = alone.replaceAll(
    new RegExp(`="${prefixOf(`/embed/${path}`).replaceAll('.', '\\.')}([^"]*)"`, 'g'),
    (_all, target: string) => {
      const file = frozenPathOf(target.replace(/[?#].*$/s, ''));
      if (!OWN.test(target)) return `="${toSite}${target}"`;
      if (!holds(tree, file))
        throw new Error(
          `The embed ${path} needs ${target}, which a frozen release does not hold (scripts/lib/releases/held.ts).`,
        );
      return `="${toFrozenRoot}${frozenPathOf(target)}"`;
    },
  );
  return [MARK, FOOT].reduce(
    (text, [latest, frozen]) => {
      const [before, after, ...more] = text.split(latest(version));
      if (before === undefined || after === undefined || more.length)
        throw new Error(`The embed ${path} does not say once that it is the newest: ${latest(version)}.`);
      return before + frozen(version) + after;
    },
    wholeAddresses(linked, version, site),
  );
}

/** Addresses of embeds that are written whole, as they are for a frozen release. */
const wholeAddresses = (text: string, version: string, site: string | null): string =>
  site ? text.replaceAll(`${site}embed/`, `${site}${frozenRoot(version)}`) : text;

/**
 * A picture as it is kept: the address that it names is its own, frozen.
 * @param path of its page below the root of the frozen release: "ranking/ken/"
 */
export const frozenPicture = (svg: string, path: string, version: string): string =>
  svg.replaceAll(`/embed/${path}`, `/${frozenRoot(version)}${path}`);

type Says = readonly [latest: (version: string) => string, frozen: (version: string) => string];
/** On the page's `main`: its scripts go by it. */
const MARK: Says = [() => ' data-frozen="false"', () => ' data-frozen="true"'];
/** In its foot, as src/components/embed/embed-markup.ts writes both (a test holds them together). */
const FOOT: Says = [
  (version) => `<span>Newest release: ${version}</span>`,
  (version) => `<span>Release ${version}, kept as it was</span>`,
];
