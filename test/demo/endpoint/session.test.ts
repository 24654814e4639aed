/**
 * Signing in, and what anybody may know without it.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PublicLender, Session } from '../../../src/api/index.js';
import { refusalOf } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';
import { morning, testPortfolio } from './support/portfolio.js';

onBothDatabases('the session', (dialect) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(dialect);
  });
  afterAll(() => harness.stop());

  it('names payer and lender, features, limits, calendar and theme', async () => {
    const answer = await harness.call('/session');
    expect(answer.status).toBe(200);
    expect(Session.parse(answer.body)).toMatchObject({
      payer: { id: 'acme', name: 'Acme Digging LLC' },
      lender: { id: 'northern', name: 'Northern Test Finance', supportPhone: '1-800-555-0100' },
      features: { payments: true, payAll: true, partial: true, overpay: false, schedule: true, estimate: true, history: true },
      bankAccounts: 'any',
      limits: { min: { value: 1_000, currency: 'USD' }, max: { value: 250_000, currency: 'USD' }, maxItems: 5 },
      theme: { accent: '#0b4f8a' },
      asOf: morning.toISOString(),
    });
  });

  it('says today in the time zone of the lender, and lists closed days with weekends', async () => {
    const { calendar } = Session.parse((await harness.call('/session')).body);
    expect(calendar).toMatchObject({ timeZone: 'America/Chicago', cutOff: '16:00', today: '2026-11-23', earliestDate: '2026-11-23' });
    expect(calendar.latestDate).toBe('2027-01-22');
    expect(calendar.closedDates.slice(0, 3)).toEqual(['2026-11-26', '2026-11-28', '2026-11-29']);
    expect(calendar.closedDates).toContain('2026-12-24');
  });

  it('offers only the earliest date where scheduling is off', async () => {
    await harness.withLender({ features: { schedule: false } }, { features: { schedule: true } }, async () => {
      const { calendar } = Session.parse((await harness.call('/session')).body);
      expect(calendar.latestDate).toBe(calendar.earliestDate);
    });
  });

  it('promises no mailed codes where no mail can be sent, whatever the portfolio says', async () => {
    await harness.withLender({ features: { enrollment: true } }, { features: { enrollment: false } }, async () => {
      const { features } = Session.parse((await harness.call('/session')).body);
      expect(features).toMatchObject({ cancel: true, enrollment: false });
      expect(PublicLender.parse((await harness.call('/lender', { as: null })).body).enrollment).toBe(false);
    });
  });

  it("takes a payer's own token where the portfolio gives one", async () => {
    const own = await harness.call('/session', { as: null, headers: { authorization: 'bearer a-token-of-their-own' } });
    expect(Session.parse(own.body).payer.id).toBe('newcomer');
    expect(refusalOf(await harness.call('/session', { as: 'newcomer' }))).toBe('401 unauthenticated');
  });

  it.each([
    ['no token', {}],
    ['an unknown token', { authorization: 'Bearer demo-nobody' }],
    ['another scheme', { authorization: 'Basic ZGVtby1hY21l' }],
    ['an empty token', { authorization: 'Bearer ' }],
  ])('answers 401 to %s, on every resource, and names no payer', async (_case, headers: Record<string, string>) => {
    for (const path of ['/session', '/contracts', '/contracts/c01', '/payments', '/payments/by-key/x', '/bank-accounts']) {
      const answer = await harness.call(path, { as: null, headers });
      expect(refusalOf(answer), path).toBe('401 unauthenticated');
      expect(answer.headers.get('aspire-pay-payer'), path).toBeNull();
      expect(answer.headers.get('www-authenticate'), path).toBe('Bearer');
    }
  });

  it('tells anybody the name and look of the lender', async () => {
    const answer = await harness.call('/lender', { as: null });
    expect(PublicLender.parse(answer.body)).toEqual({
      id: 'northern',
      name: 'Northern Test Finance',
      theme: { accent: '#0b4f8a' },
      enrollment: false,
    });
  });

  it('gives anybody the OpenAPI document and a sign of life', async () => {
    const document = await harness.call('/openapi.json', { as: null });
    expect(document.body).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) as string });
    expect((await harness.call('/healthz', { as: null })).status).toBe(200);
  });

  it.each(['/nothing', '/enrollments/x/y', '/sign-ins/x', '/contracts/c01/nothing', '/payments/x/y'])(
    'answers %s as a plain 404, which no page can take for an answer about a payment',
    async (path) => {
      for (const method of ['GET', 'POST']) {
        const answer = await harness.call(path, { method });
        expect(refusalOf(answer)).toBe('404 about:blank');
        expect(answer.headers.get('content-type')).toBe('application/problem+json');
      }
    },
  );

  it('forbids storing any answer, refusals included', async () => {
    for (const path of ['/session', '/lender', '/healthz', '/openapi.json', '/nothing', '/contracts/unknown']) {
      expect((await harness.call(path)).headers.get('cache-control'), path).toBe('no-store');
    }
    expect((await harness.call('/session', { as: null })).headers.get('cache-control')).toBe('no-store');
  });
});

onBothDatabases('an endpoint without a portfolio', (dialect) => {
  it('is not available yet', async () => {
    const harness = await startHarness(dialect, testPortfolio());
    try {
      const { db } = harness.store;
      for (const table of [
        'charges',
        'invoices',
        'elsewhere_in_flight',
        'contract_payers',
        'payer_sums',
        'payer_dues',
        'contracts',
        'bank_accounts',
        'emails_on_file',
        'payers',
        'lenders',
      ] as const) {
        await db.deleteFrom(table).execute();
      }
      const answer = await harness.call('/lender', { as: null });
      expect(refusalOf(answer)).toBe('503 unavailable');
      expect(answer.headers.get('retry-after')).toBe('5');
    } finally {
      await harness.stop();
    }
  });
});
