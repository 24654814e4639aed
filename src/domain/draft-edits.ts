/**
 * What typing and choosing does to the draft. Pure; checks nothing.
 */
import { touchedAccountFields } from './new-account.js';
import type { Draft, FieldName } from './payment.js';
import type { UserEvent } from './user-events.js';

/** The draft after an event, or undefined where the event is none of the form's. What is typed of a new account is in new-account. */
export const editDraft = (draft: Draft, event: UserEvent): Draft | undefined => {
  switch (event.type) {
    case 'amountChosen':
      return { ...draft, choice: event.choice };
    case 'otherAmountTyped':
      return { ...draft, choice: 'other', otherAmount: event.text };
    case 'dateChosen':
      return { ...draft, date: event.date };
    case 'accountChosen':
      return { ...draft, accountId: event.accountId };
    default:
      return undefined;
  }
};

/** The fields an event speaks of: what was wrong with them is forgotten until it is checked again. */
export const touchedFields = (event: UserEvent): readonly FieldName[] => {
  switch (event.type) {
    case 'amountChosen':
    case 'otherAmountTyped':
      return ['amount', 'otherAmount'];
    case 'dateChosen':
      return ['date'];
    case 'accountChosen':
      return ['account', 'holderName', 'routingNumber', 'accountNumber'];
    default:
      return touchedAccountFields(event);
  }
};
