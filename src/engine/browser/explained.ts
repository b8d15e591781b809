/** DuckDB's preface to some errors. */
const PREFACE =
  /^(?:Invalid Input Error: Attempting to fetch from an unsuccessful query result\n)?(?:Error: )+/;

/** What DuckDB says of a PIVOT that it would run as several statements. */
const SEVERAL = 'PendingQuery can only take a single statement';

/** Whether WebAssembly itself failed, and with it the state of the database. */
export const isBreakdown = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'RuntimeError' || isBreakdown(error.cause));

/** An error of DuckDB in words that say what happened. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (isBreakdown(error))
    return new Error(
      'The query broke the engine, which starts anew. A column of type ENUM does so: cast it to VARCHAR.',
      { cause: error },
    );
  if (error.message.includes(SEVERAL))
    return new Error(
      "This PIVOT has to look at the rows twice, which the browser's engine does not do. Name the columns that it makes: PIVOT … ON year IN (2018, 2019).",
      { cause: error },
    );
  error.message = error.message.replace(PREFACE, '');
  return error;
}
