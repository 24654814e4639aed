/**
 * A payer pays everything at once, the lender's desk sends it to the bank, and the element shows what became of it:
 * the real element, the real endpoint, the back office's own routes.
 */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { cashApplicationMethods } from '../../demo/endpoint/cash-application.js';
import { Contract } from '../../src/api/index.js';
import { addDays } from '../../src/domain/plain-date.js';
import { Payer, pause, until } from '../support/payer.js';
import { tabTo } from '../support/tab-to.js';
import { fiveContracts } from '../support/five-contracts.js';
import { createWorld, type World } from '../support/world.js';

const today = '2026-11-18';

let world: World;
let payer: Payer;

afterEach(async () => {
  payer.leave();
  await world.close();
});

const open = async (): Promise<void> => {
  world = await createWorld({ portfolio: fiveContracts(today), scheduleSeconds: 0 });
  payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf('fleet') });
  await payer.find('button', 'Pay all open charges');
};

/** Everything but the fourth, and of the second only a part. */
const payAllButOne = async (): Promise<void> => {
  await payer.press('Pay all open charges');
  await payer.find('field', 'Amount FL-1');
  await payer.press('Remove FL-4');
  await payer.sees('Total for 4 contracts');
  await payer.select('Amount FL-2', 'other');
  await payer.type('Other amount FL-2', '1,060.00');
  await payer.untilAccounts();
  await payer.press('Review payment');
  await payer.find('field', 'I authorize this payment');
  await payer.authorize();
  await payer.sees('Payment accepted');
};

/** What is open on a contract, as the page says it. */
const openOn = (number: string): number => {
  const section = [...payer.root.querySelectorAll('section')].find((one) => one.textContent.includes(number));
  return Number((section?.querySelector('.total')?.textContent ?? '').replace(/[^\d.]/g, ''));
};

/** Open cents by charge, as the endpoint gives them to this payer; what is covered isn't there. */
const chargesOf = async (contractId: string): Promise<Record<string, number>> => {
  const headers = { authorization: `Bearer ${world.tokenOf('fleet')}` };
  const contract = Contract.parse(await (await fetch(`${world.endpoint}/contracts/${contractId}`, { headers })).json());
  return Object.fromEntries(contract.invoices.items.flatMap(({ charges }) => charges.map(({ id, open }) => [id, open.value])));
};

/** What each method leaves of FL-2, charge by charge, after 1,060.00 of 2,100.00. */
const leftBy: Record<(typeof cashApplicationMethods)[number], Record<string, number>> = {
  balance_forward: { 'fl2-b-rent': 96_500, 'fl2-b-sales_tax': 5_000, 'fl2-b-late_fee': 2_500 },
  balance_forward_pro_rated: { 'fl2-b-rent': 96_744, 'fl2-b-sales_tax': 4_837, 'fl2-b-late_fee': 2_419 },
  priority_post: { 'fl2-a-late_fee': 2_500, 'fl2-b-rent': 94_000, 'fl2-b-sales_tax': 5_000, 'fl2-b-late_fee': 2_500 },
  priority_post_oldest_due_by: { 'fl2-a-late_fee': 1_500, 'fl2-b-rent': 100_000, 'fl2-b-late_fee': 2_500 },
};

describe('paying everything at once', () => {
  it('makes four records of four contracts in one submission, none of them with an invoice', async () => {
    await open();
    await payAllButOne();
    const { payment_keys: keys, alternate_efts: records } = await world.rows();
    expect(keys.length).to.equal(1);
    expect(records.map(({ amount_value: value }) => value).sort((a, b) => a - b)).to.deep.equal([64_000, 92_500, 106_000, 322_500]);
    expect((await world.log('POST', '/payments')).filter(({ path }) => path === '/payments').length).to.equal(1);
    expect(payer.eventsNamed('aspire-pay-submitted').length).to.equal(1);
  });

  for (const method of cashApplicationMethods) {
    it(`is sent to the bank, and what is open falls as the lender's method says: ${method}`, async () => {
      await open();
      const settings = (await world.atDesk('GET', '/settings')) as Record<string, unknown>;
      await world.atDesk('PUT', '/settings', {
        ...settings,
        method,
        priority: ['rent', 'sales_tax', 'late_fee'],
        isGroupedWithParent: false,
      });
      await payAllButOne();
      await payer.press('Done');
      await until(
        async () => (await world.rows()).alternate_efts.every(({ status }) => status === 'scheduled'),
        'the records as scheduled',
      );
      await world.sendToBank(addDays(today, 7));
      expect((await world.rows()).payments.map(({ status }) => status)).to.deep.equal(['paid', 'paid', 'paid', 'paid']);
      await payer.press('Refresh');
      await until(() => openOn('FL-2') === 1_040, 'the balance after the posting');
      expect(await chargesOf('fl-2')).to.deep.equal(leftBy[method]);
      expect(openOn('FL-4')).to.equal(185);
    });
  }

  it('works by keyboard alone to the accepted payment, and the focus is never lost', async () => {
    await open();
    payer.element.focus();
    await tabTo(payer, 'Pay all open charges');
    await sendKeys({ press: 'Enter' });
    await payer.find('field', 'Amount FL-1');
    await until(() => payer.root.activeElement?.id === 'view', 'the focus on the heading of the form');
    await tabTo(payer, 'Remove FL-4');
    await sendKeys({ press: 'Enter' });
    await until(() => payer.focused === 'Put back FL-4', 'the focus on the way back');
    await sendKeys({ press: 'Enter' });
    await until(() => payer.focused === 'Amount FL-4', 'the focus on the amount of what was put back');
    expect(payer.said.join(' ')).to.contain('Contract FL-4 is put into this payment.');
    await payer.untilAccounts();
    await tabTo(payer, 'Review payment');
    await sendKeys({ press: 'Enter' });
    await until(() => payer.heading === 'Review payment' && payer.root.activeElement?.id === 'view', 'the review, its heading in focus');
    await tabTo(payer, 'I authorize this payment');
    await sendKeys({ type: ' ' });
    await pause(600);
    await tabTo(payer, 'Authorize payment of');
    await sendKeys({ press: 'Enter' });
    await payer.sees('Payment accepted');
    await until(() => payer.root.activeElement?.id === 'view', 'the focus on the result');
    await tabTo(payer, 'Done');
    await sendKeys({ press: 'Enter' });
    await until(() => payer.heading.includes('Total open'), 'the contracts again');
    expect((await world.rows()).payments.length).to.equal(5);
  });
});
