/** Endpoints whose answers have something wrong: headers, form, problems, what is public. */
import {
  answerHeaders,
  answerRecord,
  answerWith,
  changeAnswer,
  editAnswer,
  editContracts,
  get,
  is,
  isRecord,
  itemsOf,
  mapItems,
  pathOf,
  refuse,
  withStatus,
  type Json,
  type Variant,
} from './variant.js';

const isRefusal = ({ status }: Response): boolean => status >= 400 && status < 500;

const mapErrors = (problem: Json, change: (error: Json) => Json): Json =>
  Array.isArray(problem['errors']) ? { ...problem, errors: problem['errors'].filter(isRecord).map(change) } : problem;

const editProblems = (change: (problem: Json) => Json) =>
  changeAnswer(async (response) => (isRefusal(response) ? answerWith(response, change(await answerRecord(response))) : response));

const headers: Variant[] = [
  {
    name: 'lets refusals be stored',
    breaks: 'answer.no-store',
    wrap: changeAnswer((response) => (isRefusal(response) ? answerHeaders(response, { 'cache-control': 'private' }) : response)),
  },
  {
    name: 'names the payer in successes only',
    breaks: 'answer.payer',
    wrap: changeAnswer((response) => (isRefusal(response) ? answerHeaders(response, { 'aspire-pay-payer': null }) : response)),
  },
  {
    name: 'names another payer in the list of contracts',
    breaks: 'answer.payer',
    wrap: changeAnswer((response, request) =>
      is(request, 'GET', '/contracts') ? answerHeaders(response, { 'aspire-pay-payer': 'somebody' }) : response,
    ),
  },
  {
    name: 'sends successes as text',
    breaks: 'answer.media-type',
    wrap: changeAnswer((response, request) =>
      is(request, 'GET', '/session') && response.ok ? answerHeaders(response, { 'content-type': 'text/plain' }) : response,
    ),
  },
];

const forms: Variant[] = [
  {
    name: 'sends invoices’ amounts as decimals',
    breaks: 'answer.form',
    wrap: editAnswer('GET', /\/invoices$/, (page) =>
      mapItems(page, (invoice) => ({ ...invoice, amount: { value: 1_075.5, currency: 'USD' } })),
    ),
  },
  {
    name: 'leaves the time zone out of timestamps',
    breaks: 'answer.form',
    wrap: editAnswer('GET', '/payments', (page) => ({ ...page, asOf: '2026-11-23T15:00:00' })),
  },
  {
    name: 'answers 200 in place of 204',
    breaks: 'answer.form',
    consequences: ['accounts.remove'],
    wrap: changeAnswer((response, request) => (is(request, 'DELETE', /./) && response.ok ? answerWith(response, {}, 200) : response)),
  },
  {
    name: 'links to a logo over http',
    breaks: 'answer.links',
    wrap: editAnswer('GET', '/lender', (lender) => ({ ...lender, logoUrl: 'http://northern.example/logo.svg' })),
  },
  {
    name: 'serves a document that is larger than an answer may be',
    breaks: 'answer.size',
    wrap: editAnswer('GET', '/openapi.json', (document) => ({ ...document, 'x-padding': 'x'.repeat(1_100_000) })),
  },
  {
    name: 'redirects who asks for one contract',
    breaks: 'answer.no-failure',
    consequences: ['contracts.one'],
    wrap: changeAnswer((response, request) => (is(request, 'GET', '/contracts/k2') ? withStatus(response, 302) : response)),
  },
];

const problems: Variant[] = [
  {
    name: 'sends problems as plain JSON',
    breaks: 'problem.form',
    wrap: changeAnswer((response) => (isRefusal(response) ? answerHeaders(response, { 'content-type': 'application/json' }) : response)),
  },
  {
    name: 'names problems in its own way',
    breaks: 'problem.name',
    wrap: editProblems((problem) => ({ ...problem, type: `https://northern.example/errors/${String(problem['status'])}` })),
  },
  {
    name: 'tells another status in the problem than in the answer',
    breaks: 'problem.status',
    wrap: editProblems((problem) => ({ ...problem, status: 400 })),
  },
  {
    name: 'points at fields with dots',
    breaks: 'problem.pointer',
    wrap: editProblems((problem) =>
      mapErrors(problem, (error) => ({ ...error, pointer: String(error['pointer']).replaceAll('/', '.').replace('?', 'query.') })),
    ),
    consequences: ['version.names-all'],
  },
  {
    name: 'does not say what is wrong',
    breaks: 'problem.pointer',
    consequences: ['version.names-all', 'who.unknown-in-body', 'order.ids-before-version', 'features.not-payable'],
    wrap: editProblems((problem) => ({ ...problem, errors: undefined })),
  },
  {
    name: 'does not say when it can answer again',
    breaks: 'problem.retry-after',
    wrap: (next) => {
      let isBusy = true;
      return changeAnswer((response, request) => {
        if (!isBusy || !is(request, 'GET', '/bank-accounts')) return response;
        isBusy = false;
        return refuse(response, 503, 'unavailable');
      })(next);
    },
  },
  {
    name: 'calls an unknown address not-found',
    breaks: 'problem.unknown-address',
    wrap: changeAnswer(async (response) =>
      response.status === 404 && (await answerRecord(response))['type'] === 'about:blank' ? refuse(response, 404, 'not-found') : response,
    ),
  },
];

const open: Variant[] = [
  {
    name: 'wants a token for the OpenAPI document',
    breaks: 'who.public',
    wrap: changeAnswer((response, request) =>
      is(request, 'GET', '/openapi.json') && !request.headers.get('authorization')?.includes('demo-')
        ? refuse(response, 401, 'unauthenticated')
        : response,
    ),
  },
  {
    name: 'looks at a token where none is needed',
    breaks: 'who.public',
    wrap: changeAnswer((response, request) =>
      pathOf(request) === '/healthz' && request.headers.has('authorization') ? refuse(response, 401, 'unauthenticated') : response,
    ),
  },
  {
    name: 'serves a document of something else',
    breaks: 'document.served',
    wrap: editAnswer('GET', '/openapi.json', (document) => ({ ...document, paths: { '/pets': {} } })),
  },
  {
    name: 'calls the lender something else without a token',
    breaks: 'lender.same',
    wrap: editAnswer('GET', '/lender', (lender) => ({ ...lender, name: 'Southern Test Finance' })),
  },
  {
    name: 'says nothing why a contract cannot be paid',
    breaks: 'contracts.reason',
    wrap: editContracts((contract) => ({ ...contract, notPayableReason: undefined })),
  },
  {
    name: 'lists another payer’s bank accounts',
    breaks: 'who.lists',
    wrap: (next) => async (request) => {
      const response = await next(request);
      if (!is(request, 'GET', '/bank-accounts') || !response.ok || request.headers.get('authorization') !== 'Bearer demo-beta')
        return response;
      const others = itemsOf(await answerRecord(await get(next, request, '/bank-accounts?limit=50', 'demo-acme')));
      const own = await answerRecord(response);
      return answerWith(response, { ...own, items: [...itemsOf(own), ...others] });
    },
    perhaps: ['who.foreign-in-body'],
  },
];

export const answerVariants: readonly Variant[] = [...headers, ...forms, ...problems, ...open];
