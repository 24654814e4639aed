/**
 * Leads the payer to the first of the contracts they have turned to: what they pressed stands below the last.
 * Never takes the focus from what is typed meanwhile.
 */
import { hasTurnedPage, type PortfolioState } from '../domain/portfolio.js';
import { focusIn } from './focus-in.js';

export class ListFocus {
  readonly #host: HTMLElement;
  #before: PortfolioState | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** After each drawing. */
  follow(now: PortfolioState): void {
    const before = this.#before;
    this.#before = now;
    if (!before || !hasTurnedPage(before, now) || this.#host.shadowRoot?.activeElement?.matches('input, select')) return;
    // Whatever an engine makes of a focus, the list is read from its beginning; a heading that sticks beside its invoices says nothing of it.
    focusIn(this.#host, 'contract-0')?.closest('section')?.scrollIntoView();
  }
}
