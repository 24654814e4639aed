/** What the payer sees while nothing is paid: each state of the list, from the real endpoint. */
import { expect } from '@open-wc/testing';
import type { ErrorDetail, ReadyDetail } from '../../src/events.js';
import { setOnline } from '../support/network.js';
import { Payer, until } from '../support/payer.js';
import { contracts, createWorld, payers, type World } from '../support/world.js';

describe('the list of contracts', () => {
  let world: World;
  let payer: Payer;

  const open = (payerId: string, attributes: Record<string, string> = {}): void => {
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payerId), attributes });
  };

  beforeEach(async () => {
    world = await createWorld();
  });

  afterEach(async () => {
    payer.leave();
    await world.close();
  });

  it('shows its own shape while it loads, and says so', async () => {
    await world.addFault({ path: '/contracts*', effect: { kind: 'delay-before' } });
    open(payers.baker);
    await payer.sees('Loading contracts…');
    expect(payer.element.getBoundingClientRect().height).to.be.at.least(window.innerHeight);
    await expect(payer.element).to.be.accessible();
    await world.release();
    await payer.sees('EL-1001');
    expect(payer.said.join(' ')).to.contain('4 contracts loaded.');
  });

  it('asks twice, in parallel, and nobody else', async () => {
    open(payers.baker);
    await payer.sees('EL-1001');
    expect((await world.log('GET')).map(({ method, path }) => `${method} ${path.split('?')[0] ?? ''}`).sort()).to.deep.equal([
      'GET /contracts',
      'GET /session',
    ]);
    expect(payer.eventsNamed('aspire-pay-ready').map(({ detail }) => detail as ReadyDetail)).to.deep.equal([
      { lenderId: 'lender-harbor', payerId: payers.baker, contracts: 4 },
    ]);
  });

  it('says so when there is no contract', async () => {
    open(payers.newcomer);
    await payer.sees('No open contracts');
    await expect(payer.element).to.be.accessible();
  });

  it('shows closed contracts behind a switch', async () => {
    open(payers.baker);
    await payer.sees('EL-1001');
    expect(payer.text).not.to.contain('EL-0900');
    await payer.choose('Show closed contracts');
    await payer.sees('EL-0900');
    expect(payer.has('button', 'Pay this contract')).to.equal(false);
    await expect(payer.element).to.be.accessible();
  });

  it('shows all contracts again when the page names none any more', async () => {
    open(payers.baker, { contract: contracts.pastDue });
    await payer.sees('EL-1001');
    await until(() => payer.all('button', 'Pay this contract').length === 1, 'the one contract');
    expect(payer.root.querySelector('form[role="search"]'), 'nothing to search in').to.equal(null);
    payer.element.removeAttribute('contract');
    await until(() => payer.all('button', 'Pay this contract').length === 3, 'all of them');
    // As a page leaves it whose variable is empty.
    payer.element.setAttribute('contract', '');
    await payer.element.updateComplete;
    await until(() => payer.all('button', 'Pay this contract').length === 3, 'all of them');
    expect(payer.eventsNamed('aspire-pay-error')).to.have.length(0);
  });

  it('asks for nothing while it is off the page, whatever is changed on it', async () => {
    open(payers.baker);
    await payer.sees('EL-1001');
    const { element } = payer;
    element.remove();
    await element.updateComplete;
    const before = (await world.log()).length;
    element.setAttribute('contract', contracts.pastDue);
    await element.updateComplete;
    await element.refresh();
    expect(await world.log()).to.have.length(before);
    document.body.append(element);
    await until(() => payer.all('button', 'Pay this contract').length === 1, 'the one contract');
  });

  it('goes back to what is usual where the page takes an attribute away', async () => {
    open(payers.baker, { credentials: 'omit', 'heading-level': '4' });
    await payer.sees('EL-1001');
    expect(payer.root.querySelector('#view')?.localName).to.equal('h4');
    payer.element.removeAttribute('heading-level');
    payer.element.removeAttribute('credentials');
    await payer.element.updateComplete;
    await payer.sees('EL-1001');
    expect(payer.root.querySelector('#view')?.localName).to.equal('h2');
    expect(payer.eventsNamed('aspire-pay-error')).to.have.length(0);
    payer.element.removeAttribute('endpoint');
    await until(() => payer.eventsNamed('aspire-pay-error').length > 0, 'what is missing');
    expect((payer.eventsNamed('aspire-pay-error')[0]?.detail as ErrorDetail).code).to.equal('endpoint-missing');
  });

  it('offers no choice among invoices, and says why one contract can’t be paid', async () => {
    open(payers.baker);
    await payer.sees('collections team');
    expect(payer.root.querySelectorAll('table input, table button')).to.have.length(0);
    expect(payer.all('button', 'Pay this contract')).to.have.length(3);
  });

  it('keeps the last figures when a refresh fails, marked as old, and mends by itself', async () => {
    open(payers.baker);
    await payer.sees('EL-1001');
    await world.addFault({ path: '*', times: 2, effect: { kind: 'answer', status: 503, body: 'down' } });
    await payer.press('Refresh');
    await payer.sees('could not be refreshed');
    expect(payer.text).to.contain('EL-1001');
    await expect(payer.element).to.be.accessible();
    await world.clearFaults();
    await payer.press('Refresh');
    await until(() => !payer.text.includes('could not be refreshed'), 'the fresh list');
  });

  it('is named as not loaded when the first answer fails, and can be tried again', async () => {
    await world.addFault({ path: '*', times: 2, effect: { kind: 'answer', status: 500, body: '<h1>Error</h1>' } });
    open(payers.baker);
    await payer.sees('Your contracts could not be loaded');
    expect((payer.eventsNamed('aspire-pay-error')[0]?.detail as ErrorDetail).code).to.equal('unavailable');
    await expect(payer.element).to.be.accessible();
    await world.clearFaults();
    await payer.press('Try again');
    await payer.sees('EL-1001');
    // The button is gone: who pressed it by the keyboard goes on from the list, not from the top of the page.
    await until(() => payer.root.activeElement?.id === 'view', 'the focus on the heading');
  });

  it('stays offline where an answer comes that was on its way when the line went', async () => {
    open(payers.baker);
    await payer.sees('EL-1001');
    await world.addFault({ path: '/contracts*', effect: { kind: 'delay-before' } });
    await payer.press('Refresh');
    await world.untilHeld();
    setOnline(false);
    try {
      await payer.sees('You are offline.');
      await world.release();
      await until(() => payer.eventsNamed('aspire-pay-diagnostic').length === 4, 'the answer');
      await payer.rest(100);
      expect(payer.text).to.contain('You are offline.');
    } finally {
      setOnline(true);
    }
  });

  it('keeps the figures offline, marks them, and offers no payment until the connection is back', async () => {
    open(payers.baker);
    await payer.sees('EL-1001');
    setOnline(false);
    await payer.sees('You are offline.');
    expect(payer.text).to.contain('EL-1001');
    expect(payer.has('button', 'Pay this contract')).to.equal(false);
    await expect(payer.element).to.be.accessible();
    setOnline(true);
    await payer.find('button', 'Pay this contract');
  });

  it('shows contracts and invoices alone when payments are off, with nothing that looks switched off', async () => {
    await world.changeLender({ features: { payments: false } });
    open(payers.baker);
    await payer.sees('EL-1001');
    expect(payer.has('button', 'Pay this contract')).to.equal(false);
    expect(payer.root.querySelector('[disabled], [aria-disabled="true"]')).to.equal(null);
    await expect(payer.element).to.be.accessible();
  });

  it('shows one contract alone where the page names it, and pays it', async () => {
    open(payers.baker, { contract: contracts.upcoming });
    await payer.sees('EL-1002');
    expect(payer.text).not.to.contain('EL-1001');
    payer.element.pay();
    await payer.sees('Pay contract EL-1002');
  });
});

