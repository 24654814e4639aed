/**
 * Keeps the script for a plain page in one language: a language beyond English comes to it in a script of its own, built here beside it.
 * Must not know what a language says.
 */
import { resolve } from 'node:path';
import { build, type Plugin } from 'vite';
import { languages } from '../../src/domain/language.js';
import { asciiScripts } from './ascii-scripts.js';
import { swapModule } from './swap-module.js';

/** A file that isn't there: what would be in it is made per language. */
const entry = resolve('src/language-script.ts');

/** What a language's script does: it puts its words where elements look for them. Its map tells it, so it names no folder of a machine. */
const scriptOf = (language: string): Plugin => ({
  name: 'language-script',
  resolveId: (id) => (id === entry ? id : null),
  load: (id) =>
    id === entry
      ? `import { addLanguage } from './controllers/language-shelf.js';
import words from './locales/${language}.js';
addLanguage(${JSON.stringify(language)}, words);`
      : null,
});

const buildScripts = (): Plugin => {
  let outDir = '';
  let logLevel: 'info' | 'warn' | 'error' | 'silent' = 'warn';
  return {
    name: 'build-language-scripts',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir);
      logLevel = config.logLevel ?? logLevel;
    },
    writeBundle: async () => {
      for (const language of languages.filter((name) => name !== 'en')) {
        await build({
          configFile: false,
          logLevel,
          plugins: [scriptOf(language), asciiScripts()],
          build: {
            target: 'es2022',
            sourcemap: true,
            outDir,
            emptyOutDir: false,
            lib: { entry, formats: ['iife'], name: 'aspirePayLanguage', fileName: () => `locales/${language}.iife.js` },
            rolldownOptions: { output: { exports: 'none' } },
          },
        });
      }
    },
  };
};

/** With its modules in it, the script would hold every language. */
export const languageScripts = (): Plugin[] => [
  swapModule('src/controllers/language-modules.ts', 'src/controllers/language-scripts.ts'),
  buildScripts(),
];
