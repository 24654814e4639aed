/** More customers like the one there is, by copying its rows within the database. Must not know what is measured. */
import { sql, type RawBuilder } from 'kysely';
import { openStore } from '../../../demo/endpoint/store/open.js';
import { fleetPayer } from '../../../demo/portfolio/large.js';
import type { TestDatabase } from '../../demo/endpoint/support/fresh-database.js';

/** Of the demo's fleet. */
export const mostContracts = 10_000;

/** Each table with the columns that name somebody or something else in a copy, and those that stay. */
const tables: readonly (readonly [table: string, renamed: readonly string[], kept: readonly string[]])[] = [
  ['payers', ['id', 'token_hash'], ['lender_id', 'name', 'contact_name', 'contact_email']],
  [
    'contracts',
    ['id', 'number', 'number_search'],
    ['lender_id', 'description', 'status', 'currency', 'version', 'open_value', 'due_order', 'billing_postal_code', 'billing_country'],
  ],
  ['contract_payers', ['payer_id', 'contract_id', 'number'], ['status', 'due_order', 'open_order']],
  ['payer_sums', ['payer_id'], ['status', 'currency', 'contracts', 'open_value']],
  ['payer_dues', ['payer_id'], ['status', 'currency', 'due_date', 'open_value']],
  ['invoices', ['contract_id', 'id', 'number', 'number_search'], ['issue_date', 'due_date', 'amount_value', 'open_value']],
  ['charges', ['contract_id', 'invoice_id', 'id'], ['position', 'type', 'description', 'amount_value', 'open_value']],
];

/** What belongs to the fleet's own contracts and to no copy: their ids have no such ending. */
const copy = (table: string, renamed: readonly string[], kept: readonly string[], ending: string): RawBuilder<unknown> => {
  const names = sql.join([...renamed, ...kept].map((name) => sql.ref(name)));
  const values = sql.join([...renamed.map((name) => sql`${sql.ref(name)} || ${sql.lit(ending)}`), ...kept.map((name) => sql.ref(name))]);
  const owner = sql.ref(renamed[0] ?? '');
  return sql`insert into ${sql.table(table)} (${names}) select ${values} from ${sql.table(table)} where ${owner} not like '%+%'`;
};

export const copyCustomers = async (database: TestDatabase, count: number): Promise<void> => {
  const store = await openStore(database);
  try {
    for (let number = 1; number <= count; number += 1) {
      await store.db.transaction().execute(async (trx) => {
        for (const [table, renamed, kept] of tables) await copy(table, renamed, kept, `+${number}`).execute(trx);
      });
    }
    const payers = await store.db.selectFrom('payers').select('id').where('id', 'like', `${fleetPayer.id}%`).execute();
    if (payers.length !== count + 1) throw new Error(`${payers.length} customers instead of ${count + 1}`);
    await sql`analyze`.execute(store.db);
  } finally {
    await store.close();
  }
};
