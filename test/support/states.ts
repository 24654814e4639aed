/**
 * Every state the element can draw, by name, with realistic data. Tests, axe and pictures walk this map:
 * a state that isn't here does not exist.
 */
import type { FaultCode } from '../../src/domain/errors.js';
import type { FieldFault, ReviewNotice } from '../../src/domain/payment.js';
import { en } from '../../src/locales/en.js';
import { accountStates } from './account-states.js';
import { editing, payingState, reading, type Draw } from './draw.js';
import { historyStates } from './history-states.js';
import { moved, payAllStates, underWay } from './pay-all-states.js';
import * as sample from './sample-contracts.js';
import * as paying from './sample-payments.js';
import { portfolio, totalsOf } from './sample-portfolio.js';
import { signInStates } from './sign-in-states.js';

const { session, excavators, ultrasound, trailers, generators, paidUp, canadian, hostile, pagedFleet } = sample;

const three = [excavators, ultrasound, trailers];
const none = portfolio([]);
const { session: _session, asOf: _asOf, ...unknown } = none;

const failedWith = (code: FaultCode): Draw => reading({ ...unknown, status: 'failed', fault: { code } });

const readingStates: Readonly<Record<string, Draw>> = {
  loading: reading({ ...unknown, status: 'loading' }),
  contracts: reading(portfolio(three)),
  'contracts refreshing': reading(portfolio(three, { isRefreshing: true })),
  'contracts without session': reading({ ...unknown, contracts: three, total: 3, totals: totalsOf(three) }),
  'contracts empty': reading(none),
  'contracts empty search': reading(portfolio([], { query: { ...none.query, q: 'INV-1999' } })),
  'contracts empty closed': reading(portfolio([], { query: { ...none.query, status: 'closed' } })),
  'contracts closed': reading(portfolio([{ ...paidUp, status: 'closed' }], { query: { ...none.query, status: 'closed' } })),
  'contracts paid up': reading(portfolio([paidUp, sample.finished])),
  'contracts offline': reading(portfolio(three, { isOffline: true, isStale: true })),
  'contracts stale': reading(portfolio(three, { isStale: true, fault: { code: 'unavailable' } })),
  'contracts payments off': reading(portfolio(three, { session: { ...session, features: { ...session.features, payments: false } } })),
  'contracts read-only': reading(portfolio([generators])),
  'contracts broken': reading(
    portfolio([
      { ...excavators, problem: 'The back office answered only in part.' },
      { broken: true, id: 'b1', number: '100-0033061-001' },
      { broken: true, id: 'b2', number: '' },
    ]),
  ),
  'contracts checking': reading(portfolio(three, { checking: [paying.entry] })),
  'contracts checking elsewhere': reading(portfolio([ultrasound], { checking: [paying.entry] })),
  'contracts two currencies': reading(portfolio([excavators, canadian, sample.unheardOf])),
  'contracts many': reading(
    portfolio([pagedFleet, excavators], { total: 10_000, offset: 20, hasNext: true, query: { ...none.query, q: 'INV', sort: 'open' } }),
  ),
  'contracts turned': reading(
    portfolio([pagedFleet, excavators, trailers], {
      windows: new Map([
        ['fleet', { invoices: pagedFleet.invoices.items, offset: 20, hasNext: false, isLoading: true }],
        ['excavators', { invoices: excavators.invoices.items, offset: 10, hasNext: true, isLoading: false }],
        ['trailers', { invoices: trailers.invoices.items, offset: 0, hasNext: true, isLoading: false, fault: { code: 'timeout' } }],
      ]),
    }),
  ),
  'contracts huge': reading(
    portfolio(
      Array.from({ length: 50 }, (_, index) => ({ ...pagedFleet, id: `fleet-${index}`, number: `100-${index}` })),
      { total: 10_000, hasNext: true },
    ),
  ),
  'contracts hostile': reading(portfolio([hostile])),
};

const { draft, ready, reviewed, plainReviewed, entry, payment, newAccount, authorization } = paying;
const faults: readonly FieldFault[] = [
  { field: 'otherAmount', code: 'amount-above-open', limit: sample.money(3_397_830) },
  { field: 'date', code: 'date-closed', nextDate: '2025-11-28' },
  { field: 'holderName', code: 'holder-missing' },
  { field: 'routingNumber', code: 'routing-length', digits: 8 },
  { field: 'accountNumber', code: 'account-number-missing' },
  { field: 'form', code: 'refused', detail: 'A contract can be paid once a day.' },
];
const typed = { ...newAccount, holderName: 'Halvorsen Brothers', routingNumber: '09100002', accountNumberMask: '•••• 6789' };
const reviewing = (notice: ReviewNotice): Draw =>
  payingState({ name: 'reviewing', reviewed: plainReviewed, accounts: ready, isTicked: true, notice });
const changed = { name: 'changed', draft, items: reviewed.items, what: 'balance', moved: [excavators.id] } as const;

