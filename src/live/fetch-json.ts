/** A file of the release that did not come, or came damaged. Its message is for readers. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

/** Fetches and reads a JSON file of our own. Throws a FileError in words for readers. */
export async function fetchJson(url: string): Promise<unknown> {
  const name = url.split('/').slice(-2).join('/');
  let response: Response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new FileError('The data could not be fetched: no connection, or it was blocked.', { cause });
  }
  if (!response.ok)
    throw new FileError(`The data could not be fetched: ${name} answered ${response.status}.`);
  try {
    return await response.json();
  } catch (cause) {
    throw new FileError(`The data came damaged: ${name} is cut short or is no data file.`, { cause });
  }
}
