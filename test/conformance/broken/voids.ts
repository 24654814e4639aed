/** Endpoints that do not keep what they voided, accepted or refused. */
import { isPaying, isVoiding, isAsking, keyIn, keyInPath, payAnew } from './paying-again.js';
import { accept, answerRecord, changeAnswer, get, readBody, refuse, withHeaders, type Variant } from './variant.js';

export const voidVariants: readonly Variant[] = [
  {
    name: 'forgets what it voided',
    breaks: 'void.unseen',
    consequences: ['void.late', 'order.key-lookup-before-form'],
    wrap: (next) => async (request) => {
      if (!isVoiding(request)) return next(request);
      const known = await get(next, request, `/payments/by-key/${keyInPath(request)}`);
      const mismatch = await next(withHeaders(new Request(new URL('/session', request.url)), Object.fromEntries(request.headers)));
      if (!mismatch.ok) return mismatch;
      return known.ok ? accept(known, await answerRecord(known)) : known.status === 404 ? accept(known, null, 204) : known;
    },
    perhaps: ['void.race'],
  },
  {
    name: 'refuses to void a second time',
    breaks: 'void.unseen',
    wrap: (next) => {
      const voided = new Set<string>();
      return async (request) => {
        const response = await next(request);
        if (!isVoiding(request) || response.status !== 204) return response;
        const id = keyInPath(request) + String(request.headers.get('authorization'));
        if (voided.has(id)) return refuse(response, 410, 'voided');
        voided.add(id);
        return response;
      };
    },
  },
  {
    name: 'pays what arrives after its void',
    breaks: 'void.late',
    perhaps: ['void.race'],
    wrap: (next) => async (request) => {
      const response = await next(request.clone());
      const isLate = isPaying(request) && response.status === 410 && !(await readBody(request)).includes('"items":[]');
      return isLate ? payAnew(next, request) : response;
    },
  },
  {
    name: 'says of an accepted key that it is void',
    breaks: 'void.accepted',
    consequences: ['void.race'],
    wrap: changeAnswer((response, request) => (isVoiding(request) && response.status === 200 ? accept(response, null, 204) : response)),
  },
  {
    name: 'forgets a payment whose key is voided',
    breaks: 'void.accepted',
    consequences: ['void.race'],
    wrap: (next) => {
      const gone = new Set<string>();
      return async (request) => {
        const response = await next(request);
        if (isVoiding(request) && response.status === 200) gone.add(keyInPath(request));
        return isAsking(request) && gone.has(keyInPath(request)) ? refuse(response, 410, 'voided') : response;
      };
    },
  },
  {
    name: 'says of a key it has not seen that it is void',
    breaks: 'key.unseen',
    consequences: ['key.refused-stores-nothing', 'all.none', 'who.mismatch-writes', 'who.foreign-key'],
    wrap: changeAnswer((response, request) => (isAsking(request) && response.status === 404 ? refuse(response, 410, 'voided') : response)),
  },
  {
    name: 'does not find what it accepted',
    breaks: 'key.found',
    consequences: ['key.case', 'void.accepted', 'void.race', 'who.foreign-key'],
    wrap: changeAnswer((response, request) => (isAsking(request) && response.ok ? refuse(response, 404, 'not-found') : response)),
  },
  {
    name: 'voids a key whose payment is being made',
    breaks: 'void.race',
    wrap: (next) => {
      const running = new Set<string>();
      return async (request) => {
        if (isVoiding(request) && running.has(keyInPath(request))) return accept(await next(request), null, 204);
        if (!isPaying(request)) return next(request);
        const key = await keyIn(request);
        running.add(key);
        const response = await next(request);
        // A database in memory is too fast for a payment and a void to meet.
        await new Promise((passed) => setTimeout(passed, 300));
        running.delete(key);
        return response;
      };
    },
  },
  {
    name: 'keeps the key of what it refused',
    breaks: 'key.refused-stores-nothing',
    wrap: (next) => {
      const kept = new Set<string>();
      return async (request) => {
        const key = isPaying(request) ? await keyIn(request) : '';
        const response = await next(request);
        if (isPaying(request) && kept.has(key) && response.status === 201) return refuse(response, 422, 'key-reused');
        if (isPaying(request) && response.status === 409) kept.add(key);
        return response;
      };
    },
  },
];
