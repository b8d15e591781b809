/** What a file is, by its first bytes: its name may say anything. */

/** Files that the lab reads. `text` may still turn out to be no table. */
export type Kind = 'text' | 'gzip' | 'parquet' | { readonly refused: string };

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 4096));

/** Beginnings that say what a file is, and what its reader can do. A dot in a beginning stands for any byte. */
const BEGINNINGS: readonly (readonly [RegExp, string])[] = [
  [/^%PDF/, 'This is a PDF document. Take the table out of it and save that as CSV.'],
  [
    /^(\x89PNG|\xff\xd8\xff|GIF8|RIFF.{4}WEBP|BM.{4}\0\0\0\0|II\*\0|MM\0\*)/s,
    'This is a picture, not a table.',
  ],
  [
    /^\xd0\xcf\x11\xe0/,
    'This is an old Excel workbook or another Office file. Open it and save the sheet as CSV.',
  ],
  [/^SQLite format 3/, 'This is an SQLite database. Export the table as CSV.'],
  [/^.{8}DUCK/s, 'This is a DuckDB database. Export the table as Parquet or CSV.'],
  [/^(ARROW1|FEA1)/, 'This is an Arrow (Feather) file. Save it as Parquet or CSV.'],
  [/^PARE/, 'This is an encrypted Parquet file. Save it without encryption.'],
  [/^(\x89HDF|CDF[\x01\x02\x05])/, 'This is an HDF5 or NetCDF file. Save the table as CSV or Parquet.'],
  [
    /^(<stata_dta>|[\x6e-\x73][\x01\x02]\x01\0)/,
    'This is a Stata file. Save it as CSV (in Stata: export delimited).',
  ],
  [/^\$FL[23]/, 'This is an SPSS file. Save it as CSV.'],
  [/^.{84}SAS FILE/s, 'This is a SAS data set. Save it as CSV.'],
  [/^(RD[AX][23]\n|X\n\0\0|A\n[23]\n)/, 'This is a file of R. Save the table with write.csv().'],
  [/^\x28\xb5\x2f\xfd/, 'This file is compressed with zstd. Unpack it, or compress it with gzip.'],
  [/^BZh\d/, 'This file is compressed with bzip2. Unpack it, or compress it with gzip.'],
  [/^\xfd7zXZ\0/, 'This file is compressed with xz. Unpack it, or compress it with gzip.'],
  [/^(7z\xbc\xaf|Rar!)/, 'This is an archive (7z or RAR). Unpack it and choose the table inside.'],
  [/^.{257}ustar/s, 'This is a tar archive. Unpack it and choose the table inside.'],
  [/^\{\\rtf/, 'This is a rich-text document, not a table. Save the table as CSV.'],
  [/^(\x7fELF|MZ.\0|\xca\xfe\xba\xbe)/s, 'This is a program, not a table.'],
  [/^(ID3|OggS|fLaC|.{4}ftyp)/s, 'This is sound or video, not a table.'],
];

/** What begins a text that is something else than a table. */
const MARKUP: readonly (readonly [RegExp, string])[] = [
  [
    /^<(!doctype\s+html|html|head|body|table)\b/i,
    'This is a web page, not a data file: perhaps a link led to a page about the file, or to a sign-in. Download the file itself.',
  ],
  [/^<(\?xml|!--|[a-z][\w:-]*[\s>])/i, 'This is XML. Convert it to CSV: one line a record.'],
  [/^(\{\s*["}]|\[\s*[[{"\]])/, 'This is JSON. Convert it to CSV: one line a record.'],
];

/** What is inside a ZIP file, by the names that stand in its first kilobytes. */
const INSIDE_ZIP: readonly (readonly [RegExp, string])[] = [
  [
    /xl\/|xl\\/,
    'This is an Excel workbook. Open it and save the sheet as CSV (“CSV UTF-8” in Excel’s list).',
  ],
  [/opendocument\.spreadsheet/, 'This is an OpenDocument spreadsheet. Open it and save the sheet as CSV.'],
  [/word\/|opendocument\.text/, 'This is a text document. Take the table out of it and save that as CSV.'],
  [/ppt\//, 'This is a presentation, not a table.'],
];

/**
 * @param head the first bytes of the file, 4 kB or the whole of it
 */
export function kindOf(head: Uint8Array): Kind {
  const start = latin(head);
  if (start.startsWith('\x1f\x8b')) return 'gzip';
  if (start.startsWith('PAR1')) return 'parquet';
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) {
    const inside = INSIDE_ZIP.find(([names]) => names.test(start));
    return { refused: inside?.[1] ?? ZIP };
  }
  const found =
    BEGINNINGS.find(([beginning]) => beginning.test(start)) ??
    MARKUP.find(([beginning]) => beginning.test(start.replace(/^\xef\xbb\xbf/, '').trimStart()));
  return found ? { refused: found[1] } : 'text';
}

const ZIP =
  'This is a ZIP archive, perhaps an Excel workbook. Unpack it and choose the table inside, or save the sheet as CSV.';
