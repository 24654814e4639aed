/** A payer adds a bank account in the view of their accounts, against the real endpoint. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BankAccount } from '../../src/api/index.js';
import type { AccountFormState } from '../../src/domain/bank-accounts.js';
import type { UserEvent } from '../../src/domain/user-events.js';
import { searchFor } from '../support/digit-search.js';
import { accounts, payers, startEndpoint, type Endpoint } from '../support/endpoint.js';
import { PayerPage } from '../support/payer-page.js';
import { mishaps } from '../support/wire.js';

/** No part of it stands in the portfolio. */
const canary = '83125740961357';
const findDigits = searchFor(canary);

const typed = (accountNumber = canary, routingNumber = '083914061'): UserEvent[] => [
  { type: 'holderNameTyped', text: 'Bluebird Bakery LLC' },
  { type: 'routingNumberTyped', text: routingNumber },
  { type: 'accountNumberTyped', text: accountNumber },
];

const open = async (): Promise<{ endpoint: Endpoint; page: PayerPage }> => {
  const endpoint = await startEndpoint();
  const page = new PayerPage(endpoint);
  await page.see();
  await page.seeAccounts();
  return { endpoint, page };
};

const close = async (endpoint: Endpoint, page: PayerPage): Promise<void> => {
  page.disconnect();
  await endpoint.stop();
};

const formOf = ({ bankAccounts: { form } }: PayerPage): AccountFormState => {
  if (!form) throw new Error('No account is being entered.');
  return form;
};

describe('a bank account that is added on its own', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  beforeEach(async () => {
    ({ endpoint, page } = await open());
  });
  afterEach(() => close(endpoint, page));

  const form = (): AccountFormState => formOf(page);
  const faults = (): string[] => form().faults.map(({ field, code }) => `${field} ${code}`);
  const ids = (): string[] => page.bankAccounts.accounts.map(({ id }) => id);
  const saved = (): BankAccount | undefined => page.bankAccounts.accounts.find(({ last4 }) => last4 === '1357');
  const save = async (...events: readonly UserEvent[]): Promise<void> => {
    page.send({ type: 'addAccountPressed' }, ...events, { type: 'saveAccountPressed' });
    await endpoint.clock.quiet();
  };

  it('is saved, said so, and in the list', async () => {
    await save(...typed(), { type: 'accountTypeChosen', accountType: 'savings' }, { type: 'holderTypeChosen', holderType: 'consumer' });
    expect(page.bankAccounts.form).toBeUndefined();
    const expected = { last4: '1357', status: 'usable', type: 'savings', holderType: 'consumer', holderName: 'Bluebird Bakery LLC' };
    expect(page.bankAccounts.news).toMatchObject({ kind: 'added', account: expected });
    expect(saved()).toMatchObject(expected);
    expect(page.said.at(-1)).toBe('The bank account is saved.');
  });

  it('can be paid from at once', async () => {
    await save(...typed());
    const id = page.bankAccounts.news?.account.id ?? '';
    page.send({ type: 'viewChosen', view: 'contracts' });
    await page.openForm();
    page.send({ type: 'accountChosen', accountId: id }, { type: 'reviewPressed' });
    expect((await page.reach('reviewing')).reviewed.account.id).toBe(id);
  });

  it('leaves the page in one request only, and no run of five of its digits is shown, told, said or stored', async () => {
    await save(...typed());
    page.send({ type: 'removeAccountPressed', accountId: page.bankAccounts.news?.account.id ?? '' }, { type: 'removalConfirmed' });
    await endpoint.clock.quiet();
    const carriers = page.tab.wire.sent.filter(({ path, body, headers }) =>
      [path, body, ...headers].some((part) => findDigits(String(part)) !== undefined),
    );
    expect(carriers.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /bank-accounts']);
    const everything = page.everything();
    expect(findDigits(everything)).toBeUndefined();
    expect(everything).toContain('1357');
  });

  it('is kept unverified, with the lender’s help, where only known ones may be used', async () => {
    await endpoint.world.changeLender({ bankAccounts: 'existing' });
    await save(...typed());
    expect(page.bankAccounts.news).toMatchObject({ kind: 'added', account: { status: 'unverified' } });
    expect(page.bankAccounts.news?.account.help).toContain('Harbor Equipment Finance');
    expect(saved()).toMatchObject({ status: 'unverified' });
    expect(page.said.at(-1)).toBe('The bank account is saved, but it can’t be used for payments yet.');
  });

  it('is the same account where it was saved before, under its old name', async () => {
    await save(...typed('400012346789', '110000000'));
    expect(page.bankAccounts.news).toMatchObject({ kind: 'known', account: { id: accounts.checking } });
    expect(ids()).toEqual([accounts.checking, accounts.savings]);
    expect(page.said.at(-1)).toBe('This bank account was saved before. It is kept as it was.');
  });

  it('says every mistake at its field and sends nothing', async () => {
    await save(...typed('123', '123456789'), { type: 'holderNameTyped', text: ' ' });
    expect(faults()).toEqual(['holderName holder-missing', 'routingNumber routing-check', 'accountNumber account-number-length']);
    expect(form().attempts).toBe(1);
    // The focus says so, by moving to the summary.
    expect(page.said.at(-1)).toBe('2 bank accounts loaded.');
    expect(page.tab.wire.count('POST', /^\/bank-accounts/)).toBe(0);
    page.send({ type: 'holderNameTyped', text: 'Ada' });
    expect(faults()).toEqual(['routingNumber routing-check', 'accountNumber account-number-length']);
  });

  it('says what is wrong with a field when it is left, unless it was merely passed by', () => {
    page.send({ type: 'addAccountPressed' }, { type: 'fieldLeft', field: 'routingNumber' });
    expect(faults()).toEqual([]);
    page.send({ type: 'routingNumberTyped', text: '123456789' }, { type: 'fieldLeft', field: 'routingNumber' });
    expect(faults()).toEqual(['routingNumber routing-check']);
    expect(form().attempts).toBe(0);
  });

  it('shows the endpoint’s own words at the field they are about', async () => {
    await save(...typed(), { type: 'holderNameTyped', text: `Account ${canary}` });
    expect(form()).toMatchObject({ isSaving: false, attempts: 1, faults: [{ field: 'holderName', code: 'refused' }] });
    expect(form().faults[0]?.detail).toContain('Leave its numbers out');
  });

  it('is sent once, however often the button is pressed', async () => {
    page.send({ type: 'addAccountPressed' }, ...typed(), ...Array.from({ length: 5 }, (): UserEvent => ({ type: 'saveAccountPressed' })));
    expect(form().isSaving).toBe(true);
    await endpoint.clock.quiet();
    expect(page.tab.wire.count('POST', /^\/bank-accounts/)).toBe(1);
  });

  it('is added once where the first answer got lost, and the list is read again behind the form', async () => {
    page.tab.wire.next('POST', /^\/bank-accounts$/, mishaps.dropAfter);
    await save(...typed());
    expect(form()).toMatchObject({ fault: { code: 'network' }, isSaving: false, account: { accountNumberMask: '•••• 1357' } });
    expect(page.said.at(-1)).toBe('Whether the bank account was saved is not known.');
    expect(ids()).toHaveLength(3);
    page.send({ type: 'saveAccountPressed' });
    await endpoint.clock.quiet();
    expect(page.bankAccounts.news).toMatchObject({ kind: 'added', account: { last4: '1357' } });
    const { bank_accounts: rows } = await endpoint.world.rows();
    expect(rows.filter(({ last4 }) => last4 === '1357')).toHaveLength(1);
  });

  it('is nobody’s where the payer has left the form meanwhile', async () => {
    page.send({ type: 'addAccountPressed' }, ...typed(), { type: 'saveAccountPressed' }, { type: 'backPressed' });
    page.send({ type: 'addAccountPressed' });
    await endpoint.clock.quiet();
    expect(form()).toMatchObject({ isSaving: false, account: { holderName: '' } });
    expect(page.bankAccounts.news).toBeUndefined();
  });
});

