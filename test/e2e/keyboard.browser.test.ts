/** The whole payment by keyboard alone: no mouse, no script's click. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { Payer, pause, until } from '../support/payer.js';
import { tabTo as tabToName } from '../support/tab-to.js';
import { createWorld, payers, type World } from '../support/world.js';

describe('paying by keyboard alone', () => {
  let world: World;
  let payer: Payer;

  beforeEach(async () => {
    world = await createWorld();
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    await payer.sees('EL-1001');
  });

  afterEach(async () => {
    payer.leave();
    await world.close();
  });

  const tabTo = (name: string): Promise<void> => tabToName(payer, name);

  it('goes from the list to the accepted payment', async () => {
    payer.element.focus();
    expect(payer.focused).to.contain('Total open');
    await tabTo('Pay this contract');
    await sendKeys({ press: 'Enter' });
    await until(() => payer.heading.startsWith('Pay contract'), 'the form');
    await until(() => payer.root.activeElement?.id === 'view', 'the focus on the heading');
    await payer.untilAccounts();

    await tabTo('Due now');
    await sendKeys({ press: 'ArrowUp' });
    await until(() => payer.focused === 'Past due', 'Past due chosen by an arrow');
    await tabTo('Payment date');
    await tabTo('Review payment');
    await sendKeys({ press: 'Enter' });
    await until(() => payer.heading === 'Review payment' && payer.root.activeElement?.id === 'view', 'the review, its heading in focus');

    await tabTo('I authorize this payment');
    await sendKeys({ type: ' ' });
    await pause(600);
    await tabTo('Authorize payment of $1,075.00');
    await sendKeys({ press: 'Enter' });
    await payer.sees('Payment accepted');
    await until(() => payer.root.activeElement?.id === 'view', 'the focus on the result');
    await tabTo('Done');
    await sendKeys({ press: 'Enter' });
    await payer.sees('$1,075.00 in flight');
    expect((await world.rows()).payments).to.have.length(1);
  });

  it('comes back from the review with everything kept', async () => {
    await payer.press('Pay this contract', 'EL-1001');
    await payer.untilAccounts();
    await payer.choose('Other amount');
    await payer.type('Amount', '1,200.50');
    await payer.select('Payment date', '2026-11-27');
    await payer.press('Review payment');
    await payer.sees('$1,200.50');
    await payer.press('Back');
    const amount = (await payer.find('field', 'Amount')) as HTMLInputElement;
    expect(amount.value).to.equal('1,200.50');
    expect(((await payer.find('field', 'Payment date')) as HTMLSelectElement).value).to.equal('2026-11-27');
  });
});
