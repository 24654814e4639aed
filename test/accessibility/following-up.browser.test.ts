/** What a blind payer hears of payments made before and of bank accounts: looking, cancelling, the receipt, adding, removing. */
import { expect } from '@open-wc/testing';
import { payBefore } from '../support/paid-before.js';
import { Payer } from '../support/payer.js';
import { ScreenReader } from '../support/screen-reader.js';
import { createWorld, payers, type World } from '../support/world.js';

describe('a blind payer who follows up', () => {
  let world: World;
  let payer: Payer;
  let reader: ScreenReader;

  const arrive = async (): Promise<void> => {
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    reader = await ScreenReader.beside(payer);
    await reader.hears('polite: 4 contracts loaded.');
  };

  afterEach(async () => {
    await reader.stop();
    payer.leave();
    await world.close();
    localStorage.clear();
  });

  it('on a payment: hears its row, is asked before it is canceled, and gets the receipt read', async () => {
    world = await createWorld({ scheduleSeconds: 3_600 });
    const [payment] = await payBefore(world);
    const reference = payment?.reference ?? '';
    const own = `${reference} on contract EL-1001`;
    await arrive();
    await reader.press('Payments');
    await reader.hears('button, Payments', 'polite: Payments loaded.');
    expect(await reader.readsBetween('heading, Payments, level 2', `button, Cancel payment ${own}`)).to.deep.equal([
      'heading, Payments, level 2',
      'table, Payments, newest first',
      'caption, Payments, newest first',
      'columnheader, Payment date',
      'columnheader, Contract and bank account',
      'columnheader, Expected debit',
      'columnheader, Status',
      'columnheader, Amount',
      'columnheader, Action',
      `rowheader, Nov 18, 2026 ${reference}`,
      'cell, EL-1001 First Prairie Bank ••6789',
      'cell, Nov 19, 2026',
      'cell, Pending',
      'cell, $10.00',
      `cell, Show receipt ${own} Cancel payment ${own}`,
      `button, Show receipt ${own}`,
      `button, Cancel payment ${own}`,
    ]);

    const question = 'group, Cancel the payment of $10.00 on contract EL-1001?';
    await reader.press('Cancel payment');
    await reader.hears(`button, Cancel payment ${own}`, question);
    expect(await reader.readsBetween(question, 'button, Keep payment')).to.deep.equal([
      question,
      'If it is stopped in time, the account is not debited, and what the payment was for stays open.',
      'button, Cancel payment of $10.00',
      'button, Keep payment',
    ]);
    await reader.press('Cancel payment of $10.00');
    await reader.hears(
      'button, Cancel payment of $10.00',
      'polite: Canceling the payment.',
      'polite: Cancellation is requested.',
      'button, Close',
    );
    await reader.press('Close');
    await reader.hears(`button, Show receipt ${own}`);

    await reader.press('Show receipt');
    await reader.hears('heading, Receipt, level 2');
    await payer.find('button', 'Print receipt');
    expect(await reader.readsBetween('heading, Receipt, level 2', 'Status since')).to.deep.equal([
      'heading, Receipt, level 2',
      'region, Payment',
      'heading, Payment, level 3',
      'Amount authorized',
      '$10.00',
      'Reference',
      reference,
      'Contract',
      'EL-1001',
      'Status',
      'Cancel requested',
      'It may be too late to stop it.',
      'Payment date',
      'Wednesday, November 18, 2026',
      'Expected debit',
      'Thursday, November 19, 2026',
      'Bank account',
      'First Prairie Bank ••6789',
      'Made',
      'Nov 18, 2026, 9:00 AM CST',
      'Status since',
    ]);
    await reader.press('Done');
    await reader.hears('button, Done', `button, Show receipt ${own}`);
  });

  it('on bank accounts: hears each row, adds one after its mistakes are named, and is asked before one is removed', async () => {
    world = await createWorld();
    await arrive();
    await reader.press('Bank accounts');
    await reader.hears('button, Bank accounts', 'polite: 2 bank accounts loaded.');
    expect(await reader.readsBetween('table, Saved bank accounts', 'button, Remove First Prairie Bank ••6789')).to.deep.equal([
      'table, Saved bank accounts',
      'caption, Saved bank accounts',
      'columnheader, Bank account',
      'columnheader, Name on account',
      'columnheader, Type',
      'columnheader, Status',
      'columnheader, Action',
      'rowheader, First Prairie Bank ••6789',
      'cell, Bluebird Bakery LLC',
      'cell, Business checking',
      'cell, Ready to use',
      'cell, Remove First Prairie Bank ••6789',
      'button, Remove First Prairie Bank ••6789',
    ]);

    await reader.press('Add bank account');
    await reader.hears('button, Add bank account', 'heading, Add bank account, level 2');
    await reader.press('Add bank account');
    await reader.hears('button, Add bank account', 'group, 3 entries need a correction');
    await reader.press('Name on account');
    await payer.type('Name on account', 'Bluebird Bakery LLC');
    await payer.type('Routing number', '021000021');
    await payer.type('Account number', '987650004321');
    await reader.press('Add bank account');
    await reader.hears(
      'link, Name on account: Enter the name on the account.',
      'textbox, Name on account, Enter the name on the account., invalid, required',
      'textbox, Routing number, Enter the routing number. Nine digits, at the bottom left of a check, invalid, required',
      'textbox, Account number, Enter the account number. 4 to 17 digits, invalid, required',
      'button, Add bank account',
      'polite: Saving the bank account.',
      'polite: The bank account is saved.',
      'heading, Bank accounts, level 2',
    );

    await reader.press('Remove');
    await reader.hears('button, Remove First Prairie Bank ••6789', 'group, Remove First Prairie Bank ••6789?');
    await reader.press('Remove account');
    await reader.hears('button, Remove account', 'polite: The bank account was removed.', 'heading, Bank accounts, level 2');
  });
});
