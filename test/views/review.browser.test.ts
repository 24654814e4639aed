/** The screen before the one press that pays. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { en } from '../../src/locales/en.js';
import { payingState } from '../support/draw.js';
import { states } from '../support/states.js';
import { ready, reviewed } from '../support/sample-payments.js';
import { plain, ViewPage } from '../support/view-page.js';

const authorize = 'Authorize payment of $22,500.00';

describe('a payer reviews a payment', () => {
  it('reads all of it on one screen', async () => {
    const { text } = await ViewPage.open(states['review']);
    const expected = [
      'You pay $22,500.00',
      'Contract 100-0048213-002',
      'Payment date Monday, November 24, 2025',
      'Expected debit Tuesday, November 25, 2025',
      'Bank account First Prairie Bank, operating account, ending in 4417',
      'A payment of $22,500.00 for this contract was authorized on Nov 21.',
      'This is less than what is due now. $1,638.30 stays due.',
      'I authorize Northline Equipment Finance to debit $22,500.00 once',
    ];
    for (const words of expected) expect(text).to.contain(words);
  });

  it('reads the estimate as an estimate, charges of an invoice added, and what stays unapplied', async () => {
    const page = await ViewPage.open(states['review']);
    const rows = page.all('tbody tr').map((row) => plain(row.textContent));
    expect(rows.length).to.equal(5);
    expect(rows[1]).to.contain('$10,678.86 ≈ $10,678.86 ≈ $0.00');
    expect(rows[4]).to.contain('A later invoice');
    expect(plain(page.one('tfoot').textContent)).to.contain('Stays unapplied ≈ $0.00');
    expect(page.text).to.contain('You choose the contract and the amount, not the invoices. The actual posting may differ.');
    expect(page.text).to.contain('Oldest invoice first, and inside it by the lender’s order of charges.');
  });

  it('reads no estimate where the endpoint gives none, and a neutral word for a method nobody knows', async () => {
    const none = await ViewPage.open(states['review without estimate']);
    expect(none.all('table').length).to.equal(0);
    const [estimate] = reviewed.preview.estimate ?? [];
    const preview = { ...reviewed.preview, estimate: estimate ? [{ ...estimate, method: 'constructor' }] : [] };
    const odd = await ViewPage.open(
      payingState({ name: 'reviewing', reviewed: { ...reviewed, preview }, accounts: ready, isTicked: false }),
    );
    expect(odd.text).to.contain('By the lender’s own rules.');
  });

  it('ticks and goes back', async () => {
    const page = await ViewPage.open(states['review']);
    await page.press(page.field('I authorize this payment'));
    page.button('Back').click();
    expect(page.sent).to.deep.equal([{ type: 'authorizationTicked', isOn: true }, { type: 'backPressed' }]);
  });

  it('reads that it is in addition to a payment in flight', async () => {
    const { text } = await ViewPage.open(states['review in addition']);
    expect(text).to.contain('This is in addition to $2,150.75 in flight.');
    expect(text).to.contain('This is more than what is left to pay, by $5,720.00.');
  });
});

describe('the press that pays', () => {
  it('is a person’s own click on the button', async () => {
    const page = await ViewPage.open(states['review']);
    await page.press(page.button(authorize));
    expect(page.sent).to.deep.equal([{ type: 'authorizePressed', isTrusted: true }]);
  });

  it('is told apart from a click made by a script', async () => {
    const page = await ViewPage.open(states['review']);
    page.button(authorize).click();
    expect(page.sent).to.deep.equal([{ type: 'authorizePressed', isTrusted: false }]);
  });

  it('is not Enter anywhere else', async () => {
    const page = await ViewPage.open(states['review']);
    for (const element of [page.field('I authorize this payment'), page.one('#view')]) {
      element.focus();
      await sendKeys({ press: 'Enter' });
    }
    expect(page.sent.filter(({ type }) => type === 'authorizePressed')).to.deep.equal([]);
    expect(page.all('form').length).to.equal(0);
  });

  it('leaves button and focus where they are while it is sent', async () => {
    const page = await ViewPage.open(states['review']);
    const button = page.button(authorize);
    button.focus();
    await page.redraw(states['review, sending']);
    expect(page.root.activeElement).to.equal(button);
    expect(plain(button.textContent)).to.equal('Sending…');
    expect(button.hasAttribute('disabled')).to.equal(false);
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(page.buttons).not.to.include('Back');
  });

  it('is answered in a sentence beside the button when nothing was sent', async () => {
    const names = ['review, not ticked', 'review, too soon', 'review, offline', 'review, held by the page', 'review, paid in another tab'];
    const notices = [];
    for (const name of names) {
      const page = await ViewPage.open(states[name]);
      notices.push(plain(page.one('#review-notice').textContent));
      expect(page.buttons, name).to.include('Authorize payment of $24,138.30');
    }
    expect([...notices].sort()).to.deep.equal(Object.values(en.review.notices).sort());
  });

  it('points at the box that was not ticked', async () => {
    const page = await ViewPage.open(states['review, not ticked']);
    const box = page.field('I authorize this payment');
    expect(box.getAttribute('aria-invalid')).to.equal('true');
    expect(page.descriptionOf(box)).to.contain('Check the box “I authorize this payment” first.');
  });
});

describe('a payment is already in flight', () => {
  it('and paying in addition is asked in so many words', async () => {
    const page = await ViewPage.open(states['warned']);
    expect(page.text).to.contain('If you pay in addition, both are debited.');
    expect(page.text).to.contain('$2,150.75 Pending, made here');
    page.button('Pay in addition').click();
    page.button('Back').click();
    expect(page.sent).to.deep.equal([{ type: 'additionPressed' }, { type: 'backPressed' }]);
  });
});
