const KEY = 'explorer-tour';

/** Where nothing can be stored, the answer holds until the page is left: for every tour of it. */
let answeredHere = false;

/** Whether the reader has answered an offer of the tour. Browsers that refuse storage forget it with the page. */
export function isAnswered(): boolean {
  if (answeredHere) return true;
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

/** Keeps what the reader answered. */
export function answer(what: 'taken' | 'refused'): void {
  answeredHere = true;
  try {
    localStorage.setItem(KEY, what);
  } catch {
    // See above.
  }
}
