/** What a payer changes while a bank source is being asked: what they see counts, and the source hears that nobody waits any more. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accounts, contracts, startEndpoint, type Endpoint } from '../support/endpoint.js';
import { addedAccounts, giveAccount } from '../support/given-account.js';
import { HandSource } from '../support/hand-source.js';
import { PayerPage } from '../support/payer-page.js';
import { late } from '../support/wire.js';

describe('while a bank source is being asked', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  let source: HandSource;
  beforeEach(async () => {
    endpoint = await startEndpoint();
    page = new PayerPage(endpoint);
    page.bankSource = source = new HandSource();
    await page.see();
    await page.openForm(contracts.pastDue);
    page.send({ type: 'accountChosen', accountId: 'new' }, { type: 'holderNameTyped', text: 'Bluebird Bakery LLC' });
    await review();
    expect(page.state.name).toBe('previewing');
  });
  afterEach(async () => {
    page.disconnect();
    await endpoint.stop();
  });

  const review = async (): Promise<void> => {
    page.send({ type: 'reviewPressed' });
    await endpoint.clock.quiet();
  };
  const give = (accountNumber: string): Promise<void> => giveAccount(source, endpoint, accountNumber);
  const added = async (): Promise<readonly string[]> => (await addedAccounts(endpoint)).map(({ last4 }) => last4);

  it('an edit of the account calls it off, and the next press asks anew', async () => {
    page.send({ type: 'holderNameTyped', text: 'Bluebird Bakery' });
    expect(source.last.signal.aborted).toBe(true);
    expect(page.state.name).toBe('editing');
    await give('83125740961357');
    expect(await added(), 'an answer to what was typed before counts for nothing').toEqual([]);
    await review();
    expect(source.questions).toHaveLength(2);
    expect(source.last.request.holderName).toBe('Bluebird Bakery');
    await give('400098761234');
    await page.reach('reviewing');
    expect(await added()).toEqual(['1234']);
  });

  it('a saved account that is chosen instead calls it off: nothing is added that nobody wants', async () => {
    page.send({ type: 'accountChosen', accountId: accounts.savings });
    expect(source.last.signal.aborted).toBe(true);
    await give('83125740961357');
    expect(await added()).toEqual([]);
    await review();
    expect((await page.reach('reviewing')).reviewed.account.id).toBe(accounts.savings);
  });

  it('another amount leaves it being asked, and what it gives can be chosen', async () => {
    page.send({ type: 'otherAmountTyped', contractId: contracts.pastDue, text: '500' });
    expect(source.last.signal.aborted).toBe(false);
    await give('83125740961357');
    const { accounts: shown } = page.in('editing');
    expect(shown.status === 'ready' && shown.accounts.map(({ last4 }) => last4)).toContain('1357');
    await review();
    const { reviewed } = await page.reach('reviewing');
    expect([reviewed.total.value, reviewed.account.last4]).toEqual([50_000, '1357']);
    expect(await added()).toEqual(['1357']);
  });

  it('the same source given anew, as frameworks do with each drawing, changes nothing', async () => {
    page.send({ type: 'bankSourceReplaced' });
    expect(page.state.name).toBe('previewing');
    await give('83125740961357');
    expect((await page.reach('reviewing')).reviewed.account.last4).toBe('1357');
  });

  it('nor does it where the account is there and only the review is still to come', async () => {
    page.tab.wire.next('POST', /preview/, late(3_000));
    await give('83125740961357');
    page.send({ type: 'bankSourceReplaced' });
    expect((await page.reach('reviewing')).reviewed.account.last4).toBe('1357');
  });

  it('a saved account that is chosen while the review is still to come leaves nothing of the new one to be sent again', async () => {
    page.tab.wire.next('POST', /preview/, late(3_000));
    await give('83125740961357');
    page.send({ type: 'accountChosen', accountId: accounts.savings });
    await endpoint.clock.advance(4_000);
    page.send({ type: 'accountChosen', accountId: 'new' });
    await review();
    expect(source.questions).toHaveLength(2);
  });

  it('it is still being asked after another amount: a new drawing leaves it so, a saved account calls it off', async () => {
    page.send({ type: 'otherAmountTyped', contractId: contracts.pastDue, text: '500' }, { type: 'bankSourceReplaced' });
    expect(source.last.signal.aborted).toBe(false);
    page.send({ type: 'accountChosen', accountId: accounts.savings });
    expect(source.last.signal.aborted).toBe(true);
    await give('83125740961357');
    expect(await added()).toEqual([]);
  });
});
