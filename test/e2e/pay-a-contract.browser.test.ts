/** A payer sees what is open, pays a contract, and the lender has exactly one record of it. Real endpoint, real database. */
import { expect } from '@open-wc/testing';
import type { SubmittedDetail } from '../../src/events.js';
import { acceptedOnce, expectEnd } from '../support/end.js';
import { Payer, until } from '../support/payer.js';
import { contracts, createWorld, payers, startEndpoint, type World } from '../support/world.js';

describe('paying a contract', () => {
  let world: World;
  let payer: Payer;

  beforeEach(async () => {
    world = await createWorld();
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
  });

  afterEach(async () => {
    payer.leave();
    await world.close();
  });

  it('shows each contract with its open invoices and its sums', async () => {
    await payer.sees('EL-1001');
    expect(payer.text).to.contain('Deck oven').and.to.contain('INV-1001-1').and.to.contain('$3,225.00').and.to.contain('$2,150.00');
    expect(payer.text).to.contain('Payments apply to the contract.');
    expect(payer.text).to.contain('collections team');
    await expect(payer.element).to.be.accessible();
  });

  it('pays what is due now from a saved account, and shows it as accepted', async () => {
    await payer.review('EL-1001', 'Due now');
    expect(payer.text).to.contain('$2,150.00').and.to.contain('I, Rosa Lind');
    await expect(payer.element).to.be.accessible();
    await payer.authorize();
    await payer.sees('Payment accepted');
    await expect(payer.element).to.be.accessible();

    const { payments, alternate_efts: records, payment_keys: keys } = await world.rows();
    expect(payments).to.have.length(1);
    expect(keys).to.have.length(1);
    expect(records).to.have.length(1);
    const [record] = records;
    expect(record).to.include({
      contract_id: contracts.pastDue,
      amount_value: 215_000,
      sec_code: 'CCD',
      payments: 1,
      payments_processed: 0,
    });
    expect(Object.keys(record ?? {}).filter((name) => name.includes('invoice'))).to.deep.equal([]);
    expect(payments[0]?.authorization_text).to.contain('$2,150.00');
    expect(payments[0]?.authorization_sha256).to.match(/^[0-9a-f]{64}$/);
    expect(payer.text).to.contain(payments[0]?.reference).and.to.contain('Pending');
  });

  it('is not made to wait, or to choose again, by being quicker than the bank accounts', async () => {
    await world.addFault({ method: 'GET', path: '/bank-accounts', effect: { kind: 'delay-before' } });
    await payer.press('Pay this contract', 'EL-1001');
    await payer.press('Review payment');
    await payer.find('button', 'Preparing the review');
    expect(payer.text).not.to.contain('correction');
    await expect(payer.element).to.be.accessible();
    await world.release();
    await payer.find('field', 'I authorize this payment');
    await until(() => payer.focused.includes('Review payment'), 'the focus on the heading');
    expect(payer.text).to.contain('$2,150.00').and.to.contain('First Prairie Bank');
    await payer.authorize();
    await expectEnd(world, payer, {
      ...acceptedOnce,
      payments: [215_000],
    });
  });

  it('tells the page of the payment by ids, amounts and state, and of no bank digits but the last four', async () => {
    await payer.review('EL-1001', 'Past due');
    await payer.authorize();
    await payer.sees('Payment accepted');
    const [submitted] = payer.eventsNamed('aspire-pay-submitted');
    const { payments } = submitted?.detail as SubmittedDetail;
    expect(payments).to.have.length(1);
    expect(payments[0]).to.include({ contractId: contracts.pastDue, contractNumber: 'EL-1001', status: 'pending' });
    expect(payments[0]?.amount).to.deep.equal({ value: 107_500, currency: 'USD' });
    expect(JSON.stringify(payer.events)).not.to.match(/400012346789|12346789/);
  });

  it('shows the payment beside the balance when the payer is done', async () => {
    await payer.review('EL-1001', 'Due now');
    await payer.authorize();
    await payer.press('Done');
    await payer.sees('$2,150.00 in flight');
  });

  it('does not pay when a script presses the button', async () => {
    await payer.review('EL-1001', 'Due now');
    await payer.choose('I authorize this payment');
    await new Promise((resolve) => setTimeout(resolve, 600));
    (await payer.find('button', 'Authorize payment of')).click();
    await payer.sees('stopped the payment before it was sent');
    expect((await world.rows()).payments).to.have.length(0);
  });

  it('says why an untouched box or a hasty press pays nothing, and keeps the focus on the button', async () => {
    await payer.review('EL-1001', 'Due now');
    await payer.press('Authorize payment of');
    await payer.sees(/quicker than the review can be read|Check the box “I authorize this payment” first/);
    await new Promise((resolve) => setTimeout(resolve, 600));
    await payer.press('Authorize payment of');
    await payer.sees('Check the box “I authorize this payment” first');
    expect((await world.rows()).payments).to.have.length(0);
  });

  it('goes back to the review when the page cancels the submit event', async () => {
    payer.element.addEventListener('aspire-pay-submit', (event) => event.preventDefault());
    await payer.review('EL-1001', 'Due now');
    await payer.authorize();
    await payer.sees('This website stopped the payment before it was sent.');
    expect((await world.log('POST', '/payments')).filter(({ path }) => path === '/payments')).to.have.length(0);
    expect(Object.keys(localStorage).filter((key) => key.startsWith('aspire-pay:'))).to.deep.equal([]);
  });
});

describe('a payment that was accepted', () => {
  it('is still there after kill -9 of the endpoint', async () => {
    const server = await startEndpoint();
    const token = server.tokens[payers.baker];
    const payer = Payer.open({ endpoint: server.endpoint, token });
    try {
      await payer.review('EL-1001', 'Due now');
      await payer.authorize();
      await payer.sees('Payment accepted');
      await server.kill();
      await server.restart();
      const answer = await fetch(`${server.endpoint}/payments`, { headers: { authorization: `Bearer ${token ?? ''}` } });
      const { items } = (await answer.json()) as { items: { contractNumber: string; amount: { value: number } }[] };
      expect(items).to.have.length(1);
      expect(items[0]?.contractNumber).to.equal('EL-1001');
    } finally {
      payer.leave();
      await server.close();
    }
  });
});
