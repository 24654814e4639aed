/**
 * Which addresses from the endpoint may become a link or an image: https only, http on this machine.
 * Anything else is left out, and its text stays text.
 */

const isLocal = (hostname: string): boolean => hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';

/** The address as parsed, or undefined when it may not be followed: relative, another scheme, or with credentials. */
export const safeLink = (address: string | undefined): string | undefined => {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '') return undefined;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLocal(url.hostname)) ? url.href : undefined;
};
