/** Registering and signing in by a mailed code, against the real endpoint: what is sent, what is kept, and where the token is. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignInState } from '../../src/domain/sign-in.js';
import { contracts, payers, startEndpoint, type Endpoint } from '../support/endpoint.js';
import { MailedPage, rosa } from '../support/mailed-page.js';

type Named<Name extends SignInState['name']> = Extract<SignInState, { name: Name }>;

describe('signing in by a mailed code', () => {
  let endpoint: Endpoint;
  let page: MailedPage;
  beforeEach(async () => {
    endpoint = await startEndpoint();
    await endpoint.world.changeLender({ features: { enrollment: true } });
    page = new MailedPage(endpoint);
    await page.see();
  });
  afterEach(async () => {
    page.disconnect();
    await endpoint.stop();
  });

  const at = <Name extends SignInState['name']>(name: Name): Named<Name> => {
    const { signIn } = page.portal;
    if (signIn.name !== name) throw new Error(`Signing in is ${signIn.name}, not ${name}.`);
    return signIn as Named<Name>;
  };
  const quiet = (): Promise<void> => endpoint.clock.quiet();
  it('goes from the facts to the contracts, with a token that is in no event, state or store', async () => {
    expect(page.portfolio).toMatchObject({ status: 'signed-out', lender: { enrollment: true } });
    await page.askToRegister();
    expect(at('code')).toMatchObject({ way: 'register', faults: [], isBusy: false });
    await page.give(await page.codeMailed());
    expect(page.portfolio).toMatchObject({ status: 'ready', total: 4, session: { payer: { id: payers.baker } } });
    expect(page.portal.signIn).toEqual({ name: 'offered' });
    expect(page.told).toEqual(['aspire-pay-auth-required', 'aspire-pay-signed-in', 'aspire-pay-ready']);
    const expiresAt = page.portfolio.session?.expiresAt;
    expect(page.events[1]?.detail).toEqual({ lenderId: 'lender-harbor', payerId: payers.baker, expiresAt });
    const token = page.tab.wire.sent.map(({ headers }) => headers.get('authorization')).find((sent) => sent?.startsWith('Bearer '));
    expect(token?.length).toBeGreaterThan(40);
    expect(page.everything()).not.toContain(token?.slice('Bearer '.length));
    await endpoint.clock.advance(120_000);
    expect(page.portfolio.status).toBe('ready');
  });

  it('checks every entry before anything is sent, and each again when it is left', () => {
    page.send({ type: 'registerPressed' }, { type: 'detailLeft', field: 'email' });
    expect(at('details').faults).toEqual([]);
    page.send({ type: 'detailTyped', field: 'email', text: 'rosa' }, { type: 'detailLeft', field: 'email' });
    expect(at('details')).toMatchObject({ faults: [{ field: 'email', code: 'email-form' }], attempts: 0 });
    page.send({ type: 'detailsGiven' });
    expect(at('details').faults.map(({ field }) => field)).toEqual(['firstName', 'lastName', 'email', 'postalCode', 'contractNumber']);
    expect(at('details').attempts).toBe(1);
    expect(page.tab.wire.count('POST', /enrollments/)).toBe(0);
    page.send({ type: 'detailTyped', field: 'email', text: ' rosa@bluebird.example ' });
    expect(at('details').faults.map(({ field }) => field)).not.toContain('email');
  });

  it('looks the same where nothing matches, and no mail goes out', async () => {
    await page.askToRegister();
    const { id: _known, ...matched } = at('code');
    page.send({ type: 'signInBackPressed' }, { type: 'signInBackPressed' });
    await page.codeMailed();
    await page.askToRegister({ email: 'eve@bluebird.example' });
    const { id: _unknown, ...none } = at('code');
    expect({ ...none, details: matched.details }).toEqual(matched);
    expect(endpoint.world.mailbox.list()).toHaveLength(1);
  });

  it('says that a code is wrong as often as it is, and nothing of how many tries are left', async () => {
    await page.askToRegister();
    const code = await page.codeMailed();
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      await page.give('000000' === code ? '111111' : '000000');
      expect(at('code')).toMatchObject({ faults: [{ field: 'code', code: 'code-refused' }], attempts: attempt, isBusy: false });
      expect(at('code').fault).toBeUndefined();
    }
    await page.give(code);
    expect(at('code').faults).toEqual([{ field: 'code', code: 'code-refused' }]);
  });

  it('sends a new code, and takes one with spaces in it', async () => {
    await page.askToRegister();
    const first = await page.codeMailed();
    page.send({ type: 'codeTyped', text: '12' }, { type: 'codeGiven' });
    expect(at('code').faults).toEqual([{ field: 'code', code: 'code-length', digits: 2 }]);
    page.send({ type: 'codeResendPressed' });
    await quiet();
    expect(at('code')).toMatchObject({ resent: 1, code: '', faults: [] });
    await page.give(first);
    expect(at('code').faults).toHaveLength(1);
    const second = await page.codeMailed();
    await page.give(` ${second.slice(0, 3)} ${second.slice(3)} `);
    expect(page.portfolio.status).toBe('ready');
  });

  it('sends somebody registered to the sign-in by mail, not on screen, where their address alone is enough', async () => {
    await page.register();
    page.disconnect();
    await page.see();
    await page.askToRegister();
    expect(at('code')).toMatchObject({ way: 'register', faults: [] });
    expect(await page.codeMailed()).toBe('');
    expect(endpoint.world.mailbox.list()[0]).toMatchObject({ subject: 'You are registered with Harbor Equipment Finance' });

    page.send({ type: 'signInBackPressed' }, { type: 'signInBackPressed' }, { type: 'emailSignInPressed' });
    page.send({ type: 'detailTyped', field: 'email', text: 'ROSA@bluebird.example' }, { type: 'detailsGiven' });
    await quiet();
    await page.give(await page.codeMailed());
    expect(page.portfolio).toMatchObject({ status: 'ready', session: { payer: { id: payers.baker } } });
  });

  it('keeps the entries on the way back, and forgets them at the choice', async () => {
    await page.askToRegister();
    page.send({ type: 'signInBackPressed' });
    expect(at('details').details).toEqual(rosa);
    page.send({ type: 'signInBackPressed' });
    expect(page.portal.signIn).toEqual({ name: 'offered' });
    page.send({ type: 'registerPressed' });
    expect(at('details').details.email).toBe('');
  });

  it('says when to come back, where it was asked for too often', async () => {
    const headers = { 'content-type': 'application/problem+json', 'retry-after': '2820' };
    const body = JSON.stringify({ type: 'urn:aspire-pay:problem:rate-limited', detail: 'Slow down.' });
    page.tab.wire.next('POST', /enrollments/, () => Promise.resolve(new Response(body, { status: 429, headers })));
    await page.askToRegister();
    expect(at('details')).toMatchObject({ fault: { code: 'rate-limited', of: 'asking', retryInMs: 2_820_000 }, isBusy: false });
  });

  it('puts the endpoint’s word at its field, and says what broke', async () => {
    const invalid = {
      type: 'urn:aspire-pay:problem:invalid',
      errors: [{ pointer: '/postalCode', code: 'x', detail: 'Not a postal code.' }],
    };
    const headers = { 'content-type': 'application/problem+json' };
    page.tab.wire.next('POST', /enrollments/, () => Promise.resolve(new Response(JSON.stringify(invalid), { status: 422, headers })));
    await page.askToRegister();
    expect(at('details').faults).toEqual([{ field: 'postalCode', code: 'refused', detail: 'Not a postal code.' }]);
    page.tab.wire.next('POST', /enrollments/, () => Promise.reject(new TypeError('fetch failed')));
    page.send({ type: 'detailsGiven' });
    await quiet();
    expect(at('details')).toMatchObject({ faults: [], fault: { code: 'network', of: 'asking' } });
  });

  it('is where it was when the page is looked at again, after the mail was fetched', async () => {
    await page.askToRegister();
    const before = page.history.length;
    page.tab.wake();
    await quiet();
    expect(page.history.slice(before).map(({ portfolio }) => portfolio.status)).not.toContain('loading');
    expect(at('code').way).toBe('register');
    await page.give(await page.codeMailed());
    expect(page.portfolio.status).toBe('ready');
  });

  it('is where it was, too, where the page is looked at again and the line is down', async () => {
    await page.askToRegister();
    page.tab.wire.next('GET', /session|contracts/, () => Promise.reject(new TypeError('fetch failed')));
    page.tab.wire.next('GET', /session|contracts/, () => Promise.reject(new TypeError('fetch failed')));
    page.tab.wake();
    // In the middle of asking for another code, too.
    page.send({ type: 'codeResendPressed' });
    await quiet();
    expect(page.portfolio.status).toBe('signed-out');
    expect(at('code').way).toBe('register');
    await page.give(await page.codeMailed());
    expect(page.portfolio.status).toBe('ready');
  });

  it('is where it was, too, where the page gives tokens that nobody takes', async () => {
    page.hasCallback = true;
    page.token = 'one-that-nobody-takes';
    await page.portal.refresh();
    await page.askToRegister();
    page.tab.wire.next('GET', /session|contracts/, () => Promise.reject(new TypeError('fetch failed')));
    page.tab.wire.next('GET', /session|contracts/, () => Promise.reject(new TypeError('fetch failed')));
    page.tab.wake();
    await quiet();
    expect(page.portfolio.status).toBe('signed-out');
    expect(at('code').way).toBe('register');
  });

  it('asks the page’s callback first, and keeps the own sign-in where that gives none', async () => {
    page.hasCallback = true;
    page.token = undefined;
    await page.portal.refresh();
    const asked = page.tokenCalls;
    expect(asked).toBeGreaterThan(0);
    await page.register();
    expect(page.portfolio.status).toBe('ready');
    await page.portal.refresh();
    expect(page.tokenCalls).toBe(asked);
  });

  it('pays in the name of whoever signed in', async () => {
    await page.register();
    await page.review(contracts.upcoming);
    page.authorize();
    await page.reach('accepted');
    const [payment] = (await endpoint.world.rows()).payments;
    expect(payment).toMatchObject({ payer_id: payers.baker, person_name: 'Rosa Lind', person_email: 'rosa@bluebird.example' });
    expect(payment?.authorization_text).toContain('I, Rosa Lind, acting for Bluebird Bakery LLC');
  });
});
