import { createHash } from 'node:crypto';
import type { RecordFile, SourceRecord } from '../lib/records.ts';

/** A record of data/sources/ for files of our own making. */
export const recordOf = (
  id: string,
  files: readonly RecordFile[],
  bases?: SourceRecord['bases'],
): SourceRecord => ({
  id,
  short: `Short ${id}`,
  title: `Title of ${id}`,
  publisher: `Publisher of ${id}`,
  licence: { id: 'CC0-1.0', title: 'CC0 1.0', url: 'https://licence.test/', share_alike: false },
  landing_page: 'https://publisher.test/',
  retrieved: '2026-01-01',
  citation: 'Cite it.',
  what: 'What it counts.',
  caveats: [],
  refresh: 'How to get it anew.',
  ...(bases ? { bases } : {}),
  files: [...files],
});

/** How a record would list a file with this content. */
export const fileOf = (path: string, content: string | Uint8Array, url?: string): RecordFile => ({
  path,
  bytes: Buffer.from(content).length,
  sha256: createHash('sha256').update(content).digest('hex'),
  ...(url ? { url } : {}),
});
