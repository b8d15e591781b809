import type { Release, Resource } from '../../model/release.ts';
import { LoadError } from '../engine.ts';
import { faultOf } from '../integrity.ts';
import { fetchBytes } from './fetch-file.ts';
import type { OnProgress } from './progress.ts';

const REMEDY = 'Check the connection and try again; if it stays so, reload the page.';

/** The files of a release on the server. Keeps the manifest once it is there; keeps nothing of a failure. */
export class ReleaseFiles {
  readonly #address: string;
  readonly #onProgress: OnProgress;
  readonly #failed = new Set<string>();
  #manifest: Promise<Release> | null = null;

  /** @param address absolute address of `datapackage.json` */
  constructor(address: string, onProgress: OnProgress) {
    this.#address = address;
    this.#onProgress = onProgress;
  }

  /** The manifest. @throws {LoadError} */
  manifest(): Promise<Release> {
    // Its name has no hash, so an old copy may not be used unasked: the files it names may be gone.
    this.#manifest ??= fetchBytes(this.#address, { cache: 'no-cache' })
      .then((bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Release)
      .catch((cause: unknown) => {
        this.#manifest = null;
        throw new LoadError('datapackage.json', `The list of tables could not be read. ${REMEDY}`, { cause });
      });
    return this.#manifest;
  }

  /** The bytes of a table's file, checked. @throws {LoadError} that names the file */
  async table(resource: Resource): Promise<Uint8Array<ArrayBuffer>> {
    const { name, path, bytes: total } = resource;
    try {
      const bytes = await fetchBytes(new URL(path, this.#address).href, {
        cache: this.#failed.has(path) ? 'reload' : 'default',
        onProgress: (loaded) => this.#onProgress({ phase: 'table', name, loaded, total }),
      });
      const fault = await faultOf(bytes, resource);
      if (fault) throw new Error(`${path} ${fault}.`);
      this.#failed.delete(path);
      return bytes;
    } catch (cause) {
      this.#failed.add(path);
      throw new LoadError(
        path,
        `The table ${name} could not be loaded: ${(cause as Error).message} ${REMEDY}`,
        {
          cause,
        },
      );
    }
  }
}
