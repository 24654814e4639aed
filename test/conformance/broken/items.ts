/** Endpoints that preview items they must refuse, in another order, or with something wrong in the preview. */
import type { Fetch } from '../support/reference.js';
import {
  answerRecord,
  answerWith,
  changeAnswer,
  changeRequest,
  editAnswer,
  editContracts,
  getRecord,
  is,
  isRecord,
  itemsOf,
  parse,
  readBody,
  readRecord,
  refuse,
  withBody,
  withJson,
  type Json,
  type Variant,
} from './variant.js';

const isPreview = (request: Request): boolean => is(request, 'POST', '/payments/preview');

const amountOf = (item: Json): Json => (isRecord(item['amount']) ? item['amount'] : {});

const least = 500;

/** Items that would be refused, changed into some that are not, in previews. */
const changeItems =
  (change: (items: Json[], next: Fetch, request: Request) => Json[] | Promise<Json[]>) =>
  (next: Fetch): Fetch =>
  async (request) => {
    const body = isPreview(request) ? parse(await readBody(request)) : undefined;
    if (!isRecord(body) || !Array.isArray(body['items'])) return next(request);
    const items = itemsOf(body);
    const changed = await change(items, next, request);
    return changed === items ? next(request) : next(withJson(request, { ...body, items: changed }));
  };

const byId = (items: Json[]): Map<unknown, Json> => new Map(items.map((item) => [item['contractId'], item]));

const items: Variant[] = [
  {
    name: 'pays a contract that is not payable',
    breaks: 'features.not-payable',
    wrap: changeItems(async (items, next, request) => {
      if (items[0]?.['contractId'] !== 'disputed') return items;
      const { version } = await getRecord(next, request, '/contracts/k3');
      return items.map((item) => ({ ...item, contractId: 'k3', contractVersion: version }));
    }),
  },
  {
    name: 'calls what is not payable something else',
    breaks: 'features.not-payable',
    wrap: changeAnswer(async (response) => {
      const text = await response.clone().text();
      return text.includes('"not-payable"') ? answerWith(response, parse(text.replaceAll('not-payable', 'nope'))) : response;
    }),
  },
  {
    name: 'previews with an account that is not usable',
    breaks: 'accounts.not-usable',
    wrap: changeRequest(async (request) => {
      const text = await readBody(request);
      return isPreview(request) && text.includes('acme-unverified')
        ? withBody(request, text.replace('acme-unverified', 'acme-checking'))
        : request;
    }),
  },
  {
    name: 'takes a contract that stands twice for one',
    breaks: 'all.twice',
    wrap: changeItems((items) => (byId(items).size < items.length ? [...byId(items).values()] : items)),
    consequences: ['order.form-before-ids'],
  },
  {
    name: 'adds up two currencies',
    breaks: 'all.mixed',
    wrap: changeItems((items) =>
      items.length === 2 && amountOf(items[1] ?? {})['currency'] === 'EUR'
        ? items.map((item) => ({ ...item, amount: { ...amountOf(item), currency: 'USD' } }))
        : items,
    ),
  },
  {
    name: 'looks for ids before it counts the items',
    breaks: 'order.form-before-ids',
    wrap: changeAnswer(async (response, request) => {
      if (!isPreview(request) || response.status !== 422) return response;
      const items = itemsOf(await readRecord(request));
      const unknown = items.length < 2 ? -1 : items.findIndex(({ contractId }) => String(contractId).startsWith('none_'));
      const errors = [{ pointer: `/items/${unknown}/contractId`, code: 'unknown-id', detail: 'unknown' }];
      return unknown < 0 ? response : refuse(response, 422, 'invalid', errors);
    }),
  },
  {
    name: 'pays the first items of too many',
    breaks: 'all.too-many',
    wrap: (next) => async (request) => {
      const body = isPreview(request) ? await readRecord(request) : {};
      if (itemsOf(body).length <= 5) return next(request);
      const [contract] = itemsOf(await getRecord(next, request, '/contracts?sort=open'));
      const item = { contractId: contract?.['id'], contractVersion: contract?.['version'], amount: { value: least, currency: 'USD' } };
      return next(withJson(request, { ...body, items: [item] }));
    },
  },
  {
    name: 'pays several at once, although payAll is off',
    breaks: 'features.pay-all-off',
    lender: { features: { payAll: false } },
    wrap: (next) => async (request) => {
      const body = isPreview(request) ? await readRecord(request) : {};
      if (itemsOf(body).length !== 2) return next(request);
      const [contract] = itemsOf(await getRecord(next, request, '/contracts?sort=open'));
      const item = { contractId: contract?.['id'], contractVersion: contract?.['version'], amount: { value: least, currency: 'USD' } };
      return next(withJson(request, { ...body, items: [item] }));
    },
  },
  {
    name: 'compares versions before it looks for ids',
    breaks: 'order.ids-before-version',
    wrap: changeAnswer(async (response, request) => {
      const body = request.method === 'POST' ? await readRecord(request) : {};
      const isUnknown =
        response.status === 422 && String(body['accountId']).startsWith('none_') && (await response.clone().text()).includes('unknown-id');
      const isStale = itemsOf(body).some(({ contractVersion }) => /^[a-z]{16}$/.test(String(contractVersion)));
      return isUnknown && isStale ? refuse(response, 409, 'contract-changed') : response;
    }),
  },
  {
    name: 'judges amounts before versions',
    breaks: 'order.version-before-terms',
    wrap: changeAnswer(async (response, request) => {
      const isZero = isPreview(request) && itemsOf(await readRecord(request)).some((item) => amountOf(item)['value'] === 0);
      return isZero && response.status === 409
        ? refuse(response, 422, 'invalid', [{ pointer: '/items/0/amount', code: 'not-positive', detail: 'x' }])
        : response;
    }),
  },
  {
    name: 'names the first stale item only',
    breaks: 'version.names-all',
    wrap: changeAnswer(async (response) => {
      const body = response.status === 409 ? await answerRecord(response) : {};
      return Array.isArray(body['errors']) ? answerWith(response, { ...body, errors: body['errors'].slice(0, 1) }) : response;
    }),
  },
];

