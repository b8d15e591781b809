import { describe, expect, test } from 'vitest';
import { sourceLabel } from '../live/take/taken-fixture.ts';
import { listenerFor } from './listener.ts';
import { pageAddress, snippetOf, WAYS, type SnippetOf } from './snippets.ts';

const of = (more: Partial<SnippetOf> = {}): SnippetOf => ({
  place: { view: 'ranking', search: 'country=KEN', slug: 'ken' },
  root: 'https://atlas.example/some/folder/',
  edition: 'latest',
  looks: { theme: 'auto', plain: false },
  title: 'Papers of Kenya with its partners, 2022',
  alt: 'Bars, the longest is the United States.',
  sources: [sourceLabel('uis', { licence: 'CC BY 4.0', landing_page: 'https://uis.example/?a=1&b=2' })],
  release: '2026-11-22',
  width: null,
  heights: [
    [280, 812],
    [480, 690],
    [760, 612],
  ],
  picture: { width: 704, height: 400 },
  ...more,
});
const LISTED = { view: 'ranking', search: 'country=KEN', slug: 'ken' };
const OTHER = { view: 'flow-map', search: 'country=KEN&source=a/b', slug: null };
const snippet = (way: (typeof WAYS)[number], more: Partial<SnippetOf> = {}): string =>
  snippetOf(way, of(more)) ?? 'none';

describe('the address', () => {
  test.each<[string, Partial<SnippetOf>, string]>([
    ['of a listed state', {}, 'embed/ranking/ken/'],
    ['of another', { place: OTHER }, 'embed/flow-map/?country=KEN&source=a/b'],
    ['of a standard state that is not listed', { place: { ...OTHER, search: '' } }, 'embed/flow-map/'],
    ['frozen', { edition: { release: '2026-11-22' } }, 'embed/v/2026-11-22/ranking/ken/'],
    ['dark', { looks: { theme: 'dark', plain: false } }, 'embed/ranking/ken/?theme=dark'],
    [
      'of another, light and plain',
      { place: OTHER, looks: { theme: 'light', plain: true } },
      'embed/flow-map/?country=KEN&source=a/b&theme=light&plain=1',
    ],
    [
      'of a standard state, plain',
      { place: { ...OTHER, search: '' }, looks: { theme: 'auto', plain: true } },
      'embed/flow-map/?plain=1',
    ],
  ])('%s', (_, more, path) => {
    expect(pageAddress(of(more))).toBe(`https://atlas.example/some/folder/${path}`);
    expect(snippet('link', more)).toBe(`https://atlas.example/some/folder/${path}`);
  });
});

describe('a frame', () => {
  test('has a title, a height and the picture for browsers without frames', () => {
    expect(snippet('bare')).toMatchInlineSnapshot(`
      "<iframe src="https://atlas.example/some/folder/embed/ranking/ken/" title="Papers of Kenya with its partners, 2022" width="100%" height="812" loading="lazy" style="border: 0; max-width: 100%">
        <a href="https://atlas.example/some/folder/embed/ranking/ken/"><img src="https://atlas.example/some/folder/embed/ranking/ken/figure.svg" alt="Bars, the longest is the United States." width="704" height="400" style="max-width: 100%; height: auto"></a>
      </iframe>"
    `);
    expect(snippet('iframe', { width: 480, heights: [[480, 690]] })).toContain(' width="480" height="690" ');
    const narrower = [
      [280, 812],
      [480, 690],
    ] as const;
    expect(snippet('iframe', { width: 480, heights: narrower })).toContain(' width="480" height="690" ');
    expect(snippet('iframe', { heights: [] })).toContain(' height="640" ');
  });

  test('comes with the listener of this site, unless it is to be fixed', () => {
    const { root } = of();
    expect(snippet('iframe')).toBe(
      `${snippet('bare')}\n<script type="module">\n${listenerFor(root)}\n</script>`,
    );
    expect(snippet('bare')).not.toContain('<script');
  });

  test('of a state without a picture names it', () => {
    const html = snippet('iframe', { place: OTHER });
    expect(html).toContain('?country=KEN&amp;source=a/b"');
    expect(html).toContain('>Papers of Kenya with its partners, 2022</a>');
    expect(html).not.toContain('<img');
  });
});

