/**
 * What a payment's ids lead to: the payer's contracts and bank account, and the lender's settings, in one question. Must not judge any of it.
 */
import * as inPostgres from 'kysely/helpers/postgres';
import * as inSqlite from 'kysely/helpers/sqlite';
import { accountOf } from './accounts.js';
import { contractsOf } from './contracts.js';
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
}

/** SQLite gives rows within a row as text. */
const parseNested = <Value>(value: Value): Value => (typeof value === 'string' ? (JSON.parse(value) as Value) : value);

/** JSON would round what is too large to be exact. */
const requireExact = (contract: ContractRow): ContractRow => {
  if (!Number.isSafeInteger(contract.open_value)) throw new RangeError('an amount from the database is too large to be exact');
  return contract;
};

/**
 * One statement, so one way to the server and back. What waits for a lock finds the contracts and the account as they are when it has it;
 * the settings are those of when it asked.
 */
export const readSubmitted = async (trx: Trx, dialect: Store['dialect'], ids: SubmittedIds): Promise<Submitted> => {
  const { jsonArrayFrom, jsonObjectFrom } = dialect === 'postgres' ? inPostgres : inSqlite;
  const mustLock = ids.lock && dialect === 'postgres';
  const contracts = contractsOf(trx, ids.payerId, ids.contractIds).select(contractColumns);
  const account = accountOf(trx, ids.payerId, ids.accountId).select(accountColumns);
  const row = await trx
    .selectFrom('lenders')
    .selectAll()
    .select([
      jsonArrayFrom(mustLock ? contracts.forUpdate() : contracts).as('contracts'),
      jsonObjectFrom(mustLock ? account.forShare() : account).as('account'),
    ])
    .where('id', '=', ids.lenderId)
    .executeTakeFirstOrThrow();
  const { contracts: foundContracts, account: foundAccount, ...lender } = row;
  return {
    settings: toSettings(lender),
    contracts: parseNested(foundContracts).map(requireExact),
    account: parseNested(foundAccount) ?? undefined,
  };
};
