/**
 * The page's own fonts as CSS with the files in it, for a picture that is drawn apart from the page and may fetch nothing: those
 * of our two families that hold any of the letters. A file that does not come is left out; the reader's own font stands in.
 * @param letters the text of the picture
 */
export async function pageFonts(letters: string): Promise<string> {
  const points = new Set([...letters].map((letter) => letter.codePointAt(0) ?? 0));
  const rules = await Promise.all(
    facesOf(document.styleSheets)
      .filter(({ face }) => FAMILIES.test(face.style.getPropertyValue('font-family')))
      .filter(({ face }) => holds(face.style.getPropertyValue('unicode-range'), points))
      .map(({ face, base }) => embedded(face, base)),
  );
  return rules.filter((rule) => rule !== null).join('\n');
}

const FAMILIES = /^["']?(Inter|Source Serif 4)["']?$/;

function facesOf(sheets: Iterable<CSSStyleSheet>): { face: CSSFontFaceRule; base: string }[] {
  return [...sheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].flatMap((rule) =>
        rule instanceof CSSFontFaceRule ? [{ face: rule, base: sheet.href ?? document.baseURI }] : [],
      );
    } catch {
      // The rules of a sheet of another host, such as an extension's, may not be read.
      return [];
    }
  });
}

/** Whether a `unicode-range` holds any of the letters; one that is left out holds all. */
export function holds(range: string, points: ReadonlySet<number>): boolean {
  if (!range.trim()) return true;
  const spans = range.split(',').map((part) => {
    const [, first = '', last] = /u\+([0-9a-f?]+)(?:-([0-9a-f]+))?/i.exec(part) ?? [];
    const ends = [first.replaceAll('?', '0'), last ?? first.replaceAll('?', 'f')];
    return ends.map((end) => parseInt(end, 16)) as [number, number];
  });
  return [...points].some((point) => spans.some(([from, to]) => point >= from && point <= to));
}

async function embedded({ style }: CSSFontFaceRule, base: string): Promise<string | null> {
  const file = /url\(["']?([^"')]+)["']?\)/.exec(style.getPropertyValue('src'))?.[1];
  if (file === undefined) return null;
  try {
    const response = await fetch(new URL(file, base));
    if (!response.ok) return null;
    const bytes = new Uint8Array(await response.arrayBuffer());
    const kept = ['font-family', 'font-style', 'font-weight', 'unicode-range']
      .map((name) => [name, style.getPropertyValue(name)])
      .filter(([, value]) => value)
      .map(([name, value]) => `${name}:${value}`);
    return `@font-face{${kept.join(';')};src:url(data:font/woff2;base64,${base64(bytes)}) format("woff2")}`;
  } catch {
    return null;
  }
}

/** In pieces: a call with a hundred thousand arguments is refused. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x2000)
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x2000));
  return btoa(binary);
}
