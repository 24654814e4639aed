/** Bank details from fields that are not the element's own, in paying and in the Bank accounts view alike, against the real endpoint. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AccountFormState } from '../../src/domain/bank-accounts.js';
import type { Fault } from '../../src/domain/errors.js';
import type { FieldFault } from '../../src/domain/payment.js';
import { searchFor } from '../support/digit-search.js';
import { contracts, payers, startEndpoint, type Endpoint } from '../support/endpoint.js';
import { addedAccounts, giveAccount, tokenFor } from '../support/given-account.js';
import { HandSource } from '../support/hand-source.js';
import { PayerPage } from '../support/payer-page.js';
import { mishaps } from '../support/wire.js';

/** The two places in which an account is entered, and what a test asks of either. */
interface Place {
  readonly open: (page: PayerPage) => Promise<void>;
  readonly press: (page: PayerPage) => void;
  readonly form: (page: PayerPage) => { faults: readonly FieldFault[]; attempts: number; fault?: Fault } | undefined;
  readonly isWaiting: (page: PayerPage) => boolean;
  readonly leave: (page: PayerPage) => void;
  /** The id of the account, once it is there. */
  readonly done: (page: PayerPage) => string | undefined;
}

const openForm = async (page: PayerPage): Promise<void> => {
  await page.openForm(contracts.pastDue);
  page.send({ type: 'accountChosen', accountId: 'new' }, { type: 'holderNameTyped', text: 'Bluebird Bakery LLC' });
};

const inPaying: Place = {
  open: openForm,
  press: (page) => page.send({ type: 'reviewPressed' }),
  form: ({ state }) => (state.name === 'editing' ? state : undefined),
  isWaiting: ({ state }) => state.name === 'previewing',
  leave: (page) => page.send({ type: 'backPressed' }),
  done: ({ state }) => (state.name === 'reviewing' ? state.reviewed.account.id : undefined),
};

const onItsOwn: Place = {
  open: async (page) => {
    await page.seeAccounts();
    page.send({ type: 'addAccountPressed' }, { type: 'holderNameTyped', text: 'Bluebird Bakery LLC' });
  },
  press: (page) => page.send({ type: 'saveAccountPressed' }),
  form: ({ bankAccounts: { form } }): AccountFormState | undefined => form,
  isWaiting: ({ bankAccounts: { form } }) => form?.isSaving === true,
  leave: (page) => page.send({ type: 'backPressed' }),
  done: ({ bankAccounts: { news } }) => news?.account.id,
};

