/**
 * The estimate of one contract's payment: its open charges, less what payments in flight would take, by the lender's method.
 */
import type { Kysely } from 'kysely';
import type { Estimate } from '../../src/api/index.js';
import { applyPayment, chargesAfter, type CashApplicationSettings, type OpenCharge } from './cash-application.js';
import type { Database } from './store/schema.js';
import type { SubmittedItem } from './submission.js';

/** A contract's open charges, for the estimate and for whoever posts. */
export const readOpenCharges = async (db: Kysely<Database>, contractId: string): Promise<OpenCharge[]> => {
  const rows = await db
    .selectFrom('charges')
    .innerJoin('invoices', (join) =>
      join.onRef('invoices.contract_id', '=', 'charges.contract_id').onRef('invoices.id', '=', 'charges.invoice_id'),
    )
    .select(['charges.invoice_id', 'charges.id', 'charges.type', 'charges.position', 'charges.open_value', 'invoices.due_date'])
    .where('charges.contract_id', '=', contractId)
    .where('invoices.open_value', '<>', 0)
    .where('charges.open_value', '<>', 0)
    .execute();
  return rows.map((row) => ({
    invoiceId: row.invoice_id,
    chargeId: row.id,
    type: row.type,
    dueDate: row.due_date,
    position: row.position,
    open: row.open_value,
  }));
};

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
