import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Pages of one view are alike over tens of megabytes: the window sees them all. `tar --zstd` and `zstd -d` read it without options. */
const WINDOW = 27;

/** Compresses as far as is worth the wait: a release is made once. */
export const packed = (bytes: Buffer): Buffer =>
  zstdCompressSync(bytes, {
    params: {
      [constants.ZSTD_c_compressionLevel]: 19,
      [constants.ZSTD_c_windowLog]: WINDOW,
      [constants.ZSTD_c_enableLongDistanceMatching]: 1,
      [constants.ZSTD_c_checksumFlag]: 1,
      [constants.ZSTD_c_contentSizeFlag]: 1,
    },
  });

/** What was cut short may come back short without an error: hold it against its sha256. */
export const unpacked = (bytes: Buffer): Buffer =>
  zstdDecompressSync(bytes, { params: { [constants.ZSTD_d_windowLogMax]: WINDOW } });
