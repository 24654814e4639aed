/** What became of the payments: seen by page, kept up with, marked where it is old. Real endpoint, real database. */
import { expect } from '@open-wc/testing';
import { setOnline } from '../support/network.js';
import { PageClock } from '../support/page-clock.js';
import { payBefore } from '../support/paid-before.js';
import { Payer, until } from '../support/payer.js';
import { createWorld, payers, type World } from '../support/world.js';

describe('the payments view', () => {
  let world: World;
  let payer: Payer;

  const open = async (count = 1, view = 'payments'): Promise<void> => {
    await payBefore(world, count);
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker), attributes: { view } });
  };

  beforeEach(async () => {
    world = await createWorld({ scheduleSeconds: 3_600 });
  });

  afterEach(async () => {
    payer.leave();
    setOnline(true);
    await world.close();
  });

  const rows = (): number => payer.root.querySelectorAll('tbody tr').length;

  it('is reached by its button, and the contracts by theirs', async () => {
    await open(1, 'contracts');
    await payer.press('Payments');
    await until(() => payer.heading === 'Payments', 'the payments');
    await payer.sees('$10.00');
    expect(payer.text).to.contain('EL-1001').and.to.contain('First Prairie Bank').and.to.contain('Pending');
    await expect(payer.element).to.be.accessible();
    await payer.press('Contracts');
    await payer.sees('Deck oven');
    const views = payer.eventsNamed('aspire-pay-view-change').map(({ detail }) => (detail as { view: string }).view);
    expect(views).to.deep.equal(['payments', 'contracts']);
  });

  it('shows its own shape while it loads, then says that there is nothing yet', async () => {
    await world.addFault({ path: '/payments*', effect: { kind: 'delay-before' } });
    await open(0);
    await payer.sees('Loading payments…');
    await world.untilHeld();
    await expect(payer.element).to.be.accessible();
    await world.release();
    await payer.sees('No payments yet');
    expect(payer.said.join(' ')).to.contain('Payments loaded.');
    await expect(payer.element).to.be.accessible();
  });

  it('goes on to older payments and back', async () => {
    await open(22);
    await payer.sees('Payments 1 to 20');
    expect(rows()).to.equal(20);
    await payer.press('Next payments');
    await payer.sees('Payments 21 to 22');
    expect(rows()).to.equal(2);
    await until(() => payer.root.activeElement?.id === 'view', 'the focus on the heading above them');
    expect(payer.text).to.contain('$10.00').and.not.to.contain('$10.21');
    await payer.press('Previous payments');
    await payer.sees('Payments 1 to 20');
    expect(payer.text).to.contain('$10.21');
  }).timeout(60_000);

  const statuses: readonly [status: string, words: string, reason?: string][] = [
    ['scheduled', 'Scheduled'],
    ['pending_cancel', 'Cancel requested'],
    ['canceled', 'Canceled'],
    ['paid', 'Sent to bank'],
    ['returned', 'Returned', 'The bank account is closed.'],
    ['failed', 'Failed', 'It reached the lender too late for its day.'],
    ['of-tomorrow', 'Being processed'],
  ];
  it('case 53: keeps up with every status and its reason, on Refresh', async () => {
    await open();
    await payer.sees('Pending');
    for (const [status, words, text] of statuses) {
      await world.movePayments({ status, ...(text === undefined ? {} : { reason: { code: 'x', text } }) });
      await payer.press('Refresh');
      await payer.sees(words);
      if (text !== undefined) await payer.sees(text);
      if (status === 'paid') await payer.sees('Sent, not confirmed: the bank may still return it.');
    }
  }).timeout(60_000);

  it('case 53: keeps up by itself, within half a minute', async () => {
    const clock = new PageClock();
    try {
      await open();
      await payer.sees('Pending');
      await world.movePayments({ status: 'returned', reason: { code: 'R01', text: 'There was not enough money.' } });
      await clock.skip(33_000);
      await payer.sees('There was not enough money.');
      expect(payer.said.join(' ')).to.match(/Payment AP-.*: Returned\./);
    } finally {
      clock.stop();
    }
  });

  it('is gone within one poll when payments are switched off, and the contracts are there instead', async () => {
    const clock = new PageClock();
    try {
      await open();
      await payer.sees('Pending');
      await world.changeLender({ features: { payments: false } });
      await clock.skip(33_000);
      await payer.sees('Deck oven');
      expect(payer.has('button', 'Payments')).to.equal(false);
    } finally {
      clock.stop();
    }
  });

  it('keeps the list when a refresh fails, and offline, marked as old', async () => {
    await open();
    await payer.sees('Pending');
    await world.addFault({ path: '/payments*', effect: { kind: 'answer', status: 503, body: 'down' } });
    await payer.press('Refresh');
    await payer.sees('This list could not be refreshed.');
    expect(payer.text).to.contain('Pending');
    await expect(payer.element).to.be.accessible();
    setOnline(false);
    await payer.sees('You are offline.');
    expect(payer.has('button', 'Cancel payment')).to.equal(false);
    setOnline(true);
    await payer.find('button', 'Cancel payment');
  });

  it('can be tried again when it could not be loaded', async () => {
    await payBefore(world);
    await world.addFault({ path: '/payments*', effect: { kind: 'answer', status: 500, body: '<h1>Error</h1>' } });
    await open(0);
    await payer.sees('Your payments could not be loaded');
    await expect(payer.element).to.be.accessible();
    await payer.press('Try again');
    await payer.sees('Pending');
    await until(() => payer.root.activeElement?.id === 'view', 'the focus on the heading');
  });
});
