const NAME = 'Crosscurrents';
/** Longer titles are cut off where they are listed: they do without the name. */
const LONGEST = 62;

/** Title of a page, with the atlas's name where there is room. */
export function pageTitle(title: string): string {
  if (title === NAME) return `${NAME}: an open atlas of academic collaboration`;
  return title.length > LONGEST ? title : `${title} · ${NAME}`;
}

/** As many first sentences as a search result shows; a first one that is longer is cut at a word. */
export function shortly(text: string, most = 200): string {
  const sentences = text.match(/[^.]+(?:\.(?!\s)[^.]*)*\.?\s*/g) ?? [text];
  let kept = '';
  for (const sentence of sentences) {
    if ((kept + sentence).trim().length > most) break;
    kept += sentence;
  }
  return kept.trim() || `${text.slice(0, most - 2).replace(/\s+\S*$/, '')} …`;
}
