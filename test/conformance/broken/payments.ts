/** Endpoints that accept payments wrongly: authorization, versions, all or none. */
import { isPaying, previewAgain, currentVersion, nameIn } from './paying-again.js';
import {
  changeAnswer,
  editAnswer,
  is,
  isRecord,
  itemsOf,
  readBody,
  readRecord,
  refuse,
  withJson,
  type Json,
  type Variant,
} from './variant.js';

export const paymentVariants: readonly Variant[] = [
  {
    name: 'accepts any authorization',
    breaks: 'authorization.binds',
    consequences: ['order.authorization-before-terms'],
    wrap: (next) => async (request) => {
      const response = await next(request.clone());
      const isChanged = isPaying(request) && response.status === 409 && (await nameIn(response)) === 'preview-changed';
      return isChanged ? previewAgain(next, request, (item) => Promise.resolve(item)) : response;
    },
  },
  {
    name: 'believes the amount, not the authorization',
    breaks: 'authorization.binds',
    wrap: (next) => async (request) => {
      const response = await next(request.clone());
      const isOther = isPaying(request) && response.status === 409 && (await readBody(request)).includes('"value":501');
      return isOther ? previewAgain(next, request, (item) => Promise.resolve(item)) : response;
    },
  },
  {
    name: 'wants the payer’s clock to be right',
    breaks: 'authorization.accepted-at',
    wrap: (next) => async (request) => {
      const text = isPaying(request) ? await readBody(request) : '';
      const response = await next(request);
      return text.includes('"acceptedAt":"2099') && response.ok ? refuse(response, 422, 'invalid') : response;
    },
  },
  {
    name: 'shows another text in the receipt',
    breaks: 'authorization.receipt',
    wrap: editAnswer('GET', /^\/payments\/[^/]+$/, (payment) => ({
      ...payment,
      authorization: { ...(payment['authorization'] as Json), text: 'You authorized this payment.' },
    })),
  },
  {
    name: 'judges the authorization before versions',
    breaks: 'order.version-before-authorization',
    wrap: changeAnswer(async (response, request) => {
      const body = isPaying(request) ? await readRecord(request) : {};
      const isMadeUp = isRecord(body['authorization']) && /^[a-z]{16}$/.test(String(body['authorization']['id']));
      return response.status === 409 && isMadeUp ? refuse(response, 409, 'preview-changed') : response;
    }),
  },
  {
    name: 'judges the date before the authorization',
    breaks: 'order.authorization-before-terms',
    wrap: changeAnswer(async (response, request) =>
      isPaying(request) && response.status === 409 && (await readBody(request)).includes('"date":"2001')
        ? refuse(response, 422, 'invalid', [{ pointer: '/date', code: 'past', detail: 'x' }])
        : response,
    ),
  },
  {
    name: 'pays on any version',
    breaks: 'version.stale',
    consequences: ['all.none', 'key.refused-stores-nothing', 'version.one-wins'],
    perhaps: ['order.version-before-authorization', 'order.authorization-before-terms'],
    wrap: (next) => async (request) => {
      const response = await next(request.clone());
      const isStale = isPaying(request) && response.status === 409 && (await nameIn(response)) === 'contract-changed';
      return isStale ? previewAgain(next, request, (item) => currentVersion(next, request, item)) : response;
    },
  },
  {
    name: 'pays on the version before',
    breaks: 'version.one-wins',
    wrap: (next) => async (request) => {
      const response = await next(request.clone());
      const isStale = isPaying(request) && response.status === 409 && (await nameIn(response)) === 'contract-changed';
      const isMadeUp = ({ contractVersion }: Json): boolean => /^[a-z]{16}$/.test(String(contractVersion));
      if (!isStale || itemsOf(await readRecord(request)).some(isMadeUp)) return response;
      return previewAgain(next, request, (item) => currentVersion(next, request, item));
    },
  },
  {
    name: 'previews any version',
    breaks: 'version.stale',
    consequences: ['order.version-before-terms'],
    wrap: (next) => async (request) => {
      const response = await next(request.clone());
      if (!is(request, 'POST', '/payments/preview') || response.status !== 409) return response;
      const body = await readRecord(request);
      return next(
        withJson(request, { ...body, items: await Promise.all(itemsOf(body).map((item) => currentVersion(next, request, item))) }),
      );
    },
  },
  {
    name: 'answers payments in another order than their items',
    breaks: 'all.one-each',
    wrap: editAnswer('POST', '/payments', (result) => ({ ...result, payments: [...(result['payments'] as Json[])].reverse() })),
  },
  {
    name: 'pays the items that are not stale',
    breaks: 'all.none',
    wrap: (next) => async (request) => {
      const response = await next(request.clone());
      const body = isPaying(request) && response.status === 409 ? await readRecord(request) : {};
      if (itemsOf(body).length < 2) return response;
      const isStale = ({ contractVersion }: Json): boolean => /^[a-z]{16}$/.test(String(contractVersion));
      const fresh = withJson(request, { ...body, items: itemsOf(body).filter((item) => !isStale(item)) });
      await previewAgain(next, fresh, (item) => currentVersion(next, request, item));
      return response;
    },
  },
  {
    name: 'answers another amount than it was sent',
    breaks: 'payment.accepted',
    consequences: ['all.one-each', 'in-flight.shown'],
    perhaps: ['preview.warnings'],
    wrap: editAnswer('POST', '/payments', (result) => ({
      ...result,
      payments: (result['payments'] as Json[]).map((payment) => ({ ...payment, amount: { value: 499, currency: 'USD' } })),
    })),
  },
];
