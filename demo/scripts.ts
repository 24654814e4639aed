/**
 * The browser scripts the demo serves: the element's own bundle, built as an integrator would get it, and the pages' scripts.
 * Must not know what any of them does.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, transformWithOxc } from 'vite';
import { languages } from '../src/domain/language.js';
import { StartError } from './config.js';

const bundleName = 'aspire-pay.iife.js';
const languageNames = languages.filter((name) => name !== 'en').map((name) => `locales/${name}.iife.js`);

/** Scripts and source maps by the path they are served at. */
export type ElementFiles = ReadonlyMap<string, string>;

const readBundle = async (folder: string): Promise<ElementFiles> => {
  const names = [bundleName, ...languageNames].flatMap((name) => [name, `${name}.map`]);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return new Map(names.map((name, index) => [`/${name}`, texts[index] ?? '']));
};

/** Builds the bundle beside `dist`, so that trying the demo never changes what would be published. */
export const buildElement = async (root: string): Promise<ElementFiles> => {
  const outDir = join(root, '.cache', 'demo');
  await build({ root, configFile: join(root, 'vite.config.ts'), mode: 'iife', logLevel: 'warn', build: { outDir } });
  return readBundle(outDir);
};

/** The bundle an earlier `npm run build` left. */
export const readBuiltElement = async (root: string): Promise<ElementFiles> => {
  try {
    return await readBundle(join(root, 'dist'));
  } catch {
    throw new StartError(`ASPIRE_PAY_SKIP_BUILD=1 needs dist/${bundleName} and its map: run "npm run build" first.`);
  }
};

/** A page's script in JavaScript, one file for one file. */
export const compileScript = async (path: string): Promise<string> => {
  const { code } = await transformWithOxc(await readFile(path, 'utf8'), path, { sourcemap: false });
  return code;
};
