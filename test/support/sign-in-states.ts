/** Every state of registering, signing in by mail and a session's end, by name. */
import type { SessionEndState } from '../../src/domain/session-end.js';
import type { FieldFault } from '../../src/domain/payment.js';
import type { SignInState } from '../../src/domain/sign-in.js';
import { contractList } from '../../src/views/contract-list.js';
import { sessionNote } from '../../src/views/session-note.js';
import { signInFlow } from '../../src/views/sign-in.js';
import { signedOut, type SignedOutFacts } from '../../src/views/signed-out.js';
import { excavators } from './sample-contracts.js';
import { framed, type Draw } from './draw.js';
import { portfolio } from './sample-portfolio.js';

const details = { firstName: 'Dana', lastName: 'Whitfield', email: 'dana@halvorsen', postalCode: '55369', contractNumber: '' };
const step = { way: 'register', details, faults: [], attempts: 0, isBusy: false } as const;
const codeStep = { ...step, name: 'code', id: 'code_1', code: '482 913', resent: 0 } as const;
const missing: readonly FieldFault[] = [
  { field: 'email', code: 'email-form' },
  { field: 'contractNumber', code: 'contract-number-missing' },
  { field: 'form', code: 'refused', detail: 'Call us to register.' },
];
const slowDown = { code: 'rate-limited', of: 'asking', retryInMs: 2_820_000 } as const;

const endsAt = '2025-11-24T21:52:00Z';

const signingIn =
  (facts: Partial<SignedOutFacts>, enrollment = true): Draw =>
  (context) => {
    const lender = { id: 'northline', name: 'Northline Equipment Finance', enrollment };
    const { session: _session, asOf: _asOf, ...unknown } = portfolio([]);
    const state = { ...unknown, status: 'signed-out', lender } as const;
    const { session: _none, ...seen } = context;
    const all = { signIn: { name: 'offered' }, hasEnded: false, isKept: false, hasOwnWay: false, signInFlow, ...facts } as const;
    return framed(state, signedOut(state, all, seen), seen, false);
  };

const ending =
  (state: SessionEndState, signIn: SignInState = { name: 'offered' }): Draw =>
  (context) => {
    const list = portfolio([excavators]);
    return framed(list, [sessionNote(state, signIn, context), contractList(list, context)], context, true);
  };
export const signInStates: Readonly<Record<string, Draw>> = {
  'signed out': signingIn({}, false),
  'signed out, ways by mail': signingIn({}),
  'signed out, beside the site’s own way': signingIn({ hasOwnWay: true }),
  'signed out, session ended': signingIn({ hasEnded: true }),
  'signed out, entries kept': signingIn({ hasEnded: true, isKept: true, hasOwnWay: true }),
  register: signingIn({ signIn: { ...step, name: 'details' } }),
  'register with corrections': signingIn({ signIn: { ...step, name: 'details', faults: missing, attempts: 1 } }),
  'register, left a field': signingIn({ signIn: { ...step, name: 'details', faults: missing.slice(0, 1) } }),
  'register, sending': signingIn({ signIn: { ...step, name: 'details', isBusy: true } }),
  'register, too often': signingIn({ signIn: { ...step, name: 'details', attempts: 1, fault: slowDown } }),
  'register, no answer': signingIn({ signIn: { ...step, name: 'details', attempts: 1, fault: { code: 'timeout', of: 'asking' } } }),
  'sign in by e-mail': signingIn({ signIn: { ...step, name: 'details', way: 'email' } }),
  'code for registering': signingIn({ signIn: codeStep }),
  'code for signing in': signingIn({ signIn: { ...codeStep, way: 'email' } }),
  'code, wrong': signingIn({ signIn: { ...codeStep, faults: [{ field: 'code', code: 'code-refused' }], attempts: 1 } }),
  'code, too short': signingIn({ signIn: { ...codeStep, faults: [{ field: 'code', code: 'code-length', digits: 5 }], attempts: 1 } }),
  'code, checking': signingIn({ signIn: { ...codeStep, isBusy: true } }),
  'code, sent anew': signingIn({ signIn: { ...codeStep, code: '', resent: 1 } }),
  'code, too often': signingIn({ signIn: { ...codeStep, attempts: 1, fault: { ...slowDown, of: 'checking' } } }),
  'session ending': ending({ endsAt, step: 'warned' }),
  'session ending, asking': ending({ endsAt, step: 'asking' }),
  'session ending, code': ending({ endsAt, step: 'code' }, { ...codeStep, way: 'email' }),
  'session ending, wrong code': ending(
    { endsAt, step: 'code' },
    { ...codeStep, faults: [{ field: 'code', code: 'code-refused' }], attempts: 1 },
  ),
  'session ending, not extended': ending({ endsAt, step: 'failed' }),
  'session ending, no code': ending({ endsAt, step: 'failed', fault: slowDown }),
};
