/**
 * What a payment's ids lead to: the payer's contracts with what is in flight on them, the bank account, and the lender's settings, in one
 * question, which claims the payment's key where the database takes both at once. Must not judge any of it.
 */
import type { Kysely } from 'kysely';
import * as inPostgres from 'kysely/helpers/postgres';
import * as inSqlite from 'kysely/helpers/sqlite';
import type { InFlight } from '../../../src/api/index.js';
import { accountOf } from './accounts.js';
import { contractsOf } from './contracts.js';
import { byContract, underWayOn, type UnderWay } from './in-flight.js';
import { keep } from './kept-queries.js';
import { lenderColumns, toSettings, type LenderSettings } from './lender.js';
import type { Store } from './open.js';
import { claimKey, claimOf, findKey, toClaimFailure, type Claim, type KeyRow } from './payment-keys.js';
import type { KeyScope } from './payments.js';
import type { BankAccountRow, ContractRow, Database, LenderRow } from './schema.js';
import type { Trx } from './transactions.js';

const contractColumns = [
  'id',
  'lender_id',
  'number',
  'number_search',
  'description',
  'status',
  'currency',
  'version',
  'autopay_next_date',
  'not_payable_reason',
  'problem',
  'billing_postal_code',
  'billing_country',
  'open_value',
  'due_order',
] as const satisfies readonly (keyof ContractRow)[];

/** Not the number, sealed as it is. */
const accountColumns = [
  'id',
  'label',
  'last4',
  'holder_type',
  'currency',
  'status',
  'help',
] as const satisfies readonly (keyof BankAccountRow)[];

export type SubmittedAccount = Pick<BankAccountRow, (typeof accountColumns)[number]>;

export interface SubmittedIds {
  readonly lenderId: string;
  readonly payerId: string;
  readonly contractIds: readonly string[];
  readonly accountId: string;
}

export interface Submitted {
  readonly settings: LenderSettings;
  /** In id order; a missing contract and another payer's are left out alike. */
  readonly contracts: readonly ContractRow[];
  readonly account: SubmittedAccount | undefined;
  readonly inFlight: ReadonlyMap<string, readonly InFlight[]>;
}

/** SQLite gives rows within a row as text. */
const parseNested = <Value>(value: Value): Value => (typeof value === 'string' ? (JSON.parse(value) as Value) : value);

/** JSON would round what is too large to be exact. */
const requireExact = (amounts: readonly number[]): void => {
  if (!amounts.every(Number.isSafeInteger)) throw new RangeError('an amount from the database is too large to be exact');
};

const selections = (db: Kysely<Database>, dialect: Store['dialect'], ids: SubmittedIds, { mustLock }: { readonly mustLock: boolean }) => {
  const { jsonArrayFrom, jsonObjectFrom } = dialect === 'postgres' ? inPostgres : inSqlite;
  const contractRows = contractsOf(db, ids.payerId, ids.contractIds).select(contractColumns);
  const accountRow = accountOf(db, ids.payerId, ids.accountId).select(accountColumns);
  return [
    ...lenderColumns,
    jsonArrayFrom(mustLock ? contractRows.forUpdate() : contractRows).as('contractRows'),
    jsonObjectFrom(mustLock ? accountRow.forShare() : accountRow).as('accountRow'),
    jsonArrayFrom(underWayOn(db, ids.contractIds)).as('underWayRows'),
  ] as const;
};

type SubmittedRow = LenderRow & {
  readonly contractRows: ContractRow[];
  readonly accountRow: SubmittedAccount | null;
  readonly underWayRows: UnderWay[];
};

const toSubmitted = (row: SubmittedRow, payerId: string): Submitted => {
  const { contractRows, accountRow, underWayRows, ...lender } = row;
  const contracts = parseNested(contractRows);
  const underWay = parseNested(underWayRows);
  requireExact([...contracts.map((contract) => contract.open_value), ...underWay.map((payment) => payment.amount_value)]);
  return {
    settings: toSettings(lender),
    contracts,
    account: parseNested(accountRow) ?? undefined,
    inFlight: byContract(payerId, contracts, underWay),
  };
};

const readIn = (dialect: Store['dialect']) =>
  keep((db, ids: SubmittedIds) =>
    db
      .selectFrom('lenders')
      .select(selections(db, dialect, ids, { mustLock: false }))
      .where('lenders.id', '=', ids.lenderId),
  );

const read = { sqlite: readIn('sqlite'), postgres: readIn('postgres') };

/** To be looked at only: nothing is locked. One statement, so one way to the server and back. */
export const readSubmitted = async (trx: Trx, dialect: Store['dialect'], ids: SubmittedIds): Promise<Submitted> => {
  const [row] = (await read[dialect](trx, ids)).rows;
  if (row === undefined) throw new Error('the lender is gone');
  return toSubmitted(row, ids.payerId);
};

interface ToClaim {
  readonly ids: SubmittedIds;
  readonly scope: KeyScope;
  readonly claim: Claim;
}

/** One row where the key is ours, since the lender is there as long as the payer; none where it was somebody's. */
const claimAtOnce = keep((db, { ids, scope, claim }: ToClaim) =>
  db
    .with('claimed', (creator) => claimOf(creator, scope, claim).returning('payment_keys.key as claimedKey'))
    .selectFrom('claimed')
    .innerJoin('lenders', (join) => join.on('lenders.id', '=', ids.lenderId))
    .select(selections(db, 'postgres', ids, { mustLock: true })),
);

/** A payment's key is ours, and this is what it is for; or somebody had it before. */
export type Claimed =
  { readonly submitted: Submitted; readonly taken?: undefined } | { readonly submitted?: undefined; readonly taken: KeyRow };

/**
 * Claims the key, then reads what is to be paid. Must be the transaction's first statement.
 *
 * On PostgreSQL both are one statement. Contracts are locked in id order, and the account is kept from being removed, until the transaction
 * ends; nothing is locked before the key is ours. What waited, for a key or a lock, finds contracts and account as they are when it has it;
 * settings and what is in flight are those of when it asked. Whoever changes what is in flight replaces the contract's version with it: so both
 * are of one moment wherever the version is still the one that was sent, which is checked before any amount.
 */
export const claimSubmitted = async (trx: Trx, dialect: Store['dialect'], asked: ToClaim): Promise<Claimed> => {
  const { ids, scope, claim } = asked;
  if (dialect === 'sqlite') {
    const taken = await claimKey(trx, scope, claim);
    return taken === undefined ? { submitted: await readSubmitted(trx, dialect, ids) } : { taken };
  }
  const { rows } = await claimAtOnce(trx, asked).catch((error: unknown) => {
    throw toClaimFailure(error);
  });
  const [row] = rows;
  if (row !== undefined) return { submitted: toSubmitted(row, ids.payerId) };
  const taken = await findKey(trx, scope);
  if (taken === undefined) throw new Error('a key was neither claimed nor there');
  return { taken };
};
