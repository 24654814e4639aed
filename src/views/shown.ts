/**
 * What is on screen, as far as its parts are here: what would need one that is still on its way is held back, so that nothing is
 * drawn, said or given the focus before it can be seen. Pure.
 */
import type { BankAccountsState } from '../domain/bank-accounts.js';
import type { ShownHistory } from '../domain/history.js';
import type { Awaited, Journey } from '../domain/journey.js';
import type { PaymentState } from '../domain/payment.js';
import type { PortfolioState } from '../domain/portfolio.js';
import type { SessionEndState } from '../domain/session-end.js';
import type { SignInState } from '../domain/sign-in.js';
import type { View } from '../domain/user-events.js';
import type { Screens } from './screens.js';

export interface State {
  readonly portfolio: PortfolioState;
  readonly payment: PaymentState;
  /** Where they are what is on screen. */
  readonly bankAccounts: BankAccountsState | undefined;
  readonly history: ShownHistory | undefined;
  readonly views: readonly View[];
  readonly view: View;
  readonly signIn: SignInState;
  readonly sessionEnd: SessionEndState | undefined;
  /** For whoever is signed out: whether a session has ended here, and whether what was typed is kept for its payer. */
  readonly ended: { readonly hasEnded: boolean; readonly isKept: boolean };
}

export interface Shown extends State {
  /** A view was chosen that is still on its way. */
  readonly isViewHeld: boolean;
  /** Something that was wanted could not be fetched. */
  readonly hasFailedPart: boolean;
  /** What is waited for. */
  readonly awaited: Awaited | undefined;
}

/** The journeys that are on screen, or would be. A payment whose end isn't known is gone on with, whoever pressed. */
export const journeysOf = ({ portfolio, bankAccounts, history, sessionEnd }: State): readonly Journey[] => [
  ...(portfolio.checking.length > 0 ? (['paying'] as const) : []),
  ...(bankAccounts ? (['bank-accounts'] as const) : []),
  ...(history ? (['payments'] as const) : []),
  ...(sessionEnd ? (['signing-in'] as const) : []),
];

/** What a part drives is not begun before it is here; what is seen of it otherwise waits for it. */
export const hold = (state: State, screens: Screens, told: Pick<Shown, 'hasFailedPart' | 'awaited'>): Shown => {
  const { portfolio, payment, bankAccounts, history, views, view, signIn, sessionEnd, ended } = state;
  const isViewHeld = (bankAccounts !== undefined && !screens['bank-accounts']) || (history !== undefined && !screens.payments);
  const note = screens['signing-in'] && sessionEnd;
  return { portfolio, payment, bankAccounts, history, views, view, signIn, sessionEnd: note, ended, isViewHeld, ...told };
};