const payingStates: Readonly<Record<string, Draw>> = {
  warned: payingState({ name: 'warned', contract: trailers }),
  'pay form': editing(),
  'pay form in addition': editing({ draft: paying.draftOf(trailers, { inAddition: true, choice: 'open' }) }),
  'pay form with a new account': editing({
    draft: paying.draftOf(excavators, { choice: 'other', otherAmount: '22,500', accountId: 'new', newAccount: typed }),
  }),
  'pay form with corrections': editing({
    draft: paying.draftOf(excavators, { choice: 'other', otherAmount: '99,999', accountId: 'new', date: '2025-11-27' }),
    faults,
    attempts: 1,
  }),
  'pay form left a field': editing({ draft: { ...draft, accountId: 'new', newAccount: typed }, faults: faults.slice(3, 4) }),
  'pay form without a choice': editing({
    draft: { ...draft, accountId: '' },
    faults: [
      { field: 'amount', code: 'amount-missing' },
      { field: 'account', code: 'account-missing' },
    ],
    attempts: 1,
  }),
  'pay form, accounts loading': editing({ draft: { ...draft, accountId: '' }, accounts: { status: 'loading' } }),
  'pay form, accounts failed': editing({ accounts: { status: 'failed', fault: { code: 'timeout' } } }),
  'pay form, no review': editing({ fault: { code: 'unavailable' } }),
  'pay form, payment refused': editing({
    fault: { code: 'refused', detail: 'The account is closed.' },
    faults: faults.slice(5),
    attempts: 1,
  }),
  'pay form given back': editing({ isRestored: true, draft: { ...draft, accountId: 'new', newAccount } }),
  'pay form, preparing': payingState({ name: 'previewing', draft, accounts: ready, attempts: 0 }),
  review: payingState({ name: 'reviewing', reviewed, accounts: ready, isTicked: false }),
  'review without estimate': payingState({ name: 'reviewing', reviewed: plainReviewed, accounts: ready, isTicked: true }),
  'review in addition': payingState({
    name: 'reviewing',
    reviewed: paying.reviewOf(trailers, sample.money(2_000_000), { preview: plainReviewed.preview }),
    accounts: ready,
    isTicked: false,
  }),
  'review, not ticked': reviewing('not-ticked'),
  'review, too soon': reviewing('not-yet'),
  'review, offline': reviewing('offline'),
  'review, held by the page': reviewing('held-by-page'),
  'review, paid in another tab': reviewing('paid-in-another-tab'),
  'review, sending': payingState({ name: 'submitting', reviewed, accounts: ready }),
  accepted: payingState({ name: 'accepted', payments: [payment], pressedAt: entry.pressedAt, authorization }),
  'accepted, several': payingState({
    name: 'accepted',
    payments: [payment, { ...payment, id: 'pay-8', contractNumber: ultrasound.number, reference: 'NL-20418-02', status: 'of-tomorrow' }],
    pressedAt: entry.pressedAt,
  }),
  'accepted, canceled since': payingState({
    name: 'accepted',
    payments: [{ ...payment, status: 'canceled', statusReason: { code: 'payer', text: 'Canceled by Dana Whitfield' } }],
    pressedAt: entry.pressedAt,
  }),
  refused: payingState({
    name: 'refused',
    reviewed,
    entry,
    fault: { code: 'forbidden', detail: 'The owner of this account has blocked debits from Northline Equipment Finance.' },
    faults: faults.slice(5),
  }),
  'refused, never arrived': payingState({ name: 'refused', entry, faults: [] }),
  'changed balance': payingState({ ...changed, now: [moved] }),
  'changed balance, waiting': payingState(changed),
  'changed balance, nothing left': payingState({ ...changed, now: [{ ...excavators, payable: false }] }),
  'changed balance, in flight': payingState({ ...changed, now: [underWay] }),
  'changed balance, amount gone': payingState({
    ...changed,
    now: [{ ...moved, totals: { ...moved.totals, pastDue: sample.money(0), due: sample.money(0) } }],
  }),
  'changed terms': payingState({
    ...changed,
    draft: paying.draftOf(excavators, { choice: 'other', otherAmount: '22,500.00' }),
    what: 'terms',
  }),
  checking: payingState({ name: 'checking', entry, lastAskedAt: '2025-11-24T21:48:00Z' }),
  'checking, only here': payingState({ name: 'checking', entry, isOnlyHere: true }),
  'checking, several': payingState({
    name: 'checking',
    entry: { ...entry, contracts: [...entry.contracts, { id: 'ultrasound', number: ultrasound.number, amount: sample.money(813_917) }] },
  }),
};

const failures = Object.fromEntries(
  (Object.keys(en.faults) as FaultCode[]).map((code): [string, Draw] => [`contracts failed: ${code}`, failedWith(code)]),
);

export const states: Readonly<Record<string, Draw>> = {
  ...readingStates,
  ...failures,
  ...payingStates,
  ...payAllStates,
  ...signInStates,
  ...accountStates,
  ...historyStates,
};
