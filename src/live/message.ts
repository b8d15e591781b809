/**
 * What a reader is told when an answer does not come, and what stands in its place.
 * @param standing whether a figure was drawn before, which then stays
 */
export function message(error: unknown, standing = true): string {
  const rest = standing ? 'The figure below is the last one that was whole.' : 'Nothing was drawn here yet.';
  return `${happened(error)} ${rest}`;
}

function happened(error: unknown): string {
  if (!(error instanceof Error)) return 'Something went wrong.';
  switch (error.name) {
    case 'EngineStartError':
      return `The database could not start in this browser (${reason(error)}).`;
    case 'LoadError':
    case 'FileError':
      return error.message;
    case 'QueryError':
      return `The database could not answer (${error.message}).`;
    default:
      return `Something went wrong (${error.message}).`;
  }
}

const reason = (error: Error): string => (error.cause instanceof Error ? error.cause.message : error.message);
