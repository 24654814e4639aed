/** Bank accounts: added once, never told, removed once, kept while in use. */
import { BankAccount, type BankAccount as BankAccountType } from '../../api/index.js';
import type { Exchange } from '../exchange.js';
import { readForm } from '../payer.js';
import { findRuns } from '../secrets.js';
import type { Check, Trial } from '../trial.js';
import { unknownId } from './samples.js';

const numberLength = 13;
const oneAccount = 'one bank account with made-up numbers, which is removed again';

interface Added {
  readonly body: Readonly<Record<string, string>>;
  readonly number: string;
  readonly exchange: Exchange;
  readonly account: BankAccountType;
}

const requireOffered = async (trial: Trial): Promise<'any' | 'existing' | 'none'> => {
  const { features, bankAccounts } = await trial.me.session();
  trial.requireOccasion(features.payments && bankAccounts !== 'none', 'bank accounts are not offered');
  return bankAccounts;
};

const makeBody = (trial: Trial): { body: Readonly<Record<string, string>>; number: string } => {
  const number = trial.outside.digits(numberLength);
  trial.secrets.addAccountNumber(number);
  const body = {
    idempotencyKey: trial.outside.newKey(),
    routingNumber: trial.options.routingNumber,
    accountNumber: number,
    type: 'checking',
    holderType: 'business',
    holderName: 'Conformance Kit',
  };
  return { body, number };
};

const add = (trial: Trial, json: unknown): Promise<Exchange> => trial.me.call('addBankAccount', { json });

const remove = (trial: Trial, accountId: string): Promise<Exchange> => trial.me.call('removeBankAccount', { at: { accountId } });

const addOne = async (trial: Trial): Promise<Added> => {
  await requireOffered(trial);
  const { body, number } = makeBody(trial);
  const exchange = await add(trial, body);
  return { body, number, exchange, account: readForm(exchange, BankAccount) };
};

const isListed = async (trial: Trial, id: string): Promise<boolean> =>
  (await trial.me.bankAccounts()).items.some((account) => account.id === id);

const judgeAdding = async (trial: Trial): Promise<void> => {
  const { body, number, exchange, account } = await addOne(trial);
  trial.expectStatus('accounts.add', exchange, 201);
  const isTold = account.last4 === number.slice(-4) && account.type === 'checking' && account.holderType === 'business';
  trial.expect('accounts.add', isTold, exchange, `last4 ${number.slice(-4)}, checking, business`);
  trial.expect('accounts.add', await isListed(trial, account.id), exchange, 'the account in the list afterwards');
  if ((await trial.me.session()).bankAccounts === 'any') {
    trial.expect('accounts.usable', account.status === 'usable', exchange, 'status usable');
  }
  const isSame = ({ json }: Exchange): boolean => {
    const same = BankAccount.safeParse(json);
    return same.success && same.data.id === account.id;
  };
  const replay = await add(trial, body);
  if (trial.expectStatus('accounts.replay', replay, 200))
    trial.expect('accounts.replay', isSame(replay), replay, `the account ${account.id}`);
  const again = await add(trial, { ...body, idempotencyKey: trial.outside.newKey() });
  if (trial.expectStatus('accounts.same', again, 200)) trial.expect('accounts.same', isSame(again), again, `the account ${account.id}`);
  trial.expectProblem('accounts.key-reused', await add(trial, { ...body, holderName: 'Somebody Else' }), 'key-reused');
  await remove(trial, account.id);
};

const judgeRemoving = async (trial: Trial): Promise<void> => {
  const { account } = await addOne(trial);
  trial.expectStatus('accounts.remove', await remove(trial, account.id), 204);
  const exchange = await remove(trial, account.id);
  trial.expect('accounts.remove', !(await isListed(trial, account.id)), exchange, 'the account in no list after its removal');
  trial.expectProblem('accounts.remove', exchange, 'not-found');
};

const judgeForeign = async (trial: Trial): Promise<void> => {
  const { account } = await addOne(trial);
  const refused = await trial.other.call('removeBankAccount', { at: { accountId: account.id } });
  trial.expectProblem('who.foreign-in-path', refused, 'not-found');
  trial.expect(
    'who.foreign-in-path',
    await isListed(trial, account.id),
    refused,
    'the account, still there: another payer cannot remove it',
  );
  await remove(trial, account.id);
};

