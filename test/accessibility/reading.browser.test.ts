/** What a blind payer hears of the contracts: on arrival, on the way down the screen, and at each change. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { setOnline } from '../support/network.js';
import { Payer } from '../support/payer.js';
import { ScreenReader } from '../support/screen-reader.js';
import { createWorld, payers, type World } from '../support/world.js';

describe('a blind payer who looks at the contracts', () => {
  let world: World;
  let payer: Payer;
  let reader: ScreenReader;

  beforeEach(async () => {
    world = await createWorld();
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    reader = await ScreenReader.beside(payer);
    await reader.hears('polite: 4 contracts loaded.');
  });

  afterEach(async () => {
    setOnline(true);
    await reader.stop();
    payer.leave();
    await world.close();
  });

  it('hears first how old the figures are, what there is to go to, and the sum of everything', async () => {
    payer.element.focus();
    await reader.hears('heading, Total open on 4 contracts, level 2');
    expect(await reader.readsBetween('Harbor Equipment Finance', 'checkbox, Show closed contracts')).to.deep.equal([
      'Harbor Equipment Finance',
      'As of 9:00 AM CST',
      'button, Refresh',
      'navigation, Harbor Equipment Finance',
      'button, Contracts, current page',
      'button, Payments',
      'button, Bank accounts',
      'heading, Total open on 4 contracts, level 2',
      '$5,115.00',
      'button, Pay all open charges',
      'Past due',
      '$2,325.00',
      'Due now',
      'incl. past due',
      '$3,400.00',
      'Payments apply to the contract.',
      'Harbor Equipment Finance',
      'applies them to open invoices by its own rules.',
      'search',
      'checkbox, Show closed contracts',
    ]);
  });

  it('finds each contract as a region: its sums, the one button, then its invoices as a table with nothing to choose', async () => {
    const contract = 'Contract EL-1001 Deck oven';
    expect(await reader.readsBetween(`region, ${contract}`, 'cell, Due in 30 days')).to.deep.equal([
      `region, ${contract}`,
      `heading, ${contract}, level 3`,
      'Total open',
      '$3,225.00',
      'Past due',
      '$1,075.00',
      'Due now',
      'incl. past due',
      '$2,150.00',
      'Next due',
      'Dec 18, 2026',
      'button, Pay this contract EL-1001',
      'table, 3 open invoices on contract EL-1001',
      'caption, 3 open invoices on contract EL-1001',
      'columnheader, Invoice',
      'columnheader, Due',
      'columnheader, For',
      'columnheader, Status',
      'columnheader, Open amount',
      'rowheader, INV-1001-1',
      'cell, Oct 20, 2026',
      'cell, Rent Sales tax',
      'cell, Past due 29 days',
      'cell, $1,075.00',
      'rowheader, INV-1001-2',
      'cell, Nov 18, 2026',
      'cell, Rent Sales tax',
      'cell, Due today',
      'cell, $1,075.00',
      'rowheader, INV-1001-3',
      'cell, Dec 18, 2026',
      'cell, Rent Sales tax',
      'cell, Due in 30 days',
    ]);
  });

  it('hears of a contract that can’t be paid here why, where the button would be', async () => {
    const read = await reader.readsBetween('region, Contract EL-1004 Walk-in cooler', 'table, 1 open invoice on contract EL-1004');
    expect(read.filter((phrase) => phrase.startsWith('button'))).to.deep.equal([]);
    expect(read).to.include.members([
      'This contract can’t be paid here.',
      'This contract is with our collections team. Call 555 0100 to pay.',
    ]);
  });

  it('hears how many contracts a switch brings, and how many it brings back', async () => {
    await reader.choose('Show closed contracts');
    await reader.hears('checkbox, Show closed contracts', 'polite: 1 contract loaded.');
    await reader.choose('Show closed contracts');
    await reader.hears('polite: 4 contracts loaded.');
  });

  it('searches by number, hears how many there are, and what to do where there is none', async () => {
    await reader.choose('Show closed contracts');
    await reader.hears('checkbox, Show closed contracts', 'polite: 1 contract loaded.');
    await payer.type('Contract or invoice number', 'EL-7777');
    await sendKeys({ press: 'Enter' });
    await reader.hears('searchbox, Contract or invoice number', 'polite: 0 contracts loaded.');
    expect(await reader.readsBetween('heading, No contract found, level 2', 'search')).to.deep.equal([
      'heading, No contract found, level 2',
      'No contract or invoice number holds what you searched for. Check the number, or empty the search.',
      'search',
    ]);
    await payer.type('Contract or invoice number', 'EL-0900');
    await sendKeys({ press: 'Enter' });
    await reader.hears('polite: 1 contract loaded.');
  });

  it('is told at once that the connection is lost, and that it is back', async () => {
    setOnline(false);
    await reader.hears('assertive: You are offline. The last figures stay on screen.');
    setOnline(true);
    await reader.hears('assertive: You are back online.');
  });
});
