/**
 * What the screens of paying offer for a draft today: amounts, bounds and days; and after a change, what is left to ask for. Pure.
 */
import type { Contract, Money, PlainDate, Session } from '../api/index.js';
import { openDates } from './calendar.js';
import { amountBounds, canPay, isOtherAllowed, presets, type AmountBounds, type Preset } from './contract.js';
import { draftItems, mostLines, mustAsk } from './draft.js';
import { withContracts } from './draft-edits.js';
import { isPositive } from './money.js';
import type { Draft, PaymentState } from './payment.js';

export interface LineFacts {
  readonly presets: readonly Preset[];
  readonly isOtherAllowed: boolean;
  /** Smallest and largest amount under *Other amount*. */
  readonly bounds: AmountBounds;
}

export interface FormFacts {
  /** In the order of the draft's lines. */
  readonly lines: readonly LineFacts[];
  /** Sum of the lines that stand for an amount. */
  readonly total: Money;
  /** Whether the lender takes another contract at once. */
  readonly canAdd: boolean;
  /** Most contracts the lender takes at once. */
  readonly maxItems: number;
  /** Days that can be chosen, earliest first. */
  readonly openDates: readonly PlainDate[];
}

const lineFacts = (contract: Contract, session: Session): LineFacts => ({
  presets: presets(contract, session),
  isOtherAllowed: isOtherAllowed(contract, session),
  bounds: amountBounds(contract, session),
});

const formFacts = (draft: Draft, session: Session, locale: string): FormFacts => ({
  lines: draft.lines.map(({ contract }) => lineFacts(contract, session)),
  total: draftItems(draft, session, locale).total,
  canAdd: draft.lines.length < mostLines(session),
  maxItems: mostLines(session),
  openDates: openDates(session.calendar, session.features.schedule),
});

export interface ChangedFacts {
  /** Nothing is left that can be paid. */
  readonly isOver: boolean;
  /** A payment went in flight meanwhile on all that could be paid: it may be this very one, and to pay beside it has to be said. */
  readonly isBeside: boolean;
  /** What the same choices come to now; undefined while the contracts are not here yet, or where an amount has to be chosen anew. */
  readonly amount: Money | undefined;
  /** Whether the payer may go straight on to the next review. */
  readonly canReview: boolean;
}

type ChangedState = Extract<PaymentState, { name: 'changed' }>;

const changedFacts = ({ draft, now, what }: ChangedState, session: Session, locale: string): ChangedFacts => {
  if (!now && what === 'balance') return { isOver: false, isBeside: false, amount: undefined, canReview: false };
  const current = withContracts(draft, now ?? [], session);
  const { total, faults } = draftItems(current, session, locale);
  const payable = current.lines.filter(({ contract }) => canPay(contract, session));
  const isReady = payable.some((line) => !mustAsk(line));
  const isBeside = !isReady && (payable.length > 0 || current.left.length > draft.left.length);
  const amount = faults.length === 0 && isReady ? total : undefined;
  return { isOver: !isReady && !isBeside, isBeside, amount, canReview: amount !== undefined && isPositive(amount) };
};

export interface PayFacts {
  readonly form: (draft: Draft) => FormFacts;
  readonly changed: (state: ChangedState) => ChangedFacts;
}

/** Asked for only where they are drawn. `locale` is what typed amounts are read by. */
export const payFacts = (session: Session, locale: string): PayFacts => ({
  form: (draft) => formFacts(draft, session, locale),
  changed: (state) => changedFacts(state, session, locale),
});