describe.each([
  ['while paying', inPaying],
  ['in the Bank accounts view', onItsOwn],
])('a bank source %s', (_where, place) => {
  let endpoint: Endpoint;
  let page: PayerPage;
  let source: HandSource;
  beforeEach(async () => {
    endpoint = await startEndpoint();
    page = new PayerPage(endpoint);
    page.bankSource = source = new HandSource();
    await page.see();
    await place.open(page);
  });
  afterEach(async () => {
    page.disconnect();
    await endpoint.stop();
  });

  const posted = (): Record<string, string>[] =>
    page.tab.wire.sent
      .filter(({ method, path }) => method === 'POST' && path === '/bank-accounts')
      .map(({ body }) => JSON.parse(body) as Record<string, string>);
  const give = (accountNumber = '83125740961357', more = {}): Promise<void> => giveAccount(source, endpoint, accountNumber, more);
  const press = async (): Promise<void> => {
    place.press(page);
    await endpoint.clock.quiet();
  };
  const stored = () => addedAccounts(endpoint);

  it('is asked once, and the endpoint gets its token in place of the numbers', async () => {
    await press();
    expect(source.questions.map(({ request }) => request)).toEqual([
      { holderName: 'Bluebird Bakery LLC', type: 'checking', holderType: 'business', locale: 'en-US' },
    ]);
    expect(place.isWaiting(page)).toBe(true);
    expect(posted()).toEqual([]);
    await give();
    expect(place.done(page)).toBeDefined();
    const [body] = posted();
    expect(Object.keys(body ?? {}).sort()).toEqual(['holderName', 'holderType', 'idempotencyKey', 'token', 'type']);
    expect(await stored()).toMatchObject([{ last4: '1357', type: 'checking', holder_name: 'Bluebird Bakery LLC' }]);
    expect(page.everything()).not.toContain('vault_');
    expect(searchFor('83125740961357')(page.everything())).toBeUndefined();
  });

  it('knows better what kind of account it is', async () => {
    await press();
    await give('83125740961357', { type: 'savings', holderName: 'BLUEBIRD BAKERY' });
    expect(await stored()).toMatchObject([{ type: 'savings', holder_name: 'BLUEBIRD BAKERY' }]);
  });

  it('is not asked where the element’s own fields need a correction', async () => {
    page.send({ type: 'holderNameTyped', text: ' ' });
    await press();
    expect(place.form(page)?.faults).toMatchObject([{ field: 'holderName', code: 'holder-missing' }]);
    expect(source.questions).toEqual([]);
  });

  it('is not asked again by a second press while it is being asked', async () => {
    for (let presses = 0; presses < 5; presses += 1) place.press(page);
    await give();
    expect(source.questions).toHaveLength(1);
    expect(posted()).toHaveLength(1);
  });

  it('may be cancelled: nothing is wrong, nothing was sent, and the next press asks anew', async () => {
    await press();
    source.last.answer({ cancelled: true });
    await endpoint.clock.quiet();
    expect(place.form(page)).toMatchObject({ faults: [], attempts: 0 });
    expect(place.form(page)?.fault).toBeUndefined();
    expect(page.said.at(-1)).toBe('No bank account was given. Your entries are kept.');
    expect(posted()).toEqual([]);
    await press();
    await give();
    expect(source.questions).toHaveLength(2);
    expect(place.done(page)).toBeDefined();
  });

  it('shows what needs a correction, which is forgotten as soon as something is edited there', async () => {
    await press();
    source.last.answer({ invalid: 'Enter the routing number.' });
    await endpoint.clock.quiet();
    const fault = { field: 'bankSource', code: 'bank-source-invalid', detail: 'Enter the routing number.' };
    expect(place.form(page)).toMatchObject({ faults: [fault], attempts: 1 });
    expect(page.said.filter((text) => text.includes('correction'))).toEqual([]);
    page.send({ type: 'bankSourceEdited' });
    expect(place.form(page)?.faults).toEqual([]);
  });

  it('that throws or answers nonsense is told to the page, and the form keeps everything', async () => {
    await press();
    source.last.fail();
    await endpoint.clock.quiet();
    expect(place.form(page)).toMatchObject({ attempts: 1, fault: { code: 'bank-source-failed' } });
    await press();
    source.last.answer({ last4: '1357' } as never);
    await endpoint.clock.quiet();
    expect(place.form(page)).toMatchObject({ attempts: 2, fault: { code: 'bank-source-failed' } });
    const told = page.events.filter(({ name }) => name === 'aspire-pay-error').map(({ detail }) => detail);
    expect(told).toMatchObject([{ code: 'bank-source-failed' }, { code: 'bank-source-failed' }]);
    expect(posted()).toEqual([]);
    await press();
    await give();
    expect(place.done(page)).toBeDefined();
  });

  it('has its time, and what it answers afterwards counts for nothing', async () => {
    await press();
    const token = await tokenFor(endpoint, '83125740961357');
    await endpoint.clock.advance(59_999);
    expect(place.isWaiting(page)).toBe(true);
    await endpoint.clock.advance(1);
    expect(place.form(page)).toMatchObject({ attempts: 1, fault: { code: 'bank-source-timeout' } });
    expect(source.last.signal.aborted).toBe(true);
    source.last.answer({ token });
    await endpoint.clock.quiet();
    expect(posted()).toEqual([]);
  });

  it('is told when the payer leaves, and adds nothing after', async () => {
    await press();
    const token = await tokenFor(endpoint, '83125740961357');
    place.leave(page);
    expect(source.last.signal.aborted).toBe(true);
    source.last.answer({ token });
    await endpoint.clock.quiet();
    expect(posted()).toEqual([]);
    expect(await stored()).toEqual([]);
  });

  it('adds nothing for somebody else who is signed in by then', async () => {
    await press();
    const token = await tokenFor(endpoint, '83125740961357');
    page.token = endpoint.world.tokens[payers.guarantor];
    page.disconnect();
    await page.see();
    expect(source.last.signal.aborted).toBe(true);
    source.last.answer({ token });
    await endpoint.clock.quiet();
    expect(posted()).toEqual([]);
    expect(await stored()).toEqual([]);
  });

  it('is told when the page is left', async () => {
    await press();
    page.portal.forgetDigits();
    await endpoint.clock.quiet();
    expect(source.last.signal.aborted).toBe(true);
    expect(place.form(page)).toMatchObject({ faults: [], attempts: 0 });
  });

  it('is not asked again where only the endpoint’s answer got lost: the same request is sent once more', async () => {
    page.tab.wire.next('POST', /^\/bank-accounts$/, mishaps.dropAfter);
    await press();
    await give();
    expect(place.form(page)).toMatchObject({ fault: { code: 'network' } });
    await press();
    expect(source.questions).toHaveLength(1);
    const [first, second] = posted();
    expect(second).toEqual(first);
    expect(place.done(page)).toBeDefined();
    expect(await stored()).toHaveLength(1);
  });

  it.each([0, 10_000])('is asked again after an edit %i ms before its answer is lost, and under another key', async (ms) => {
    const late = () => endpoint.clock.besides(() => endpoint.clock.wait(ms)).then(() => Promise.reject(new TypeError('fetch failed')));
    page.tab.wire.next('POST', /^\/bank-accounts$/, late);
    await press();
    await give();
    page.send({ type: 'bankSourceEdited' });
    await endpoint.clock.advance(ms);
    await press();
    await give('400098761234');
    expect(source.questions).toHaveLength(2);
    const [first, second] = posted();
    expect(second?.['idempotencyKey']).not.toBe(first?.['idempotencyKey']);
    expect(second?.['token']).not.toBe(first?.['token']);
    expect((await stored()).map(({ last4 }) => last4)).toEqual(['1234']);
  });

  it('is asked again where the endpoint could not read its token', async () => {
    await press();
    source.last.answer({ token: 'nobody-gave-this' });
    await endpoint.clock.quiet();
    expect(place.form(page)?.faults).toMatchObject([{ field: 'bankSource', code: 'refused' }]);
    await press();
    await give();
    expect(source.questions).toHaveLength(2);
    expect(place.done(page)).toBeDefined();
  });
});
