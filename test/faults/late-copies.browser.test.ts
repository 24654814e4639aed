/** More than one copy of a payment is under way: whichever comes first counts, and no other pays. */
import { expect } from '@open-wc/testing';
import { expectEnd } from '../support/end.js';
import { accepted, calledOff, checking, Paying } from '../support/paying.js';

const statuses = async (page: Paying): Promise<(number | undefined)[]> => (await page.delivered()).map(({ status }) => status);

describe('copies of a payment', () => {
  let page: Paying;

  beforeEach(async () => {
    page = await Paying.review();
  });
  afterEach(() => page.close());

  it('case 4: delivered twice, the second is a replay of the first', async () => {
    await page.befallPayments({ kind: 'duplicate' });
    await page.press();
    await page.ends({ ...accepted, posts: 1 });
    await page.world.release();
    expect(await statuses(page)).to.deep.equal([201, 200]);
    await page.ends({ ...accepted, posts: 1, delivered: 2 });
  });

  it('case 6: delivered after its key was voided, it pays nothing', async () => {
    await page.befallPayments({ kind: 'late' });
    await page.befallAll({ kind: 'drop-before' });
    await page.pressUntilChecking();
    await page.ends({ ...checking, posts: 1, delivered: 0, payments: [], keys: [] });
    await page.askAgain();
    await page.ends({ ...calledOff, posts: 1, delivered: 0 });
    await page.world.release();
    expect(await statuses(page)).to.deep.equal([410]);
    await page.ends({ ...calledOff, posts: 1 });
  });

  it('case 7: delivered ten minutes late, after the payer paid anew, it pays nothing', async () => {
    await page.befallPayments({ kind: 'late' });
    await page.befallAll({ kind: 'drop-before' });
    await page.pressUntilChecking();
    await page.askAgain();
    await page.ends({ ...calledOff, posts: 1, delivered: 0 });
    await page.payer.press('Done');
    await page.payer.review('EL-1001', 'Due now');
    await page.payer.authorize();
    const end = {
      screen: 'Payment accepted',
      events: [...calledOff.events, 'aspire-pay-submit', 'aspire-pay-submitted'],
      posts: 2,
      payments: [215_000],
      keys: ['voided', 'accepted'],
    } as const;
    await expectEnd(page.world, page.payer, { ...end, delivered: 1 });
    await page.world.setClock({ advanceSeconds: 600 });
    await page.world.release();
    expect(await statuses(page)).to.deep.equal([201, 410]);
    await expectEnd(page.world, page.payer, end);
  });
});

describe('a browser that sends a POST again by itself, because its connection was closed', () => {
  for (const kind of ['drop-before', 'drop-after'] as const) {
    const title = { 'drop-before': 'case 1: dropped before the endpoint read it', 'drop-after': 'case 2: dropped after the commit' }[kind];
    it(`${title} on a connection used before: every copy bears the one key, and one payment is made`, async () => {
      const page = await Paying.review({ keepsAlive: true });
      try {
        await page.befallPayments({ kind });
        await page.press();
        await page.payer.sees('Payment accepted');
        const posts = (await page.posts()).length;
        const delivered = (await page.delivered()).length;
        // Firefox and Chromium repeat; where a browser doesn't, the element asks, and repeats what was not seen.
        expect(posts).to.be.within(kind === 'drop-before' ? 2 : 1, 3);
        await page.ends({ ...accepted, posts, delivered });
        expect((await statuses(page)).filter((status) => status === 201)).to.have.length(1);
      } finally {
        await page.close();
      }
    });
  }
});
