/** An error that its reader can mend: shown as its message alone, without a stack. Anything else is a bug of ours. */
export class UserError extends Error {
  override readonly name = 'UserError';
}

/** Runs a command line's main function; a UserError ends it with its message and exit code 1. */
export async function run(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof UserError || isUnknownOption(error))) throw error;
    process.stderr.write(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}

/** What `parseArgs` throws for an option that a command does not have. */
const isUnknownOption = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
