import { describe, expect, test } from 'vitest';
import { INDICATORS } from '../../indicators/index.ts';
import { mathOf } from './math.ts';

describe('TeX as MathML', () => {
  test('single letters are plain, so that any font has them; words and digits stay', () => {
    const markup = mathOf(String.raw`\mathrm{RIC}(X) = 2 \beta / \ln d`);
    expect(markup).toContain('<mi class="letter" mathvariant="normal">X</mi>');
    expect(markup).toContain('<mi class="letter" mathvariant="normal">β</mi>');
    expect(markup).toContain('<mi>RIC</mi>');
    expect(markup).toContain('<mi>ln</mi>');
    expect(markup).toContain('<mi>/</mi>');
    expect(markup).toContain('<mn>2</mn>');
  });

  test('words that are asked to be slanted are plain letters too', () => {
    expect(mathOf(String.raw`\mathit{higher}`)).toContain(
      '<mi class="letter" mathvariant="normal">higher</mi>',
    );
  });

  test('a letter that is asked to stand upright is not slanted', () => {
    expect(mathOf(String.raw`\mathrm{e}`)).not.toContain('class="letter"');
  });

  test.each([
    String.raw`\frac{a}{b}`,
    String.raw`\hat{F}_{od}`,
    String.raw`\begin{cases} 0 & C = 0 \\ x & \text{else} \end{cases}`,
    String.raw`\sqrt{\sum_i x_i^2}`,
  ])('%s has no inline style, which the policy of pages would drop', (tex) => {
    for (const display of [true, false]) expect(mathOf(tex, { display })).not.toContain('style=');
  });

  test('keeps the TeX with it, escaped', () => {
    const markup = mathOf('a < b');
    expect(markup).toContain('alttext="a &lt; b"');
    expect(markup).toContain('<annotation encoding="application/x-tex">a &lt; b</annotation>');
  });

  test('separators of thousands stand within the number', () => {
    expect(mathOf('1{,}234{,}567')).toContain('<mn>1,234,567</mn>');
  });

  test('is set on a line of its own only where asked', () => {
    expect(mathOf('x', { display: true })).toContain('display="block"');
    expect(mathOf('x')).not.toContain('display="block"');
  });
});

describe('TeX that a page cannot show stops the build and is named', () => {
  test.each([
    [String.raw`\frac{1}{`, /cannot be set: \\frac/],
    [String.raw`\notacommand{x}`, /cannot be set/],
    [String.raw`\mathbf{b}`, /mathematical font for 𝐛: \\mathbf/],
    [String.raw`\color{red} x`, /needs the style/],
  ])('%s', (tex, message) => {
    expect(() => mathOf(tex)).toThrow(message);
  });
});

test.each(INDICATORS.map((indicator) => [indicator.id, indicator] as const))(
  'formula and letters of %s can be set',
  (_, { formula, symbols }) => {
    for (const tex of [formula, ...symbols.map(([letter]) => letter)])
      expect(mathOf(tex, { display: true })).toContain('</math>');
  },
);
