/**
 * Registering and signing in by a mailed code: asked for, given, asked for anew. Every answer is the same whether or not anything matched,
 * and the mail is sent after it.
 */
import { Hono, type Context } from 'hono';
import { CodeRequest, EnrollmentRequest, Id, SignInRequest, type CodeSent } from '../../../src/api/index.js';
import type { EndpointDeps } from '../deps.js';
import { parseForm } from '../form.js';
import { addressOf } from '../middleware/address.js';
import { afterAnswer } from '../middleware/after.js';
import { readJson } from '../middleware/body.js';
import { invalid, ProblemError } from '../problems.js';
import { requireRate } from '../rate-limits.js';
import { askAgain, askToEnroll, askToSignIn, countedAgainBy, countedBy, type Asked } from '../sign-in/asking.js';
import { writeMail, type Notice } from '../sign-in/mails.js';
import { giveCode } from '../sign-in/verifying.js';
import type { CodeKind } from '../store/code-requests.js';
import { errorCode } from '../store/errors.js';
import { readOnlyLender, type LenderSettings } from '../store/lender.js';

/** One answer for a code that is wrong, used, dead or of an id nobody knows. */
const useless = () =>
  invalid([{ pointer: '/code', code: 'not-accepted', detail: 'This code does not work. Check it, or ask for a new one.' }]);

/** PostgreSQL keeps no NUL, so nothing on file can hold one; and a name of nothing but spaces is none. */
const requireText = <Request extends EnrollmentRequest | SignInRequest>(request: Request): Request => {
  const errors = Object.entries(request)
    .filter(([, value]) => value.trim() === '' || value.includes('\0'))
    .map(([name]) => ({ pointer: `/${name}`, code: 'required', detail: 'This is required.' }));
  if (errors.length > 0) throw invalid(errors);
  return request;
};

const localeOf = (c: Context): string => /^[A-Za-z-]{2,35}/.exec(c.req.header('accept-language') ?? '')?.[0] ?? 'en';

/** Told to nobody who asked: whether the mail went out must not be readable from any answer. */
const mailLater = (c: Context, { mail, now, log }: EndpointDeps, { lender }: LenderSettings, notice: Notice | undefined): void => {
  if (mail === undefined || notice === undefined) return;
  const locale = localeOf(c);
  afterAnswer(c, () => {
    mail(writeMail(notice, { lenderName: lender.name, locale, sentAt: now() })).catch((error: unknown) => {
      log({ event: 'mail-failed', code: errorCode(error) });
    });
  });
};

const requireOffered = async ({ store, mail }: EndpointDeps): Promise<LenderSettings> => {
  const settings = await readOnlyLender(store.db);
  if (!settings.features.enrollment || mail === undefined) throw new ProblemError('forbidden', 'Signing in by e-mail is not offered here.');
  return settings;
};

const limitCodes = (c: Context, deps: EndpointDeps, subject: string): Promise<void> =>
  requireRate(deps, [
    { name: 'codes-by-person', subject },
    { name: 'codes-by-address', subject: addressOf(c, deps.trustedProxies) },
  ]);

/** Ids of another form were given to nobody. */
const readId = (c: Context): string => {
  const id = c.req.param('id') ?? '';
  return Id.safeParse(id).success ? id : '';
};

/** What differs between the two ways to a code. */
interface Way<Request extends EnrollmentRequest | SignInRequest> {
  readonly kind: CodeKind;
  readonly read: (body: unknown) => Request;
  readonly ask: (deps: EndpointDeps, request: Request) => Promise<Asked>;
}

const codeRoutes = <Request extends EnrollmentRequest | SignInRequest>(deps: EndpointDeps, { kind, read, ask }: Way<Request>): Hono => {
  const routes = new Hono();
  routes.post('/', async (c) => {
    const body = await readJson(c);
    const settings = await requireOffered(deps);
    const request = requireText(read(body));
    await limitCodes(c, deps, countedBy(deps.authorizationKey, request));
    const { id, notice } = await ask(deps, request);
    mailLater(c, deps, settings, notice);
    const answer: CodeSent = { id };
    return c.json(answer, 202);
  });
  routes.post('/:id/verify', async (c) => {
    const body = await readJson(c);
    const { sessionMinutes } = await requireOffered(deps);
    const { code } = parseForm(CodeRequest, body);
    await requireRate(deps, [{ name: 'code-tries-by-address', subject: addressOf(c, deps.trustedProxies) }]);
    const answer = await giveCode(deps, { kind, id: readId(c), code, sessionMinutes });
    if (answer === undefined) throw useless();
    return c.json(answer);
  });
  routes.post('/:id/resend', async (c) => {
    const settings = await requireOffered(deps);
    const id = readId(c);
    await limitCodes(c, deps, await countedAgainBy(deps, kind, id));
    const asked = await askAgain(deps, kind, id);
    mailLater(c, deps, settings, asked.notice);
    const answer: CodeSent = { id: asked.id };
    return c.json(answer, 202);
  });
  return routes;
};

export const enrollmentRoutes = (deps: EndpointDeps): Hono =>
  codeRoutes(deps, { kind: 'enrollment', read: (body) => parseForm(EnrollmentRequest, body), ask: askToEnroll });

export const signInRoutes = (deps: EndpointDeps): Hono =>
  codeRoutes(deps, { kind: 'sign-in', read: (body) => parseForm(SignInRequest, body), ask: askToSignIn });
