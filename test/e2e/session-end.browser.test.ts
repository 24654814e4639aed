/** A session about to end while a payer is in the middle of a form: warned, extended, or ended with what was typed kept. */
import { expect } from '@open-wc/testing';
import { MailReader } from '../support/mail-reader.js';
import { PageClock } from '../support/page-clock.js';
import { Payer, until } from '../support/payer.js';
import { createWorld, type World } from '../support/world.js';

const minute = 60_000;

describe('a session about to end', () => {
  let world: World;
  let payer: Payer;
  let clock: PageClock;
  let mail: MailReader;

  const giveCode = async (): Promise<void> => {
    await payer.find('field', 'Six-digit code');
    await payer.type('Six-digit code', await mail.code());
    await payer.press('Continue');
  };
  /** On the page's clock and on the endpoint's. */
  const pass = async (ms: number): Promise<void> => {
    await world.setClock({ advanceSeconds: ms / 1_000 });
    await clock.skip(ms);
  };

  beforeEach(async () => {
    world = await createWorld();
    mail = new MailReader(world);
    await world.changeLender({ features: { enrollment: true }, sessionMinutes: 10 });
    clock = new PageClock();
    payer = Payer.open({ endpoint: world.endpoint });
    payer.rest = (ms) => clock.skip(ms);
    await payer.press('Register here');
    await payer.type('First name', 'Rosa');
    await payer.type('Last name', 'Lind');
    await payer.type('E-mail', 'rosa@bluebird.example');
    await payer.type('Billing ZIP or postal code', '55401');
    await payer.type('Contract number', 'EL-1001');
    await payer.press('Send code');
    await giveCode();
    await payer.press('Pay this contract', 'EL-1001');
    await payer.untilAccounts();
    await payer.choose('Other amount');
    await payer.type('Amount', '12.50');
    await payer.choose('Use another account');
    await payer.type('Name on account', 'Bluebird Bakery LLC');
    await payer.type('Routing number', '011000015');
    await payer.type('Account number', '987650004321');
  });

  afterEach(async () => {
    payer.leave();
    clock.stop();
    await world.close();
    localStorage.clear();
  });

  const amountTyped = async (): Promise<string> => ((await payer.find('field', 'Amount')) as HTMLInputElement).value;

  it('is warned of in a note that takes no focus, and goes on with a code without a word of the form lost', async () => {
    await pass(8 * minute + 1_000);
    await payer.sees('Your session ends at');
    expect(payer.said.join(' ')).to.contain('Your session ends at');
    expect(payer.focused).to.equal('Account number');
    await expect(payer.element).to.be.accessible();
    await payer.press('Stay signed in');
    await payer.find('field', 'Six-digit code');
    await until(() => payer.root.activeElement?.id === 'code', 'the focus in the field of the code');
    await expect(payer.element).to.be.accessible();
    await giveCode();
    await until(() => !payer.text.includes('Your session ends at'), 'the end of the warning');
    await until(() => payer.root.activeElement?.id === 'view', 'the focus on the heading');
    expect(await amountTyped()).to.equal('12.50');
    expect(((await payer.find('field', 'Routing number')) as HTMLInputElement).value).to.equal('011000015');
    await pass(4 * minute);
    // Ten idle minutes have taken the account number's digits.
    await payer.choose('First Prairie Bank');
    await payer.press('Review payment');
    await payer.sees('$12.50');
  });

  it('signs out calmly, and gives everything but bank digits back after the next sign-in', async () => {
    await pass(10 * minute + 2_000);
    await payer.sees('Your session has ended, so you were signed out.');
    expect(payer.text).to.contain('What you typed is kept on this page');
    expect(payer.text).not.to.contain('12.50');
    await expect(payer.element).to.be.accessible();
    await payer.press('Sign in by e-mail');
    await payer.type('E-mail', 'rosa@bluebird.example');
    await payer.press('Send code');
    await giveCode();
    await payer.sees('Your entries from before you were signed out are back.');
    expect(await amountTyped()).to.equal('12.50');
    expect(((await payer.find('field', 'Name on account')) as HTMLInputElement).value).to.equal('Bluebird Bakery LLC');
    for (const name of ['Routing number', 'Account number']) {
      expect(((await payer.find('field', name)) as HTMLInputElement).value, name).to.equal('');
    }
    await expect(payer.element).to.be.accessible();
  });
});
