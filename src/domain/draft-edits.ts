/**
 * What typing and choosing does to the draft. Pure; checks nothing.
 */
import type { Contract, Session } from '../api/index.js';
import { canPay } from './contract.js';
import { mostLines, mustAsk, openLine } from './draft.js';
import { touchedAccountFields } from './new-account.js';
import type { Draft, DraftLine, FieldFault, FieldName } from './payment.js';
import type { UserEvent } from './user-events.js';

const withLine = (draft: Draft, contractId: string, change: Partial<DraftLine>): Draft => ({
  ...draft,
  lines: draft.lines.map((line) => (line.contract.id === contractId ? { ...line, ...change } : line)),
});

const withoutLine = (draft: Draft, contractId: string): Draft => {
  const taken = draft.lines.find(({ contract }) => contract.id === contractId)?.contract;
  if (!taken) return draft;
  return { ...draft, lines: draft.lines.filter(({ contract }) => contract !== taken), left: [...draft.left, taken] };
};

/** Back into the payment, last; no more than the lender takes at once. */
const withLineAgain = (draft: Draft, contractId: string, session: Session): Draft => {
  const added = draft.left.find(({ id }) => id === contractId);
  if (!added || draft.lines.length >= mostLines(session)) return draft;
  return { ...draft, lines: [...draft.lines, openLine(added, session)], left: draft.left.filter((contract) => contract !== added) };
};

/** The draft after an event, or undefined where the event is none of the form's. What is typed of a new account is in new-account. `locale` is that of now. */
export const editDraft = (draft: Draft, event: UserEvent, session: Session, locale: string): Draft | undefined => {
  switch (event.type) {
    case 'amountChosen':
      return withLine(draft, event.contractId, { choice: event.choice });
    case 'otherAmountTyped':
      return withLine(draft, event.contractId, { choice: 'other', otherAmount: event.text, typedIn: locale });
    case 'lineRemoved':
      return withoutLine(draft, event.contractId);
    case 'lineAdded':
      return withLineAgain(draft, event.contractId, session);
    case 'dateChosen':
      return { ...draft, date: event.date };
    case 'accountChosen':
      return { ...draft, accountId: event.accountId };
    default:
      return undefined;
  }
};

type Flight = Contract['inFlight'][number];

/** Those made elsewhere have no id. */
const flightName = ({ paymentId, date, amount }: Flight): string => paymentId ?? `${date} ${amount.value}`;

/** Whether a payment is under way that was not when the payer saw the contract. */
export const hasNewFlight = (before: Contract | undefined, now: Contract): boolean => {
  const known = new Set(before?.inFlight.map(flightName));
  return now.inFlight.some((flight) => !known.has(flightName(flight)));
};

/**
 * A choice that isn't offered any more stays, and stands for no amount: another one is never put in its place. *Pay in addition* was
 * said of what was in flight then.
 */
const lineAsNow = (line: DraftLine, contract: Contract): DraftLine => ({
  ...line,
  contract,
  inAddition: line.inAddition && !hasNewFlight(line.contract, contract),
});

/**
 * The draft with its contracts as they are now. Of several, what can't be paid any more is gone from it, and what a payment went in
 * flight on is left out, to be added by *Pay in addition*.
 */
export const withContracts = (draft: Draft, now: readonly Contract[], session: Session): Draft => {
  const found = new Map(now.map((contract) => [contract.id, contract]));
  const lines = draft.lines.map((line) => {
    const contract = found.get(line.contract.id);
    return contract ? lineAsNow(line, contract) : line;
  });
  if (draft.scope === 'one') return { ...draft, lines };
  const payable = lines.filter(({ contract }) => canPay(contract, session));
  const asked = payable.filter(mustAsk).map(({ contract }) => contract);
  return { ...draft, lines: payable.filter((line) => !mustAsk(line)), left: [...draft.left, ...asked] };
};

/** The same draft, with two payments on its contract said out loud. */
export const inAddition = (draft: Draft): Draft => ({ ...draft, lines: draft.lines.map((line) => ({ ...line, inAddition: true })) });

const touchedFields = (event: UserEvent): readonly FieldName[] => {
  switch (event.type) {
    case 'amountChosen':
    case 'otherAmountTyped':
    case 'lineRemoved':
      return ['amount', 'otherAmount'];
    case 'lineAdded':
      return ['form'];
    case 'dateChosen':
      return ['date'];
    case 'accountChosen':
      return ['account', 'holderName', 'routingNumber', 'accountNumber'];
    default:
      return touchedAccountFields(event);
  }
};

/** Whether an event speaks of the fault's field: what was wrong with it is forgotten until it is checked again. */
export const touches = (event: UserEvent, fault: FieldFault): boolean => {
  const isSameLine = fault.contractId === undefined || !('contractId' in event) || event.contractId === fault.contractId;
  return isSameLine && touchedFields(event).includes(fault.field);
};
