/**
 * Imports a module that may have failed before: `importAnew(() => import('./large.ts'))`.
 *
 * Browsers remember for the life of a page that an address failed to import, and do not ask the server again. So after
 * a failure this asks once more under an address that was not used before; it stands in the error's message. The
 * module must need no other that may fail with it.
 */
export async function importAnew<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const address = /https?:\S+/.exec((error as Error).message)?.[0];
    if (!address) throw error;
    const url = new URL(address);
    url.searchParams.set('again', String(Date.now()));
    return (await import(/* @vite-ignore */ url.href)) as T;
  }
}
