/** Amounts a preview must refuse: by their form, their sign, their currency, the lender's limits, what is open and what is due. */
import type { Contract, PreviewRequest } from '../../api/index.js';
import type { Exchange } from '../exchange.js';
import { dueOn, leftOn, limitIn, smallestAmount } from '../purse.js';
import type { RuleId } from '../rules.js';
import type { Check, Trial } from '../trial.js';

/** JSON text in the place of a number: what JSON.parse, a cast or a rounding would settle in silence as an amount that can be paid. */
const noNumbers = (amount: number): readonly string[] => [
  `"${amount}"`,
  `${amount}.5`,
  `${amount}.000001`,
  `[${amount}]`,
  `{"value":${amount}}`,
  '""',
  'null',
  'true',
  '1e400',
  '9007199254740993',
  '-9007199254740993',
];
const notPositive = (amount: number): readonly string[] => ['0', '-0', '-1', `-${amount}`];

export const amountPlace = '/items/0/amount';

const question = 'previews, which write nothing';

const mark = 'the-amount-stands-here';

/** The request with this JSON text as its first amount's value. */
export const writeAmount = (request: object & { readonly items: PreviewRequest['items'] }, json: string): string => {
  const items = request.items.map((item, index) => (index === 0 ? { ...item, amount: { ...item.amount, value: mark } } : item));
  return JSON.stringify({ ...request, items }).replace(`"${mark}"`, json);
};

const withAmount = (plan: PreviewRequest, amount: object): object => ({
  ...plan,
  items: plan.items.map((item) => ({ ...item, amount })),
});

const judgeTexts = async (trial: Trial, rule: RuleId, textsFor: (amount: number) => readonly string[]): Promise<void> => {
  const plan = await trial.purse.plan();
  for (const text of textsFor(plan.items[0]?.amount.value ?? 1)) {
    const exchange = await trial.me.call('previewPayment', { raw: writeAmount(plan, text) });
    trial.expectProblem(rule, exchange, 'invalid', { pointer: amountPlace, of: text });
  }
};

const judgeCurrencies = async (trial: Trial): Promise<void> => {
  const plan = await trial.purse.plan();
  const [item] = plan.items;
  const value = item?.amount.value ?? 1;
  const other = item?.amount.currency === 'EUR' ? 'USD' : 'EUR';
  for (const currency of [other, 'ZZZ', 'usd', '', null]) {
    const exchange = await trial.me.preview(withAmount(plan, { value, currency }));
    trial.expectProblem('money.currency', exchange, 'invalid');
  }
  trial.expectProblem('money.currency', await trial.me.preview(withAmount(plan, { value })), 'invalid');
};

const judgeLimits = async (trial: Trial): Promise<void> => {
  const { limits, features } = await trial.me.session();
  const [contract] = await trial.purse.contracts();
  if (contract === undefined) return;
  const { currency } = contract;
  const left = leftOn(contract);
  const ask = async (value: number): Promise<Exchange> =>
    trial.me.preview(withAmount(await trial.purse.plan([contract]), { value, currency }));
  const min = limitIn(limits.min, currency);
  const max = limitIn(limits.max, currency);
  trial.requireOccasion(min !== undefined || max !== undefined, 'the lender sets no limits in this currency');
  if (min !== undefined && min > 1 && min - 1 !== left) {
    trial.expectProblem('money.limits', await ask(min - 1), 'invalid', { pointer: amountPlace });
  }
  if (max !== undefined && (max < left || features.overpay)) {
    trial.expectProblem('money.limits', await ask(max + 1), 'invalid', { pointer: amountPlace });
  }
};

const judgeWholeBelowMin = async (trial: Trial): Promise<void> => {
  const { limits } = await trial.me.session();
  const { currency } = await trial.purse.account();
  const min = limitIn(limits.min, currency) ?? 1;
  const { items } = await trial.me.contracts();
  const contract = items.find(
    (one) =>
      one.payable && one.currency === currency && one.inFlight.length === 0 && one.totals.open.value > 0 && one.totals.open.value < min,
  );
  trial.requireOccasion(contract !== undefined, 'no contract has less open than the lender’s smallest amount');
  if (contract === undefined) return;
  const exchange = await trial.me.preview(withAmount(await trial.purse.plan([contract]), contract.totals.open));
  trial.expectStatus('money.whole-below-min', exchange, 200);
};

