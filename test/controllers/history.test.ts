/** The payments made so far, without what is drawn: read by page, kept up to date, forgotten with their payer. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { payers, startEndpoint, type Endpoint } from '../support/endpoint.js';
import { HistoryPage } from '../support/history-page.js';
import { answerWith, mishaps } from '../support/wire.js';

describe('the payments made so far', () => {
  let endpoint: Endpoint;
  let page: HistoryPage;
  beforeEach(async () => {
    endpoint = await startEndpoint();
    page = new HistoryPage(endpoint);
  });
  afterEach(async () => {
    page.disconnect();
    await endpoint.stop();
  });

  it('are read a page at a time, newest first, there and back', async () => {
    const made = await page.make(23);
    await page.open();
    expect(page.shown).toMatchObject({ status: 'ready', offset: 0, hasNext: true });
    expect(page.shown.payments.map(({ id }) => id)).toEqual(made.slice(0, 20).map(({ id }) => id));
    page.send({ type: 'paymentsTurned', to: 'next' });
    await page.until(() => page.shown.offset === 20, 'the second page');
    expect(page.shown.payments.map(({ id }) => id)).toEqual(made.slice(20).map(({ id }) => id));
    expect(page.shown.hasNext).toBe(false);
    page.send({ type: 'paymentsTurned', to: 'next' });
    await endpoint.clock.quiet();
    expect(page.shown.offset).toBe(20);
    page.send({ type: 'paymentsTurned', to: 'previous' });
    await page.until(() => page.shown.offset === 0, 'the first page');
    expect(page.shown.payments).toHaveLength(20);
  });

  it('are read only while somebody looks at them, and then every half minute', async () => {
    await page.see();
    await endpoint.clock.advance(65_000);
    expect(page.readings).toBe(0);
    page.send({ type: 'viewChosen', view: 'payments' });
    await page.until(() => page.shown.status === 'ready', 'the payments');
    expect(page.readings).toBe(1);
    await endpoint.clock.advance(95_000);
    expect(page.readings).toBe(4);
    page.send({ type: 'viewChosen', view: 'contracts' });
    await endpoint.clock.advance(65_000);
    expect(page.readings).toBe(4);
  });

  it('are read again on Refresh and when the page comes back to life', async () => {
    await page.open();
    await page.portal.refresh();
    expect(page.readings).toBe(2);
    page.tab.wake();
    await endpoint.clock.quiet();
    expect(page.readings).toBe(3);
  });

  it('keep up with their status by themselves, and say each change once', async () => {
    const payment = await page.makeOne();
    await page.open();
    await endpoint.world.movePayments({ status: 'returned', reason: { code: 'R01', text: 'Not enough money.' } });
    await page.until(() => page.shown.payments[0]?.status === 'returned', 'the return');
    expect(page.shown.payments[0]).toMatchObject({ id: payment.id, statusReason: { text: 'Not enough money.' } });
    await endpoint.clock.advance(65_000);
    expect(page.said).toEqual(['Payments loaded.', `Payment ${payment.reference}: Returned.`]);
  });

  it('stay on screen when a refresh fails, marked, and mend by themselves', async () => {
    await page.make(2);
    await page.open();
    page.tab.wire.always(
      'GET',
      /^\/payments/,
      answerWith(() => new Response('down', { status: 503 })),
    );
    await page.portal.refresh();
    expect(page.shown).toMatchObject({ status: 'ready', isStale: true, fault: { code: 'unavailable' } });
    expect(page.shown.payments).toHaveLength(2);
    page.tab.wire.heal();
    await page.until(() => !page.shown.isStale, 'the fresh list');
    expect(page.said).toContain('The payments could not be refreshed.');
  });

  it('are named as not loaded when the first answer fails, and mend', async () => {
    page.tab.wire.always('GET', /^\/payments/, mishaps.dropBefore);
    await page.open();
    expect(page.shown).toMatchObject({ status: 'failed', fault: { code: 'network' } });
    page.tab.wire.heal();
    await page.portal.refresh();
    expect(page.shown).toMatchObject({ status: 'ready', payments: [] });
  });

  it.each([
    [{ payments: false }, ['contracts']],
    [{ history: false }, ['contracts', 'bank-accounts']],
  ])('are no view of a payer where the lender has %j', async (features, left) => {
    await page.open();
    expect(page.portal.views).toEqual(['contracts', 'payments', 'bank-accounts']);
    await endpoint.world.changeLender({ features });
    // Within one poll, the slowest.
    await endpoint.clock.advance(33_000);
    expect(page.portal.views).toEqual(left);
    expect(page.portal.view).toBe('contracts');
    const asked = page.readings;
    await endpoint.clock.advance(65_000);
    expect(page.readings).toBe(asked);
  });

  it('go with their payer: nothing of the former one stays', async () => {
    await page.make(2);
    await page.open();
    page.token = endpoint.world.tokens[payers.guarantor];
    page.tab.wire.next(
      'GET',
      /^\/payments/,
      answerWith(() => new Response(null, { status: 401 })),
    );
    await page.portal.refresh();
    await page.until(() => page.portfolio.session?.payer.id === payers.guarantor && page.shown.status === 'ready', 'the other payer');
    expect(page.shown.payments).toEqual([]);
    const theirs = page.history.filter(({ portfolio }) => portfolio.session?.payer.id === payers.guarantor);
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.flatMap(({ history }) => history?.payments ?? [])).toEqual([]);
  });

  it('are gone when nobody is signed in any more', async () => {
    await page.makeOne();
    await page.open();
    page.token = undefined;
    page.tab.wire.always(
      'GET',
      /./,
      answerWith(() => new Response(null, { status: 401 })),
    );
    await page.portal.refresh();
    await endpoint.clock.quiet();
    expect(page.portfolio.status).toBe('signed-out');
    expect(page.portal.history).toBeUndefined();
    page.token = endpoint.world.tokens[payers.guarantor];
    page.tab.wire.heal();
    await page.portal.refresh();
    await page.until(({ status }) => status === 'ready', 'the other payer');
    expect(page.shown.payments).toEqual([]);
  });
});
