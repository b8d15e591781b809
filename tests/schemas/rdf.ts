import jsonld from 'jsonld';
import { Parser, Store } from 'n3';

/**
 * The triples of a JSON-LD document that was read from an address. Any term that its context does not know, any
 * reference that does not become an address, and any context to be fetched is an error: nothing is dropped in silence.
 */
export async function triples(document: object, address: string): Promise<Store> {
  const quads = await jsonld.toRDF(
    document as jsonld.JsonLdDocument,
    {
      base: address,
      format: 'application/n-quads',
      safe: true,
      documentLoader: (url: string) => Promise.reject(new Error(`${url} would have to be fetched`)),
    } as jsonld.Options.ToRdf,
  );
  return new Store(new Parser({ format: 'N-Quads' }).parse(quads as unknown as string));
}
