/**
 * Loads a portfolio into an empty database, all or nothing. A database that holds one already is left as it is.
 */
import { sql } from 'kysely';
import { accountLabel } from './bank-account.js';
import type { EndpointDeps } from './deps.js';
import { newVersion } from './ids.js';
import { sha256Hex } from './json.js';
import { tokenOf } from './portfolio-checks.js';
import type { Portfolio } from './portfolio.js';
import { emailRows } from './sign-in/emails-on-file.js';
import { samenessOf, sealNumbers } from './sealing.js';
import { BatchInserter } from './store/batch.js';
import { noDueDate } from './store/open-charges.js';
import type { Store } from './store/open.js';
import { fillSums, listColumns } from './store/payer-lists.js';
import type { NewRow } from './store/schema.js';
import type { Trx } from './store/transactions.js';

export type SeedTools = Pick<EndpointDeps, 'sealingKey' | 'random' | 'now'>;

type PortfolioContract = Portfolio['contracts'][number];
type PortfolioInvoice = PortfolioContract['invoices'][number];

const defaultMaxItems = 50;

const orNull = <Value>(value: Value | undefined): Value | null => value ?? null;

const lenderRow = ({ lender }: Portfolio): NewRow<'lenders'> => ({
  id: lender.id,
  name: lender.name,
  logo_url: orNull(lender.logoUrl),
  support_email: orNull(lender.supportEmail),
  support_phone: orNull(lender.supportPhone),
  help_url: orNull(lender.helpUrl),
  time_zone: lender.timeZone,
  cut_off: lender.cutOff,
  horizon_days: lender.horizonDays,
  closed_dates: JSON.stringify(lender.closedDates),
  bank_accounts: lender.bankAccounts,
  features: JSON.stringify(lender.features ?? {}),
  limit_currency: orNull(lender.limits?.currency),
  limit_min: orNull(lender.limits?.min),
  limit_max: orNull(lender.limits?.max),
  max_items: lender.limits?.maxItems ?? defaultMaxItems,
  theme: lender.theme === undefined ? null : JSON.stringify(lender.theme),
  application_method: 'balance_forward',
  application_window_days: null,
  application_priority: JSON.stringify(['rent', 'principal', 'interest', 'sales_tax', 'property_tax', 'insurance', 'service', 'late_fee']),
  application_groups: '{}',
  session_minutes: lender.sessionMinutes,
});

const accountRows = ({ lender, payers }: Portfolio, { sealingKey, random, now }: SeedTools): NewRow<'bank_accounts'>[] =>
  payers.flatMap((payer) =>
    payer.accounts.map((account, index) => {
      const last4 = account.accountNumber.slice(-4);
      return {
        id: account.id,
        lender_id: lender.id,
        payer_id: payer.id,
        label: accountLabel(account.bankName, account.type, last4),
        bank_name: account.bankName ?? null,
        last4,
        type: account.type,
        holder_type: account.holderType,
        holder_name: account.holderName,
        currency: account.currency,
        status: account.status,
        help: account.status === 'usable' ? null : `${lender.name} has not verified this account yet.`,
        sealed: sealNumbers(sealingKey, random, account.id, account),
        sameness: samenessOf(sealingKey, payer.id, account),
        // A millisecond apart, so that they are listed in the order of the file.
        created_at: new Date(now().getTime() + index).toISOString(),
        removed_at: null,
      };
    }),
  );

const sumCharges = (invoice: PortfolioInvoice, part: 'amount' | 'open'): number =>
  invoice.charges.reduce((sum, charge) => sum + (part === 'open' ? (charge.open ?? charge.amount) : charge.amount), 0);

