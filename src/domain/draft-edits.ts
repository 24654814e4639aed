/**
 * What typing and choosing does to the draft. Pure; checks nothing.
 */
import type { Draft, FieldName, NewAccountDraft } from './payment.js';
import type { UserEvent } from './user-events.js';

const withAccount = (draft: Draft, change: Partial<NewAccountDraft>): Draft => ({
  ...draft,
  newAccount: { ...draft.newAccount, ...change },
});

/** The draft after an event, or undefined where the event is none of the form's. */
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
    case 'holderNameTyped':
      return withAccount(draft, { holderName: event.text });
    case 'accountTypeChosen':
      return withAccount(draft, { type: event.accountType });
    case 'holderTypeChosen':
      return withAccount(draft, { holderType: event.holderType });
    case 'routingNumberTyped':
      return withAccount(draft, { routingNumber: event.text });
    case 'accountNumberTyped':
      return withAccount(draft, { accountNumberMask: '' });
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
    case 'holderNameTyped':
      return ['holderName'];
    case 'routingNumberTyped':
      return ['routingNumber'];
    case 'accountNumberTyped':
      return ['accountNumber'];
    default:
      return [];
  }
};
