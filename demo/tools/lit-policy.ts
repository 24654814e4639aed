/**
 * The Trusted Types policy of the element's own Lit, by a name of its own: Lit creates one at import, by a name that a page's Lit may hold already.
 * Must not know who bundles or serves the code.
 */

export const policyName = 'aspire-pay';

export const isLitHtml = (path: string): boolean => /[\\/]lit-html[\\/](development[\\/])?lit-html\.js$/.test(path);

/** Lit's code with our name in it, and how often it was put there: exactly once, or the code is not what it was. */
export const renameLitPolicy = (code: string): { code: string; renamed: number } => {
  let renamed = 0;
  const replaced = code.replace(/(createPolicy\(\s*)(["'])lit-html\2/, (_, call: string) => {
    renamed += 1;
    return `${call}"${policyName}"`;
  });
  return { code: replaced, renamed };
};
