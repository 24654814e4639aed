/** Contracts as a list: chosen, sorted, searched, counted and summed. */
import { Contract, ContractPage, type Totals } from '../../api/index.js';
import { readForm, type Listed } from '../payer.js';
import type { Check, Trial } from '../trial.js';

/** Whoever has more is looked at by the first ones. */
const mostContracts = 12;

const isUp = (a: string, b: string): boolean => a <= b || a.localeCompare(b, 'en', { numeric: true }) <= 0 || a.localeCompare(b, 'en') <= 0;

/** True unless the two stand the wrong way round by any reading of the order. */
const orders: Readonly<Record<'dueDate' | 'number' | 'open', (a: Contract, b: Contract) => boolean>> = {
  dueDate: (a, b) => {
    const [first, second] = [a.invoices.items[0]?.dueDate, b.invoices.items[0]?.dueDate];
    return first === undefined || second === undefined || first <= second;
  },
  number: (a, b) => isUp(a.number, b.number),
  open: (a, b) => a.currency !== b.currency || a.totals.open.value >= b.totals.open.value,
};

const addUp = (contracts: readonly Contract[]): Map<string, number[]> => {
  const sums = new Map<string, number[]>();
  for (const { currency, totals } of contracts) {
    const [pastDue = 0, due = 0, open = 0] = sums.get(currency) ?? [];
    sums.set(currency, [pastDue + totals.pastDue.value, due + totals.due.value, open + totals.open.value]);
  }
  return sums;
};

const isSum = ({ items }: Listed<Contract>, totals: readonly Totals[]): boolean => {
  const sums = addUp(items);
  const told = new Map(totals.map(({ pastDue, due, open }) => [open.currency, [pastDue.value, due.value, open.value]]));
  const isNothing = (values: readonly number[] | undefined): boolean => values?.every((value) => value === 0) ?? true;
  return [...new Set([...sums.keys(), ...told.keys()])].every((currency) => {
    const [expected, actual] = [sums.get(currency), told.get(currency)];
    return (isNothing(expected) && isNothing(actual)) || String(expected) === String(actual);
  });
};

const judgeSearch = async (trial: Trial): Promise<void> => {
  const { items } = await trial.me.contracts();
  const contract = items.find(({ invoices }) => invoices.items.length > 0);
  trial.requireOccasion(contract !== undefined, 'the payer has no contract with open invoices');
  if (contract === undefined) return;
  const invoice = contract.invoices.items[0]?.number ?? '';
  const half = contract.number.slice(Math.floor(contract.number.length / 2));
  for (const q of [contract.number, half, half.toLowerCase(), half.toUpperCase(), invoice, invoice.toLowerCase()].filter(
    (text) => text !== '',
  )) {
    const { items: found, exchanges } = await trial.me.contracts({ q });
    trial.expect(
      'contracts.search',
      found.some(({ id }) => id === contract.id) || found.length >= 2_000,
      exchanges,
      `the contract ${contract.id}`,
    );
    const wrong = found.find(
      ({ number, invoices }) =>
        invoices.nextCursor === null &&
        ![number, ...invoices.items.map((one) => one.number)].some((text) => text.toLowerCase().includes(q.toLowerCase())),
    );
    trial.expect('contracts.search', wrong === undefined, exchanges, `nothing that has no “${q}”, such as ${wrong?.id ?? ''}`);
  }
  const nothing = await trial.me.call('listContracts', { query: { q: trial.outside.word() } });
  const { items: none, total } = readForm(nothing, ContractPage);
  trial.expect('contracts.search', none.length === 0 && total === 0, nothing, 'no contract, total 0');
};

const judgeSort = async (trial: Trial): Promise<void> => {
  for (const [sort, isInOrder] of Object.entries(orders)) {
    const exchange = await trial.me.call('listContracts', { query: { sort, limit: 50 } });
    const { items } = readForm(exchange, ContractPage);
    const isSorted = items.every((contract, index) => {
      const before = items[index - 1];
      return before === undefined || isInOrder(before, contract);
    });
    trial.expect('contracts.sort', isSorted, exchange, `the order of sort=${sort}`);
  }
};

