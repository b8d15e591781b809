/** The four sections of the publication, in the order in which they stand. */
export const SECTIONS = ['trends', 'focus', 'newsroom', 'research'] as const;
export type SectionId = (typeof SECTIONS)[number];

export const ABOUT_SECTION: Readonly<Record<SectionId, { readonly title: string; readonly says: string }>> = {
  trends: { title: 'Trends', says: 'The long view: how ties between countries have changed.' },
  focus: { title: 'Focus', says: 'One question, one answer, and how far it holds.' },
  newsroom: { title: 'Newsroom', says: 'Each data release: what is new and what was revised.' },
  research: {
    title: 'Research & Whitepapers',
    says: 'Long reads with their methods, also to print.',
  },
};

export const isSection = (id: string): id is SectionId => SECTIONS.some((section) => section === id);

/** What pieces are about; two pieces that share one are offered to each other's readers. */
export const TOPICS = {
  students: 'Students',
  scholars: 'Scholars',
  papers: 'Papers',
  projects: 'Projects',
  policy: 'Policy and programmes',
  equity: 'Equity and small systems',
  resilience: 'Shocks and resilience',
  distance: 'Distance, language and time zones',
  freedom: 'Academic freedom',
  data: 'Data and their limits',
} as const;
