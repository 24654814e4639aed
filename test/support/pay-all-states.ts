/** The states of paying everything at once, by name, with realistic data. */
import type { Contract } from '../../src/api/index.js';
import { openDraftOfAll } from '../../src/domain/draft.js';
import type { Draft, Reviewed } from '../../src/domain/payment.js';
import { editing, payingState, type Draw } from './draw.js';
import * as sample from './sample-contracts.js';
import * as paying from './sample-payments.js';

const { excavators, session, trailers, ultrasound } = sample;
const { ready } = paying;

/** As it is when somebody else's payment was posted: the oldest first. */
export const moved: Contract = {
  ...excavators,
  version: 'excavators-2',
  totals: { pastDue: sample.money(1_117_086), due: sample.money(1_429_830), open: sample.money(2_413_830) },
};

/** As it is while that payment is under way. */
export const underWay: Contract = {
  ...excavators,
  version: 'excavators-2',
  inFlight: [{ paymentId: 'payment-1', amount: sample.money(984_000), date: sample.today, status: 'pending' }],
};

const everything = openDraftOfAll(
  { contracts: [excavators, ultrasound, trailers], isCapped: false, otherCurrencies: ['CAD'] },
  session,
  'USD',
);
const all = { ...everything, accountId: 'prairie' };
const partly = (otherAmount: string): Draft => ({
  ...all,
  lines: all.lines.map((line) => (line.contract === ultrasound ? { ...line, choice: 'other', otherAmount } : line)),
});
const reviewedAll: Reviewed = {
  ...paying.reviewOf(excavators, excavators.totals.open),
  draft: all,
  items: [
    { contract: excavators, amount: excavators.totals.open },
    { contract: ultrasound, amount: sample.money(100_000) },
    { contract: trailers, amount: sample.money(250_000) },
  ],
  total: sample.money(excavators.totals.open.value + 350_000),
  preview: {
    ...paying.preview,
    estimate: [
      ...(paying.preview.estimate ?? []),
      { contractId: ultrasound.id, method: 'balance_forward', applied: [], unapplied: sample.money(100_000) },
    ],
    warnings: [{ code: 'in-flight', text: 'A payment is already in flight.', contractId: trailers.id }],
  },
};

export const payAllStates: Readonly<Record<string, Draw>> = {
  'pay all, looking up': payingState({ name: 'gathering', currency: 'USD' }),
  'pay all, not looked up': payingState({ name: 'gathering', currency: 'USD', fault: { code: 'network' } }),
  'pay all': editing({ draft: all }),
  'pay all, other amount': editing({ draft: partly('1,000.00') }),
  'pay all, corrections': editing({
    draft: partly('99,999'),
    faults: [
      {
        field: 'otherAmount',
        code: 'amount-above-open',
        limit: ultrasound.totals.open,
        contractId: ultrasound.id,
        contractNumber: ultrasound.number,
      },
      {
        field: 'amount',
        code: 'refused',
        detail: 'This contract takes no payment today.',
        contractId: excavators.id,
        contractNumber: excavators.number,
      },
    ],
    attempts: 1,
  }),
  'pay all, capped': editing({ draft: { ...all, isCapped: true } }),
  'pay all, none left': editing({
    draft: { ...all, lines: [], left: [excavators, ultrasound, trailers] },
    faults: [{ field: 'form', code: 'lines-missing' }],
    attempts: 1,
  }),
  'pay all, review': payingState({ name: 'reviewing', reviewed: reviewedAll, accounts: ready, isTicked: false }),
  'pay all, changed': payingState({
    name: 'changed',
    draft: all,
    items: reviewedAll.items,
    what: 'balance',
    moved: [excavators.id],
    now: [moved],
  }),
  'pay all, changed, in flight': payingState({
    name: 'changed',
    draft: all,
    items: reviewedAll.items,
    what: 'balance',
    moved: [excavators.id],
    now: [underWay],
  }),
  'pay all, changed, waiting': payingState({
    name: 'changed',
    draft: all,
    items: reviewedAll.items,
    what: 'balance',
    moved: [excavators.id],
  }),
};
