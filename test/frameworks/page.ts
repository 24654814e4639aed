/** A page of demo/frameworks as it is served. Must not know what is paid there. */
import { existsSync, readFileSync } from 'node:fs';
import { extname, join, resolve, sep } from 'node:path';
import type { SiteFile } from '../support/site.js';

export const folderOf = (name: string): string => join('demo', 'frameworks', name);

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Files of a folder as a web server has them, and the script for plain pages at its root. */
export const serveFolder = (folder: string): ((path: string) => SiteFile | undefined) => {
  const root = resolve(folder);
  return (path) => {
    const file = path === '/aspire-pay.iife.js' ? resolve(join('dist', path)) : resolve(join(root, path === '/' ? 'index.html' : path));
    const type = types[extname(file)];
    const isInside = file.startsWith(`${root}${sep}`) || file.startsWith(`${resolve('dist')}${sep}`);
    return isInside && type !== undefined && existsSync(file) ? { body: readFileSync(file, 'utf8'), type } : undefined;
  };
};
