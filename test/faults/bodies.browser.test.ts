/** Answers that are more than they should be: too much, too deep, too long, or with things in them that nobody asked for. */
import { expect } from '@open-wc/testing';
import { accepted, Paying } from '../support/paying.js';
import type { ProxyFaultInput } from '../support/world.js';

type Effect = ProxyFaultInput['effect'];

const nested = (depth: number): Effect => ({
  kind: 'answer',
  status: 201,
  contentType: 'application/json',
  body: '['.repeat(depth) + ']'.repeat(depth),
  isDelivered: true,
});

const unknownFields = '{"surcharge":{"value":-1,"currency":"XXX"},"links":[{"rel":"self"}],"paid":true,';
const pollution =
  '{"__proto__":{"polluted":true,"status":"paid"},"constructor":{"prototype":{"polluted":true}},"prototype":{"polluted":true},"toString":1,';

/** Questions about the payment: none where its own answer was good enough. */
const questions = async (page: Paying): Promise<number> => (await page.world.arrivals('GET', '/payments/by-key/')).length;

/** What a plain object says that nobody gave anything. */
const strayed = (): unknown => (({}) as Record<string, unknown>)['polluted'];

describe('the answer to a payment', () => {
  let page: Paying;

  beforeEach(async () => {
    page = await Paying.review();
  });
  afterEach(() => page.close());

  it('case 46: with fields nobody knows is read for those that are known', async () => {
    await page.befallPayments({
      kind: 'rewrite',
      replace: [
        ['{', unknownFields],
        ['[{', `[${unknownFields}`],
      ],
    });
    await page.press();
    await page.ends({ ...accepted, posts: 1 });
    expect(await questions(page)).to.equal(0);
  });

  it('case 48: with __proto__ and constructor in it changes no other object', async () => {
    await page.befallPayments({
      kind: 'rewrite',
      replace: [
        ['{', pollution],
        ['[{', `[${pollution}`],
      ],
    });
    await page.press();
    await page.ends({ ...accepted, posts: 1, reads: ['Pending'] });
    expect(await questions(page)).to.equal(0);
    expect(strayed()).to.equal(undefined);
  });

  for (const depth of [10_000, 500_000, 1_000_000]) {
    it(`case 49: nested ${depth} deep proves nothing; the payment is found by its key`, async () => {
      await page.befallPayments(nested(depth));
      await page.press();
      await page.ends({ ...accepted, posts: 1 });
    });
  }

  it('case 50: without end is not read further than 1 MiB; the payment is found by its key', async () => {
    await page.befallPayments({ kind: 'endless' });
    await page.press();
    await page.ends({ ...accepted, posts: 1 });
    expect(await questions(page)).to.equal(1);
    // Whether the browser hangs up is asked of the list below: WebKit goes on with the answer to a keepalive POST, see cases.ts.
  });

  it('case 51: packed small counts as large as it is; the payment is found by its key', async () => {
    await page.befallPayments({ kind: 'bomb' });
    await page.press();
    await page.ends({ ...accepted, posts: 1 });
    expect(await questions(page)).to.equal(1);
  });
});

describe('the list of contracts', () => {
  let page: Paying;

  beforeEach(async () => {
    page = await Paying.open();
  });
  afterEach(() => page.close());

  const nothingPaid = { events: [], posts: 0, payments: [], keys: [] } as const;
  const listed = { ...nothingPaid, screen: 'Total open on 4 contracts' } as const;
  const befallList = (effect: Effect): Promise<void> => page.world.addFault({ path: '/contracts', effect });

  it('case 46: with fields nobody knows is read for those that are known', async () => {
    await befallList({
      kind: 'rewrite',
      replace: [
        ['{', unknownFields],
        ['[{', `[${unknownFields}`],
      ],
    });
    await page.payer.element.refresh();
    await page.ends(listed);
    expect(page.payer.text).not.to.contain('could not be refreshed');
  });

  it('case 48: with __proto__ and constructor in it changes no other object', async () => {
    await befallList({
      kind: 'rewrite',
      replace: [
        ['{', pollution],
        ['[{', `[${pollution}`],
      ],
    });
    await page.payer.element.refresh();
    await page.ends(listed);
    expect(strayed()).to.equal(undefined);
  });

  it('case 45: with words nobody knows shows a neutral one in their place', async () => {
    await befallList({ kind: 'rewrite', replace: [['"status":"scheduled"', '"status":"quantum_settled"']] });
    await page.payer.element.refresh();
    await page.ends({ ...listed, reads: ['$500.00 in flight, Being processed'] });
    expect(page.payer.text).not.to.contain('quantum');
  });

  it('case 47: with hostile text shows it as text, isolated and clipped, and links only over https', async () => {
    const hostile = `<img src=x onerror="window.hit=1"><script>window.hit=1</script>\u202e\u0000${'A'.repeat(900_000)}`;
    await befallList({
      kind: 'rewrite',
      replace: [
        ['"description":"Deck oven"', `"description":${JSON.stringify(hostile)}`],
        ['"invoices":{"items":[{', '"invoices":{"items":[{"documentUrl":"javascript:window.hit=1",'],
      ],
    });
    await page.payer.element.refresh();
    await page.ends({ ...listed, reads: ['<img src=x onerror='] });
    const { root } = page.payer;
    expect(root.querySelectorAll('img, script, a[href^="javascript:"]')).to.have.length(0);
    const isolated = [...root.querySelectorAll('bdi')].map(({ textContent }) => textContent).filter((text) => text.includes('<img'));
    expect(isolated.length).to.be.greaterThan(0);
    expect(Math.max(...isolated.map(({ length }) => length))).to.be.at.most(301);
    expect((window as { hit?: number }).hit).to.equal(undefined);
  });

  const bad: readonly [name: string, effect: Effect][] = [
    ['case 49: nested half a million deep', { ...nested(500_000), kind: 'answer', status: 200 }],
    ['case 50: without end', { kind: 'endless' }],
    ['case 51: packed small and very large', { kind: 'bomb' }],
  ];
  for (const [name, effect] of bad) {
    it(`${name} is a bad answer: the last figures stay, marked as such`, async () => {
      await befallList(effect);
      await page.payer.element.refresh();
      await page.ends({ ...listed, events: ['aspire-pay-error'], reads: ['could not be refreshed', 'EL-1001'] });
      expect(page.detail('aspire-pay-error').code).to.equal('bad-answer');
      await page.world.untilNoneHeld();
      await page.payer.element.refresh();
      expect(page.payer.text).not.to.contain('could not be refreshed');
    });
  }
});
