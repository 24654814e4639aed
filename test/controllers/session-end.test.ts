/** A session about to end: warned of in time, extended by the page or by a new code, or ended calmly with what was typed kept for its payer. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftToKeep } from '../../src/domain/kept-draft.js';
import { contracts, payers, startEndpoint, type Endpoint } from '../support/endpoint.js';
import { PayerPage } from '../support/payer-page.js';

const minute = 60_000;

describe('a session that is about to end', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  let read = 0;
  beforeEach(async () => {
    read = 0;
    endpoint = await startEndpoint();
    await endpoint.world.changeLender({ features: { enrollment: true }, sessionMinutes: 10 });
    page = new PayerPage(endpoint);
    page.hasCallback = false;
    await page.see();
  });
  afterEach(async () => {
    page.disconnect();
    await endpoint.stop();
  });

  const codeMailed = async (): Promise<string> => {
    read += 1;
    await vi.waitFor(() => expect(endpoint.world.mailbox.list().length).toBeGreaterThanOrEqual(read), 10_000);
    return /\b\d{6}\b/.exec(endpoint.world.mailbox.list()[0]?.text ?? '')?.[0] ?? 'no code';
  };
  const give = async (code: string): Promise<void> => {
    page.send({ type: 'codeTyped', text: code }, { type: 'codeGiven' });
    await endpoint.clock.quiet();
  };
  const detail = (field: 'firstName' | 'lastName' | 'email' | 'postalCode' | 'contractNumber', text: string) =>
    page.send({ type: 'detailTyped', field, text });
  const register = async (email: string, name: string): Promise<void> => {
    page.send({ type: 'registerPressed' });
    detail('firstName', name);
    detail('lastName', 'Lind');
    detail('email', email);
    detail('postalCode', '55401');
    detail('contractNumber', 'EL-1001');
    page.send({ type: 'detailsGiven' });
    await endpoint.clock.quiet();
    await give(await codeMailed());
    expect(page.portfolio.status).toBe('ready');
  };
  const signIn = async (email: string): Promise<void> => {
    page.send({ type: 'emailSignInPressed' });
    detail('email', email);
    page.send({ type: 'detailsGiven' });
    await endpoint.clock.quiet();
    await give(await codeMailed());
  };
  const registerRosa = (): Promise<void> => register('rosa@bluebird.example', 'Rosa');
  const warnings = (): string[] => page.said.filter((text) => text.includes('Your session ends at'));
  const typeForm = async (): Promise<void> => {
    await page.openForm();
    page.send(
      { type: 'otherAmountTyped', contractId: contracts.pastDue, text: '12.50' },
      { type: 'dateChosen', date: '2026-11-20' },
      { type: 'accountChosen', accountId: 'new' },
      { type: 'holderNameTyped', text: 'Bluebird Bakery LLC' },
      { type: 'accountTypeChosen', accountType: 'savings' },
      { type: 'routingNumberTyped', text: '011000015' },
      { type: 'accountNumberTyped', text: '400012346789' },
    );
  };
  const kept = {
    lines: [{ contract: { id: contracts.pastDue }, choice: 'other', otherAmount: '12.50' }],
    date: '2026-11-20',
    accountId: 'new',
    newAccount: { holderName: 'Bluebird Bakery LLC', type: 'savings', holderType: 'business', routingNumber: '', accountNumberMask: '' },
  };

  it('is warned of two minutes before, once, and not sooner', async () => {
    await registerRosa();
    await endpoint.clock.advance(8 * minute - 1_000);
    expect(page.portal.sessionEnd).toBeUndefined();
    await endpoint.clock.advance(1_000);
    const { expiresAt } = page.portfolio.session ?? {};
    expect(page.portal.sessionEnd).toEqual({ endsAt: expiresAt, step: 'warned' });
    await endpoint.clock.advance(minute);
    expect(warnings()).toHaveLength(1);
  });

  it('is warned of by the endpoint’s time, whatever the payer’s clock says', async () => {
    endpoint.clock.skewMs = 86_400_000;
    await registerRosa();
    await endpoint.clock.advance(8 * minute - 1_000);
    expect(page.portal.sessionEnd).toBeUndefined();
    await endpoint.clock.advance(1_000);
    expect(page.portal.sessionEnd?.step).toBe('warned');
  });

  it('goes on with a new code, and nothing that was typed is lost', async () => {
    await registerRosa();
    await endpoint.clock.advance(7 * minute);
    await typeForm();
    await endpoint.clock.advance(minute);
    const draft = page.in('editing').draft;
    page.send({ type: 'stayPressed' });
    expect(page.portal.sessionEnd?.step).toBe('asking');
    await endpoint.clock.quiet();
    expect(page.portal.sessionEnd?.step).toBe('code');
    await give('000000');
    expect(page.portal.signIn).toMatchObject({ name: 'code', faults: [{ code: 'code-refused' }] });
    await give(await codeMailed());
    expect(page.portal.sessionEnd).toBeUndefined();
    expect(page.portal.signIn).toEqual({ name: 'offered' });
    expect(page.in('editing').draft).toEqual(draft);
    expect(page.said).toContain('You stay signed in.');
    expect(page.told.filter((name) => name === 'aspire-pay-signed-in')).toHaveLength(2);
    await endpoint.clock.advance(4 * minute);
    expect(page.portfolio.status).toBe('ready');
  });

  it('signs out calmly, and gives what was typed back to the same payer without bank digits', async () => {
    await registerRosa();
    await endpoint.clock.advance(7 * minute);
    await typeForm();
    await endpoint.clock.advance(3 * minute + 2_000);
    expect(page.portfolio.status).toBe('signed-out');
    expect(page.portal.ended).toEqual({ hasEnded: true, isKept: true });
    expect(page.portal.sessionEnd).toBeUndefined();
    await signIn('rosa@bluebird.example');
    await endpoint.clock.quiet();
    expect(page.in('editing')).toMatchObject({ isRestored: true, draft: kept });
    expect(page.portal.ended).toEqual({ hasEnded: false, isKept: false });
    page.send({ type: 'accountChosen', accountId: 'account-checking' }, { type: 'reviewPressed' });
    expect((await page.reach('reviewing')).reviewed.total.value).toBe(1_250);
  });

  it('gives several contracts back together, but for one that somebody has paid on since', async () => {
    await registerRosa();
    page.send({ type: 'payAllPressed', currency: 'USD' });
    await page.reach('editing');
    page.send({ type: 'otherAmountTyped', contractId: contracts.pastDue, text: '12.50' });
    await endpoint.clock.advance(11 * minute);
    expect(page.portal.ended.isKept).toBe(true);
    const elsewhere = { id: 'x/0', contract_id: contracts.upcoming, amount_value: 1_000, date: '2026-11-19', status: 'scheduled' };
    await endpoint.db.insertInto('elsewhere_in_flight').values(elsewhere).execute();
    await signIn('rosa@bluebird.example');
    await endpoint.clock.quiet();
    const { draft, isRestored } = page.in('editing');
    expect(isRestored).toBe(true);
    expect(draft).toMatchObject({ scope: 'all', lines: [{ contract: { id: contracts.pastDue }, choice: 'other', otherAmount: '12.50' }] });
  });

  it('gives nothing of it to another payer, nor to the first one after them', async () => {
    await register('otto@lind.example', 'Otto');
    await endpoint.clock.advance(11 * minute);
    await registerRosa();
    await typeForm();
    await endpoint.clock.advance(11 * minute);
    expect(page.portal.ended.isKept).toBe(true);
    const before = page.history.length;
    await signIn('otto@lind.example');
    expect(page.portfolio.session?.payer.id).toBe(payers.guarantor);
    expect(page.state.name).toBe('idle');
    await endpoint.clock.advance(11 * minute);
    await signIn('rosa@bluebird.example');
    expect(page.state.name).toBe('idle');
    expect(JSON.stringify(page.history.slice(before).map(({ payment }) => payment))).not.toContain('12.50');
  });

  it('takes a code that was asked for to stay, when it comes too late for that', async () => {
    await registerRosa();
    await endpoint.clock.advance(8 * minute + 30_000);
    page.send({ type: 'stayPressed' });
    await endpoint.clock.advance(2 * minute);
    expect(page.portfolio.status).toBe('signed-out');
    expect(page.portal.signIn).toMatchObject({ name: 'code', way: 'email' });
    await give(await codeMailed());
    expect(page.portfolio.status).toBe('ready');
  });

  it('loses no payment that is under way when it ends', async () => {
    await registerRosa();
    await page.review();
    await endpoint.clock.advance(9 * minute + 55_000);
    page.send({ type: 'authorizationTicked', isOn: true });
    page.tab.wire.next('POST', /^\/payments$/, (deliver, { wire }) => wire.clock.besides(() => wire.clock.wait(4_000)).then(deliver));
    page.authorize();
    await endpoint.clock.advance(10_000);
    expect(await endpoint.payments()).toEqual(['pending']);
    await endpoint.clock.advance(minute);
    if (page.state.name === 'accepted') page.send({ type: 'donePressed' });
    expect(page.portfolio.status).toBe('signed-out');
    expect(page.portal.ended.isKept).toBe(false);
    await signIn('rosa@bluebird.example');
    expect(page.state.name).not.toBe('editing');
    expect(page.told.filter((name) => name === 'aspire-pay-submitted')).toHaveLength(1);
    expect(await endpoint.payments()).toEqual(['pending']);
  });

  it('says why no code could be had, and lets it be tried again', async () => {
    await registerRosa();
    await endpoint.clock.advance(8 * minute);
    const headers = { 'content-type': 'application/problem+json', 'retry-after': '600' };
    const body = JSON.stringify({ type: 'urn:aspire-pay:problem:rate-limited' });
    page.tab.wire.next('POST', /sign-ins/, () => Promise.resolve(new Response(body, { status: 429, headers })));
    page.send({ type: 'stayPressed' });
    await endpoint.clock.quiet();
    expect(page.portal.sessionEnd).toMatchObject({ step: 'failed', fault: { code: 'rate-limited', retryInMs: 600_000 } });
    page.send({ type: 'stayPressed' });
    await endpoint.clock.quiet();
    expect(page.portal.sessionEnd?.step).toBe('code');
  });

  describe('where the page has a callback', () => {
    /** Tokens of sessions of their own: what a site's server would hand out. */
    const tokenOfSession = async (): Promise<string> => {
      const site = new PayerPage(endpoint);
      site.hasCallback = false;
      await site.see();
      const mine = page;
      page = site;
      try {
        await signIn('rosa@bluebird.example');
        const sent = site.tab.wire.sent.at(-1)?.headers.get('authorization') ?? '';
        return sent.slice('Bearer '.length);
      } finally {
        site.disconnect();
        page = mine;
      }
    };

    beforeEach(async () => {
      await registerRosa();
      page.disconnect();
      page.hasCallback = true;
      page.token = await tokenOfSession();
      await page.see();
    });

    it('is extended through it silently, called once, and nothing is said', async () => {
      await typeForm();
      await endpoint.clock.advance(7 * minute);
      page.token = await tokenOfSession();
      const calls = page.tokenCalls;
      await endpoint.clock.advance(2 * minute);
      expect(page.tokenCalls).toBe(calls + 1);
      expect(page.portal.sessionEnd).toBeUndefined();
      expect(warnings()).toEqual([]);
      await endpoint.clock.advance(3 * minute);
      expect(page.portfolio.status).toBe('ready');
      expect(page.in('editing').draft.lines[0]?.otherAmount).toBe('12.50');
    });

    it('is warned of where it gives no later token, and asks again on a press alone', async () => {
      const calls = page.tokenCalls;
      await endpoint.clock.advance(9 * minute);
      expect(page.portal.sessionEnd?.step).toBe('warned');
      expect(page.tokenCalls).toBe(calls + 1);
      page.send({ type: 'stayPressed' });
      await endpoint.clock.quiet();
      expect(page.portal.sessionEnd?.step).toBe('failed');
      expect(page.tokenCalls).toBe(calls + 2);
      page.token = await tokenOfSession();
      page.send({ type: 'stayPressed' });
      await endpoint.clock.quiet();
      expect(page.portal.sessionEnd).toBeUndefined();
      await endpoint.clock.advance(3 * minute);
      expect(page.portfolio.status).toBe('ready');
    });
  });
});

describe('what is kept of a payment', () => {
  it('is nothing of one that was sent', () => {
    const entry = { key: 'k', contracts: [], date: '2026-11-18', pressedAt: '2026-11-18T15:00:00Z' };
    expect(draftToKeep({ name: 'checking', entry })).toBeUndefined();
    expect(draftToKeep({ name: 'idle' })).toBeUndefined();
  });
});
