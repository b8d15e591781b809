import { text } from '../charts/svg.ts';

/** What no document of XML 1.0 may hold, escaped or not. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Leaves out of a document, or of a text for one, what would make it no XML. */
export const allowed = (words: string): string => words.toWellFormed().replace(FORBIDDEN, '\ufffd');

/** Escapes text for the content and the attributes of XML. */
export const xmlText = (words: string | number): string => text(allowed(String(words)));