const previews: Variant[] = [
  {
    name: 'replaces versions when it previews',
    breaks: 'preview.writes-nothing',
    consequences: ['all.none'],
    wrap: (next) => {
      let count = 0;
      const editing = editContracts((contract) => ({ ...contract, version: `${String(contract['version'])}~${count}` }))(next);
      return async (request) => {
        if (request.method !== 'POST') return editing(request);
        const text = (await readBody(request)).replace(/~\d+"/g, (end) => `"${' '.repeat(end.length - 1)}`);
        const response = await next(withBody(request, text));
        if (isPreview(request) && response.ok) count += 1;
        return response;
      };
    },
  },
  {
    name: 'hashes another text than it shows',
    breaks: 'authorization.hash',
    consequences: ['authorization.receipt'],
    wrap: editAnswer('POST', '/payments/preview', (preview) => ({
      ...preview,
      authorization: { ...(preview['authorization'] as Json), text: `${String((preview['authorization'] as Json)['text'])} ` },
    })),
  },
  {
    name: 'lets an authorization live past the cut-off',
    breaks: 'authorization.expiry',
    wrap: editAnswer('POST', '/payments/preview', (preview) => ({
      ...preview,
      authorization: { ...(preview['authorization'] as Json), expiresAt: '2026-11-24T15:00:00.000Z' },
    })),
  },
  {
    name: 'expects the debit on a Sunday',
    breaks: 'preview.debit-date',
    wrap: editAnswer('POST', '/payments/preview', (preview) => ({ ...preview, expectedDebitDate: '2026-11-29' })),
  },
  {
    name: 'loses a cent in the estimate',
    breaks: 'preview.estimate',
    wrap: editAnswer('POST', '/payments/preview', (preview) => ({
      ...preview,
      estimate: (preview['estimate'] as Json[]).map((one) => ({ ...one, unapplied: { value: 1, currency: 'USD' } })),
    })),
  },
  {
    name: 'estimates nothing, although estimate is on',
    breaks: 'preview.estimate',
    wrap: editAnswer('POST', '/payments/preview', (preview) => ({ ...preview, estimate: undefined })),
  },
  {
    name: 'warns of nothing',
    breaks: 'preview.warnings',
    wrap: editAnswer('POST', '/payments/preview', (preview) => ({ ...preview, warnings: [] })),
  },
];

export const itemVariants: readonly Variant[] = [...items, ...previews];
