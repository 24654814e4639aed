/** Cancelling a payment: asked first, sent once, and what came of it is what the endpoint says. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contracts, payers, startEndpoint, type Endpoint } from '../support/endpoint.js';
import { cancelPath, HistoryPage } from '../support/history-page.js';
import { answeredLate, answerWith, mishaps } from '../support/wire.js';

describe('cancelling a payment', () => {
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

  it('shows what the endpoint says at once, tells the page once, and has the contracts read again', async () => {
    const payment = await page.makeOne();
    await page.open();
    const version = page.contract(contracts.pastDue).version;
    await page.cancel(payment);
    expect(page.shown).toMatchObject({ cancel: { step: 'done' }, payments: [{ status: 'pending_cancel', cancelable: false }] });
    expect(page.contract(contracts.pastDue).version).not.toBe(version);
    expect(page.events.filter(({ name }) => name === 'aspire-pay-canceled')).toEqual([
      {
        name: 'aspire-pay-canceled',
        detail: {
          id: payment.id,
          contractId: contracts.pastDue,
          contractNumber: 'EL-1001',
          amount: { value: 1_000, currency: 'USD' },
          status: 'pending_cancel',
          reference: payment.reference,
        },
      },
    ]);
    expect(page.said).toEqual(['Payments loaded.', 'Canceling the payment.', 'Cancellation is requested.']);
    expect(await endpoint.payments()).toEqual(['pending_cancel']);
  });

  it('is asked for first, and not where the way back was taken', async () => {
    const payment = await page.makeOne();
    await page.open();
    page.send({ type: 'cancelConfirmed' });
    page.send({ type: 'cancelPressed', paymentId: payment.id }, { type: 'cancelClosed' }, { type: 'cancelConfirmed' });
    await endpoint.clock.quiet();
    expect(page.cancels).toBe(0);
    expect(page.shown.cancel).toBeUndefined();
  });

  it('sends one request, however often it is pressed', async () => {
    const payment = await page.makeOne();
    await page.open();
    page.send({ type: 'cancelPressed', paymentId: payment.id });
    page.send({ type: 'cancelConfirmed' }, { type: 'cancelConfirmed' }, { type: 'cancelPressed', paymentId: payment.id });
    page.send({ type: 'cancelConfirmed' });
    await page.until(() => page.shown.cancel?.step === 'done', 'the answer');
    page.send({ type: 'cancelConfirmed' });
    await endpoint.clock.quiet();
    expect(page.cancels).toBe(1);
  });

  it('is not asked of what can’t be canceled', async () => {
    const payment = await page.makeOne();
    await endpoint.world.movePayments({ status: 'paid' });
    await page.open();
    page.send({ type: 'cancelPressed', paymentId: payment.id }, { type: 'cancelPressed', paymentId: 'nothing' });
    expect(page.shown.cancel).toBeUndefined();
  });

  it('too late is told, the list is read again, and nothing has changed', async () => {
    const payment = await page.makeOne();
    await page.open();
    await endpoint.world.movePayments({ status: 'paid' });
    await page.cancel(payment);
    expect(page.shown).toMatchObject({ cancel: { step: 'too-late' }, payments: [{ status: 'paid', cancelable: false }] });
    expect(page.told).not.toContain('aspire-pay-canceled');
    expect(await endpoint.payments()).toEqual(['paid']);
    expect(page.said).toContain('It is too late to cancel this payment. Nothing was changed.');
  });

  it.each(['dropAfter', 'cutAnswer'] as const)('is found out where the answer was lost: %s', async (mishap) => {
    const payment = await page.makeOne();
    await page.open();
    page.tab.wire.next('POST', cancelPath, mishaps[mishap]);
    page.send({ type: 'cancelPressed', paymentId: payment.id }, { type: 'cancelConfirmed' });
    await page.until(() => page.shown.cancel?.step === 'done', 'what came of it');
    expect(page.said).toContain('It is not known whether the request to cancel arrived.');
    expect(page.told.filter((name) => name === 'aspire-pay-canceled')).toHaveLength(1);
    expect(page.cancels).toBe(1);
  });

  it('stays not known where the request never arrived, and can be asked again', async () => {
    const payment = await page.makeOne();
    await page.open();
    page.tab.wire.next('POST', cancelPath, mishaps.dropBefore);
    await page.cancel(payment);
    expect(page.shown).toMatchObject({ cancel: { step: 'unknown' }, payments: [{ status: 'pending', cancelable: true }] });
    expect(page.told).not.toContain('aspire-pay-canceled');
    await page.cancel(payment);
    expect(page.shown).toMatchObject({ cancel: { step: 'done' }, payments: [{ status: 'pending_cancel' }] });
  });

  it('where the lender offers it no more says so, and offers it no more', async () => {
    const payment = await page.makeOne();
    await page.open();
    await endpoint.world.changeLender({ features: { cancel: false } });
    await page.cancel(payment);
    expect(page.shown).toMatchObject({ cancel: { step: 'refused', fault: { code: 'forbidden' } }, payments: [{ cancelable: false }] });
    expect(page.portfolio.session?.features.cancel).toBe(false);
  });

  it('is shown to nobody else: an answer after the payer has changed is dropped', async () => {
    const payment = await page.makeOne();
    await page.open();
    page.tab.wire.next('POST', cancelPath, answeredLate(4_000));
    page.send({ type: 'cancelPressed', paymentId: payment.id }, { type: 'cancelConfirmed' });
    await endpoint.clock.quiet();
    page.token = endpoint.world.tokens[payers.guarantor];
    page.tab.wire.next(
      'GET',
      /^\/session/,
      answerWith(() => new Response(null, { status: 401 })),
    );
    await page.portal.refresh();
    await endpoint.clock.advance(10_000);
    expect(page.portfolio.session?.payer.id).toBe(payers.guarantor);
    expect(page.shown.cancel).toBeUndefined();
    expect(page.told).not.toContain('aspire-pay-canceled');
  });
});
