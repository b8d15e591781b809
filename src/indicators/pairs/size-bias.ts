/** What measures that see a tie as the overlap of two sets share, and why the others stand beside them. */
const SIZE_BIAS =
  'It is not free of size. Van Eck and Waltman show that measures of overlap between sets do not correct for size: two countries whose links are spread over all partners in proportion to size reach a higher value the larger they are. For that correction see affinity.';

export const OVERLAP_IS_NOT: readonly string[] = [
  SIZE_BIAS,
  'It has no value that means as expected: compare it only between pairs of countries of about the same sizes, or one pair through time.',
];

export const OVERLAP_CAVEATS: readonly string[] = [
  'Links are the base, not papers: a paper of many countries makes many links for each of them.',
];
