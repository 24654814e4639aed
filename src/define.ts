/**
 * The package's only side effect: registers the tag once. A second copy's Lit has run by then: looking first, as the script does, would
 * cost every page a round trip, and bundles that can't wait for a module (`iife`) the import.
 * Must not know what the element does.
 */
import { AspirePay } from './aspire-pay.js';

const tag = 'aspire-pay';

const define = (): void => {
  // Server-side rendering may load this file where there is no registry.
  if (!('customElements' in globalThis)) return;
  const registered = customElements.get(tag);
  if (registered === undefined) {
    customElements.define(tag, AspirePay);
    return;
  }
  const other = 'version' in registered ? String(registered.version) : 'something else';
  if (other !== AspirePay.version) console.warn(`<${tag}> ${other} is already on this page; ${AspirePay.version} was not used.`);
};

define();
