/** Another payer’s ids: answered exactly as ids that do not exist, in a path, in a body and as a key. */
import type { Contract } from '../../api/index.js';
import { errorsOf, readProblem, type Exchange } from '../exchange.js';
import type { Payer } from '../payer.js';
import type { Check, Trial } from '../trial.js';
import type { OperationId } from '../operations.js';
import { unknownId } from './samples.js';

const parameters = { getContract: 'contractId', listInvoices: 'contractId', getPayment: 'paymentId' } as const;
const changing = { cancelPayment: 'paymentId', removeBankAccount: 'accountId' } as const;

type PathOperation = keyof typeof parameters | keyof typeof changing;

const parameterOf = (operation: PathOperation): string => ({ ...parameters, ...changing })[operation];

/** All that may not tell the two apart. */
const tell = (exchange: Exchange): string => {
  const problem = readProblem(exchange);
  const errors = errorsOf(exchange).map(({ pointer, code, detail }) => [pointer, code, detail]);
  return JSON.stringify([exchange.answer.status, problem?.type, problem?.title, problem?.detail, errors]);
};

const judgePath = async (trial: Trial, operation: PathOperation, foreign: string | undefined): Promise<void> => {
  const ask = (id: string): Promise<Exchange> => trial.me.call(operation, { at: { [parameterOf(operation)]: id } });
  const unknown = await ask(unknownId(trial.outside));
  const isOff = operation === 'cancelPayment' && !(await trial.me.session()).features.cancel;
  if (isOff) return;
  trial.expectProblem('who.unknown-in-path', unknown, 'not-found');
  if (foreign === undefined) return;
  const exchange = await ask(foreign);
  trial.expect('who.foreign-in-path', tell(exchange) === tell(unknown), [exchange, unknown], 'the second answer for both ids');
};

/** One of theirs that isn't mine. */
const foreignContract = async ({ me, other }: Trial): Promise<Contract | undefined> => {
  const [mine, theirs] = [await me.contracts(), await other.contracts()];
  const ids = new Set(mine.items.map(({ id }) => id));
  return theirs.items.find(({ id }) => !ids.has(id));
};

const anyPayment = async (payer: Payer): Promise<string | undefined> =>
  (await payer.session()).features.history ? (await payer.payments()).items[0]?.id : undefined;

const hasAccounts = async (payer: Payer): Promise<boolean> => {
  const { features, bankAccounts } = await payer.session();
  return features.payments && bankAccounts !== 'none';
};

const anyAccount = async (payer: Payer): Promise<string | undefined> =>
  (await hasAccounts(payer)) ? (await payer.bankAccounts()).items[0]?.id : undefined;

const malformed = ['..', 'a b', 'é', "'--", 'x'.repeat(200)];

const judgeBody = async (trial: Trial, find: 'contract' | 'account'): Promise<void> => {
  const plan = await trial.purse.plan();
  const foreign = find === 'contract' ? (await foreignContract(trial))?.id : await anyAccount(trial.other);
  trial.requireOccasion(foreign !== undefined, `the other payer has no ${find} of their own`);
  const pointer = find === 'contract' ? '/items/0/contractId' : '/accountId';
  const ask = (id: string): Promise<Exchange> =>
    trial.me.preview(
      find === 'contract' ? { ...plan, items: plan.items.map((item) => ({ ...item, contractId: id })) } : { ...plan, accountId: id },
    );
  const unknown = await ask(unknownId(trial.outside));
  trial.expectProblem('who.unknown-in-body', unknown, 'invalid', { pointer, code: 'unknown-id' });
  const exchange = await ask(foreign ?? '');
  trial.expect('who.foreign-in-body', tell(exchange) === tell(unknown), [exchange, unknown], 'the second answer for both ids');
};

const question = 'previews, which write nothing';

