/**
 * The query in the page's address, in the part after # that no browser sends to a server. Version 1:
 *
 *     #q=SELECT+*+FROM+layers&v=1     the text, percent-encoded, a space as +
 *     #z=<base64url>&v=1              the text as UTF-8, deflated, where the first would be long
 *
 * An address without `v` is of version 1.
 */
const VERSION = '1';
/** Above this many characters the text is deflated. */
const READABLE = 2000;
/** Longest query that an address may hold, in characters: what unpacks to more is no query. */
export const LONGEST_QUERY = 100_000;
/** Longest address that is written, or read at all. */
const LONGEST_ADDRESS = 150_000;

/** What an address holds. Neither, if it names no query. */
export interface Addressed {
  readonly sql: string | null;
  /** Why the query it names cannot be read, for the reader. */
  readonly problem: string | null;
}

/**
 * The address of a query, from # on.
 * @throws {Error} in words for the reader if the query is too long for an address
 */
export async function addressOf(sql: string): Promise<string> {
  const plain = `#q=${readable(sql)}&v=${VERSION}`;
  const address =
    plain.length <= READABLE || !('CompressionStream' in globalThis)
      ? plain
      : `#z=${base64url(await deflated(sql))}&v=${VERSION}`;
  if (sql.length > LONGEST_QUERY || address.length > LONGEST_ADDRESS)
    throw new Error(
      `The query is too long for a link, which holds ${LONGEST_QUERY.toLocaleString('en-GB')} characters at most. Send it as a file.`,
    );
  return address;
}

/** Reads an address from # on. Never throws, whatever is in it. */
export async function readAddress(hash: string): Promise<Addressed> {
  const parts = new Map(
    hash
      .slice(1)
      .split('&')
      .map((part): [string, string] => {
        const at = part.indexOf('=');
        return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
      }),
  );
  const [plain, packed] = [parts.get('q'), parts.get('z')];
  if (plain === undefined && packed === undefined) return { sql: null, problem: null };
  const version = parts.get('v') ?? VERSION;
  if (version !== VERSION)
    return no(
      'it is of a newer kind than this page knows. Reload the page, and if it stays so, ask for the query as text',
    );
  if (hash.length > LONGEST_ADDRESS) return no('it is far too long');
  try {
    const sql = plain === undefined ? await inflated(bytesOf(packed ?? '')) : unescaped(plain);
    if (sql.length > LONGEST_QUERY) return no('it is far too long');
    return { sql, problem: null };
  } catch (error) {
    return no(error instanceof TooLong ? 'it is far too long' : 'it is cut short or damaged');
  }
}

const no = (why: string): Addressed => ({
  sql: null,
  problem: `The query in the link could not be read: ${why}.`,
});

class TooLong extends Error {}

/** Escapes as little as keeps the text whole: a query should be seen in its link. */
const readable = (sql: string): string =>
  encodeURIComponent(sql).replace(/%(?:20|2C|3A|3B|2F|3D|40|24|3F)/g, (code) =>
    code === '%20' ? '+' : decodeURIComponent(code),
  );

const unescaped = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));

async function deflated(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Stops as soon as more comes out than a query may have: a few kilobytes can unpack to gigabytes. */
async function inflated(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.byteLength;
    if (length > 4 * LONGEST_QUERY) {
      await reader.cancel();
      throw new TooLong();
    }
    text += decoder.decode(next.value, { stream: true });
  }
  return text + decoder.decode();
}
