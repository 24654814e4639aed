/** The receipt of a payment, of one made before and of one made just now: the same parts, and the text that was authorized. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEndpoint, type Endpoint } from '../support/endpoint.js';
import { HistoryPage } from '../support/history-page.js';

describe('a receipt', () => {
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

  it('holds what was authorized, keeps up, and leads back to the list', async () => {
    const payment = await page.makeOne();
    await page.open();
    page.send({ type: 'receiptOpened', paymentId: payment.id });
    expect(page.shown.receipt?.status).toBe('loading');
    expect(page.portal.receipt).toBeUndefined();
    await page.until(() => page.shown.receipt?.status === 'ready', 'the receipt');
    expect(page.portal.receipt).toMatchObject({
      payments: [{ reference: payment.reference }],
      authorization: { text: expect.stringContaining('$10.00') as string, locale: 'en-US' },
    });
    await endpoint.world.movePayments({ status: 'paid' });
    await page.until(() => page.portal.receipt?.payments[0]?.status === 'paid', 'the new status');
    page.send({ type: 'donePressed' });
    await page.until(() => page.shown.payments[0]?.status === 'paid', 'the list');
    expect(page.shown.receipt).toBeUndefined();
  });

  it('of somebody else’s payment is not there', async () => {
    await page.open();
    page.send({ type: 'receiptOpened', paymentId: 'pay_of-another' });
    await page.until(() => page.shown.receipt?.status === 'failed', 'the end');
    expect(page.shown.receipt).toMatchObject({ status: 'failed', fault: { code: 'not-found' } });
    page.send({ type: 'donePressed' });
    expect(page.shown.receipt).toBeUndefined();
  });

  it('of a payment just accepted is the same, with the text that was read', async () => {
    await page.see();
    const { reviewed } = await page.review();
    page.authorize();
    const { payments } = await page.reach('accepted');
    expect(page.portal.receipt).toMatchObject({
      payments,
      authorization: { text: reviewed.preview.authorization.text, locale: 'en-US' },
    });
  });
});
