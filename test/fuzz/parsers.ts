/**
 * Everything that reads what somebody else wrote, by name. Each may refuse, in the one way it says it does; none may throw, hang, or change
 * what all objects are.
 */
import * as z from 'zod/mini';
import { parseJson } from '../../demo/endpoint/json.js';
import { parsePortfolio, PortfolioError } from '../../demo/endpoint/portfolio-file.js';
import { Portfolio } from '../../demo/endpoint/portfolio.js';
import * as api from '../../src/api/index.js';
import { resolveEndpoint } from '../../src/client/endpoint-url.js';
import { createMemoryStore, type Environment } from '../../src/client/environment.js';
import { createHttp } from '../../src/client/http.js';
import { createJournal } from '../../src/client/journal.js';
import { readRetryAfter } from '../../src/client/retry-after.js';
import { parseAmount } from '../../src/domain/typed-amount.js';
import { isPlainDate } from '../../src/domain/plain-date.js';
import { checkAccountNumber, checkRoutingNumber } from '../../src/domain/routing-number.js';
import { safeLink } from '../../src/domain/safe-link.js';

export interface Parser {
  readonly name: string;
  readonly parse: (text: string) => unknown;
}

const parseOrKeep = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

let last: { readonly text: string; readonly value: unknown } = { text: '', value: '' };

/** Each text goes to many schemas: what JSON.parse takes of the time is not theirs. */
const valueOf = (text: string): unknown => {
  if (last.text !== text) last = { text, value: parseOrKeep(text) };
  return last.value;
};

const isSchema = (thing: unknown): thing is z.ZodMiniType => thing instanceof z.core.$ZodType;

const schemas = [...Object.entries(api), ['Portfolio', Portfolio] as const].flatMap(([name, schema]): Parser[] =>
  isSchema(schema) ? [{ name: `schema ${name}`, parse: (text) => z.safeParse(schema, valueOf(text)).success }] : [],
);

const environment: Environment = {
  transport: () => Promise.reject(new TypeError('no network')),
  now: () => 0,
  wait: (_ms, signal) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true })),
  random: () => 0.5,
  uuid: () => '7f3c2041-88aa-4b1e-9d55-0123456789ab',
  stores: [createMemoryStore()],
  withLock: undefined,
  isOnline: () => true,
  isVisible: () => true,
  whenStaying: () => Promise.resolve(),
  onWake: () => () => undefined,
};

/** As bytes: a text of any characters, cut to bytes, is no UTF-8. */
const answerWith = (text: string, type: string, status: number) =>
  createHttp({
    base: 'https://lender.example',
    environment: {
      ...environment,
      transport: () => Promise.resolve(new Response(Buffer.from(text, 'latin1'), { status, headers: { 'content-type': type } })),
    },
    credentials: 'same-origin',
    token: () => undefined,
  })({ method: 'GET', path: '/session', deadlineMs: 1_000 });

const place = 'aspire-pay:harbor:baker:7f3c2041-88aa-4b1e-9d55-0123456789ab';

const readJournal = (text: string): unknown => {
  const store = createMemoryStore();
  store.set(place, text);
  store.set(`aspire-pay:harbor:baker:${text}`, text);
  return createJournal([store], 'harbor', 'baker').open();
};

/** A header can't hold everything; what it can't never arrives. */
const readHeader = (text: string): unknown => {
  const value = text.replace(/[^\t\x20-\x7e]/g, '').trim();
  return [readRetryAfter(new Headers({ 'retry-after': value }), 0), readRetryAfter(new Headers({ 'retry-after': '5', date: value }), 0)];
};

const readPortfolio = (text: string): unknown => {
  try {
    return parsePortfolio(valueOf(text));
  } catch (error) {
    if (error instanceof PortfolioError) return error.faults;
    throw error;
  }
};

const domain: readonly Parser[] = [
  ...(['en-US', 'fr-CA', 'ar-EG', 'de-CH'] as const).map((locale) => ({
    name: `an amount in ${locale}`,
    parse: (text: string) => ['USD', 'JPY', 'KWD'].map((currency) => parseAmount(text, currency, locale)),
  })),
  { name: 'a date', parse: isPlainDate },
  { name: 'a routing number', parse: checkRoutingNumber },
  { name: 'an account number', parse: checkAccountNumber },
  { name: 'a link', parse: safeLink },
];

const client: readonly Parser[] = [
  { name: 'an answer', parse: (text) => answerWith(text, 'application/json', 200) },
  { name: 'a problem', parse: (text) => answerWith(text, 'application/problem+json', 422) },
  { name: 'the endpoint attribute', parse: (text) => resolveEndpoint(text, 'https://lender.example/') },
  { name: 'the journal', parse: readJournal },
  { name: 'Retry-After', parse: readHeader },
];

const endpoint: readonly Parser[] = [
  { name: 'a request body', parse: parseJson },
  { name: 'a portfolio', parse: readPortfolio },
];

export const parsers: readonly Parser[] = [...schemas, ...domain, ...client, ...endpoint];

/** What a polluted prototype would show. */
export const isPolluted = (): boolean => Object.keys(Object.prototype).length > 0 || 'polluted' in {};