/** Statuses in flight may move on between two answers. */
const tell = ({ id, number, description, currency, version, totals, payable }: Contract): string =>
  JSON.stringify([id, number, description, currency, version, totals.pastDue, totals.due, totals.open, payable]);

export const contractChecks: readonly Check[] = [
  {
    title: 'Unless asked otherwise status is open and sort dueDate, and unknown ones are refused',
    rules: ['contracts.choices'],
    run: async (trial) => {
      for (const name of ['status', 'sort']) {
        const exchange = await trial.me.call('listContracts', { query: { [name]: trial.outside.word() } });
        trial.expectProblem('contracts.choices', exchange, 'invalid', { pointer: `?${name}` });
      }
      const usual = await trial.me.call('listContracts', { query: { limit: 50 } });
      const open = await trial.me.call('listContracts', { query: { limit: 50, status: 'open' } });
      const sorted = await trial.me.call('listContracts', { query: { limit: 50, sort: 'dueDate' } });
      const ids = [usual, open, sorted].map((exchange) =>
        readForm(exchange, ContractPage)
          .items.map(({ id }) => id)
          .join(),
      );
      trial.expect('contracts.choices', ids[0] === ids[1], [usual, open], 'the same contracts as with status=open');
      trial.expect('contracts.choices', ids[0] === ids[2], [usual, sorted], 'the same order as with sort=dueDate');
      const closed = await trial.me.contracts({ status: 'closed' });
      const isApart = closed.items.every(({ id }) => !(ids[1] ?? '').split(',').includes(id));
      trial.expect('contracts.choices', isApart, closed.exchanges, 'closed contracts apart from the open ones');
    },
  },
  { title: 'Contracts are sorted as asked', rules: ['contracts.sort'], run: judgeSort },
  { title: 'Contracts are searched by number', rules: ['contracts.search'], run: judgeSearch },
  {
    title: 'total and totals are of the whole result',
    rules: ['contracts.total', 'contracts.list-totals'],
    run: async (trial) => {
      const whole = await trial.me.contracts();
      const exchange = await trial.me.call('listContracts', { query: { limit: 1 } });
      const { total, totals } = readForm(exchange, ContractPage);
      trial.requireOccasion(whole.isWhole, 'the payer has too many contracts to count');
      trial.expect('contracts.total', total === whole.items.length, exchange, `total ${whole.items.length}`);
      const sums = [...addUp(whole.items)].map(([currency, values]) => `${values.join(', ')} ${currency}`);
      trial.expect('contracts.list-totals', isSum(whole, totals), exchange, `past due, due, open: ${sums.join('; ')}`);
    },
  },
  {
    title: 'A contract by its id is the one in the list',
    rules: ['contracts.one'],
    run: async (trial) => {
      const { items } = await trial.me.contracts();
      for (const listed of items.slice(0, mostContracts)) {
        const exchange = await trial.me.call('getContract', { at: { contractId: listed.id } });
        if (!trial.expectStatus('contracts.one', exchange, 200)) continue;
        const isSame = tell(readForm(exchange, Contract)) === tell(listed);
        trial.expect('contracts.one', isSame, exchange, 'what the list said of it');
      }
    },
  },
  {
    title: 'What is not payable says why',
    rules: ['contracts.reason'],
    run: async (trial) => {
      const open = await trial.me.contracts();
      const closed = await trial.me.contracts({ status: 'closed' });
      const silent = [...open.items, ...closed.items].find(
        ({ payable, notPayableReason }) => !payable && (notPayableReason ?? '').trim() === '',
      );
      trial.expect(
        'contracts.reason',
        silent === undefined,
        [...open.exchanges, ...closed.exchanges].slice(0, 1),
        `why ${silent?.id ?? ''} is not`,
      );
    },
  },
  {
    title: 'A version stays when nothing changes',
    rules: ['version.stays'],
    run: async (trial) => {
      const before = await trial.me.contracts();
      const after = await trial.me.contracts();
      const changed = before.items.find(({ id, version }) => after.items.some((one) => one.id === id && one.version !== version));
      trial.expect('version.stays', changed === undefined, after.exchanges, `the version of ${changed?.id ?? ''} as it was a moment ago`);
    },
  },
];
