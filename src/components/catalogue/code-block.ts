import { text, type Markup } from '../../charts/svg.ts';

/** Code or text as it stands, line for line: a template's own indentation would show in it. Text may be broken at words. */
export const codeBlock = (code: string, { prose = false } = {}): Markup =>
  `<pre tabindex="0"${prose ? ' class="prose"' : ''}><code>${text(code.trim())}</code></pre>` as Markup;
