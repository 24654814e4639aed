/** The tag in JSX, for React 19: `import type {} from 'aspire-pay/react'`. Must not be needed by anything but a compiler. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { AspirePay, AspirePayHandlers, AspirePayProps } from './props.js';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'aspire-pay': DetailedHTMLProps<HTMLAttributes<AspirePay>, AspirePay> & AspirePayProps & AspirePayHandlers;
    }
  }
}
