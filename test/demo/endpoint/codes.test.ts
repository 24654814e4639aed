/**
 * A mailed code's life: five minutes, five tries, once, and a new one ends it; signing in by it; and how often one can be asked for.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newCode, newCodes } from '../../../demo/endpoint/sign-in/codes.js';
import { forgetSignIns } from '../../../demo/endpoint/store/sessions.js';
import { scaleRateLimits, usualRateLimits } from '../../../demo/endpoint/rate-limits.js';
import { Session, SignedIn } from '../../../src/api/index.js';
import { errorsOf, refusalOf, type Answer } from './support/caller.js';
import { facts, startMailing, type MailingEndpoint } from './support/codes.js';
import { onBothDatabases } from './support/databases.js';
import { morning } from './support/portfolio.js';

const minute = 60_000;
const later = (ms: number): Date => new Date(morning.getTime() + ms);
const otherThan = (code: string): string => (code === '111111' ? '222222' : '111111');

onBothDatabases('a code', (dialect) => {
  let endpoint: MailingEndpoint;
  beforeAll(async () => {
    endpoint = await startMailing(dialect);
    await endpoint.register();
  });
  afterAll(() => endpoint.harness.stop());

  const give = (id: string, code: string): Promise<Answer> => endpoint.ask(`/sign-ins/${id}/verify`, { code });
  const askFor = async (email = facts.email): Promise<{ id: string; code: string }> => {
    const id = await endpoint.askToSignIn(email);
    return { id, code: await endpoint.newestCode() };
  };

  it('signs in somebody registered, in any case of their address, and works once', async () => {
    const { id, code } = await askFor('BOOKS@acme.example');
    const first = await give(id, code);
    const { token } = SignedIn.parse(first.body);
    expect(Session.parse((await endpoint.harness.call('/session', endpoint.as(token))).body).payer.id).toBe('acme');
    expect(refusalOf(await give(id, code))).toBe('422 invalid');
  });

  it('works for one of two who give it at once', async () => {
    const { id, code } = await askFor();
    const statuses = (await Promise.all(Array.from({ length: 8 }, () => give(id, code)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, ...Array<number>(7).fill(422)].sort());
  });

  it('is good for five minutes', async () => {
    const { harness } = endpoint;
    const { id, code } = await askFor();
    harness.setClock(later(5 * minute - 1));
    expect((await give(id, code)).status).toBe(200);
    harness.setClock(morning);
    const late = await askFor();
    harness.setClock(later(5 * minute));
    expect(refusalOf(await give(late.id, late.code))).toBe('422 invalid');
    harness.setClock(morning);
  });

  it('survives four wrong tries and no fifth', async () => {
    const { id, code } = await askFor();
    for (let tries = 0; tries < 4; tries += 1) expect((await give(id, otherThan(code))).status).toBe(422);
    expect((await give(id, code)).status).toBe(200);
    const spent = await askFor();
    for (let tries = 0; tries < 5; tries += 1) expect((await give(spent.id, otherThan(spent.code))).status).toBe(422);
    expect((await give(spent.id, spent.code)).status).toBe(422);
  });

  it('allows five tries together, however many come at once', async () => {
    const { id, code } = await askFor();
    await Promise.all(Array.from({ length: 20 }, () => give(id, otherThan(code))));
    const [row] = await endpoint.harness.store.db.selectFrom('code_requests').select('tries').where('id', '=', id).execute();
    expect(row).toEqual({ tries: 5 });
    expect((await give(id, code)).status).toBe(422);
  });

  it('is ended by a new one, asked for anew or from the start', async () => {
    const first = await askFor();
    const again = await endpoint.ask(`/sign-ins/${first.id}/resend`);
    expect(again).toMatchObject({ status: 202, body: { id: first.id } });
    const second = await endpoint.newestCode();
    expect(second).not.toBe(first.code);
    expect((await give(first.id, first.code)).status).toBe(422);
    const third = await askFor();
    expect((await give(first.id, second)).status).toBe(422);
    expect((await give(third.id, third.code)).status).toBe(200);
  });

  it('can be had anew after it has ended or was tried too often', async () => {
    const { harness } = endpoint;
    const { id, code } = await askFor();
    for (let tries = 0; tries < 5; tries += 1) await give(id, otherThan(code));
    harness.setClock(later(20 * minute));
    expect((await endpoint.ask(`/sign-ins/${id}/resend`)).status).toBe(202);
    expect((await give(id, await endpoint.newestCode())).status).toBe(200);
    harness.setClock(morning);
  });

  it('is not ended by somebody who knows the address and the contract, but not the postal code', async () => {
    const id = await endpoint.enroll({ email: 'cy@acme.example' });
    const code = await endpoint.newestCode();
    await endpoint.enroll({ email: 'cy@acme.example', postalCode: '10001' });
    expect((await endpoint.ask(`/enrollments/${id}/verify`, { code })).status).toBe(200);
  });

  it('answers alike whether it is wrong, used, dead, of nobody or of an id that never was', async () => {
    const right = await askFor();
    const used = await askFor();
    const unmatched = await endpoint.askToSignIn('eve@acme.example');
    await give(used.id, used.code);
    const answers = await Promise.all([
      give(used.id, used.code),
      give(right.id, right.code),
      give(unmatched, '123456'),
      give('code_never', '123456'),
      give('no id at all', '123456'),
      endpoint.ask(`/enrollments/${used.id}/verify`, { code: used.code }),
    ]);
    const seen = answers.map(({ status, text, headers }) =>
      JSON.stringify([status, text, [...headers].filter(([name]) => name !== 'date')]),
    );
    expect(new Set(seen).size).toBe(1);
    expect(answers.map(errorsOf)).toEqual(answers.map(() => ['/code not-accepted']));
  });

  it('is refused before anything is looked up where it is no code', async () => {
    for (const code of ['12345', '1234567', '12345a', '１２３４５６', 123456]) {
      expect(errorsOf(await endpoint.ask('/sign-ins/code_x/verify', { code })), String(code)).toEqual(['/code invalid']);
    }
  });

  it('for an id nobody knows is asked for anew like any other, and nothing comes of it', async () => {
    const before = (await endpoint.mailed()).length;
    const answer = await endpoint.ask('/sign-ins/code_never/resend');
    expect(answer.status).toBe(202);
    expect(answer.text).not.toContain('never');
    expect(await endpoint.mailed()).toHaveLength(before);
  });

  it('is mailed to nobody whose address is no longer on file', async () => {
    const { db } = endpoint.harness.store;
    await endpoint.register({ email: 'cfo@acme.example' });
    await db.deleteFrom('emails_on_file').where('email', '=', 'cfo@acme.example').execute();
    const before = (await endpoint.mailed()).length;
    await endpoint.askToSignIn('cfo@acme.example');
    expect(await endpoint.mailed()).toHaveLength(before);
  });

  it('tells somebody whose registering went through unseen to sign in', async () => {
    const id = await endpoint.enroll({ email: 'ada@acme.example' });
    await endpoint.ask(`/enrollments/${id}/verify`, { code: await endpoint.newestCode() });
    await endpoint.ask(`/enrollments/${id}/resend`);
    expect((await endpoint.mailed()).at(-1)).toMatchObject({
      to: 'ada@acme.example',
      subject: 'You are registered with Northern Test Finance',
    });
  });

  it('comes once for each account the address speaks for, and opens that one', async () => {
    const { harness } = endpoint;
    const email = 'gail@owens.example';
    await harness.store.db.insertInto('emails_on_file').values({ email, payer_id: 'acme', contract_id: '', address: email }).execute();
    const id = await endpoint.enroll({ email });
    const text = (await endpoint.mailed()).at(-1)?.text ?? '';
    const codeOf = (account: string): string => new RegExp(`${account}: (\\d{6})`).exec(text)?.[1] ?? '';
    expect(codeOf('Gail Owens')).not.toBe(codeOf('Acme Digging LLC'));
    const { token } = SignedIn.parse((await endpoint.ask(`/enrollments/${id}/verify`, { code: codeOf('Gail Owens') })).body);
    expect(Session.parse((await harness.call('/session', endpoint.as(token))).body).payer.id).toBe('guarantor');
  });

  it('and its session are forgotten once they are over', async () => {
    const { store } = endpoint.harness;
    await forgetSignIns(store, later(24 * 60 * minute).getTime());
    for (const table of ['code_requests', 'sessions'] as const) expect(await store.db.selectFrom(table).selectAll().execute()).toEqual([]);
    expect(await store.db.selectFrom('people').selectAll().execute()).not.toEqual([]);
  });
});

onBothDatabases('codes', (dialect) => {
  const start = () => startMailing(dialect, { rateLimits: usualRateLimits });

  it('can be asked for ten times an hour for an address and a contract, whether or not they match', async () => {
    for (const change of [{}, { email: 'eve@acme.example' }]) {
      const { harness, ask } = await start();
      for (let count = 0; count < 10; count += 1) expect((await ask('/enrollments', { ...facts, ...change })).status).toBe(202);
      // What it is counted by is the address and the contract, not how they are written, nor the rest.
      const spelled = { ...facts, ...change, email: (change.email ?? facts.email).toUpperCase(), contractNumber: 'ab-1', postalCode: '1' };
      const refused = await ask('/enrollments', spelled);
      expect(refusalOf(refused)).toBe('429 rate-limited');
      expect(refused.headers.get('retry-after')).toBe('3600');
      expect((await ask('/enrollments', { ...facts, ...change, contractNumber: 'AB-2' })).status).toBe(202);
      await harness.stop();
    }
  });

  it('count together with those asked for anew, and again after an hour', async () => {
    const { harness, ask, enroll } = await start();
    const id = await enroll();
    for (let count = 0; count < 9; count += 1) expect((await ask(`/enrollments/${id}/resend`)).status).toBe(202);
    expect(refusalOf(await ask(`/enrollments/${id}/resend`))).toBe('429 rate-limited');
    expect(refusalOf(await ask('/enrollments', facts))).toBe('429 rate-limited');
    harness.setClock(later(60 * minute));
    expect((await ask('/enrollments', facts)).status).toBe(202);
    await harness.stop();
  });

  it('are limited for everybody behind one address, asked for and given', async () => {
    const generous = scaleRateLimits(usualRateLimits, 100);
    const one = { most: 1, seconds: 600 };
    const { harness, ask } = await startMailing(dialect, {
      rateLimits: { ...generous, 'codes-by-address': one, 'code-tries-by-address': one },
      trustedProxies: 1,
    });
    const from = (address: string) => ({ 'x-forwarded-for': address });
    expect((await ask('/sign-ins', { email: 'a@a.example' }, from('203.0.113.7'))).status).toBe(202);
    expect((await ask('/sign-ins', { email: 'b@b.example' }, from('203.0.113.7'))).status).toBe(429);
    expect((await ask('/sign-ins/x/resend', undefined, from('203.0.113.7'))).status).toBe(429);
    expect((await ask('/sign-ins', { email: 'b@b.example' }, from('203.0.113.8'))).status).toBe(202);
    expect((await ask('/sign-ins/x/verify', { code: '123456' }, from('203.0.113.7'))).status).toBe(422);
    expect((await ask('/sign-ins/x/verify', { code: '123456' }, from('203.0.113.7'))).status).toBe(429);
    await harness.stop();
  });
});

describe('six digits', () => {
  it('come from all there are, each as often as the other', () => {
    const from = (value: number): string => newCode(() => new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]));
    expect(from(0)).toBe('000000');
    expect(from(999_999)).toBe('999999');
    expect(from(1_000_000)).toBe('000000');
  });

  it('are drawn again where the last ones would come too often', () => {
    const drawn = [4_294_967_295, 4_294_000_000, 4_293_999_999];
    const random = (): Uint8Array => {
      const value = drawn.shift() ?? 0;
      return new Uint8Array([value >>> 24, value >>> 16, value >>> 8, value]);
    };
    expect(newCode(random)).toBe('999999');
    expect(drawn).toEqual([]);
  });

  it('are never the same for two accounts', () => {
    const drawn = [7, 7, 8];
    expect(newCodes(() => new Uint8Array([0, 0, 0, drawn.shift() ?? 0]), 2)).toEqual(['000007', '000008']);
  });
});
