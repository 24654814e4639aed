/**
 * In the page of the soak: puts the element there, brings it to a press, waits for the end, takes it away. Only the press itself comes
 * from outside, because only a person's press pays. Must not know what is measured.
 */
import type { AspirePay } from '../../src/aspire-pay.js';

/** A review takes no press in its first half second. */
const armedMs = 600;
const patienceMs = 60_000;

const now = Date.now;
let aheadMs = 0;
/** The only clock that is leapt over, and only while a review waits to be armed. */
Date.now = () => now() + aheadMs;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const until = async <T>(look: () => T | undefined | false | null, what: string): Promise<T> => {
  for (const start = performance.now(); performance.now() - start < patienceMs;) {
    const found = look();
    if (found !== undefined && found !== false && found !== null) return found;
    await pause(1);
  }
  throw new Error(`Waited for ${what}; the page says: ${document.querySelector('aspire-pay')?.shadowRoot?.textContent ?? 'nothing'}`);
};

const textOf = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

const query = <E extends Element = HTMLElement>(element: AspirePay, selector: string): E[] => [
  ...(element.shadowRoot?.querySelectorAll<E>(selector) ?? []),
];

const button = (element: AspirePay, name: string): Promise<HTMLElement> =>
  until(() => query(element, 'button').find((one) => textOf(one).startsWith(name)), `the button “${name}”`);

interface Point {
  readonly x: number;
  readonly y: number;
}

const soak = {
  element: undefined as AspirePay | undefined,

  /** From nothing to where to press. */
  async review(): Promise<Point> {
    aheadMs = 0;
    const element = document.createElement('aspire-pay');
    element.getToken = () => Promise.resolve(document.body.dataset['token'] ?? '');
    element.setAttribute('endpoint', '/api/aspire-pay/v1');
    element.addEventListener('aspire-pay-submitted', () => (document.body.dataset['paid'] = 'yes'));
    delete document.body.dataset['paid'];
    document.body.append(element);
    soak.element = element;
    (await button(element, 'Pay this contract')).click();
    await until(() => query(element, 'input[name="account"]:checked')[0], 'a chosen bank account');
    (await button(element, 'Review payment')).click();
    (await until(() => query(element, 'input[type="checkbox"]')[0], 'the review')).click();
    aheadMs = armedMs;
    const press = await button(element, 'Authorize payment of');
    press.scrollIntoView({ block: 'center' });
    const box = press.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  },

  /** From the press to nothing. */
  async leave(): Promise<void> {
    const { element } = soak;
    if (!element) throw new Error('There is nothing to leave.');
    await until(() => document.body.dataset['paid'], 'the event that it is paid');
    await until(() => query(element, 'h1, h2').some((heading) => textOf(heading).startsWith('Payment accepted')), 'the receipt');
    element.remove();
    soak.element = undefined;
    // The answer to what it was still reading comes to nobody.
    await pause(0);
  },
};

Object.assign(window, { soak });
