/**
 * Codes that were asked for, and what each would open. One row a subject: a new code takes the place of the old.
 * Holds nothing about who matched nothing.
 */
import { sql, type Kysely } from 'kysely';
import * as z from 'zod/mini';
import type { Store } from './open.js';
import type { Database } from './schema.js';
import type { Trx } from './transactions.js';

/** One account that a code opens. */
const Offer = z.object({
  mac: z.string(),
  payerId: z.string(),
  payerName: z.string(),
  address: z.string(),
  /** Null: giving the code registers the person. */
  personId: z.nullable(z.string()),
  firstName: z.string(),
  lastName: z.string(),
});
export type Offer = z.infer<typeof Offer>;

export type CodeKind = 'enrollment' | 'sign-in';

export interface CodeRequest {
  readonly id: string;
  readonly kind: CodeKind;
  /** HMAC of what was asked with. */
  readonly subject: string;
  /** HMAC of what further codes are counted by. */
  readonly countedBy: string;
  readonly offers: readonly Offer[];
  /** Milliseconds since 1970: when the code ends, and when no new one can be had any more. */
  readonly codeEndsAt: number;
  readonly endsAt: number;
}

const Offers = z.array(Offer);
const readOffers = (text: string): Offer[] => z.parse(Offers, JSON.parse(text));

/** One statement, whether or not anything matched. */
export const keepRequest = async (store: Store, request: CodeRequest): Promise<void> => {
  const row = {
    subject: request.subject,
    id: request.id,
    kind: request.kind,
    counted_by: request.countedBy,
    offers: JSON.stringify(request.offers),
    tries: 0,
    code_ends_at: request.codeEndsAt,
    ends_at: request.endsAt,
  };
  const { subject: _subject, ...rest } = row;
  await store.light
    .insertInto('code_requests')
    .values(row)
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(rest))
    .execute();
};

export interface RequestKey {
  readonly id: string;
  readonly kind: CodeKind;
  readonly now: number;
}

/** A request for which a new code can still be had. */
export const findRequest = async (
  db: Kysely<Database>,
  { id, kind, now }: RequestKey,
): Promise<{ readonly countedBy: string; readonly offers: Offer[] } | undefined> => {
  const row = await db
    .selectFrom('code_requests')
    .select(['counted_by', 'offers'])
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('ends_at', '>', now)
    .executeTakeFirst();
  return row && { countedBy: row.counted_by, offers: readOffers(row.offers) };
};

/** New codes in the place of the old, with new tries. */
export const replaceOffers = async (store: Store, id: string, offers: readonly Offer[], codeEndsAt: number): Promise<void> => {
  await store.light
    .updateTable('code_requests')
    .set({ offers: JSON.stringify(offers), tries: 0, code_ends_at: codeEndsAt })
    .where('id', '=', id)
    .execute();
};

/** Counts a try and gives what could be opened by it; undefined where the code is dead, used or unknown. */
export const takeTry = async (trx: Trx, { id, kind, now }: RequestKey, mostTries: number): Promise<Offer[] | undefined> => {
  const row = await trx
    .updateTable('code_requests')
    .set({ tries: sql<number>`tries + 1` })
    .where('id', '=', id)
    .where('kind', '=', kind)
    .where('code_ends_at', '>', now)
    .where('tries', '<', mostTries)
    .returning('offers')
    .executeTakeFirst();
  return row && readOffers(row.offers);
};

/** It works no second time. */
export const spendCode = async (trx: Trx, id: string): Promise<void> => {
  await trx.updateTable('code_requests').set({ code_ends_at: 0 }).where('id', '=', id).execute();
};
