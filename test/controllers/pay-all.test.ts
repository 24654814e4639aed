/** A payer pays everything at once, on the real endpoint: one submission, all or none, one payment a contract. */
import { describe, expect, it } from 'vitest';
import { eachPage } from '../support/each-page.js';
import { contracts, type Endpoint } from '../support/endpoint.js';
import type { PayerPage } from '../support/payer-page.js';
import { late } from '../support/wire.js';

describe('Pay all open charges', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  eachPage((own, itsEndpoint) => {
    page = own;
    endpoint = itsEndpoint;
  });

  const openAll = async (): Promise<void> => {
    page.send({ type: 'payAllPressed', currency: 'USD' });
    expect(page.state.name).toBe('gathering');
    await endpoint.clock.until(() => page.state.name === 'editing' && page.state.accounts.status !== 'loading', 'the accounts');
  };
  const ids = (): string[] => page.in('editing').draft.lines.map(({ contract }) => contract.id);
  const authorize = async (): Promise<void> => {
    page.send({ type: 'reviewPressed' });
    await page.reach('reviewing');
    await endpoint.clock.advance(500);
    page.send({ type: 'authorizationTicked', isOn: true });
    page.authorize();
  };

  it('has a line a contract that can be paid, the first due first, and leaves out what is in flight', async () => {
    await openAll();
    const { draft } = page.in('editing');
    expect(ids()).toEqual([contracts.pastDue, contracts.upcoming]);
    expect(draft.left.map(({ id }) => id)).toEqual([contracts.autopay]);
    expect(page.said.slice(-2)).toEqual(['Looking up the contracts that can be paid.', 'Pay all open charges: choose the amounts.']);
  });

  it('says what is taken out while a review is being prepared, which is not of that any more', async () => {
    await openAll();
    page.tab.wire.next('POST', /preview/, late(5_000));
    page.send({ type: 'reviewPressed' }, { type: 'lineRemoved', contractId: contracts.upcoming });
    expect(page.said.at(-1)).toMatch(/ is taken out of this payment\.$/);
    await endpoint.clock.advance(6_000);
    expect(ids()).toEqual([contracts.pastDue]);
    expect(page.state.name).toBe('editing');
  });

  it('becomes one submission and one payment a contract, without an invoice', async () => {
    await openAll();
    page.send(
      { type: 'otherAmountTyped', contractId: contracts.upcoming, text: '100.00' },
      { type: 'lineAdded', contractId: contracts.autopay },
    );
    await authorize();
    const { payments } = await page.reach('accepted');
    expect(payments.map(({ contractId, amount }) => [contractId, amount.value])).toEqual([
      [contracts.pastDue, 322_500],
      [contracts.upcoming, 10_000],
      [contracts.autopay, 30_000],
    ]);
    const { payment_keys: keys, alternate_efts: records } = await endpoint.world.rows();
    expect(keys).toHaveLength(1);
    expect(records.map((record) => record.contract_id).toSorted()).toEqual(
      [contracts.autopay, contracts.pastDue, contracts.upcoming].toSorted(),
    );
    expect(page.events.filter(({ name }) => name === 'aspire-pay-submitted')).toHaveLength(1);
  });

  it('pays none where one has changed meanwhile, and shows which', async () => {
    await openAll();
    page.send({ type: 'reviewPressed' });
    await page.reach('reviewing');
    await endpoint.world.post({ contractId: contracts.upcoming, lowerBy: 4_000 });
    await endpoint.clock.advance(500);
    page.send({ type: 'authorizationTicked', isOn: true });
    page.authorize();
    const { moved, items } = await page.reach('changed');
    expect(moved).toEqual([contracts.upcoming]);
    expect(items).toHaveLength(2);
    await endpoint.clock.until(() => page.in('changed').now !== undefined, 'the contract as it is now');
    expect(page.in('changed').now).toMatchObject([{ id: contracts.upcoming, totals: { open: { value: 60_000 } } }]);
    expect((await endpoint.world.rows()).payments).toHaveLength(0);
    page.send({ type: 'reviewPressed' });
    const { reviewed } = await page.reach('reviewing');
    expect(reviewed.total.value).toBe(322_500 + 60_000);
  });

  it('drops a contract that can’t be paid any more, and pays the others', async () => {
    await openAll();
    page.send({ type: 'reviewPressed' });
    await page.reach('reviewing');
    await endpoint.world.post({ contractId: contracts.upcoming, lowerBy: 64_000 });
    await endpoint.clock.advance(500);
    page.send({ type: 'authorizationTicked', isOn: true });
    page.authorize();
    await page.reach('changed');
    await endpoint.clock.until(() => page.in('changed').now !== undefined, 'the contract as it is now');
    page.send({ type: 'reviewPressed' });
    const { reviewed } = await page.reach('reviewing');
    expect(reviewed.items.map(({ contract }) => contract.id)).toEqual([contracts.pastDue]);
  });

  it('offers the first by due date above what the lender takes at once, and says so', async () => {
    await endpoint.world.changeLender({ limits: { maxItems: 1 } });
    await page.portal.refresh();
    await openAll();
    expect(ids()).toEqual([contracts.pastDue]);
    expect(page.in('editing').draft.isCapped).toBe(true);
  });

  it('leaves out a contract whose payment is still being checked', async () => {
    page.tab.wire.always('POST', /\/payments$/, () => Promise.reject(new TypeError('no line')));
    page.tab.wire.always('GET', /by-key/, () => Promise.reject(new TypeError('no line')));
    await page.review(contracts.upcoming);
    page.authorize();
    await page.reach('checking');
    page.send({ type: 'donePressed' });
    await openAll();
    expect(ids()).toEqual([contracts.pastDue]);
  });

  it('says why where the contracts can’t be read, and tries again', async () => {
    page.tab.wire.next('GET', /contracts/, () => Promise.reject(new TypeError('no line')));
    page.send({ type: 'payAllPressed', currency: 'USD' });
    await endpoint.clock.until(() => page.in('gathering').fault !== undefined, 'why not');
    expect(page.in('gathering').fault).toEqual({ code: 'network' });
    expect(page.said.at(-1)).toBe('The contracts could not be loaded.');
    await openAll();
    expect(ids()).toHaveLength(2);
  });

  it('is nobody’s any more once the payer has gone back', async () => {
    page.send({ type: 'payAllPressed', currency: 'USD' }, { type: 'backPressed' });
    await endpoint.clock.quiet();
    expect(page.state.name).toBe('idle');
  });

  it('is what pay() opens where there are several contracts', async () => {
    const event = page.portal.setOut();
    if (event) page.send(event);
    await page.reach('editing');
    expect(ids()).toHaveLength(2);
  });

  it('says a mistake at the contract it is in, when its field is left', async () => {
    await openAll();
    page.send(
      { type: 'otherAmountTyped', contractId: contracts.upcoming, text: '12.345' },
      { type: 'fieldLeft', field: 'otherAmount', contractId: contracts.upcoming },
    );
    expect(page.in('editing').faults).toEqual([
      { field: 'otherAmount', code: 'amount-too-precise', contractId: contracts.upcoming, contractNumber: 'EL-1002' },
    ]);
    page.send({ type: 'lineRemoved', contractId: contracts.upcoming });
    expect(page.in('editing').faults).toEqual([]);
    expect(page.said.at(-1)).toBe('Contract EL-1002 is taken out of this payment.');
  });
});
