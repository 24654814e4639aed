/**
 * The payer's contracts: found, searched, sorted, counted and summed. Every query starts from who may see them.
 */
import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { PlainDate, Totals } from '../../../src/api/index.js';
import { keep } from './kept-queries.js';
import type { Store } from './open.js';
import { readSums } from './payer-lists.js';
import type { ContractRow, Database } from './schema.js';
import type { Trx } from './transactions.js';

export const contractSorts = ['dueDate', 'number', 'open'] as const;
export type ContractSort = (typeof contractSorts)[number];

export interface ContractFilter {
  readonly payerId: string;
  readonly status: 'open' | 'closed';
  /** Part of a contract number or of an open invoice's; undefined: all. */
  readonly search: string | undefined;
}

/** Where a page ended: the value sorted by, and the id. */
export type ContractPosition = readonly [value: string | number, id: string];

export interface ContractList extends ContractFilter {
  readonly sort: ContractSort;
  readonly after: ContractPosition | undefined;
  readonly limit: number;
}

const likeText = (search: string): string => `%${search.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

const matching = (db: Kysely<Database>, { payerId, status, search }: ContractFilter) => {
  const query = db
    .selectFrom('contract_payers')
    .innerJoin('contracts', 'contracts.id', 'contract_payers.contract_id')
    .where('contract_payers.payer_id', '=', payerId)
    .where('contract_payers.status', '=', status);
  if (search === undefined) return query;
  const pattern = likeText(search);
  return query.where((where) =>
    where.or([
      sql<boolean>`contracts.number_search like ${pattern} escape '\\'`,
      where.exists(
        where
          .selectFrom('invoices')
          .select('invoices.id')
          .whereRef('invoices.contract_id', '=', 'contracts.id')
          .where('invoices.open_value', '<>', 0)
          .where(sql<boolean>`invoices.number_search like ${pattern} escape '\\'`),
      ),
    ]),
  );
};

export const sortedBy = (row: ContractRow, sort: ContractSort): ContractPosition => {
  switch (sort) {
    case 'dueDate':
      return [row.due_order, row.id];
    case 'number':
      return [row.number, row.id];
    case 'open':
      return [row.open_value, row.id];
  }
};

/** Each with an index of its own, behind payer and status. */
const listOrders = {
  dueDate: 'contract_payers.due_order',
  number: 'contract_payers.number',
  open: 'contract_payers.open_order',
} as const satisfies Record<ContractSort, string>;

/** Oldest due date first, number ascending, or most open first; ids settle ties. */
export const listContracts = (db: Kysely<Database>, { sort, after, limit, ...filter }: ContractList): Promise<ContractRow[]> => {
  const column = listOrders[sort];
  const query = matching(db, filter).selectAll('contracts').limit(limit).orderBy(column).orderBy('contract_payers.contract_id');
  if (after === undefined) return query.execute();
  const place = sort === 'open' ? 0 - Number(after[0]) : String(after[0]);
  // Both values in one comparison: an index leads to the place, however deep it lies.
  return query.where(sql<boolean>`(${sql.ref(column)}, contract_payers.contract_id) > (${place}, ${after[1]})`).execute();
};

const sumOf = (column: 'invoices.open_value' | 'contracts.open_value') => sql<number>`cast(coalesce(sum(${sql.ref(column)}), 0) as bigint)`;

const pastDueSum = (today: PlainDate) =>
  sql<number>`cast(coalesce(sum(case when invoices.due_date < ${today} then invoices.open_value else 0 end), 0) as bigint)`;

/** Over the whole result: how many contracts, and what they sum to per currency. Only what a search finds has to be added up. */
export const sumContracts = (
  db: Kysely<Database>,
  filter: ContractFilter,
  today: PlainDate,
): Promise<{ total: number; totals: Totals[] }> =>
  filter.search === undefined ? readSums(db, filter, today) : sumFound(db, filter, today);

const sumFound = async (db: Kysely<Database>, filter: ContractFilter, today: PlainDate): Promise<{ total: number; totals: Totals[] }> => {
  const open = await matching(db, filter)
    .select(['contracts.currency', sql<number>`cast(count(*) as bigint)`.as('count'), sumOf('contracts.open_value').as('open')])
    .groupBy('contracts.currency')
    .orderBy('contracts.currency')
    .execute();
  const due = await matching(db, filter)
    .innerJoin('invoices', 'invoices.contract_id', 'contracts.id')
    .where('invoices.due_date', '<=', today)
    .select(['contracts.currency', pastDueSum(today).as('pastDue'), sumOf('invoices.open_value').as('due')])
    .groupBy('contracts.currency')
    .execute();
  const dueIn = new Map(due.map((sums) => [sums.currency, sums]));
  return {
    total: open.reduce((sum, { count }) => sum + count, 0),
    totals: open.map((sums) => ({
      pastDue: { value: dueIn.get(sums.currency)?.pastDue ?? 0, currency: sums.currency },
      due: { value: dueIn.get(sums.currency)?.due ?? 0, currency: sums.currency },
      open: { value: sums.open, currency: sums.currency },
    })),
  };
};

export interface ContractSums {
  readonly pastDue: number;
  readonly due: number;
  /** First due date after today with anything open. */
  readonly nextDueDate: PlainDate | undefined;
}

/** What is due of each contract. */
export const readDue = async (
  db: Kysely<Database>,
  contractIds: readonly string[],
  today: PlainDate,
): Promise<Map<string, ContractSums>> => {
  if (contractIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('invoices')
    .select([
      'contract_id',
      pastDueSum(today).as('pastDue'),
      sql<number>`cast(coalesce(sum(case when invoices.due_date <= ${today} then invoices.open_value else 0 end), 0) as bigint)`.as('due'),
      sql<string | null>`min(case when invoices.due_date > ${today} then invoices.due_date end)`.as('next'),
    ])
    .where('contract_id', 'in', [...contractIds])
    .where('open_value', '<>', 0)
    .groupBy('contract_id')
    .execute();
  return new Map(rows.map(({ contract_id: id, pastDue, due, next }) => [id, { pastDue, due, nextDueDate: next ?? undefined }]));
};

/** Undefined for a missing contract and for another payer's alike. */
export const findContract = (db: Kysely<Database>, payerId: string, id: string): Promise<ContractRow | undefined> =>
  db
    .selectFrom('contract_payers')
    .innerJoin('contracts', 'contracts.id', 'contract_payers.contract_id')
    .selectAll('contracts')
    .where('contract_payers.payer_id', '=', payerId)
    .where('contracts.id', '=', id)
    .executeTakeFirst();

/** The payer's contracts among these ids, in id order: the order in which everybody locks them, posting included. */
export const contractsOf = (db: Kysely<Database>, payerId: string, ids: readonly string[]) =>
  db
    .selectFrom('contracts')
    .where('id', 'in', [...ids])
    // Asked of each contract: a list of all the payer's would be made for every payment.
    .where((where) =>
      where.exists(
        where.selectFrom('contract_payers').select('payer_id').where('payer_id', '=', payerId).whereRef('contract_id', '=', 'contracts.id'),
      ),
    )
    .orderBy('id');

const setVersion = keep((db, { id, version, next }: { readonly id: string; readonly version: string; readonly next: string }) =>
  db.updateTable('contracts').set({ version: next }).where('id', '=', id).where('version', '=', version),
);

/** One conditional update: false when somebody else has changed the contract meanwhile. */
export const replaceVersion = async (trx: Trx, contract: Pick<ContractRow, 'id' | 'version'>, version: string): Promise<boolean> => {
  const { numAffectedRows } = await setVersion(trx, { id: contract.id, version: contract.version, next: version });
  return numAffectedRows === 1n;
};

/** The contracts whatever payer sees them, locked in id order until the transaction ends: for the lender's side. */
export const lockContracts = (
  trx: Trx,
  dialect: Store['dialect'],
  ids: readonly string[] | SelectQueryBuilder<Database, 'payments' | 'alternate_efts', { contract_id: string }>,
): Promise<ContractRow[]> => {
  const query = trx.selectFrom('contracts').selectAll().where('id', 'in', ids).orderBy('id');
  return dialect === 'postgres' ? query.forUpdate().execute() : query.execute();
};

/** Of a contract this transaction has locked. */
export const requireNewVersion = async (trx: Trx, contract: Pick<ContractRow, 'id' | 'version'>, version: string): Promise<void> => {
  const isReplaced = await replaceVersion(trx, contract, version);
  if (!isReplaced) throw new Error(`The contract ${contract.id} changed while it was locked.`);
};
