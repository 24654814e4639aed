/** The sign-in ends while a payment is under way: the body goes nowhere else, the key stays the same, and nothing is forgotten. */
import { expect } from '@open-wc/testing';
import { accepted, calledOff, Paying } from '../support/paying.js';
import { createWorld, payers, type World } from '../support/world.js';

const signedOut = { status: 401, contentType: 'application/problem+json', body: '{"type":"urn:aspire-pay:problem:unauthenticated"}' };

describe('a redirect in place of an answer', () => {
  let page: Paying;
  let elsewhere: World;

  beforeEach(async () => {
    elsewhere = await createWorld();
    page = await Paying.review();
  });
  afterEach(async () => {
    await page.close();
    await elsewhere.close();
  });

  const places = [
    ['302 to a login page', 302],
    ['307 to another origin', 307],
  ] as const;
  for (const [what, status] of places) {
    it(`case 15: ${what} is not followed; signed out, the key stays open, and is settled after the next sign-in`, async () => {
      const redirect = { kind: 'answer', status, headers: { location: `${elsewhere.endpoint}/login` } } as const;
      // The second try comes with a fresh token.
      await page.befallPayments(redirect, redirect);
      await page.press();
      const events = ['aspire-pay-submit', 'aspire-pay-auth-required'] as const;
      const screen = 'Sign in to see your contracts';
      await page.ends({ screen, events, posts: 2, delivered: 0, payments: [], keys: [], open: 1 });
      expect(await elsewhere.arrivals()).to.deep.equal([]);
      await page.clock.skip(30_000);
      await page.payer.element.refresh();
      await page.ends({ ...calledOff, events: [...events, 'aspire-pay-refused'], posts: 2, delivered: 0 });
    });
  }
});

describe('a token that ends under way', () => {
  let page: Paying;

  beforeEach(async () => {
    page = await Paying.review();
  });
  afterEach(() => page.close());

  it('case 20: is asked for once more, and the same payment goes out with the same key', async () => {
    const token = page.world.tokenOf(payers.baker);
    let asked = 0;
    page.payer.element.getToken = () => {
      asked += 1;
      return Promise.resolve(token);
    };
    await page.befallPayments({ kind: 'answer', ...signedOut });
    await page.press();
    await page.ends({ ...accepted, posts: 2, delivered: 1 });
    expect(asked).to.equal(1);
  });

  it('case 20: that was taken first is no reason to pay again: the same key finds the payment', async () => {
    await page.befallPayments({ kind: 'answer', ...signedOut, isDelivered: true });
    await page.press();
    await page.ends({ ...accepted, posts: 2 });
    expect((await page.delivered()).map(({ status }) => status)).to.deep.equal([201, 200]);
  });
});