export const foreignChecks: readonly Check[] = [
  ...(['getContract', 'listInvoices', 'getPayment'] as const).map((operation): Check => ({
    title: `Another payer’s id, and one nobody knows: ${operation}`,
    rules: ['who.unknown-in-path', 'who.foreign-in-path'],
    run: async (trial) => {
      const find = operation === 'getPayment' ? anyPayment(trial.other) : foreignContract(trial).then((contract) => contract?.id);
      await judgePath(trial, operation, await find);
    },
  })),
  {
    title: 'Ids that no id looks like',
    rules: ['who.unknown-in-path'],
    run: async (trial) => {
      for (const id of malformed.filter((text) => text !== '..')) {
        const operations: readonly OperationId[] = ['getContract', 'getPayment'];
        for (const operation of operations) {
          const exchange = await trial.me.call(operation, { at: { contractId: id, paymentId: id } });
          trial.expectProblem('who.unknown-in-path', exchange, 'not-found');
        }
      }
    },
  },
  {
    title: 'Canceling and removing what is another payer’s',
    rules: ['who.unknown-in-path', 'who.foreign-in-path'],
    writes: 'a cancel and a removal that are refused',
    run: async (trial) => {
      // Only what this run has made may be lost to an endpoint that doesn't look at the payer.
      const { payments } = await trial.otherPurse.pay();
      await judgePath(trial, 'getPayment', payments[0]?.id);
      await judgePath(trial, 'cancelPayment', payments[0]?.id);
      if (await hasAccounts(trial.me)) await judgePath(trial, 'removeBankAccount', undefined);
    },
  },
  {
    title: 'Another payer’s contract in a body',
    rules: ['who.unknown-in-body', 'who.foreign-in-body'],
    writes: question,
    run: (trial) => judgeBody(trial, 'contract'),
  },
  {
    title: 'Another payer’s bank account in a body',
    rules: ['who.unknown-in-body', 'who.foreign-in-body'],
    writes: question,
    run: (trial) => judgeBody(trial, 'account'),
  },
  {
    title: 'Another payer’s key is another key',
    rules: ['who.foreign-key', 'who.lists'],
    writes: 'one payment; a copy of it by the other payer, which is refused',
    run: async (trial) => {
      const { request, payments } = await trial.purse.pay();
      const key = request.idempotencyKey;
      const seen = await trial.other.byKey(key);
      trial.expect('who.foreign-key', seen.answer.status === 404, seen, '404: this payer’s key has not been seen');
      const copy = await trial.other.pay(request);
      trial.expectProblem('who.foreign-key', copy, ['invalid', 'contract-changed', 'preview-changed']);
      const voided = await trial.other.voidKey(key);
      trial.expectStatus('who.foreign-key', voided, 204);
      const still = await trial.me.byKey(key);
      trial.expect('who.foreign-key', still.answer.status === 200, [voided, still], '200 with my payment: the void was another payer’s');
      if (!(await trial.other.session()).features.history) return;
      const { items, exchanges } = await trial.other.payments();
      const isApart = !items.some(({ id }) => payments.some((payment) => payment.id === id));
      trial.expect('who.lists', isApart, exchanges.slice(0, 1), 'no payment of the first payer');
    },
  },
  {
    title: 'A void by another payer leaves my key free',
    rules: ['who.foreign-key'],
    writes: 'one payment, and one voided key',
    run: async (trial) => {
      const { request } = await trial.purse.prepare();
      const voided = await trial.other.voidKey(request.idempotencyKey);
      const paid = await trial.me.pay(request);
      trial.expect('who.foreign-key', paid.answer.status === 201, [voided, paid], '201: the void was another payer’s');
    },
  },
  {
    title: 'Bank accounts in a list are the payer’s own',
    rules: ['who.lists'],
    run: async (trial) => {
      trial.requireOccasion((await hasAccounts(trial.me)) && (await hasAccounts(trial.other)), 'bank accounts are not offered');
      const [mine, theirs] = [await trial.me.bankAccounts(), await trial.other.bankAccounts()];
      const ids = new Set(mine.items.map(({ id }) => id));
      trial.expect('who.lists', !theirs.items.some(({ id }) => ids.has(id)), theirs.exchanges, 'no bank account of the first payer');
    },
  },
];
