/**
 * Writes the Custom Elements Manifest to dist, from the class comment of the element, and what editors read made of it.
 * Public members only; paths are those of the package. Knows nothing but the documents.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cli } from '@custom-elements-manifest/analyzer/cli.js';
import { getWebTypesData } from 'custom-element-jet-brains-integration';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import * as z from 'zod/mini';
import { tokens, type TokenName } from '../../src/domain/tokens.js';
import { tokenDocs } from '../../src/token-docs.js';
import { version } from '../../src/version.js';

const Member = z.looseObject({ name: z.string(), privacy: z.optional(z.string()), description: z.optional(z.string()) });
const Declaration = z.looseObject({ name: z.string(), members: z.optional(z.array(Member)) });
const Manifest = z.looseObject({ modules: z.array(z.looseObject({ declarations: z.array(Declaration) })) });

/** What Lit calls, and nobody else. */
const lifecycle = ['connectedCallback', 'disconnectedCallback', 'styles'];

const isPublic = ({ name, privacy }: z.infer<typeof Member>): boolean =>
  privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#') && !lifecycle.includes(name);

const analyze = async (): Promise<z.infer<typeof Manifest>> => {
  // The analyzer writes into package.json where the manifest is, unless that stands there already: it must not change the package it describes.
  const argv = ['analyze', '--litelement', '--quiet', '--outdir', 'dist', '--globs', 'src/aspire-pay.ts'];
  return Manifest.parse(await cli({ argv, cwd: process.cwd(), noWrite: true }));
};

const at = 'dist/aspire-pay.js';
const declaration = { name: 'AspirePay', module: at };

/** From their one list, since a comment of thirty lines would be read by nobody. */
const cssProperties = (Object.keys(tokens) as TokenName[]).map((name) => ({
  name: tokens[name].property,
  description: tokenDocs[name].role,
  default: tokenDocs[name].fallback,
}));

/** The element alone, as the package ships it. */
const shipped = (found: z.infer<typeof Manifest>) => {
  const element = found.modules.flatMap(({ declarations }) => declarations).find(({ name }) => name === declaration.name);
  if (!element) throw new Error('The class of the element was not found.');
  const members = element.members?.filter(isPublic) ?? [];
  return {
    schemaVersion: '1.0.0',
    readme: 'README.md',
    modules: [
      {
        kind: 'javascript-module',
        path: at,
        declarations: [{ ...element, tagName: 'aspire-pay', customElement: true, members, cssProperties }],
        exports: [{ kind: 'js', name: declaration.name, declaration }],
      },
      {
        kind: 'javascript-module',
        path: 'dist/define.js',
        declarations: [],
        exports: [{ kind: 'custom-element-definition', name: 'aspire-pay', declaration }],
      },
    ],
  };
};

const write = (file: string, text: string): Promise<void> => writeFile(join('dist', file), `${text.trim()}\n`);

const manifest = shipped(await analyze());
// The same document; the generators type it by a package of their own.
const forEditors = manifest as unknown as Parameters<typeof getWebTypesData>[0];
const webTypes = z.looseObject({ version: z.string() }).parse(JSON.parse(getWebTypesData(forEditors, { packageJson: false })));
await mkdir('dist', { recursive: true });
await write('custom-elements.json', JSON.stringify(manifest, null, 2));
await write('vscode.html-custom-data.json', getVsCodeHtmlCustomData(forEditors, {}));
await write('vscode.css-custom-data.json', getVsCodeCssCustomData(forEditors, {}));
await write('web-types.json', JSON.stringify({ ...webTypes, name: 'aspire-pay', version }, null, 2));
