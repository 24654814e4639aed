/**
 * Bank details typed into the fields of a provider, in a frame of another origin: in paying and in the Bank accounts view.
 * The frame is the demo's sample; what is in it can be reached by mouse and keyboard only.
 */
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { createFrameSource } from '../../demo/site/bank-source.js';
import type { BankSource } from '../../src/index.js';
import { searchFor } from '../support/digit-search.js';
import { HandSource } from '../support/hand-source.js';
import { Payer, pause, until } from '../support/payer.js';
import { createWorld, payers, type World } from '../support/world.js';

const number = '80417293650418';
const findDigits = searchFor(number);

describe('bank fields of another origin', () => {
  let world: World;
  let payer: Payer;
  let frame: HTMLIFrameElement;
  let heard: MessageEvent<unknown>[];
  let listening: AbortController;

  beforeEach(async () => {
    world = await createWorld();
    heard = [];
    listening = new AbortController();
    window.addEventListener('message', (event: MessageEvent<unknown>) => heard.push(event), { signal: listening.signal });
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    payer.element.bankSource = createFrameSource(payer.element, world.bankFields.origin, world.bankFields.path);
    const found = payer.element.querySelector('iframe');
    if (!found) throw new Error('The source has no frame');
    frame = found;
    await payer.sees('EL-1001');
  });

  afterEach(async () => {
    payer.leave();
    listening.abort();
    await world.close();
    localStorage.clear();
  });

  const fromFrame = (type: string): MessageEvent<unknown>[] =>
    heard.filter((event) => event.source === frame.contentWindow && (event.data as { type?: unknown }).type === type);
  const isShown = (): boolean => frame.getClientRects().length > 0;

  /** Places in the frame, as its own stylesheet lays them out. */
  const places = { routing: [60, 54], account: [60, 143], use: [80, 62], cancel: [212, 62] } as const;
  const clickIn = async (place: keyof typeof places): Promise<void> => {
    frame.scrollIntoView({ block: 'center' });
    await pause(100);
    const box = frame.getBoundingClientRect();
    const [x, y] = places[place];
    await sendMouse({ type: 'click', position: [Math.round(box.x + x), Math.round(box.y + y)] });
  };
  const typeIn = async (place: 'routing' | 'account', text: string): Promise<void> => {
    const before = fromFrame('edited').length;
    await clickIn(place);
    await sendKeys({ type: text });
    await until(() => fromFrame('edited').length >= before + text.length, `what was typed as ${place}`);
  };
  const fillFrame = async (accountNumber = number): Promise<void> => {
    await until(() => isShown() && fromFrame('sized').length > 0, 'the fields in the frame');
    await typeIn('routing', '021000021');
    await typeIn('account', accountNumber);
  };
  /** The frame has turned into the question: it is lower then. */
  const askedToConfirm = async (): Promise<void> => {
    await until(() => Number(frame.height) < 150, 'the question in the frame');
  };

  const openForm = async (): Promise<void> => {
    await payer.press('Bank accounts');
    await payer.press('Add bank account');
    await payer.type('Name on account', 'Bluebird Bakery LLC');
  };

  it('are shown while an account is being entered, and never otherwise', async () => {
    expect(isShown()).to.equal(false);
    await payer.press('Pay this contract', 'EL-1002');
    await payer.find('field', 'Use another account');
    expect(isShown()).to.equal(false);
    await payer.choose('Use another account');
    await until(isShown, 'the frame');
    expect(payer.has('field', 'Routing number')).to.equal(false);
    expect(payer.has('field', 'Account number')).to.equal(false);
    await payer.choose('First Prairie Bank');
    await until(() => !isShown(), 'no frame');
    await payer.press('Back');
    await openForm();
    await until(isShown, 'the frame in the other place');
    await payer.press('Back');
    await until(() => !isShown(), 'no frame any more');
  });

  it('give an account to the Bank accounts view, and not one digit to the page', async () => {
    await openForm();
    await fillFrame();
    await payer.press('Add bank account');
    await askedToConfirm();
    await clickIn('use');
    await payer.sees('Plains Bank ••0418 is saved and ready to use.');
    const [post] = await world.log('POST', '/bank-accounts');
    expect(Object.keys(post?.body as object).sort()).to.deep.equal(['holderName', 'holderType', 'idempotencyKey', 'token', 'type']);
    expect(heard.every(({ origin }) => origin === world.bankFields.origin)).to.equal(true);
    const everything = JSON.stringify([
      heard.map(({ data }) => data),
      payer.events,
      payer.root.innerHTML,
      document.documentElement.outerHTML,
      Object.entries(localStorage),
      await world.log(),
      await world.rows(),
      await world.said(),
    ]);
    expect(findDigits(everything)).to.equal(undefined);
  });

  it('pay a contract', async () => {
    await payer.press('Pay this contract', 'EL-1002');
    await payer.choose('Use another account');
    await payer.type('Name on account', 'Bluebird Bakery LLC');
    await fillFrame();
    await payer.press('Review payment');
    await askedToConfirm();
    await clickIn('use');
    await payer.find('field', 'I authorize this payment');
    await payer.authorize();
    await payer.sees('Payment accepted');
    expect((await world.rows()).alternate_efts[0]).to.include({ amount_value: 64_000, account_last4: '0418' });
  });

  it('may be cancelled in the frame: the form is as it was, and nothing was sent', async () => {
    await openForm();
    await fillFrame();
    await payer.press('Add bank account');
    await askedToConfirm();
    await clickIn('cancel');
    await until(() => payer.said.join(' ').includes('No bank account was given.'), 'the announcement');
    expect(((await payer.find('field', 'Name on account')) as HTMLInputElement).value).to.equal('Bluebird Bakery LLC');
    expect(await world.log('POST', '/bank-accounts')).to.deep.equal([]);
  });

  it('say what is wrong with what is typed there, and the summary leads to them', async () => {
    await openForm();
    await fillFrame('123');
    await payer.press('Add bank account');
    await payer.sees('1 entry needs a correction');
    await until(() => payer.root.activeElement?.id === 'summary', 'the focus in the summary');
    await payer.press('Bank details');
    await until(() => payer.root.activeElement?.id === 'bankSource', 'the focus on the fields');
    await typeIn('account', '4567');
    await until(() => !payer.text.includes('needs a correction'), 'the fault is forgotten');
    expect(await world.log('POST', '/bank-accounts')).to.deep.equal([]);
  });

  it('listen to nobody else: a message of the page itself is no answer', async () => {
    await openForm();
    await fillFrame();
    await payer.press('Add bank account');
    await askedToConfirm();
    const collect = { type: 'collected', id: 'guess', token: 'stolen' };
    window.postMessage(collect, location.origin);
    frame.contentWindow?.postMessage({ type: 'collect' }, world.bankFields.origin);
    await clickIn('use');
    await payer.sees('Plains Bank ••0418 is saved');
    const posts = await world.log('POST', '/bank-accounts');
    expect(posts).to.have.length(1);
    expect(JSON.stringify(posts)).not.to.contain('stolen');
  });
});

