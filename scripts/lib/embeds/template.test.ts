import { expect, test } from 'vitest';
import { templateOf } from './template.ts';

const PAGE =
  '<head><!--head--><title>Old</title><!--/head--><link href="../../_astro/a.css"></head>' +
  '<body data-manifest-url="../../release/x.json"><!--figure--><b>Old</b><!--/figure--><script src="../../_astro/b.js"></script></body>';

test('a state is written between the marks, with links as deep as its own page', () => {
  const page = templateOf(PAGE, '/embed/ranking/');
  expect(
    page(
      { head: '<title>New</title>', figure: '<a href="/explore/?a=1">to <b>../../</b></a>' },
      '/embed/ranking/ken/',
    ),
  ).toBe(
    '<head><title>New</title><link href="../../../_astro/a.css"></head>' +
      '<body data-manifest-url="../../../release/x.json"><a href="../../../explore/?a=1">to <b>../../</b></a><script src="../../../_astro/b.js"></script></body>',
  );
});

test('what looks like a pattern in a figure stays as it is', () => {
  const page = templateOf(PAGE, '/embed/ranking/');
  expect(page({ head: '', figure: '$& $1 $$' }, '/embed/ranking/ken/')).toContain('$& $1 $$');
});

test('one form serves many states', () => {
  const page = templateOf(PAGE, '/embed/ranking/');
  page({ head: 'first', figure: 'first' }, '/embed/ranking/a/');
  expect(page({ head: '', figure: '' }, '/embed/ranking/b/')).not.toContain('first');
});

test('a page without marks is refused by its path', () => {
  expect(() => templateOf('<p>', '/embed/ranking/')).toThrow('/embed/ranking/');
  expect(() => templateOf(PAGE.replace('<!--/figure-->', ''), '/embed/ranking/')).toThrow();
});
