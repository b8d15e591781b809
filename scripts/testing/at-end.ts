const tasks: (() => unknown)[] = [];

/** Something to clear away when the test file that asked for it is done: servers, folders, databases. */
export const atEnd = (task: () => unknown): void => void tasks.push(task);

/** Clears away all that was asked for, the latest first. */
export async function clearAway(): Promise<void> {
  for (const task of tasks.splice(0).reverse()) await task();
}
