/** What happens when the answer does not come: the payment is found out, never made twice, never lost. */
import { expect } from '@open-wc/testing';
import type { RefusedDetail } from '../../src/events.js';
import { PageInFrame } from '../support/page-in-frame.js';
import { Payer, until } from '../support/payer.js';
import { contracts, createWorld, payers, type World } from '../support/world.js';

const postsOf = async (world: World): Promise<number> =>
  (await world.log('POST', '/payments')).filter(({ path }) => path === '/payments').length;
const journal = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith('aspire-pay:'));

describe('a payment whose answer is late', () => {
  let world: World;

  beforeEach(async () => {
    world = await createWorld();
  });

  afterEach(async () => {
    await world.release();
    await world.close();
    localStorage.clear();
  });

  for (const kind of ['delay-after', 'delay-before'] as const) {
    it(`comes back as Checking after a reload in the middle, and settles to Accepted (${kind})`, async () => {
      await world.addFault({ method: 'POST', path: '/payments', effect: { kind, ms: 6_000 } });
      const page = await PageInFrame.open(world, payers.baker);
      try {
        await page.payer.review('EL-1001', 'Due now');
        await page.payer.authorize();
        await page.payer.sees('Sending');
        await until(async () => (await world.log('POST', '/payments')).length > 0, 'the POST');
        await page.reload();
        await page.payer.sees(/We are checking this payment|Payment accepted/);
        await page.payer.sees('Payment accepted', 20_000);
        expect((await world.rows()).payments).to.have.length(1);
        expect(journal()).to.deep.equal([]);
      } finally {
        page.close();
      }
    }).timeout(40_000);
  }

  it('is accepted when the connection drops after the commit: one payment, found by its key', async () => {
    await world.addFault({ method: 'POST', path: '/payments', effect: { kind: 'drop-after' } });
    const payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    try {
      await payer.review('EL-1001', 'Due now');
      await payer.authorize();
      await payer.sees('Payment accepted', 20_000);
      expect((await world.rows()).payments).to.have.length(1);
    } finally {
      payer.leave();
    }
  }).timeout(30_000);

  it('is sent again with the same key when it never arrived', async () => {
    await world.addFault({ method: 'POST', path: '/payments', times: 1, effect: { kind: 'drop-before' } });
    const payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    try {
      await payer.review('EL-1001', 'Due now');
      await payer.authorize();
      await payer.sees('Payment accepted', 20_000);
      const { payments, payment_keys: keys } = await world.rows();
      expect(payments).to.have.length(1);
      expect(keys).to.have.length(1);
    } finally {
      payer.leave();
    }
  }).timeout(30_000);
});

describe('a refusal while an earlier copy is still on its way', () => {
  let world: World;
  let payer: Payer;

  beforeEach(async () => {
    world = await createWorld();
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    await payer.review('EL-1001', 'Due now');
  });

  afterEach(async () => {
    payer.leave();
    await world.close();
    localStorage.clear();
  });

  it('is shown only after the key is void, and the late copy pays nothing', async () => {
    // The first copy hangs in the network; by the time the second arrives the balance has moved.
    await world.addFault({ method: 'POST', path: '/payments', effect: { kind: 'late' } });
    await world.changeContract({ contractId: contracts.pastDue, lowerBy: 10_000 });
    await payer.authorize();
    await payer.sees('The balance changed', 20_000);
    expect(payer.text).to.contain('Nothing was paid');
    const voids = await world.log('PUT', '/payments/by-key/');
    expect(voids.map(({ status }) => status)).to.deep.equal([204]);
    await world.release();
    const { payments, payment_keys: keys } = await world.rows();
    expect(payments).to.have.length(0);
    expect(keys.map(({ state }) => state)).to.deep.equal(['voided']);
    expect((payer.eventsNamed('aspire-pay-refused')[0]?.detail as RefusedDetail).code).to.equal('changed');
  }).timeout(40_000);

  it('becomes Accepted when the copy has won', async () => {
    // The payment is made, but a gateway answers with a refusal of ours in its place.
    const problem = { type: 'urn:aspire-pay:problem:contract-changed', title: 'Changed', status: 409 };
    await world.addFault({
      method: 'POST',
      path: '/payments',
      effect: { kind: 'answer', status: 409, contentType: 'application/problem+json', body: JSON.stringify(problem), isDelivered: true },
    });
    await payer.authorize();
    await payer.sees('Payment accepted', 20_000);
    expect(payer.text).not.to.contain('Nothing was paid');
    expect((await world.rows()).payments).to.have.length(1);
  }).timeout(30_000);

  it('names the new balance, and pays it when asked again', async () => {
    await world.changeContract({ contractId: contracts.pastDue, lowerBy: 10_000 });
    await payer.authorize();
    await payer.sees('The balance changed');
    await payer.press('Review payment of $2,050.00');
    await payer.authorize();
    await payer.sees('Payment accepted');
    const { payments } = await world.rows();
    expect(payments.map(({ amount_value: value }) => value)).to.deep.equal([205_000]);
  }).timeout(30_000);
});

