/**
 * Puts one module in the place of another, for the script of a plain page, where everything is in one file from the start.
 * Must not know what is in either.
 */
import { basename, resolve } from 'node:path';
import { normalizePath, type Plugin } from 'vite';

/** The build fails where there was nothing to replace: the script would hold, or fetch, what it was to do without. */
export const swapModule = (from: string, to: string): Plugin => {
  // Modules are named with `/` on every system.
  const [taken, given] = [normalizePath(resolve(from)), normalizePath(resolve(to))];
  const name = basename(from, '.ts');
  let total = 0;
  return {
    name: `swap-${name}`,
    enforce: 'pre',
    buildStart: () => {
      total = 0;
    },
    async resolveId(source, importer, options) {
      if (!source.endsWith(`/${name}.js`)) return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (found?.id !== taken) return null;
      total += 1;
      return given;
    },
    buildEnd: (error) => {
      if (!error && total !== 1) throw new Error(`${from} was replaced ${total} times; exactly one was expected.`);
    },
  };
};
