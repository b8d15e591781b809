/** What open data say of a claim, from the firmest yes to what they cannot say. */
export const VERDICTS = ['supported', 'mixed', 'contradicted', 'not testable'] as const;
export type Verdict = (typeof VERDICTS)[number];

interface AboutVerdict {
  /** As a heading and on a label. */
  readonly title: string;
  /** Stands before the words; it alone tells nothing. */
  readonly sign: string;
  /** Part of an address and of a class. */
  readonly slug: string;
  readonly says: string;
}

export const ABOUT_VERDICT: Readonly<Record<Verdict, AboutVerdict>> = {
  supported: {
    title: 'Supported',
    sign: '+',
    slug: 'supported',
    says: 'What would have to be true is what the data show.',
  },
  mixed: {
    title: 'Mixed',
    sign: '±',
    slug: 'mixed',
    says: 'One part or one base shows it and another does not, or it is there but too weak to carry the claim.',
  },
  contradicted: {
    title: 'Contradicted',
    sign: '−',
    slug: 'contradicted',
    says: 'What would have to be true is not what the data show. A narrower claim may still hold.',
  },
  'not testable': {
    title: 'Not testable',
    sign: '?',
    slug: 'not-testable',
    says: 'Nothing in this release can tell. That speaks neither for the claim nor against it.',
  },
};
