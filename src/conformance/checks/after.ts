/** Afterwards: the history, a payment by its id, canceling. */
import { Payment, PaymentDetail, PaymentPage, PaymentResult, type Payment as PaymentType } from '../../api/index.js';
import { readForm } from '../payer.js';
import type { Paid } from '../purse.js';
import type { Check, Trial } from '../trial.js';
import { sampleOf, unknownId } from './samples.js';

const hasEnded = ['paid', 'returned', 'failed'];

const requireHistory = async (trial: Trial): Promise<void> =>
  trial.requireOccasion((await trial.me.session()).features.history, 'history is off');

const isNewestFirst = (payments: readonly PaymentType[]): boolean =>
  payments.every(({ createdAt }, index) => {
    const before = payments[index - 1];
    return before === undefined || Date.parse(before.createdAt) >= Date.parse(createdAt);
  });

/** What cannot change meanwhile. */
const tell = ({ id, contractId, contractNumber, amount, date, reference, account, createdAt }: PaymentType): string =>
  JSON.stringify([id, contractId, contractNumber, amount.value, amount.currency, date, reference, account.label, createdAt]);

const judgeNewest = async (trial: Trial): Promise<void> => {
  await requireHistory(trial);
  const first = await trial.purse.pay();
  const second = await trial.purse.pay();
  const exchange = await trial.me.call('listPayments', { query: { limit: 50 } });
  const { items } = readForm(exchange, PaymentPage);
  trial.expect('history.order', isNewestFirst(items), exchange, 'descending createdAt');
  // Several of one moment may stand in any order.
  const ids = [...first.payments, ...second.payments].map(({ id }) => id);
  const isIn = ids.every((id) => items.some((payment) => payment.id === id));
  trial.expect('history.order', isIn, exchange, `${ids.join(' and ')} on the first page`);
};

/** One that says it can be canceled. */
const payCancelable = async (trial: Trial): Promise<Paid> => {
  trial.requireOccasion((await trial.me.session()).features.cancel, 'cancel is off');
  const paid = await trial.purse.pay();
  trial.requireOccasion(paid.payments[0]?.cancelable === true, 'what is paid here cannot be canceled');
  return paid;
};

const judgeCancel = async (trial: Trial): Promise<void> => {
  const { request, payments } = await payCancelable(trial);
  const [payment] = payments;
  if (payment === undefined) return;
  const before = await trial.me.contract(payment.contractId);
  const canceled = await trial.me.call('cancelPayment', { at: { paymentId: payment.id } });
  if (!trial.expectStatus('cancel.answers', canceled, 200)) return;
  const { status } = readForm(canceled, Payment);
  trial.expect('cancel.answers', ['pending_cancel', 'canceled'].includes(status), canceled, 'pending_cancel or canceled');
  trial.expectStatus('cancel.repeats', await trial.me.call('cancelPayment', { at: { paymentId: payment.id } }), 200);
  const after = await trial.me.contract(payment.contractId);
  trial.expect('version.cancel', after.version !== before.version, canceled, 'another version of the contract afterwards');
  const isInFlight = after.inFlight.some(({ paymentId }) => paymentId === payment.id);
  const isFreed = (await trial.me.call('getPayment', { at: { paymentId: payment.id } })).json;
  const now = PaymentDetail.safeParse(isFreed);
  const isConfirmed = now.success && now.data.status === 'canceled';
  trial.expect('in-flight.freed', isInFlight || isConfirmed, canceled, 'still in flight until its status is canceled');
  for (const exchange of [await trial.me.pay(request), await trial.me.byKey(request.idempotencyKey)]) {
    const isNow = readForm(exchange, PaymentResult).payments.every((one) => ['pending_cancel', 'canceled'].includes(one.status));
    trial.expect('key.replay-now', isNow, exchange, 'the payment as it is now: pending_cancel or canceled');
  }
};

export const afterChecks: readonly Check[] = [
  {
    title: 'The history is newest first',
    rules: ['history.order'],
    run: async (trial) => {
      await requireHistory(trial);
      const { items, exchanges } = await trial.me.payments();
      trial.expect('history.order', isNewestFirst(items), exchanges.slice(0, 1), 'descending createdAt');
    },
  },
  { title: 'What was just paid is first in the history', rules: ['history.order'], writes: 'two payments', run: judgeNewest },
  {
    title: 'A payment by its id is the one in the history',
    rules: ['history.one'],
    run: async (trial) => {
      await requireHistory(trial);
      const { items } = await trial.me.payments();
      trial.requireOccasion(items.length > 0, 'the payer has no payment yet');
      for (const listed of items.slice(0, 5)) {
        const exchange = await trial.me.call('getPayment', { at: { paymentId: listed.id } });
        if (!trial.expectStatus('history.one', exchange, 200)) continue;
        trial.expect('history.one', tell(readForm(exchange, PaymentDetail)) === tell(listed), exchange, 'what the history said of it');
      }
    },
  },
  {
    title: 'A payment is canceled, and again',
    rules: ['cancel.answers', 'cancel.repeats', 'version.cancel', 'in-flight.freed', 'key.replay-now'],
    writes: 'one payment, which is canceled',
    run: judgeCancel,
  },
  {
    title: 'What has ended is too late to cancel',
    rules: ['cancel.too-late'],
    writes: 'a cancel that is refused',
    run: async (trial) => {
      await requireHistory(trial);
      trial.requireOccasion((await trial.me.session()).features.cancel, 'cancel is off');
      const ended = (await trial.me.payments()).items.find(({ status }) => hasEnded.includes(status));
      trial.requireOccasion(ended !== undefined, 'no payment is paid, returned or failed yet');
      const exchange = await trial.me.call('cancelPayment', { at: { paymentId: ended?.id ?? '' } });
      trial.expectProblem('cancel.too-late', exchange, 'too-late-to-cancel');
    },
  },
  {
    title: 'Features that are off',
    rules: ['features.off', 'features.payments-off'],
    run: async (trial) => {
      const { features, bankAccounts } = await trial.me.session();
      trial.requireOccasion(!features.payments || !features.history || bankAccounts === 'none', 'nothing of it is off');
      if (!features.history) trial.expectProblem('features.off', await trial.me.call('listPayments'), 'forbidden');
      const accounts = await trial.me.call('listBankAccounts');
      if (!features.payments) trial.expectProblem('features.payments-off', accounts, 'payments-off');
      else if (bankAccounts === 'none') trial.expectProblem('features.off', accounts, 'forbidden');
      if (features.payments || !features.history) return;
      trial.expectStatus('features.payments-off', await trial.me.call('listPayments'), 200);
    },
  },
  {
    title: 'Writing what is off',
    rules: ['features.off', 'features.payments-off'],
    writes: 'requests that are refused, and one voided key',
    run: async (trial) => {
      const { features } = await trial.me.session();
      trial.requireOccasion(!features.payments || !features.cancel, 'nothing of it is off');
      if (!features.cancel) {
        const exchange = await trial.me.call('cancelPayment', { at: { paymentId: unknownId(trial.outside) } });
        trial.expectProblem('features.off', exchange, ['forbidden', 'not-found']);
      }
      if (features.payments) return;
      for (const operation of ['previewPayment', 'createPayment', 'addBankAccount'] as const) {
        const exchange = await trial.me.call(operation, sampleOf(operation, trial.outside));
        trial.expectProblem('features.payments-off', exchange, 'payments-off');
      }
      trial.expectStatus('features.payments-off', await trial.me.voidKey(trial.outside.newKey()), 204);
    },
  },
];
