/**
 * The real element in several states, side by side, on the demo's endpoint. Its own theme is taken out of the answers, so that
 * only what is edited shows. Brings each to its state as a visitor would; authorizing a payment stays a person's press.
 */
import { make } from './page.js';
import { loadPayers } from '../site/signed-in.js';

const endpoint = '/api/aspire-pay/v1';

interface Element extends HTMLElement {
  getToken?: () => Promise<string>;
  transport?: (url: string, init: RequestInit) => Promise<Response>;
  pay(contractId?: string): void;
}

/** As the element asks, with the lender's theme left out of what comes back. */
const withoutTheme = async (url: string, init: RequestInit): Promise<Response> => {
  const answer = await fetch(url, init);
  if (!answer.ok || !/\/(session|lender)$/.test(new URL(url, location.href).pathname)) return answer;
  const { theme: _theme, ...rest } = (await answer.json()) as Record<string, unknown>;
  return new Response(JSON.stringify(rest), { status: answer.status, headers: answer.headers });
};

const until = async (isThere: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !isThere(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 100));
};

const inside = (element: Element, selector: string): HTMLElement | null => element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

const openForm = async (element: Element, contractId: string): Promise<void> => {
  await new Promise((resolve) => element.addEventListener('aspire-pay-ready', resolve, { once: true }));
  element.pay(contractId);
  await until(() => inside(element, 'input[name="account"]:checked') !== null);
};

/** Presses what a visitor would press. */
const press = (element: Element, selector: string): void => inside(element, selector)?.click();

type Bring = (element: Element, contractId: string) => Promise<void>;

const states: readonly { name: string; hint: string; isSignedOut?: boolean; bring: Bring }[] = [
  { name: 'Contracts', hint: 'Sums, statuses, tables', bring: () => Promise.resolve() },
  { name: 'Pay form', hint: 'Choices and fields', bring: openForm },
  {
    name: 'Corrections',
    hint: 'Errors at their fields',
    bring: async (element, contractId) => {
      await openForm(element, contractId);
      press(element, '#amount-other');
      await until(() => inside(element, '#otherAmount') !== null);
      press(element, 'button[type="submit"]');
      await until(() => inside(element, '#summary') !== null);
    },
  },
  {
    name: 'Review and result',
    hint: 'Authorize it to see a result: the demo books it',
    bring: async (element, contractId) => {
      await openForm(element, contractId);
      press(element, 'button[type="submit"]');
      await until(() => inside(element, '#authorize') !== null);
    },
  },
  { name: 'Signed out', hint: 'Before anybody is known', isSignedOut: true, bring: () => Promise.resolve() },
];

const findContract = async (token: string): Promise<string> => {
  const answer = await fetch(`${endpoint}/contracts`, { headers: { Authorization: `Bearer ${token}` } });
  const { items } = (await answer.json()) as { items: readonly { id: string; payable: boolean; inFlight: readonly unknown[] }[] };
  return items.find(({ payable, inFlight }) => payable && inFlight.length === 0)?.id ?? items[0]?.id ?? '';
};

export const startPreviews = async (into: HTMLElement): Promise<void> => {
  const [payer] = await loadPayers();
  const token = payer?.token ?? '';
  const contractId = await findContract(token);
  for (const { name, hint, isSignedOut, bring } of states) {
    const element = make('aspire-pay' as 'div', { lang: 'en-US', 'heading-level': '4' }) as unknown as Element;
    if (isSignedOut !== true) element.getToken = () => Promise.resolve(token);
    else element.append(make('button', { type: 'button', slot: 'signed-out', class: 'site-button' }, 'Sign in with your account'));
    element.transport = withoutTheme;
    // A step moves the focus to its heading; while a state is made ready, that would be out of the visitor's hands.
    const stage = make('div', { class: 'stage', inert: '' }, element);
    into.append(make('section', { class: 'pane', 'aria-label': name }, make('h3', {}, name, ' ', make('small', {}, hint)), stage));
    const brought = bring(element, contractId);
    element.setAttribute('endpoint', endpoint);
    void brought.finally(() => setTimeout(() => stage.removeAttribute('inert'), 100));
  }
};
