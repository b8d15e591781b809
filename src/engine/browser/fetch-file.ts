export interface FetchOptions {
  /** Size that the file must have, in bytes after decompression; unknown if left out. */
  readonly bytes?: number;
  /** Bytes received so far. */
  readonly onProgress?: (loaded: number) => void;
  /** `reload` after a failure: what the browser's cache holds may be the damaged file. */
  readonly cache?: RequestCache;
}

/**
 * Starts to fetch a file, counting its bytes as they come.
 * @throws {Error} if the server cannot be reached or answers with a status other than 2xx; reading the body throws if
 * it ends early or is longer than stated
 */
export async function fetchCounted(
  url: string,
  { bytes, onProgress, cache = 'default' }: FetchOptions = {},
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new Error(`The server answered ${response.status} for ${url}.`);
  if (!response.body) throw new Error(`The server answered nothing for ${url}.`);
  let loaded = 0;
  return response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        loaded += chunk.byteLength;
        onProgress?.(loaded);
        controller.enqueue(chunk);
      },
      flush() {
        if (bytes !== undefined && loaded !== bytes)
          throw new Error(`${url} has ${loaded} bytes instead of ${bytes}.`);
      },
    }),
  );
}

/** Fetches a whole file. Throws as `fetchCounted` does. */
export async function fetchBytes(url: string, options: FetchOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = (await fetchCounted(url, options)).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    length += next.value.byteLength;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.byteLength;
  }
  return whole;
}
