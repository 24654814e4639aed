/**
 * The hashes by which a page makes sure that it runs the script it was written for (Subresource Integrity).
 * Knows the built scripts and how a page names them, not what they do.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** By the path inside the package's dist, such as `locales/ar.iife.js`. */
export type Hashes = Readonly<Record<string, string>>;

const hashOf = (file: string): string => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

export const hashScripts = (dist: string): Hashes => {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.iife.js'));
  return Object.fromEntries(files.sort().map((file) => [file.split(sep).join('/'), hashOf(join(dist, file))]));
};

/** Of a script, or of the link that asks for one ahead. */
const tag = /(<(?:script|link)\s[^>]*(?:src|href)="\/([\w./-]+\.iife\.js)"\s+integrity=")sha384-[^"]*(")/g;

/** The text with the hash of each script put where a tag has one. Throws where a tag names a script that isn't there. */
export const putHashes = (text: string, hashes: Hashes): string =>
  text.replace(tag, (_, before: string, script: string, after: string) => {
    const hash = hashes[script];
    if (hash === undefined) throw new Error(`There is no ${script} in dist.`);
    return `${before}${hash}${after}`;
  });
