/** Somebody without a sign-in registers, comes in by the code from the mail, comes back by e-mail, and stays: real endpoint, real mail. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { SignedInDetail } from '../../src/events.js';
import { MailReader } from '../support/mail-reader.js';
import { Payer, until } from '../support/payer.js';
import { createWorld, payers, type World } from '../support/world.js';

describe('registering by e-mail', () => {
  let world: World;
  let payer: Payer;
  let mail: MailReader;

  beforeEach(async () => {
    world = await createWorld();
    mail = new MailReader(world);
    await world.changeLender({ features: { enrollment: true } });
    payer = Payer.open({ endpoint: world.endpoint });
    await payer.sees('Sign in to see your contracts');
  });

  afterEach(async () => {
    payer.leave();
    await world.close();
  });

  const fillIn = async (change: Readonly<Record<string, string>> = {}): Promise<void> => {
    const facts = {
      'First name': 'Rosa',
      'Last name': 'Lind',
      'E-mail': 'rosa@bluebird.example',
      'Billing ZIP or postal code': '55401-1234',
      'Contract number': 'EL-1001',
      ...change,
    };
    for (const [name, text] of Object.entries(facts)) if (text !== '') await payer.type(name, text);
  };
  const openForm = async (): Promise<void> => {
    await payer.press('Register here');
    await payer.find('field', 'First name');
  };
  const askForCode = async (change: Readonly<Record<string, string>> = {}): Promise<void> => {
    await openForm();
    await fillIn(change);
    await payer.press('Send code');
    await payer.find('field', 'Six-digit code');
  };
  const register = async (): Promise<void> => {
    await askForCode();
    await payer.type('Six-digit code', await mail.code());
    await payer.press('Continue');
    await payer.sees('EL-1001');
  };
  const signOut = async (): Promise<void> => {
    payer.leave();
    payer = Payer.open({ endpoint: world.endpoint });
    await payer.sees('Sign in to see your contracts');
  };
  const field = async (name: string): Promise<HTMLInputElement> => (await payer.find('field', name)) as HTMLInputElement;

  it('is offered beside the site’s own sign-in, and only where the lender offers it', async () => {
    expect(payer.has('button', 'Sign in by e-mail')).to.equal(true);
    await expect(payer.element).to.be.accessible();
    await world.changeLender({ features: { enrollment: false } });
    await signOut();
    expect(payer.has('button', 'Sign in by e-mail')).to.equal(false);
    expect(payer.has('button', 'Register here')).to.equal(false);
  });

  it('goes from five facts over the code in the mail to the contracts', async () => {
    await openForm();
    await until(() => payer.root.activeElement?.id === 'view', 'the focus on the heading');
    const purposes = ['First name', 'Last name', 'E-mail', 'Billing ZIP or postal code'].map(async (name) =>
      (await field(name)).getAttribute('autocomplete'),
    );
    expect(await Promise.all(purposes)).to.deep.equal(['given-name', 'family-name', 'email', 'postal-code']);
    await expect(payer.element).to.be.accessible();
    await fillIn();
    await payer.press('Send code');
    const code = await field('Six-digit code');
    expect([code.inputMode, code.getAttribute('autocomplete')]).to.deep.equal(['numeric', 'one-time-code']);
    expect(payer.text).to.contain('If these details match a contract').and.to.contain('as Harbor Equipment Finance has it on file');
    expect(payer.text).not.to.contain('rosa@bluebird.example');
    await until(() => payer.root.activeElement?.id === 'view', 'the focus on the heading of the code');
    await expect(payer.element).to.be.accessible();

    await payer.type('Six-digit code', await mail.code());
    await payer.press('Continue');
    await payer.sees('EL-1001');
    await until(() => payer.root.activeElement?.id === 'view', 'the focus on the heading of the list');
    const [signedIn] = payer.eventsNamed('aspire-pay-signed-in').map(({ detail }) => detail as SignedInDetail);
    expect(signedIn).to.include({ lenderId: 'lender-harbor', payerId: payers.baker });
    expect(Object.keys(signedIn ?? {}).sort()).to.deep.equal(['expiresAt', 'lenderId', 'payerId']);
  });

  it('keeps the token out of storage, attributes, addresses and events', async () => {
    const sent: string[] = [];
    payer.element.transport = (url, init) => {
      sent.push(new Headers(init.headers).get('authorization') ?? '');
      return fetch(url, init);
    };
    await register();
    const token = sent.find((header) => header.startsWith('Bearer '))?.slice('Bearer '.length) ?? '';
    expect(token).to.have.length.greaterThan(40);
    const everywhere = [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, location.href, payer.events];
    expect(JSON.stringify(everywhere) + payer.element.outerHTML + payer.root.innerHTML).not.to.contain(token);
  });

  it('names every entry that is missing, leads there, and sends nothing', async () => {
    await openForm();
    await fillIn({ 'Last name': '', 'E-mail': 'rosa@', 'Contract number': '' });
    await payer.press('Send code');
    await payer.sees('3 entries need a correction');
    await until(() => payer.root.activeElement?.id === 'summary', 'the focus in the summary');
    expect((await field('E-mail')).getAttribute('aria-invalid')).to.equal('true');
    await expect(payer.element).to.be.accessible();
    await payer.press('Contract number: ');
    await until(() => payer.root.activeElement?.id === 'contractNumber', 'the focus in the field');
    expect(await world.log('POST')).to.deep.equal([]);
    expect((await field('First name')).value).to.equal('Rosa');
  });

  it('looks the same where nothing matches, and mails nothing', async () => {
    await askForCode({ 'E-mail': 'eve@bluebird.example' });
    const none = payer.text;
    await payer.press('Back');
    await payer.type('E-mail', 'rosa@bluebird.example');
    await payer.press('Send code');
    await payer.find('field', 'Six-digit code');
    await mail.next();
    expect(payer.text).to.equal(none);
    expect(await world.mails()).to.have.length(1);
  });

  it('says that a code is wrong, keeps the focus in its field, and takes a new one pasted with spaces', async () => {
    await askForCode();
    const first = await mail.code();
    await payer.type('Six-digit code', first === '000000' ? '111111' : '000000');
    await payer.press('Continue');
    await payer.sees('This code does not work.');
    await until(() => payer.root.activeElement?.id === 'code', 'the focus in the field');
    expect(payer.text).not.to.match(/tries|attempt|left/i);
    // It is heard at the field, and there alone.
    expect(payer.said.join(' ')).not.to.contain('This code does not work.');
    await expect(payer.element).to.be.accessible();
    await payer.press('Send a new code');
    await payer.sees('A new code was asked for.');
    const second = await mail.code();
    await payer.type('Six-digit code', ` ${second.slice(0, 3)} ${second.slice(3)} `);
    await sendKeys({ press: 'Enter' });
    await payer.sees('EL-1001');
  });

  it('says when to come back after asking too often', async () => {
    const body = '{"type":"urn:aspire-pay:problem:rate-limited"}';
    const headers = { 'retry-after': '2800' };
    const limited = { kind: 'answer', status: 429, contentType: 'application/problem+json', body, headers } as const;
    await world.addFault({ method: 'POST', path: '/enrollments', effect: limited });
    await openForm();
    await fillIn();
    await payer.press('Send code');
    await payer.sees('Try again in 47 minutes.');
    await expect(payer.element).to.be.accessible();
    await payer.press('Send code');
    await payer.find('field', 'Six-digit code');
  });

  it('sends somebody registered to the sign-in by mail, not on screen; their address and a code are enough', async () => {
    await register();
    await signOut();
    await askForCode();
    const again = await mail.next();
    expect(again).to.include({ to: 'rosa@bluebird.example', subject: 'You are registered with Harbor Equipment Finance' });
    expect(again.text).not.to.match(/\d{6}/);
    await payer.press('Back');
    await payer.press('Back');
    await payer.press('Sign in by e-mail');
    await payer.type('E-mail', 'ROSA@bluebird.example');
    await expect(payer.element).to.be.accessible();
    await payer.press('Send code');
    await payer.sees('If this address is registered');
    await payer.type('Six-digit code', await mail.code());
    await payer.press('Continue');
    await payer.sees('EL-1001');
  });

  it('leaves nothing to another endpoint', async () => {
    const other = await createWorld();
    await register();
    payer.element.endpoint = other.endpoint;
    await payer.sees('Sign in to see your contracts');
    expect((await other.log()).filter(({ headers }) => headers['authorization'] !== undefined)).to.deep.equal([]);
    await other.close();
  });

  it('can be done by keyboard alone', async () => {
    const tabTo = async (name: string): Promise<void> => {
      for (let press = 0; press < 40; press += 1) {
        if (payer.focused.startsWith(name)) return;
        await sendKeys({ press: 'Tab' });
      }
      throw new Error(`Forty times Tab did not reach “${name}”, but “${payer.focused}”`);
    };
    payer.element.focus();
    await tabTo('Register here');
    await sendKeys({ press: 'Enter' });
    await until(() => payer.heading === 'Register' && payer.root.activeElement?.id === 'view', 'the form');
    for (const [name, text] of [
      ['First name', 'Rosa'],
      ['Last name', 'Lind'],
      ['E-mail', 'rosa@bluebird.example'],
      ['Billing ZIP or postal code', '55401'],
      ['Contract number', 'EL-1001'],
    ] as const) {
      await tabTo(name);
      await sendKeys({ type: text });
    }
    await sendKeys({ press: 'Enter' });
    await until(() => payer.heading === 'Enter the code' && payer.root.activeElement?.id === 'view', 'the step of the code');
    await tabTo('Six-digit code');
    await sendKeys({ type: await mail.code() });
    await tabTo('Continue');
    await sendKeys({ press: 'Enter' });
    await payer.sees('EL-1001');
  });
});
