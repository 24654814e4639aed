/**
 * Puts the types for frameworks into dist as they are written: the frameworks themselves are not installed here, so no compiler could.
 * Beside each lies a module that does nothing, for those who import it by value. Must not know what the types say.
 */
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const from = 'src/frameworks';
const to = 'dist/frameworks';
const ending = '.d.ts';

mkdirSync(to, { recursive: true });
for (const file of readdirSync(from).filter((name) => name.endsWith(ending))) {
  copyFileSync(join(from, file), join(to, file));
  writeFileSync(join(to, `${file.slice(0, -ending.length)}.js`), 'export {};\n');
}
