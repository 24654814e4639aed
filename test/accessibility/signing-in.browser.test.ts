/** What a blind payer hears while registering, and when a session is about to end in the middle of a form. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { MailReader } from '../support/mail-reader.js';
import { PageClock } from '../support/page-clock.js';
import { Payer, until } from '../support/payer.js';
import { ScreenReader } from '../support/screen-reader.js';
import { createWorld, type World } from '../support/world.js';

/** How long an answer is waited for. */
const readDeadlineMs = 15_000;

describe('a blind payer who signs in by mail', () => {
  let world: World;
  let payer: Payer;
  let reader: ScreenReader;
  let clock: PageClock;
  let mail: MailReader;

  beforeEach(async () => {
    world = await createWorld();
    mail = new MailReader(world);
    await world.changeLender({ features: { enrollment: true }, sessionMinutes: 3 });
    clock = new PageClock();
    payer = Payer.open({ endpoint: world.endpoint });
    reader = await ScreenReader.beside(payer);
    await reader.hears('polite: You are signed out.');
  });

  afterEach(async () => {
    await reader.stop();
    payer.leave();
    clock.stop();
    await world.close();
    localStorage.clear();
  });

  const fields = [
    'textbox, First name, required',
    'textbox, Last name, required',
    'textbox, E-mail, The one that receives your invoices, required',
    'textbox, Billing ZIP or postal code, required',
    'textbox, Contract number, Such as 100-0000000-000, required',
  ] as const;
  const codeSent = 'polite: If your details match, a code is on its way. Enter the code.';

  const register = async (): Promise<void> => {
    await reader.press('Register here');
    await reader.hears('button, Register here', 'heading, Register, level 2');
    await payer.type('First name', 'Rosa');
    await payer.type('Last name', 'Lind');
    await payer.type('E-mail', 'rosa@bluebird.example');
    await payer.type('Billing ZIP or postal code', '55401');
    await payer.type('Contract number', 'EL-1001');
    await reader.press('Send code');
    await reader.hears(...fields, 'button, Send code', codeSent, 'heading, Enter the code, level 2');
  };

  const enter = async (): Promise<void> => {
    await payer.type('Six-digit code', await mail.code());
    await reader.press('Continue');
  };

  const signedIn = [
    'textbox, Six-digit code, required',
    'button, Continue',
    'polite: 4 contracts loaded.',
    'heading, Total open on 4 contracts, level 2',
  ] as const;

  const signIn = async (): Promise<void> => {
    await register();
    await enter();
    await reader.hears(...signedIn);
  };

  const fillIn = async (): Promise<void> => {
    await reader.press('Pay this contract', 'EL-1001');
    await reader.hears('button, Pay this contract EL-1001', 'heading, Pay contract EL-1001, level 2');
    await payer.untilAccounts();
    await reader.choose('Past due');
  };

  /** On the page's clock and on the endpoint's, with time for every answer. */
  const pass = async (seconds: number): Promise<void> => {
    await world.setClock({ advanceSeconds: seconds });
    for (let second = 0; second < seconds; second += 1) {
      await clock.skip(1_000);
      await until(() => !clock.waits.includes(readDeadlineMs), 'the answers');
    }
  };

  it('hears what is offered, what to enter, and that it is enough', async () => {
    expect(await reader.reads()).to.deep.equal([
      'Harbor Equipment Finance',
      'heading, Sign in to see your contracts, level 2',
      'Open invoices and payments show after you sign in.',
      'button, Sign in by e-mail',
      'New here?',
      'button, Register here',
      'with a contract number from any invoice.',
    ]);
    await signIn();
  });

  it('is led by the summary to what is missing, and hears of it once', async () => {
    await reader.press('Register here');
    await reader.hears('button, Register here', 'heading, Register, level 2');
    await payer.type('First name', 'Rosa');
    await payer.type('E-mail', 'rosa@bluebird.example');
    await reader.press('Send code');
    await reader.hears(fields[0], fields[2], 'button, Send code', 'group, 3 entries need a correction');
    await reader.press('Last name');
    await reader.hears('link, Last name: Enter your last name.', 'textbox, Last name, Enter your last name., invalid, required');
    expect(await world.log('POST')).to.deep.equal([]);
  });

  it('hears at the field which code does not work, and enters another', async () => {
    await register();
    await payer.type('Six-digit code', '000000');
    await reader.press('Continue');
    const wrong = 'This code does not work. Check it, or send a new code.';
    await reader.hears(
      'textbox, Six-digit code, required',
      'button, Continue',
      `textbox, Six-digit code, 000000, ${wrong}, invalid, required`,
    );
    // The focus is there already, and moving it would not be heard.
    await sendKeys({ press: 'Enter' });
    await reader.hears(`assertive: ${wrong}`);
    await enter();
    await reader.hears('button, Continue', 'polite: 4 contracts loaded.', 'heading, Total open on 4 contracts, level 2');
  });

  it('is warned of a session’s end without losing the place, and stays', async () => {
    await signIn();
    await fillIn();
    await reader.hears('radio, Past due, $1,075.00 What was due before today');
    await pass(61);
    await reader.hears('assertive: Your session ends at 9:03 AM CST. Stay signed in?');
    expect(payer.focused).to.equal('Past due');
    expect(await reader.readsBetween('region, Your session ends at 9:03 AM CST.', 'Step 1 of 2')).to.deep.equal([
      'region, Your session ends at 9:03 AM CST.',
      'Then you are signed out. What you are doing here is kept if you stay.',
      'button, Stay signed in',
      'Step 1 of 2',
    ]);
    await reader.press('Stay signed in');
    await reader.hears('button, Stay signed in', codeSent, 'textbox, Six-digit code, required');
    await enter();
    await reader.hears('button, Continue', 'polite: You stay signed in.', 'heading, Pay contract EL-1001, level 2');
  });

  it('hears that the session has ended and how to go on, and after the next sign-in that the entries are back', async () => {
    await signIn();
    await fillIn();
    await pass(61);
    await reader.hears(
      'radio, Past due, $1,075.00 What was due before today',
      'assertive: Your session ends at 9:03 AM CST. Stay signed in?',
    );
    await pass(121);
    await reader.hears('polite: You are signed out.', 'heading, Sign in to see your contracts, level 2');
    expect((await reader.reads()).slice(0, 4)).to.deep.equal([
      'Harbor Equipment Finance',
      'Your session has ended, so you were signed out.',
      'What you typed is kept on this page and comes back when you sign in again. Bank account and routing numbers are not kept.',
      'heading, Sign in to see your contracts, level 2',
    ]);
    await reader.press('Sign in by e-mail');
    await payer.type('E-mail', 'rosa@bluebird.example');
    await reader.press('Send code');
    await reader.hears(
      'button, Sign in by e-mail',
      'heading, Sign in by e-mail, level 2',
      'textbox, E-mail, required',
      'button, Send code',
      codeSent,
      'heading, Enter the code, level 2',
    );
    await enter();
    await reader.hears(...signedIn, 'heading, Pay contract EL-1001, level 2');
    expect((await reader.reads()).slice(4, 6)).to.deep.equal([
      'Your entries from before you were signed out are back.',
      'Look them over. Bank account and routing numbers were not kept.',
    ]);
  });
});
