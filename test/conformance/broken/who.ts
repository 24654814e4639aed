/** Endpoints that do not look at who asks. */
import {
  accept,
  answerRecord,
  answerWith,
  changeAnswer,
  get,
  is,
  itemsOf,
  otherToken,
  parse,
  pathOf,
  readBody,
  refuse,
  withHeaders,
  type Variant,
} from './variant.js';

const contractPath = /^\/contracts\/[^/]+(\/invoices)?$/;
const isOpen = (path: string): boolean => /^\/(lender|healthz|openapi\.json|enrollments|sign-ins)/.test(path);

export const whoVariants: readonly Variant[] = [
  {
    name: 'answers 403 to whoever has no token',
    breaks: 'who.unauthenticated',
    wrap: changeAnswer((response, request) =>
      response.status === 401 && !request.headers.has('authorization') ? refuse(response, 403, 'forbidden') : response,
    ),
  },
  {
    name: 'answers 403 to a token nobody knows',
    breaks: 'who.unknown-token',
    wrap: changeAnswer((response, request) =>
      response.status === 401 && request.headers.has('authorization') && !isOpen(pathOf(request))
        ? refuse(response, 403, 'forbidden')
        : response,
    ),
  },
  {
    name: 'judges the media type before the token',
    breaks: 'who.unauthenticated',
    wrap: changeAnswer((response, request) =>
      response.status === 401 && request.headers.get('content-type') === 'text/plain'
        ? refuse(response, 415, 'unsupported-media-type')
        : response,
    ),
  },
  {
    name: 'reads for whoever, whatever payer is named',
    breaks: 'who.mismatch',
    wrap: (next) => (request) => next(request.method === 'GET' ? withHeaders(request, { 'aspire-pay-payer': null }) : request),
  },
  {
    name: 'voids for whoever, whatever payer is named',
    breaks: 'who.mismatch',
    consequences: ['who.mismatch-writes'],
    wrap: (next) => (request) => next(request.method === 'PUT' ? withHeaders(request, { 'aspire-pay-payer': null }) : request),
  },
  {
    name: 'voids first, and looks at the payer named then',
    breaks: 'who.mismatch-writes',
    wrap: (next) => async (request) => {
      const response = await next(request.clone());
      const isMismatch = response.status === 403 && (await answerRecord(response))['type'] === 'urn:aspire-pay:problem:payer-mismatch';
      if (request.method === 'PUT' && isMismatch) await next(withHeaders(request, { 'aspire-pay-payer': null }));
      return response;
    },
  },
  {
    name: 'shows anybody’s contract to who knows its id',
    breaks: 'who.foreign-in-path',
    wrap: (next) => async (request) => {
      const response = await next(request);
      if (response.status !== 404 || !is(request, 'GET', contractPath)) return response;
      const theirs = await get(next, request, pathOf(request), otherToken(request));
      return theirs.ok ? accept(response, await answerRecord(theirs)) : response;
    },
  },
  {
    name: 'says forbidden of another payer’s contract',
    breaks: 'who.foreign-in-path',
    wrap: (next) => async (request) => {
      const response = await next(request);
      if (response.status !== 404 || !is(request, 'GET', contractPath)) return response;
      const theirs = await get(next, request, pathOf(request), otherToken(request));
      return theirs.ok ? refuse(response, 403, 'forbidden') : response;
    },
  },
  {
    name: 'words the refusal of another payer’s payment differently',
    breaks: 'who.foreign-in-path',
    wrap: (next) => async (request) => {
      const response = await next(request);
      if (response.status !== 404 || !is(request, 'GET', /^\/payments\/[^/]+$/)) return response;
      const theirs = await get(next, request, pathOf(request), otherToken(request));
      return theirs.ok ? answerWith(response, { ...(await answerRecord(response)), detail: 'This is somebody else’s.' }) : response;
    },
  },
  {
    name: 'cancels anybody’s payment',
    breaks: 'who.foreign-in-path',
    wrap: (next) => async (request) => {
      const response = await next(request);
      if (response.status !== 404 || !is(request, 'POST', /\/cancel$/)) return response;
      const headers = { authorization: `Bearer ${otherToken(request)}`, 'aspire-pay-payer': null };
      const theirs = await next(withHeaders(request, headers));
      return theirs.ok ? accept(response, await answerRecord(theirs)) : response;
    },
  },
  {
    name: 'answers an unknown id with 422',
    breaks: 'who.unknown-in-path',
    consequences: ['who.foreign-in-path', 'accounts.remove'],
    wrap: changeAnswer(async (response, request) => {
      const isUnknown = response.status === 404 && !pathOf(request).includes('by-key');
      return isUnknown && (await answerRecord(response))['type'] !== 'about:blank' ? refuse(response, 422, 'invalid') : response;
    }),
  },
  {
    name: 'breaks down over ids that no id looks like',
    breaks: 'who.unknown-in-path',
    consequences: ['answer.no-failure'],
    wrap: changeAnswer((response, request) =>
      /%27|'/.test(pathOf(request)) ? new Response('null', { status: 500, headers: response.headers }) : response,
    ),
  },
  {
    name: 'looks up a contract in a body whoever’s it is',
    breaks: 'who.foreign-in-body',
    wrap: changeAnswer(async (response, request) =>
      is(request, 'POST', '/payments/preview') && /"contractId":"n[12]"/.test(await readBody(request)) && response.status === 422
        ? refuse(response, 409, 'contract-changed', [{ pointer: '/items/0/contractVersion', code: 'stale', detail: 'stale' }])
        : response,
    ),
  },
  {
    name: 'says nothing of unknown ids but that something is wrong',
    breaks: 'who.unknown-in-body',
    consequences: ['order.ids-before-version'],
    wrap: changeAnswer(async (response) => {
      const text = await response.clone().text();
      return text.includes('unknown-id') ? answerWith(response, parse(text.replaceAll('unknown-id', 'wrong'))) : response;
    }),
  },
  {
    name: 'replays whoever’s key it is',
    breaks: 'who.foreign-key',
    wrap: (next) => {
      const bodies = new Map<string, Response>();
      return async (request) => {
        const isPaying = is(request, 'POST', '/payments');
        const text = isPaying ? await readBody(request) : '';
        const response = await next(request);
        if (!isPaying) return response;
        const known = bodies.get(text);
        if (response.status === 201) bodies.set(text, response.clone());
        return response.status === 422 && known !== undefined ? accept(response, await answerRecord(known)) : response;
      };
    },
  },
  {
    name: 'voids a key for every payer',
    breaks: 'who.foreign-key',
    wrap: (next) => async (request) => {
      const headers = { authorization: `Bearer ${otherToken(request)}`, 'aspire-pay-payer': null };
      const response = await next(request.clone());
      if (request.method === 'PUT' && response.status === 204) await next(withHeaders(request, headers));
      return response;
    },
  },
  {
    name: 'finds whoever’s key it is',
    breaks: 'who.foreign-key',
    wrap: (next) => async (request) => {
      const response = await next(request);
      if (!is(request, 'GET', /by-key/) || response.status !== 404) return response;
      const theirs = await get(next, request, pathOf(request), otherToken(request));
      return theirs.ok ? accept(response, await answerRecord(theirs)) : response;
    },
  },
  {
    name: 'lists everybody’s payments',
    breaks: 'who.lists',
    perhaps: ['page.once', 'history.one', 'history.order', 'page.limit', 'who.foreign-in-path', 'answer.form'],
    wrap: (next) => async (request) => {
      const response = await next(request);
      if (!is(request, 'GET', '/payments') || !response.ok) return response;
      const own = await answerRecord(response);
      const theirs = await answerRecord(await get(next, request, '/payments?limit=50', otherToken(request)));
      return answerWith(response, { ...own, items: [...itemsOf(own), ...itemsOf(theirs)] });
    },
  },
  {
    name: 'removes anybody’s bank account',
    breaks: 'who.foreign-in-path',
    wrap: (next) => async (request) => {
      const response = await next(request);
      if (response.status !== 404 || request.method !== 'DELETE') return response;
      const headers = { authorization: `Bearer ${otherToken(request)}`, 'aspire-pay-payer': null };
      const theirs = await next(withHeaders(request, headers));
      return theirs.ok ? accept(response, null, 204) : response;
    },
  },
  {
    name: 'shows another payer the ids of payments that are not theirs',
    breaks: 'in-flight.others',
    wrap: (next) => async (request) => {
      const response = await next(request);
      if (!is(request, 'GET', '/contracts/shared') || !response.ok) return response;
      const own = await answerRecord(response);
      const theirs = await answerRecord(await get(next, request, '/contracts/shared', otherToken(request)));
      return answerWith(response, { ...own, inFlight: theirs['inFlight'] });
    },
    perhaps: ['in-flight.shown', 'in-flight.freed'],
  },
  {
    name: 'hides from a payer what another one has in flight',
    breaks: 'in-flight.others',
    wrap: changeAnswer(async (response, request) => {
      if (!is(request, 'GET', '/contracts/shared') || !response.ok) return response;
      const own = await answerRecord(response);
      const inFlight = Array.isArray(own['inFlight']) ? own['inFlight'] : [];
      return answerWith(response, { ...own, inFlight: inFlight.filter((one: object) => 'paymentId' in one) });
    }),
  },
];
