/** A long run outlives the day it began on: what the kit knows of the calendar is read again when it no longer holds. */
import { describe, expect, it } from 'vitest';
import { Payer } from '../../src/conformance/payer.js';
import { outside, type WireAnswer } from '../../src/conformance/outside.js';
import { CannotGoOn } from '../../src/conformance/stop.js';
import { session } from '../support/sample-contracts.js';

const minute = 60_000;

/** An endpoint whose clock is hours from the kit's; both go on together. */
const startAt = (local: string, earliestDate: string, skew = 5 * 60 * minute) => {
  const begin = Date.parse(local);
  let passed = 0;
  let reads = 0;
  let isDown = false;
  const answer = (): WireAnswer => {
    reads += 1;
    if (isDown) return { status: 500, headers: {}, text: '', bytes: 0, milliseconds: 1 };
    const calendar = { ...session.calendar, earliestDate };
    const text = JSON.stringify({ ...session, calendar, asOf: new Date(begin + passed).toISOString() });
    return { status: 200, headers: {}, text, bytes: text.length, milliseconds: 1 };
  };
  const payer = new Payer(
    {
      base: new URL('https://pay.example.com/v1'),
      outside: { ...outside, now: () => new Date(begin + skew + passed), send: () => Promise.resolve(answer()) },
      mayWrite: false,
      record: () => undefined,
    },
    'the payer',
    'a-token',
  );
  return {
    breakDown: (): void => {
      isDown = true;
    },
    recover: (): void => {
      isDown = false;
    },
    /** How often the session has been read once it was asked for that much later. */
    readsAfter: async (minutes: number): Promise<number> => {
      passed = minutes * minute;
      await payer.session();
      return reads;
    },
  };
};

describe('the session of a run', () => {
  it('is read once while its days hold', async () => {
    const run = startAt('2025-11-24T15:50:00-06:00', '2025-11-24');
    expect([await run.readsAfter(0), await run.readsAfter(5), await run.readsAfter(9.9)]).toEqual([1, 1, 1]);
  });

  it('is read again from the cut-off of the earliest date on, by the endpoint’s clock', async () => {
    const run = startAt('2025-11-24T15:50:00-06:00', '2025-11-24');
    expect([await run.readsAfter(0), await run.readsAfter(10)]).toEqual([1, 2]);
  });

  it('is read again once the lender’s day has changed, and not because the cut-off of an earlier day has passed', async () => {
    const run = startAt('2025-11-24T23:50:00-06:00', '2025-11-25');
    expect([await run.readsAfter(0), await run.readsAfter(9), await run.readsAfter(11), await run.readsAfter(12)]).toEqual([1, 1, 2, 2]);
  });

  it('that could not be read again is asked for by the next check', async () => {
    const run = startAt('2025-11-24T15:50:00-06:00', '2025-11-24');
    await run.readsAfter(0);
    run.breakDown();
    await expect(run.readsAfter(10)).rejects.toThrow(CannotGoOn);
    run.recover();
    expect(await run.readsAfter(10)).toBe(3);
  });

  it('is read once for all who ask at the same time', async () => {
    const run = startAt('2025-11-24T15:50:00-06:00', '2025-11-24');
    await Promise.all([run.readsAfter(0), run.readsAfter(0)]);
    expect(await Promise.all([run.readsAfter(11), run.readsAfter(11)])).toEqual([2, 2]);
  });
});