describe('a bank source', () => {
  let world: World;
  let payer: Payer;

  beforeEach(async () => {
    world = await createWorld();
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker), attributes: { view: 'bank-accounts' } });
    await payer.sees('First Prairie Bank');
  });

  afterEach(async () => {
    payer.leave();
    await world.close();
  });

  const withContent = (source: BankSource): void => {
    const content = document.createElement('p');
    content.slot = 'bank';
    content.textContent = 'Connect your bank when you press the button.';
    payer.element.append(content);
    payer.element.bankSource = source;
  };

  it('is told when its slot comes on screen and leaves it, with the element too', async () => {
    const source = new HandSource();
    withContent(source);
    await payer.press('Add bank account');
    await until(() => source.slot.length === 1, 'the slot');
    await expect(payer.element).to.be.accessible();
    await payer.press('Back');
    await until(() => source.slot.length === 2, 'no slot');
    await payer.press('Add bank account');
    await until(() => source.slot.length === 3, 'the slot again');
    payer.leave();
    await until(() => source.slot.length === 4, 'no slot, with the element gone');
    expect(source.slot).to.deep.equal(['mounted', 'unmounted', 'mounted', 'unmounted']);
  });

  it('gives way to another, which is asked in its place', async () => {
    const [first, second] = [new HandSource(), new HandSource()];
    withContent(first);
    await payer.press('Add bank account');
    await until(() => first.slot.length === 1, 'the slot');
    payer.element.bankSource = second;
    await until(() => second.slot.length === 1, 'the slot of the other');
    expect(first.slot).to.deep.equal(['mounted', 'unmounted']);
    await payer.type('Name on account', 'Bluebird Bakery LLC');
    await payer.press('Add bank account');
    await until(() => second.questions.length === 1, 'the question');
    expect(first.questions).to.deep.equal([]);
    second.last.answer({ cancelled: true });
    payer.element.bankSource = undefined;
    await payer.find('field', 'Account number');
    expect(second.slot).to.deep.equal(['mounted', 'unmounted']);
  });

  it('that throws when it is told is the page’s affair: the page hears of it, and the form works', async () => {
    withContent({
      collect: () => Promise.resolve({ cancelled: true }),
      mount: () => {
        throw new Error('not today');
      },
    });
    await payer.press('Add bank account');
    await until(() => payer.eventsNamed('aspire-pay-error').length > 0, 'the event');
    expect(payer.eventsNamed('aspire-pay-error')[0]?.detail).to.include({ code: 'bank-source-failed' });
    await payer.find('field', 'Name on account');
  });
});
