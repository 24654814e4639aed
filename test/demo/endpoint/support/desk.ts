/**
 * The lender's desk beside the payer's page: records scheduled, taken into batches, posted, returned; and what each leaves open.
 */
import { generateBatches, type Generated } from '../../../../demo/endpoint/eft/generation.js';
import { postBatch } from '../../../../demo/endpoint/eft/posting.js';
import { returnPayment } from '../../../../demo/endpoint/eft/returns.js';
import type { AlternateEftRow } from '../../../../demo/endpoint/store/schema.js';
import { confirmCancels, schedulePayments } from '../../../../demo/endpoint/worker.js';
import { Payment } from '../../../../src/api/index.js';
import { paymentsOf, type PaymentPlan } from './caller.js';
import type { Harness } from './harness.js';
import { today, type ContractInput, invoice } from './portfolio.js';

/** Two invoices whose charges make each of the four methods choose differently. Open 2,100.00. */
export const mixedContract = (id: string): ContractInput => ({
  id,
  number: `200-${id}`,
  description: `Loader ${id}`,
  payers: ['acme'],
  invoices: [
    invoice(`${id}-a`, '2026-10-23', [
      ['rent', 100_000],
      ['late_fee', 2_500],
    ]),
    invoice(`${id}-b`, today, [
      ['rent', 100_000],
      ['sales_tax', 5_000],
      ['late_fee', 2_500],
    ]),
  ],
});

export interface Desk {
  readonly pay: (contractId: string, plan?: PaymentPlan) => Promise<Payment>;
  /** Lets the worker look, with its waiting over. */
  readonly work: () => Promise<void>;
  readonly generate: (from?: string, to?: string) => Promise<Generated>;
  readonly post: (generated: Generated) => Promise<void>;
  /** Everything that is due goes to the bank. */
  readonly sendAll: () => Promise<void>;
  readonly record: (paymentId: string) => Promise<AlternateEftRow>;
  /** True when it came back now, false when it had come back before. */
  readonly comeBack: (paymentId: string, code: string) => Promise<boolean>;
  /** The payment as its payer sees it now. */
  readonly payment: (id: string, as?: string) => Promise<Payment>;
  /** Open amounts by charge, as the payer's page shows them; what is covered isn't there. */
  readonly open: (contractId: string) => Promise<Record<string, number>>;
}

export const createDesk = (harness: Pick<Harness, 'call' | 'deps' | 'store'>): Desk => {
  const { call, deps, store } = harness;
  const record = (paymentId: string): Promise<AlternateEftRow> =>
    store.db.selectFrom('alternate_efts').selectAll().where('payment_id', '=', paymentId).executeTakeFirstOrThrow();
  const later = { ...deps, now: () => new Date(deps.now().getTime() + deps.scheduleSeconds * 1_000) };
  const generate: Desk['generate'] = (from = today, to = today) => generateBatches(deps, { from, to });
  const post: Desk['post'] = async ({ batches }) => {
    for (const { id } of batches) await postBatch(deps, id);
  };
  const work = async (): Promise<void> => {
    await schedulePayments(later);
    await confirmCancels(later);
  };
  return {
    pay: async (contractId, plan) => {
      const answer = await call.pay(await call.prepare([contractId], plan));
      const [payment] = answer.status === 201 ? paymentsOf(answer) : [];
      if (payment === undefined) throw new Error(`the payment was refused: ${answer.text}`);
      return payment;
    },
    work,
    generate,
    post,
    sendAll: async () => {
      await work();
      await post(await generate('2026-01-01', '2027-12-31'));
    },
    record,
    comeBack: async (paymentId, code) => returnPayment(deps, (await record(paymentId)).id, code),
    payment: async (id, as = 'acme') => Payment.parse((await call(`/payments/${id}`, { as })).body),
    open: async (contractId) => {
      const { invoices } = await call.contract(contractId);
      return Object.fromEntries(invoices.items.flatMap(({ charges }) => charges.map(({ id, open }) => [id, open.value])));
    },
  };
};
