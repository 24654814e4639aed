/**
 * What a person can do in the element, as data. Views send these; controllers answer them.
 * Past tense, because a view only reports; whether anything follows is not its business.
 */
import type { AccountType, HolderType, PlainDate } from '../api/index.js';
import type { AmountChoice, FieldName } from './payment.js';
import type { ContractSort } from './portfolio.js';

export type View = 'contracts' | 'payments' | 'bank-accounts';

export type UserEvent =
  | { readonly type: 'refreshPressed' }
  | { readonly type: 'viewChosen'; readonly view: View }
  | { readonly type: 'searched'; readonly q: string }
  | { readonly type: 'sortChosen'; readonly sort: ContractSort }
  | { readonly type: 'closedToggled'; readonly isOn: boolean }
  | { readonly type: 'contractsTurned'; readonly to: 'next' | 'previous' }
  | { readonly type: 'invoicesTurned'; readonly contractId: string; readonly to: 'next' | 'previous' }
  | { readonly type: 'paymentsTurned'; readonly to: 'next' | 'previous' }
  | { readonly type: 'cancelPressed'; readonly paymentId: string }
  | { readonly type: 'cancelConfirmed' }
  /** The question, or what came of it, is put away. */
  | { readonly type: 'cancelClosed' }
  | { readonly type: 'receiptOpened'; readonly paymentId: string }
  | { readonly type: 'payPressed'; readonly contractId: string }
  | { readonly type: 'checkingOpened'; readonly key: string }
  | { readonly type: 'additionPressed' }
  | { readonly type: 'amountChosen'; readonly choice: AmountChoice }
  | { readonly type: 'otherAmountTyped'; readonly text: string }
  | { readonly type: 'dateChosen'; readonly date: PlainDate }
  | { readonly type: 'accountChosen'; readonly accountId: string }
  | { readonly type: 'accountsRetried' }
  | { readonly type: 'holderNameTyped'; readonly text: string }
  | { readonly type: 'accountTypeChosen'; readonly accountType: AccountType }
  | { readonly type: 'holderTypeChosen'; readonly holderType: HolderType }
  | { readonly type: 'routingNumberTyped'; readonly text: string }
  | { readonly type: 'accountNumberTyped'; readonly text: string }
  /** A field was left: its check may speak now. */
  | { readonly type: 'fieldLeft'; readonly field: FieldName }
  | { readonly type: 'reviewPressed' }
  | { readonly type: 'authorizationTicked'; readonly isOn: boolean }
  /** `isTrusted` is that of the click itself: only a person pays. */
  | { readonly type: 'authorizePressed'; readonly isTrusted: boolean }
  | { readonly type: 'backPressed' }
  | { readonly type: 'printPressed' }
  | { readonly type: 'savePressed' }
  | { readonly type: 'donePressed' };

export type Send = (event: UserEvent) => void;
