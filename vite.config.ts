/**
 * Builds what is shipped: `--mode esm` the package (lit and zod stay outside), `--mode iife` one script that registers the tag,
 * `--mode modules` the same as modules for a page without a bundler, where what isn't needed at first comes later.
 * Must not know the element beyond its tag, its entries and its version.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { asciiScripts } from './demo/tools/ascii-scripts.js';
import { languageScripts } from './demo/tools/language-scripts.js';
import { isLitHtml, policyName, renameLitPolicy } from './demo/tools/lit-policy.js';
import { swapModule } from './demo/tools/swap-module.js';
import { blocked } from './src/locales/en.js';

const packageFile: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
const version =
  typeof packageFile === 'object' && packageFile !== null && 'version' in packageFile && typeof packageFile.version === 'string'
    ? packageFile.version
    : undefined;
if (version === undefined) throw new Error('package.json has no version.');

/** The build fails where Lit's policy isn't found: a bundle with the old name would stay blank on a strict page. */
const namePolicy = (): Plugin => {
  let total = 0;
  return {
    name: 'name-trusted-types-policy',
    buildStart: () => {
      total = 0;
    },
    transform: (code, id) => {
      if (!isLitHtml(id.split('?')[0] ?? '')) return null;
      const renamed = renameLitPolicy(code);
      total += renamed.renamed;
      return { code: renamed.code, map: null };
    },
    buildEnd: (error) => {
      if (!error && total !== 1) throw new Error(`Lit's Trusted Types policy was renamed ${total} times; exactly one was expected.`);
    },
  };
};

/** Comments of the style sheets are for us: the minifier of templates leaves them in. As many lines stay, for the source map. */
const dropStyleComments = (): Plugin => ({
  name: 'drop-style-comments',
  enforce: 'pre',
  transform: (code, id) => {
    if (!(id.split('?')[0] ?? '').endsWith('.styles.ts')) return null;
    return { code: code.replaceAll(/\/\*[^]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, '')), map: null };
  },
});

/**
 * Templates and styles are mere text to the minifier. A run of white space becomes one space and is never left out, since it may stand
 * between words; styles lose white space only (level 0), since cleverer rewriting knows less CSS than browsers do.
 */
const shortenTemplates = () =>
  minifyTemplateLiterals({
    include: ['src/**'],
    failOnError: true,
    options: { minifyOptions: { collapseWhitespace: true, conservativeCollapse: true, minifyCSS: { level: 0 } } },
  });

/**
 * Runs before any library does: a second load is silent, since Lit would throw at its policy's second creation,
 * and a load of another version says so.
 */
const guard = `const loaded = globalThis.customElements.get("aspire-pay");
if (loaded) {
  if (loaded.version !== ${JSON.stringify(version)}) console.warn("<aspire-pay> " + String(loaded.version) + " is already on this page; ${version} was not used.");
  return;
}
try {`;

/**
 * A page whose policy refuses ours makes Lit throw. Then the tag keeps what the page wrote into it, or says that it can't be shown:
 * it is never blank. Children may still be on their way while the page is being read.
 */
const lastResort = `} catch (error) {
  console.error("<aspire-pay> could not start. A page with Trusted Types has to allow its policy: trusted-types ${policyName}", error);
  globalThis.customElements.define("aspire-pay", class extends HTMLElement {
    static version = ${JSON.stringify(version)};
    connectedCallback() {
      const say = () => { if (this.textContent.trim() === "" && !this.firstElementChild) this.textContent = ${JSON.stringify(blocked)}; };
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", say);
      else say();
    }
  });
}`;

/** Entries of the package, by their paths in dist; every language is one. */
const findEntries = (): Record<string, string> => {
  const locales = readdirSync('src/locales').map((file) => `src/locales/${file}`);
  const kit = ['src/conformance/index.ts', 'src/conformance/cli.ts'];
  const files = ['src/index.ts', 'src/define.ts', 'src/api/index.ts', 'src/api/openapi.ts', ...kit, ...locales];
  return Object.fromEntries(files.map((file) => [relative('src', file).replace(/\.ts$/, ''), resolve(file)]));
};

/** The compiler's helpers would lie under its own name and version; they get plain ones. */
const nameFile = ({ name }: { name: string }): string => (name.startsWith('_virtual/') ? `helpers/${basename(name)}.js` : '[name].js');

const esm = (): UserConfig => ({
  build: {
    target: 'es2022',
    sourcemap: true,
    minify: false,
    lib: { entry: findEntries(), formats: ['es'] },
    rolldownOptions: {
      external: /^((lit|zod)(\/|$)|node:)/,
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: nameFile },
    },
  },
});

/** Each journey behind a promise of its own would make one file larger. */
const journeysInside = () => swapModule('src/journeys/modules.ts', 'src/journeys/script.ts');

const iife = (): UserConfig => ({
  plugins: [namePolicy(), dropStyleComments(), shortenTemplates(), journeysInside(), ...languageScripts(), asciiScripts()],
  build: {
    target: 'es2022',
    sourcemap: true,
    // dist holds the package by now.
    emptyOutDir: false,
    lib: { entry: resolve('src/define.ts'), formats: ['iife'], name: 'aspirePay', fileName: () => 'aspire-pay.iife.js' },
    rolldownOptions: { output: { intro: guard, outro: lastResort, exports: 'none' } },
  },
});

/** Lit is in them, so its policy needs our name here as well; each language is a module of its own. */
const modules = (): UserConfig => ({
  plugins: [namePolicy(), dropStyleComments(), shortenTemplates()],
  build: {
    target: 'es2022',
    sourcemap: true,
    emptyOutDir: false,
    // A library brings no helper that preloads: a strict policy may forbid what it does, and the recipe in README says what to preload.
    lib: { entry: resolve('src/define.ts'), formats: ['es'] },
    rolldownOptions: {
      preserveEntrySignatures: 'allow-extension',
      output: {
        format: 'es',
        dir: 'dist',
        entryFileNames: 'modules/aspire-pay.js',
        chunkFileNames: 'modules/[name]-[hash].js',
        minify: true,
        comments: false,
        // What the parts share with the entry is in it, which is then all there is to fetch at first.
        codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] },
      },
    },
  },
});

export default defineConfig(({ mode }) => {
  switch (mode) {
    case 'esm':
      return esm();
    case 'iife':
      return iife();
    case 'modules':
      return modules();
    default:
      return {};
  }
});
