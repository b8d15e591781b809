/** What went wrong with a download, before it is known what was kept of it. */
export class Failure extends Error {
  /** What its reader can do about it. */
  readonly advice: string;

  constructor(message: string, advice: string) {
    super(message);
    this.advice = advice;
  }
}

/** A failure that may pass by itself: worth another attempt. */
export class Passing extends Failure {
  /** Milliseconds that the server asks to be left alone; null where it does not say. */
  readonly retryAfter: number | null;

  constructor(message: string, retryAfter: number | null = null) {
    super(message, 'Try again later.');
    this.retryAfter = retryAfter;
  }
}

/** An answer whose status the caller asked for, and its body as it comes. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Must be read to its end, or left by `return` or an error: both close the connection. */
  readonly body: AsyncIterable<Uint8Array>;
  /** For an answer whose body is not wanted. */
  readonly close: () => void;
}

export interface Asking {
  readonly url: string;
  readonly headers: Headers;
  /** Statuses that are answers; any other is a failure. */
  readonly statuses: readonly number[];
  /** Milliseconds that a server may leave us without an answer, or without another byte of it. */
  readonly patience: number;
}

const MOST_REDIRECTS = 10;
const REDIRECTS = [301, 302, 303, 307, 308];
const PASSING = [408, 429];
/** What a header may hold that is for the host we asked, and for no other that it sends us to. */
const OURS = ['accept', 'accept-encoding', 'user-agent', 'range', 'if-range'];

/**
 * Sends one GET and follows its redirects.
 * @throws {Passing} for a host that cannot be reached, 408, 429 and 5xx; from the body where it is cut or stalls
 * @throws {Failure} for every other status that was not asked for
 */
export async function request({ url, headers, statuses, patience }: Asking): Promise<Answer> {
  let at = httpOnly(url);
  let sent = headers;
  for (let redirects = 0; ; redirects++) {
    const connection = new Connection(at, patience);
    const response = await connection.open(sent);
    if (statuses.includes(response.status))
      return {
        status: response.status,
        headers: response.headers,
        body: connection.body(response),
        close: () => connection.close(),
      };
    const { status, statusText } = response;
    const location = response.headers.get('location');
    const said = status >= 400 && status < 500 ? await connection.explanation(response) : '';
    connection.close();
    if (REDIRECTS.includes(status) && location) {
      if (redirects === MOST_REDIRECTS)
        throw new Failure(`${shown(url)} redirects more than ${MOST_REDIRECTS} times`, MOVED);
      const next = httpOnly(location, at);
      if (next.origin !== at.origin) sent = onlyOurs(sent);
      at = next;
      continue;
    }
    const answered = `${shown(at)} answered ${status}${statusText && ` ${statusText}`}${said}`;
    if (PASSING.includes(status) || status >= 500)
      throw new Passing(answered, waitAsked(response.headers.get('retry-after')));
    throw new Failure(answered, status === 401 || status === 403 ? KEY : MOVED);
  }
}

const MOVED =
  'If the publisher has moved it, correct its address in data/sources/ or in the script that asks for it.';
const KEY = 'Does the publisher ask for a key, and is ours there and still good?';

/** One exchange with a host, given up when nothing comes for a while. */
class Connection {
  readonly #abort = new AbortController();
  readonly #url: URL;
  readonly #patience: number;

  constructor(url: URL, patience: number) {
    this.#url = url;
    this.#patience = patience;
  }

  open(headers: Headers): Promise<Response> {
    const { signal } = this.#abort;
    return this.#within(
      fetch(this.#url, { headers, redirect: 'manual', signal }),
      (cause) => `${shown(this.#url)} cannot be reached (${cause})`,
    );
  }

  async *body(response: Response): AsyncGenerator<Uint8Array, void, undefined> {
    const reader = response.body?.getReader();
    try {
      while (reader) {
        const { done, value } = await this.#within(
          reader.read(),
          (cause) => `the connection to ${shown(this.#url)} broke off (${cause})`,
        );
        if (done) return;
        yield value;
      }
    } finally {
      this.close();
    }
  }

  /** What an interface says of a request that it refuses; pages for browsers say nothing that helps. */
  async explanation(response: Response): Promise<string> {
    if (!/json|text\/plain/.test(response.headers.get('content-type') ?? '')) return '';
    try {
      for await (const chunk of this.body(response)) {
        const text = Buffer.from(chunk).toString('utf8').trim().replace(/\s+/g, ' ').slice(0, 300);
        return text && ` (${text})`;
      }
    } catch {
      // Then the status alone has to do.
    }
    return '';
  }

  close(): void {
    this.#abort.abort();
  }

  async #within<T>(coming: Promise<T>, broken: (cause: string) => string): Promise<T> {
    const timer = setTimeout(
      () => this.#abort.abort(new Passing(`${shown(this.#url)} sent nothing for ${this.#patience / 1000} s`)),
      this.#patience,
    );
    try {
      return await coming;
    } catch (error) {
      this.#abort.signal.throwIfAborted();
      const { text, lasting } = causeOf(error as Error);
      throw lasting ? new Failure(broken(text), CERTIFICATE) : new Passing(broken(text));
    } finally {
      clearTimeout(timer);
    }
  }
}

const CERTIFICATE =
  "Its certificate is not trusted here: behind a proxy with a certificate of its own, name that in NODE_EXTRA_CA_CERTS; or wait until the publisher's is renewed.";

/** What lies under fetch's own "fetch failed"; where it tried several addresses, there is only a code. */
function causeOf({ cause, message }: Error): { text: string; lasting: boolean } {
  if (!(cause instanceof Error)) return { text: message, lasting: false };
  const code = String((cause as NodeJS.ErrnoException).code ?? '');
  return { text: cause.message || code || message, lasting: /CERT|SELF_SIGNED|UNABLE_TO_/.test(code) };
}

/** Only these two: a redirect must not reach a file of this machine. */
function httpOnly(url: string, from?: URL): URL {
  const target = URL.parse(url, from);
  if (target && ['http:', 'https:'].includes(target.protocol)) return target;
  const is = 'is no http or https address';
  throw new Failure(
    from ? `${shown(from)} redirects to ${shown(url)}, which ${is}` : `${shown(url)} ${is}`,
    MOVED,
  );
}

function onlyOurs(headers: Headers): Headers {
  return new Headers([...headers].filter(([name]) => OURS.includes(name)));
}

/** Milliseconds that a Retry-After asks for: it may hold seconds, or a date. */
export function waitAsked(retryAfter: string | null, now: number = Date.now()): number | null {
  const value = retryAfter?.trim() ?? '';
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  // Only as it is written there, with the day of the week first: the parser makes a date of almost anything.
  const date = /^[A-Z][a-z]+,? /.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** An address as messages may show it: without the keys that some publishers want in it. */
export function shown(url: string | URL): string {
  return String(url).replace(/([?&][^=&]*(?:key|token|secret|signature|mailto)=)[^&#]*/gi, '$1***');
}
