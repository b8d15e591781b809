import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colours come from tokens.css through the variables that lab.css names: the editor follows light, dark and print by itself. */
const LOOK = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--paper-raised)', color: 'var(--ink)', fontSize: '0.9375rem' },
  '&.cm-focused': { outline: '3px solid var(--focus)', outlineOffset: '-3px' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.55' },
  '.cm-content': { padding: '0.6rem 0', caretColor: 'var(--ink)' },
  '.cm-line': { padding: '0 0.75rem 0 0.5rem' },
  '.cm-gutters': { backgroundColor: 'transparent', color: 'var(--ink-muted)', border: '0' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.25rem', padding: '0 0.4rem 0 0.25rem' },
  '.cm-content ::selection, .cm-line::selection, .cm-line ::selection': {
    backgroundColor: 'var(--focus)',
    color: 'var(--paper)',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--rule-strong)',
  },
  '&.cm-focused .cm-nonmatchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px dashed var(--sql-wrong)',
  },
  '.cm-specialChar': { color: 'var(--sql-wrong)' },
  '.cm-placeholder': { color: 'var(--ink-muted)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--sql-wrong) 1.5px',
    textUnderlineOffset: '3px',
    textDecorationSkipInk: 'none',
  },
  '.cm-tooltip': {
    border: '1px solid var(--rule-strong)',
    borderRadius: '3px',
    backgroundColor: 'var(--paper-raised)',
    color: 'var(--ink)',
    fontFamily: 'var(--font-sans)',
    fontSize: '0.875rem',
  },
  '.cm-diagnostic': { padding: '0.35rem 0.6rem', maxWidth: '30rem' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--sql-wrong)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-code)', maxHeight: 'none' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '0.3rem 0.6rem', lineHeight: '1.35' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--ink)',
    color: 'var(--paper)',
    // Seen where a reader's own colours take the place of ours.
    outline: '2px solid transparent',
    outlineOffset: '-2px',
  },
  '.cm-completionDetail': { fontFamily: 'var(--font-sans)', fontStyle: 'normal', color: 'var(--ink-muted)' },
  'li[aria-selected] .cm-completionDetail': { color: 'inherit' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionInfo': { maxWidth: '22rem', padding: '0.5rem 0.7rem', lineHeight: '1.45' },
});

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--sql-keyword)', fontWeight: '600' },
  { tag: tags.string, color: 'var(--sql-text)' },
  // A name between double quotation marks.
  { tag: tags.special(tags.string), color: 'var(--ink)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--sql-number)' },
  { tag: tags.standard(tags.name), color: 'var(--sql-function)' },
  { tag: tags.typeName, color: 'var(--sql-function)' },
  { tag: [tags.lineComment, tags.blockComment], color: 'var(--ink-muted)', fontStyle: 'italic' },
]);

export const THEME: Extension = [LOOK, syntaxHighlighting(COLOURS)];