describe('nobody signed in', () => {
  it('shows the site’s own sign-in, tells the page, and goes on once there is a token', async () => {
    const world = await createWorld();
    const payer = Payer.open({ endpoint: world.endpoint });
    const button = document.createElement('button');
    button.slot = 'signed-out';
    button.textContent = 'Sign in with your account';
    payer.element.append(button);
    try {
      await payer.sees('Sign in to see your contracts');
      expect(payer.text).to.contain('Harbor Equipment Finance');
      expect(button.assignedSlot?.name).to.equal('signed-out');
      expect(payer.eventsNamed('aspire-pay-auth-required').length).to.be.greaterThan(0);
      await expect(payer.element).to.be.accessible();
      payer.element.getToken = () => Promise.resolve(world.tokenOf(payers.baker));
      await payer.element.refresh();
      await payer.sees('EL-1001');
    } finally {
      payer.leave();
      await world.close();
    }
  });
});

describe('an endpoint that must not be used', () => {
  const addresses = ['http://pay.example/api', 'https://user:secret@pay.example/api', 'javascript:alert(1)', ''];
  for (const endpoint of addresses) {
    it(`is refused before anything is asked of it: “${endpoint}”`, async () => {
      const payer = Payer.open({ endpoint });
      try {
        await until(() => payer.eventsNamed('aspire-pay-error').length > 0, 'the error event');
        const { code } = payer.eventsNamed('aspire-pay-error')[0]?.detail as ErrorDetail;
        expect(code).to.equal(endpoint === '' ? 'endpoint-missing' : 'endpoint-insecure');
        await payer.sees('could not be loaded');
        await expect(payer.element).to.be.accessible();
      } finally {
        payer.leave();
      }
    });
  }
});
