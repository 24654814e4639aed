/** Every list by its pages: limits, cursors, each item once. */
import * as z from 'zod/mini';
import { Id } from '../../api/index.js';
import type { Exchange } from '../exchange.js';
import type { OperationId } from '../operations.js';
import type { Check, Trial } from '../trial.js';
import { NoOccasion } from '../stop.js';

interface List {
  readonly name: string;
  readonly operation: OperationId;
  readonly most: number;
  /** Parameters of the path; throws where the list is not offered, or there is none. */
  readonly find: (trial: Trial) => Promise<Readonly<Record<string, string>>>;
}

const AnyPage = z.object({ items: z.array(z.object({ id: Id })), nextCursor: z.nullable(z.string()) });
type AnyPage = z.infer<typeof AnyPage>;

const lists: readonly List[] = [
  { name: 'contracts', operation: 'listContracts', most: 50, find: () => Promise.resolve({}) },
  {
    name: 'invoices',
    operation: 'listInvoices',
    most: 200,
    find: async ({ me }) => {
      const { items } = await me.contracts();
      const [longest] = [...items].sort((a, b) => b.invoices.items.length - a.invoices.items.length);
      if (longest === undefined) throw new NoOccasion('the payer has no contract');
      return { contractId: longest.id };
    },
  },
  {
    name: 'payments',
    operation: 'listPayments',
    most: 50,
    find: async ({ me }) => {
      if (!(await me.session()).features.history) throw new NoOccasion('history is off');
      return {};
    },
  },
  {
    name: 'bank accounts',
    operation: 'listBankAccounts',
    most: 50,
    find: async ({ me }) => {
      const { features, bankAccounts } = await me.session();
      if (!features.payments || bankAccounts === 'none') throw new NoOccasion('bank accounts are not offered');
      return {};
    },
  },
];

const idsOf = (exchanges: readonly Exchange[]): string[] =>
  exchanges.flatMap(({ json }) => {
    const page = AnyPage.safeParse(json);
    return page.success ? page.data.items.map(({ id }) => id) : [];
  });

/** Pages of one and two at a time tell the most; long lists are cut to what one more request shows. */
const pageSize = (count: number): number => (count > 40 ? Math.ceil(count / 20) : count > 6 ? 2 : 1);

const walk = async (trial: Trial, { operation, most, find }: List): Promise<void> => {
  const at = await find(trial);
  const whole = await trial.me.list<AnyPage['items'][number]>(operation, AnyPage, { at, query: { limit: most } });
  const limit = pageSize(whole.items.length);
  const paged = await trial.me.list<AnyPage['items'][number]>(operation, AnyPage, { at, query: { limit } });
  const [last] = paged.exchanges.slice(-1);
  if (last === undefined) return;
  const ids = idsOf(paged.exchanges);
  trial.expect('page.once', new Set(ids).size === ids.length, last, 'no item on two pages');
  if (!whole.isWhole || !paged.isWhole) return;
  const isSame = whole.items.every(({ id }) => ids.includes(id)) && new Set(ids).size === new Set(whole.items.map(({ id }) => id)).size;
  trial.expect('page.once', isSame, last, `the same ${whole.items.length} items by pages of ${limit} as by pages of ${most}`);
};

const judgeLimits = async (trial: Trial, { operation, most, find }: List): Promise<void> => {
  const at = await find(trial);
  const count = (exchange: Exchange): number => idsOf([exchange]).length;
  const one = await trial.me.call(operation, { at, query: { limit: 1 } });
  if (trial.expectStatus('page.limit', one, 200)) trial.expect('page.limit', count(one) <= 1, one, 'at most one item');
  const many = await trial.me.call(operation, { at, query: { limit: 100_000 } });
  if (trial.expectStatus('page.limit', many, 200)) trial.expect('page.limit', count(many) <= most, many, `at most ${most} items`);
  for (const limit of ['0', '-1', '1.5', 'many']) {
    const refused = await trial.me.call(operation, { at, query: { limit } });
    trial.expectProblem('page.limit-refused', refused, 'invalid', { pointer: '?limit' });
  }
};

const judgeCursor = async (trial: Trial, { operation, find }: List): Promise<void> => {
  const at = await find(trial);
  const exchange = await trial.me.call(operation, { at, query: { cursor: trial.outside.word() } });
  trial.expectProblem('page.cursor-refused', exchange, 'invalid', { pointer: '?cursor' });
};

export const pageChecks: readonly Check[] = lists.flatMap((list): Check[] => [
  { title: `All pages of ${list.name} hold each item once`, rules: ['page.once'], run: (trial) => walk(trial, list) },
  { title: `Limits of ${list.name}`, rules: ['page.limit', 'page.limit-refused'], run: (trial) => judgeLimits(trial, list) },
  { title: `A cursor of ${list.name} nobody gave out`, rules: ['page.cursor-refused'], run: (trial) => judgeCursor(trial, list) },
]);
