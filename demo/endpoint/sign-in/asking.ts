/**
 * Asking for a code, and for a new one: the same work whether or not anything matched, and what is to be mailed, if anything.
 * Sends no mail and writes no answer.
 */
import { createHmac } from 'node:crypto';
import type { EnrollmentRequest, SignInRequest } from '../../../src/api/index.js';
import type { EndpointDeps } from '../deps.js';
import { newId } from '../ids.js';
import { findRequest, keepRequest, replaceOffers, type CodeKind, type Offer } from '../store/code-requests.js';
import { findOnContract, findRegistered, type Match } from '../store/people.js';
import { codeMs, macOfCode, newCodes } from './codes.js';
import type { Notice } from './mails.js';
import { contractNumberKey, emailKey, isSamePostalCode, postalKey } from './matching.js';

/** As long as a new code can be had for a request. */
const requestMs = 60 * 60_000;

type AskingDeps = Pick<EndpointDeps, 'store' | 'now' | 'random' | 'authorizationKey'>;

interface Names {
  readonly firstName: string;
  readonly lastName: string;
}

/** Who asked with what is personal: kept as what tells two of them apart. */
const blind = (key: Uint8Array, ...facts: readonly string[]): string =>
  createHmac('sha256', key)
    .update(['asked-for-code', ...facts].join('\0'), 'utf8')
    .digest('base64url');

/** By what codes are counted: the same for a match and for none. */
export const countedBy = (key: Uint8Array, request: EnrollmentRequest | SignInRequest): string =>
  'contractNumber' in request
    ? blind(key, 'count', emailKey(request.email), contractNumberKey(request.contractNumber))
    : blind(key, 'count', emailKey(request.email));

interface Drawn {
  readonly offers: readonly Offer[];
  readonly notice: Notice | undefined;
}

/** Codes for those who may have one. For nobody one is drawn all the same, and dropped. */
const draw = ({ random, authorizationKey }: AskingDeps, id: string, matches: readonly (Match & Names)[]): Drawn => {
  const codes = newCodes(random, Math.max(1, matches.length));
  const macs = codes.map((code) => macOfCode(authorizationKey, id, code));
  const offers = matches.map(({ payerId, payerName, address, personId, firstName, lastName }, index) => {
    const mac = macs[index] ?? '';
    return { mac, payerId, payerName, address, personId, firstName, lastName };
  });
  const [first] = offers;
  if (first === undefined) return { offers, notice: undefined };
  const named = offers.map(({ payerName }, index) => ({ payerName, code: codes[index] ?? '' }));
  return { offers, notice: { kind: 'codes', to: first.address, codes: named } };
};

export interface Asked {
  readonly id: string;
  readonly notice: Notice | undefined;
}

interface Asking {
  readonly kind: CodeKind;
  readonly subject: string;
  readonly countedBy: string;
  readonly matches: readonly (Match & Names)[];
}

const keep = async (deps: AskingDeps, { matches, ...asking }: Asking): Promise<Asked> => {
  const id = newId(deps.random, 'code');
  const now = deps.now().getTime();
  const { offers, notice } = draw(deps, id, matches);
  await keepRequest(deps.store, { ...asking, id, offers, codeEndsAt: now + codeMs, endsAt: now + requestMs });
  return { id, notice };
};

/** Somebody registered is told so by mail: the answer is the same, and no code of it is worth anything. */
export const askToEnroll = async (deps: AskingDeps, request: EnrollmentRequest): Promise<Asked> => {
  const { firstName, lastName, email, postalCode, contractNumber } = request;
  const facts = { email: emailKey(email), contractNumber: contractNumberKey(contractNumber) };
  const found = await findOnContract(deps.store.db, facts);
  const matches = found.filter((match) => isSamePostalCode(postalCode, match.postalCode, match.country));
  const strangers = matches.filter(({ personId }) => personId === null);
  const asked = await keep(deps, {
    kind: 'enrollment',
    // Whoever knows less than all of it can't end somebody's code.
    subject: blind(deps.authorizationKey, 'enrollment', facts.email, facts.contractNumber, postalKey(postalCode, 'US')),
    countedBy: countedBy(deps.authorizationKey, request),
    matches: strangers.map((match) => ({ ...match, firstName: firstName.trim(), lastName: lastName.trim() })),
  });
  const [known] = matches;
  return strangers.length > 0 || known === undefined ? asked : { ...asked, notice: { kind: 'registered', to: known.address } };
};

const noNames = { firstName: '', lastName: '' };

export const askToSignIn = async (deps: AskingDeps, request: SignInRequest): Promise<Asked> => {
  const email = emailKey(request.email);
  const matches = (await findRegistered(deps.store.db, email)).map((match) => ({ ...match, ...noNames }));
  const subject = blind(deps.authorizationKey, 'sign-in', email);
  return keep(deps, { kind: 'sign-in', subject, countedBy: countedBy(deps.authorizationKey, request), matches });
};

/** By what another code is counted; for an id nobody knows, by that id. */
export const countedAgainBy = async ({ store, now, authorizationKey }: AskingDeps, kind: CodeKind, id: string): Promise<string> => {
  const known = await findRequest(store.db, { id, kind, now: now().getTime() });
  return known?.countedBy ?? blind(authorizationKey, 'unknown', id);
};

/** In the place of codes that are over. Nobody can give it: what is given has six digits. */
const closed = (key: Uint8Array, id: string, offers: readonly Offer[]): readonly Offer[] =>
  offers.map((offer) => ({ ...offer, mac: macOfCode(key, id, '') }));

/** A new code in the place of the old. Nothing comes of an id that is unknown or over, and it isn't said back. */
export const askAgain = async (deps: AskingDeps, kind: CodeKind, id: string): Promise<Asked> => {
  const { store, random, authorizationKey } = deps;
  const now = deps.now().getTime();
  const known = await findRequest(store.db, { id, kind, now });
  const offers = known?.offers ?? [];
  const address = offers[0]?.address ?? '';
  // Registered since, with a code whose answer was lost: another would be of no use to them.
  const registered = (await findRegistered(store.db, emailKey(address))).map(({ payerId }) => payerId);
  const open = kind === 'enrollment' ? offers.filter(({ payerId }) => !registered.includes(payerId)) : offers;
  const drawn = draw(deps, id, open);
  // Kept for those who registered, so that they are told again, but not with the code they used. The row stays open as it does for nobody:
  // were it ended, a try would write nothing, and the time it takes would say that there had been a match.
  await replaceOffers(store, id, open.length > 0 ? drawn.offers : closed(authorizationKey, id, offers), now + codeMs);
  const isRegistered = offers.length > 0 && open.length === 0;
  return { id: known ? id : newId(random, 'code'), notice: isRegistered ? { kind: 'registered', to: address } : drawn.notice };
};
