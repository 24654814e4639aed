/**
 * The payment's transaction seen from inside: what it records, and what becomes of a key that somebody else took meanwhile.
 */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson, sha256Hex } from '../../../demo/endpoint/json.js';
import { awaitAccepted, findAccepted, findByKey, makePayment, voidKey } from '../../../demo/endpoint/ledger.js';
import type { KeyScope } from '../../../demo/endpoint/store/payments.js';
import { Problem, type PaymentRequest } from '../../../src/api/index.js';
import { errorsOf, refusalOf, usd, type Answer } from './support/caller.js';
import { onBothDatabases } from './support/databases.js';
import { startHarness, type Harness } from './support/harness.js';
import { startRival, untilWaitedFor } from './support/rival.js';

const who = {
  payerId: 'acme',
  payerName: 'Acme Digging LLC',
  lenderId: 'northern',
  personName: 'Ada Price',
  personEmail: 'ada@acme.example',
};
const scopeOf = (key: string): KeyScope => ({ lenderId: 'northern', payerId: 'acme', key });
const hashOf = (request: PaymentRequest): string => sha256Hex(canonicalJson(request));
const detailOf = (answer: Answer): string | undefined => Problem.parse(answer.body).detail;

const calledOff = 'This payment was called off before it was made. Nothing was paid.';
const reused = 'This key was used for another payment.';

onBothDatabases('a payment', (dialect) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness(dialect);
  });
  afterAll(() => harness.stop());

  it.each([
    ['acme-checking', 'CCD', '5566'],
    ['acme-personal', 'WEB', '1239'],
  ])('is one Alternate EFT record, on the contract, from %s as %s', async (accountId, secCode, last4) => {
    const id = harness.nextContract();
    await harness.call.pay(await harness.call.prepare([id], { accountId, amount: usd(5_000) }));
    const [payment] = await harness.store.db.selectFrom('payments').selectAll().where('contract_id', '=', id).execute();
    const records = await harness.store.db.selectFrom('alternate_efts').selectAll().where('contract_id', '=', id).execute();
    expect(payment).toMatchObject({ status: 'pending', position: 0, person_name: 'Ada Price', person_email: 'ada@acme.example' });
    expect(payment?.id).toMatch(/^pay_[\w-]{20}$/);
    expect(records).toMatchObject([
      {
        payment_id: payment?.id,
        payment_reference: payment?.reference,
        contract_number: `100-${id}`,
        amount_value: 5_000,
        currency: 'USD',
        due_date: '2026-11-23',
        sec_code: secCode,
        account_reference: accountId,
        account_last4: last4,
        payments: 1,
        payments_processed: 0,
        status: 'pending',
        batch_id: null,
      },
    ]);
    expect(records[0]?.id).toMatch(/^eft_[\w-]{20}$/);
  });

  it('is refused under its key when payments were switched off while its body was on the way, and the key stays free', async () => {
    const request = await harness.call.prepare([harness.nextContract()]);
    const scope = scopeOf(request.idempotencyKey);
    const make = () => makePayment(harness.deps, who, { scope, bodyHash: hashOf(request), request });
    await harness.withLender({ features: { payments: false } }, { features: { payments: true } }, async () => {
      await expect(make()).rejects.toMatchObject({ problem: 'payments-off', message: 'Payments are not offered at the moment.' });
    });
    expect(await findByKey(harness.deps, scope)).toBeUndefined();
    expect(await make()).toMatchObject({ isReplay: false });
  });

  it('says in a sentence that it was called off, or that its key is another’s', async () => {
    const off = await harness.call.prepare([harness.nextContract()]);
    await harness.call(`/payments/by-key/${off.idempotencyKey}/void`, { method: 'PUT' });
    expect(detailOf(await harness.call.pay(off))).toBe(calledOff);
    expect(detailOf(await harness.call(`/payments/by-key/${off.idempotencyKey}`))).toBe(calledOff);
    const made = await harness.call.prepare([harness.nextContract()]);
    await harness.call.pay(made);
    expect(detailOf(await harness.call.pay({ ...made, locale: 'en-CA' }))).toBe(reused);
  });

  /** The look-up saw nothing yet; by the time the payment is made, or waited for, another copy of the request is through. */
  describe('whose key was taken after the look-up', () => {
    const make = (request: PaymentRequest, bodyHash = hashOf(request)) =>
      makePayment(harness.deps, who, { scope: scopeOf(request.idempotencyKey), bodyHash, request });
    const wait = (request: PaymentRequest, bodyHash = hashOf(request)) =>
      awaitAccepted(harness.deps, scopeOf(request.idempotencyKey), bodyHash);

    it('by a copy of itself, is a replay', async () => {
      const request = await harness.call.prepare([harness.nextContract()]);
      const { result } = await make(request);
      expect(result.payments).toHaveLength(1);
      for (const answer of [await make(request), await wait(request)]) expect(answer).toEqual({ result, isReplay: true });
    });

    it('by another body, is refused', async () => {
      const request = await harness.call.prepare([harness.nextContract()]);
      await make(request);
      const refusal = { problem: 'key-reused', status: 422, message: reused };
      await expect(make(request, 'another')).rejects.toMatchObject(refusal);
      await expect(wait(request, 'another')).rejects.toMatchObject(refusal);
    });

    it('by a void, is called off', async () => {
      const request = await harness.call.prepare([harness.nextContract()]);
      await voidKey(harness.deps, scopeOf(request.idempotencyKey));
      const refusal = { problem: 'voided', status: 410, message: calledOff };
      await expect(make(request)).rejects.toMatchObject(refusal);
      await expect(wait(request)).rejects.toMatchObject(refusal);
    });
  });

  it('nobody made is not seen, by any way of asking, and asking leaves its key free', async () => {
    const request = await harness.call.prepare([harness.nextContract()]);
    const scope = scopeOf(request.idempotencyKey);
    expect(await awaitAccepted(harness.deps, scope, hashOf(request))).toBeUndefined();
    expect(await findAccepted(harness.deps, scope, hashOf(request))).toBeUndefined();
    expect(await findByKey(harness.deps, scope)).toBeUndefined();
    expect((await harness.call.pay(request)).status).toBe(201);
  });
});

