/**
 * What session and list, asked for in parallel, say together: data, a fault, or that they are not of one person.
 * Pure; knows nothing of what is on screen.
 */
import type { Contract, PublicLender, Session } from '../api/index.js';
import type { ContractList, Result } from '../client/client.js';
import type { Fault } from '../domain/errors.js';

export type Reading =
  | { readonly kind: 'read'; readonly session: Session; readonly list: ContractList }
  /** Somebody else has signed in between the two, or since the last time. */
  | { readonly kind: 'payer-changed' }
  /** `payerId` where the session, or the list, could be read all the same. */
  | { readonly kind: 'failed'; readonly fault: Fault; readonly payerId?: string };

export const joinReading = (session: Result<Session>, list: Result<ContractList>): Reading => {
  const failed = !session.ok ? session : !list.ok ? list : undefined;
  if (failed?.fault.code === 'payer-changed') return { kind: 'payer-changed' };
  if (!session.ok) return { kind: 'failed', fault: session.fault, ...(list.ok && list.payer !== undefined && { payerId: list.payer }) };
  const { payer } = session.value;
  if (!list.ok) return { kind: 'failed', fault: list.fault, payerId: payer.id };
  const isForAnother = list.payer !== undefined && list.payer !== payer.id;
  return isForAnother ? { kind: 'payer-changed' } : { kind: 'read', session: session.value, list: list.value };
};

/** One contract shown alone looks like a list of one. */
export const asList = (found: Result<Contract>): Result<ContractList> =>
  found.ok
    ? {
        ...found,
        value: { items: [found.value], nextCursor: null, asOf: found.value.invoices.asOf, total: 1, totals: [found.value.totals] },
      }
    : found;

/** The lender, as anybody may know it. */
export const asPublic = ({ lender, features, theme }: Session): PublicLender => ({
  id: lender.id,
  name: lender.name,
  ...(lender.logoUrl === undefined ? {} : { logoUrl: lender.logoUrl }),
  ...(theme && { theme }),
  enrollment: features.enrollment,
});

/** Undefined where not even that could be read. */
export const readLender = (found: Result<PublicLender>): PublicLender | undefined => (found.ok ? found.value : undefined);
