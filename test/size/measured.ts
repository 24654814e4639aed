/** How large a text is as it is, and as servers send it. */
import { brotliCompressSync, gzipSync } from 'node:zlib';

export interface Measured {
  readonly raw: number;
  readonly gzip: number;
  readonly brotli: number;
}

export const measure = (text: string): Measured => ({
  raw: Buffer.byteLength(text),
  gzip: gzipSync(text, { level: 9 }).length,
  brotli: brotliCompressSync(text).length,
});
