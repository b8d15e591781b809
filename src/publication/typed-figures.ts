/** Names that have digits of their own, and years: these are words. */
const NAMES =
  /\b(Horizon 2020|FP[1-9]|FP10|COVID-19|Web of Science|G7|G20|BRICS\+?|EU-?27|M49|ISO 3166|Article \d+|9[059]% (confidence )?interval|[Dd]ecember \d+|[Jj]anuary \d+|Python 3)\b|\bthe (19|20)\d0s\b|\b(19|20)\d\d([–-](19|20)?\d\d)?\b/g;
/** Words that state a figure as digits do. */
const COUNTING =
  /\b(twice|thrice|doubled|tripled|trebled|quadrupled|halved|(two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred)[- ](times|fold|per cent|percent|in (three|four|five|ten|a hundred)|thirds|quarters|fifths)|(one|a) (third|quarter|fifth|tenth) of|one in (two|three|four|five|six|seven|eight|nine|ten)|half of (all|the|its))\b/gi;

/** Figures that are typed into words: digits that are no year and no name, and counting words. */
export const typedFigures = (words: string): string[] => [
  ...(words.replace(NAMES, ' ').match(/[\d][\d,.]*\s?(%|million|billion)?/g) ?? []),
  ...(words.match(COUNTING) ?? []),
];

export const typedMessage = (piece: string, typed: readonly string[]): string =>
  `${piece}: ${typed.map((figure) => `"${figure.trim()}"`).join(', ')} ${typed.length > 1 ? 'are' : 'is'} typed into the text. Numbers come from facts.ts, by <N id="…" /> or {name}: then they have a year and a source, and change with the release.`;

/**
 * The same in the text of a piece (MDX, without its front matter), by line. Code, components, addresses, marks of lists and of
 * footnotes are no prose.
 */
export const typedInText = (text: string): { readonly line: number; readonly typed: readonly string[] }[] =>
  blank(text, [
    /^(import|export) .*$/gm,
    /```[\s\S]*?```/g,
    /`[^`]*`/g,
    /<[^<>]*>/g,
    /\{[^{}]*\}/g,
    /\]\([^)]*\)/g,
    /https?:\S+/g,
    /\[\^[^\]]*\]:?/g,
    /^\s*\d+\. /gm,
  ])
    .split('\n')
    .map((words, i) => ({ line: i + 1, typed: typedFigures(words) }))
    .filter(({ typed }) => typed.length > 0);

/** Takes matches out of a text and keeps its lines. */
const blank = (text: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((left, pattern) => left.replace(pattern, (match) => match.replace(/[^\n]/g, ' ')), text);

/**
 * Lines that begin with a fact in the middle of a sentence: to MDX a tag at the beginning of a line is a block of its own, and the
 * sentence would be cut in two. They have to be wrapped elsewhere.
 */
export function cutSentences(text: string): number[] {
  const lines = text.split('\n');
  return lines.flatMap((line, i) => {
    if (!/^\s*<N\b/.test(line)) return [];
    const before = lines.slice(0, i).findLast((other) => other.trim() !== '') ?? '';
    const ended = before === '' || /^#|[.:?!>”"]\s*$/.test(before);
    return ended && (lines[i - 1] ?? '').trim() === '' ? [] : [i + 1];
  });
}
