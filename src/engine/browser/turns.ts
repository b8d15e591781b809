/** Runs tasks one after another: one connection of the engine does one thing at a time. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs the task once those before it have ended, well or badly; settles as the task does. */
  take<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(task);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
