/** Puts the hashes of the built scripts into README: `npm run readme:hashes`, after a build. Knows nothing but the two. */
import { readFileSync, writeFileSync } from 'node:fs';
import { hashScripts, putHashes } from './integrity.js';

const readme = readFileSync('README.md', 'utf8');
writeFileSync('README.md', putHashes(readme, hashScripts('dist')));
