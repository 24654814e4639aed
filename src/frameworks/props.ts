/** What a framework may set on the tag and hear from it, by the names of the element itself. Must not know a framework. */
import type { AspirePay } from '../aspire-pay.js';
import type { AspirePayEventMap } from '../events.js';

export type { AspirePay } from '../aspire-pay.js';
export type { AspirePayEventMap } from '../events.js';

/** The element's properties, each optional. */
export type AspirePayProps = {
  [
    Name in
      | 'endpoint'
      | 'contract'
      | 'view'
      | 'locale'
      | 'theme'
      | 'credentials'
      | 'headingLevel'
      | 'getToken'
      | 'transport'
      | 'bankSource'
      | 'messages'
  ]?: AspirePay[Name] | undefined;
};

/** Handlers as attributes: `on` and the event's name, as React 19 and Svelte 5 have it. */
export type AspirePayHandlers = {
  [Name in keyof AspirePayEventMap as `on${Name}`]?: ((event: AspirePayEventMap[Name]) => void) | undefined;
};
