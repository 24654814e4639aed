/**
 * Who calls: the payer behind the bearer token or the site's cookie, named in every answer, and what their lender allows: one question for
 * both. Knows nothing of what is asked.
 */
import { getCookie } from 'hono/cookie';
import type { Context, MiddlewareHandler } from 'hono';
import type { EndpointDeps } from '../deps.js';
import { sha256Hex } from '../json.js';
import { ProblemError } from '../problems.js';
import { keep } from '../store/kept-queries.js';
import { lenderColumns, toSettings, type LenderSettings } from '../store/lender.js';
import { findSession } from '../store/sessions.js';
import { requireSameSite } from './same-site.js';

/** The customer account, and the person who signed in for it. */
export interface Who {
  readonly payerId: string;
  readonly payerName: string;
  readonly lenderId: string;
  readonly personName: string;
  readonly personEmail: string;
  /** When the sign-in ends; absent for the site's own, whose end the site knows. */
  readonly expiresAt?: Date;
}

export interface EndpointEnv {
  Variables: {
    who: Who;
    /** Of the payer's lender, as they were when the request came. */
    settings: LenderSettings;
  };
}

type Known = EndpointEnv['Variables'];

const payerHeader = 'Aspire-Pay-Payer';

/** Somebody who signed in by a mailed code. */
const findPerson = async ({ store, now }: EndpointDeps, tokenHash: string): Promise<Known | undefined> => {
  const session = await findSession(store.db, tokenHash, now().getTime());
  if (session === undefined) return undefined;
  const { payerId, payerName, firstName, lastName, address, endsAt, ...lender } = session;
  const person = { personName: `${firstName} ${lastName}`, personEmail: address, expiresAt: new Date(endsAt) };
  return { who: { payerId, payerName, lenderId: lender.id, ...person }, settings: toSettings(lender) };
};

const readPayer = keep((db, { tokenHash }: { readonly tokenHash: string }) =>
  db
    .selectFrom('payers')
    .innerJoin('lenders', 'lenders.id', 'payers.lender_id')
    .select([
      ...lenderColumns,
      'payers.id as payerId',
      'payers.name as payerName',
      'payers.contact_name as personName',
      'payers.contact_email as personEmail',
    ])
    .where('payers.token_hash', '=', tokenHash),
);

const findPayer = async ({ store }: EndpointDeps, tokenHash: string): Promise<Known | undefined> => {
  const [payer] = (await readPayer(store.db, { tokenHash })).rows;
  if (payer === undefined) return undefined;
  const { payerId, payerName, personName, personEmail, ...lender } = payer;
  return { who: { payerId, payerName, lenderId: lender.id, personName, personEmail }, settings: toSettings(lender) };
};

const bearerToken = (c: Context): string | undefined => /^Bearer +([A-Za-z0-9._~+/=-]+) *$/i.exec(c.req.header('authorization') ?? '')?.[1];

/** A header that is there counts alone: nobody is signed in by a cookie after their token has ended. */
const readToken = (c: Context, { cookieName, origins }: EndpointDeps): string | undefined => {
  if (cookieName === undefined || c.req.header('authorization') !== undefined) return bearerToken(c);
  const token = getCookie(c, cookieName);
  if (token !== undefined) requireSameSite(c, origins);
  return token;
};

export const authenticate =
  (deps: EndpointDeps): MiddlewareHandler<EndpointEnv> =>
  async (c, next) => {
    const token = readToken(c, deps);
    const hash = token === undefined ? undefined : sha256Hex(token);
    const known = hash === undefined ? undefined : ((await findPayer(deps, hash)) ?? (await findPerson(deps, hash)));
    if (known === undefined) throw new ProblemError('unauthenticated', 'Sign in to go on.');
    c.set('who', known.who);
    c.set('settings', known.settings);
    await next();
    c.res.headers.set(payerHeader, known.who.payerId);
  };

/** The page was drawn for one payer and the token is another's by now: nothing may be read, written or voided. */
export const requireSamePayer = (c: Context<EndpointEnv>): void => {
  const named = c.req.header(payerHeader);
  if (named !== undefined && named !== c.get('who').payerId) {
    throw new ProblemError('payer-mismatch', 'The page belongs to another sign-in. Load it again.');
  }
};

export const samePayer: MiddlewareHandler<EndpointEnv> = async (c, next) => {
  requireSamePayer(c);
  await next();
};
