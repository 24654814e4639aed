/**
 * Registering and signing in by code, as small as an endpoint can have it: nobody is on file but one. Stands in front of an endpoint that does
 * not offer it. Must not know the kit.
 */
import { randomUUID } from 'node:crypto';
import { CodeRequest, EnrollmentRequest, SignInRequest } from '../../../src/api/index.js';
import { accept, editAnswer, is, isRecord, parse, pathOf, readBody, refuse, type Json } from '../broken/variant.js';
import type { Fetch } from './reference.js';

export const emailOnFile = 'ada@acme.example';

const path = /^\/(enrollments|sign-ins)(\/([^/]+)\/(verify|resend))?$/;

const offer = (next: Fetch): Fetch =>
  editAnswer('GET', '/lender', (lender) => ({ ...lender, enrollment: true }))(
    editAnswer('GET', '/session', (session) => ({ ...session, features: { ...(session['features'] as Json), enrollment: true } }))(next),
  );

/** An unmatched code, a wrong one and one that has ended are refused in the same words. */
export const withCodes = (next: Fetch): Fetch => {
  const offered = offer(next);
  return async (request) => {
    const [, list, , id, step] = path.exec(pathOf(request)) ?? [];
    if (list === undefined || request.method !== 'POST') return offered(request);
    const like = await next(new Request(new URL('/lender', request.url), { headers: { origin: request.headers.get('origin') ?? '' } }));
    const body = parse(await readBody(request));
    if (step === 'resend') return accept(like, { id }, 202);
    const form = step === 'verify' ? CodeRequest : list === 'enrollments' ? EnrollmentRequest : SignInRequest;
    if (!isRecord(body) || !form.safeParse(body).success) return refuse(like, 422, 'invalid');
    if (step === 'verify') return refuse(like, 422, 'invalid', [{ pointer: '/code', code: 'wrong', detail: 'This code is not right.' }]);
    return accept(like, { id: randomUUID() }, 202);
  };
};

export const isStarting = (request: Request): boolean => is(request, 'POST', /^\/(enrollments|sign-ins)$/);