describe('the world moving on', () => {
  let world: World;
  let payer: Payer;

  beforeEach(async () => {
    world = await createWorld();
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
  });

  afterEach(async () => {
    payer.leave();
    await world.close();
    localStorage.clear();
  });

  it('asks for the authorization again when the cut-off passes between review and press', async () => {
    await payer.review('EL-1001', 'Due now');
    await world.setClock({ now: '2026-11-18T22:30:00.000Z' });
    await payer.authorize();
    await payer.sees('The terms of this payment changed', 20_000);
    expect(payer.text).to.contain('Nothing was paid');
    expect((await world.rows()).payments).to.have.length(0);
    await payer.press('Review payment of');
    await payer.sees(/It is too late for this day\. The next open day is Thu, Nov 19, 2026/);
    await payer.select('Payment date', '2026-11-19');
    await payer.press('Review payment');
    const box = (await payer.find('field', 'I authorize this payment')) as HTMLInputElement;
    expect(box.checked).to.equal(false);
    await payer.authorize();
    await payer.sees('Payment accepted');
    expect((await world.rows()).payments.map(({ date }) => date)).to.deep.equal(['2026-11-19']);
  }).timeout(40_000);

  it('asks for Pay in addition when a payment is in flight two days later', async () => {
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
    await until(() => payer.root.querySelector('input[name="account"]:checked'), 'a chosen bank account');
    await payer.press('Review payment');
    await payer.authorize();
    await payer.sees('Payment accepted');
    expect((await world.rows()).payments).to.have.length(2);
  }).timeout(40_000);

  it('shows nothing of one payer to another who has signed in meanwhile', async () => {
    await payer.review('EL-1001', 'Due now');
    payer.element.getToken = () => Promise.resolve(world.tokenOf(payers.guarantor));
    // The first token has ended: the callback gives somebody else's.
    await world.addFault({
      method: 'POST',
      path: '/payments',
      effect: {
        kind: 'answer',
        status: 401,
        contentType: 'application/problem+json',
        body: '{"type":"urn:aspire-pay:problem:unauthenticated"}',
      },
    });
    await payer.authorize();
    await payer.sees('EL-2001', 20_000);
    expect(payer.text).not.to.contain('checking').and.not.to.contain('Spiral mixer');
    expect((await world.rows()).payments).to.have.length(0);
    // The entry waits for its own payer, who finds it settled.
    expect(journal()).to.have.length(1);
    expect(journal()[0]).to.contain(payers.baker);
  }).timeout(40_000);
});

describe('two tabs', () => {
  it('send one payment between them', async () => {
    const world = await createWorld();
    await world.addFault({ method: 'POST', path: '/payments', effect: { kind: 'delay-after', ms: 3_000 } });
    const first = await PageInFrame.open(world, payers.baker);
    const second = await PageInFrame.open(world, payers.baker);
    try {
      await first.payer.review('EL-1001', 'Due now');
      await second.payer.review('EL-1001', 'Due now');
      await first.payer.authorize();
      await second.payer.authorize();
      await second.payer.sees(/sent from another tab|The balance changed/);
      await first.payer.sees('Payment accepted', 15_000);
      expect((await world.rows()).payments).to.have.length(1);
      if ('locks' in navigator) expect(await postsOf(world)).to.equal(1);
    } finally {
      first.close();
      second.close();
      await world.close();
      localStorage.clear();
    }
  }).timeout(60_000);
});
