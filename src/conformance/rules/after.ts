/** The rules of what comes after and around: in flight, history, cancel, bank accounts, codes, CORS. Must not know how they are checked. */
import { rulesOf } from './rule.js';

export const afterRules = {
  ...rulesOf('createPayment', {
    'payment.accepted': 'What was previewed and authorized is accepted with 201, as it was sent.',
  }),
  ...rulesOf('In flight', {
    'in-flight.shown': 'A payment accepted stands in its contract’s inFlight with its id, amount and date, once.',
    'in-flight.others': 'Another payer of the same contract sees the amount in flight, without paymentId.',
    'in-flight.freed': 'A payment leaves inFlight only when it is canceled, returned, failed, or open has fallen.',
  }),
  ...rulesOf('Afterwards', {
    'history.order': 'The history is newest first, and begins with what was just paid.',
    'history.one': 'A payment by its id is the one in the history.',
    'cancel.answers': 'A payment that is cancelable is canceled with 200, and says pending_cancel or canceled.',
    'cancel.repeats': 'A cancel can be repeated.',
    'cancel.too-late': 'A payment that is paid, returned or failed is 409 too-late-to-cancel.',
  }),
  ...rulesOf('Bank accounts', {
    'accounts.add': 'A new account is 201, by its last four digits, and stands in the list.',
    'accounts.usable': 'With bankAccounts any, a new account is usable at once.',
    'accounts.replay': 'The same key and body again is 200 with the same account.',
    'accounts.same': 'The same numbers under a new key are 200 with the same account.',
    'accounts.key-reused': 'The same key with another body is 422 key-reused.',
    'accounts.refuses': 'A routing number whose check digit fails, and other fields that are wrong, are 422 at their pointers.',
    'accounts.token': 'A token nobody knows is 422, and so are a token and numbers together.',
    'accounts.remove': 'An account is removed with 204, and is in no list then; a second removal is 404.',
    'accounts.in-use': 'An account with a payment in flight is 409 account-in-use, and stays.',
    'accounts.not-usable': 'An account that is not usable is 422 account-not-usable in a preview.',
  }),
  ...rulesOf('Signing in by code', {
    'code.asked': 'Asking for a code is 202 with an id, whoever asks.',
    'code.form': 'What has not the form of the request is 422.',
    'code.wrong': 'A wrong code is 422 invalid, try after try, until it is 429.',
    'code.resend': 'A new code is asked for with 202.',
    'code.alike': 'Asking to sign in is answered alike in form and time whether or not anything matched.',
    'code.alike-registering': 'Asking to register is answered alike in form and time whether or not anything matched.',
  }),
  ...rulesOf('CORS', {
    'cors.unknown-origin': 'An origin that is not configured is not allowed, nor is *.',
    'cors.vary': 'Answers say Vary: Origin.',
    'cors.preflight': 'A preflight of a configured origin is answered without a token, and allows the method and the four headers.',
    'cors.allowed': 'Answers to a configured origin allow it, errors included.',
    'cors.exposed': 'Answers to a configured origin expose retry-after, date, idempotent-replayed and aspire-pay-payer.',
  }),
} as const;
