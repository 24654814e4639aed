/** A payer sees what is owed and pays it once: the whole way, against the real endpoint. */
import { describe, expect, it } from 'vitest';
import { eachPage } from '../support/each-page.js';
import { accounts, contracts, type Endpoint } from '../support/endpoint.js';
import { PayerPage } from '../support/payer-page.js';
import { answeredLate, late, mishaps } from '../support/wire.js';

describe('paying a contract', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  eachPage((own, itsEndpoint) => {
    page = own;
    endpoint = itsEndpoint;
  });

  it('goes from the list to Accepted, with one payment behind it', async () => {
    expect(page.portfolio).toMatchObject({ status: 'ready', total: 4, session: { payer: { name: 'Bluebird Bakery LLC' } } });
    const review = await page.review();
    expect(review.reviewed).toMatchObject({
      total: { value: 215_000, currency: 'USD' },
      account: { id: accounts.checking, last4: '6789' },
      preview: { warnings: [], authorization: { text: expect.stringContaining('$2,150.00') as string } },
    });

    page.authorize();
    expect(page.state.name).toBe('submitting');
    const accepted = await page.reach('accepted');
    expect(accepted.payments).toMatchObject([{ contractId: contracts.pastDue, status: 'pending', amount: { value: 215_000 } }]);

    const { payments, alternate_efts: records } = await endpoint.world.rows();
    expect(payments).toMatchObject([{ contract_id: contracts.pastDue, reference: accepted.payments[0]?.reference }]);
    expect(records).toMatchObject([{ contract_id: contracts.pastDue, amount_value: 215_000, sec_code: 'CCD' }]);
    expect(page.told).toEqual(['aspire-pay-ready', 'aspire-pay-submit', 'aspire-pay-submitted']);
  });

  it('shows the payment beside the balance afterwards, and the list again on Done', async () => {
    await page.review();
    page.authorize();
    await page.reach('accepted');
    await endpoint.clock.quiet();
    expect(page.contract(contracts.pastDue).inFlight).toMatchObject([{ amount: { value: 215_000 }, status: 'pending' }]);
    page.send({ type: 'donePressed' });
    expect(page.state).toEqual({ name: 'idle' });
  });

  it('takes another amount, another day and another account', async () => {
    await page.openForm();
    page.send(
      { type: 'otherAmountTyped', contractId: contracts.pastDue, text: '$1,200.50' },
      { type: 'dateChosen', date: '2026-11-20' },
      { type: 'accountChosen', accountId: accounts.savings },
      { type: 'reviewPressed' },
    );
    const { reviewed } = await page.reach('reviewing');
    expect(reviewed).toMatchObject({ total: { value: 120_050 }, account: { id: accounts.savings }, draft: { date: '2026-11-20' } });
  });

  it('keeps everything that was filled in on Back', async () => {
    await page.openForm();
    page.send(
      { type: 'otherAmountTyped', contractId: contracts.pastDue, text: '12.50' },
      { type: 'dateChosen', date: '2026-11-20' },
      { type: 'reviewPressed' },
    );
    await page.reach('reviewing');
    page.send({ type: 'backPressed' });
    expect(page.in('editing').draft).toMatchObject({
      lines: [{ choice: 'other', otherAmount: '12.50' }],
      date: '2026-11-20',
      accountId: accounts.checking,
    });
  });

  it('asks for Pay in addition where a payment is in flight, and offers what remains', async () => {
    page.send({ type: 'payPressed', contractId: contracts.autopay });
    expect(page.in('warned').contract.inFlight).toHaveLength(1);
    page.send({ type: 'additionPressed' });
    await endpoint.clock.quiet();
    expect(page.in('editing').draft).toMatchObject({ lines: [{ inAddition: true, choice: 'due' }] });
    page.send({ type: 'reviewPressed' });
    const { reviewed } = await page.reach('reviewing');
    expect(reviewed.total.value).toBe(30_000);
    expect(reviewed.preview.warnings.map(({ code }) => code)).toContain('in-flight');
  });

  it('case 61: asks for Pay in addition two days later, before the first payment was posted', async () => {
    await page.review();
    page.authorize();
    await page.reach('accepted');
    page.disconnect();
    await endpoint.clock.advance(2 * 86_400_000);

    const later = new PayerPage(endpoint);
    await later.see();
    later.send({ type: 'payPressed', contractId: contracts.pastDue });
    expect(later.in('warned').contract.inFlight).toMatchObject([{ amount: { value: 215_000 } }]);
    later.send({ type: 'additionPressed' });
    expect(later.in('editing').draft.lines).toMatchObject([{ choice: 'open' }]);
    later.disconnect();
  });

  it.each([contracts.notPayable, 'contract-foreign', 'nothing'])(
    'does not begin for a contract that can’t be paid: %s',
    async (contractId) => {
      page.send({ type: 'payPressed', contractId });
      await endpoint.clock.quiet();
      expect(page.state.name).toBe('idle');
    },
  );

  it('does not begin again in the middle: what was typed stays', async () => {
    await page.openForm();
    page.send({ type: 'accountChosen', accountId: 'new' }, { type: 'accountNumberTyped', text: '400012346789' });
    page.send({ type: 'fieldLeft', field: 'accountNumber' }, { type: 'payPressed', contractId: contracts.upcoming });
    await endpoint.clock.quiet();
    expect(page.in('editing').draft).toMatchObject({
      lines: [{ contract: { id: contracts.pastDue } }],
      newAccount: { accountNumberMask: '•••• 6789' },
    });
  });

  it('shows no review that was asked for and then left for another contract', async () => {
    await page.openForm(contracts.pastDue);
    page.tab.wire.next('POST', /preview/, answeredLate(5_000));
    page.send({ type: 'reviewPressed' });
    await endpoint.clock.quiet();
    page.send({ type: 'backPressed' });
    await page.openForm(contracts.upcoming);
    page.tab.wire.next('POST', /preview/, late(9_000));
    page.send({ type: 'reviewPressed' });
    const { reviewed } = await page.reach('reviewing');
    expect(reviewed.items.map(({ contract }) => contract.id)).toEqual([contracts.upcoming]);
  });

  it('reviews what stands in the form, where that was edited while a review was being prepared', async () => {
    await page.openForm(contracts.pastDue);
    page.send({ type: 'otherAmountTyped', contractId: contracts.pastDue, text: '100' });
    page.tab.wire.next('POST', /preview/, late(5_000));
    page.send({ type: 'reviewPressed' });
    expect(page.state.name).toBe('previewing');
    page.send({ type: 'otherAmountTyped', contractId: contracts.pastDue, text: '500' });
    expect(page.in('editing').draft.lines).toMatchObject([{ otherAmount: '500' }]);
    expect(page.said.at(-1)).toBe('Something was changed meanwhile: no review is being prepared.');
    await endpoint.clock.advance(6_000);
    expect(page.state.name).toBe('editing');
    page.send({ type: 'reviewPressed' });
    expect((await page.reach('reviewing')).reviewed.total.value).toBe(50_000);
  });

  it('shows the accounts of the form that is open, whatever comes of an earlier one’s', async () => {
    page.tab.wire.next('GET', /^\/bank-accounts/, late(9_000, mishaps.dropBefore));
    page.send({ type: 'payPressed', contractId: contracts.pastDue });
    page.send({ type: 'backPressed' });
    await page.openForm(contracts.pastDue);
    expect(page.in('editing').accounts.status).toBe('ready');
    await endpoint.clock.advance(40_000);
    expect(page.in('editing').accounts.status).toBe('ready');
  });

  it('says aloud each step once', async () => {
    await page.review();
    page.authorize();
    await page.reach('accepted');
    await endpoint.clock.advance(65_000);
    // The headings of review and result take the focus, and are heard by that.
    expect(page.said).toEqual(['4 contracts loaded.', 'Preparing the review.', 'Sending the payment.']);
  });
});
