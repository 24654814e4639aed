/** What a payment consists of: ids, versions, several contracts, accounts, features; and the order in which a preview judges them. */
import type { PreviewRequest } from '../../api/index.js';
import { errorsOf, type Exchange } from '../exchange.js';
import { NoOccasion } from '../stop.js';
import type { Check, Trial } from '../trial.js';
import { unknownId } from './samples.js';

const question = 'previews, which write nothing';

const stale = (trial: Trial, plan: PreviewRequest, which: (index: number) => boolean): PreviewRequest => ({
  ...plan,
  items: plan.items.map((item, index) => (which(index) ? { ...item, contractVersion: trial.outside.word() } : item)),
});

const staleAt = (exchange: Exchange): string =>
  errorsOf(exchange)
    .map(({ pointer }) => pointer)
    .sort()
    .join();

const judgeStale = async (trial: Trial): Promise<void> => {
  const plan = await trial.purse.plan();
  const one = await trial.me.preview(stale(trial, plan, () => true));
  trial.expectProblem('version.stale', one, 'contract-changed');
  if (one.answer.status === 409) {
    trial.expect('version.names-all', staleAt(one) === '/items/0/contractVersion', one, 'the pointer /items/0/contractVersion');
  }
};

const judgeSeveralStale = async (trial: Trial): Promise<void> => {
  const plan = await trial.purse.plan(2);
  const cases = [
    { which: (index: number) => index === 1, places: '/items/1/contractVersion' },
    { which: () => true, places: '/items/0/contractVersion,/items/1/contractVersion' },
  ];
  for (const { which, places } of cases) {
    const exchange = await trial.me.preview(stale(trial, plan, which));
    if (trial.expectProblem('version.stale', exchange, 'contract-changed')) {
      trial.expect('version.names-all', staleAt(exchange) === places, exchange, `exactly the pointers ${places}`);
    }
  }
};

const hasNoUnknownId = (exchange: Exchange): boolean => !errorsOf(exchange).some(({ code }) => code === 'unknown-id');

const judgeMany = async (trial: Trial): Promise<void> => {
  const { features, limits } = await trial.me.session();
  const most = features.payAll ? limits.maxItems : 1;
  const plan = await trial.purse.plan();
  const [item] = plan.items;
  if (item === undefined || most > 150) throw new NoOccasion('more items than are allowed are more than fit into a request');
  const items = Array.from({ length: most + 1 }, () => ({ ...item, contractId: unknownId(trial.outside) }));
  const exchange = await trial.me.preview({ ...plan, items });
  const isJudged = trial.expectProblem(features.payAll ? 'all.too-many' : 'features.pay-all-off', exchange, 'invalid');
  if (isJudged) trial.expect('order.form-before-ids', hasNoUnknownId(exchange), exchange, 'too many items, and not a word of unknown ids');
  trial.expectProblem('all.too-many', await trial.me.preview({ ...plan, items: [] }), 'invalid', { pointer: '/items' });
};

const requireSeveral = async (trial: Trial): Promise<void> => {
  const { features, limits } = await trial.me.session();
  trial.requireOccasion(features.payAll && limits.maxItems > 1, 'payAll is off');
};

const judgeTwice = async (trial: Trial): Promise<void> => {
  await requireSeveral(trial);
  const plan = await trial.purse.plan();
  const twice = await trial.me.preview({ ...plan, items: [...plan.items, ...plan.items] });
  trial.expectProblem('all.twice', twice, 'invalid');
  const items = plan.items.map((item) => ({ ...item, contractId: unknownId(trial.outside) }));
  const unknown = await trial.me.preview({ ...plan, items: [...items, ...items] });
  if (trial.expectProblem('all.twice', unknown, 'invalid')) {
    trial.expect('order.form-before-ids', hasNoUnknownId(unknown), unknown, 'a contract twice, and not a word of unknown ids');
  }
};

const judgeMixed = async (trial: Trial): Promise<void> => {
  await requireSeveral(trial);
  const plan = await trial.purse.plan(2);
  const currency = plan.items[0]?.amount.currency === 'EUR' ? 'USD' : 'EUR';
  const items = plan.items.map((item, index) => (index === 1 ? { ...item, amount: { ...item.amount, currency } } : item));
  trial.expectProblem('all.mixed', await trial.me.preview({ ...plan, items }), 'invalid');
};

const judgeNotPayable = async (trial: Trial): Promise<void> => {
  const plan = await trial.purse.plan();
  const open = await trial.me.contracts();
  const closed = await trial.me.contracts({ status: 'closed' });
  const contract = [...open.items, ...closed.items].find(({ payable }) => !payable);
  trial.requireOccasion(contract !== undefined, 'every contract can be paid');
  const items = plan.items.map((item) => ({ ...item, contractId: contract?.id ?? '', contractVersion: contract?.version ?? '' }));
  trial.expectProblem('features.not-payable', await trial.me.preview({ ...plan, items }), 'invalid', { code: 'not-payable' });
};

const judgeNotUsable = async (trial: Trial): Promise<void> => {
  const plan = await trial.purse.plan();
  const { items } = await trial.me.bankAccounts();
  const account = items.find(({ status, currency }) => status !== 'usable' && currency === plan.items[0]?.amount.currency);
  trial.requireOccasion(account !== undefined, 'every bank account is usable');
  trial.expectProblem('accounts.not-usable', await trial.me.preview({ ...plan, accountId: account?.id ?? '' }), 'account-not-usable');
};

const judgeOrder = async (trial: Trial): Promise<void> => {
  const plan = stale(trial, await trial.purse.plan(), () => true);
  const ids = await trial.me.preview({ ...plan, accountId: unknownId(trial.outside) });
  trial.expectProblem('order.ids-before-version', ids, 'invalid', { code: 'unknown-id' });
  const items = plan.items.map((item) => ({ ...item, amount: { ...item.amount, value: 0 } }));
  trial.expectProblem('order.version-before-terms', await trial.me.preview({ ...plan, items }), 'contract-changed');
  trial.expectProblem('order.version-before-terms', await trial.me.preview({ ...plan, date: '2001-01-01' }), 'contract-changed');
};

export const itemChecks: readonly Check[] = [
  { title: 'A stale version', rules: ['version.stale', 'version.names-all'], writes: question, run: judgeStale },
  { title: 'Several stale versions', rules: ['version.stale', 'version.names-all'], writes: question, run: judgeSeveralStale },
  {
    title: 'More items than are allowed, and none',
    rules: ['all.too-many', 'features.pay-all-off', 'order.form-before-ids'],
    writes: question,
    run: judgeMany,
  },
  { title: 'A contract twice', rules: ['all.twice', 'order.form-before-ids'], writes: question, run: judgeTwice },
  { title: 'Mixed currencies', rules: ['all.mixed'], writes: question, run: judgeMixed },
  { title: 'A contract that is not payable', rules: ['features.not-payable'], writes: question, run: judgeNotPayable },
  { title: 'A bank account that is not usable', rules: ['accounts.not-usable'], writes: question, run: judgeNotUsable },
  {
    title: 'Ids before versions, versions before money and dates',
    rules: ['order.ids-before-version', 'order.version-before-terms'],
    writes: question,
    run: judgeOrder,
  },
];
