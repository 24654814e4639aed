/** What a payer enters: amount, date and bank account, by mouse and keyboard. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { FieldFault } from '../../src/domain/payment.js';
import { canadian, excavators, session } from '../support/sample-contracts.js';
import { accounts, draft, draftOf, newAccount, ready, type DraftParts } from '../support/sample-payments.js';
import { payingState, type Draw } from '../support/draw.js';
import { states } from '../support/states.js';
import { plain, ViewPage } from '../support/view-page.js';

const editing = (change: DraftParts, contract = excavators, faults: readonly FieldFault[] = []): Draw =>
  payingState({ name: 'editing', draft: draftOf(contract, change), accounts: ready, faults, attempts: faults.length });

describe('a payer chooses an amount', () => {
  it('reads each amount beside its name, the sensible one chosen', async () => {
    const page = await ViewPage.open(states['pay form']);
    expect(plain(page.one('#view').textContent)).to.equal('Pay contract 100-0048213-002');
    expect(page.descriptionOf(page.field('Past due'))).to.equal('$21,010.86 What was due before today');
    expect(page.descriptionOf(page.field('Total open'))).to.equal('$33,978.30 With what is not due yet');
    expect(page.field('Due now').checked).to.equal(true);
  });

  it('chooses another amount by the arrow keys, as in any group of choices', async () => {
    const page = await ViewPage.open(states['pay form']);
    page.field('Due now').focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(page.sent).to.deep.equal([{ type: 'amountChosen', contractId: excavators.id, choice: 'open' }]);
  });

  it('types an amount, told the bounds, the sign standing outside the field', async () => {
    const page = await ViewPage.open(editing({ choice: 'other' }));
    const field = page.field('Amount');
    expect(field.inputMode).to.equal('decimal');
    expect(page.descriptionOf(field)).to.equal('From $1.00 to $33,978.30');
    field.focus();
    await sendKeys({ type: '12' });
    field.blur();
    expect(page.sent).to.deep.equal([
      { type: 'otherAmountTyped', contractId: excavators.id, text: '1' },
      { type: 'otherAmountTyped', contractId: excavators.id, text: '12' },
      { type: 'fieldLeft', field: 'otherAmount' },
    ]);
  });

  it('reads what remains beside a payment in flight', async () => {
    const page = await ViewPage.open(states['pay form in addition']);
    expect(page.text).to.contain('These amounts are what remains beside $2,150.75 in flight.');
    expect(page.descriptionOf(page.field('Total open'))).to.contain('$14,280.00');
  });
});

describe('a payer chooses a bank account', () => {
  it('is told of each field that can be left empty, and of each choice, that it is required', async () => {
    const page = await ViewPage.open(editing({ choice: 'other', accountId: 'new' }));
    const required = page.all('[aria-required="true"]').map(({ id }) => id);
    expect(required).to.deep.equal(['amount', 'otherAmount', 'account', 'holderName', 'routingNumber', 'accountNumber']);
    expect(page.all('input:not([type="radio"])').filter((field) => !field.hasAttribute('aria-required'))).to.deep.equal([]);
  });

  it('finds the buttons where they were before the accounts came, with one account as most have', async () => {
    const page = await ViewPage.open(states['pay form, accounts loading']);
    const before = page.button('Review payment').getBoundingClientRect().top;
    const one = { status: 'ready', accounts: accounts.slice(0, 1) } as const;
    await page.redraw(payingState({ name: 'editing', draft, accounts: one, faults: [], attempts: 0 }));
    expect(page.field('First Prairie Bank, operating account, ending in 4417').checked).to.equal(true);
    expect(page.button('Review payment').getBoundingClientRect().top).to.be.closeTo(before, 1);
  });

  it('finds the ones that can be used, and why another can’t', async () => {
    const page = await ViewPage.open(states['pay form']);
    expect(page.field('First Prairie Bank, operating account, ending in 4417').checked).to.equal(true);
    expect(page.descriptionOf(page.field('Great River Credit Union ••0932'))).to.equal('Business savings');
    expect(page.text).to.contain(
      'Lakeside Savings, ending in 7701: not verified yet, so it can’t be used. Two small credits are on their way.',
    );
    page.field('Use another account').click();
    expect(page.sent).to.deep.equal([{ type: 'accountChosen', accountId: 'new' }]);
  });

  it('is told that another account is checked where the lender takes only those it knows', async () => {
    const state = { name: 'editing', draft: { ...draft, accountId: 'new' }, accounts: ready, faults: [], attempts: 0 } as const;
    const page = await ViewPage.open(payingState(state, { ...session, bankAccounts: 'existing' }));
    expect(page.text).to.contain('Northline Equipment Finance takes accounts that it already has on file, and checks this one.');
    expect(page.text).not.to.contain('keeps this account');
  });

  it('enters a new one in plain text fields that allow paste, and the browser remembers no number', async () => {
    const page = await ViewPage.open(editing({ accountId: 'new' }));
    for (const [name, autocomplete] of [
      ['Name on account', 'name'],
      ['Routing number', 'off'],
      ['Account number', 'off'],
    ] as const) {
      const field = page.field(name);
      expect([field.type, field.autocomplete], name).to.deep.equal(['text', autocomplete]);
    }
    expect(page.field('Routing number').inputMode).to.equal('numeric');
    page.field('Savings').click();
    page.field('Personal').click();
    page.field('Routing number').focus();
    await sendKeys({ type: '09' });
    expect(page.sent).to.deep.equal([
      { type: 'accountTypeChosen', accountType: 'savings' },
      { type: 'holderTypeChosen', holderType: 'consumer' },
      { type: 'routingNumberTyped', text: '0' },
      { type: 'routingNumberTyped', text: '09' },
    ]);
    expect(page.text).to.contain('Northline Equipment Finance keeps this account for your next payments.');
  });

  it('tries again when the accounts could not be loaded', async () => {
    const page = await ViewPage.open(states['pay form, accounts failed']);
    page.button('Try again').click();
    expect(page.sent).to.deep.equal([{ type: 'accountsRetried' }]);
  });
});

describe('the account number', () => {
  const masked = editing({ accountId: 'new', newAccount: { ...newAccount, accountNumberMask: '•••• 6789' } });

  it('is masked once the field is left, and no digit of it is in the page', async () => {
    const page = await ViewPage.open(editing({ accountId: 'new' }));
    const field = page.field('Account number');
    field.focus();
    await sendKeys({ type: '123456789' });
    expect(page.sent.at(-1)).to.deep.equal({ type: 'accountNumberTyped', text: '123456789' });
    field.blur();
    await page.redraw(masked);
    expect(field.value).to.equal('•••• 6789');
    expect(page.root.innerHTML).not.to.match(/12345/);
  });

  it('is not touched while somebody types in it', async () => {
    const page = await ViewPage.open(editing({ accountId: 'new' }));
    const field = page.field('Account number');
    field.focus();
    await sendKeys({ type: '1234' });
    await page.redraw(masked);
    expect(field.value).to.equal('1234');
  });

  it('leaves the field when it is forgotten, where the caret still stands in it', async () => {
    const page = await ViewPage.open(editing({ accountId: 'new' }));
    const field = page.field('Account number');
    field.focus();
    await sendKeys({ type: '123456789' });
    await page.redraw(editing({ accountId: 'new', newAccount: { ...newAccount, isForgotten: true } }));
    expect(page.root.activeElement).to.equal(field);
    expect(field.value).to.equal('');
  });

  it('shows an empty field to somebody who comes back, and the mask again when nothing was typed', async () => {
    const page = await ViewPage.open(masked);
    const field = page.field('Account number');
    field.focus();
    expect(field.value).to.equal('');
    field.blur();
    expect(field.value).to.equal('•••• 6789');
    expect(page.sent).to.deep.equal([{ type: 'fieldLeft', field: 'accountNumber' }]);
  });
});

describe('asking for the review', () => {
  it('works by Enter in a field, and never leaves the page', async () => {
    const page = await ViewPage.open(editing({ choice: 'other' }));
    page.field('Amount').focus();
    const address = location.href;
    await sendKeys({ press: 'Enter' });
    expect(page.sent.filter(({ type }) => type === 'reviewPressed').length).to.equal(1);
    expect(location.href).to.equal(address);
  });

  it('keeps button and focus while the review is prepared, and takes no second press', async () => {
    const page = await ViewPage.open(states['pay form']);
    const button = page.button('Review payment');
    button.focus();
    await page.redraw(states['pay form, preparing']);
    expect(page.root.activeElement).to.equal(button);
    expect(plain(button.textContent)).to.equal('Preparing the review…');
    await page.press(button);
    expect(page.sent).to.deep.equal([]);
  });

  it('goes back', async () => {
    const page = await ViewPage.open(states['pay form']);
    page.button('Back').click();
    expect(page.sent).to.deep.equal([{ type: 'backPressed' }]);
  });

  it('keeps the form when there is no review, and says why', async () => {
    const page = await ViewPage.open(states['pay form, no review']);
    expect(page.text).to.contain('The review could not be prepared. Your entries are kept. The lender’s system is not available.');
  });

  it('says that nothing was paid when it was the payment that was refused', async () => {
    const page = await ViewPage.open(states['pay form, payment refused']);
    expect(page.text).to.contain('Nothing was paid. The account is closed.');
  });
});

describe('entries that need a correction', () => {
  it('are listed above the form, each leading to its field', async () => {
    const page = await ViewPage.open(states['pay form with corrections']);
    const summary = page.one('#summary');
    expect(summary.getAttribute('role')).to.equal('group');
    expect(plain(summary.querySelector('h3')?.textContent)).to.equal('6 entries need a correction');
    summary.focus();
    expect(page.root.activeElement).to.equal(summary);
    const link = page.all('#summary a').find(({ textContent }) => textContent.startsWith('Routing number'));
    expect(plain(link?.textContent)).to.equal('Routing number: This has 8 digits. A routing number has 9.');
    const address = location.href;
    link?.click();
    expect(page.root.activeElement).to.equal(page.field('Routing number'));
    expect(location.href).to.equal(address);
  });

  it('stand at their fields, read with them', async () => {
    const page = await ViewPage.open(states['pay form with corrections']);
    const field = page.field('Account number');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(page.descriptionOf(field)).to.equal('Enter the account number. 4 to 17 digits');
    expect(page.descriptionOf(page.field('Amount'))).to.contain('Only $33,978.30 is left to pay. Enter that or less.');
  });

  it('lead into a group of choices, to the one that is chosen', async () => {
    const page = await ViewPage.open(states['pay form without a choice']);
    page.all('#summary a')[0]?.click();
    expect(page.root.activeElement).to.equal(page.field('Due now'));
  });

  it('stand at the field alone when it was only left', async () => {
    const page = await ViewPage.open(states['pay form left a field']);
    expect(page.all('#summary').length).to.equal(0);
    expect(page.field('Routing number').getAttribute('aria-invalid')).to.equal('true');
  });
});

describe('a currency with another sign', () => {
  it('leaves room for it', async () => {
    const page = await ViewPage.open(editing({ choice: 'other' }, canadian));
    const sign = page.one('.money > span');
    expect(plain(sign.textContent)).to.equal('CA$');
    const inset = Number.parseFloat(getComputedStyle(page.field('Amount')).paddingInlineStart);
    expect(inset).to.be.at.least(sign.getBoundingClientRect().width - 12);
  });
});