describe('an account number that was typed', () => {
  let endpoint: Endpoint;
  let page: PayerPage;
  beforeEach(async () => {
    ({ endpoint, page } = await open());
    page.send({ type: 'addAccountPressed' }, ...typed(), { type: 'fieldLeft', field: 'accountNumber' });
  });
  afterEach(() => close(endpoint, page));

  const form = (): AccountFormState => formOf(page);
  const faults = (): string[] => form().faults.map(({ field, code }) => `${field} ${code}`);
  const isForgotten = (): boolean => {
    page.send({ type: 'saveAccountPressed' });
    return faults().includes('accountNumber account-number-missing');
  };

  it('is masked to its last four', () => {
    expect(form().account.accountNumberMask).toBe('•••• 1357');
  });

  it('is forgotten after ten idle minutes', async () => {
    await endpoint.clock.advance(599_000);
    expect(form().account.accountNumberMask).toBe('•••• 1357');
    await endpoint.clock.advance(1_000);
    expect(form().account.accountNumberMask).toBe('');
    expect(isForgotten()).toBe(true);
  });

  it('is forgotten when the page is left, and the rest of the form stays', () => {
    page.portal.forgetDigits();
    expect(form().account).toMatchObject({ accountNumberMask: '', holderName: 'Bluebird Bakery LLC' });
    expect(isForgotten()).toBe(true);
  });

  it.each<readonly [string, () => void | Promise<void>]>([
    ['the form is left', () => page.send({ type: 'backPressed' })],
    ['another view is shown', () => page.send({ type: 'viewChosen', view: 'contracts' }, { type: 'viewChosen', view: 'bank-accounts' })],
    [
      'somebody else is signed in',
      async () => {
        page.token = endpoint.world.tokens['payer-guarantor'];
        page.disconnect();
        await page.see();
        page.send({ type: 'viewChosen', view: 'bank-accounts' });
      },
    ],
  ])('is forgotten with all else when %s', async (_when, leave) => {
    await leave();
    await endpoint.clock.quiet();
    page.send({ type: 'addAccountPressed' });
    expect(form().account).toMatchObject({ holderName: '', routingNumber: '', accountNumberMask: '' });
    page.send({ type: 'holderNameTyped', text: 'Ada' }, { type: 'routingNumberTyped', text: '083914061' });
    expect(isForgotten()).toBe(true);
  });

  it('is forgotten when the sign-in has ended', async () => {
    page.token = undefined;
    page.tab.wire.always('POST', /^\/bank-accounts$/, () => Promise.resolve(new Response('', { status: 401 })));
    page.send({ type: 'saveAccountPressed' });
    await endpoint.clock.until(() => page.portfolio.status === 'signed-out', 'the sign-out');
    expect(page.portal.bankAccounts).toBeUndefined();
    page.token = endpoint.world.tokens[payers.baker];
    await page.portal.refresh();
    await page.seeAccounts();
    expect(page.bankAccounts.form?.account).toMatchObject({ routingNumber: '', accountNumberMask: '' });
    page.send({ type: 'saveAccountPressed' });
    expect(page.bankAccounts.form?.faults.map(({ field }) => field)).toEqual(['routingNumber', 'accountNumber']);
  });
});
