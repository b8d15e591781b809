import { sentence } from '../../charts/format.ts';
import { text } from '../../charts/svg.ts';
import { creditLines } from '../../files/credits.ts';
import { nodesOf, SHOWN_ONLY } from './network.ts';
import { seriesOf, TakeError, type Taken } from './taken.ts';

/** VOSviewer refuses maps of fewer items. */
const LEAST = 3;

/** A VOSviewer JSON file, as app.vosviewer.com/docs/file-types/json-file-type describes it; what we leave out is left out here. */
export interface VosviewerFile {
  readonly network: {
    readonly items: readonly {
      readonly id: number;
      readonly label: string;
      /** May hold HTML. */
      readonly description: string;
      /** Never negative. The first is the size that a circle has at first. */
      readonly weights: Readonly<Record<string, number>>;
      readonly scores?: Readonly<Record<string, number>>;
    }[];
    readonly links: readonly {
      readonly source_id: number;
      readonly target_id: number;
      readonly strength: number;
    }[];
  };
  readonly config: { readonly terminology: Readonly<Record<string, string>> };
  readonly info: { readonly title: string; readonly description: string };
}

/**
 * The shown ties as a network for VOSviewer. Strengths are counts, because VOSviewer normalises them itself. Its networks are
 * undirected: both ways of a pair are summed, and the description says so. Places and clusters are left to VOSviewer, which
 * makes them only where a file has none. Ids start at 1: its reader takes 0 for none.
 * @throws {TakeError} where the figure shows no ties, or fewer countries than VOSviewer takes
 */
export function vosviewerOf(taken: Taken): VosviewerFile {
  const nodes = nodesOf(taken);
  if (nodes.length < LEAST)
    throw new TakeError(
      `VOSviewer takes networks of ${LEAST} countries or more, and here are ${nodes.length}. GraphML has no such limit.`,
    );
  const ids = new Map(nodes.map(({ place }, i) => [place.iso3, i + 1]));
  const { unit } = seriesOf(taken).layer;
  const summed = taken.directed
    ? [`Both directions of a pair are summed: VOSviewer knows no direction. Net is in less out.`]
    : [];
  const lines = [taken.takeaway, ...summed, SHOWN_ONLY, ...creditLines(taken)].filter(
    (line) => line !== null,
  );
  return {
    network: {
      items: nodes.map((node) => ({
        id: ids.get(node.place.iso3) ?? 0,
        label: node.place.short_name,
        description: text(
          [node.place.short_name, node.place.iso3, node.place.region].filter(Boolean).join(', '),
        ),
        weights: {
          [sentence(unit)]: node.strength,
          ...(taken.directed ? { In: node.in, Out: node.out } : {}),
        },
        ...(taken.directed ? { scores: { Net: node.in - node.out } } : {}),
      })),
      links: links(taken, ids),
    },
    config: {
      terminology: {
        item: 'Country',
        items: 'Countries',
        link: 'Tie',
        links: 'Ties',
        link_strength: sentence(unit),
        total_link_strength: `Sum of ${unit}`,
      },
    },
    info: { title: taken.title, description: lines.map(text).join('<br>') },
  };
}

function links({ ties }: Taken, ids: ReadonlyMap<string, number>): VosviewerFile['network']['links'] {
  const strengths = new Map<string, number>();
  for (const { origin, destination, count } of ties ?? []) {
    const pair = [ids.get(origin) ?? 0, ids.get(destination) ?? 0].sort((a, b) => a - b).join();
    strengths.set(pair, (strengths.get(pair) ?? 0) + count);
  }
  return [...strengths].map(([pair, strength]) => {
    const [source_id = 0, target_id = 0] = pair.split(',').map(Number);
    return { source_id, target_id, strength };
  });
}
