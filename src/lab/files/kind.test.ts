import { expect, test } from 'vitest';
import { kindOf } from './kind.ts';

const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

test.each([
  ['a,b\n1,2\n', 'text'],
  ['\x1f\x8b\x08\0', 'gzip'],
  ['PAR1\x15\x04', 'parquet'],
  ['[1,2]\n', 'text'],
  ['<5,6\n', 'text'],
])('%j is read', (start, kind) => expect(kindOf(latin(start))).toBe(kind));

test.each([
  ['PK\x03\x04....[Content_Types].xml....xl/workbook.xml', 'Excel workbook'],
  ['PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.spreadsheet', 'OpenDocument'],
  ['PK\x03\x04....data.csv', 'ZIP archive'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'old Excel'],
  ['%PDF-1.7', 'PDF'],
  ['\x89PNG\r\n\x1a\n', 'picture'],
  ['\xff\xd8\xff\xe0', 'picture'],
  ['<!DOCTYPE html><html>', 'web page'],
  ['\xef\xbb\xbf\n <html lang="en">', 'web page'],
  ['<?xml version="1.0"?>', 'XML'],
  ['{"a": 1}', 'JSON'],
  ['[\n {"a": 1}]', 'JSON'],
  ['SQLite format 3\0', 'SQLite'],
  ['ARROW1\0\0', 'Feather'],
  ['PARE', 'encrypted'],
  ['\x28\xb5\x2f\xfd', 'zstd'],
  ['BZh91AY', 'bzip2'],
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  [`${'x'.repeat(257)}ustar`, 'tar'],
  ['RDX3\n', 'file of R'],
  ['\x89HDF\r\n', 'HDF5'],
])('%j is refused in words', (start, words) => {
  const kind = kindOf(latin(start));
  expect(typeof kind === 'object' ? kind.refused : kind).toMatch(words);
});
