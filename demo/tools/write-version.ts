/** Writes src/version.ts from package.json, the one place a version is decided; `npm version` runs it. Knows nothing else. */
import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';

const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')));
const source = readFileSync('src/version.ts', 'utf8');
writeFileSync('src/version.ts', source.replace(/'[^']*';/, `'${version}';`));
