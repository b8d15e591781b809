/**
 * Runs in the worker before DuckDB's own script, and is sent there as text, so it uses nothing from outside itself.
 *
 * It does two things. It gives DuckDB the module that the page compiled, in place of a download by the worker: DuckDB
 * would wait for ever for a download that failed. And it takes the network away: from here on no SQL text can reach a
 * server, not even the page's own, whatever policy the page has.
 */
export function prelude(): void {
  const compiled = new Promise<WebAssembly.Module>((resolve) => {
    const first = (event: Event) => {
      event.stopImmediatePropagation();
      resolve((event as MessageEvent<WebAssembly.Module>).data);
    };
    globalThis.addEventListener('message', first, { once: true });
  });

  const instantiateStreaming: typeof WebAssembly.instantiateStreaming = async (_, imports) => {
    try {
      const module = await compiled;
      return { module, instance: await WebAssembly.instantiate(module, imports) };
    } catch (error) {
      // DuckDB does not catch: an error outside the promise is what the page can hear.
      setTimeout(() => {
        throw error;
      });
      throw error;
    }
  };
  Object.assign(WebAssembly, { instantiateStreaming });

  function refuse(): never {
    throw new Error('Queries read the tables of the release only: the engine has no network.');
  }
  const scope = globalThis as unknown as Record<string, unknown>;
  // DuckDB asks for its module before it waits for it: an empty answer is enough.
  scope['fetch'] = async () => new Response(new Uint8Array());
  for (const name of [
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'WebTransport',
    'importScripts',
    'Worker',
  ])
    scope[name] = refuse;
  // DuckDB prints every failed query; the page gets it as an error anyway.
  console.log = () => undefined;
}
