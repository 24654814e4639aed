/**
 * What the form alone can say, and what is said of ids and versions: each refusal in the words an integrator reads.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../../../demo/endpoint/problems.js';
import type { LenderSettings } from '../../../demo/endpoint/store/lender.js';
import { contractChanged, requireCurrentVersions, requireForm } from '../../../demo/endpoint/submission.js';
import { Problem, type Money, type PreviewRequest } from '../../../src/api/index.js';
import { usd } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';
import { featuring, itemOf, settingsWith, submissionOf } from './support/submissions.js';

const requestOf = (...items: readonly (readonly [contractId: string, amount: Money])[]): PreviewRequest => ({
  items: items.map(([contractId, amount]) => ({ contractId, contractVersion: 'v1', amount })),
  date: '2026-11-23',
  accountId: 'acme-checking',
  locale: 'en-US',
});

const refusalOf = (work: () => void): ProblemError | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof ProblemError) return error;
    throw error;
  }
};

const judge = (request: PreviewRequest, settings: LenderSettings = settingsWith()): string[] =>
  (refusalOf(() => requireForm(request, settings))?.errors ?? []).map(({ pointer, code, detail }) => `${pointer} ${code}: ${detail}`);

describe('the form', () => {
  const cad = (value: number): Money => ({ value, currency: 'CAD' });
  const most = (maxItems: number): LenderSettings => settingsWith({ limits: { maxItems } });
  const [one, two, three] = [
    ['c01', usd(1)],
    ['c02', usd(2)],
    ['c03', usd(3)],
  ] as const;
  const onlyOne = ['/items too-many: Contracts are paid one at a time here.'];

  it('takes as many contracts as the lender does', () => {
    expect(judge(requestOf(one, two), most(2))).toEqual([]);
    expect(judge(requestOf(one, two, three), most(2))).toEqual(['/items too-many: At most 2 contracts can be paid at once.']);
    expect(judge(requestOf(one), most(1))).toEqual([]);
    expect(judge(requestOf(one, two), most(1))).toEqual(onlyOne);
    expect(judge(requestOf(one), featuring({ payAll: false }))).toEqual([]);
    expect(judge(requestOf(one, two), featuring({ payAll: false }))).toEqual(onlyOne);
  });

  it('takes a contract once, and points at each time it comes again', () => {
    const again = 'duplicate: A contract can be paid once in one payment.';
    expect(judge(requestOf(one, two, one, two))).toEqual([`/items/2/contractId ${again}`, `/items/3/contractId ${again}`]);
  });

  it('takes one currency, the first one’s', () => {
    const mixed = 'mixed-currencies: All amounts of one payment are in one currency.';
    expect(judge(requestOf(['c01', cad(1)], ['c02', cad(2)]))).toEqual([]);
    expect(judge(requestOf(one, ['c02', cad(2)], three, ['c04', cad(4)]))).toEqual([
      `/items/1/amount ${mixed}`,
      `/items/3/amount ${mixed}`,
    ]);
  });

  it('takes sums that can be counted exactly, and never lets one make up for another', () => {
    const half = 2 ** 52;
    const tooLarge = ['/items too-large: The amounts together are too large.'];
    expect(judge(requestOf(['c01', usd(half)], ['c02', usd(half - 1)]))).toEqual([]);
    expect(judge(requestOf(['c01', usd(half)], ['c02', usd(half)]))).toEqual(tooLarge);
    expect(judge(requestOf(['c01', usd(half)], ['c02', usd(-half)]))).toEqual(tooLarge);
  });

  it('says all that is wrong with it at once', () => {
    expect(refusalOf(() => requireForm(requestOf(one, one, ['c02', cad(1)]), most(2)))).toMatchObject({
      problem: 'invalid',
      errors: [{ code: 'too-many' }, { code: 'duplicate' }, { code: 'mixed-currencies' }],
    });
  });
});

describe('a version', () => {
  const [same, stale] = [itemOf(), itemOf({ sentVersion: 'v0' })];

  it('that is the contract’s is taken', () => {
    expect(refusalOf(() => requireCurrentVersions(submissionOf({ items: [same, same] })))).toBeUndefined();
  });

  it('that is stale is named, every one, and nothing else', () => {
    const detail = 'This contract has changed since it was shown.';
    expect(refusalOf(() => requireCurrentVersions(submissionOf({ items: [stale, same, stale] })))).toMatchObject({
      problem: 'contract-changed',
      status: 409,
      message: 'The balance of a contract has changed. Look at it again before you pay.',
      errors: [
        { pointer: '/items/0/contractVersion', code: 'stale', detail },
        { pointer: '/items/2/contractVersion', code: 'stale', detail },
      ],
    });
    expect(contractChanged([4]).errors).toEqual([{ pointer: '/items/4/contractVersion', code: 'stale', detail }]);
  });
});

onBothDatabases('ids nobody knows', (dialect) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(dialect);
  });
  afterAll(() => harness.stop());

  it('are named, contracts and account at once, and what is known is left out', async () => {
    const [known] = (await harness.call.plan(['c01'])).items;
    if (known === undefined) throw new Error('a plan has an item');
    const request = requestOf(['missing', usd(1)], ['c02', usd(1)], ['foreign', usd(1)]);
    const errorsOf = async (change: Partial<PreviewRequest>): Promise<unknown> =>
      Problem.parse((await harness.call.preview({ ...request, ...change })).body).errors;
    const unknown = (pointer: string) => ({ pointer, code: 'unknown-id', detail: 'Nothing is known by this id.' });
    const contracts = [unknown('/items/0/contractId'), unknown('/items/2/contractId')];
    expect(await errorsOf({})).toEqual(contracts);
    expect(await errorsOf({ accountId: 'missing' })).toEqual([...contracts, unknown('/accountId')]);
    expect(await errorsOf({ items: [known], accountId: 'missing' })).toEqual([unknown('/accountId')]);
  });
});
