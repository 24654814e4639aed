/** A contract's invoices: what they sum to, their order, and which ride along. */
import { InvoicePage, type Contract, type Invoice, type PlainDate } from '../../api/index.js';
import { readForm } from '../payer.js';
import type { Check, Trial } from '../trial.js';

const mostContracts = 12;
const mostAlong = 10;

const chosen = async ({ me }: Trial): Promise<readonly Contract[]> => {
  const { items } = await me.contracts();
  return [...items].sort((a, b) => b.invoices.items.length - a.invoices.items.length).slice(0, mostContracts);
};

const sumUntil = (invoices: readonly Invoice[], isDue: (dueDate: PlainDate) => boolean): number =>
  invoices.filter(({ dueDate }) => isDue(dueDate)).reduce((sum, { open }) => sum + open.value, 0);

const isWhole = ({ open, charges }: Invoice, currency: string): boolean =>
  open.value !== 0 &&
  open.value === charges.reduce((sum, charge) => sum + charge.open.value, 0) &&
  [open, ...charges.map((charge) => charge.open)].every((money) => money.currency === currency);

const forEachContract = async (
  trial: Trial,
  judge: (contract: Contract, invoices: Awaited<ReturnType<Trial['me']['invoices']>>) => void,
): Promise<void> => {
  const contracts = await chosen(trial);
  trial.requireOccasion(contracts.length > 0, 'the payer has no contract');
  for (const { id } of contracts) judge(await trial.me.contract(id), await trial.me.invoices(id));
};

export const invoiceChecks: readonly Check[] = [
  {
    title: 'A contract’s totals are the sums of its invoices',
    rules: ['contracts.totals'],
    run: async (trial) => {
      const { today } = (await trial.me.session()).calendar;
      await forEachContract(trial, ({ totals }, { items, exchanges, isWhole: isAll }) => {
        if (!isAll) return;
        const sums = [sumUntil(items, (day) => day < today), sumUntil(items, (day) => day <= today), sumUntil(items, () => true)];
        const told = [totals.pastDue.value, totals.due.value, totals.open.value];
        trial.expect(
          'contracts.totals',
          String(sums) === String(told),
          exchanges,
          `past due, due, open ${sums.join(', ')}, not ${told.join(', ')}`,
        );
      });
    },
  },
  {
    title: 'An invoice’s open is the sum of its charges’',
    rules: ['invoices.open'],
    run: (trial) =>
      forEachContract(trial, ({ currency }, { items, exchanges }) => {
        const wrong = items.find((invoice) => !isWhole(invoice, currency));
        trial.expect(
          'invoices.open',
          wrong === undefined,
          exchanges,
          `open of ${wrong?.id ?? ''} not zero, the sum of its charges, in ${currency}`,
        );
      }),
  },
  {
    title: 'Invoices come oldest due date first',
    rules: ['invoices.order'],
    run: (trial) =>
      forEachContract(trial, (_, { items, exchanges }) => {
        const isSorted = items.every(({ dueDate }, index) => (items[index - 1]?.dueDate ?? '') <= dueDate);
        trial.expect('invoices.order', isSorted, exchanges, 'ascending due dates');
      }),
  },
  {
    title: 'The invoices that ride along are the first ones',
    rules: ['contracts.along'],
    run: (trial) =>
      forEachContract(trial, ({ invoices }, { items, exchanges }) => {
        const ids = invoices.items.map(({ id }) => id).join();
        const first = items.slice(0, invoices.items.length).map(({ id }) => id);
        const isFirst = ids === first.join() && invoices.items.length <= mostAlong;
        trial.expect('contracts.along', isFirst, exchanges, `at most ten, and the first of the list, not ${ids}`);
        const isMore = items.length > invoices.items.length;
        trial.expect('contracts.along', isMore === (invoices.nextCursor !== null), exchanges, `a nextCursor along: ${String(isMore)}`);
      }),
  },
  {
    title: 'The cursor that rides along goes on with the list',
    rules: ['contracts.along'],
    run: async (trial) => {
      const contract = (await chosen(trial)).find(({ invoices }) => invoices.nextCursor !== null);
      const cursor = contract?.invoices.nextCursor;
      trial.requireOccasion(typeof cursor === 'string', 'no contract has more open invoices than ride along');
      if (contract === undefined || typeof cursor !== 'string') return;
      const { items } = await trial.me.invoices(contract.id);
      const exchange = await trial.me.call('listInvoices', { at: { contractId: contract.id }, query: { cursor } });
      const next = items[contract.invoices.items.length];
      if (!trial.expectStatus('contracts.along', exchange, 200)) return;
      trial.expect('contracts.along', readForm(exchange, InvoicePage).items[0]?.id === next?.id, exchange, `${next?.id ?? ''} first`);
    },
  },
];
