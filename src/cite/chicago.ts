import { ABOUT_KIND, type Citable } from './citable.ts';
import { dateWords, yearOf } from './dates.ts';
import { oneLine, says, sentence } from './text.ts';

/**
 * An entry of a list of references after the Chicago Manual of Style, 17th edition, author-date, as plain text. Titles keep their capitals: the
 * style's headline capitals cannot be had from a title without knowing its names.
 *
 *     Crosscurrents. 2026. “Flows.” Data set. In Crosscurrents: an open atlas, release 2026-11-21. https://….
 */
export function chicago(item: Citable): string {
  const { wording, title, issued } = item;
  const parts =
    wording !== null
      ? [sentence(wording)]
      : [
          sentence(byline(item)),
          sentence(yearOf(issued)?.toString() ?? 'n.d.'),
          isPart(item) ? `“${sentence(inner(title))}”` : sentence(title),
          ...facts(item).map((fact) => sentence(capital(fact))),
        ];
  return oneLine([...parts, ...place(item, parts.join(' ')).map((part) => `${part}.`)].join(' '));
}

/** The same as a note of the style's other system, for footnotes: commas, and one full stop at its end. */
export function chicagoNote(item: Citable): string {
  const { wording, title } = item;
  // The comma after a title in quotation marks stands inside them.
  const work = isPart(item) ? `“${inner(title)},”` : `${title},`;
  const words =
    wording === null
      ? `${byline(item)}, ${work} ${facts(item).join(', ')}`.replace(/,? *$/, '')
      : wording.replace(/\.$/, '');
  const rest = place(item, words).map((part) => part.charAt(0).toLowerCase() + part.slice(1));
  return oneLine(`${[words, ...rest].join(', ')}.`);
}

/** What follows the title, in its order, with small letters. */
const facts = ({ kind, container, version, issued }: Citable): string[] => {
  const release = version === null ? [] : [`release ${version}`];
  const { words } = ABOUT_KIND[kind];
  return [
    ...(container === null ? release : []),
    ...(words === null ? [] : [words.toLowerCase()]),
    // A page stands on its site, not in it.
    ...(container === null
      ? []
      : [[`${kind === 'article' ? '' : 'in '}${container}`, ...release].join(', ')]),
    ...(version === null && issued !== null ? [dateWords(issued)] : []),
  ];
};

/** What is part of a larger work stands in quotation marks; whole works do not. */
const isPart = ({ container }: Citable): boolean => container !== null;

/** Quotation marks within a title that stands in quotation marks itself are single. */
const inner = (title: string): string =>
  title
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replace(/"([^"]*)"/g, '‘$1’');

/** Who has no name gives way to the publisher. */
const byline = ({ authors, publisher }: Citable): string => {
  const names = authors.length ? authors : [publisher];
  return names.length < 3
    ? names.join(' and ')
    : `${names.slice(0, -1).join(', ')}, and ${names[names.length - 1] ?? ''}`;
};

const place = ({ accessed, url }: Citable, before: string): string[] => [
  ...(accessed === null ? [] : [`Accessed ${dateWords(accessed)}`]),
  ...(url === null || says(before, url) ? [] : [url]),
];

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
