/** Writes the hashes of the built scripts to dist and prints them; the build's last step. Knows nothing but the files. */
import { writeFileSync } from 'node:fs';
import { hashScripts } from './integrity.js';

const hashes = hashScripts('dist');
writeFileSync('dist/integrity.json', `${JSON.stringify(hashes, null, 2)}\n`);
for (const [script, hash] of Object.entries(hashes)) console.log(`${script.padEnd(22)}${hash}`);
