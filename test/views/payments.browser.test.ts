/** The payments made so far: what each status says and must not say, what can be done with one, and its receipt. */
import { expect } from '@open-wc/testing';
import { sent } from '../support/history-states.js';
import { states } from '../support/states.js';
import { plain, ViewPage } from '../support/view-page.js';

const rowsOf = (page: ViewPage): string[] => page.all('tbody tr').map((row) => plain(row.textContent));

describe('the payments made so far', () => {
  const said: readonly [row: number, words: string][] = [
    [0, 'Pending'],
    [1, 'Scheduled'],
    [2, 'Cancel requested It may be too late to stop it.'],
    [3, 'Sent to bank Sent, not confirmed: the bank may still return it.'],
    [4, 'Returned There was not enough money in the bank account.'],
    [5, 'Canceled'],
    [6, 'Failed It reached the lender too late for its day.'],
    [7, 'Being processed'],
  ];
  for (const [row, words] of said) {
    it(`say of a ${sent[row]?.status ?? ''} one: ${words}`, async () => {
      const page = await ViewPage.open(states['payments']);
      expect(plain(page.all('tbody tr [data-label="Status"]')[row]?.textContent)).to.equal(words);
    });
  }

  it('stand in a table with a caption, a header to each column and a header to each row', async () => {
    const page = await ViewPage.open(states['payments']);
    expect(plain(page.one('caption').textContent)).to.equal('Payments, newest first');
    expect(page.all('thead th').map(({ textContent }) => plain(textContent))).to.deep.equal([
      'Payment date',
      'Contract and bank account',
      'Expected debit',
      'Status',
      'Amount',
      'Action',
    ]);
    expect(page.all('tbody th').map(({ textContent }) => plain(textContent))[0]).to.equal('Nov 24, 2025 NL-20418-01');
    expect(rowsOf(page)[0]).to.contain('First Prairie Bank ••4417').and.to.contain('Nov 25, 2025').and.to.contain('$22,500.00');
  });

  it('promise no debit of what is canceled or failed', async () => {
    const page = await ViewPage.open(states['payments']);
    const debits = page.all('[data-label="Expected debit"]').map(({ textContent }) => plain(textContent));
    expect(debits.slice(5, 7)).to.deep.equal(['', '']);
    expect(debits.slice(0, 5).every((debit) => debit === 'Nov 25, 2025')).to.equal(true);
  });

  it('offer to cancel only what can be canceled, and each button names its payment out of sight', async () => {
    const page = await ViewPage.open(states['payments']);
    expect(page.buttons.filter((name) => name.startsWith('Cancel payment'))).to.deep.equal([
      'Cancel payment NL-20418-01 on contract 100-0048213-002',
      'Cancel payment NL-20418-02 on contract 100-0051877-001',
    ]);
    expect(page.buttons.filter((name) => name.startsWith('Show receipt'))).to.have.length(sent.length);
  });

  it('offer no cancelling where the lender doesn’t, whatever a payment says of itself', async () => {
    const page = await ViewPage.open(states['payments, cancel not offered']);
    expect(page.buttons.filter((name) => name.startsWith('Cancel payment'))).to.deep.equal([]);
  });

  it('have targets high enough for a finger, none over another', async () => {
    for (const width of ['288px', '700px', '1100px']) {
      const page = await ViewPage.open(states['payments']);
      if (page.host.parentElement) page.host.parentElement.style.inlineSize = width;
      const boxes = page.all('tbody button').map((button) => button.getBoundingClientRect());
      for (const box of boxes) expect(box.height, width).to.be.at.least(44);
      const overlaps = boxes.filter((box, index) =>
        boxes.some(
          (other, at) => at > index && box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
        ),
      );
      expect(overlaps, width).to.have.length(0);
    }
  });

  it('offer nothing that needs a connection while there is none', async () => {
    const page = await ViewPage.open(states['payments offline']);
    expect(page.all('table button')).to.deep.equal([]);
    expect(page.text).to.contain('You are offline.');
  });

  it('show what is still being checked first, and not to pay it again', async () => {
    const page = await ViewPage.open(states['payments checking']);
    expect(page.text).to.contain('Do not pay again. We are checking a payment of $22,500.00 on contract 100-0048213-002.');
    page.button('See what is known 100-0048213-002').click();
    expect(page.sent).to.deep.equal([{ type: 'checkingOpened', key: '7f3c2041-88aa-4b1e-9d55-0123456789ab' }]);
  });

  it('ask in place whether to cancel, with a way back', async () => {
    const page = await ViewPage.open(states['payments, cancel asked']);
    const note = page.one('[role="group"]');
    expect(plain(page.root.getElementById(note.getAttribute('aria-labelledby') ?? '')?.textContent)).to.equal(
      'Cancel the payment of $22,500.00 on contract 100-0048213-002?',
    );
    page.button('Cancel payment of $22,500.00').click();
    page.button('Keep payment').click();
    expect(page.sent).to.deep.equal([{ type: 'cancelConfirmed' }, { type: 'cancelClosed' }]);
  });

  it('say that it may be debited as long as the lender has not confirmed', async () => {
    const page = await ViewPage.open(states['payments, cancel requested']);
    expect(page.text).to.contain('Until Northline Equipment Finance has confirmed it, the account may still be debited.');
    expect(page.text).not.to.contain('is canceled');
  });
});

describe('a receipt', () => {
  it('says what was paid, how it stands, and what was authorized, when and in which language', async () => {
    const page = await ViewPage.open(states['receipt']);
    const expected = [
      '$22,500.00',
      'Reference NL-20107-01',
      'Contract 100-0048213-002',
      'Status Returned There was not enough money in the bank account.',
      'Payment date Monday, November 24, 2025',
      'Expected debit Tuesday, November 25, 2025',
      'Bank account First Prairie Bank ••4417',
      'This authorization ends when the payment is complete.',
    ];
    for (const words of expected) expect(page.text).to.contain(words);
    expect(page.text).to.match(/Accepted Nov 24, 2025, 3:47 PM.*, in American English\./);
    expect(page.one('.terms').lang).to.equal('en-US');
  });

  it('can be printed and saved, and leads back', async () => {
    const page = await ViewPage.open(states['receipt']);
    for (const name of ['Print receipt', 'Save receipt', 'Done']) page.button(name).click();
    expect(page.sent).to.deep.equal([{ type: 'printPressed' }, { type: 'savePressed' }, { type: 'donePressed' }]);
  });

  it('that could not be had can be asked for again, and leads back too', async () => {
    const page = await ViewPage.open(states['receipt failed']);
    page.button('Try again').click();
    page.button('Done').click();
    expect(page.sent).to.deep.equal([{ type: 'receiptOpened', paymentId: 'pay-7' }, { type: 'donePressed' }]);
    expect((await ViewPage.open(states['receipt gone'])).buttons).to.deep.equal(['Done']);
  });
});
