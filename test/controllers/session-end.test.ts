/** A session about to end: warned of in time, extended by the page or by a new code, or ended calmly with what was typed kept for its payer. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftToKeep } from '../../src/domain/kept-draft.js';
import { contracts, payers, startEndpoint, type Endpoint } from '../support/endpoint.js';
import { MailedPage } from '../support/mailed-page.js';
import { late } from '../support/wire.js';

const minute = 60_000;

describe('a session that is about to end', () => {
  let endpoint: Endpoint;
  let page: MailedPage;
  beforeEach(async () => {
    endpoint = await startEndpoint();
    await endpoint.world.changeLender({ features: { enrollment: true }, sessionMinutes: 10 });
    page = new MailedPage(endpoint);
    await page.see();
  });
  afterEach(async () => {
    page.disconnect();
    await endpoint.stop();
  });

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
    await page.register();
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
    await page.register();
    await endpoint.clock.advance(8 * minute - 1_000);
    expect(page.portal.sessionEnd).toBeUndefined();
    await endpoint.clock.advance(1_000);
    expect(page.portal.sessionEnd?.step).toBe('warned');
  });

  it('goes on with a new code, and nothing that was typed is lost', async () => {
    await page.register();
    await endpoint.clock.advance(7 * minute);
    await typeForm();
    await endpoint.clock.advance(minute);
    const draft = page.in('editing').draft;
    page.send({ type: 'stayPressed' });
    expect(page.portal.sessionEnd?.step).toBe('asking');
    await endpoint.clock.quiet();
    expect(page.portal.sessionEnd?.step).toBe('code');
    await page.give('000000');
    expect(page.portal.signIn).toMatchObject({ name: 'code', faults: [{ code: 'code-refused' }] });
    await page.give(await page.codeMailed());
    expect(page.portal.sessionEnd).toBeUndefined();
    expect(page.portal.signIn).toEqual({ name: 'offered' });
    expect(page.in('editing').draft).toEqual(draft);
    expect(page.said).toContain('You stay signed in.');
    expect(page.told.filter((name) => name === 'aspire-pay-signed-in')).toHaveLength(2);
    await endpoint.clock.advance(4 * minute);
    expect(page.portfolio.status).toBe('ready');
  });

  it('signs out calmly, and gives what was typed back to the same payer without bank digits', async () => {
    await page.register();
    await endpoint.clock.advance(7 * minute);
    await typeForm();
    await endpoint.clock.advance(3 * minute + 2_000);
    expect(page.portfolio.status).toBe('signed-out');
    expect(page.portal.ended).toEqual({ hasEnded: true, isKept: true });
    expect(page.portal.sessionEnd).toBeUndefined();
    await page.signIn();
    await endpoint.clock.quiet();
    expect(page.in('editing')).toMatchObject({ isRestored: true, draft: kept });
    expect(page.portal.ended).toEqual({ hasEnded: false, isKept: false });
    page.send({ type: 'accountChosen', accountId: 'account-checking' }, { type: 'reviewPressed' });
    expect((await page.reach('reviewing')).reviewed.total.value).toBe(1_250);
  });

  it('gives several contracts back together, but for one that somebody has paid on since', async () => {
    await page.register();
    page.send({ type: 'payAllPressed', currency: 'USD' });
    await page.reach('editing');
    page.send({ type: 'otherAmountTyped', contractId: contracts.pastDue, text: '12.50' });
    await endpoint.clock.advance(11 * minute);
    expect(page.portal.ended.isKept).toBe(true);
    const elsewhere = { id: 'x/0', contract_id: contracts.upcoming, amount_value: 1_000, date: '2026-11-19', status: 'scheduled' };
    await endpoint.db.insertInto('elsewhere_in_flight').values(elsewhere).execute();
    await page.signIn();
    await endpoint.clock.quiet();
    const { draft, isRestored } = page.in('editing');
    expect(isRestored).toBe(true);
    expect(draft).toMatchObject({ scope: 'all', lines: [{ contract: { id: contracts.pastDue }, choice: 'other', otherAmount: '12.50' }] });
  });

  it('gives an account that was being entered back to the same payer alone, without bank digits', async () => {
    await page.register();
    await endpoint.clock.advance(7 * minute);
    await page.seeAccounts();
    page.send(
      { type: 'addAccountPressed' },
      { type: 'holderNameTyped', text: 'Bluebird Bakery LLC' },
      { type: 'accountTypeChosen', accountType: 'savings' },
      { type: 'routingNumberTyped', text: '011000015' },
      { type: 'accountNumberTyped', text: '400012346789' },
    );
    await endpoint.clock.advance(3 * minute + 2_000);
    expect(page.portfolio.status).toBe('signed-out');
    expect(page.portal.ended).toEqual({ hasEnded: true, isKept: true });
    await page.signIn();
    await endpoint.clock.quiet();
    expect(page.portal.view).toBe('bank-accounts');
    expect(page.bankAccounts.form).toMatchObject({ account: kept.newAccount, faults: [], attempts: 0, isSaving: false });
    expect(page.portal.ended).toEqual({ hasEnded: false, isKept: false });
    expect(page.everything()).not.toContain('400012346789');
  });

  it('gives nothing of it to another payer, nor to the first one after them', async () => {
    await page.register({ email: 'otto@lind.example', firstName: 'Otto' });
    await endpoint.clock.advance(11 * minute);
    await page.register();
    await typeForm();
    await endpoint.clock.advance(11 * minute);
    expect(page.portal.ended.isKept).toBe(true);
    const before = page.history.length;
    await page.signIn('otto@lind.example');
    expect(page.portfolio.session?.payer.id).toBe(payers.guarantor);
    expect(page.state.name).toBe('idle');
    await endpoint.clock.advance(11 * minute);
    await page.signIn();
    expect(page.state.name).toBe('idle');
    expect(JSON.stringify(page.history.slice(before).map(({ payment }) => payment))).not.toContain('12.50');
  });

  it('takes a code that was asked for to stay, when it comes too late for that', async () => {
    await page.register();
    await endpoint.clock.advance(8 * minute + 30_000);
    page.send({ type: 'stayPressed' });
    await endpoint.clock.advance(2 * minute);
    expect(page.portfolio.status).toBe('signed-out');
    expect(page.portal.signIn).toMatchObject({ name: 'code', way: 'email' });
    await page.give(await page.codeMailed());
    expect(page.portfolio.status).toBe('ready');
  });

  it('loses no payment that is under way when it ends', async () => {
    await page.register();
    await page.review();
    await endpoint.clock.advance(9 * minute + 55_000);
    page.send({ type: 'authorizationTicked', isOn: true });
    page.tab.wire.next('POST', /^\/payments$/, late(4_000));
    page.authorize();
    await endpoint.clock.advance(10_000);
    expect(await endpoint.payments()).toEqual(['pending']);
    await endpoint.clock.advance(minute);
    if (page.state.name === 'accepted') page.send({ type: 'donePressed' });
    expect(page.portfolio.status).toBe('signed-out');
    expect(page.portal.ended.isKept).toBe(false);
    await page.signIn();
    expect(page.state.name).not.toBe('editing');
    expect(page.told.filter((name) => name === 'aspire-pay-submitted')).toHaveLength(1);
    expect(await endpoint.payments()).toEqual(['pending']);
  });

  it('says why no code could be had, and lets it be tried again', async () => {
    await page.register();
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
});

describe('what is kept of a payment', () => {
  it('is nothing of one that was sent', () => {
    const entry = { key: 'k', contracts: [], date: '2026-11-18', pressedAt: '2026-11-18T15:00:00Z' };
    expect(draftToKeep({ name: 'checking', entry })).toBeUndefined();
    expect(draftToKeep({ name: 'idle' })).toBeUndefined();
  });
});
