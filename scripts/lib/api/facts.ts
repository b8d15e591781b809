import type { Answer } from '../../../src/model/api.ts';
import type { FlowSeries } from '../../../src/model/atlas.ts';
import { LAYERS, UNDATED_LAYERS, type Layer } from '../../../src/model/layer.ts';
import { rightsWords } from '../../../src/model/rights.ts';
import { OURS } from '../catalogue/catalogue.ts';
import type { SourceRecord } from '../records.ts';
import type { Session } from '../session.ts';

type Head = Pick<Answer<'Index'>, 'api' | 'release' | 'licence' | 'sources'>;

/** What every file of the API is made with. */
export interface Facts {
  readonly db: Session;
  readonly release: string;
  readonly series: readonly FlowSeries[];
  /** Short English names by code. */
  readonly names: ReadonlyMap<string, string>;
  /** Countries that have data. */
  readonly withData: readonly string[];
  /** Whether a pair that a source does not list is zero. */
  complete(source: string): boolean;
  /** The first lines of a file whose values rest on these sources; ids that come twice count once. */
  head(sources: Iterable<string>): Head;
  /** The licences of these sources, each once, and what they come to. */
  rights(sources: Iterable<string>): { readonly words: string; readonly urls: readonly string[] };
}

export async function openFacts(
  db: Session,
  {
    release,
    records,
    series,
    withData,
  }: {
    readonly release: string;
    readonly records: ReadonlyMap<string, SourceRecord>;
    readonly series: readonly FlowSeries[];
    readonly withData: readonly string[];
  },
): Promise<Facts> {
  const rows = await db.all<{
    id: string;
    record: string;
    title: string;
    publisher: string;
    citation: string;
  }>('SELECT id, record, title, publisher, citation FROM sources ORDER BY id');
  const licences = new Map(
    rows.flatMap(({ id, record }) => {
      const licence = records.get(record)?.licence;
      return licence ? [[id, licence] as const] : [];
    }),
  );
  const all: Head['sources'] = rows.map(({ id, title, publisher, citation }) => {
    const licence = licences.get(id);
    return {
      id,
      title,
      publisher,
      licence: licence?.id ?? '',
      licence_url: licence?.url ?? '',
      share_alike: licence?.share_alike ?? false,
      citation,
    };
  });
  const partial = new Set(
    (await db.all<{ source: string }>('SELECT DISTINCT source FROM coverage')).map((r) => r.source),
  );
  const names = await db.all<{ iso3: string; short_name: string }>('SELECT iso3, short_name FROM countries');

  const rights: Facts['rights'] = (ids) => {
    const wanted = new Set(ids);
    const some = rows.flatMap(({ id }) => (wanted.has(id) ? (licences.get(id) ?? []) : []));
    // What rests on no source is ours.
    const own = [...new Map((some.length ? some : [OURS]).map((licence) => [licence.id, licence])).values()];
    return {
      words: rightsWords(own, { each: 'value', whole: 'file' }),
      urls: [...new Set(own.map(({ url }) => url))],
    };
  };
  return {
    db,
    release,
    series,
    withData,
    names: new Map(names.map((r) => [r.iso3, r.short_name])),
    complete: (source) => !partial.has(source),
    head(ids) {
      const wanted = new Set(ids);
      return {
        api: 'v1',
        release,
        licence: rights(wanted).words,
        sources: all.filter(({ id }) => wanted.has(id)),
      };
    },
    rights,
  };
}

/** A layer by its id, those without years too. */
export function layerOf(id: string): Layer<string> {
  const layer = [...LAYERS, ...UNDATED_LAYERS].find((one) => one.id === id);
  if (!layer) throw new Error(`There is no layer ${id}.`);
  return layer;
}

/** What a sum over pairs of a layer counts: where a thing has no way, it stands in several pairs. */
export const sumUnit = ({ directed, unit }: Pick<Layer<string>, 'directed' | 'unit'>): string =>
  directed ? unit : 'links';
