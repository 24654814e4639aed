/**
 * A payer in front of the element: finds what is on screen by its accessible name, presses, types and looks.
 * Uses the mouse and the keyboard of the runner, because only a person's press pays. Knows no ids and no classes.
 */
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import type { AspirePay } from '../../src/aspire-pay.js';
import '../../src/define.js';
import type { AspirePayEventName } from '../../src/events.js';
import { clickRepeatedly } from './mouse.js';

export interface SeenEvent {
  readonly name: AspirePayEventName;
  readonly detail: unknown;
}

/** Whole by its type: an event more or less doesn't compile. */
const events = {
  'aspire-pay-ready': true,
  'aspire-pay-submit': true,
  'aspire-pay-submitted': true,
  'aspire-pay-refused': true,
  'aspire-pay-unknown': true,
  'aspire-pay-canceled': true,
  'aspire-pay-auth-required': true,
  'aspire-pay-signed-in': true,
  'aspire-pay-error': true,
  'aspire-pay-view-change': true,
  'aspire-pay-diagnostic': true,
} satisfies Record<AspirePayEventName, true>;

export const eventNames = Object.keys(events) as readonly AspirePayEventName[];

/** White space of every kind is one space, as a reader hears it. */
const plain = (text: string | null | undefined): string => (text ?? '').replace(/[\s\u00a0\u202f]+/g, ' ').trim();

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Looks again and again until there is an answer; the sentence says what was waited for. */
export const until = async <T>(
  look: () => T | undefined | false | null | Promise<T | undefined | false | null>,
  what: string,
  timeoutMs = 20_000,
): Promise<T> => {
  const start = performance.now();
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false && found !== null) return found;
    if (performance.now() - start > timeoutMs) throw new Error(`Waited ${timeoutMs} ms for ${what}`);
    await pause(25);
  }
};

const textOfIds = (root: ShadowRoot, ids: string): string =>
  plain(
    ids
      .split(/\s+/)
      .map((id) => root.getElementById(id)?.textContent)
      .join(' '),
  );

const nameOf = (root: ShadowRoot, element: HTMLElement): string => {
  const labelledBy = element.getAttribute('aria-labelledby');
  if (labelledBy !== null) return textOfIds(root, labelledBy);
  const label = 'labels' in element ? (element as HTMLInputElement).labels?.[0] : undefined;
  return plain(element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent);
};

const isShown = (element: HTMLElement): boolean => element.getClientRects().length > 0;

const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));

/** A place of an element's own page, in the coordinates of the top page: a frame's begin where the frame does. */
const fromTop = (element: HTMLElement, x: number, y: number): [number, number] => {
  const frame = element.ownerDocument.defaultView?.frameElement?.getBoundingClientRect();
  return [Math.round((frame?.x ?? 0) + x), Math.round((frame?.y ?? 0) + y)];
};

/** Where to press, in the middle or so far along; undefined while what is drawn is still moving or out of sight. */
const placeOf = async (element: HTMLElement, along = 0.5): Promise<[number, number] | undefined> => {
  const { defaultView } = element.ownerDocument;
  defaultView?.frameElement?.scrollIntoView({ block: 'nearest' });
  element.scrollIntoView({ block: 'center' });
  const before = element.getBoundingClientRect();
  await nextFrame();
  await nextFrame();
  const box = element.getBoundingClientRect();
  const y = box.y + Math.min(box.height, 40) / 2;
  if (!element.isConnected || box.y !== before.y || y < 0 || y >= (defaultView?.innerHeight ?? 0)) return undefined;
  const place = fromTop(element, box.x + box.width * along, y);
  return place[1] >= 0 && place[1] < window.innerHeight ? place : undefined;
};

type Kind = 'button' | 'field';
const selectors: Record<Kind, string> = { button: 'button, a[href]', field: 'input, select, textarea' };

export interface OpenOptions {
  readonly endpoint: string;
  /** Absent where nobody is signed in. */
  readonly token?: string | undefined;
  readonly into?: Element;
  readonly attributes?: Readonly<Record<string, string>>;
}

export class Payer {
  readonly element: AspirePay;
  readonly events: SeenEvent[] = [];
  /** How time passes while a payer reads; a test with a clock of its own leaps. */
  rest = pause;

  constructor(element: AspirePay) {
    this.element = element;
    for (const name of eventNames) {
      element.addEventListener(name, (event) => this.events.push({ name, detail: (event as CustomEvent<unknown>).detail }));
    }
  }

