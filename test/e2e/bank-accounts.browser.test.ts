/** A payer looks after their bank accounts in the element. Real endpoint, real database, a real mouse and keyboard. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { setOnline } from '../support/network.js';
import { Payer, until } from '../support/payer.js';
import { accounts, createWorld, payers, type World } from '../support/world.js';

describe('the bank accounts of a payer', () => {
  let world: World;
  let payer: Payer;

  const open = async (payerId: string = payers.baker): Promise<void> => {
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payerId), attributes: { view: 'bank-accounts' } });
    await until(() => payer.heading === 'Bank accounts' || payer.heading === 'No bank accounts', 'the bank accounts');
  };

  beforeEach(async () => {
    world = await createWorld();
  });

  afterEach(async () => {
    payer.leave();
    await world.close();
    localStorage.clear();
  });

  const fill = async (accountNumber: string, routingNumber = '021000021'): Promise<void> => {
    await payer.press('Add bank account');
    await payer.type('Name on account', 'Bluebird Bakery LLC');
    await payer.type('Routing number', routingNumber);
    await payer.type('Account number', accountNumber);
  };
  const focusIsOn = (id: string): Promise<true> => until(() => payer.root.activeElement?.id === id, `the focus on ${id}`);
  const stored = async (): Promise<string[]> =>
    (await world.rows()).bank_accounts.filter(({ removed_at }) => removed_at === null).map(({ id }) => id);
  const rowOf = async (text: string): Promise<HTMLElement> =>
    until(() => [...payer.root.querySelectorAll('tr')].find((row) => row.textContent.includes(text)), `the row of ${text}`);

  it('shows each with its holder, kind and status, and no number', async () => {
    await open();
    await payer.sees('First Prairie Bank ••6789');
    for (const text of ['Bluebird Bakery LLC', 'Business checking', 'Rosa Lind', 'Personal savings', 'Ready to use'])
      await payer.sees(text);
    expect(payer.root.innerHTML).not.to.match(/40001|77001/);
    expect(payer.said.join(' ')).to.contain('2 bank accounts loaded.');
    await expect(payer.element).to.be.accessible();
  });

  it('is reached by the navigation, and gone from it where payments are off', async () => {
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    await payer.press('Bank accounts');
    await payer.sees('First Prairie Bank');
    expect(payer.eventsNamed('aspire-pay-view-change').at(-1)?.detail).to.deep.equal({ view: 'bank-accounts', step: 'idle' });
    await world.changeLender({ features: { payments: false } });
    await payer.press('Refresh');
    await payer.sees('EL-1001');
    expect(payer.has('button', 'Bank accounts')).to.equal(false);
  });

  it('adds one, says so, and offers it when paying', async () => {
    await open();
    await fill('987650004321');
    await payer.choose('Savings');
    await payer.choose('Personal');
    await payer.press('Add bank account');
    await payer.sees('Savings ••4321 is saved and ready to use.');
    await focusIsOn('view');
    expect(payer.said.join(' ')).to.contain('The bank account is saved.');
    await payer.sees('Personal savings');
    await expect(payer.element).to.be.accessible();
    const rows = await world.rows();
    expect(rows.bank_accounts.find(({ last4 }) => last4 === '4321')).to.include({ type: 'savings', holder_type: 'consumer' });
    await payer.press('Contracts');
    await payer.press('Pay this contract', 'EL-1002');
    await payer.find('field', 'Savings ••4321');
  });

  it('names every mistake at its field, leads there from the summary, and sends nothing', async () => {
    await open();
    await payer.press('Add bank account');
    await focusIsOn('view');
    await payer.type('Routing number', '123456789');
    await payer.type('Account number', '123');
    await payer.press('Add bank account');
    await payer.sees('3 entries need a correction');
    await focusIsOn('summary');
    await expect(payer.element).to.be.accessible();
    await payer.press('Routing number');
    await focusIsOn('routingNumber');
    expect((await world.log('POST')).map(({ path }) => path)).to.deep.equal([]);
  });

  it('masks the account number once the field is left, and forgets it when the form is left', async () => {
    await open();
    await fill('987650004321');
    (await payer.find('field', 'Routing number')).focus();
    const field = (await payer.find('field', 'Account number')) as HTMLInputElement;
    await until(() => field.value === '•••• 4321', 'the mask');
    await payer.press('Back');
    await payer.sees('First Prairie Bank');
    await payer.press('Add bank account');
    const empty = (await payer.find('field', 'Account number')) as HTMLInputElement;
    expect(empty.value).to.equal('');
    await payer.type('Name on account', 'Bluebird Bakery LLC');
    await payer.type('Routing number', '021000021');
    await payer.press('Add bank account');
    await payer.sees('Enter the account number.');
  });

  it('keeps an unknown one unverified, with the lender’s help, where only known ones may be used', async () => {
    await world.changeLender({ bankAccounts: 'existing' });
    await open();
    await fill('987650004321');
    await payer.sees('takes accounts that it already has on file');
    await payer.press('Add bank account');
    await payer.sees('Checking ••4321 is saved, but it can’t be used for payments yet.');
    expect((await rowOf('••4321')).textContent).to.match(/Not verified[\s\S]*Harbor Equipment Finance does not know this account yet/);
    await expect(payer.element).to.be.accessible();
  });

  it('knows the same account again, and says so calmly', async () => {
    await open();
    await fill('400012346789', '110000000');
    await payer.press('Add bank account');
    await payer.sees('First Prairie Bank ••6789 was saved before. It is kept as it was, once.');
    expect(await stored()).to.have.length(3);
  });

  it('removes one after asking in its row', async () => {
    await open();
    const row = await rowOf('Lakeside');
    await payer.click(row.querySelector('button') ?? row);
    await payer.sees('Remove Lakeside Credit Union ••1234?');
    await focusIsOn('removal');
    await expect(payer.element).to.be.accessible();
    await payer.press('Keep account');
    await focusIsOn('remove-1');
    expect(await stored()).to.include(accounts.savings);
    await sendKeys({ press: 'Enter' });
    await payer.press('Remove account');
    await payer.sees('Lakeside Credit Union ••1234 was removed.');
    await focusIsOn('view');
    expect(await stored()).not.to.include(accounts.savings);
    await expect(payer.element).to.be.accessible();
  });

  it('keeps one while a payment from it is under way, and says why', async () => {
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    await payer.review('EL-1001', 'Due now');
    await payer.authorize();
    await payer.press('Done');
    await payer.press('Bank accounts');
    const row = await rowOf('First Prairie Bank');
    await payer.click(row.querySelector('button') ?? row);
    await payer.press('Remove account');
    await payer.sees('A payment from this account is under way, so it is kept.');
    await focusIsOn('removal');
    await expect(payer.element).to.be.accessible();
    await payer.press('Close');
    await payer.sees('First Prairie Bank');
    expect(await stored()).to.include(accounts.checking);
  });

  it('says when there is none, and when they can’t be read, with another try', async () => {
    await open(payers.newcomer);
    await payer.sees('No bank accounts');
    await expect(payer.element).to.be.accessible();
    payer.leave();
    await world.addFault({ path: '/bank-accounts*', effect: { kind: 'answer', status: 500, body: 'down' } });
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker), attributes: { view: 'bank-accounts' } });
    await payer.sees('Your bank accounts could not be loaded');
    await expect(payer.element).to.be.accessible();
    await payer.press('Try again');
    await payer.sees('First Prairie Bank');
  });

  it('shows its own shape while it loads', async () => {
    await world.addFault({ path: '/bank-accounts*', effect: { kind: 'delay-before' } });
    await open();
    await payer.sees('Loading bank accounts…');
    await expect(payer.element).to.be.accessible();
    await world.untilHeld();
    await world.release();
    await payer.sees('First Prairie Bank');
  });

  it('offers no change offline, and all of it again when the connection is back', async () => {
    await open();
    await payer.sees('First Prairie Bank');
    setOnline(false);
    await payer.sees('You are offline. This list is from');
    expect(payer.has('button', 'Add bank account')).to.equal(false);
    expect(payer.has('button', 'Remove')).to.equal(false);
    await expect(payer.element).to.be.accessible();
    setOnline(true);
    await payer.find('button', 'Add bank account');
  });

  it('can be added and removed by keyboard alone', async () => {
    await open();
    await payer.sees('First Prairie Bank');
    const tabTo = async (name: string): Promise<void> => {
      for (let press = 0; press < 40 && !payer.focused.startsWith(name); press += 1) await sendKeys({ press: 'Tab' });
      expect(payer.focused.startsWith(name), `the focus on ${name}`).to.equal(true);
    };
    payer.element.focus();
    await tabTo('Add bank account');
    await sendKeys({ press: 'Enter' });
    await focusIsOn('view');
    await tabTo('Name on account');
    await sendKeys({ type: 'Bluebird Bakery LLC' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: '021000021' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: '987650004321' });
    await sendKeys({ press: 'Enter' });
    await payer.sees('••4321 is saved');
    await focusIsOn('view');
    await tabTo('Remove');
    await sendKeys({ press: 'Enter' });
    await focusIsOn('removal');
    await tabTo('Remove account');
    await sendKeys({ press: 'Enter' });
    await payer.sees('was removed.');
    expect(await stored()).to.have.length(3);
  });
});
