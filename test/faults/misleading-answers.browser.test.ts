/** Something answers that is no answer of the endpoint: never a payment, never a refusal, only a reason to ask. */
import { expect } from '@open-wc/testing';
import { accepted, calledOff, checking, foundAccepted, Paying } from '../support/paying.js';

const loginPage = '<!doctype html><title>Sign in</title><form><input name="user"></form>';
const noRoute = { kind: 'answer', status: 404, contentType: 'application/json', body: '{"error":"no route"}' } as const;

describe('an answer that is not the endpoint’s', () => {
  let page: Paying;

  beforeEach(async () => {
    page = await Paying.review();
  });
  afterEach(() => page.close());

  it('case 12: a login page under 200 is never Accepted; what did not arrive is sent again', async () => {
    await page.befallPayments({ kind: 'answer', status: 200, body: loginPage });
    await page.press();
    await page.ends({ ...accepted, posts: 2, delivered: 1 });
  });

  it('case 12: a login page to every question leaves it Checking, and asks for a sign-in once the session says so', async () => {
    await page.befallAll({ kind: 'answer', status: 200, body: loginPage });
    await page.pressUntilChecking();
    await page.ends({ ...checking, posts: 1, delivered: 0, payments: [], keys: [] });
    expect(page.detail('aspire-pay-error').code).to.equal('bad-answer');
    const problem = { status: 401, contentType: 'application/problem+json', body: '{"type":"urn:aspire-pay:problem:unauthenticated"}' };
    await page.world.addFault({ path: '/session', times: 9, effect: { kind: 'answer', ...problem } });
    await page.payer.element.refresh();
    const events = [...checking.events, 'aspire-pay-auth-required'] as const;
    await page.ends({ screen: 'Sign in to see your contracts', events, posts: 1, delivered: 0, payments: [], keys: [], open: 1 });
    await page.world.clearFaults();
    await page.payer.element.refresh();
    await page.ends({ ...calledOff, events: [...events, 'aspire-pay-refused'], posts: 1, delivered: 0 });
  });

  it('case 13: 201 with plain text proves nothing; the payment is found by its key', async () => {
    await page.befallPayments({ kind: 'answer', status: 201, contentType: 'text/plain', body: 'Created', isDelivered: true });
    await page.press();
    await page.ends({ ...accepted, posts: 1 });
  });

  for (const body of ['', '{}', 'null', '[]']) {
    it(`case 14: 201 with ${body || 'nothing'} in it proves nothing; the payment is found by its key`, async () => {
      await page.befallPayments({ kind: 'answer', status: 201, contentType: 'application/json', body, isDelivered: true });
      await page.press();
      await page.ends({ ...accepted, posts: 1 });
    });
  }

  it('case 14: 201 with {} for a payment that never arrived is not Accepted: it is sent again', async () => {
    await page.befallPayments({ kind: 'answer', status: 201, contentType: 'application/json', body: '{}' });
    await page.press();
    await page.ends({ ...accepted, posts: 2, delivered: 1 });
  });

  for (const status of [404, 410] as const) {
    it(`case 22: ${status} from a gateway refuses nothing; the payment is found by its key`, async () => {
      await page.befallPayments({ ...noRoute, status, isDelivered: true });
      await page.press();
      await page.ends({ ...accepted, posts: 1 });
    });

    it(`case 22: ${status} from a gateway for a payment that never arrived: it is sent again`, async () => {
      await page.befallPayments({ ...noRoute, status, contentType: 'text/html', body: '<h1>Not here</h1>' });
      await page.press();
      await page.ends({ ...accepted, posts: 2, delivered: 1 });
    });
  }
});

describe('an endpoint that this page may not speak to', () => {
  let page: Paying;

  beforeEach(async () => {
    page = await Paying.review();
  });
  afterEach(() => page.close());

  it('case 27: answers it may not read leave it Checking, with a hint for the integrator; read again, it is Accepted', async () => {
    await page.befallAll({ kind: 'unreadable' });
    await page.pressUntilChecking();
    await page.ends({ ...checking, posts: 1, payments: ['pending'], keys: ['accepted'] });
    const { code, message } = page.detail('aspire-pay-error');
    expect(code).to.equal('network');
    expect(message).to.contain('CORS').and.not.match(/\d{4}/);
    await page.askAgain();
    await page.ends({ ...foundAccepted, posts: 1 });
  });

  it('case 28: a preflight that fails lets nothing out; it is Checking, and called off when the way is free', async () => {
    await page.world.addFault({
      method: 'OPTIONS',
      path: '/payments*',
      times: 999,
      effect: { kind: 'answer', status: 403, isReadable: false },
    });
    await page.pressUntilChecking();
    await page.ends({ ...checking, posts: 0, payments: [], keys: [] });
    expect(page.detail('aspire-pay-error').code).to.equal('network');
    await page.askAgain();
    await page.ends({ ...calledOff, posts: 0 });
  });
});
