/**
 * A bank account being entered: what is typed, what typing does to it, what is wrong with it. Pure.
 * The digits of the account number come in to be checked and stay with the controller: no value here holds them.
 */
import type { AccountType, HolderType } from '../api/index.js';
import type { FieldFault, FieldName } from './payment.js';
import { bareDigits, checkAccountNumber, checkRoutingNumber } from './routing-number.js';
import type { UserEvent } from './user-events.js';

/** A new account as typed, without its account number: that stays with the controller and never enters the state. */
export interface NewAccountDraft {
  readonly holderName: string;
  readonly type: AccountType;
  readonly holderType: HolderType;
  readonly routingNumber: string;
  /** What the field shows: empty, or masked once the field was left. */
  readonly accountNumberMask: string;
  /** The digits were forgotten by themselves: they leave the field, too, whoever is in it. */
  readonly isForgotten: boolean;
}

export const emptyAccount: NewAccountDraft = {
  holderName: '',
  type: 'checking',
  holderType: 'business',
  routingNumber: '',
  accountNumberMask: '',
  isForgotten: false,
};

/** The account after an event, or undefined where the event is none of its fields'. */
export const editNewAccount = (account: NewAccountDraft, event: UserEvent): NewAccountDraft | undefined => {
  switch (event.type) {
    case 'holderNameTyped':
      return { ...account, holderName: event.text };
    case 'accountTypeChosen':
      return { ...account, type: event.accountType };
    case 'holderTypeChosen':
      return { ...account, holderType: event.holderType };
    case 'routingNumberTyped':
      return { ...account, routingNumber: event.text };
    case 'accountNumberTyped':
      return { ...account, accountNumberMask: '', isForgotten: false };
    case 'bankSourceEdited':
    case 'bankSourceReplaced':
      return account;
    default:
      return undefined;
  }
};

/** The fields of the account an event speaks of. */
export const touchedAccountFields = (event: UserEvent): readonly FieldName[] => {
  switch (event.type) {
    case 'holderNameTyped':
      return ['holderName'];
    case 'routingNumberTyped':
      return ['routingNumber'];
    case 'accountNumberTyped':
      return ['accountNumber'];
    case 'bankSourceEdited':
    case 'bankSourceReplaced':
      return ['bankSource'];
    default:
      return [];
  }
};

/** All there is to check where the bank details are in somebody else's fields. */
export const checkHolder = ({ holderName }: NewAccountDraft): FieldFault[] =>
  holderName.trim() === '' ? [{ field: 'holderName', code: 'holder-missing' }] : [];

/** Everything that needs a correction, in the order of the fields. */
export const checkNewAccount = (typed: NewAccountDraft, accountNumber: string): FieldFault[] => {
  const { routingNumber } = typed;
  const faults = checkHolder(typed);
  const routing = checkRoutingNumber(routingNumber);
  if (routing) faults.push({ field: 'routingNumber', code: routing, digits: bareDigits(routingNumber).length });
  const account = checkAccountNumber(accountNumber);
  if (account) faults.push({ field: 'accountNumber', code: account, digits: bareDigits(accountNumber).length });
  return faults;
};

/** Once it is saved, what was typed of its numbers is done with. */
export const withoutNumbers = (account: NewAccountDraft): NewAccountDraft => ({
  ...account,
  routingNumber: '',
  accountNumberMask: '',
  isForgotten: false,
});
