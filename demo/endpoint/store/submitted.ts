/**
 * What a payment's ids lead to: the payer's contracts with what is in flight on them, the bank account, and the lender's settings, in one
 * question. Must not judge any of it.
 */
import * as inPostgres from 'kysely/helpers/postgres';
import * as inSqlite from 'kysely/helpers/sqlite';
import type { InFlight } from '../../../src/api/index.js';
import { accountOf } from './accounts.js';
import { contractsOf } from './contracts.js';
import { byContract, underWayOn } from './in-flight.js';
import { toSettings, type LenderSettings } from './lender.js';
import type { Store } from './open.js';
import type { BankAccountRow, ContractRow } from './schema.js';
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
  /** Locks the contracts in id order, and keeps the account from being removed, until the transaction ends. */
  readonly lock: boolean;
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

/**
 * One statement, so one way to the server and back. What waits for a lock finds contracts and account as they are when it has it; settings
 * and what is in flight are those of when it asked. Whoever changes what is in flight replaces the contract's version with it: so both are
 * of one moment wherever the version is still the one that was sent, which is checked before any amount.
 */
export const readSubmitted = async (trx: Trx, dialect: Store['dialect'], ids: SubmittedIds): Promise<Submitted> => {
  const { jsonArrayFrom, jsonObjectFrom } = dialect === 'postgres' ? inPostgres : inSqlite;
  const mustLock = ids.lock && dialect === 'postgres';
  const contractRows = contractsOf(trx, ids.payerId, ids.contractIds).select(contractColumns);
  const accountRow = accountOf(trx, ids.payerId, ids.accountId).select(accountColumns);
  const row = await trx
    .selectFrom('lenders')
    .selectAll()
    .select([
      jsonArrayFrom(mustLock ? contractRows.forUpdate() : contractRows).as('contractRows'),
      jsonObjectFrom(mustLock ? accountRow.forShare() : accountRow).as('accountRow'),
      jsonArrayFrom(underWayOn(trx, ids.contractIds)).as('underWayRows'),
    ])
    .where('id', '=', ids.lenderId)
    .executeTakeFirstOrThrow();
  const { contractRows: contractText, accountRow: accountText, underWayRows: underWayText, ...lender } = row;
  const contracts = parseNested(contractText);
  const underWay = parseNested(underWayText);
  requireExact([...contracts.map((contract) => contract.open_value), ...underWay.map((payment) => payment.amount_value)]);
  return {
    settings: toSettings(lender),
    contracts,
    account: parseNested(accountText) ?? undefined,
    inFlight: byContract(ids.payerId, contracts, underWay),
  };
};
