import { expect, test } from 'vitest';
import { citablePiece, citableTable } from './works.ts';
import { metaMarkup, metaTags, type MetaTag } from './meta.ts';

const RELEASE = { title: 'Crosscurrents: an open atlas', version: '2026-11-21' };
const SITE = 'https://atlas.test/';
const PIECE = {
  title: 'Has distance died?',
  authors: ['Crosscurrents', 'Another Office'],
  published: '2026-03-01',
  href: '/insights/research/has-distance-died/',
};
const of = (tags: readonly MetaTag[], name: string): string[] =>
  tags.filter((tag) => tag.name === name).map(({ content }) => content);

test('a whitepaper is a report with a PDF; each author has a tag', () => {
  const tags = metaTags(citablePiece({ ...PIECE, whitepaper: true }, RELEASE, SITE), {
    pdf: 'https://atlas.test/insights/research/has-distance-died/has-distance-died.pdf',
    keywords: ['Papers', 'Distance'],
    modified: '2026-04-01',
  });
  expect(of(tags, 'citation_title')).toEqual(['Has distance died?']);
  expect(of(tags, 'citation_author')).toEqual(['Crosscurrents', 'Another Office']);
  expect(of(tags, 'citation_publication_date')).toEqual(['2026/03/01']);
  expect(of(tags, 'citation_online_date')).toEqual(['2026/03/01']);
  expect(of(tags, 'citation_technical_report_institution')).toEqual(['Crosscurrents']);
  expect(of(tags, 'citation_pdf_url')).toHaveLength(1);
  expect(of(tags, 'DC.creator')).toEqual(['Crosscurrents', 'Another Office']);
  expect(of(tags, 'DC.date')).toEqual(['2026-03-01']);
  expect(of(tags, 'DCTERMS.modified')).toEqual(['2026-04-01']);
  expect(of(tags, 'DC.type')).toEqual(['Text']);
  expect(of(tags, 'DC.subject')).toEqual(['Papers', 'Distance']);
});

test('an article is no report, and what is not known is not there', () => {
  const tags = metaTags(citablePiece(PIECE, RELEASE, null), { modified: '2026-03-01' });
  for (const name of ['citation_technical_report_institution', 'citation_pdf_url', 'DCTERMS.modified'])
    expect(of(tags, name)).toEqual([]);
  // An identifier there always is.
  expect(of(tags, 'DC.identifier')).toEqual(['crosscurrents_2026-03-01_has-distance-died']);
  expect(metaMarkup(tags)).not.toMatch(/http|undefined|null|content=""/);
});

test('a table is a data set with rights and sources, and offers no full text', () => {
  const item = {
    ...citableTable(
      RELEASE,
      { name: 'flows', title: 'Flows' },
      [{ citation: 'A.' }, { citation: 'B' }],
      SITE,
    ),
    rights: 'CC BY 4.0',
  };
  const tags = metaTags(item);
  expect(of(tags, 'DC.type')).toEqual(['Dataset']);
  expect(of(tags, 'DC.rights')).toEqual(['CC BY 4.0']);
  expect(of(tags, 'DC.source')).toEqual(['A.', 'B']);
  expect(of(tags, 'DC.identifier')).toEqual(['https://atlas.test/data/flows/']);
  expect(of(tags, 'citation_fulltext_html_url')).toEqual([]);
});

test('as markup nothing of a title ends its attribute', () => {
  expect(metaMarkup([{ name: 'DC.title', content: '"><script>&' }])).toBe(
    '<meta name="DC.title" content="&quot;&gt;&lt;script&gt;&amp;">',
  );
});