const judgeInUse = async (trial: Trial): Promise<void> => {
  trial.requireOccasion((await requireOffered(trial)) === 'any', 'new bank accounts are not usable at once');
  const plan = await trial.purse.plan();
  const { account } = await addOne(trial);
  trial.requireOccasion(account.status === 'usable' && account.currency === plan.items[0]?.amount.currency, 'the new account cannot pay');
  await trial.purse.pay({ ...plan, accountId: account.id });
  const exchange = await remove(trial, account.id);
  trial.expectProblem('accounts.in-use', exchange, 'account-in-use');
  trial.expect('accounts.in-use', await isListed(trial, account.id), exchange, 'the account, still in the list');
};

/** One digit off: a check digit that fails. */
const spoil = (routingNumber: string): string => routingNumber.slice(0, 8) + String((Number(routingNumber[8]) + 1) % 10);

const judgeRefusals = async (trial: Trial): Promise<void> => {
  await requireOffered(trial);
  const changes: readonly (readonly [name: string, value: unknown])[] = [
    ['routingNumber', spoil(trial.options.routingNumber)],
    ['routingNumber', '12345'],
    ['routingNumber', null],
    ['accountNumber', '123'],
    ['accountNumber', '1'.repeat(18)],
    ['accountNumber', '12a45'],
    ['type', 'gold'],
    ['holderType', 'robot'],
    ['holderName', ''],
    ['idempotencyKey', 'no-uuid'],
    ['idempotencyKey', null],
  ];
  for (const [name, value] of changes) {
    const exchange = await add(trial, { ...makeBody(trial).body, [name]: value });
    trial.expectProblem('accounts.refuses', exchange, 'invalid', { pointer: `/${name}`, of: `${name} ${JSON.stringify(value)}` });
  }
};

const judgeTokens = async (trial: Trial): Promise<void> => {
  await requireOffered(trial);
  const { body } = makeBody(trial);
  const { routingNumber: _routing, accountNumber: _number, ...rest } = body;
  trial.expectProblem('accounts.token', await add(trial, { ...rest, token: unknownId(trial.outside) }), 'invalid');
  trial.expectProblem('accounts.token', await add(trial, { ...body, token: unknownId(trial.outside) }), 'invalid');
};

/** Where five digits in a row came back. By chance they do, once; in the same place for two numbers they don't. */
const findEchoes = async (trial: Trial): Promise<ReadonlyMap<string, Exchange>> => {
  const { body, number, exchange, account } = await addOne(trial);
  const refused = [
    await add(trial, { ...body, routingNumber: '12345' }),
    await add(trial, { ...body, idempotencyKey: trial.outside.newKey(), type: number }),
    await add(trial, { ...body, idempotencyKey: trial.outside.newKey(), accountNumber: `${number}${number}` }),
    await trial.me.call('addBankAccount', { raw: `{"accountNumber":"${number}"` }),
  ];
  const { exchanges } = await trial.me.bankAccounts();
  await remove(trial, account.id);
  const places = [exchange, ...refused, ...exchanges].flatMap((one, index): [string, Exchange][] => {
    const said = one.answer.text + Object.values(one.answer.headers).join('\n');
    return findRuns(said, number).length > 0 ? [[`${index} ${one.answer.status}`, one]] : [];
  });
  return new Map(places);
};

const judgeEchoes = async (trial: Trial): Promise<void> => {
  const first = await findEchoes(trial);
  if (first.size === 0) return;
  const second = await findEchoes(trial);
  for (const [place, exchange] of first) {
    trial.expect('answer.digits', !second.has(place), exchange, 'no run of five or more digits of the account number');
  }
};

export const accountChecks: readonly Check[] = [
  {
    title: 'A bank account is added once',
    rules: ['accounts.add', 'accounts.usable', 'accounts.replay', 'accounts.same', 'accounts.key-reused'],
    writes: oneAccount,
    run: judgeAdding,
  },
  { title: 'A bank account is removed once', rules: ['accounts.remove'], writes: oneAccount, run: judgeRemoving },
  { title: 'Another payer cannot remove it', rules: ['who.foreign-in-path'], writes: oneAccount, run: judgeForeign },
  {
    title: 'A bank account with a payment in flight stays',
    rules: ['accounts.in-use'],
    writes: 'one bank account with made-up numbers, and one payment from it',
    run: judgeInUse,
  },
  { title: 'Bank accounts that are refused', rules: ['accounts.refuses'], writes: 'accounts that are refused', run: judgeRefusals },
  { title: 'Tokens in place of numbers', rules: ['accounts.token'], writes: 'accounts that are refused', run: judgeTokens },
  { title: 'No digits come back', rules: ['answer.digits'], writes: oneAccount, run: judgeEchoes },
];
