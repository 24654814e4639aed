/** The scripts that are measured against each other: the built element as it is shipped, and the floors, bundled and minified the same way. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { measure } from '../../size/measured.js';
import { wholeScript } from '../../size/shipped.js';

export type Subject = 'innerHTML' | 'Lit + zod/mini' | 'its markup alone' | 'aspire-pay';

export interface Script {
  readonly subject: Subject;
  readonly code: string;
  readonly gzip: number;
  /** What stands in the page's body. */
  readonly html: string;
}

export const bundle = async (file: string): Promise<string> => {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      target: 'es2022',
      write: false,
      lib: { entry: resolve(import.meta.dirname, 'floors', file), formats: ['es'] },
      minify: true,
      rolldownOptions: { output: { minify: true } },
    },
  });
  // One format, written nowhere: one output.
  const { output } = (Array.isArray(built) ? built[0] : built) as { readonly output: readonly { readonly code: string }[] };
  const [chunk] = output;
  if (!chunk) throw new Error(`The floor ${file} could not be built.`);
  return chunk.code;
};

/** The first thing that runs: what is measured begins when the script has arrived. */
export const mark = `performance.mark('script');`;

export const script = (subject: Subject, code: string, html: string): Script => ({
  subject,
  code: mark + code,
  gzip: measure(code).gzip,
  html,
});

export const readScripts = async (): Promise<readonly Script[]> => [
  script('innerHTML', await bundle('inner-html.ts'), ''),
  script('Lit + zod/mini', await bundle('lit-table.ts'), '<lit-table></lit-table>'),
  script('aspire-pay', readFileSync(wholeScript, 'utf8'), '<aspire-pay endpoint="/api" lang="en-US"></aspire-pay>'),
];