describe('in the database, a payment', () => {
  let harness: Harness;
  beforeEach(async () => {
    harness = await startHarness('sqlite');
  });
  afterEach(() => harness.stop());

  const run = (statement: string) => sql.raw(statement).execute(harness.store.db);

  it.each([[['c11', 'c12', 'c13']], [['c13', 'c12', 'c11']], [['c12', 'c13', 'c11']]])(
    'of %j replaces the versions in the order of the ids',
    async (ids) => {
      await run('create table replaced (contract_id text)');
      await run('create trigger note_replaced after update of version on contracts begin insert into replaced values (new.id); end');
      expect((await harness.call.pay(await harness.call.prepare(ids))).status).toBe(201);
      const { rows } = await sql<{ contract_id: string }>`select contract_id from replaced order by rowid`.execute(harness.store.db);
      expect(rows.map(({ contract_id: id }) => id)).toEqual(['c11', 'c12', 'c13']);
    },
  );

  it('whose contract gets another version under its hands is refused at that contract, and nothing of it is stored', async () => {
    const request = await harness.call.prepare(['c13', 'c11', 'c12']);
    await run(
      "create trigger meddle after update of version on contracts when new.id = 'c12' begin update contracts set version = 'meddled' where id = 'c13'; end",
    );
    const answer = await harness.call.pay(request);
    expect(refusalOf(answer)).toBe('409 contract-changed');
    expect(errorsOf(answer)).toEqual(['/items/0/contractVersion stale']);
    expect(refusalOf(await harness.call(`/payments/by-key/${request.idempotencyKey}`))).toBe('404 not-found');
    await run('drop trigger meddle');
    expect((await harness.call.pay(request)).status).toBe(201);
  });

  it('whose key cannot be waited for is not said to be not seen: it may be on its way', async () => {
    await run("create trigger no_keys before insert on payment_keys begin select raise(abort, 'no room for keys'); end");
    const scope = scopeOf(randomUUID());
    await expect(findByKey(harness.deps, scope)).rejects.toThrow('no room for keys');
    await expect(awaitAccepted(harness.deps, scope, 'any')).rejects.toThrow('no room for keys');
  });
});

