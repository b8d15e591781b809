import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const SCHEMA = 'http://schema.org/';
const RDFS = 'http://www.w3.org/2000/01/rdf-schema#';
const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

interface Vocabulary {
  readonly classes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly properties: ReadonlyMap<string, { domain: string[]; range: string[] }>;
}

/** The part of schema.org in schema-org.nt: each class with its ancestors and itself, each property with domain and range. */
export async function readVocabulary(): Promise<Vocabulary> {
  const parents = new Map<string, string[]>();
  const properties = new Map<string, { domain: string[]; range: string[] }>();
  const superseded = new Set<string>();
  const short = (iri = ''): string => iri.replace(SCHEMA, '');
  const text = await readFile(join(import.meta.dirname, 'schema-org.nt'), 'utf8');
  const lines = [...text.matchAll(/^<([^>]*)> <([^>]*)> <([^>]*)> \.$/gm)].map(([, s, p, o]) => ({
    subject: short(s),
    predicate: p ?? '',
    object: short(o),
  }));
  for (const { subject, predicate, object } of lines)
    if (predicate === RDF_TYPE)
      if (object === 'http://www.w3.org/1999/02/22-rdf-syntax-ns#Property')
        properties.set(subject, { domain: [], range: [] });
      else parents.set(subject, []);
    else if (predicate === `${SCHEMA}supersededBy`) superseded.add(subject);
  for (const { subject, predicate, object } of lines)
    if (predicate === `${RDFS}subClassOf`) parents.get(subject)?.push(object);
    else if (predicate === `${SCHEMA}domainIncludes`) properties.get(subject)?.domain.push(object);
    else if (predicate === `${SCHEMA}rangeIncludes`) properties.get(subject)?.range.push(object);
  for (const term of superseded) [parents, properties].forEach((terms) => terms.delete(term));

  const ancestors = (name: string): string[] => [name, ...(parents.get(name) ?? []).flatMap(ancestors)];
  return {
    classes: new Map([...parents.keys()].map((name) => [name, new Set(ancestors(name))])),
    properties,
  };
}

/** Which of schema.org's types a plain value may stand for. */
function plainTypes(value: unknown): readonly string[] {
  if (typeof value === 'boolean') return ['Boolean'];
  if (typeof value === 'number') return ['Number', 'Integer', 'Float'];
  const text = String(value);
  return [
    'Text',
    ...(/^([a-z][a-z0-9+.-]*:|\.{0,2}\/|[\w-]+\/|#)\S*$/i.test(text) ? ['URL'] : []),
    ...(/^\d{4}-\d{2}-\d{2}$/.test(text) ? ['Date', 'DateTime'] : []),
  ];
}

/**
 * What a JSON-LD document breaks of schema.org's vocabulary: a class or property that is not there or is superseded, a
 * property on a class that is not in its domain, a value that is not in its range. Keys that begin with @ are JSON-LD's;
 * `other` are terms of other vocabularies.
 */
export function vocabularyFaults(
  { classes, properties }: Vocabulary,
  node: Readonly<Record<string, unknown>>,
  other: (term: string) => boolean = () => false,
): string[] {
  const type = String(node['@type']).replace(/^sc:/, '');
  const faults: string[] = [];
  const known = classes.get(type);
  if (!known && !other(type)) faults.push(`${type} is no class`);
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith('@') || other(key)) continue;
    const property = properties.get(key);
    if (!property) {
      faults.push(`${key} is no property`);
      continue;
    }
    if (known && !property.domain.some((name) => known.has(name)))
      faults.push(`${key} is no property of ${type}`);
    for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (typeof item === 'object' && item !== null) {
        const of = String((item as Record<string, unknown>)['@type']).replace(/^sc:/, '');
        if (!other(of) && !property.range.some((name) => classes.get(of)?.has(name)))
          faults.push(`${key} takes no ${of}`);
        faults.push(...vocabularyFaults({ classes, properties }, item as Record<string, unknown>, other));
      } else if (!plainTypes(item).some((name) => property.range.some((range) => range === name)))
        faults.push(`${key} takes no ${JSON.stringify(item)}`);
    }
  }
  return faults;
}
