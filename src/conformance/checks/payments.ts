/** A payment as it is made: as it was sent, all or none, on the version it saw; and what it leaves on the contract. */
import { PaymentResult, type PaymentRequest } from '../../api/index.js';
import { isRefusedAs, type Exchange } from '../exchange.js';
import { readForm } from '../payer.js';
import { smallestAmount, sumInFlight } from '../purse.js';
import type { Check, Trial } from '../trial.js';

const tellItems = ({ items, date }: PaymentRequest): string =>
  items.map(({ contractId, amount }) => `${contractId} ${amount.value} ${amount.currency} ${date}`).join('; ');

const tellPayments = (exchange: Exchange): string =>
  readForm(exchange, PaymentResult)
    .payments.map(({ contractId, amount, date }) => `${contractId} ${amount.value} ${amount.currency} ${date}`)
    .join('; ');

const judgeAccepted = async (trial: Trial): Promise<void> => {
  const { request } = await trial.purse.prepare();
  const exchange = await trial.me.pay(request);
  if (!trial.expectStatus('payment.accepted', exchange, 201)) return;
  trial.expect('payment.accepted', exchange.answer.headers['idempotent-replayed'] === undefined, exchange, 'no Idempotent-Replayed');
  const { key } = readForm(exchange, PaymentResult);
  trial.expect('payment.accepted', key.toLowerCase() === request.idempotencyKey, exchange, `the key ${request.idempotencyKey}`);
  trial.expect('payment.accepted', tellPayments(exchange) === tellItems(request), exchange, tellItems(request));
};

const judgeContract = async (trial: Trial): Promise<void> => {
  const [before] = await trial.purse.contracts();
  if (before === undefined) return;
  const { payments, exchange } = await trial.purse.pay([before]);
  const [payment] = payments;
  const after = await trial.me.contract(before.id);
  trial.expect('version.payment', after.version !== before.version, exchange, 'another version of the contract afterwards');
  const shown = after.inFlight.filter(({ paymentId }) => paymentId === payment?.id);
  const isShown = shown.length === 1 && shown[0]?.amount.value === payment?.amount.value && shown[0]?.date === payment?.date;
  trial.expect('in-flight.shown', isShown, exchange, `${payment?.id ?? ''} in inFlight, once, with its amount and date`);
  trial.requireOccasion(smallestAmount(after, await trial.me.session()) !== undefined, 'nothing more can be paid on the contract');
  await trial.purse.pay([after]);
  const later = await trial.me.contract(before.id);
  const isNew = later.version !== after.version && later.version !== before.version;
  trial.expect('version.payment', isNew, exchange, 'a version there has not been before');
};

const judgeSeveral = async (trial: Trial): Promise<void> => {
  const contracts = await trial.purse.contracts(2);
  // Not in the order of their ids, in which they are locked.
  const chosen = [...contracts].sort((a, b) => (a.id < b.id ? 1 : -1));
  const { request } = await trial.purse.prepare(chosen);
  const exchange = await trial.me.pay(request);
  if (!trial.expectStatus('payment.accepted', exchange, 201)) return;
  trial.expect('all.one-each', tellPayments(exchange) === tellItems(request), exchange, `payments in this order: ${tellItems(request)}`);
  const ids = new Set(readForm(exchange, PaymentResult).payments.map(({ id }) => id));
  trial.expect('all.one-each', ids.size === request.items.length, exchange, 'a payment each, by ids of their own');
};

