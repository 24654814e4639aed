/** What a blind payer hears while paying a contract: nothing is chosen, authorized or sent without a word. */
import { expect } from '@open-wc/testing';
import { Payer, pause } from '../support/payer.js';
import { ScreenReader } from '../support/screen-reader.js';
import { createWorld, payers, type World } from '../support/world.js';

describe('a blind payer who pays', () => {
  let world: World;
  let payer: Payer;
  let reader: ScreenReader;

  afterEach(async () => {
    await reader.stop();
    payer.leave();
    await world.close();
    localStorage.clear();
  });

  const openContract = async (): Promise<void> => {
    world = await createWorld();
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    reader = await ScreenReader.beside(payer);
    await reader.hears('polite: 4 contracts loaded.');
    await reader.press('Pay this contract', 'EL-1001');
    await reader.hears('button, Pay this contract EL-1001', 'heading, Pay contract EL-1001, level 2');
    await payer.untilAccounts();
  };

  const review = async (): Promise<void> => {
    await reader.choose('Past due');
    await reader.press('Review payment');
    await reader.hears(
      'radio, Past due, $1,075.00 What was due before today',
      'button, Review payment',
      'polite: Preparing the review.',
      'heading, Review payment, level 2',
    );
  };

  const authorize = async (sum: string): Promise<void> => {
    await reader.choose('I authorize this payment');
    await pause(600);
    await reader.press(`Authorize payment of ${sum}`);
  };

  it('hears the form as one question after the other, each with what belongs to it', async () => {
    await openContract();
    expect(await reader.reads()).to.deep.equal([
      'Harbor Equipment Finance',
      'Step 1 of 2',
      'heading, Pay contract EL-1001, level 2',
      'Deck oven',
      'form',
      'region, Amount',
      'heading, Amount, level 3',
      'Payments apply to the contract.',
      'Harbor Equipment Finance',
      'applies them to open invoices by its own rules.',
      'radiogroup, Amount, required',
      'radio, Past due, $1,075.00 What was due before today',
      'radio, Due now, $2,150.00 Past due and what is due today',
      'radio, Total open, $3,225.00 With what is not due yet',
      'radio, Other amount',
      'region, Payment date',
      'heading, Payment date, level 3',
      'combobox, Payment date, To pay today, authorize before 4:00 PM Central Time. Days on which the bank is closed are not offered.',
      'region, Bank account',
      'heading, Bank account, level 3',
      'radiogroup, Bank account, required',
      'radio, First Prairie Bank ••6789, Business checking',
      'radio, Lakeside Credit Union ••1234, Personal savings',
      'radio, Use another account',
      'button, Review payment',
      'button, Back',
    ]);
  });

  it('is led by the summary of mistakes to the field, and hears there what is wrong and what to enter', async () => {
    await openContract();
    await reader.choose('Other amount');
    await payer.type('Amount', '9,999');
    await reader.press('Review payment');
    const wrong = 'Only $3,225.00 is left to pay. Enter that or less.';
    await reader.hears(
      'radio, Other amount',
      'textbox, Amount, From $10.00 to $3,225.00, required',
      'button, Review payment',
      'group, 1 entry needs a correction',
    );
    expect(await reader.readsBetween('heading, 1 entry needs a correction, level 3', 'form')).to.deep.equal([
      'heading, 1 entry needs a correction, level 3',
      `link, Amount: ${wrong}`,
      'form',
    ]);
    await reader.press('Amount');
    await reader.hears(`link, Amount: ${wrong}`, `textbox, Amount, 9,999, ${wrong} From $10.00 to $3,225.00, invalid, required`);
    expect((await world.log('POST')).map(({ path }) => path)).to.deep.equal([]);
  });

  it('hears the whole review before the one button that pays, and the button names the sum', async () => {
    await openContract();
    await review();
    const read = await reader.reads();
    expect(read.slice(0, read.indexOf('region, Authorization'))).to.deep.equal([
      'Harbor Equipment Finance',
      'Step 2 of 2',
      'heading, Review payment, level 2',
      'region, Payment',
      'heading, Payment, level 3',
      'You pay',
      '$1,075.00',
      'Contract',
      'EL-1001',
      'Deck oven',
      'Payment date',
      'Wednesday, November 18, 2026',
      'Expected debit',
      'Thursday, November 19, 2026',
      'Bank account',
      'First Prairie Bank ••6789',
      'This is less than what is due now. $1,075.00 stays due.',
      'region, Estimate',
      'heading, Estimate, level 3',
      'How',
      'Harbor Equipment Finance',
      'would apply this payment. You choose the contract and the amount, not the invoices. The actual posting may differ.',
      'Oldest invoice first, and inside it by the lender’s order of charges.',
      'table, Estimate for contract EL-1001',
      'caption, Estimate for contract EL-1001',
      'columnheader, Invoice',
      'columnheader, For',
      'columnheader, Open now',
      'columnheader, Estimated payment',
      'columnheader, Estimated left',
      'rowheader, INV-1001-1',
      'cell, Rent Sales tax',
      'cell, $1,075.00',
      'cell, ≈ $1,075.00',
      'cell, ≈ $0.00',
      'rowheader, Stays unapplied, column span 3',
      'cell, ≈ $0.00',
    ]);
    expect(read.slice(-3)).to.deep.equal(['checkbox, I authorize this payment', 'button, Authorize payment of $1,075.00', 'button, Back']);
    expect(read.join(' ')).to.match(/I, Rosa Lind, .* authorize Harbor Equipment Finance to make a single electronic debit/);
  });

  it('is told that a press without the tick sent nothing, then that it is sent, then that it is accepted: each once', async () => {
    await openContract();
    await review();
    await pause(600);
    await reader.press('Authorize payment of $1,075.00');
    const missing = 'Check the box “I authorize this payment” first. Nothing was sent.';
    await reader.hears('button, Authorize payment of $1,075.00', `assertive: ${missing}`);
    await authorize('$1,075.00');
    await reader.hears(
      `checkbox, I authorize this payment, ${missing}, invalid`,
      'button, Authorize payment of $1,075.00',
      'polite: Sending the payment.',
      'heading, Payment accepted, level 2',
    );
    const [payment] = (await world.rows()).payments;
    expect(await reader.readsBetween('heading, Payment accepted, level 2', 'region, What happens next')).to.deep.equal([
      'heading, Payment accepted, level 2',
      'Harbor Equipment Finance',
      'has your payment.',
      'region, Payment',
      'heading, Payment, level 3',
      'You authorized',
      '$1,075.00',
      'Reference',
      payment?.reference,
      'Contract',
      'EL-1001',
      'Status',
      'Pending',
      'Payment date',
      'Wednesday, November 18, 2026',
      'Expected debit',
      'Thursday, November 19, 2026',
      'Bank account',
      'First Prairie Bank ••6789',
      'Made',
      'Nov 18, 2026, 9:00 AM CST',
      'region, What happens next',
    ]);
    await reader.press('Done');
    await reader.hears('button, Done', 'heading, Total open on 4 contracts, level 2');
  });

  it('is told that a payment refused at a field was not made, and is led by the summary there', async () => {
    await openContract();
    await review();
    await world.changeLender({ limits: { max: 100_000 } });
    await authorize('$1,075.00');
    await reader.hears(
      'checkbox, I authorize this payment',
      'button, Authorize payment of $1,075.00',
      'polite: Sending the payment.',
      'assertive: Nothing was paid.',
      'group, 1 entry needs a correction',
    );
  });

  it('hears once, at the summary, what the endpoint finds wrong before there is a review', async () => {
    await openContract();
    await world.changeLender({ limits: { max: 100_000 } });
    await reader.choose('Past due');
    await reader.press('Review payment');
    await reader.hears(
      'radio, Past due, $1,075.00 What was due before today',
      'button, Review payment',
      'polite: Preparing the review.',
      'group, 1 entry needs a correction',
    );
  });

  it('is told at once that a payment is refused, and that nothing was paid', async () => {
    await openContract();
    await review();
    const problem = { type: 'urn:aspire-pay:problem:forbidden', title: 'Forbidden', status: 403 };
    const effect = { kind: 'answer', status: 403, contentType: 'application/problem+json', body: JSON.stringify(problem) } as const;
    await world.addFault({ method: 'POST', path: '/payments', effect });
    await authorize('$1,075.00');
    await reader.hears(
      'checkbox, I authorize this payment',
      'button, Authorize payment of $1,075.00',
      'polite: Sending the payment.',
      'assertive: Nothing was paid.',
      'heading, Payment refused, level 2',
    );
  });
});
