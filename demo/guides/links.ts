/**
 * Where a guide's links lead on the demo's site. In the Markdown they are relative, so that they also work where the files are read as files;
 * the demo's own pages stand there with the address that `npm start` gives.
 */
import { posix } from 'node:path';

/** Folder of the guides in the repository. */
export const guidesFolder = 'demo/guides';

const demoAddress = 'http://127.0.0.1:8080';

export type Target =
  /** A page of the demo, with what follows its path. */
  | { readonly kind: 'page'; readonly href: string }
  | { readonly kind: 'guide'; readonly slug: string; readonly anchor: string }
  | { readonly kind: 'picture'; readonly name: string }
  /** Any other file of the repository. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'elsewhere'; readonly href: string };

export const targetOf = (href: string): Target => {
  if (href.startsWith(`${demoAddress}/`)) return { kind: 'page', href: href.slice(demoAddress.length) };
  if (/^[a-z]+:/.test(href)) return { kind: 'elsewhere', href };
  const [path = '', anchor = ''] = href.split('#');
  if (path === '') return { kind: 'page', href: `#${anchor}` };
  const slug = /^(?:\.\/)?([a-z-]+)\.md$/.exec(path)?.[1];
  if (slug !== undefined) return { kind: 'guide', slug, anchor };
  const picture = /^(?:\.\/)?pictures\/([\w.-]+)$/.exec(path)?.[1];
  if (picture !== undefined) return { kind: 'picture', name: picture };
  return { kind: 'file', path: posix.normalize(posix.join(guidesFolder, path)) };
};

export const hrefOf = (target: Target): string => {
  switch (target.kind) {
    case 'page':
    case 'elsewhere':
      return target.href;
    case 'guide':
      return `/guides/${target.slug}${target.anchor === '' ? '' : `#${target.anchor}`}`;
    case 'picture':
      return `/guides/pictures/${target.name}`;
    case 'file':
      return `/guides/files/${target.path}`;
  }
};
