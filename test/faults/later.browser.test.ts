/** What time does: a stale list, a cut-off that passes, a payment returned or canceled later, the same contract paid again. */
import { expect } from '@open-wc/testing';
import type { RefusedDetail } from '../../src/events.js';
import { acceptedOnce, expectEnd, journal } from '../support/end.js';
import { PageInFrame } from '../support/page-in-frame.js';
import { Payer, until } from '../support/payer.js';
import { contracts, createWorld, payers, type World } from '../support/world.js';

const submitted = ['aspire-pay-submit', 'aspire-pay-submitted'] as const;

describe('time', () => {
  let world: World;
  let payer: Payer;

  beforeEach(async () => {
    // No browser repeats a POST by itself: each is the element's own.
    world = await createWorld({ keepsAlive: false });
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
  });

  afterEach(async () => {
    payer.leave();
    await world.close();
    localStorage.clear();
  });

  it('case 52: a stale list: the review names the new balance, and pays it when asked again', async () => {
    await payer.sees('EL-1001');
    await world.changeContract({ contractId: contracts.pastDue, lowerBy: 10_000 });
    await payer.press('Pay this contract', 'EL-1001');
    await payer.choose('Due now');
    await payer.untilAccounts();
    await payer.press('Review payment');
    await expectEnd(world, payer, { screen: 'The balance changed', events: [], posts: 0, payments: [] });
    await payer.press('Review payment of $2,050.00');
    await payer.authorize();
    await expectEnd(world, payer, { ...acceptedOnce, payments: [205_000] });
  }).timeout(40_000);

  it('case 52: a balance that moves between review and press: nothing is paid, the key is void, the new balance is shown', async () => {
    await payer.review('EL-1001', 'Due now');
    await world.changeContract({ contractId: contracts.pastDue, lowerBy: 10_000 });
    await payer.authorize();
    await expectEnd(world, payer, {
      screen: 'The balance changed',
      events: ['aspire-pay-submit', 'aspire-pay-refused'],
      posts: 1,
      payments: [],
      keys: ['voided'],
    });
    expect(payer.text).to.contain('Nothing was paid');
    await payer.press('Review payment of $2,050.00');
    await payer.authorize();
    await expectEnd(world, payer, {
      screen: 'Payment accepted',
      events: ['aspire-pay-submit', 'aspire-pay-refused', ...submitted],
      posts: 2,
      payments: [205_000],
      keys: ['voided', 'accepted'],
    });
  }).timeout(40_000);

  it('case 59: a refusal while an earlier copy is still on its way is shown only after the key is void; the copy pays nothing', async () => {
    await payer.review('EL-1001', 'Due now');
    // The first copy hangs in the network; by the time the second arrives the balance has moved.
    await world.addFault({ method: 'POST', path: '/payments', effect: { kind: 'late' } });
    await world.changeContract({ contractId: contracts.pastDue, lowerBy: 10_000 });
    await payer.authorize();
    const refused = { screen: 'The balance changed', events: ['aspire-pay-submit', 'aspire-pay-refused'], payments: [] } as const;
    await expectEnd(world, payer, { ...refused, posts: 2, delivered: 1, keys: ['voided'] });
    expect(payer.text).to.contain('Nothing was paid');
    const voids = await world.log('PUT', '/payments/by-key/');
    expect(voids.map(({ status }) => status)).to.deep.equal([204]);
    await world.release();
    expect((await world.log('POST', '/payments')).at(-1)?.status, 'the late copy').to.equal(410);
    await expectEnd(world, payer, { ...refused, posts: 2, keys: ['voided'] });
    expect((payer.eventsNamed('aspire-pay-refused')[0]?.detail as RefusedDetail).code).to.equal('changed');
  }).timeout(60_000);

  it('case 59: and becomes Accepted where the copy has won', async () => {
    await payer.review('EL-1001', 'Due now');
    // The payment is made, but a gateway answers with a refusal of ours in its place.
    const problem = { type: 'urn:aspire-pay:problem:contract-changed', title: 'Changed', status: 409 };
    await world.addFault({
      method: 'POST',
      path: '/payments',
      effect: { kind: 'answer', status: 409, contentType: 'application/problem+json', body: JSON.stringify(problem), isDelivered: true },
    });
    await payer.authorize();
    await expectEnd(world, payer, { ...acceptedOnce, payments: [215_000] });
    expect(payer.text).not.to.contain('Nothing was paid');
  }).timeout(40_000);

  it('case 60: the cut-off passes between review and press: nothing is paid, and the box has to be ticked anew', async () => {
    await payer.review('EL-1001', 'Due now');
    await world.setClock({ now: '2026-11-18T22:30:00.000Z' });
    await payer.authorize();
    await expectEnd(world, payer, {
      screen: 'The terms of this payment changed',
      events: ['aspire-pay-submit', 'aspire-pay-refused'],
      posts: 1,
      payments: [],
      keys: ['voided'],
    });
    expect(payer.text).to.contain('Nothing was paid');
    await payer.press('Review payment of');
    await payer.sees(/It is too late for this day\. The next open day is Thu, Nov 19, 2026/);
    await payer.select('Payment date', '2026-11-19');
    await payer.press('Review payment');
    const box = (await payer.find('field', 'I authorize this payment')) as HTMLInputElement;
    expect(box.checked).to.equal(false);
    await payer.authorize();
    await payer.sees('Payment accepted');
    expect((await world.rows()).payments.map(({ date }) => date)).to.deep.equal(['2026-11-19']);
  }).timeout(60_000);

  it('case 61: paying again two days later, before the posting: what is in flight is shown, and Pay in addition asked', async () => {
    await payer.review('EL-1001', 'Past due');
    await payer.authorize();
    await payer.press('Done');
    await world.setClock({ now: '2026-11-20T15:00:00.000Z' });
    await payer.press('Refresh');
    await payer.sees('$1,075.00 in flight');
    await payer.press('Pay this contract', 'EL-1001');
    await payer.sees('A payment is already in flight');
    await expect(payer.element).to.be.accessible();
    await payer.press('Pay in addition');
    await payer.find('field', 'Total open');
    expect(payer.text).to.contain('$2,150.00');
    await payer.untilAccounts();
    await payer.press('Review payment');
    await payer.authorize();
    await expectEnd(world, payer, {
      screen: 'Payment accepted',
      events: [...submitted, ...submitted],
      posts: 2,
      payments: [107_500, 107_500],
    });
  }).timeout(60_000);

  it('case 53: accepted and returned days later: it is no longer in flight, and the contract can be paid again without a warning', async () => {
    await payer.review('EL-1001', 'Due now');
    await payer.authorize();
    await expectEnd(world, payer, { ...acceptedOnce, payments: [215_000] });
    await payer.press('Done');
    await payer.sees('$2,150.00 in flight');
    await world.movePayments({ status: 'returned', reason: { code: 'R01', text: 'Insufficient funds' } });
    await payer.press('Refresh');
    await until(() => !payer.text.includes('$2,150.00 in flight'), 'nothing in flight any more');
    await payer.press('Pay this contract', 'EL-1001');
    await payer.find('field', 'Due now');
    expect(payer.text).not.to.contain('A payment is already in flight');
  }).timeout(40_000);

  const later = [
    ['case 53: returned before its answer was ever seen: Returned with its reason, not Pending', 'returned', 'Returned'],
    ['case 62: canceled before its answer was ever seen: Canceled, not Pending', 'canceled', 'Canceled'],
  ] as const;
  for (const [title, status, word] of later) {
    it(title, async () => {
      payer.leave();
      // The payment is made; its answers are lost until the page is opened again.
      await world.addFault({ method: 'POST', path: '/payments', effect: { kind: 'delay-after' } });
      const page = await PageInFrame.open(world, payers.baker);
      try {
        await page.payer.review('EL-1001', 'Due now');
        await page.payer.authorize();
        await world.untilHeld();
        await world.movePayments({ status, reason: { code: 'R01', text: 'Insufficient funds' } });
        await page.reload();
        await expectEnd(world, page.payer, {
          screen: 'This payment is no longer under way',
          events: ['aspire-pay-submitted'],
          posts: 1,
          payments: [215_000],
        });
        expect(page.payer.text).to.contain(word).and.to.contain('Insufficient funds').and.not.to.contain('Pending');
        expect(page.payer.text).not.to.contain('Expected debit from your account');
        expect(journal()).to.deep.equal([]);
      } finally {
        page.close();
      }
    }).timeout(40_000);
  }
});

describe('a listener of the page that throws', () => {
  it('case 54: on each event of a payment that is accepted: it goes its way, and is told once', async () => {
    const world = await createWorld();
    const throwsOn = [
      'aspire-pay-ready',
      'aspire-pay-submit',
      'aspire-pay-submitted',
      'aspire-pay-view-change',
      'aspire-pay-error',
    ] as const;
    const page = await PageInFrame.open(world, payers.baker, { throwsOn });
    const errors: string[] = [];
    page.window.addEventListener('error', ({ message }) => errors.push(message));
    try {
      await page.payer.review('EL-1001', 'Due now');
      await page.payer.authorize();
      await expectEnd(world, page.payer, { ...acceptedOnce, payments: [215_000] });
      await page.payer.press('Done');
      await page.payer.sees('$2,150.00 in flight');
      expect(errors.filter((message) => message.includes('aspire-pay-submitted'))).to.have.length(1);
      expect(errors.filter((message) => !message.includes('The page fails on'))).to.deep.equal([]);
    } finally {
      page.close();
      await world.close();
      localStorage.clear();
    }
  }).timeout(40_000);
});
