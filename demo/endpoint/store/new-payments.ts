/**
 * What a payment writes besides its key: the new versions of its contracts, the payments, and a record for each. One statement where the
 * database takes it, since each is a way to the server and back. Must not know what was checked before.
 */
import { sql, type QueryCreator } from 'kysely';
import { bareValues } from './bare-values.js';
import { replaceVersion } from './contracts.js';
import { keep } from './kept-queries.js';
import type { Store } from './open.js';
import type { ContractRow, Database, NewRow, PaymentRow } from './schema.js';
import type { Trx } from './transactions.js';

export interface NewVersion {
  readonly contract: Pick<ContractRow, 'id' | 'version'>;
  /** What the contract's version is from now on. */
  readonly version: string;
}

export interface NewPayments {
  readonly versions: readonly NewVersion[];
  readonly payments: readonly PaymentRow[];
  readonly records: readonly NewRow<'alternate_efts'>[];
}

type Creator = QueryCreator<Database>;

const insertPayments = (db: Creator, payments: readonly PaymentRow[]) => db.insertInto('payments').values(payments);

const insertRecords = (db: Creator, records: readonly NewRow<'alternate_efts'>[]) => db.insertInto('alternate_efts').values(records);

/** Each conditional by itself: a contract that has changed meanwhile keeps its version, and isn't among those given. */
const replaceVersions = (db: Creator, versions: readonly NewVersion[]) => {
  const rows = versions.map(({ contract, version }) => sql`(${contract.id}, ${contract.version}, ${version})`);
  return db
    .updateTable('contracts')
    .from(bareValues(rows, 'fresh'))
    .set((column) => ({ version: column.ref('fresh.column3') }))
    .whereRef('contracts.id', '=', 'fresh.column1')
    .whereRef('contracts.version', '=', 'fresh.column2')
    .returning('contracts.id');
};

/** The contracts are locked: in which order they are written doesn't matter. What points at what is checked after all of it. */
const writeAtOnce = keep((db, { versions, payments, records }: NewPayments) =>
  db
    .with('replaced', (creator) => replaceVersions(creator, versions))
    .with('made', (creator) => insertPayments(creator, payments))
    .with('recorded', (creator) => insertRecords(creator, records))
    .selectFrom('replaced')
    .select('replaced.id'),
);

const writeMade = keep((db, { payments }: Pick<NewPayments, 'payments'>) => insertPayments(db, payments));
const writeRecorded = keep((db, { records }: Pick<NewPayments, 'records'>) => insertRecords(db, records));

const writeInTurn = async (trx: Trx, { versions, payments, records }: NewPayments): Promise<ReadonlySet<string>> => {
  const replaced = new Set<string>();
  for (const { contract, version } of [...versions].sort((a, b) => (a.contract.id < b.contract.id ? -1 : 1))) {
    if (await replaceVersion(trx, contract, version)) replaced.add(contract.id);
  }
  await writeMade(trx, { payments });
  await writeRecorded(trx, { records });
  return replaced;
};

/** Gives the ids of the contracts whose version was replaced. Where one is missing the transaction must be rolled back. */
export const writePayments = async (trx: Trx, dialect: Store['dialect'], made: NewPayments): Promise<ReadonlySet<string>> =>
  dialect === 'postgres' ? new Set((await writeAtOnce(trx, made)).rows.map(({ id }) => id)) : writeInTurn(trx, made);
