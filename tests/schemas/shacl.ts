import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataFactory, type Store } from 'n3';
import Validator from 'rdf-validate-shacl';
import { triples } from './rdf.ts';

const { namedNode, quad } = DataFactory;
const TYPE = namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type');
const RESOURCE = namedNode('http://www.w3.org/2000/01/rdf-schema#Resource');

/**
 * What a graph breaks of shapes that lie in this folder as JSON-LD: one line a fault. Shapes may ask for the class
 * rdfs:Resource, which everything has by RDF Schema (rules rdfs4a and rdfs4b) and nobody writes: it is added before.
 */
export async function shapeFaults(shapes: string, graph: Store): Promise<string[]> {
  for (const node of [...graph.getSubjects(null, null, null), ...graph.getObjects(null, null, null)])
    if (node.termType === 'NamedNode' || node.termType === 'BlankNode') graph.add(quad(node, TYPE, RESOURCE));
  const document = JSON.parse(await readFile(join(import.meta.dirname, shapes), 'utf8')) as object;
  const validator = new Validator(await triples(document, 'https://shapes.test/'));
  const report = await validator.validate(graph);
  return report.results.map(({ focusNode, path, sourceConstraintComponent }) =>
    [focusNode?.value, path?.value, sourceConstraintComponent?.value.split('#')[1]].join(' '),
  );
}
