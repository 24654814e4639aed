/** The tag in Vue 3's templates: `import type {} from 'aspire-pay/vue'`. Must not be needed by anything but a compiler. */
import type { EmitFn, HTMLAttributes } from 'vue';
import type { AspirePay, AspirePayEventMap, AspirePayProps } from './props.js';

type Heard = { [Name in keyof AspirePayEventMap]: (event: AspirePayEventMap[Name]) => void };

/** As Vue calls a handler: `onAspirePaySubmitted`. */
type Joined<Name extends string> = Name extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Joined<Rest>}` : Capitalize<Name>;
type Handlers = { [Name in keyof Heard as `on${Joined<Name>}`]?: Heard[Name] | undefined };

declare module 'vue' {
  interface GlobalComponents {
    'aspire-pay': new () => AspirePay & { $props: HTMLAttributes & AspirePayProps & Handlers; $emit: EmitFn<Heard> };
  }
  interface HTMLAttributes {
    /** By which a child finds its place in the element. */
    slot?: string | undefined;
  }
}
