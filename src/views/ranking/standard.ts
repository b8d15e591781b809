/** How many partners a ranking shows where no number is asked. Apart from the view, so that a page can know it without the view's code. */
export const RANKED = 12;
