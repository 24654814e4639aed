/**
 * Which view is shown, among those this payer has. Steps of paying are no views: while one is on, its own buttons lead away.
 */
import type { Session } from '../api/index.js';
import type { View } from '../domain/user-events.js';

/** The views of a payer, in their order. */
export const viewsOf = (session: Session | undefined): readonly View[] => {
  const views: View[] = ['contracts'];
  if (session?.features.payments && session.bankAccounts !== 'none') views.push('bank-accounts');
  return views;
};

export class ViewChoice {
  readonly #onChange: () => void;
  #chosen: View = 'contracts';

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** What was asked for, where the payer has it, or nobody knows yet; else the contracts. */
  shown(session: Session | undefined): View {
    return session === undefined || viewsOf(session).includes(this.#chosen) ? this.#chosen : 'contracts';
  }

  choose(view: View): void {
    if (view === this.#chosen) return;
    this.#chosen = view;
    this.#onChange();
  }
}
