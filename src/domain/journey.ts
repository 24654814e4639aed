/**
 * The parts of the element that aren't needed until somebody sets out on them, and the presses that set out. Pure.
 * Must not know how a part is fetched.
 */
import type { UserEvent } from './user-events.js';

const journeys = ['paying', 'payments', 'bank-accounts', 'signing-in', 'receipts'] as const;
export type Journey = (typeof journeys)[number];

export const isJourney = (name: string): name is Journey => (journeys as readonly string[]).includes(name);

/** The journey a press begins; undefined where it goes on with what is on screen. */
export const journeyOf = (event: UserEvent): Journey | undefined => {
  switch (event.type) {
    case 'payPressed':
    case 'payAllPressed':
    case 'checkingOpened':
      return 'paying';
    case 'viewChosen':
      return event.view === 'contracts' ? undefined : event.view;
    case 'emailSignInPressed':
    case 'registerPressed':
      return 'signing-in';
    case 'printPressed':
    case 'savePressed':
      return 'receipts';
    default:
      return undefined;
  }
};

/** What is waited for, and the press that set out. */
export interface Awaited {
  readonly journey: Journey;
  /** Undefined where nobody pressed. */
  readonly event: UserEvent | undefined;
}