const contractRow = (contract: PortfolioContract, lenderId: string, version: string): NewRow<'contracts'> => {
  const open = contract.invoices.map((invoice) => ({ dueDate: invoice.dueDate, value: sumCharges(invoice, 'open') }));
  const dueDates = open.filter(({ value }) => value !== 0).map(({ dueDate }) => dueDate);
  return {
    id: contract.id,
    lender_id: lenderId,
    number: contract.number,
    number_search: contract.number.toLowerCase(),
    description: contract.description,
    status: contract.status,
    currency: contract.currency,
    version,
    autopay_next_date: contract.autopay?.nextDate ?? null,
    not_payable_reason: contract.notPayableReason ?? null,
    problem: null,
    billing_postal_code: contract.billingPostalCode ?? null,
    billing_country: contract.billingCountry,
    open_value: open.reduce((sum, { value }) => sum + value, 0),
    due_order: dueDates.reduce((earliest, date) => (date < earliest ? date : earliest), noDueDate),
  };
};

const insertInvoice = async (batch: BatchInserter, contractId: string, invoice: PortfolioInvoice): Promise<void> => {
  await batch.add('invoices', {
    contract_id: contractId,
    id: invoice.id,
    number: invoice.number,
    number_search: invoice.number.toLowerCase(),
    issue_date: invoice.issueDate ?? null,
    due_date: invoice.dueDate,
    amount_value: sumCharges(invoice, 'amount'),
    open_value: sumCharges(invoice, 'open'),
    document_url: invoice.documentUrl ?? null,
  });
  for (const [position, charge] of invoice.charges.entries()) {
    await batch.add('charges', {
      contract_id: contractId,
      invoice_id: invoice.id,
      id: charge.id,
      position,
      type: charge.type,
      description: charge.description,
      amount_value: charge.amount,
      open_value: charge.open ?? charge.amount,
    });
  }
};

const insertContract = async (batch: BatchInserter, contract: PortfolioContract, row: NewRow<'contracts'>): Promise<void> => {
  await batch.add('contracts', row);
  for (const payerId of contract.payers) {
    await batch.add('contract_payers', { payer_id: payerId, contract_id: contract.id, ...listColumns(row) });
  }
  for (const [index, { amount, date }] of contract.elsewhereInFlight.entries()) {
    const id = `${contract.id}/${index}`;
    await batch.add('elsewhere_in_flight', { id, contract_id: contract.id, amount_value: amount, date, status: 'scheduled' });
  }
  for (const invoice of contract.invoices) await insertInvoice(batch, contract.id, invoice);
};

const insertPortfolio = async (trx: Trx, portfolio: Portfolio, tools: SeedTools): Promise<void> => {
  // In the order of the references between the tables.
  const batch = new BatchInserter(trx, [
    'lenders',
    'payers',
    'bank_accounts',
    'emails_on_file',
    'contracts',
    'contract_payers',
    'elsewhere_in_flight',
    'invoices',
    'charges',
  ]);
  await batch.add('lenders', lenderRow(portfolio));
  for (const payer of portfolio.payers) {
    await batch.add('payers', {
      id: payer.id,
      lender_id: portfolio.lender.id,
      name: payer.name,
      contact_name: payer.contact.name,
      contact_email: payer.contact.email,
      token_hash: sha256Hex(tokenOf(payer)),
    });
  }
  for (const email of emailRows(portfolio)) await batch.add('emails_on_file', email);
  for (const account of accountRows(portfolio, tools)) await batch.add('bank_accounts', account);
  for (const contract of portfolio.contracts) {
    await insertContract(batch, contract, contractRow(contract, portfolio.lender.id, newVersion(tools.random)));
  }
  await batch.flush();
  await fillSums(trx);
};

/** Give it a checked portfolio (see `parsePortfolio`). True when it was loaded, false when the database held one already. */
export const seedPortfolio = (store: Store, portfolio: Portfolio, tools: SeedTools): Promise<boolean> =>
  store.db.transaction().execute(async (trx) => {
    // Of two processes that start at once, the second waits and finds the first one's.
    if (store.dialect === 'postgres') await sql`lock table lenders in exclusive mode`.execute(trx);
    const existing = await trx.selectFrom('lenders').select('id').limit(1).executeTakeFirst();
    if (existing !== undefined) return false;
    await insertPortfolio(trx, portfolio, tools);
    return true;
  });
