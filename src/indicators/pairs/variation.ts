/** What a second look at the data says of limits that take counts as Poisson counts; the pages show the figures. */

/** Of papers and projects, for `interval`. */
export const VARIATION =
  'In the data, links of papers vary from year to year more than chance alone would make them, most for large pairs, so that for papers the limits are too narrow for many pairs; links of projects vary less, so that for projects they are too wide. How much counts vary from year to year is measured below.';

/** Of moves, beside VARIATION. */
export const VARIATION_OF_MOVES = 'Moves of scholars vary about as much as chance would make them.';

/** Why, as a caveat. */
export const SERIES =
  'Large collaborations publish their papers in series with the same countries. No interval here knows of it: between countries that meet mostly there, it is too narrow.';