  /** Puts the tag on the page, signed in. */
  static open({ endpoint, token, into = document.body, attributes = {} }: OpenOptions): Payer {
    const element = document.createElement('aspire-pay');
    const payer = new Payer(element);
    if (token !== undefined) element.getToken = () => Promise.resolve(token);
    for (const [name, value] of Object.entries({ endpoint, lang: 'en-US', ...attributes })) element.setAttribute(name, value);
    into.append(element);
    return payer;
  }

  /** A field of the site's own, above the element, for as long as the payer is in it. */
  async inSiteField(go: (field: HTMLInputElement) => Promise<void>): Promise<void> {
    const field = document.createElement('input');
    this.element.before(field);
    try {
      await go(field);
    } finally {
      field.remove();
    }
  }

  leave(): void {
    this.element.remove();
  }

  get root(): ShadowRoot {
    const { shadowRoot } = this.element;
    if (!shadowRoot) throw new Error('The element has not drawn anything yet');
    return shadowRoot;
  }

  /** All that can be read, in order; what is only said is {@link said}. */
  get text(): string {
    const parts = [...(this.element.shadowRoot?.children ?? [])].filter((part) => !part.matches('[role="status"], [role="alert"]'));
    return plain(parts.map((part) => part.textContent).join(' '));
  }

  /** What the live regions say now: politely, and at once. */
  get said(): readonly string[] {
    return [...this.root.querySelectorAll('[role="status"], [role="alert"]')].map((region) => plain(region.textContent));
  }

  /** What has the focus, by its name. */
  get focused(): string {
    const active = this.root.activeElement;
    return active ? nameOf(this.root, active as HTMLElement) : '';
  }

  get heading(): string {
    return plain(this.root.querySelector('[part~="heading"]')?.textContent);
  }

  eventsNamed(name: AspirePayEventName): readonly SeenEvent[] {
    return this.events.filter((event) => event.name === name);
  }

  sees(text: string | RegExp, timeoutMs?: number): Promise<true> {
    return until(() => (typeof text === 'string' ? this.text.includes(text) : text.test(this.text)), `the text ${String(text)}`, timeoutMs);
  }

  all(kind: Kind, name: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selectors[kind])].filter(
      (element) => isShown(element) && nameOf(this.root, element).startsWith(name),
    );
  }

  has(kind: Kind, name: string): boolean {
    return this.all(kind, name).length > 0;
  }

  /** The first of that name, inside the section of a contract where one is given. */
  find(kind: Kind, name: string, onContract?: string): Promise<HTMLElement> {
    const isThere = (element: HTMLElement): boolean =>
      onContract === undefined || plain(element.closest('section')?.textContent).includes(onContract);
    return until(() => this.all(kind, name).find(isThere), `the ${kind} “${name}”${onContract ? ` on ${onContract}` : ''}`);
  }

  /** A press of the mouse, where the button is. */
  async press(name: string, onContract?: string): Promise<void> {
    await this.click(await this.find('button', name, onContract));
  }

  async click(element: HTMLElement): Promise<void> {
    await sendMouse({ type: 'click', position: await until(() => placeOf(element), 'a place to press that stays where it is') });
  }

  /** Clicks at one place, one right after the other: near its beginning, which a button keeps that becomes narrower by the first. */
  async clickTimes(element: HTMLElement, times: number): Promise<void> {
    await clickRepeatedly(await until(() => placeOf(element, 0.1), 'a place to click that stays where it is'), times);
  }

  /** Chooses a radio or ticks a box by its name. */
  async choose(name: string): Promise<void> {
    await this.click(await this.find('field', name));
  }

  async type(name: string, text: string): Promise<void> {
    const field = (await this.find('field', name)) as HTMLInputElement;
    field.focus();
    field.select();
    await sendKeys({ type: text });
  }

  async select(name: string, value: string): Promise<void> {
    const field = (await this.find('field', name)) as HTMLSelectElement;
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Accounts that come may make the form longer: what is pressed stays where it is from then on. */
  async untilAccounts(): Promise<void> {
    await until(() => this.root.querySelector('input[name="account"]:checked'), 'a chosen bank account');
  }

  /** From the list to the review, paying one of the offered amounts from the first saved account. */
  async review(contract: string, amount: 'Past due' | 'Due now' | 'Total open'): Promise<void> {
    await this.press('Pay this contract', contract);
    await this.find('field', amount);
    await this.choose(amount);
    await this.untilAccounts();
    await this.press('Review payment');
    await this.find('field', 'I authorize this payment');
  }

  /** Ticks and presses, after the review has stood long enough to be read. */
  async authorize(): Promise<void> {
    await this.choose('I authorize this payment');
    await this.rest(600);
    await this.press('Authorize payment of');
  }
}
