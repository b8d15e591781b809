/** What a reader is told when an answer does not come. The picture before stays, so it says that too. */
export function message(error: unknown): string {
  const stays = 'The figure below is the last one that was whole.';
  if (!(error instanceof Error)) return `Something went wrong. ${stays}`;
  switch (error.name) {
    case 'EngineStartError':
      return `The database could not start in this browser (${reason(error)}). ${stays}`;
    case 'LoadError':
    case 'FileError':
      return `${error.message} ${stays}`;
    case 'QueryError':
      return `The database could not answer (${error.message}). ${stays}`;
    default:
      return `Something went wrong (${error.message}). ${stays}`;
  }
}

const reason = (error: Error): string => (error.cause instanceof Error ? error.cause.message : error.message);