test('the component brings its script, and holds the picture', () => {
  expect(snippet('component', { heights: [] })).not.toContain('Kenya with its partners, 2022" height=');
  expect(snippet('component', { width: 480, heights: [[480, 690]] })).toContain(
    'height="480:690" style="max-width: 480px"',
  );
  expect(snippet('component')).toMatchInlineSnapshot(`
    "<script async src="https://atlas.example/some/folder/embed/figure.js"></script>
    <crosscurrents-figure src="https://atlas.example/some/folder/embed/ranking/ken/" label="Papers of Kenya with its partners, 2022" height="280:812 480:690 760:612">
      <a href="https://atlas.example/some/folder/embed/ranking/ken/"><img src="https://atlas.example/some/folder/embed/ranking/ken/figure.svg" alt="Bars, the longest is the United States." width="704" height="400" style="max-width: 100%; height: auto"></a>
    </crosscurrents-figure>"
  `);
});

describe('without scripts', () => {
  test('the picture says what it is, where it is from and under which licence', () => {
    expect(snippet('static')).toMatchInlineSnapshot(`
      "<figure>
        <a href="https://atlas.example/some/folder/embed/ranking/ken/"><img src="https://atlas.example/some/folder/embed/ranking/ken/figure.svg" alt="Bars, the longest is the United States." width="704" height="400" style="max-width: 100%; height: auto"></a>
        <figcaption>Papers of Kenya with its partners, 2022. Source: <a href="https://uis.example/?a=1&amp;b=2">The uis record, Publisher of uis</a>. Licence: CC BY 4.0. <a href="https://atlas.example/some/folder/embed/ranking/ken/">Crosscurrents, release 2026-11-22</a>.</figcaption>
      </figure>"
    `);
  });

  test.each(['static', 'component', 'iframe', 'bare'] as const)(
    'the picture keeps its shape at a width, has no size where none is known, and is never wider than its place: %s',
    (way) => {
      const image = (more: Partial<SnippetOf>) => /<img [^>]*>/.exec(snippet(way, more))?.[0] ?? 'none';
      expect(image({ width: 352 })).toContain('width="352" height="200"');
      expect(image({ picture: null })).not.toMatch(/(width|height)="/);
      for (const more of [{}, { width: 352 }, { picture: null }])
        expect(image(more)).toContain('style="max-width: 100%; height: auto"');
    },
  );

  test('a share-alike source holds for the whole', () => {
    const sources = [sourceLabel('a'), sourceLabel('b', { licence: 'CC BY-SA 3.0 IGO', share_alike: true })];
    expect(snippet('static', { sources })).toContain(
      'Sources: The a record, Publisher of a; The b record, Publisher of b. Each value is under the licence of its source: CC BY 4.0; CC BY-SA 3.0 IGO. The figure as a whole is share-alike: CC BY-SA 3.0 IGO.',
    );
  });

  test('a state without a picture has no such snippet, and no address of one', () => {
    for (const way of ['static', 'svg', 'png'] as const)
      expect(snippetOf(way, of({ place: OTHER }))).toBeNull();
  });
});

test('pictures have addresses, frozen ones too', () => {
  expect(snippet('svg')).toBe('https://atlas.example/some/folder/embed/ranking/ken/figure.svg');
  expect(snippet('png', { edition: { release: '2026-11-22' } })).toBe(
    'https://atlas.example/some/folder/embed/v/2026-11-22/ranking/ken/figure.png',
  );
});

test.each(WAYS.filter((way) => !['svg', 'png', 'link'].includes(way)))(
  'words cannot break out of a snippet: %s',
  (way) => {
    const hostile = '"><script>alert(1)</script> & \'\n\tnext';
    for (const place of [LISTED, OTHER]) {
      const html = snippetOf(way, of({ place, title: hostile, alt: hostile, release: '<b>' }));
      if (html === null) continue;
      expect(html).not.toMatch(/<(script>|b>)/);
      expect(html).toContain("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; '");
      // An attribute stays on one line.
      expect(html.replace(/<script[^]*<\/script>/, '').match(/="[^"]*\n[^"]*"/)).toBeNull();
    }
  },
);
