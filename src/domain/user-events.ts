/**
 * What a person can do in the element, as data. Views send these; controllers answer them.
 * Past tense, because a view only reports; whether anything follows is not its business.
 */
import type { AccountType, Currency, HolderType, PlainDate } from '../api/index.js';
import type { AmountChoice, FieldName } from './payment.js';
import type { ContractSort } from './portfolio.js';
import type { DetailField } from './sign-in.js';

export type View = 'contracts' | 'payments' | 'bank-accounts';

/** Registering, and signing in by a mailed code. */
export type SignInEvent =
  | { readonly type: 'registerPressed' }
  | { readonly type: 'emailSignInPressed' }
  | { readonly type: 'detailTyped'; readonly field: DetailField; readonly text: string }
  | { readonly type: 'detailLeft'; readonly field: DetailField }
  | { readonly type: 'detailsGiven' }
  | { readonly type: 'codeTyped'; readonly text: string }
  | { readonly type: 'codeGiven' }
  | { readonly type: 'codeResendPressed' }
  | { readonly type: 'signInBackPressed' };

export type UserEvent =
  | SignInEvent
  /** *Try again*, where what a press leads to could not be had. */
  | { readonly type: 'journeyRetried' }
  /** *Stay signed in*. */
  | { readonly type: 'stayPressed' }
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
  /** *Pay all open charges*, in one currency. */
  | { readonly type: 'payAllPressed'; readonly currency: Currency }
  | { readonly type: 'checkingOpened'; readonly key: string }
  | { readonly type: 'additionPressed' }
  | { readonly type: 'amountChosen'; readonly contractId: string; readonly choice: AmountChoice }
  | { readonly type: 'otherAmountTyped'; readonly contractId: string; readonly text: string }
  /** A contract is taken out of the payment, or put back into it. */
  | { readonly type: 'lineRemoved'; readonly contractId: string }
  | { readonly type: 'lineAdded'; readonly contractId: string }
  | { readonly type: 'dateChosen'; readonly date: PlainDate }
  | { readonly type: 'accountChosen'; readonly accountId: string }
  | { readonly type: 'accountsRetried' }
  | { readonly type: 'accountsTurned'; readonly to: 'next' | 'previous' }
  | { readonly type: 'addAccountPressed' }
  | { readonly type: 'saveAccountPressed' }
  | { readonly type: 'removeAccountPressed'; readonly accountId: string }
  /** The confirmation in the row, and the way out of it. */
  | { readonly type: 'removalConfirmed' }
  | { readonly type: 'removalDismissed' }
  | { readonly type: 'holderNameTyped'; readonly text: string }
  | { readonly type: 'accountTypeChosen'; readonly accountType: AccountType }
  | { readonly type: 'holderTypeChosen'; readonly holderType: HolderType }
  | { readonly type: 'routingNumberTyped'; readonly text: string }
  | { readonly type: 'accountNumberTyped'; readonly text: string }
  /** Something was changed in the fields of the integrator's bank source. */
  | { readonly type: 'bankSourceEdited' }
  /** The page has given another source, or the same anew, as frameworks do with each drawing. */
  | { readonly type: 'bankSourceReplaced' }
  /** A field was left: its check may speak now. */
  | { readonly type: 'fieldLeft'; readonly field: FieldName; readonly contractId?: string }
  | { readonly type: 'reviewPressed' }
  | { readonly type: 'authorizationTicked'; readonly isOn: boolean }
  /** `isTrusted` is that of the click itself: only a person pays. */
  | { readonly type: 'authorizePressed'; readonly isTrusted: boolean }
  | { readonly type: 'backPressed' }
  | { readonly type: 'printPressed' }
  | { readonly type: 'savePressed' }
  | { readonly type: 'donePressed' };

export type Send = (event: UserEvent) => void;
