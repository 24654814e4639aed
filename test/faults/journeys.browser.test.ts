/** What the payer or the site does while a payment is under way: reload, move the tag, another endpoint, another person. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { RefusedDetail } from '../../src/events.js';
import { expectEnd, journal, paymentPosts } from '../support/end.js';
import { PageInFrame } from '../support/page-in-frame.js';
import { Payer } from '../support/payer.js';
import { buildPortfolio } from '../support/portfolio.js';
import { contracts, createWorld, payers, type World } from '../support/world.js';

const accepted = { screen: 'Payment accepted', posts: 1, payments: [215_000] } as const;
const submitted = ['aspire-pay-submit', 'aspire-pay-submitted'] as const;

describe('while a payment is under way', () => {
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

  const holdAnswer = (): Promise<void> => world.addFault({ method: 'POST', path: '/payments', effect: { kind: 'delay-after' } });

  it('case 33: Enter with a wrong field sends nothing, and says so', async () => {
    await payer.press('Pay this contract', 'EL-1001');
    await payer.untilAccounts();
    await payer.choose('Other amount');
    await payer.type('Amount', '0');
    await sendKeys({ press: 'Enter' });
    await expectEnd(world, payer, { screen: '1 entry needs a correction', events: [], posts: 0, payments: [] });
    expect(await world.log('POST')).to.have.length(0);
    expect(payer.root.activeElement?.id, 'the focus').to.equal('summary');
    expect(payer.root.activeElement?.textContent).to.contain('Enter an amount above zero.');
  });

  for (const kind of ['delay-after', 'delay-before'] as const) {
    it(`case 34: a reload comes back as Checking and settles before this contract can be paid again (${kind})`, async () => {
      payer.leave();
      await world.addFault({ method: 'POST', path: '/payments', effect: { kind } });
      // Nobody can tell the reloaded page before the answer is let go.
      await world.addFault({ method: 'GET', path: '/payments/by-key/*', effect: { kind: 'delay-before' } });
      const page = await PageInFrame.open(world, payers.baker);
      try {
        await page.payer.review('EL-1001', 'Due now');
        await page.payer.authorize();
        await world.untilHeld();
        await page.reload();
        await page.payer.sees('We are checking this payment');
        await page.payer.press('Back');
        await page.payer.sees('Do not pay again.');
        expect(page.payer.all('button', 'Pay this contract')).to.have.length(2);
        await world.release();
        await expectEnd(world, page.payer, { ...accepted, events: ['aspire-pay-submitted'] });
        expect(journal()).to.deep.equal([]);
      } finally {
        page.close();
      }
    }).timeout(60_000);
  }

  it('case 37: the tag is moved in the page: one request, and its state is kept', async () => {
    await holdAnswer();
    await payer.review('EL-1001', 'Due now');
    await payer.authorize();
    await world.untilHeld();
    const elsewhere = document.createElement('main');
    document.body.append(elsewhere);
    elsewhere.append(payer.element);
    await payer.sees('Sending');
    expect(await world.log('GET', '/session')).to.have.length(1);
    await world.release();
    await expectEnd(world, payer, { ...accepted, events: submitted });
    elsewhere.remove();
  });

  it('case 37: the tag is taken out and put back later: the payment is found by its key', async () => {
    await holdAnswer();
    await payer.review('EL-1001', 'Due now');
    await payer.authorize();
    await world.untilHeld();
    payer.leave();
    await new Promise((resolve) => setTimeout(resolve));
    document.body.append(payer.element);
    await payer.sees('We are checking this payment');
    await world.release();
    await expectEnd(world, payer, { ...accepted, events: submitted });
    expect(journal()).to.deep.equal([]);
  });

  it('case 38: the endpoint attribute changes: the payment ends where it began, and is told when its payer is back', async () => {
    const portfolio = buildPortfolio('2026-11-18');
    const other = await createWorld({
      portfolio: { ...portfolio, lender: { ...portfolio.lender, id: 'lender-quay', name: 'Quay Leasing' } },
    });
    try {
      await holdAnswer();
      await payer.review('EL-1001', 'Due now');
      await payer.authorize();
      await world.untilHeld();
      payer.element.setAttribute('endpoint', other.endpoint);
      await payer.sees('Quay Leasing');
      await world.release();
      await payer.find('button', 'Pay this contract', 'EL-1001');
      expect(payer.text).not.to.contain('checking').and.not.to.contain('accepted');
      payer.element.setAttribute('endpoint', world.endpoint);
      await expectEnd(world, payer, { ...accepted, events: submitted });
      expect(await paymentPosts(other)).to.equal(0);
      expect(await other.log('GET', '/payments')).to.deep.equal([]);
      expect(await other.log('PUT')).to.deep.equal([]);
    } finally {
      await other.close();
    }
  }).timeout(60_000);
});

describe('another payer while a payment is under way', () => {
  let world: World;
  let payer: Payer;
  const signedOut = {
    kind: 'answer',
    status: 401,
    contentType: 'application/problem+json',
    body: '{"type":"urn:aspire-pay:problem:unauthenticated"}',
  } as const;

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

  const expectHidden = async (posts: number): Promise<void> => {
    await expectEnd(world, payer, { screen: 'EL-2001', events: ['aspire-pay-submit'], posts, delivered: 1, payments: [] });
    expect(payer.text).not.to.contain('checking').and.not.to.contain('Spiral mixer');
    expect(await world.log('PUT'), 'voids by somebody else').to.deep.equal([]);
    // The entry waits for its own payer.
    expect(journal()).to.have.length(1);
    expect(journal()[0]).to.contain(payers.baker);
  };

  const comeBack = async (): Promise<void> => {
    // The press is over for good, by the clock of the payer who comes back.
    const key = journal()[0] ?? '';
    const entry = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>;
    localStorage.setItem(key, JSON.stringify({ ...entry, pressedAt: '2026-11-18T14:00:00.000Z' }));
    payer.leave();
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    const keys = ['voided'];
    await payer.sees('Nothing was paid', 30_000);
    expect((payer.eventsNamed('aspire-pay-refused')[0]?.detail as RefusedDetail).code).to.equal(undefined);
    expect((await world.rows()).payment_keys.map(({ state }) => state)).to.deep.equal(keys);
    expect(journal()).to.deep.equal([]);
  };

  it('case 39: by the token callback: nothing is shown to them, nor settled by them', async () => {
    payer.element.getToken = () => Promise.resolve(world.tokenOf(payers.guarantor));
    await world.addFault({ method: 'POST', path: '/payments', effect: signedOut });
    await payer.authorize();
    // The first was answered on its way, and sent again with the token of somebody else.
    await expectHidden(2);
    await comeBack();
  }).timeout(60_000);

  it('case 39: by the cookie, which the page never sees: the endpoint says payer-mismatch, and so does each later answer', async () => {
    payer.element.transport = (url, init) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${world.tokenOf(payers.guarantor)}`);
      return fetch(url, { ...init, headers });
    };
    await payer.authorize();
    await expectHidden(1);
    expect((await world.log('POST', '/payments')).at(-1)?.status).to.equal(403);
    await comeBack();
  }).timeout(60_000);

  it('case 39: an answer for somebody else is dropped, whatever it says', async () => {
    payer.element.transport = async (url, init) => {
      const answer = await fetch(url, init);
      if (init.method !== 'POST') return answer;
      payer.element.transport = undefined;
      const headers = new Headers(answer.headers);
      headers.set('aspire-pay-payer', payers.guarantor);
      return new Response(answer.body, { status: answer.status, headers });
    };
    await payer.authorize();
    await expectEnd(world, payer, { ...accepted, events: submitted });
    expect((await world.rows()).payments[0]?.contract_id).to.equal(contracts.pastDue);
  }).timeout(60_000);
});
