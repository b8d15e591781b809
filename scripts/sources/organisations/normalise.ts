/** Letters that no accent mark explains: they have no decomposition in Unicode. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ə: 'e',
};

/**
 * The words of a name as plain lower-case ASCII: accents are dropped, ä, ae and a become one letter (likewise o and u),
 * hyphens and slashes part words, dots in abbreviations do not ("e.V." and "E V" are both "ev").
 */
export function wordsOf(name: string): string[] {
  const plain = name
    .toLowerCase()
    .replace(/\(.*?\)/g, (inside) => inside.replace(/[()]/g, ' '))
    .replace(/[ßæœøłđðþıə]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’`´](?=s\b)/g, '')
    .replace(/(?<=\b[a-z])\.(?=[a-z]\b)/g, '')
    .replace(/&amp;|&quot;/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    // Letters that stand alone in a row are an abbreviation: "g m b h", "e v", "s p a".
    .replace(/\b[a-z](?: [a-z]\b)+/g, (letters) => letters.replaceAll(' ', ''));
  return plain ? plain.split(' ').map(foldUmlauts) : [];
}

/** Universitaet, Universität and Universitat; Hoegskola, Högskola and Hogskola; Aarhus, Århus and Arhus: one spelling. */
export const foldUmlauts = (word: string): string =>
  word
    .replace(/ae|aa/g, 'a')
    .replace(/oe/g, 'o')
    .replace(/(?<!q)ue/g, 'u');