const judgeNone = async (trial: Trial): Promise<void> => {
  const before = await trial.purse.contracts(2);
  const { request } = await trial.purse.prepare(before);
  for (const stale of [0, 1]) {
    const items = request.items.map((item, index) => (index === stale ? { ...item, contractVersion: trial.outside.word() } : item));
    const key = trial.outside.newKey();
    const refused = await trial.me.pay({ ...request, idempotencyKey: key, items });
    const isRefused = trial.expectProblem('version.stale', refused, 'contract-changed');
    const unseen = await trial.me.byKey(key);
    trial.expect('all.none', unseen.answer.status === 404, [refused, unseen], 'by-key 404: nothing was paid');
    for (const contract of isRefused ? before : []) {
      const after = await trial.me.contract(contract.id);
      const isSame = after.version === contract.version && sumInFlight(after) === sumInFlight(contract);
      trial.expect('all.none', isSame, refused, `${contract.id} as it was: no item is paid where one is refused`);
    }
  }
};

const judgeTwoKeys = async (trial: Trial): Promise<void> => {
  const [contract] = await trial.purse.contracts();
  if (contract === undefined) return;
  const first = await trial.purse.prepare([contract]);
  const second = await trial.purse.prepare([contract]);
  const exchanges = await Promise.all([trial.me.pay(first.request), trial.me.pay(second.request)]);
  const accepted = exchanges.filter(({ answer }) => answer.status === 201);
  const refused = exchanges.filter((exchange) => isRefusedAs(exchange, 'contract-changed'));
  trial.expect('version.one-wins', accepted.length === 1 && refused.length === 1, exchanges, '201 once, 409 contract-changed once');
  const after = await trial.me.contract(contract.id);
  trial.requireOccasion(smallestAmount(after, await trial.me.session()) !== undefined, 'nothing more can be paid on the contract');
  const third = await trial.purse.prepare([after]);
  const late = { ...third.request, items: first.request.items };
  trial.expectProblem('version.one-wins', await trial.me.pay(late), 'contract-changed');
};

const judgeOthers = async (trial: Trial): Promise<void> => {
  const [mine, theirs] = [await trial.me.contracts(), await trial.other.contracts()];
  const session = await trial.me.session();
  const { currency } = await trial.purse.account();
  const shared = mine.items.find(
    (contract) =>
      theirs.items.some(({ id }) => id === contract.id) &&
      contract.currency === currency &&
      smallestAmount(contract, session) !== undefined,
  );
  trial.requireOccasion(shared !== undefined, 'the two payers share no contract that can be paid');
  if (shared === undefined) return;
  const { payments } = await trial.purse.pay([shared]);
  const exchange = await trial.other.call('getContract', { at: { contractId: shared.id } });
  const seen = await trial.other.contract(shared.id);
  const isCounted = sumInFlight(seen) >= sumInFlight(shared) + (payments[0]?.amount.value ?? 0);
  trial.expect('in-flight.others', isCounted, exchange, 'the payment of the other payer in inFlight');
  const isNamed = seen.inFlight.some(({ paymentId }) => payments.some(({ id }) => id === paymentId));
  trial.expect('in-flight.others', !isNamed, exchange, 'no paymentId of the other payer’s payment');
};

export const paymentChecks: readonly Check[] = [
  { title: 'A payment is accepted as it was sent', rules: ['payment.accepted'], writes: 'one payment', run: judgeAccepted },
  {
    title: 'A payment is in flight on its contract, and its version another',
    rules: ['version.payment', 'in-flight.shown'],
    writes: 'two payments',
    run: judgeContract,
  },
  {
    title: 'Two contracts in one payment',
    rules: ['payment.accepted', 'all.one-each'],
    writes: 'one payment on two contracts',
    run: judgeSeveral,
  },
  {
    title: 'Two contracts, one of them stale: none is paid',
    rules: ['version.stale', 'all.none'],
    writes: 'payments that are refused',
    run: judgeNone,
  },
  {
    title: 'Two payments with one version at once: one wins',
    rules: ['version.one-wins'],
    writes: 'one payment, and others that are refused',
    run: judgeTwoKeys,
  },
  {
    title: 'Another payer of the same contract sees what is in flight',
    rules: ['in-flight.others'],
    writes: 'one payment',
    run: judgeOthers,
  },
];
