/**
 * An account number sent to every wrong place: no answer, no log line and no row of the database repeats five of its digits.
 */
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createEndpoint } from '../../../demo/endpoint/app.js';
import { searchFor } from '../../support/digit-search.js';
import { errorsOf, type Answer, type CallOptions } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { shopOrigin, startHarness, type Harness } from './support/harness.js';
import { acmeRouting, testPortfolio } from './support/portfolio.js';

/** Has no five digits in common with anything else that is sent. */
const canary = '9172640385517';
const spaced = '9172 6403 85517';
const findDigits = searchFor(canary);

const account = () => ({
  idempotencyKey: randomUUID(),
  routingNumber: acmeRouting,
  accountNumber: '5550001',
  type: 'checking',
  holderType: 'business',
  holderName: 'Acme Digging LLC',
});

type Misplaced = readonly [where: string, path: string, options: CallOptions];

const json = { 'content-type': 'application/json' };

const inPlaces = (): Misplaced[] => [
  ['a path', `/contracts/${canary}`, {}],
  ['a longer path', `/contracts/c01/invoices/${canary}`, {}],
  ['a key’s place', `/payments/by-key/${canary}`, {}],
  ['a void’s place', `/payments/by-key/${canary}/void`, { method: 'PUT' }],
  ['an account’s id to be removed', `/bank-accounts/${canary}`, { method: 'DELETE' }],
  ['a payment’s id', `/payments/${canary}`, {}],
  ['the id of a code that was asked for', `/enrollments/${canary}/resend`, { method: 'POST' }],
  ['the id of a sign-in', `/sign-ins/${canary}/verify`, { json: { code: canary.slice(0, 6) } }],
  ['a path nobody knows', `/${canary}`, {}],
  ['a search', `/contracts?q=${canary}`, {}],
  ['a cursor', `/contracts?cursor=${canary}`, {}],
  ['a limit', `/contracts?limit=${canary}`, {}],
  ['a sort', `/contracts?sort=${canary}`, {}],
  ['a parameter nobody knows', `/session?account=${canary}&${canary}=1`, {}],
  ['a method', '/session', { method: `X${canary}` }],
  ['the token', '/session', { as: null, headers: { authorization: `Bearer ${canary}` } }],
  ['the cookie', '/session', { as: null, headers: { cookie: `site-session=${canary}; ${canary}=1` } }],
  ['the payer header', '/session', { headers: { 'aspire-pay-payer': canary } }],
  ['the key header', '/payments', { json: account(), headers: { 'idempotency-key': canary } }],
  ['an origin', '/session', { headers: { origin: `https://${canary}.example` } }],
  ['a forwarded address', '/payments/preview', { json: {}, headers: { 'x-forwarded-for': canary } }],
  ['the content type', '/payments/preview', { raw: '{}', headers: { 'content-type': `application/json-${canary}` } }],
  ['broken JSON', '/bank-accounts', { raw: `{"accountNumber":"${canary}"`, headers: json }],
  ['broken JSON of a payment', '/payments', { raw: `{"accountNumber":${canary}x}`, headers: json }],
  ['a name that stands twice', '/bank-accounts', { raw: `{"${canary}":1,"${canary}":2}`, headers: json }],
  ['a body that is too long', '/bank-accounts', { raw: `{"x":"${canary.repeat(6_000)}"}`, headers: json }],
  ['a form', '/bank-accounts', { raw: `accountNumber=${canary}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['a whole body', '/bank-accounts', { raw: canary, headers: json }],
];

/** Every text field of a request, with the number in it. */
const inFields = async ({ call }: Harness): Promise<Misplaced[]> => {
  const added = Object.keys(account()).flatMap((name): Misplaced[] =>
    [canary, spaced, Number(canary), [canary], { [canary]: canary }]
      // Its own place is the right one; the name is compared with the number beside it, below.
      .filter((value) => !(name === 'accountNumber' && value === canary) && !(name === 'holderName' && typeof value === 'string'))
      .map((value): Misplaced => [`${name} of an account`, '/bank-accounts', { json: { ...account(), [name]: value } }]),
  );
  const plan = await call.plan(['c01']);
  const [item] = plan.items;
  const previews = ['date', 'accountId', 'locale', 'items', canary].flatMap((name): Misplaced[] =>
    [canary, `en-${canary.slice(0, 8)}`, [canary], [{ ...item, contractId: canary }], [{ ...item, contractVersion: canary }]].map(
      (value): Misplaced => [`${name} of a preview`, '/payments/preview', { json: { ...plan, [name]: value } }],
    ),
  );
  const enrollment = { firstName: 'Ada', lastName: 'Price', email: 'ada@acme.example', postalCode: '55369', contractNumber: '100-c01' };
  const enrollments = Object.keys(enrollment).flatMap((name): Misplaced[] =>
    [canary, `${canary}@acme.example`, [canary]].map((value): Misplaced => [
      `${name} of an enrollment`,
      '/enrollments',
      { json: { ...enrollment, [name]: value } },
    ]),
  );
  const request = await call.prepare(['c02']);
  const payments = ['date', 'accountId', 'locale', 'authorization', 'idempotencyKey'].flatMap((name): Misplaced[] =>
    [canary, `en-${canary.slice(0, 8)}`, { id: canary, sha256: canary, acceptedAt: canary }, { ...request.authorization, id: canary }].map(
      (value): Misplaced => [
        `${name} of a payment`,
        '/payments',
        { json: { ...request, [name]: value }, headers: { 'idempotency-key': request.idempotencyKey } },
      ],
    ),
  );
  // The form lets a fraction of a second be as long as it likes.
  const inTime: Misplaced = [
    'a fraction of a second',
    '/payments',
    {
      json: { ...request, authorization: { ...request.authorization, acceptedAt: `2026-11-23T15:00:00.${canary}Z` } },
      headers: { 'idempotency-key': request.idempotencyKey },
    },
  ];
  const names = [canary, spaced, `Acme ${canary.slice(2, 7)} LLC`].map((holderName): Misplaced => [
    'the name beside the number',
    '/bank-accounts',
    { json: { ...account(), accountNumber: canary, holderName } },
  ]);
  return [...added, ...previews, ...payments, inTime, ...names, ...enrollments];
};

const textOf = (answer: Answer): string => `${answer.text}\n${[...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')}`;

const tables = [
  'payers',
  'contracts',
  'bank_accounts',
  'account_keys',
  'payment_keys',
  'payments',
  'alternate_efts',
  'rate_windows',
  'people',
  'code_requests',
  'sessions',
] as const;

/** What the rows hold, and on SQLite the bytes of its files too: what was overwritten may still stand there. */
const stored = async ({ store, database, dialect }: Harness): Promise<string> => {
  const rows = await Promise.all(tables.map((table) => store.db.selectFrom(table).selectAll().execute()));
  const files = readdirSync(database.dataFolder).filter((name) => dialect === 'sqlite' && name.startsWith('endpoint.db'));
  return JSON.stringify(rows) + files.map((name) => readFileSync(join(database.dataFolder, name), 'latin1')).join('');
};

onBothDatabases('an account number', (dialect) => {
  let harness: Harness;
  afterEach(() => harness.stop());

  it('in any wrong place comes back in no answer, no log line and no row', async () => {
    harness = await startHarness(dialect, testPortfolio(), { cookieName: 'site-session', trustedProxies: 1 });
    const misplaced = [...inPlaces(), ...(await inFields(harness))];
    const locale = `en-${canary.slice(0, 8)}`;
    expect(errorsOf(await harness.call.preview({ ...(await harness.call.plan(['c01'])), locale }))).toEqual(['/locale invalid']);
    expect(misplaced.length).toBeGreaterThan(90);
    for (const [where, path, options] of misplaced) {
      const answer = await harness.call(path, options).catch(() => undefined);
      expect(answer && findDigits(textOf(answer)), `${where}: ${answer?.text ?? ''}`).toBeUndefined();
      expect(answer === undefined || answer.status < 500, `${where}: ${answer?.status ?? ''}`).toBe(true);
    }
    const lines = harness.log.map((entry) => JSON.stringify(entry));
    expect(lines.length).toBeGreaterThan(90);
    expect(findDigits(lines.join('\n'))).toBeUndefined();
    expect(findDigits(await stored(harness))).toBeUndefined();
  });

  it('in its right place is stored sealed, and its answer holds the last four', async () => {
    harness = await startHarness(dialect);
    const answer = await harness.call('/bank-accounts', { json: { ...account(), accountNumber: canary } });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ last4: canary.slice(-4) });
    const all = [textOf(answer), harness.log.map((entry) => JSON.stringify(entry)).join('\n'), await stored(harness)].join('\n');
    expect(findDigits(all)).toBeUndefined();
    expect(all).toContain(canary.slice(-4));
  });

  it('that a failing database repeats in its message is not logged', async () => {
    harness = await startHarness(dialect);
    const { app } = createEndpoint({
      ...harness.deps,
      now: () => {
        throw new Error(`no such row ${canary}, nor ${spaced}`);
      },
      log: harness.deps.log,
    });
    const answer = await app.request('/session', { headers: { authorization: 'Bearer demo-acme', origin: shopOrigin } });
    expect(answer.status).toBe(500);
    expect(findDigits(await answer.text())).toBeUndefined();
    const lines = harness.log.map((entry) => JSON.stringify(entry)).join('\n');
    expect(lines).toContain('defect');
    expect(findDigits(lines.replaceAll(' ', ''))).toBeUndefined();
  });
});
