/** What a blind payer hears while paying everything at once. */
import { expect } from '@open-wc/testing';
import { fiveContracts } from '../support/five-contracts.js';
import { Payer, pause } from '../support/payer.js';
import { ScreenReader } from '../support/screen-reader.js';
import { createWorld, type World } from '../support/world.js';

describe('a blind payer who pays everything', () => {
  let world: World;
  let payer: Payer;
  let reader: ScreenReader;

  afterEach(async () => {
    await reader.stop();
    payer.leave();
    await world.close();
    localStorage.clear();
  });

  it('hears each contract by its number, what is taken out at once, and one review of what is left', async () => {
    world = await createWorld({ portfolio: fiveContracts('2026-11-18') });
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf('fleet') });
    reader = await ScreenReader.beside(payer);
    await reader.hears('polite: 5 contracts loaded.');
    await reader.press('Pay all open charges');
    await reader.hears(
      'button, Pay all open charges',
      'polite: Looking up the contracts that can be paid.',
      'heading, Pay all open charges, level 2',
      'polite: Pay all open charges: choose the amounts.',
    );
    await payer.untilAccounts();
    expect(await reader.readsBetween('region, Amounts', 'button, Remove FL-1')).to.deep.equal([
      'region, Amounts',
      'heading, Amounts, level 3',
      'Payments apply to the contract.',
      'Harbor Equipment Finance',
      'applies them to open invoices by its own rules.',
      'table, Contracts to pay',
      'caption, Contracts to pay',
      'columnheader, Contract',
      'columnheader, Amount',
      'columnheader, Remove',
      'rowheader, FL-1 Truck FL-1',
      'cell, Amount FL-1',
      'combobox, Amount FL-1, open',
      'cell, Remove FL-1',
      'button, Remove FL-1',
    ]);
    await reader.press('Remove FL-4');
    await reader.hears('button, Remove FL-4', 'polite: Contract FL-4 is taken out of this payment.', 'button, Put back FL-4');
    await reader.press('Review payment');
    await reader.hears('button, Review payment', 'polite: Preparing the review.', 'heading, Review payment, level 2');
    expect(await reader.readsBetween('table, Contracts to pay', 'cell, $925.00')).to.deep.equal([
      'table, Contracts to pay',
      'caption, Contracts to pay',
      'columnheader, Contract',
      'columnheader, Amount',
      'rowheader, FL-1 Truck FL-1',
      'cell, $3,225.00',
      'rowheader, FL-2 Truck FL-2',
      'cell, $2,100.00',
      'rowheader, FL-3 Truck FL-3',
      'cell, $640.00',
      'rowheader, FL-5 Truck FL-5',
      'cell, $925.00',
    ]);
    await reader.choose('I authorize this payment');
    await pause(600);
    await reader.press('Authorize payment of $6,890.00');
    await reader.hears(
      'checkbox, I authorize this payment',
      'button, Authorize payment of $6,890.00',
      'polite: Sending the payment.',
      'heading, Payment accepted, level 2',
    );
  });
});
