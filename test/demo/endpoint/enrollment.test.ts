/**
 * Registering by what somebody knows who is on file: who matches, what is answered and mailed, and what the code opens.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PublicLender, Session, SignedIn } from '../../../src/api/index.js';
import { errorsOf, refusalOf } from './support/caller.js';
import { facts, startMailing, type MailingEndpoint } from './support/codes.js';
import { onBothDatabases } from './support/databases.js';
import { morning } from './support/portfolio.js';

onBothDatabases('registering', (dialect) => {
  let endpoint: MailingEndpoint;
  beforeAll(async () => {
    endpoint = await startMailing(dialect);
  });
  afterAll(() => endpoint.harness.stop());

  const addressesMailed = async (change: Partial<typeof facts>): Promise<string[]> => {
    const before = (await endpoint.mailed()).length;
    await endpoint.enroll(change);
    return (await endpoint.mailed()).slice(before).map(({ to }) => to);
  };

  it('is offered to anybody, before they sign in', async () => {
    const { call } = endpoint.harness;
    expect(PublicLender.parse((await call('/lender', { as: null })).body).enrollment).toBe(true);
    expect(Session.parse((await call('/session')).body).features.enrollment).toBe(true);
  });

  describe('matches', () => {
    it.each([
      ['an address of the customer', {}, 'books@acme.example'],
      ['in any case, mailed as it is on file', { email: 'OFFICE@acme.EXAMPLE' }, 'Office@Acme.example'],
      ['the last of a list', { email: 'cfo@acme.example' }, 'cfo@acme.example'],
      ['a contact', { email: 'cy@acme.example' }, 'cy@acme.example'],
      ['the person who signs in', { email: 'ada@acme.example' }, 'ada@acme.example'],
      ['a bill-to address of the contract', { email: 'billing@hauler.example' }, 'Billing@Hauler.example'],
      ['a guarantor', { email: 'gail@owens.example' }, 'gail@owens.example'],
      ['a postal code of nine digits', { postalCode: '55369-9999' }, 'books@acme.example'],
      ['a postal code with spaces', { postalCode: ' 5 5369' }, 'books@acme.example'],
      ['a contract number in small letters', { contractNumber: ' ab-1 ' }, 'books@acme.example'],
      ['a Canadian code', { email: 'bo@beta.example', contractNumber: 'AB-3', postalCode: 'r2r0h2' }, 'bo@beta.example'],
      ['a code of another country, whole', { contractNumber: 'AB-6', postalCode: 'd 10117' }, 'books@acme.example'],
      ['any name', { firstName: 'Somebody', lastName: 'Else' }, 'books@acme.example'],
    ])('%s', async (_case, change: Partial<typeof facts>, address) => {
      expect(await addressesMailed(change)).toEqual([address]);
    });

    it.each([
      ['an unknown address', { email: 'eve@acme.example' }],
      ['a bill-to address of another contract', { email: 'ap@hauler.example', contractNumber: 'AB-2' }],
      ['the address of a payer who isn’t on the contract', { email: 'bo@beta.example' }],
      ['another postal code', { postalCode: '55368' }],
      ['a part of the postal code', { postalCode: '5536' }],
      ['five of six Canadian places', { email: 'bo@beta.example', contractNumber: 'AB-3', postalCode: 'R2R 0H' }],
      ['a part of a code of another country', { contractNumber: 'AB-6', postalCode: 'D-1011' }],
      ['no letter and no digit', { postalCode: '-' }],
      ['a contract without a postal code', { contractNumber: 'AB-5', postalCode: '-' }],
      ['an unknown contract', { contractNumber: 'AB-9' }],
      ['a part of a contract number', { contractNumber: 'AB' }],
      ['a contract that has ended', { contractNumber: 'AB-4' }],
    ])('not %s', async (_case, change: Partial<typeof facts>) => {
      expect(await addressesMailed(change)).toEqual([]);
    });
  });

  it('answers alike whether or not it matched', async () => {
    const answers = await Promise.all(
      [{}, { email: 'eve@acme.example' }].map((change) => endpoint.ask('/enrollments', { ...facts, ...change })),
    );
    const [match, none] = answers.map(({ status, headers, text }) => ({
      status,
      headers: [...headers].filter(([name]) => name !== 'date'),
      text: text.replace(/code_[\w-]{20}/, 'an id'),
    }));
    expect(match).toEqual(none);
    expect(match).toMatchObject({ status: 202, text: '{"id":"an id"}' });
    expect(new Map(match?.headers).get('aspire-pay-payer')).toBeUndefined();
  });

  it.each([
    [{ email: 'nobody' }, '/email invalid'],
    [{ email: 'books@acme.example,cfo@acme.example' }, '/email invalid'],
    [{ firstName: ' ' }, '/firstName required'],
    [{ lastName: 'Pri\0ce' }, '/lastName required'],
    [{ contractNumber: '' }, '/contractNumber invalid'],
    [{ postalCode: undefined }, '/postalCode required'],
  ])('refuses what can’t be right: %j', async (change, error) => {
    expect(errorsOf(await endpoint.ask('/enrollments', { ...facts, ...change }))).toEqual([error]);
  });

  it('opens the account whose address it was, for the length of a session, and stores the person with what they authorize', async () => {
    const { harness } = endpoint;
    const { token, expiresAt } = await endpoint.register({ email: 'cy@acme.example', firstName: ' Cy ', lastName: 'Dunn' });
    expect(expiresAt).toBe(new Date(morning.getTime() + 20 * 60_000).toISOString());
    const session = Session.parse((await harness.call('/session', endpoint.as(token))).body);
    expect(session).toMatchObject({ payer: { id: 'acme', name: 'Acme Digging LLC' }, expiresAt });

    const contractId = 'other';
    const request = await harness.call.prepare([contractId]);
    // Authorized by the demo's own sign-in: not by this person.
    expect(refusalOf(await harness.call.pay(request, endpoint.as(token)))).toBe('409 preview-changed');
    const plan = await harness.call.plan([contractId]);
    const preview = await harness.call('/payments/preview', { ...endpoint.as(token), json: plan });
    const { authorization } = preview.body as { authorization: { id: string; sha256: string; text: string } };
    expect(authorization.text).toContain('I, Cy Dunn, acting for Acme Digging LLC');
    const { id, sha256 } = authorization;
    const paid = { ...plan, idempotencyKey: request.idempotencyKey, authorization: { id, sha256, acceptedAt: morning.toISOString() } };
    expect((await harness.call.pay(paid, endpoint.as(token))).status).toBe(201);
    const [payment] = await harness.store.db.selectFrom('payments').selectAll().where('contract_id', '=', contractId).execute();
    expect(payment).toMatchObject({ payer_id: 'acme', person_name: 'Cy Dunn', person_email: 'cy@acme.example' });
  });

  it('ends the session when it is over', async () => {
    const { harness } = endpoint;
    const { token } = await endpoint.register({ email: 'cfo@acme.example' });
    harness.setClock(new Date(morning.getTime() + 20 * 60_000 - 1));
    expect((await harness.call('/session', endpoint.as(token))).status).toBe(200);
    harness.setClock(new Date(morning.getTime() + 20 * 60_000));
    expect(refusalOf(await harness.call('/session', endpoint.as(token)))).toBe('401 unauthenticated');
    harness.setClock(morning);
  });

  it('sends somebody registered to the sign-in, by mail alone, and its code never works', async () => {
    await endpoint.register({ email: 'gail@owens.example' });
    const before = (await endpoint.mailed()).length;
    const again = await endpoint.ask('/enrollments', { ...facts, email: 'gail@owens.example' });
    expect(again).toMatchObject({ status: 202, body: { id: expect.any(String) as string } });
    const [mail, ...others] = (await endpoint.mailed()).slice(before);
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ to: 'gail@owens.example', subject: 'You are registered with Northern Test Finance' });
    expect(mail?.text).toContain('Sign in by e-mail');
    expect(mail?.text).not.toMatch(/\d{6}/);
    const { id } = again.body as { id: string };
    const rows = await endpoint.harness.store.db.selectFrom('code_requests').select('offers').where('id', '=', id).execute();
    expect(rows).toEqual([{ offers: '[]' }]);
    expect(refusalOf(await endpoint.ask(`/enrollments/${id}/verify`, { code: '000000' }))).toBe('422 invalid');
  });

  it('takes a code once, also after another is asked for; and a try then costs what it costs for somebody who matched nothing', async () => {
    const { db } = endpoint.harness.store;
    const [used, unmatched] = [
      await endpoint.enroll({ email: 'office@acme.example' }),
      await endpoint.enroll({ email: 'eve@acme.example' }),
    ];
    const code = await endpoint.newestCode();
    expect((await endpoint.ask(`/enrollments/${used}/verify`, { code })).status).toBe(200);
    const sessions = (await db.selectFrom('sessions').selectAll().execute()).length;
    for (const id of [used, unmatched]) {
      expect((await endpoint.ask(`/enrollments/${id}/resend`)).status).toBe(202);
      expect(errorsOf(await endpoint.ask(`/enrollments/${id}/verify`, { code }))).toEqual(['/code not-accepted']);
    }
    expect(await db.selectFrom('sessions').selectAll().execute()).toHaveLength(sessions);
    const tried = await db.selectFrom('code_requests').select('tries').where('id', 'in', [used, unmatched]).execute();
    expect(tried).toEqual([{ tries: 1 }, { tries: 1 }]);
    // Told as often as it is asked: what is on file is kept.
    await endpoint.ask(`/enrollments/${used}/resend`);
    const subjects = (await endpoint.mailed()).slice(-2).map(({ subject }) => subject);
    expect(subjects).toEqual(Array(2).fill('You are registered with Northern Test Finance'));
  });

  it('writes to each in the language of their browser', async () => {
    await endpoint.ask('/enrollments', facts, { 'accept-language': 'fr-CA,fr;q=0.9' });
    expect((await endpoint.mailed()).at(-1)?.subject).toBe('Votre code pour Northern Test Finance');
    await endpoint.ask('/enrollments', facts, { 'accept-language': '*' });
    expect((await endpoint.mailed()).at(-1)?.subject).toBe('Your code for Northern Test Finance');
  });

  it('keeps no code, no token and nothing about who matched nothing, and logs none of it', async () => {
    const { harness } = endpoint;
    const id = await endpoint.enroll({ email: 'ap@hauler.example' });
    const code = await endpoint.newestCode();
    await endpoint.enroll({ email: 'curious.stranger@else.example', lastName: 'Stranger' });
    const { token } = SignedIn.parse((await endpoint.ask(`/enrollments/${id}/verify`, { code })).body);
    const tables = ['code_requests', 'people', 'sessions', 'rate_windows', 'emails_on_file'] as const;
    const rows = JSON.stringify(await Promise.all(tables.map((table) => harness.store.db.selectFrom(table).selectAll().execute())));
    const log = JSON.stringify(harness.log);
    for (const secret of [code, token, 'stranger', 'Stranger']) {
      expect(rows.includes(`"${secret}"`), secret).toBe(false);
      expect(log.includes(secret), secret).toBe(false);
    }
    expect(rows).not.toMatch(/stranger/i);
    expect(log).not.toContain('hauler.example');
  });

  it('is refused where the lender has switched it off', async () => {
    const { harness } = endpoint;
    const id = await endpoint.enroll();
    await harness.withLender({ features: { enrollment: false } }, { features: { enrollment: true } }, async () => {
      for (const path of ['/enrollments', `/enrollments/${id}/verify`, `/enrollments/${id}/resend`, '/sign-ins']) {
        expect(refusalOf(await endpoint.ask(path, path.endsWith('verify') ? { code: '000000' } : facts)), path).toBe('403 forbidden');
      }
      expect(PublicLender.parse((await harness.call('/lender', { as: null })).body).enrollment).toBe(false);
    });
  });
});

onBothDatabases('a mail', (dialect) => {
  it('is sent after the answer, which doesn’t wait for it', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { harness, enroll, mailed } = await startMailing(dialect, { mail: () => gate });
    await enroll();
    await enroll();
    expect(await mailed()).toHaveLength(2);
    release();
    await harness.stop();
  });

  it('that can’t be sent changes no answer, and is logged without its address', async () => {
    const mail = (): Promise<void> => Promise.reject(new Error('no route to books@acme.example'));
    const { harness, ask, mailed } = await startMailing(dialect, { mail });
    expect((await ask('/enrollments', facts)).status).toBe(202);
    await mailed();
    const lines = harness.log.filter(({ event }) => event === 'mail-failed');
    expect(lines.length).toBeGreaterThan(0);
    expect(JSON.stringify(lines)).not.toContain('books');
    await harness.stop();
  });
});
