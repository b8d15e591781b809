/** One line a step on standard error, so that standard output stays free for results. */
export function step(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** A counter on one line where a terminal shows it, and a line each tenth where none does. */
export function counter(label: string, total: number): (done: number) => void {
  let last = -1;
  return (done) => {
    const percent = Math.floor((100 * done) / total);
    if (process.stderr.isTTY) process.stderr.write(`\r${label} ${percent} %${done >= total ? '\n' : ''}`);
    else if (Math.floor(percent / 10) > last) process.stderr.write(`${label} ${percent} %\n`);
    last = Math.floor(percent / 10);
  };
}
