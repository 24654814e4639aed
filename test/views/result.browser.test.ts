/** The four results, and what each may and may not say. */
import { expect } from '@open-wc/testing';
import type { Payment } from '../../src/api/index.js';
import { payingState } from '../support/draw.js';
import { authorization, entry, payment } from '../support/sample-payments.js';
import { states } from '../support/states.js';
import { plain, ViewPage } from '../support/view-page.js';

const names = Object.keys(states).filter((name) => /^(accepted|refused|changed|checking)/.test(name));

describe('what a result says about the money', () => {
  for (const name of names) {
    it(`“${name}” says that nothing was paid only where the key is void`, async () => {
      const { text } = await ViewPage.open(states[name]);
      expect(/nothing was paid\./i.test(text.replace('or that nothing was paid.', ''))).to.equal(/^(refused|changed)/.test(name));
      expect(text.includes('has your payment')).to.equal(name === 'accepted' || name === 'accepted, several');
    });
  }
});

describe('accepted', () => {
  it('gives the reference, the status and when it is debited', async () => {
    const page = await ViewPage.open(states['accepted']);
    expect(plain(page.one('#view').textContent)).to.equal('Payment accepted');
    const expected = [
      'Reference NL-20418-01',
      'Status Pending',
      'Expected debit Tuesday, November 25, 2025',
      'Bank account First Prairie Bank ••4417',
    ];
    for (const words of expected) expect(page.text).to.contain(words);
  });

  it('prints a receipt and is done', async () => {
    const page = await ViewPage.open(states['accepted']);
    page.button('Print receipt').click();
    page.button('Done').click();
    page.button('Save receipt').click();
    expect(page.sent).to.deep.equal([{ type: 'printPressed' }, { type: 'donePressed' }, { type: 'savePressed' }]);
  });

  it('case 45: gives each of several payments its own reference, and a neutral word for a status nobody knows', async () => {
    const { text } = await ViewPage.open(states['accepted, several']);
    expect(text).to.contain('$45,000.00');
    expect(text).to.contain('Reference NL-20418-02');
    expect(text).to.contain('Status Being processed');
  });

  it('names the day of the first debit that is still coming', async () => {
    const later: Payment = { ...payment, id: 'later', expectedDebitDate: '2025-11-28' };
    const payments = [{ ...payment, status: 'canceled' }, later];
    const { text } = await ViewPage.open(payingState({ name: 'accepted', payments, pressedAt: entry.pressedAt, authorization }));
    expect(text).to.contain('Fri, Nov 28, 2025 Expected debit from your account.');
    expect(text).not.to.contain('Tue, Nov 25, 2025');
  });

  it('shows a payment canceled since as canceled, and promises no debit', async () => {
    const { text } = await ViewPage.open(states['accepted, canceled since']);
    expect(text).to.contain('Status Canceled');
    expect(text).to.contain('Canceled by Dana Whitfield');
    expect(text).not.to.contain('Expected debit from your account.');
  });
});

describe('refused', () => {
  it('says why, keeps the entries, and leads back to them', async () => {
    const page = await ViewPage.open(states['refused']);
    expect(page.text).to.contain('Nothing was paid. The owner of this account has blocked debits from Northline Equipment Finance.');
    expect(page.text).to.contain('A contract can be paid once a day.');
    page.button('Change payment').click();
    expect(page.sent).to.deep.equal([{ type: 'backPressed' }]);
  });

  it('offers no form that is gone', async () => {
    const page = await ViewPage.open(states['refused, never arrived']);
    expect(page.text).to.contain('Payment not made Nothing was paid. Your request was withdrawn');
    expect(page.text).not.to.contain('refused');
    expect(page.buttons).to.deep.equal(['Done']);
  });
});

describe('changed', () => {
  it('shows the balance before and now, and the new amount to review', async () => {
    const page = await ViewPage.open(states['changed balance']);
    const rows = page.all('tbody tr').map((row) => plain(row.textContent));
    expect(rows).to.deep.equal(['Past due $21,010.86 $11,170.86', 'Due now $24,138.30 $14,298.30', 'Total open $33,978.30 $24,138.30']);
    page.button('Review payment of $14,298.30').click();
    page.button('Change payment').click();
    expect(page.sent).to.deep.equal([{ type: 'reviewPressed' }, { type: 'backPressed' }]);
  });

  it('offers no review of a balance that isn’t there, nor of a contract that can’t be paid any more', async () => {
    const waiting = await ViewPage.open(states['changed balance, waiting']);
    expect(waiting.buttons).to.deep.equal(['Change payment', 'Done']);
    const over = await ViewPage.open(states['changed balance, nothing left']);
    expect(over.buttons).to.deep.equal(['Done']);
  });

  it('asks for no second payment beside one that went in flight meanwhile, unless the payer wants both', async () => {
    const page = await ViewPage.open(states['changed balance, in flight']);
    expect(page.text).to.contain('Nothing was paid. Meanwhile another payment is under way here.');
    expect(page.text).to.contain('$9,840.00 Pending, made here');
    expect(page.buttons).to.deep.equal(['Done', 'Pay in addition']);
    expect(page.one('button.primary').textContent).to.contain('Done');
    page.button('Pay in addition').click();
    expect(page.sent).to.deep.equal([{ type: 'additionPressed' }]);
  });

  it('offers to change what is left where the amount that was chosen is gone', async () => {
    const page = await ViewPage.open(states['changed balance, amount gone']);
    expect(page.buttons).to.deep.equal(['Change payment', 'Done']);
  });

  it('keeps an amount that was typed when only the terms changed', async () => {
    const page = await ViewPage.open(states['changed terms']);
    expect(page.buttons[0]).to.equal('Review payment of $22,500.00');
    expect(page.text).to.contain('Your authorization was not used.');
  });
});

describe('checking', () => {
  it('says first not to pay again, when it was pressed, and whom to call with which number', async () => {
    const page = await ViewPage.open(states['checking']);
    expect(page.text).to.contain('Do not pay again.');
    expect(page.text).to.match(/Your request of Nov 24, 2025, 3:47 PM/);
    expect(page.text).to.contain('Give them this request number: 7F3C-2041.');
    expect(page.all('a').map((link) => link.getAttribute('href'))).to.deep.equal([
      'tel:18005550142',
      'mailto:service@northline.example',
      'https://northline.example/help',
    ]);
    page.button('Back').click();
    expect(page.sent).to.deep.equal([{ type: 'donePressed' }]);
  });

  it('may be left where the browser remembers it, and must stay open where only this page can', async () => {
    expect((await ViewPage.open(states['checking'])).text).to.contain(
      'You can close this page: we ask again when you come back in this browser.',
    );
    const { text } = await ViewPage.open(states['checking, only here']);
    expect(text).to.contain('This browser keeps no data for this page. Leave it open until you see the result.');
    expect(text).not.to.contain('close this page');
  });

  it('keeps one contract from being paid again, or several', async () => {
    expect((await ViewPage.open(states['checking'])).text).to.contain('This contract can’t be paid again here.');
    expect((await ViewPage.open(states['checking, several'])).text).to.contain('These contracts can’t be paid again here.');
  });

  it('never says that it was not paid, nor that it was', async () => {
    const { text } = await ViewPage.open(states['checking']);
    expect(text).not.to.match(/was not paid|not been paid|has been paid|Payment accepted/);
  });
});
