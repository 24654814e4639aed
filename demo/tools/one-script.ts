/**
 * Keeps the script for a plain page in one file: what the package's modules fetch later is in it from the start.
 * Must not know what is in any of it.
 */
import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const modules = resolve('src/journey-modules.ts');
const script = resolve('src/journey-script.ts');

/** The build fails where there was nothing to replace: the script would hold each part behind a promise of its own, and be larger. */
export const keepJourneys = (): Plugin => {
  let total = 0;
  return {
    name: 'keep-journeys',
    enforce: 'pre',
    buildStart: () => {
      total = 0;
    },
    async resolveId(source, importer, options) {
      if (!source.endsWith('/journey-modules.js')) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (found?.id !== modules) return null;
      total += 1;
      return script;
    },
    buildEnd: (error) => {
      if (!error && total !== 1) throw new Error(`The modules of journeys were replaced ${total} times; exactly one was expected.`);
    },
  };
};
