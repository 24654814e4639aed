/**
 * The wire between a tab and the lender: sign-in, the fate of each request, and the protections that are switched off on the way.
 * Tells everything that leaves a page or comes back to it. Must not know screens.
 */
import type { Transport } from '../../src/client/environment.js';
import type { Chance } from './chance.js';
import { fine, isPayment, meet, type Fate } from './fates.js';
import type { Browser, Owner } from './browser.js';
import { tokens, type Delivery, type Lender, type Reply } from './lender.js';
import { people } from './people.js';
import type { Off } from './protections.js';
import type { VirtualClock } from './virtual-clock.js';

export const base = 'https://lender.example';

/** A payment that left a page. */
export interface SentPayment {
  readonly key: string;
  /** Whose page it was. */
  readonly payer: string;
  /** The versions it is for, by contract. */
  readonly versions: ReadonlyMap<string, string>;
}

export interface Departures {
  readonly next: (path: string) => Fate | undefined;
  readonly onSent: (payment: SentPayment) => void;
}

export interface WireParts {
  readonly clock: VirtualClock;
  readonly lender: Lender;
  readonly chance: Chance;
  readonly off: Off;
  /** Something left a page, or came back to it. */
  readonly onText: (where: string, text: string) => void;
  /** For whoever reads a failure. */
  readonly onTraffic: (line: string) => void;
}

const broken = (): TypeError => new TypeError('fetch failed');

const bearer = (browser: Browser, given: string | undefined): string | undefined => {
  if (browser.hasCookies) return browser.person === undefined ? undefined : `Bearer ${tokens[browser.person]}`;
  const [person = '', generation = ''] = (given ?? '').replace(/^Bearer /, '').split('.');
  const isValid = browser.generation === Number(generation);
  const known = people.find((one) => one === person);
  return isValid && known ? `Bearer ${tokens[known]}` : undefined;
};

/** Whether a request of the payment itself: what the fates of a press are for. */
export const isProtocol = (path: string): boolean => path === '/payments' || path.startsWith('/payments/by-key/');

const isVoid = (path: string): boolean => path.endsWith('/void');

const paymentIn = (payer: string, body: string): SentPayment => {
  const { idempotencyKey: key, items } = JSON.parse(body) as {
    idempotencyKey: string;
    items: { contractId: string; contractVersion: string }[];
  };
  return { key, payer, versions: new Map(items.map(({ contractId, contractVersion }) => [contractId, contractVersion])) };
};

const withoutPayer = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'aspire-pay-payer'));

/** The answer bears the name of whoever asked, whosever it is. */
const namedAs = ({ headers }: Delivery): Record<string, string> => {
  const payer = headers['aspire-pay-payer'];
  return payer === undefined ? {} : { 'aspire-pay-payer': payer };
};

export class Wire {
  readonly #parts: WireParts;
  /** Which key of the element’s stands behind a key the endpoint was given. */
  readonly keyBehind = new Map<string, string>();

  constructor(parts: WireParts) {
    this.#parts = parts;
  }

  /** What a tab sends by. `next` says what befalls the request; `onSent` hears of every payment that leaves. */
  transport(browser: Browser, tab: Owner, { next, onSent }: Departures): Transport {
    return (url, init) =>
      new Promise((resolve, reject) => {
        const path = url.slice(base.length);
        const delivery = this.#outgoing(browser, path, init, onSent);
        const breakOff = (): void => {
          if (!tab.isGone) reject(broken());
        };
        init.signal?.addEventListener('abort', breakOff, { once: true });
        if (!browser.isOnline) {
          breakOff();
          return;
        }
        const answer = ({ status, headers, text }: Reply): void => {
          if (tab.isGone) return;
          this.#parts.onText(`answer to ${delivery.method} ${path}`, text);
          resolve(new Response(status === 204 ? null : text, { status, headers }));
        };
        meet(next(path) ?? fine, { clock: this.#parts.clock, deliver: () => this.#deliver(delivery), answer, breakOff });
      });
  }

  #outgoing(browser: Browser, path: string, init: RequestInit, onSent: Departures['onSent']): Delivery {
    const method = init.method ?? 'GET';
    const { authorization: given, ...headers } = init.headers as Record<string, string>;
    const authorization = bearer(browser, given);
    const body = typeof init.body === 'string' ? init.body : undefined;
    const delivery = { method, path, headers: authorization === undefined ? headers : { ...headers, authorization }, body };
    this.#parts.onText('address', path);
    // The one call that may carry a bank number.
    if (body !== undefined && path !== '/bank-accounts') this.#parts.onText(`body of ${method} ${path}`, body);
    if (isPayment(delivery) && body !== undefined) onSent(paymentIn(headers['aspire-pay-payer'] ?? '', body));
    return delivery;
  }

  async #deliver(delivery: Delivery): Promise<Reply> {
    const { off, lender } = this.#parts;
    if (off.has('void') && isVoid(delivery.path)) return { status: 204, headers: namedAs(delivery), text: '' };
    const { key, ...sent } = this.#disguise(delivery);
    const reply = await lender.deliver(sent);
    this.#parts.onTraffic(`the lender answers ${reply.status} to ${delivery.method} ${delivery.path}`);
    const headers = off.has('payer header') ? { ...reply.headers, ...namedAs(delivery) } : reply.headers;
    return { status: reply.status, headers, text: this.#strip(key === undefined ? reply.text : reply.text.replaceAll(key.fresh, key.own)) };
  }

  /** A fresh key for each delivery where keys are off; no payer's name where that is. */
  #disguise(delivery: Delivery): Delivery & { readonly key?: { own: string; fresh: string } } {
    const { off, chance } = this.#parts;
    const headers = off.has('payer header') ? withoutPayer(delivery.headers) : delivery.headers;
    const own = (headers['idempotency-key'] ?? '').replaceAll('"', '');
    if (!off.has('key') || !isPayment(delivery)) return { ...delivery, headers };
    const fresh = chance.uuid();
    this.keyBehind.set(fresh, own);
    const body = delivery.body?.replaceAll(own, fresh);
    return { ...delivery, headers: { ...headers, 'idempotency-key': `"${fresh}"` }, body, key: { own, fresh } };
  }

  #strip(text: string): string {
    if (!this.#parts.off.has('in-flight guard') || !text.includes('"inFlight"')) return text;
    return JSON.stringify(JSON.parse(text), (name, value: unknown) => (name === 'inFlight' || name === 'warnings' ? [] : value));
  }
}
