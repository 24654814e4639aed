/**
 * A known account and routing number are typed and paid from; then everything that can be read is searched for a run of five of their digits.
 * They may stand in one place only: the body of `POST /bank-accounts`.
 */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { searchFor } from '../support/digit-search.js';
import { Payer, until } from '../support/payer.js';
import { createWorld, payers, type World } from '../support/world.js';

const canary = '80417293650418';
const routing = '256074974';

const findRun = searchFor(canary, routing);

/** A routing number is no secret to who types it: it isn't masked, and stands in its field for as long as there is one. */
const liveValue = (element: Element): string => {
  const value = 'value' in element ? String(element.value) : '';
  return element instanceof HTMLInputElement && value === routing ? '' : value;
};

/** Text, attributes and live values of everything below, through every shadow root. */
const readTree = (root: ParentNode): string =>
  [...root.querySelectorAll('*')]
    .map((element) => {
      const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`).join(' ');
      const inner = element.shadowRoot ? readTree(element.shadowRoot) + element.shadowRoot.textContent : '';
      return `${attributes} ${liveValue(element)} ${inner}`;
    })
    .join('\n') + (root.textContent ?? '');

const readAll = (value: unknown): string => JSON.stringify([value]);

describe('a known account number', () => {
  let world: World;
  let payer: Payer;
  const said: unknown[] = [];
  const seen = new Map<string, string>();
  const dispatched: string[] = [];
  const consoleBefore = { ...console };
  const dispatch = Object.getOwnPropertyDescriptor(EventTarget.prototype, 'dispatchEvent');
  const sent: { url: string; method: string; text: string }[] = [];

  const look = (step: string): void => {
    seen.set(`the page, ${step}`, readTree(document));
    seen.set(`the storage, ${step}`, readAll([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]));
    seen.set(`the addresses, ${step}`, readAll([location.href, history.state, performance.getEntries().map(({ name }) => name)]));
  };

  const findings = (): (readonly [string, string | undefined])[] =>
    [...seen].map(([where, text]) => [where, findRun(text)] as const).filter(([, run]) => run !== undefined);

  beforeEach(async () => {
    world = await createWorld();
    for (const list of [said, dispatched, sent]) list.length = 0;
    seen.clear();
    for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
      console[name] = (...words: unknown[]) => said.push(words);
    EventTarget.prototype.dispatchEvent = function (event) {
      // What a listener could read of an event that the element made, however deep.
      dispatched.push(`${event.type} ${readAll(event instanceof CustomEvent ? event.detail : Object.values(event))}`);
      return (dispatch?.value as typeof this.dispatchEvent).call(this, event);
    };
    payer = Payer.open({ endpoint: world.endpoint, token: world.tokenOf(payers.baker) });
    payer.element.transport = (url, init) => {
      const headers = readAll([...new Headers(init.headers)]);
      sent.push({ url, method: init.method ?? 'GET', text: headers + (typeof init.body === 'string' ? init.body : '') });
      return fetch(url, init);
    };
  });

  afterEach(async () => {
    Object.assign(console, consoleBefore);
    if (dispatch) Object.defineProperty(EventTarget.prototype, 'dispatchEvent', dispatch);
    payer.leave();
    await world.close();
    localStorage.clear();
  });

  it('is found nowhere but in the one request that carries it', async () => {
    await payer.press('Pay this contract', 'EL-1002');
    await payer.choose('Use another account');
    await payer.type('Name on account', 'Bluebird Bakery LLC');
    await payer.type('Routing number', routing);
    await payer.type('Account number', canary);
    // While it is typed it stands in the field, and nowhere else.
    const field = (await payer.find('field', 'Account number')) as HTMLInputElement;
    expect(findRun(field.value)).not.to.equal(undefined);
    expect(findRun(field.outerHTML)).to.equal(undefined);
    await sendKeys({ press: 'Tab' });
    await until(() => findRun(field.value) === undefined, 'the mask');
    look('with the field left');
    // The first try fails on the way, so that errors and retries are searched too.
    await world.addFault({ method: 'POST', path: '/payments/preview', effect: { kind: 'answer', status: 500, body: 'down' } });
    await payer.press('Review payment');
    await payer.sees('The review could not be prepared');
    look('with a failed review');
    await payer.press('Review payment');
    await payer.find('field', 'I authorize this payment');
    look('at the review');
    await world.addFault({ method: 'POST', path: '/payments', effect: { kind: 'drop-after' } });
    await payer.authorize();
    look('while sending');
    await payer.sees('Payment accepted', 30_000);
    // A browser may send a dropped POST once more by itself; each copy is searched below.
    expect((await world.rows()).payments.map(({ amount_value: value }) => value)).to.deep.equal([64_000]);
    look('at the result');
    await payer.press('Done');
    await payer.sees('in flight');
    look('back on the list');

    const carries = ({ path, method }: { path: string; method: string }): boolean => method === 'POST' && path === '/bank-accounts';
    const log = await world.log();
    expect(findRun(readAll(log.filter(carries))), 'the search finds it where it is').not.to.equal(undefined);
    expect(log.filter(carries)).to.have.length(1);
    seen.set('every other request at the endpoint', readAll(log.filter((request) => !carries(request))));
    const isOther = ({ url, method }: (typeof sent)[number]): boolean => !(method === 'POST' && url.endsWith('/bank-accounts'));
    expect(sent.filter((request) => !isOther(request))).to.have.length(1);
    seen.set('every other request of the page', readAll([sent.filter(isOther), sent.map(({ url }) => url)]));
    seen.set('the head of the one request', readAll(log.filter(carries).map(({ path, headers }) => [path, headers])));
    seen.set('the console', readAll(said));
    expect(dispatched.some((event) => event.startsWith('aspire-pay-submitted'))).to.equal(true);
    seen.set('what the element dispatched', dispatched.join('\n'));
    seen.set('the log of the endpoint', readAll(await world.said()));
    expect(await world.said()).to.have.length.above(5);
    seen.set('the rows of the database', readAll(await world.rows()));
    expect(findings()).to.deep.equal([]);
  }).timeout(60_000);

  it('is found nowhere either when the account is added on its own, and removed', async () => {
    await payer.press('Bank accounts');
    await payer.press('Add bank account');
    await payer.type('Name on account', 'Bluebird Bakery LLC');
    await payer.type('Routing number', routing);
    await payer.type('Account number', canary);
    await sendKeys({ press: 'Tab' });
    const field = (await payer.find('field', 'Account number')) as HTMLInputElement;
    await until(() => findRun(field.value) === undefined, 'the mask');
    look('with the field left');
    await world.addFault({ method: 'POST', path: '/bank-accounts', effect: { kind: 'answer', status: 500, body: 'down' } });
    await payer.press('Add bank account');
    await payer.sees('Whether the bank account was saved is not known.');
    look('with a failed try');
    await payer.press('Add bank account');
    await payer.sees('••0418 is saved');
    look('with the account saved');
    const rowOf = (): Element | undefined =>
      [...payer.root.querySelectorAll('tr')].find(({ textContent }) => textContent.includes('••0418'));
    await payer.click(await until(() => rowOf()?.querySelector('button'), 'the row of the account'));
    await payer.press('Remove account');
    await payer.sees('was removed.');
    look('with the account removed');

    const carries = ({ path, method }: { path: string; method: string }): boolean => method === 'POST' && path === '/bank-accounts';
    const log = await world.log();
    expect(log.filter(carries), 'the failed try did not arrive').to.have.length(1);
    seen.set('every other request', readAll([log.filter((request) => !carries(request)), sent.map(({ url, method }) => [url, method])]));
    seen.set('the console', readAll(said));
    seen.set('what the element dispatched', dispatched.join('\n'));
    seen.set('the log of the endpoint', readAll(await world.said()));
    seen.set('the rows of the database', readAll(await world.rows()));
    expect(findings()).to.deep.equal([]);
  }).timeout(60_000);
});
