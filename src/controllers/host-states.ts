/**
 * What is going on, as custom states of the tag: `aspire-pay:state(loading)` in the page's own style sheet.
 * Decides nothing, and is silent where an engine has no custom states.
 */
import type { PaymentState } from '../domain/payment.js';
import type { PortfolioState } from '../domain/portfolio.js';

export type HostState = 'loading' | 'failed' | 'signed-out' | 'offline' | 'stale' | 'paying' | 'checking';

const statesOf = (portfolio: PortfolioState, payment: PaymentState): Readonly<Record<HostState, boolean>> => ({
  loading: portfolio.status === 'loading',
  failed: portfolio.status === 'failed',
  'signed-out': portfolio.status === 'signed-out',
  offline: portfolio.isOffline,
  stale: portfolio.isStale,
  paying: payment.name !== 'idle' && payment.name !== 'checking',
  checking: payment.name === 'checking' || portfolio.checking.length > 0,
});

export class HostStates {
  readonly #states: CustomStateSet | undefined;
  #isReserved = true;

  constructor(host: HTMLElement) {
    const internals: Partial<ElementInternals> | undefined = 'attachInternals' in host ? host.attachInternals() : undefined;
    this.#states = internals?.states;
  }

  /** Whether room is kept for the first view: until a payment is begun or the first read failed. */
  get isReserved(): boolean {
    return this.#isReserved;
  }

  show({ portfolio, payment }: { readonly portfolio: PortfolioState; readonly payment: PaymentState }): void {
    this.#isReserved &&= payment.name === 'idle' && portfolio.status !== 'failed' && portfolio.status !== 'signed-out';
    for (const [name, isOn] of Object.entries(statesOf(portfolio, payment))) {
      try {
        if (isOn) this.#states?.add(name);
        else this.#states?.delete(name);
      } catch {
        // Engines of some years ago took names with dashes only.
      }
    }
  }
}
