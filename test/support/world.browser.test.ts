/**
 * The worlds as a browser test sees them: fresh, separate, with strings to pull. Must not know the element.
 */
import { expect } from '@open-wc/testing';
import { ContractPage, Problem, Session } from '../../src/api/index.js';
import { accounts, contracts, createWorld, payers, startEndpoint, type World } from './world.js';

const read = (world: { endpoint: string; tokens: Readonly<Record<string, string>> }, path: string, payer: string = payers.baker) =>
  fetch(`${world.endpoint}${path}`, { headers: { authorization: `Bearer ${world.tokens[payer] ?? ''}` } });

const readContracts = async (world: World, payer?: string) => ContractPage.parse(await (await read(world, '/contracts', payer)).json());

describe('a world', () => {
  let world: World;

  beforeEach(async () => {
    world = await createWorld();
  });
  afterEach(async () => {
    await world.close();
  });

  it('signs a payer in, on its own day', async () => {
    const session = Session.parse(await (await read(world, '/session')).json());
    expect(session.payer.id).to.equal(payers.baker);
    expect(session.calendar.today).to.equal('2026-11-18');
  });

  it('holds a contract of each kind, and hides another payer’s', async () => {
    const { items } = await readContracts(world);
    expect(items.map(({ id }) => id)).to.have.members([contracts.pastDue, contracts.upcoming, contracts.autopay, contracts.notPayable]);
    expect(items.find(({ id }) => id === contracts.pastDue)?.totals).to.deep.equal({
      pastDue: { value: 107_500, currency: 'USD' },
      due: { value: 215_000, currency: 'USD' },
      open: { value: 322_500, currency: 'USD' },
    });
    expect(items.find(({ id }) => id === contracts.autopay)?.inFlight).to.have.length(1);
    expect((await readContracts(world, payers.newcomer)).items).to.deep.equal([]);
  });

  it('tells what reached the endpoint, and what is stored', async () => {
    await read(world, '/session');
    await read(world, '/contracts?q=EL-1001');
    expect((await world.log('GET')).map(({ path, status }) => [path, status])).to.deep.equal([
      ['/session', 200],
      ['/contracts?q=EL-1001', 200],
    ]);
    const rows = await world.rows();
    expect(rows.payments).to.deep.equal([]);
    expect(rows.bank_accounts.map(({ id }) => id)).to.include.members([accounts.checking, accounts.savings]);
  });

  it('follows the clock it is given', async () => {
    await world.setClock({ now: '2026-11-25T23:00:00.000Z', isFrozen: true });
    const { calendar } = Session.parse(await (await read(world, '/session')).json());
    expect([calendar.today, calendar.earliestDate]).to.deep.equal(['2026-11-25', '2026-11-27']);
  });

  it('changes what the lender allows', async () => {
    await world.changeLender({ features: { payments: false }, limits: { maxItems: 2, max: null } });
    const { features, limits } = Session.parse(await (await read(world, '/session')).json());
    expect(features.payments).to.equal(false);
    expect(limits.maxItems).to.equal(2);
    expect(limits.max).to.equal(undefined);
  });

  it('posts behind the payer’s back', async () => {
    const find = async () => (await readContracts(world)).items.find(({ id }) => id === contracts.pastDue);
    const before = await find();
    await world.changeContract({ contractId: contracts.pastDue, lowerBy: 7_500 });
    const after = await find();
    expect(after?.totals.open.value).to.equal(315_000);
    expect(after?.version).not.to.equal(before?.version);
  });

  it('loses, delays and replaces answers on demand', async () => {
    await world.addFault({ path: '/session', effect: { kind: 'answer', status: 503, contentType: 'text/plain', body: 'busy' } });
    expect(await (await read(world, '/session')).text()).to.equal('busy');
    // Browsers ask again by themselves: Firefox about ten times.
    await world.addFault({ path: '/session', times: 99, effect: { kind: 'drop-before' } });
    const lost = await read(world, '/session').then(
      () => 'answered',
      () => 'lost',
    );
    expect(lost).to.equal('lost');
    await world.clearFaults();
    await world.addFault({ path: '/session', effect: { kind: 'delay-before' } });
    const held = read(world, '/session');
    await world.untilHeld();
    await read(world, '/lender');
    await world.release();
    expect((await held).status).to.equal(200);
    expect((await world.log('GET')).map(({ path }) => path)).to.deep.equal(['/lender', '/session']);
  });

  it('answers a stranger as the endpoint does', async () => {
    const answer = await fetch(`${world.endpoint}/session`);
    expect(answer.status).to.equal(401);
    expect(Problem.parse(await answer.json()).type).to.equal('urn:aspire-pay:problem:unauthenticated');
  });
});

describe('an endpoint in a process of its own', () => {
  it('is still what it was after kill -9', async function () {
    this.timeout(60_000);
    const endpoint = await startEndpoint();
    try {
      const readVersions = async () =>
        ContractPage.parse(await (await read(endpoint, '/contracts')).json()).items.map(({ version }) => version);
      const before = await readVersions();
      await endpoint.kill();
      await endpoint.restart();
      expect(before).to.have.length(4);
      expect(await readVersions()).to.deep.equal(before);
    } finally {
      await endpoint.close();
    }
  });
});
