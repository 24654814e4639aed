/** One press, however often it falls; two tabs; two devices: one POST where there is one browser, one payment everywhere. */
import { expect } from '@open-wc/testing';
import { expectEnd, paymentPosts } from '../support/end.js';
import { holdKey } from '../support/keyboard.js';
import { PageInFrame } from '../support/page-in-frame.js';
import { Payer, pause, until } from '../support/payer.js';
import { createWorld, payers, type World } from '../support/world.js';

describe('one press, however often it falls', () => {
  let world: World;
  let payer: Payer;
  let button: HTMLElement;

  beforeEach(async () => {
    world = await createWorld();
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    // The answer waits until every press has fallen.
    await world.addFault({ method: 'POST', path: '/payments', effect: { kind: 'delay-after' } });
    await payer.review('EL-1001', 'Due now');
    await payer.choose('I authorize this payment');
    await pause(600);
    button = await payer.find('button', 'Authorize payment of');
  });

  afterEach(async () => {
    payer.leave();
    await world.close();
    localStorage.clear();
  });

  const expectOne = async (): Promise<void> => {
    await world.untilHeld();
    await world.release();
    await expectEnd(world, payer, {
      screen: 'Payment accepted',
      events: ['aspire-pay-submit', 'aspire-pay-submitted'],
      posts: 1,
      payments: [215_000],
    });
  };

  it('case 32: a double click is one POST', async () => {
    await payer.click(button);
    await payer.click(button).catch(() => undefined);
    await expectOne();
  });

  it('case 32: three clicks in one task are one POST', async () => {
    const trusted: boolean[] = [];
    payer.element.addEventListener('click', (event) => {
      trusted.push(event.isTrusted);
      if (trusted.length < 3) button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    });
    await payer.click(button);
    expect(trusted).to.deep.equal([true, false, false]);
    await expectOne();
  });

  it('case 32: a held Enter is one POST', async () => {
    let clicks = 0;
    payer.root.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter') clicks += 1;
    });
    button.focus();
    await holdKey('Enter', 5);
    expect(clicks).to.be.at.least(5);
    await expectOne();
  });
});

describe('two tabs', () => {
  let world: World;
  let tabs: PageInFrame[];

  const reviewAll = async (payer: Payer): Promise<void> => {
    await payer.press('Pay all open charges');
    await until(() => payer.root.querySelector<HTMLInputElement>('input[name="account"]:checked'), 'a chosen bank account');
    await payer.press('Review payment');
    await payer.find('field', 'I authorize this payment');
  };

  const openTwo = async (
    lacks: readonly ('storage' | 'locks')[] = [],
    review = (payer: Payer): Promise<unknown> => payer.review('EL-1001', 'Due now'),
  ): Promise<[Payer, Payer]> => {
    const first = await PageInFrame.open(world, payers.baker, { lacks });
    const second = await PageInFrame.open(world, payers.baker, { lacks });
    tabs = [first, second];
    await review(first.payer);
    await review(second.payer);
    return [first.payer, second.payer];
  };

  beforeEach(async () => {
    world = await createWorld();
  });

  afterEach(async () => {
    for (const tab of tabs) tab.close();
    await world.close();
    localStorage.clear();
  });

  it('case 30: send one payment between them; the second says where it is being paid', async () => {
    await world.addFault({ method: 'POST', path: '/payments', effect: { kind: 'delay-after' } });
    const [first, second] = await openTwo();
    // Ready before the first presses: its post is held, and given up after twelve seconds.
    await second.choose('I authorize this payment');
    await pause(600);
    await first.authorize();
    await world.untilHeld();
    await second.press('Authorize payment of');
    await second.sees('A payment is being sent from another tab');
    expect(await paymentPosts(world)).to.equal(1);
    await world.release();
    await expectEnd(world, first, {
      screen: 'Payment accepted',
      events: ['aspire-pay-submit', 'aspire-pay-submitted'],
      posts: 1,
      payments: [215_000],
    });
    expect(second.eventsNamed('aspire-pay-submitted')).to.have.length(0);
    // Pressed once more, when the first is through: the balance has moved.
    await pause(600);
    await second.press('Authorize payment of');
    await expectEnd(world, second, {
      screen: 'The balance changed',
      events: ['aspire-pay-submit', 'aspire-pay-submit', 'aspire-pay-refused'],
      posts: 2,
      payments: [215_000],
      keys: ['accepted', 'voided'],
    });
    // What moved it is under way, and may be this very payment: no second one is asked for.
    await second.sees('Meanwhile another payment is under way here.');
    expect(second.text).not.to.contain('Review payment');
  }).timeout(60_000);

  it('case 30: send one payment between them in a browser without locks and without storage: the version guards', async () => {
    await world.addFault({ method: 'POST', path: '/payments', effect: { kind: 'delay-after' } });
    const [first, second] = await openTwo(['storage', 'locks']);
    await first.authorize();
    await world.untilHeld();
    await second.authorize();
    await second.sees('The balance changed', 30_000);
    expect(second.text).to.contain('Nothing was paid');
    await world.release();
    await expectEnd(world, first, {
      screen: 'Payment accepted',
      events: ['aspire-pay-submit', 'aspire-pay-error', 'aspire-pay-submitted'],
      posts: 2,
      payments: [215_000],
      keys: ['accepted', 'voided'],
    });
  }).timeout(60_000);

  it('case 63: paying all on two devices at once, one wins, and the other is asked for nothing a second time', async () => {
    const [first, second] = await openTwo(['storage', 'locks'], reviewAll);
    // Made, and not yet told: the other one is pressed while it is.
    await world.addFault({ method: 'POST', path: '/payments', effect: { kind: 'delay-after' } });
    await first.authorize();
    await world.untilHeld();
    await second.authorize();
    await second.sees('The balance changed', 30_000);
    await world.release();
    await first.sees('Payment accepted', 30_000);
    await second.sees('Nothing is left to pay here.');
    expect(second.text).to.contain('Nothing was paid').and.contain('$3,225.00 Pending, made here').and.not.contain('Review payment');
    expect(second.eventsNamed('aspire-pay-submitted')).to.have.length(0);
    const { payments, payment_keys: keys } = await world.rows();
    expect(payments).to.have.length(2);
    expect(new Set(payments.map(({ contract_id: contract }) => contract)).size).to.equal(2);
    expect(keys.map(({ state }) => state).sort()).to.deep.equal(['accepted', 'voided']);
  }).timeout(60_000);
});

describe('two devices', () => {
  it('case 31: pay the same contract: the slower one is told that the balance changed', async () => {
    const world = await createWorld();
    const slow = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    // Another person's device, with its own lock and journal.
    const quick = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.guarantor) });
    try {
      await slow.review('EL-1001', 'Due now');
      await quick.review('EL-1001', 'Past due');
      await quick.authorize();
      await quick.sees('Payment accepted');
      await slow.authorize();
      await expectEnd(world, slow, {
        screen: 'The balance changed',
        events: ['aspire-pay-submit', 'aspire-pay-refused'],
        posts: 2,
        payments: [107_500],
        keys: ['accepted', 'voided'],
      });
      expect(slow.text).to.contain('Nothing was paid');
      await until(() => slow.text.includes('$1,075.00'), 'what is left beside the other payment');
    } finally {
      slow.leave();
      quick.leave();
      await world.close();
      localStorage.clear();
    }
  }).timeout(60_000);
});
