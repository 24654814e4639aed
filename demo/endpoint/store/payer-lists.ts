/**
 * What a payer's list of contracts is sorted, counted and summed by, kept beside contracts and invoices: a first page costs the same however
 * many contracts there are. Knows no pages.
 */
import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { PlainDate, Totals } from '../../../src/api/index.js';
import type { Store } from './open.js';
import type { ContractRow, Database } from './schema.js';
import type { Trx } from './transactions.js';

/** What of a contract stands on its payers' lists, too. `open_order` rises where the open amount falls: most open comes first. */
export const listColumns = ({
  status,
  number,
  due_order,
  open_value,
}: Pick<ContractRow, 'status' | 'number' | 'due_order' | 'open_value'>) => ({
  status,
  number,
  due_order,
  open_order: 0 - open_value,
});

/** The sums of everything there is, into empty tables. Part of a migration: what is released stays as it is. */
export const fillSums = async (db: Kysely<Database>): Promise<void> => {
  await sql`insert into payer_sums (payer_id, status, currency, contracts, open_value)
    select listed.payer_id, contracts.status, contracts.currency, count(*), sum(contracts.open_value)
    from contract_payers as listed join contracts on contracts.id = listed.contract_id
    group by listed.payer_id, contracts.status, contracts.currency`.execute(db);
  await sql`insert into payer_dues (payer_id, status, currency, due_date, open_value)
    select listed.payer_id, contracts.status, contracts.currency, invoices.due_date, sum(invoices.open_value)
    from contract_payers as listed
      join contracts on contracts.id = listed.contract_id
      join invoices on invoices.contract_id = contracts.id
    where invoices.open_value <> 0
    group by listed.payer_id, contracts.status, contracts.currency, invoices.due_date`.execute(db);
};

/** Over all of a payer's contracts of a status: how many, and what they sum to per currency. */
export const readSums = async (
  db: Kysely<Database>,
  { payerId, status }: { readonly payerId: string; readonly status: 'open' | 'closed' },
  today: PlainDate,
): Promise<{ total: number; totals: Totals[] }> => {
  const rows = await db
    .selectFrom('payer_sums as sums')
    .leftJoin('payer_dues as dues', (join) =>
      join
        .onRef('dues.payer_id', '=', 'sums.payer_id')
        .onRef('dues.status', '=', 'sums.status')
        .onRef('dues.currency', '=', 'sums.currency')
        .on('dues.due_date', '<=', today),
    )
    .where('sums.payer_id', '=', payerId)
    .where('sums.status', '=', status)
    .where('sums.contracts', '>', 0)
    .groupBy(['sums.currency', 'sums.contracts', 'sums.open_value'])
    .orderBy('sums.currency')
    .select([
      'sums.currency',
      'sums.contracts',
      'sums.open_value as open',
      sql<number>`cast(coalesce(sum(case when dues.due_date < ${today} then dues.open_value else 0 end), 0) as bigint)`.as('pastDue'),
      sql<number>`cast(coalesce(sum(dues.open_value), 0) as bigint)`.as('due'),
    ])
    .execute();
  return {
    total: rows.reduce((sum, { contracts }) => sum + contracts, 0),
    totals: rows.map(({ currency, open, pastDue, due }) => ({
      pastDue: { value: pastDue, currency },
      due: { value: due, currency },
      open: { value: open, currency },
    })),
  };
};

type ContractIds = SelectQueryBuilder<Database, 'alternate_efts', { contract_id: string }>;

/** In one order, after the contracts: for whoever will move what is open of several contracts. */
export const lockSums = async (trx: Trx, dialect: Store['dialect'], contractIds: ContractIds): Promise<void> => {
  if (dialect !== 'postgres') return;
  await trx
    .selectFrom('payer_sums')
    .select('payer_id')
    .where('payer_id', 'in', (from) => from.selectFrom('contract_payers').select('payer_id').where('contract_id', 'in', contractIds))
    .orderBy('payer_id')
    .orderBy('status')
    .orderBy('currency')
    .forUpdate()
    .execute();
};

export interface ListMove {
  readonly contractId: string;
  /** Minor units added to what is open, by due date. */
  readonly byDueDate: ReadonlyMap<PlainDate, number>;
  readonly dueOrder: string;
}

const addDue = async (
  trx: Trx,
  contract: Pick<ContractRow, 'id' | 'status' | 'currency'>,
  dueDate: PlainDate,
  by: number,
): Promise<void> => {
  await sql`insert into payer_dues (payer_id, status, currency, due_date, open_value)
    select payer_id, ${contract.status}, ${contract.currency}, ${dueDate}, cast(${by} as bigint)
    from contract_payers where contract_id = ${contract.id} order by payer_id
    on conflict (payer_id, status, currency, due_date) do update set open_value = payer_dues.open_value + excluded.open_value`.execute(trx);
};

/** The contract must be locked. */
export const moveLists = async (trx: Trx, { contractId, byDueDate, dueOrder }: ListMove): Promise<void> => {
  const contract = await trx
    .selectFrom('contracts')
    .select(['id', 'status', 'currency'])
    .where('id', '=', contractId)
    .executeTakeFirstOrThrow();
  const sum = [...byDueDate.values()].reduce((total, by) => total + by, 0);
  await trx
    .updateTable('contract_payers')
    .set((column) => ({ due_order: dueOrder, open_order: column('open_order', '-', sum) }))
    .where('contract_id', '=', contractId)
    .execute();
  const payers = trx.selectFrom('contract_payers').select('payer_id').where('contract_id', '=', contractId);
  await trx
    .updateTable('payer_sums')
    .set((column) => ({ open_value: column('open_value', '+', sum) }))
    .where('payer_id', 'in', payers)
    .where('status', '=', contract.status)
    .where('currency', '=', contract.currency)
    .execute();
  for (const [dueDate, by] of [...byDueDate].sort(([a], [b]) => (a < b ? -1 : 1))) await addDue(trx, contract, dueDate, by);
  // A day on which nothing is open any more is none to sum.
  await trx.deleteFrom('payer_dues').where('payer_id', 'in', payers).where('open_value', '=', 0).execute();
};
