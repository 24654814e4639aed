/**
 * A payer's lists and sums as contracts and invoices have them now, and as they are kept. Must not know what happened to them.
 */
import type { Store } from '../../../../demo/endpoint/store/open.js';

export interface Lists {
  readonly listed: readonly unknown[];
  readonly sums: readonly unknown[];
  readonly dues: readonly unknown[];
}

const inOrder = (rows: readonly object[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

export const keptLists = async ({ db }: Store): Promise<Lists> => ({
  listed: inOrder(
    await db.selectFrom('contract_payers').select(['payer_id', 'contract_id', 'status', 'number', 'due_order', 'open_order']).execute(),
  ),
  sums: inOrder(await db.selectFrom('payer_sums').select(['payer_id', 'status', 'currency', 'contracts', 'open_value']).execute()),
  dues: inOrder(await db.selectFrom('payer_dues').select(['payer_id', 'status', 'currency', 'due_date', 'open_value']).execute()),
});

const add = (sums: Map<string, number>, key: string, value: number): void => void sums.set(key, (sums.get(key) ?? 0) + value);
const spread = (sums: Map<string, number>, name: string): object[] =>
  [...sums].map(([key, value]) => ({ ...(JSON.parse(key) as object), [name]: value }));

export const reckonLists = async ({ db }: Store): Promise<Lists> => {
  const pairs = await db.selectFrom('contract_payers').select(['payer_id', 'contract_id']).execute();
  const contracts = new Map((await db.selectFrom('contracts').selectAll().execute()).map((contract) => [contract.id, contract]));
  const invoices = await db.selectFrom('invoices').select(['contract_id', 'due_date', 'open_value']).execute();
  const counts = new Map<string, number>();
  const opens = new Map<string, number>();
  const dues = new Map<string, number>();
  const listed = pairs.map(({ payer_id, contract_id }) => {
    const contract = contracts.get(contract_id);
    if (contract === undefined) throw new Error(`There is no contract ${contract_id}.`);
    const { status, currency, number } = contract;
    const open = invoices.filter((invoice) => invoice.contract_id === contract_id && invoice.open_value !== 0);
    const sum = open.reduce((total, { open_value: value }) => total + value, 0);
    const due_order = open.map(({ due_date: date }) => date).sort()[0] ?? '9999-12-31';
    const key = JSON.stringify({ payer_id, status, currency });
    add(counts, key, 1);
    add(opens, key, sum);
    for (const { due_date, open_value: value } of open) add(dues, JSON.stringify({ payer_id, status, currency, due_date }), value);
    return { payer_id, contract_id, status, number, due_order, open_order: 0 - sum };
  });
  const sums = spread(counts, 'contracts').map((row, index) => ({ ...row, open_value: [...opens.values()][index] }));
  for (const [key, value] of dues) if (value === 0) dues.delete(key);
  return { listed: inOrder(listed), sums: inOrder(sums), dues: inOrder(spread(dues, 'open_value')) };
};
