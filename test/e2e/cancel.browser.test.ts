/** Cancelling a payment: in time, too late, by a double click, by keyboard alone, and when the answer is lost. Real endpoint, real database. */
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { payBefore } from '../support/paid-before.js';
import { Payer, until } from '../support/payer.js';
import { contracts, createWorld, payers, type World } from '../support/world.js';

describe('cancelling', () => {
  let world: World;
  let payer: Payer;

  beforeEach(async () => {
    world = await createWorld({ scheduleSeconds: 3_600 });
    await payBefore(world);
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker), attributes: { view: 'payments' } });
  });

  afterEach(async () => {
    payer.leave();
    await world.close();
  });

  const cancels = async (): Promise<number> =>
    (await world.log('POST', '/payments/')).filter(({ path }) => path.endsWith('/cancel')).length;
  const inNote = (): boolean => payer.root.activeElement?.id === 'cancel-note';

  it('a payment after asking: shown at once, told once, and the record is neutralised', async () => {
    await payer.press('Cancel payment');
    await payer.sees('Cancel the payment of $10.00 on contract EL-1001?');
    await until(inNote, 'the focus on the question');
    await expect(payer.element).to.be.accessible();
    await payer.press('Cancel payment of $10.00');
    await payer.sees('Cancel requested');
    expect(payer.text).to.contain('the account may still be debited');
    expect(payer.said.join(' ')).to.contain('Cancellation is requested.');
    await expect(payer.element).to.be.accessible();
    const [payment] = (await world.rows()).payments;
    const [{ detail } = { detail: undefined }, ...more] = payer.eventsNamed('aspire-pay-canceled');
    expect(more).to.deep.equal([]);
    expect(detail).to.deep.equal({
      id: payment?.id,
      contractId: contracts.pastDue,
      contractNumber: 'EL-1001',
      amount: { value: 1_000, currency: 'USD' },
      status: 'pending_cancel',
      reference: payment?.reference,
    });

    await world.setClock({ advanceSeconds: 3_700 });
    await until(async () => (await world.rows()).payments[0]?.status === 'canceled', 'the lender’s confirmation', 20_000);
    expect((await world.rows()).alternate_efts[0]).to.include({ status: 'canceled', payments: 0 });
    await payer.press('Refresh');
    await payer.sees(/Canceled/);
    expect(payer.has('button', 'Cancel payment')).to.equal(false);
    await payer.press('Close');
    await until(() => payer.focused.startsWith('Show receipt'), 'the focus on what is left in the row');
  });

  it('nothing where the payer thinks better of it, and the focus is where it was', async () => {
    await payer.press('Cancel payment');
    await payer.press('Keep payment');
    await until(() => payer.focused.startsWith('Cancel payment'), 'the focus on the button');
    expect(await cancels()).to.equal(0);
    expect((await world.rows()).payments.map(({ status }) => status)).to.deep.equal(['pending']);
  });

  it('by one request, also by a double click', async () => {
    await payer.press('Cancel payment');
    await until(inNote, 'the question');
    await world.addFault({ method: 'POST', path: '/payments/*', effect: { kind: 'delay-before' } });
    const button = await payer.find('button', 'Cancel payment of $10.00');
    button.scrollIntoView({ block: 'center' });
    const box = button.getBoundingClientRect();
    const position: [number, number] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)];
    await sendMouse({ type: 'click', position });
    await sendMouse({ type: 'click', position });
    await world.untilHeld();
    await payer.sees('Canceling…');
    await expect(payer.element).to.be.accessible();
    await world.release();
    await payer.sees('Cancel requested');
    await until(() => payer.focused === 'Close', 'the focus where it can go on');
    expect(await cancels()).to.equal(1);
  });

  it('nothing when it is too late: said calmly, read again, and unchanged', async () => {
    await payer.press('Cancel payment');
    await world.movePayments({ status: 'paid' });
    await payer.press('Cancel payment of $10.00');
    await payer.sees('It is too late to cancel payment');
    await payer.sees('Sent to bank');
    expect(payer.text).to.contain('Nothing was changed.');
    expect(payer.eventsNamed('aspire-pay-canceled')).to.deep.equal([]);
    await expect(payer.element).to.be.accessible();
    expect((await world.rows()).payments.map(({ status }) => status)).to.deep.equal(['paid']);
  });

  it('and says so when nobody knows whether the request arrived', async () => {
    await payer.press('Cancel payment');
    await world.addFault({ method: 'POST', path: '/payments/*', effect: { kind: 'answer', status: 502, body: 'Bad gateway' } });
    await payer.press('Cancel payment of $10.00');
    await payer.sees('It is not known whether the request to cancel payment');
    expect(payer.text).to.contain('Pending');
    await expect(payer.element).to.be.accessible();
  });

  it('by keyboard alone', async () => {
    await payer.find('button', 'Cancel payment');
    payer.element.focus();
    const tabTo = async (name: string): Promise<void> => {
      for (let press = 0; press < 20 && !payer.focused.startsWith(name); press += 1) await sendKeys({ press: 'Tab' });
      expect(payer.focused).to.match(new RegExp(`^${name}`));
    };
    await tabTo('Cancel payment');
    await sendKeys({ press: 'Enter' });
    await until(inNote, 'the focus on the question');
    await sendKeys({ press: 'Tab' });
    expect(payer.focused).to.equal('Cancel payment of $10.00');
    await sendKeys({ press: 'Enter' });
    await until(() => payer.focused === 'Close', 'the focus where it can go on');
    await sendKeys({ press: 'Enter' });
    await until(() => payer.focused.startsWith('Show receipt'), 'the focus on what is left in the row');
    await sendKeys({ press: 'Enter' });
    await until(() => payer.heading === 'Receipt' && payer.root.activeElement?.id === 'view', 'the receipt, its heading in focus');
    await payer.find('button', 'Print receipt');
    await tabTo('Done');
    await sendKeys({ press: 'Enter' });
    await until(() => payer.focused.startsWith('Show receipt'), 'the focus where it was');
  });
});