const judgeAboveOpen = async (trial: Trial): Promise<void> => {
  const session = await trial.me.session();
  const [contract] = await trial.purse.contracts();
  if (contract === undefined) return;
  const left = leftOn(contract);
  const plan = withAmount(await trial.purse.plan([contract]), { value: left + 1, currency: contract.currency });
  const exchange = await trial.me.preview(plan);
  const max = limitIn(session.limits.max, contract.currency);
  if (!session.features.overpay) trial.expectProblem('money.above-open', exchange, 'invalid', { pointer: amountPlace });
  else if (max === undefined || left < max) trial.expectStatus('money.above-open', exchange, 200);
};

/** What of a contract must be paid at least where `partial` is off. */
const dueLeftOf = (contract: Contract): number => Math.min(dueOn(contract), leftOn(contract));

const judgeBelowDue = async (trial: Trial): Promise<void> => {
  const session = await trial.me.session();
  const { currency } = await trial.purse.account();
  const contracts = await trial.me.contracts();
  const contract = contracts.items.find(
    (one) => one.currency === currency && dueLeftOf(one) > 1 && smallestAmount(one, session) !== undefined,
  );
  trial.requireOccasion(contract !== undefined, 'nothing is due on a contract that can be paid');
  if (contract === undefined) return;
  const dueLeft = dueLeftOf(contract);
  const floor = limitIn(session.limits.min, contract.currency) ?? 1;
  const value = Math.max(floor, dueLeft - 1);
  trial.requireOccasion(value < dueLeft, 'what is due is not above the lender’s smallest amount');
  const max = limitIn(session.limits.max, contract.currency);
  trial.requireOccasion(max === undefined || value <= max, 'what is due is above the lender’s largest amount');
  const exchange = await trial.me.preview(withAmount(await trial.purse.plan([contract]), { value, currency: contract.currency }));
  if (session.features.partial) trial.expectStatus('money.below-due', exchange, 200);
  else trial.expectProblem('money.below-due', exchange, 'invalid', { pointer: amountPlace });
};

/** In flight on this contract by now is at least what was paid here: all that is open can't be paid again. */
const judgeInFlight = async (trial: Trial): Promise<void> => {
  const { features, limits } = await trial.me.session();
  trial.requireOccasion(!features.overpay, 'overpay is on');
  const { payments } = await trial.purse.pay();
  const contract = await trial.me.contract(payments[0]?.contractId ?? '');
  const { open } = contract.totals;
  const max = limitIn(limits.max, contract.currency);
  trial.requireOccasion(max === undefined || open.value <= max, 'what is open is above the lender’s largest amount');
  const exchange = await trial.me.preview(withAmount(await trial.purse.plan([contract]), open));
  trial.expectProblem('money.above-open', exchange, 'invalid');
};

export const moneyChecks: readonly Check[] = [
  {
    title: 'Amounts that are no integers',
    rules: ['money.form'],
    writes: question,
    run: (trial) => judgeTexts(trial, 'money.form', noNumbers),
  },
  {
    title: 'Amounts of zero and less',
    rules: ['money.positive'],
    writes: question,
    run: (trial) => judgeTexts(trial, 'money.positive', notPositive),
  },
  { title: 'Amounts in another currency', rules: ['money.currency'], writes: question, run: judgeCurrencies },
  { title: 'Amounts outside the lender’s limits', rules: ['money.limits'], writes: question, run: judgeLimits },
  {
    title: 'All that is open, below the lender’s smallest amount',
    rules: ['money.whole-below-min'],
    writes: question,
    run: judgeWholeBelowMin,
  },
  { title: 'More than is open', rules: ['money.above-open'], writes: question, run: judgeAboveOpen },
  { title: 'Less than is due', rules: ['money.below-due'], writes: question, run: judgeBelowDue },
  { title: 'All that is open, with a payment in flight', rules: ['money.above-open'], writes: 'one payment', run: judgeInFlight },
];
