/** Endpoints that go wrong afterwards: in flight, history, cancel, features. */
import type { Fetch } from '../support/reference.js';
import { isPaying, keyIn, nameIn } from './paying-again.js';
import {
  accept,
  answerRecord,
  changeAnswer,
  editAnswer,
  editContracts,
  get,
  is,
  isRecord,
  itemsOf,
  mapItems,
  readBody,
  refuse,
  withBody,
  type Json,
  type Variant,
} from './variant.js';

/** Versions as the payer sees them stand still, and lead to the true ones; a copy of a payment to those it led to at first. */
const freeze =
  (isFrozen: (contract: Json) => boolean) =>
  (next: Fetch): Fetch => {
    const shown = new Map<string, string>();
    const latest = new Map<string, string>();
    const paidWith = new Map<string, ReadonlyMap<string, string>>();
    const editing = editContracts((contract) => {
      const [id, version] = [String(contract['id']), String(contract['version'])];
      const first = shown.get(id);
      if (first === undefined || !isFrozen(contract)) {
        shown.set(id, version);
        latest.set(version, version);
        return contract;
      }
      latest.set(first, version);
      return { ...contract, version: first };
    })(next);
    return async (request) => {
      if (request.method !== 'POST') return editing(request);
      const key = await keyIn(request);
      const versions = paidWith.get(key) ?? new Map(latest);
      const text = await readBody(request);
      const led = [...versions].reduce((led, [from, to]) => led.replaceAll(`"${from}"`, `"${to}"`), text);
      const response = await next(led === text ? request : withBody(request, led));
      if (response.status === 201 && isPaying(request)) paidWith.set(key, versions);
      return response;
    };
  };

const inFlightOf = (contract: Json): Json[] => (Array.isArray(contract['inFlight']) ? contract['inFlight'].filter(isRecord) : []);

const inFlight: Variant[] = [
  {
    name: 'keeps a contract’s version when it is canceled',
    breaks: 'version.cancel',
    wrap: freeze((contract) => inFlightOf(contract).some(({ status }) => status === 'pending_cancel')),
  },
  {
    name: 'keeps a contract’s version for ever',
    breaks: 'version.payment',
    consequences: ['version.cancel', 'version.one-wins'],
    wrap: freeze(() => true),
  },
  {
    name: 'does not show what is in flight',
    breaks: 'in-flight.shown',
    consequences: ['key.concurrent', 'in-flight.freed'],
    wrap: editContracts((contract) => ({ ...contract, inFlight: inFlightOf(contract).filter(({ paymentId }) => paymentId === undefined) })),
    perhaps: ['money.above-open', 'money.below-due'],
  },
  {
    name: 'takes a cancel for done before it is',
    breaks: 'in-flight.freed',
    wrap: editContracts((contract) => ({
      ...contract,
      inFlight: inFlightOf(contract).filter(({ status }) => status !== 'pending_cancel'),
    })),
  },
];

const isCanceling = (request: Request): boolean => is(request, 'POST', /\/cancel$/);

const afterwards: Variant[] = [
  {
    name: 'lists the oldest payment first',
    breaks: 'history.order',
    wrap: editAnswer('GET', '/payments', (page) => ({ ...page, items: itemsOf(page).reverse() })),
  },
  {
    name: 'tells another reference in the history than in the receipt',
    breaks: 'history.one',
    wrap: editAnswer('GET', '/payments', (page) => mapItems(page, (payment) => ({ ...payment, reference: 'none' }))),
  },
  {
    name: 'refuses to cancel a second time',
    breaks: 'cancel.repeats',
    wrap: (next) => {
      const canceled = new Set<string>();
      return async (request) => {
        const response = await next(request);
        if (!isCanceling(request) || !response.ok) return response;
        if (canceled.has(request.url)) return refuse(response, 409, 'too-late-to-cancel');
        canceled.add(request.url);
        return response;
      };
    },
  },
  {
    name: 'calls what it cannot cancel cancelable',
    breaks: 'cancel.answers',
    wrap: changeAnswer((response, request) =>
      isCanceling(request) && response.ok ? refuse(response, 409, 'too-late-to-cancel') : response,
    ),
  },
  {
    name: 'says that a payment it canceled is pending',
    breaks: 'cancel.answers',
    wrap: editAnswer('POST', /\/cancel$/, (payment) => ({ ...payment, status: 'pending' })),
  },
  {
    name: 'cancels what has gone to the bank',
    breaks: 'cancel.too-late',
    wrap: (next) => async (request) => {
      const response = await next(request);
      if (!isCanceling(request) || response.status !== 409) return response;
      return accept(response, await answerRecord(await get(next, request, new URL(request.url).pathname.replace('/cancel', ''))));
    },
  },
  {
    name: 'lists the history, although it is off',
    breaks: 'features.off',
    lender: { features: { history: false } },
    wrap: (next) => async (request) => {
      const response = await next(request);
      return is(request, 'GET', '/payments') && response.status === 403 && (await nameIn(response)) === 'forbidden'
        ? accept(response, { items: [], nextCursor: null, asOf: '2026-11-23T15:00:00.000Z' })
        : response;
    },
  },
  {
    name: 'calls payments that are off forbidden',
    breaks: 'features.payments-off',
    lender: { features: { payments: false } },
    wrap: changeAnswer(async (response) =>
      (await nameIn(response.clone())) === 'payments-off' ? refuse(response, 403, 'forbidden') : response,
    ),
  },
];

export const afterVariants: readonly Variant[] = [...inFlight, ...afterwards];
