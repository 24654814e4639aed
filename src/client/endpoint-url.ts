/**
 * Turns the `endpoint` attribute into a base address, or says why it can't be one.
 * Bank data travels there: `https:` only, localhost excepted, and no credentials in the address.
 */
import type { FaultCode } from '../domain/errors.js';
import { safeLink } from '../domain/safe-link.js';

export type EndpointUrl = { readonly ok: true; readonly base: string } | { readonly ok: false; readonly code: FaultCode };

/** `documentBase` is the page's base address, which a relative attribute hangs on. */
export const resolveEndpoint = (attribute: string, documentBase: string): EndpointUrl => {
  if (attribute.trim() === '') return { ok: false, code: 'endpoint-missing' };
  if (!URL.canParse(attribute, documentBase)) return { ok: false, code: 'endpoint-insecure' };
  const url = new URL(attribute, documentBase);
  if (safeLink(url.href) === undefined || url.search !== '' || url.hash !== '') return { ok: false, code: 'endpoint-insecure' };
  // Not `href`: it keeps a bare `?` or `#`, and every path would end up behind it.
  return { ok: true, base: (url.origin + url.pathname).replace(/\/+$/, '') };
};
