/**
 * Any request to the endpoint in process: any method, place, header and body. It may be refused, as a problem; it is never a 500.
 */
import fc from 'fast-check';
import { createEndpoint } from '../../demo/endpoint/app.js';
import { parsePortfolio } from '../../demo/endpoint/portfolio-file.js';
import { seedPortfolio } from '../../demo/endpoint/seed.js';
import { openStore } from '../../demo/endpoint/store/open.js';
import { Problem } from '../../src/api/index.js';
import { morning, testPortfolio } from '../demo/endpoint/support/portfolio.js';
import { anyText } from './texts.js';
import { endpointDeps } from '../support/endpoint-deps.js';

export interface AnyRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const key = '7f3c2041-88aa-4b1e-9d55-0123456789ab';

const places = [
  ...['/session', '/lender', '/contracts', '/contracts/c01', '/contracts/c01/invoices', '/payments', '/payments/preview'],
  ...[`/payments/by-key/${key}`, `/payments/by-key/${key}/void`, '/payments/x/cancel', '/bank-accounts', '/bank-accounts/acme-checking'],
  ...['/openapi.json', '/healthz', '/enrollments', '/sign-ins/x/verify', '/'],
];

/** Half a character can't be sent. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

const segment = anyText.map((text) => encodeURIComponent(wellFormed(text.slice(0, 200))));
const path = fc.oneof(
  fc.constantFrom(...places),
  fc.tuple(fc.constantFrom(...places), segment).map(([place, text]) => `${place}/${text}`),
  fc
    .tuple(fc.constantFrom(...places), fc.constantFrom('q', 'limit', 'cursor', 'sort', 'status', 'x'), segment)
    .map(([place, name, text]) => `${place}?${name}=${text}`),
  fc.string({ unit: fc.constantFrom(...Array.from('/.%20?&=#:@abc\\')) }).map((text) => `/${text}`),
);

const headerText = anyText.map((text) =>
  text
    .replace(/[^\x20-\x7e]/g, '')
    .slice(0, 300)
    .trim(),
);
const headers = fc.record(
  {
    authorization: fc.oneof({ weight: 8, arbitrary: fc.constant('Bearer demo-acme') }, { weight: 1, arbitrary: headerText }),
    'content-type': fc.oneof({ weight: 8, arbitrary: fc.constant('application/json') }, { weight: 1, arbitrary: headerText }),
    'idempotency-key': fc.oneof(fc.constantFrom(key, `"${key}"`), headerText),
    'aspire-pay-payer': fc.oneof(fc.constant('acme'), headerText),
    origin: headerText,
    'x-forwarded-for': headerText,
    'sec-fetch-site': headerText,
    cookie: headerText,
    'content-encoding': fc.constantFrom('identity', 'gzip', 'x'),
  },
  { requiredKeys: ['authorization', 'content-type'] },
);

export const anyRequest: fc.Arbitrary<AnyRequest> = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
  path,
  headers,
  body: fc.oneof(
    { weight: 3, arbitrary: anyText },
    { weight: 1, arbitrary: anyText.map((text) => `{"idempotencyKey":"${key}","authorization":${text}}`) },
  ),
});

export interface FuzzedEndpoint {
  /** Throws where the answer is none that an endpoint may give. */
  readonly ask: (request: AnyRequest) => Promise<void>;
  readonly close: () => Promise<void>;
}

const requireAnswer = async (answer: Response): Promise<void> => {
  if (answer.status >= 500) throw new Error(`it answered ${answer.status}`);
  if (answer.status < 400) return;
  const type = answer.headers.get('content-type');
  if (type !== 'application/problem+json') throw new Error(`${answer.status} came as ${String(type)}`);
  const text = await answer.text();
  // An answer to HEAD has no body.
  if (text !== '') Problem.parse(JSON.parse(text));
};

export const startFuzzedEndpoint = async (): Promise<FuzzedEndpoint> => {
  const store = await openStore({ dataFolder: ':memory:' });
  const deps = endpointDeps(store, {
    now: () => morning,
    origins: ['https://www.shop.example'],
    cookieName: 'site-session',
    trustedProxies: 1,
    rateLimits: 'none',
    log: ({ event }) => {
      if (event === 'defect') throw new Error('a defect was logged');
    },
    scheduleSeconds: 5,
  });
  await seedPortfolio(store, parsePortfolio(testPortfolio()), deps);
  const { app } = createEndpoint(deps);
  return {
    ask: async ({ method, path: place, headers: sent, body }) => {
      const hasBody = method !== 'GET' && method !== 'HEAD';
      const init = { method, headers: sent, ...(hasBody && { body: wellFormed(body) }) };
      await requireAnswer(await app.request(`http://127.0.0.1${place}`, init));
    },
    close: () => store.close(),
  };
};
