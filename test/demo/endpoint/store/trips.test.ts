/**
 * How often a payment goes to a PostgreSQL server and comes back: each time costs it as much as the work done there. Knows no times.
 */
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createEndpoint } from '../../../../demo/endpoint/app.js';
import { usualRateLimits } from '../../../../demo/endpoint/rate-limits.js';
import type { PaymentRequest } from '../../../../src/api/index.js';
import { startHarness, type Harness } from '../support/harness.js';

describe('the ways to the server and back', () => {
  let harness: Harness;
  let pay: (request: PaymentRequest) => Promise<number>;
  beforeAll(async () => {
    harness = await startHarness('postgres');
    const { app } = createEndpoint({ ...harness.deps, rateLimits: usualRateLimits });
    pay = async (request) => {
      const headers = {
        authorization: 'Bearer demo-acme',
        'content-type': 'application/json',
        'idempotency-key': request.idempotencyKey,
      };
      return (await app.request('/payments', { method: 'POST', headers, body: JSON.stringify(request) })).status;
    };
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  afterAll(() => harness.stop());

  const countTrips = async (request: PaymentRequest): Promise<{ status: number; trips: number }> => {
    const sent = vi.spyOn(pg.Client.prototype, 'query');
    const status = await pay(request);
    const trips = sent.mock.calls.length;
    sent.mockRestore();
    return { status, trips };
  };

  // Who calls, the key with the count of requests, begin, the claim with what its ids lead to, all that is written, commit.
  it('are six for a payment, of however many contracts', async () => {
    expect(await countTrips(await harness.call.prepare(['c11']))).toEqual({ status: 201, trips: 6 });
    expect(await countTrips(await harness.call.prepare(['c12', 'c13', 'c14']))).toEqual({ status: 201, trips: 6 });
  });

  it('are five for the same payment again', async () => {
    const request = await harness.call.prepare(['c15']);
    expect(await pay(request)).toBe(201);
    expect(await countTrips(request)).toEqual({ status: 200, trips: 5 });
  });
});
