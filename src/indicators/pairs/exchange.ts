export const EXCHANGE_SYMBOLS: readonly (readonly [string, string])[] = [
  ['F_{od}', 'flow from origin to destination'],
  ['F_{do}', 'flow the other way'],
];

/** Stocks beside flows. */
export const ENROLLED =
  'Students are counted where they are enrolled, some for years; scholars in the year in which they move. The two layers are not to be compared.';

export const EXCHANGE_CAVEATS: readonly string[] = [
  'Students: both ways must be known, each from its own host. A pair that is not among the ten largest of either is left out, so what is here is no fair sample of pairs.',
  'Students: where one of the hosts reported only part of its students (flag for low reliability), the balance leans to the other.',
  ENROLLED,
  'Scholars: small flows swing by chance from year to year. Two bases, Scopus and OpenAlex, each give a value of their own.',
];
