import type { SourceLabel } from '../model/atlas.ts';
import { rightsWords } from '../model/rights.ts';

type Sourced = Pick<SourceLabel, 'licence' | 'share_alike'>;

/** What the licences of the sources of a figure come to, a line: "Licence: CC BY 4.0." Empty where there is no source. */
export function rightsLine(sources: readonly Sourced[]): string {
  const licences = sources.map(({ licence, share_alike }) => ({ title: licence, share_alike }));
  const words = rightsWords(licences, { each: 'value', whole: 'figure' });
  if (!words) return '';
  // Several are sentences of their own.
  return new Set(sources.map(({ licence }) => licence)).size > 1 ? words : `Licence: ${words}.`;
}
