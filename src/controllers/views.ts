/**
 * Which view is shown, among those this payer has. Steps of paying are no views: while one is on, its own buttons lead away.
 */
import type { Session } from '../api/index.js';
import type { View } from '../domain/user-events.js';

interface Offer {
  readonly view: View;
  readonly isOffered: (session: Session) => boolean;
}

/** In their order. */
const offers: readonly Offer[] = [
  { view: 'contracts', isOffered: () => true },
  { view: 'payments', isOffered: ({ features }) => features.payments && features.history },
  { view: 'bank-accounts', isOffered: ({ features, bankAccounts }) => features.payments && bankAccounts !== 'none' },
];

/** The views of a payer, in their order. */
export const viewsOf = (session: Session | undefined): readonly View[] =>
  session ? offers.filter(({ isOffered }) => isOffered(session)).map(({ view }) => view) : ['contracts'];

export class ViewChoice {
  #chosen: View = 'contracts';

  /** What was asked for, where the payer has it; else the contracts. Before anybody is known, what was asked for is on its way. */
  shown(session: Session | undefined): View {
    const known = session ? viewsOf(session) : offers.map(({ view }) => view);
    return known.includes(this.#chosen) ? this.#chosen : 'contracts';
  }

  choose(view: View): void {
    this.#chosen = view;
  }
}
