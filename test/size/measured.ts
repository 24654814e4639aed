/** How large a text is as it is, and as servers send it. */
import { readFileSync } from 'node:fs';
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

/** Together: each file is compressed alone, as it is sent. */
export const measureFiles = (files: readonly string[]): Measured => {
  const sizes = files.map((file) => measure(readFileSync(file, 'utf8')));
  const sum = (of: keyof Measured): number => sizes.reduce((total, size) => total + size[of], 0);
  return { raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') };
};
