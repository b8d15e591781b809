import type { Resource } from '../model/release.ts';

/**
 * What is wrong with a file of the release, in words, or null if it is the one that the manifest states.
 * Where the page is not in a secure context there is no hash function, and only the size is checked.
 */
export async function faultOf(bytes: Uint8Array<ArrayBuffer>, resource: Resource): Promise<string | null> {
  if (bytes.byteLength !== resource.bytes)
    return `has ${bytes.byteLength} bytes instead of ${resource.bytes}`;
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  const hex = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return resource.hash === `sha256:${hex}` ? null : 'is not the file that the release describes';
}
