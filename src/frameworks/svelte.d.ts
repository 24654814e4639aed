/** The tag in Svelte 5's templates: `import type {} from 'aspire-pay/svelte'`. Must not be needed by anything but a compiler. */
import type { HTMLAttributes } from 'svelte/elements';
import type { AspirePay, AspirePayHandlers, AspirePayProps } from './props.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'aspire-pay': HTMLAttributes<AspirePay> & AspirePayProps & AspirePayHandlers;
  }
}
