/**
 * The estimate of one contract's payment: its open charges, less what payments in flight would take, by the lender's method.
 */
import type { Kysely } from 'kysely';
import type { Estimate } from '../../src/api/index.js';
import { applyPayment, chargesAfter, type CashApplicationSettings } from './cash-application.js';
import { readOpenCharges } from './store/open-charges.js';
import type { Database } from './store/schema.js';
import type { SubmittedItem } from './submission.js';

export const estimateItem = async (
  db: Kysely<Database>,
  { contract, amount, currency, inFlight }: SubmittedItem,
  date: string,
  settings: CashApplicationSettings,
): Promise<Estimate> => {
  const underWay = inFlight.map((payment) => ({ amount: payment.amount.value, postedOn: payment.date }));
  const charges = chargesAfter(await readOpenCharges(db, contract.id), underWay, settings);
  const { applied, unapplied } = applyPayment(charges, { amount, postedOn: date }, settings);
  return {
    contractId: contract.id,
    method: settings.method,
    applied: applied.map((part) => ({
      invoiceId: part.charge.invoiceId,
      chargeId: part.charge.chargeId,
      amount: { value: part.amount, currency },
    })),
    unapplied: { value: unapplied, currency },
  };
};
