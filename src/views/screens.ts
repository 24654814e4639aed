/**
 * The screens that aren't there at first: what each journey is drawn with, once its part has come. Types only.
 * Must not know how they come.
 */
import type { payFacts } from '../domain/form-facts.js';
import type { accountsAsOf, bankAccounts } from './bank-accounts.js';
import type { payFlow } from './pay-flow.js';
import type { payments, paymentsAsOf } from './payments.js';
import type { sessionNote } from './session-note.js';
import type { signInFlow } from './sign-in.js';

export interface Screens {
  readonly paying?: { readonly payFacts: typeof payFacts; readonly payFlow: typeof payFlow };
  readonly payments?: { readonly payments: typeof payments; readonly paymentsAsOf: typeof paymentsAsOf };
  readonly 'bank-accounts'?: { readonly accountsAsOf: typeof accountsAsOf; readonly bankAccounts: typeof bankAccounts };
  readonly 'signing-in'?: { readonly sessionNote: typeof sessionNote; readonly signInFlow: typeof signInFlow };
}
