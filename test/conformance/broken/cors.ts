/** Endpoints that let the wrong pages in, or keep the right ones out. */
import { answerHeaders, changeAnswer, refuse, withStatus, type Variant } from './variant.js';

const shop = 'https://www.shop.example';
const isPreflight = (request: Request): boolean => request.method === 'OPTIONS';

export const corsVariants: readonly Variant[] = [
  {
    name: 'allows whatever origin asks',
    breaks: 'cors.unknown-origin',
    wrap: changeAnswer((response, request) => {
      const origin = request.headers.get('origin');
      return origin === null ? response : answerHeaders(response, { 'access-control-allow-origin': origin });
    }),
  },
  {
    name: 'allows every origin',
    breaks: 'cors.unknown-origin',
    consequences: ['cors.allowed', 'cors.preflight'],
    wrap: changeAnswer((response, request) =>
      request.headers.has('origin') ? answerHeaders(response, { 'access-control-allow-origin': '*' }) : response,
    ),
  },
  {
    name: 'forgets CORS on errors',
    breaks: 'cors.allowed',
    consequences: ['cors.exposed'],
    wrap: changeAnswer((response) =>
      response.status >= 400
        ? answerHeaders(response, { 'access-control-allow-origin': null, 'access-control-expose-headers': null })
        : response,
    ),
  },
  {
    name: 'does not expose Retry-After',
    breaks: 'cors.exposed',
    wrap: changeAnswer((response, request) =>
      request.headers.get('origin') === shop && !isPreflight(request)
        ? answerHeaders(response, { 'access-control-expose-headers': 'date, idempotent-replayed, aspire-pay-payer' })
        : response,
    ),
  },
  {
    name: 'lets caches mix origins up',
    breaks: 'cors.vary',
    wrap: changeAnswer((response) => answerHeaders(response, { vary: null })),
  },
  {
    name: 'wants a token for preflights',
    breaks: 'cors.preflight',
    wrap: changeAnswer((response, request) =>
      isPreflight(request) ? withStatus(response, 204).then((same) => refuse(same, 401, 'unauthenticated')) : response,
    ),
  },
  {
    name: 'does not let a page send its key',
    breaks: 'cors.preflight',
    wrap: changeAnswer((response, request) =>
      isPreflight(request) ? answerHeaders(response, { 'access-control-allow-headers': 'authorization, content-type' }) : response,
    ),
  },
  {
    name: 'lets no page void a key',
    breaks: 'cors.preflight',
    wrap: changeAnswer((response, request) =>
      isPreflight(request) ? answerHeaders(response, { 'access-control-allow-methods': 'GET, POST' }) : response,
    ),
  },
];
