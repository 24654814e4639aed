/**
 * Who is on file and who has registered: by e-mail and contract number, by e-mail alone. Knows no codes and no tokens.
 */
import type { Kysely } from 'kysely';
import type { Database } from './schema.js';
import type { Trx } from './transactions.js';

/** Fewer would do: one address speaks for few customers. */
const mostMatches = 10;

/** A customer account that an e-mail address speaks for. */
export interface Match {
  readonly payerId: string;
  readonly payerName: string;
  /** As it is on file; what was typed may differ in case. */
  readonly address: string;
  /** Set where somebody has registered for this account with this address. */
  readonly personId: string | null;
}

export interface ContractMatch extends Match {
  readonly postalCode: string | null;
  readonly country: string;
}

const byPayer = <Found extends Match>(found: readonly Found[]): Found[] =>
  found.filter(({ payerId }, index) => found.findIndex((other) => other.payerId === payerId) === index);

/** Payers of a booked contract for whom this address stands: their own, one of a contact's, or the contract's bill-to. */
export const findOnContract = async (
  db: Kysely<Database>,
  { email, contractNumber }: { readonly email: string; readonly contractNumber: string },
): Promise<ContractMatch[]> =>
  byPayer(
    await db
      .selectFrom('contracts')
      .innerJoin('contract_payers', 'contract_payers.contract_id', 'contracts.id')
      .innerJoin('payers', 'payers.id', 'contract_payers.payer_id')
      .innerJoin('emails_on_file as emails', 'emails.payer_id', 'payers.id')
      .leftJoin('people', (join) => join.onRef('people.payer_id', '=', 'payers.id').onRef('people.email', '=', 'emails.email'))
      .select([
        'payers.id as payerId',
        'payers.name as payerName',
        'emails.address',
        'people.id as personId',
        'contracts.billing_postal_code as postalCode',
        'contracts.billing_country as country',
      ])
      .where('contracts.number_search', '=', contractNumber)
      .where('contracts.status', '=', 'open')
      .where('emails.email', '=', email)
      .where((where) => where.or([where('emails.contract_id', '=', ''), where('emails.contract_id', '=', where.ref('contracts.id'))]))
      .orderBy('payers.id')
      .limit(mostMatches)
      .execute(),
  );

/** Accounts for which somebody has registered with this address. One that is no longer on file opens nothing. */
export const findRegistered = async (db: Kysely<Database>, email: string): Promise<Match[]> =>
  db
    .selectFrom('people')
    .innerJoin('payers', 'payers.id', 'people.payer_id')
    .innerJoin('emails_on_file as emails', (join) =>
      join.onRef('emails.payer_id', '=', 'people.payer_id').onRef('emails.email', '=', 'people.email'),
    )
    .select(({ fn }) => [
      'payers.id as payerId',
      'payers.name as payerName',
      'people.id as personId',
      fn.min<string>('emails.address').as('address'),
    ])
    .where('people.email', '=', email)
    .groupBy(['payers.id', 'payers.name', 'people.id'])
    .orderBy('payers.id')
    .limit(mostMatches)
    .execute();

export interface NewPerson {
  readonly id: string;
  readonly payerId: string;
  readonly email: string;
  readonly address: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly registeredAt: string;
}

/** Gives the person's id: of two who register at once with one address, both are the first. */
export const register = async (trx: Trx, person: NewPerson): Promise<string> => {
  const { id, payerId, email, address, firstName, lastName, registeredAt } = person;
  await trx
    .insertInto('people')
    .values({ id, payer_id: payerId, email, address, first_name: firstName, last_name: lastName, registered_at: registeredAt })
    .onConflict((conflict) => conflict.columns(['email', 'payer_id']).doNothing())
    .execute();
  const kept = await trx
    .selectFrom('people')
    .select('id')
    .where('email', '=', email)
    .where('payer_id', '=', payerId)
    .executeTakeFirstOrThrow();
  return kept.id;
};