describe('on PostgreSQL, a payment', () => {
  it('whose contract gets another version under its hands is refused at that contract, and nothing of it is stored', async () => {
    const harness = await startHarness('postgres');
    const request = await harness.call.prepare(['c13', 'c11', 'c12']);
    const run = (statement: string) => sql.raw(statement).execute(harness.store.db);
    // Kept as it is: to the payment that looks as if somebody else had been faster.
    await run('create function keep() returns trigger language plpgsql as $$ begin return null; end $$');
    await run("create trigger meddle before update on contracts for each row when (new.id = 'c11') execute function keep()");
    const answer = await harness.call.pay(request);
    expect(refusalOf(answer)).toBe('409 contract-changed');
    expect(errorsOf(answer)).toEqual(['/items/1/contractVersion stale']);
    expect(refusalOf(await harness.call(`/payments/by-key/${request.idempotencyKey}`))).toBe('404 not-found');
    const versions = await harness.store.db.selectFrom('contracts').select('version').where('id', 'in', ['c12', 'c13']).execute();
    expect(request.items.map(({ contractVersion }) => contractVersion)).toEqual(
      expect.arrayContaining(versions.map(({ version }) => version)),
    );
    expect(await harness.store.db.selectFrom('payments').select('id').execute()).toEqual([]);
    expect(await harness.store.db.selectFrom('alternate_efts').select('id').execute()).toEqual([]);
    await run('drop trigger meddle on contracts');
    expect((await harness.call.pay(request)).status).toBe(201);
    await harness.stop();
  });

  it('that waits for its contract finds the contract as it is then, and is refused where anything is under way that was not reviewed', async () => {
    const harness = await startHarness('postgres');
    const request = await harness.call.prepare(['c11']);
    const rival = await startRival(harness);
    await rival.query("update contracts set version = 'another' where id = 'c11'");
    await rival.query("insert into elsewhere_in_flight values ('wire', 'c11', 100, '2026-11-23', 'pending')");
    const answered = harness.call.pay(request);
    await untilWaitedFor(rival);
    await rival.query('commit');
    await rival.end();
    expect(refusalOf(await answered)).toBe('409 contract-changed');
    const { body } = await harness.call('/contracts/c11');
    expect(body).toMatchObject({ version: 'another', inFlight: [{ amount: usd(100) }] });
    await harness.stop();
  });

  it('that waits for its key holds no contract meanwhile, and finds it as it is when the key is its own', async () => {
    const harness = await startHarness('postgres');
    const request = await harness.call.prepare(['c11']);
    const scope = scopeOf(request.idempotencyKey);
    const rival = await startRival(harness);
    const columns = 'lender_id, payer_id, key, state, body_hash, created_at';
    await rival.query(`insert into payment_keys (${columns}) values ('northern', 'acme', '${scope.key}', 'accepted', 'another', '')`);
    const answered = harness.call.pay(request);
    await untilWaitedFor(rival);
    const third = await startRival(harness);
    await third.query("select id from contracts where id = 'c11' for update nowait");
    await third.query("update contracts set version = 'another' where id = 'c11'");
    await third.query('commit');
    await third.end();
    await rival.query('rollback');
    await rival.end();
    expect(refusalOf(await answered)).toBe('409 contract-changed');
    expect(await findByKey(harness.deps, scope)).toBeUndefined();
    await harness.stop();
  });
});
