/** What an endpoint may do in more than one way is no finding. */
import { expect, it } from 'vitest';
import { isPaying, isVoiding, keyIn, keyInPath } from './broken/paying-again.js';
import { answerHeaders, get, refuse } from './broken/variant.js';
import { checkReference, type Fetch } from './support/reference.js';

const patience = 180_000;

const pass = (milliseconds: number): Promise<void> => new Promise((passed) => setTimeout(passed, milliseconds));

/** A payment that meets the void of its key does not wait for it. A database in memory is too fast for the two to meet by themselves. */
const refuseWhileVoiding = (met: { times: number }) => (next: Fetch) => {
  const voiding = new Set<string>();
  const voidSlowly = async (request: Request): Promise<Response> => {
    const key = keyInPath(request);
    voiding.add(key);
    await pass(100);
    const response = await next(request);
    voiding.delete(key);
    return response;
  };
  return async (request: Request): Promise<Response> => {
    if (isVoiding(request)) return voidSlowly(request);
    if (!isPaying(request)) return next(request);
    const key = await keyIn(request);
    await pass(30);
    if (!voiding.has(key)) return next(request);
    met.times += 1;
    return answerHeaders(refuse(await get(next, request, '/session'), 409, 'in-progress'), { 'retry-after': '1' });
  };
};

it(
  'a payment is told that its key is in progress, and its void wins',
  async () => {
    const met = { times: 0 };
    const { findings, checks } = await checkReference({ wrap: refuseWhileVoiding(met) });
    expect(met.times).toBeGreaterThan(0);
    expect(findings).toEqual([]);
    expect(checks.filter(({ verdict }) => verdict === 'unfinished')).toEqual([]);
  },
  patience,
);
