/**
 * Leaves nothing beyond ASCII in a script for a plain page: on a page of another encoding, from a server that names none, its words would be
 * garbled. In one byte a character it is read sooner, too. Must not know what a script says.
 */
import { decode, encode } from '@jridgewell/sourcemap-codec';
import type { Plugin } from 'vite';
import * as z from 'zod/mini';

const beyond = /[^\0-\x7f]/g;
const escape = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** How many characters longer the line is before each place. */
const growth = (line: string): ((column: number) => number) => {
  const places = [...line.matchAll(beyond)].map(({ index }) => index);
  return (column) => places.filter((place) => place < column).length * (escape('\u2026').length - 1);
};

interface Script {
  readonly code: string;
  /** As source maps write them. */
  readonly mappings: string;
}

/** Text and patterns only: nothing else of a script is written beyond ASCII here. */
const toAscii = ({ code, mappings }: Script): Script => {
  const lines = code.split('\n').map(growth);
  const moved = decode(mappings).map((segments, row) =>
    segments.map((segment): typeof segment => {
      const [column, ...rest] = segment;
      return [column + (lines[row]?.(column) ?? 0), ...rest] as typeof segment;
    }),
  );
  return { code: code.replace(beyond, escape), mappings: encode(moved) };
};

const SourceMap = z.looseObject({ mappings: z.string() });

export const asciiScripts = (): Plugin => ({
  name: 'ascii-scripts',
  generateBundle: (_options, bundle) => {
    for (const file of Object.values(bundle)) {
      if (file.type !== 'chunk') continue;
      const beside = bundle[`${file.fileName}.map`];
      const map = beside?.type === 'asset' ? SourceMap.parse(JSON.parse(String(beside.source))) : undefined;
      const { code, mappings } = toAscii({ code: file.code, mappings: map?.mappings ?? '' });
      file.code = code;
      if (beside?.type === 'asset') beside.source = JSON.stringify({ ...map, mappings });
    }
  },
});
