/** The payment, or its answer, is lost on the way: the element finds out by its key what became of it, and pays once. */
import { expect } from '@open-wc/testing';
import { setOnline } from '../support/network.js';
import { until } from '../support/payer.js';
import { accepted, calledOff, checking, foundAccepted, Paying, postDeadlineMs } from '../support/paying.js';

describe('a wire that loses things', () => {
  let page: Paying;

  beforeEach(async () => {
    page = await Paying.review();
  });
  afterEach(() => page.close());

  it('case 1: dropped before the endpoint read it, the payment is sent again with its key, and made once', async () => {
    await page.befallPayments({ kind: 'drop-before' });
    await page.press();
    await page.ends({ ...accepted, posts: 2, delivered: 1 });
  });

  it('case 2: dropped after the commit, the payment is found by its key', async () => {
    await page.befallPayments({ kind: 'drop-after' });
    await page.press();
    await page.ends({ ...accepted, posts: 1 });
  });

  it('case 3: reset in the middle of the answer, the payment is found by its key', async () => {
    await page.befallPayments({ kind: 'cut', isReset: true });
    await page.press();
    await page.ends({ ...accepted, posts: 1 });
  });

  for (const framing of ['length', 'chunked'] as const) {
    it(`case 10: an answer cut short (${framing}) proves nothing; the payment is found by its key`, async () => {
      await page.befallPayments({ kind: 'cut', framing });
      await page.press();
      await page.ends({ ...accepted, posts: 1 });
    });
  }

  it('case 11: JSON that ends with the connection proves nothing; the payment is found by its key', async () => {
    await page.befallPayments({ kind: 'cut', framing: 'close' });
    await page.press();
    await page.ends({ ...accepted, posts: 1 });
  });

  it('case 8: an answer that drips is given up at the deadline, and the payment found by its key', async () => {
    await page.befallPayments({ kind: 'drip' });
    await page.press();
    await page.world.untilHeld();
    await page.clock.skip(postDeadlineMs);
    await page.ends({ ...accepted, posts: 1 });
  });

  it('case 9: without any answer it is Checking after thirty seconds, and settles by itself when answers come again', async () => {
    await page.befallAll({ kind: 'delay-before' });
    await page.press();
    await page.world.untilHeld();
    await page.passThirtySeconds();
    await page.ends({ ...checking, posts: 1, delivered: 0, payments: [], keys: [] });
    expect(page.detail('aspire-pay-error').code).to.equal('timeout');
    await page.askAgain();
    await page.ends({ ...calledOff, posts: 1, delivered: 0 });
  });

  it('leaves the focus in a field of the site, where the payer went on meanwhile, and says what became of the payment', async () => {
    const { payer, clock } = page;
    await payer.inSiteField(async (search) => {
      await page.befallPayments({ kind: 'drop-after' });
      await page.befallAll({ kind: 'drop-before' });
      await page.press();
      search.focus();
      await until(() => !clock.waits.includes(postDeadlineMs), 'the end of the first try');
      await page.passThirtySeconds();
      await until(() => payer.said.includes('We are checking this payment. Do not pay again.'), 'what is checked to be said');
      expect(document.activeElement).to.equal(search);
      await page.askAgain();
      await payer.sees('Payment accepted');
      await until(() => payer.said.includes('Payment accepted.'), 'the end to be said');
      expect(document.activeElement).to.equal(search);
    });
  });
});

describe('a page that is offline', () => {
  let page: Paying;

  beforeEach(async () => {
    page = await Paying.review();
  });
  afterEach(async () => {
    setOnline(true);
    await page.close();
  });

  it('case 29: before the press, nothing is sent and the reason is read; back online the same press pays', async () => {
    setOnline(false);
    await page.payer.authorize();
    await page.payer.sees('You are offline. Nothing was sent. Press again when you are back online.');
    await page.ends({ screen: 'Review payment', events: [], posts: 0, payments: [], keys: [] });
    setOnline(true);
    await page.payer.press('Authorize payment of');
    await page.ends({ ...accepted, posts: 1 });
  });

  it('case 29: on the list, no payment is offered and the reason is read', async () => {
    await page.payer.press('Back');
    await page.payer.press('Back');
    setOnline(false);
    await page.payer.sees('Paying needs a connection.');
    expect(page.payer.has('button', 'Pay this contract')).to.equal(false);
    await page.ends({ screen: 'Total open on 4 contracts', events: [], posts: 0, payments: [], keys: [] });
    setOnline(true);
    await page.payer.find('button', 'Pay this contract', 'EL-1001');
  });

  it('case 29: in the middle, it is Checking, and asks at once when it is back online', async () => {
    await page.befallPayments({ kind: 'drop-after' });
    await page.befallAll({ kind: 'drop-before' });
    await page.pressUntilChecking();
    setOnline(false);
    await page.ends({ ...checking, posts: 1, payments: ['pending'], keys: ['accepted'] });
    await page.world.clearFaults();
    setOnline(true);
    await page.ends({ ...foundAccepted, posts: 1 });
  });
});
