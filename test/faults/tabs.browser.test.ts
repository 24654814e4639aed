/** One press, however often it falls; two tabs; two devices: one POST where there is one browser, one payment everywhere. */
import { expect } from '@open-wc/testing';
import { acceptedOnce, expectEnd, paymentPosts } from '../support/end.js';
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

  /** Of each click that fell on the button itself, whether a hand made it. */
  const watchClicks = (): boolean[] => {
    const areTrusted: boolean[] = [];
    button.addEventListener('click', ({ isTrusted }) => areTrusted.push(isTrusted));
    return areTrusted;
  };

  const expectOne = async (): Promise<void> => {
    await world.untilHeld();
    await world.release();
    await expectEnd(world, payer, {
      ...acceptedOnce,
      payments: [215_000],
    });
  };

  for (const [what, times] of [
    ['double', 2],
    ['triple', 3],
  ] as const) {
    it(`case 32: a ${what} click is one POST, though a hand made each click and each fell on the button`, async () => {
      const clicks = watchClicks();
      await payer.clickTimes(button, times);
      await until(() => clicks.length >= times, 'the last click');
      expect(clicks).to.deep.equal(Array(times).fill(true));
      await expectOne();
    });
  }

  it('case 32: clicks that a script adds in the task of a hand’s are no POST of their own', async () => {
    const clicks = watchClicks();
    payer.element.addEventListener('click', () => {
      if (clicks.length < 3) button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
    });
    await payer.click(button);
    expect(clicks).to.deep.equal([true, false, false]);
    await expectOne();
  });

  it('case 32: a held Enter is one POST, though each of its clicks is trusted', async () => {
    const clicks = watchClicks();
    button.focus();
    await holdKey('Enter', 5);
    await until(() => clicks.length >= 5, 'the last click');
    expect(clicks).to.deep.equal(Array(5).fill(true));
    await expectOne();
  });
});

describe('two tabs', () => {
  let world: World;
  let tabs: PageInFrame[];

  const reviewAll = async (payer: Payer): Promise<void> => {
    await payer.press('Pay all open charges');
    await payer.untilAccounts();
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
      ...acceptedOnce,
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
    const end = { posts: 2, payments: [322_500, 64_000], keys: ['accepted', 'voided'] } as const;
    const submitted = ['aspire-pay-submit', 'aspire-pay-error', 'aspire-pay-submitted'] as const;
    await expectEnd(world, first, { ...end, screen: 'Payment accepted', events: submitted });
    const refused = ['aspire-pay-submit', 'aspire-pay-error', 'aspire-pay-refused'] as const;
    await expectEnd(world, second, { ...end, screen: 'Nothing is left to pay here.', events: refused });
    expect(second.text).to.contain('Nothing was paid').and.contain('$3,225.00 Pending, made here').and.not.contain('Review payment');
    const { payments } = await world.rows();
    expect(new Set(payments.map(({ contract_id: contract }) => contract)).size).to.equal(2);
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
