import { describe, expect, test } from 'vitest';
import { linkTerms, linkTermsInMarkup } from './link-terms.ts';

const term = (slug: string, words: string, root = '/') =>
  `<a class="term" href="${root}methods/glossary/#${slug}">${words}</a>`;

describe('terms in a text', () => {
  test('are linked where they first stand, as they are written', () => {
    expect(
      linkTerms('Whole counting: sums count links. Links are no papers; whole counting says so.', '/'),
    ).toBe(
      `${term('whole-counting', 'Whole counting')}: sums count ${term('link', 'links')}. Links are no papers; whole counting says so.`,
    );
  });

  test('are not linked again in what is read in one go', () => {
    const seen = new Set<string>();
    expect(linkTerms('A link.', '/', seen)).toBe(`A ${term('link', 'link')}.`);
    expect(linkTerms('Two links and a median.', '/', seen)).toBe(
      `Two links and a ${term('median', 'median')}.`,
    );
    expect([...seen]).toEqual(['link', 'median']);
  });

  test('are whole words: none within another, none beside a hyphen, none in an identifier', () => {
    for (const words of [
      'linked',
      'blink',
      'link-up',
      'non-provisional',
      'ricX',
      'Riça',
      'theme_specialisation',
      'median_ratio',
    ])
      expect(linkTerms(words, '/')).toBe(words);
  });

  test('are taken at their longest', () => {
    expect(linkTerms('eigenvector centrality', '/')).toBe(
      term('eigenvector-centrality', 'eigenvector centrality'),
    );
    expect(linkTerms('the effective number of partners', '/')).toBe(
      `the ${term('effective-number', 'effective number of partners')}`,
    );
  });

  test('lead from wherever the page is', () => {
    expect(linkTerms('RIC', '../../')).toBe(term('relative-intensity-of-collaboration', 'RIC', '../../'));
  });

  test('leave no markup of a name standing, around a term or beside it', () => {
    const hostile = `<img src=x onerror="alert(1)">`;
    const markup = linkTerms(`${hostile} links ${hostile}&lt;`, hostile);
    expect(markup).not.toContain('<img');
    expect(markup).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt; <a class="term"');
    expect(markup.endsWith('&gt;&amp;lt;')).toBe(true);
  });

  test('a text without any stays as it is, escaped', () => {
    expect(linkTerms('Nothing & no one.', '/')).toBe('Nothing &amp; no one.');
    expect(linkTerms('', '/')).toBe('');
  });
});

test('in markup, words of links and code stay; entities and tags too', () => {
  const html = 'Coverage &amp; <a href="/x">coverage</a>, <code>flag</code>, a <em>flag</em>.';
  expect(linkTermsInMarkup(html, '/', new Set())).toBe(
    '<a class="term" href="/methods/glossary/#coverage">Coverage</a> &amp; <a href="/x">coverage</a>, <code>flag</code>, a <em><a class="term" href="/methods/glossary/#flag">flag</a></em>.',
  );
});
