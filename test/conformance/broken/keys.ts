/** Endpoints that do not keep their keys: replays, other bodies, spellings, copies at once. */
import type { Fetch } from '../support/reference.js';
import { isPaying, isVoiding, isAsking, keyIn, payAnew } from './paying-again.js';
import {
  accept,
  answerHeaders,
  answerRecord,
  answerWith,
  changeAnswer,
  changeRequest,
  get,
  pathOf,
  readBody,
  readRecord,
  refuse,
  withHeaders,
  withJson,
  withPath,
  withStatus,
  type Json,
  type Variant,
} from './variant.js';

const isReplay = (response: Response): boolean => response.headers.get('idempotent-replayed') === 'true';

/** In milliseconds. */
const slowness = 300;

/** One payment at a time knows of the others that are being made. */
const whileRunning =
  (answer: (response: Response) => Response | Promise<Response>) =>
  (next: Fetch): Fetch => {
    const running = new Set<string>();
    return async (request) => {
      const key = isPaying(request) ? await keyIn(request) : '';
      // Only a payment takes its time: a run asks eight hundred things.
      if (key === '') return next(request);
      if (!running.has(key)) {
        running.add(key);
        const response = await next(request);
        // A database in memory is too fast for two requests to meet.
        await new Promise((passed) => setTimeout(passed, slowness));
        running.delete(key);
        return response;
      }
      return answer(await next(request));
    };
  };

const replays: Variant[] = [
  {
    name: 'does not mark replays',
    breaks: 'key.replay',
    consequences: ['key.quotes', 'key.same-values', 'key.case', 'key.concurrent'],
    wrap: changeAnswer((response) => (isReplay(response) ? answerHeaders(response, { 'idempotent-replayed': null }) : response)),
  },
  {
    name: 'pays again for a copy',
    breaks: 'key.replay',
    consequences: ['key.quotes', 'key.same-values', 'key.case', 'key.concurrent', 'key.replay-now'],
    wrap: (next) => async (request) => {
      const response = await next(request.clone());
      return isPaying(request) && isReplay(response) ? payAnew(next, request) : response;
    },
  },
  {
    name: 'breaks down over a key there is already',
    breaks: 'key.replay',
    consequences: ['answer.no-failure', 'key.quotes', 'key.same-values', 'key.case', 'key.concurrent'],
    wrap: changeAnswer((response) => (isReplay(response) ? withStatus(response, 500) : response)),
  },
  {
    name: 'breaks down over copies at once',
    breaks: 'key.concurrent',
    consequences: ['answer.no-failure'],
    wrap: whileRunning((response) => withStatus(response, 500)),
  },
  {
    name: 'does not say when to ask again',
    breaks: 'key.concurrent',
    wrap: whileRunning((response) => refuse(response, 409, 'in-progress')),
  },
  {
    name: 'answers each of several copies with 201',
    breaks: 'key.concurrent',
    wrap: whileRunning(async (response) => withStatus(await answerHeaders(response, { 'idempotent-replayed': null }), 201)),
  },
  {
    name: 'shows replays as they were',
    breaks: 'key.replay-now',
    wrap: (next) => {
      const first = new Map<string, Json>();
      return async (request) => {
        const key = isPaying(request) ? await keyIn(request) : '';
        const response = await next(request);
        if (!isPaying(request) || !response.ok) return response;
        const known = first.get(key);
        if (known !== undefined) return answerWith(response, known);
        first.set(key, await answerRecord(response));
        return response;
      };
    },
  },
  {
    name: 'takes any body for the first one',
    breaks: 'key.reused',
    consequences: ['order.key-lookup-before-form'],
    wrap: (next) => async (request) => {
      const response = await next(request.clone());
      if (!isPaying(request) || response.status !== 422 || !(await response.clone().text()).includes('key-reused')) return response;
      const known = await get(next, request, `/payments/by-key/${await keyIn(request)}`);
      return answerHeaders(accept(response, await answerRecord(known)), { 'idempotent-replayed': 'true' });
    },
  },
  {
    name: 'compares bodies letter by letter',
    breaks: 'key.same-values',
    consequences: ['key.case'],
    wrap: (next) => {
      const texts = new Map<string, string>();
      return async (request) => {
        if (!isPaying(request)) return next(request);
        const [key, text] = [await keyIn(request), await readBody(request)];
        const response = await next(request);
        if (response.status === 201) texts.set(key, text);
        return isReplay(response) && texts.get(key) !== text ? refuse(response, 422, 'key-reused') : response;
      };
    },
  },
  {
    name: 'judges the form before it knows the key',
    breaks: 'order.key-lookup-before-form',
    wrap: changeAnswer(async (response, request) =>
      isPaying(request) && (await readBody(request)).includes('"items":[]') && [410, 422].includes(response.status)
        ? refuse(response, 422, 'invalid', [{ pointer: '/items', code: 'invalid', detail: 'x' }])
        : response,
    ),
  },
];

