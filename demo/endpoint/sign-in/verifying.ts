/**
 * Giving a code: once, in time, within its tries; and the session that comes of it. Wrong, used, dead and unmatched are one to the caller.
 */
import type { SignedIn } from '../../../src/api/index.js';
import type { EndpointDeps } from '../deps.js';
import { newId, newToken } from '../ids.js';
import { sha256Hex } from '../json.js';
import { spendCode, takeTry, type CodeKind, type Offer } from '../store/code-requests.js';
import { register } from '../store/people.js';
import { keepSession } from '../store/sessions.js';
import { write, type Trx } from '../store/transactions.js';
import { findByMac, macOfCode, mostTries } from './codes.js';
import { emailKey } from './matching.js';

type VerifyingDeps = Pick<EndpointDeps, 'store' | 'now' | 'random' | 'authorizationKey'>;

export interface GivenCode {
  readonly kind: CodeKind;
  readonly id: string;
  readonly code: string;
  readonly sessionMinutes: number;
}

const personOf = ({ random }: VerifyingDeps, trx: Trx, offer: Offer, now: Date): Promise<string> | string => {
  const { personId, payerId, address, firstName, lastName } = offer;
  if (personId !== null) return personId;
  const id = newId(random, 'person');
  return register(trx, { id, payerId, email: emailKey(address), address, firstName, lastName, registeredAt: now.toISOString() });
};

/** A token for the account the code opens, or undefined. A try that fails is counted all the same. */
export const giveCode = async (deps: VerifyingDeps, { kind, id, code, sessionMinutes }: GivenCode): Promise<SignedIn | undefined> => {
  const mac = macOfCode(deps.authorizationKey, id, code);
  return write(deps.store, async (trx) => {
    const now = deps.now();
    const offers = await takeTry(trx, { id, kind, now: now.getTime() }, mostTries);
    const offer = findByMac(offers ?? [], mac);
    if (offer === undefined) return undefined;
    await spendCode(trx, id);
    const personId = await personOf(deps, trx, offer, now);
    const token = newToken(deps.random);
    const endsAt = now.getTime() + sessionMinutes * 60_000;
    await keepSession(trx, { tokenHash: sha256Hex(token), personId, createdAt: now.toISOString(), endsAt });
    return { token, expiresAt: new Date(endsAt).toISOString() };
  });
};
