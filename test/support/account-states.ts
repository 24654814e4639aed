/** Every state of the Bank accounts view, by name, with realistic data. Walked together with the others, see states.ts. */
import type { TemplateResult } from 'lit';
import type { BankAccount } from '../../src/api/index.js';
import type { AccountFormState, BankAccountsState } from '../../src/domain/bank-accounts.js';
import type { FaultCode } from '../../src/domain/errors.js';
import { emptyAccount } from '../../src/domain/new-account.js';
import type { FieldFault } from '../../src/domain/payment.js';
import { en } from '../../src/locales/en.js';
import { accountsAsOf, bankAccounts } from '../../src/views/bank-accounts.js';
import type { ViewContext } from '../../src/views/context.js';
import { shell } from '../../src/views/shell.js';
import { asOf, hostile, session } from './sample-contracts.js';
import { prairie } from './sample-payments.js';

type Draw = (context: ViewContext) => TemplateResult;

const excavating = 'Halvorsen Brothers Excavating & Site Development, LLC';

export const savedAccounts: readonly BankAccount[] = [
  { ...prairie, label: 'First Prairie Bank & Trust Company of Minnesota', holderName: excavating },
  {
    ...prairie,
    id: 'river',
    label: 'Great River Credit Union ••0932',
    bankName: 'Great River Credit Union',
    last4: '0932',
    type: 'savings',
    holderName: 'Halvorsen Brothers Equipment Holdings, LP',
  },
  {
    ...prairie,
    id: 'lakeshore',
    label: 'Checking ••7781',
    bankName: 'Lakeshore National Bank',
    last4: '7781',
    holderName: excavating,
    status: 'unverified',
    help: 'Northline sent two small deposits on Nov 21: call 1-800-555-0142 with both amounts.',
  },
  {
    ...prairie,
    id: 'rejected',
    label: 'Personal account',
    last4: '20',
    holderType: 'consumer',
    holderName: 'Dana Whitfield',
    status: 'rejected',
    help: 'The bank says that this account can’t be debited.',
  },
];

const { bankName: _bankName, ...bare } = prairie;
/** Words and texts nobody has thought of. */
const strange: readonly BankAccount[] = [
  { ...bare, id: 'strange', status: 'under_review', type: 'money_market', holderType: 'trust', currency: 'CAD' },
  { ...prairie, id: 'hostile', label: hostile.description, bankName: hostile.number, holderName: hostile.description.repeat(3) },
  { ...prairie, id: 'constructor', status: 'constructor', type: '__proto__', help: `<b>Call us</b> ${'now '.repeat(200)}` },
];

const ready: BankAccountsState = {
  status: 'ready',
  accounts: savedAccounts,
  offset: 0,
  hasNext: false,
  asOf,
  isRefreshing: false,
  isStale: false,
  isOffline: false,
};
const { asOf: _asOf, ...unread } = { ...ready, accounts: [] };

const draw =
  (state: BankAccountsState, more: Partial<ViewContext> = {}): Draw =>
  (context) => {
    const seen = { ...context, session, ...more };
    const isReading = !state.form;
    const facts = {
      views: isReading ? (['contracts', 'bank-accounts'] as const) : [],
      view: 'bank-accounts',
      isBusy: state.isRefreshing,
      asOfNote: isReading ? accountsAsOf(state, seen) : '',
      canRefresh: isReading,
    } as const;
    return shell(facts, bankAccounts(state, seen), seen);
  };

const shown = (more: Partial<BankAccountsState> = {}): Draw => draw({ ...ready, ...more });

const [prairieAccount = prairie, river = prairie, lakeshore = prairie] = savedAccounts;

const typed = { ...emptyAccount, holderName: excavating, routingNumber: '09100002', accountNumberMask: '•••• 6789' };
const form = (more: Partial<AccountFormState> = {}, context?: Partial<ViewContext>): Draw =>
  draw({ ...ready, form: { account: typed, faults: [], attempts: 0, isSaving: false, ...more } }, context);

const faults: readonly FieldFault[] = [
  { field: 'holderName', code: 'holder-missing' },
  { field: 'routingNumber', code: 'routing-length', digits: 8 },
  { field: 'accountNumber', code: 'account-number-missing' },
];
const existing = { session: { ...session, bankAccounts: 'existing' } } as const;
const sourced = { hasBankSource: true } as const;
const sourceFault: FieldFault = { field: 'bankSource', code: 'bank-source-invalid', detail: '' };

const failures = Object.fromEntries(
  (Object.keys(en.faults) as FaultCode[]).map((code): [string, Draw] => [
    `accounts failed: ${code}`,
    draw({ ...unread, status: 'failed', fault: { code } }),
  ]),
);

export const accountStates: Readonly<Record<string, Draw>> = {
  'accounts loading': draw({ ...unread, status: 'loading' }),
  accounts: shown(),
  'accounts refreshing': shown({ isRefreshing: true }),
  'accounts empty': shown({ accounts: [] }),
  'accounts empty offline': shown({ accounts: [], isOffline: true }),
  'accounts offline': shown({ isOffline: true, isStale: true }),
  'accounts stale': shown({ isStale: true, fault: { code: 'unavailable' } }),
  'accounts, a page of many': shown({ offset: 20, hasNext: true }),
  'accounts strange': shown({ accounts: strange }),
  'account added': shown({ news: { kind: 'added', account: river } }),
  'account added, not verified': shown({ news: { kind: 'added', account: lakeshore } }),
  'account known': shown({ news: { kind: 'known', account: prairieAccount } }),
  'account removed': shown({ accounts: savedAccounts.slice(1), news: { kind: 'removed', account: prairieAccount } }),
  'last account removed': shown({ accounts: [], news: { kind: 'removed', account: prairieAccount } }),
  'account removal asked': shown({ removal: { accountId: river.id, step: 'asked' } }),
  'account being removed': shown({ removal: { accountId: river.id, step: 'sending' } }),
  'account in use': shown({ removal: { accountId: prairieAccount.id, step: 'in-use' } }),
  'account not removed': shown({ removal: { accountId: lakeshore.id, step: 'failed', fault: { code: 'timeout' } } }),
  'account form': form({ account: emptyAccount }),
  'account form filled in': form(),
  'account form where accounts are checked': form({}, existing),
  'account form with corrections': form({ account: emptyAccount, faults, attempts: 1 }),
  'account form left a field': form({ faults: faults.slice(1, 2) }),
  'account form saving': form({ isSaving: true }),
  'account form refused': form({ attempts: 1, fault: { code: 'rate-limited' } }),
  'account form, perhaps saved': form({ attempts: 1, fault: { code: 'timeout' } }),
  'account form with a bank source': form({}, sourced),
  'account form with a bank source to correct': form({ faults: [sourceFault], attempts: 1 }, sourced),
  'account form, bank source failed': form({ attempts: 1, fault: { code: 'bank-source-failed' } }, sourced),
  ...failures,
};
