/** A browser that keeps nothing, and one in which somebody else wrote what it keeps. */
import { expect } from '@open-wc/testing';
import type { AspirePayEventName, ErrorDetail } from '../../src/events.js';
import { acceptedOnce, expectEnd, journal } from '../support/end.js';
import { Payer } from '../support/payer.js';
import { blockStorage, fillStorage } from '../support/storage.js';
import { contracts, createWorld, payers, type World } from '../support/world.js';

describe('the browser’s storage', () => {
  let world: World;
  let payer: Payer | undefined;

  const open = (): Payer => (payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) }));

  beforeEach(async () => {
    // No browser repeats a POST by itself: each is the element's own.
    world = await createWorld({ keepsAlive: false });
  });

  afterEach(async () => {
    payer?.leave();
    await world.close();
    localStorage.clear();
  });

  for (const [what, take] of [
    ['blocked', blockStorage],
    ['full', fillStorage],
  ] as const) {
    it(`case 40: ${what}: pays all the same, finds a lost answer, and tells the integrator`, async () => {
      const giveBack = take();
      try {
        const opened = open();
        await world.addFault({ method: 'POST', path: '/payments', effect: { kind: 'drop-after' } });
        await opened.review('EL-1001', 'Due now');
        await opened.authorize();
        const events: AspirePayEventName[] = ['aspire-pay-submit', 'aspire-pay-error', 'aspire-pay-submitted'];
        await expectEnd(world, opened, { screen: 'Payment accepted', events, posts: 1, payments: [215_000] });
        const [error] = opened.eventsNamed('aspire-pay-error');
        expect((error?.detail as ErrorDetail).code).to.equal('storage-blocked');
      } finally {
        giveBack();
      }
      expect(journal()).to.deep.equal([]);
    }).timeout(60_000);
  }

  const prefix = `aspire-pay:lender-harbor:${payers.baker}:`;
  const key = '0b0f9a51-2f43-4a47-9d32-0f6b2a1c7d11';
  const entry = {
    v: 1,
    key,
    contracts: [{ id: contracts.pastDue, number: 'EL-1001', amount: { value: 215_000, currency: 'USD' } }],
    date: '2026-11-18',
    pressedAt: '2026-11-17T15:00:00.000Z',
  };
  const rubbish: readonly [name: string, text: string][] = [
    ['no-json', '{'],
    ['nothing', 'null'],
    ['empty', '{}'],
    ['a-list', '[[[[]]]]'],
    [key, JSON.stringify({ ...entry, v: 2 })],
    ['another-key', JSON.stringify(entry)],
    [`${key}-amount`, JSON.stringify({ ...entry, key: `${key}-amount` })],
    ['proto', '{"__proto__":{"v":1},"constructor":{"prototype":{"polluted":true}}}'],
    ['<img src=x onerror=alert(1)>', JSON.stringify({ ...entry, date: '<b>today</b>' })],
    ['long', 'x'.repeat(100_000)],
  ];

  it('case 41: rubbish in the journal is ignored: nothing is asked of it, and paying goes on', async () => {
    for (const [name, text] of rubbish) localStorage.setItem(prefix + name, text);
    const opened = open();
    await opened.review('EL-1001', 'Due now');
    await opened.authorize();
    await expectEnd(world, opened, {
      ...acceptedOnce,
      payments: [215_000],
    });
    expect(await world.log('GET', '/payments/')).to.deep.equal([]);
    expect(await world.log('PUT')).to.deep.equal([]);
    expect(Reflect.get({}, 'polluted')).to.equal(undefined);
  });

  it('case 41: a forged entry settles as not paid, is shown as text, and blocks nothing', async () => {
    const number = '<img src=x onerror=alert(1)>\u202e';
    const forged = { ...entry, contracts: [{ ...entry.contracts[0], number }] };
    localStorage.setItem(prefix + key, JSON.stringify(forged));
    const opened = open();
    await expectEnd(world, opened, {
      screen: 'Nothing was paid.',
      events: ['aspire-pay-refused'],
      posts: 0,
      payments: [],
      keys: ['voided'],
    });
    expect(opened.text).to.contain('<img src=x onerror=alert(1)>');
    expect(opened.root.querySelector('img')).to.equal(null);
    expect(journal()).to.deep.equal([]);
    await opened.press('Done');
    await opened.review('EL-1001', 'Due now');
    await opened.authorize();
    await expectEnd(world, opened, {
      screen: 'Payment accepted',
      events: ['aspire-pay-refused', 'aspire-pay-submit', 'aspire-pay-submitted'],
      posts: 1,
      payments: [215_000],
      keys: ['voided', 'accepted'],
    });
  }).timeout(60_000);

  it('case 41: another payer’s entry is neither shown nor touched', async () => {
    const theirs = `aspire-pay:lender-harbor:${payers.guarantor}:${key}`;
    localStorage.setItem(theirs, JSON.stringify(entry));
    const opened = open();
    await opened.find('button', 'Pay this contract', 'EL-1001');
    expect(await world.log('GET', '/payments/')).to.deep.equal([]);
    expect(localStorage.getItem(theirs)).to.equal(JSON.stringify(entry));
  });
});
