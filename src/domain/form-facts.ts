/**
 * What the form offers for a contract today: amounts, bounds and days. Pure.
 */
import type { Contract, PlainDate, Session } from '../api/index.js';
import { openDates } from './calendar.js';
import { amountBounds, isOtherAllowed, presets, type AmountBounds, type Preset } from './contract.js';

export interface FormFacts {
  readonly presets: readonly Preset[];
  readonly isOtherAllowed: boolean;
  /** Smallest and largest amount under *Other amount*. */
  readonly bounds: AmountBounds;
  /** Days that can be chosen, earliest first. */
  readonly openDates: readonly PlainDate[];
}

export const formFacts = (contract: Contract, session: Session): FormFacts => ({
  presets: presets(contract, session),
  isOtherAllowed: isOtherAllowed(contract, session),
  bounds: amountBounds(contract, session),
  openDates: openDates(session.calendar, session.features.schedule),
});
