import { glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { SECTIONS, TOPICS } from './publication/sections.ts';
import { VERDICTS } from './publication/verdicts.ts';

/** A sentence that names facts in braces; figures that are typed into it stop the build (src/publication/template.ts). */
const template = z.string().min(20);

/** A figure of a piece: a state of a view, or a figure of its own (figures.ts beside the text). */
const figure = z.strictObject({
  /** Unique in the piece; the figure's address on its page. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  /** A view of the atlas, or `own`. */
  view: z.string(),
  /** Of the view; what is left out is the view's choice. */
  state: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).default({}),
  /** What the figure shows in one sentence; facts in braces. It stands over the figure's own title. */
  headline: template.optional(),
});

const ids = {
  /** `trends/students-abroad`: the folder, without the file. */
  generateId: ({ entry }: { entry: string }) => entry.replace(/\/index\.mdx$/, ''),
};

export const collections = {
  articles: defineCollection({
    loader: glob({ base: './src/content', pattern: `{${SECTIONS.join(',')}}/*/index.mdx`, ...ids }),
    schema: z.strictObject({
      title: z.string().min(8).max(80),
      /** What was found, in one sentence that can be quoted. */
      finding: template,
      published: z.coerce.date(),
      updated: z.coerce.date().optional(),
      authors: z.array(z.string()).default(['Crosscurrents']),
      topics: z.array(z.enum(Object.keys(TOPICS) as [keyof typeof TOPICS])).min(1),
      figures: z.array(figure).min(1).max(6),
      /** What becomes of the finding under other choices; facts in braces. */
      holds: z.strictObject({
        source: template,
        threshold: template,
        without2020: template,
      }),
      /** About this release and no other: its numbers stay those of that release (docs/releases.md). */
      release: z.coerce
        .date()
        .transform((day) => day.toISOString().slice(0, 10))
        .optional(),
      /** Also as a PDF. */
      whitepaper: z.boolean().default(false),
    }),
  }),
  claims: defineCollection({
    loader: glob({ base: './src/content', pattern: 'claims/*/index.mdx', ...ids }),
    schema: z.strictObject({
      /** In plain words, as it is made. */
      claim: z.string().min(20).max(140),
      published: z.coerce.date(),
      updated: z.coerce.date().optional(),
      /** Its place in the ledger. */
      order: z.number().int(),
      /** What would have to be true. */
      needs: template,
      /** Which open data speak to it. */
      data: template,
      verdict: z.enum(VERDICTS),
      /** The finding behind the verdict, in one sentence. */
      finding: template,
      /** The result that would have reversed it. */
      reversed: template,
      /** What data would settle it. */
      settle: template,
      topics: z.array(z.enum(Object.keys(TOPICS) as [keyof typeof TOPICS])).min(1),
      figures: z.array(figure).max(1).default([]),
      /** Articles that go further: `trends/students-abroad`. */
      articles: z.array(z.string()).default([]),
    }),
  }),
  questions: defineCollection({
    loader: glob({ base: './src/content', pattern: 'questions/*/index.mdx', ...ids }),
    schema: z.strictObject({
      /** In a reader's words. */
      question: z.string().min(10),
      order: z.number().int(),
      /** Two sentences; facts in braces. */
      answer: template,
      /** Where to read on: a path of the site. */
      more: z.strictObject({ href: z.string(), label: z.string() }).optional(),
    }),
  }),
};