const other = 'ffffffff-0000-4000-8000-';

/** Another key for whatever isn't lower case. */
const misread = (key: string): string => (key === key.toLowerCase() ? key : other + key.toLowerCase().slice(-12));

const spellings: Variant[] = [
  {
    name: 'takes a key in upper case for another',
    breaks: 'key.case',
    consequences: ['void.late'],
    wrap: changeRequest(async (request) => {
      if (isAsking(request) || isVoiding(request)) {
        const [, , , key = '', ...more] = pathOf(request).split('/');
        return withPath(request, ['/payments/by-key', misread(key), ...more].join('/'));
      }
      const body = isPaying(request) ? await readRecord(request) : {};
      const key = String(body['idempotencyKey']);
      if (misread(key) === key) return request;
      return withHeaders(withJson(request, { ...body, idempotencyKey: misread(key) }), { 'idempotency-key': misread(key) });
    }),
    perhaps: ['key.syntax'],
  },
  {
    name: 'wants quotes around the key',
    breaks: 'key.quotes',
    wrap: changeAnswer((response, request) =>
      isPaying(request) && /^[0-9a-f-]{36}$/.test(request.headers.get('idempotency-key') ?? '') && response.ok
        ? refuse(response, 400, 'invalid')
        : response,
    ),
  },
  {
    name: 'does without the header',
    breaks: 'key.syntax',
    wrap: changeRequest(async (request) => {
      const key = isPaying(request) && !request.headers.has('idempotency-key') ? (await readRecord(request))['idempotencyKey'] : undefined;
      return typeof key === 'string' ? withHeaders(request, { 'idempotency-key': key }) : request;
    }),
    consequences: ['key.refused-stores-nothing'],
  },
  {
    name: 'believes the header where the body names another key',
    breaks: 'key.syntax',
    wrap: changeRequest(async (request) => {
      const key = request.headers.get('idempotency-key')?.replaceAll('"', '') ?? '';
      const body = isPaying(request) ? await readRecord(request) : {};
      const isOther =
        /^[0-9a-f-]{36}$/.test(key) && /^[0-9a-f-]{36}$/.test(String(body['idempotencyKey'])) && key !== body['idempotencyKey'];
      return isOther ? withJson(request, { ...body, idempotencyKey: key }) : request;
    }),
  },
  {
    name: 'has not seen what is no key',
    breaks: 'key.syntax',
    wrap: changeAnswer((response, request) =>
      isAsking(request) && response.status === 400 ? refuse(response, 404, 'not-found') : response,
    ),
  },
  {
    name: 'judges the form before the key’s syntax',
    breaks: 'order.key-syntax-before-form',
    wrap: changeAnswer(async (response, request) =>
      isPaying(request) && (await readBody(request)) === '{"items":[]}' && response.status === 400
        ? refuse(response, 422, 'invalid')
        : response,
    ),
  },
  {
    name: 'judges the key before the media type',
    breaks: 'order.media-type-first',
    wrap: changeAnswer((response, request) =>
      isPaying(request) &&
      response.status === 415 &&
      !request.headers.has('idempotency-key') &&
      request.headers.get('content-type') === 'text/plain'
        ? refuse(response, 400, 'invalid')
        : response,
    ),
    perhaps: ['body.media-type'],
  },
];

export const keyVariants: readonly Variant[] = [...replays, ...spellings];
