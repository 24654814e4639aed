/**
 * Holds the database against what the clients were told. Every number of it is a violation.
 */
import type { Store } from '../../../demo/endpoint/store/open.js';
import type { Attempt } from './book.js';

export interface Violations {
  /** Acknowledged, and not stored as it was acknowledged. */
  readonly missing: number;
  /** Stored more than once under one key, or more than once for one version of a contract. */
  readonly twice: number;
  /** Said to be both accepted and voided, or stored otherwise than the clients were told. */
  readonly contradicted: number;
  /** Half stored: a payment without its record, a sum that differs, a key without its payments. */
  readonly torn: number;
}

export const noViolations: Violations = { missing: 0, twice: 0, contradicted: 0, torn: 0 };

/** The two counted together, each kind by itself. */
const together =
  (count: (a: number, b: number) => number) =>
  (a: Violations, b: Violations): Violations => ({
    missing: count(a.missing, b.missing),
    twice: count(a.twice, b.twice),
    contradicted: count(a.contradicted, b.contradicted),
    torn: count(a.torn, b.torn),
  });

export const addViolations = together((a, b) => a + b);

/** Of two looks at the same keys, the one that found more of each: what both have found is one finding. */
export const moreOf = together(Math.max);

interface StoredPayment {
  readonly key: string;
  readonly contract_id: string;
  readonly amount_value: number;
  readonly reference: string;
  readonly recorded: number | null;
}

interface Stored {
  readonly states: ReadonlyMap<string, string>;
  readonly payments: ReadonlyMap<string, readonly StoredPayment[]>;
}

const groupBy = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
};

const readPayments = ({ db }: Store, keys: readonly string[]): Promise<StoredPayment[]> =>
  db
    .selectFrom('payments')
    .leftJoin('alternate_efts', 'alternate_efts.payment_id', 'payments.id')
    .select(['payments.key', 'payments.contract_id', 'payments.amount_value', 'payments.reference'])
    .select('alternate_efts.amount_value as recorded')
    .where('payments.key', 'in', keys)
    .orderBy('payments.position')
    .execute();

/** A statement takes only so many values; the keys of a whole run are more. */
const keysAtOnce = 1_000;

const readStored = async (store: Store, keys: readonly string[]): Promise<Stored> => {
  const states: { key: string; state: string }[] = [];
  const payments: StoredPayment[] = [];
  for (let start = 0; start < keys.length; start += keysAtOnce) {
    const some = keys.slice(start, start + keysAtOnce);
    states.push(...(await store.db.selectFrom('payment_keys').select(['key', 'state']).where('key', 'in', some).execute()));
    payments.push(...(await readPayments(store, some)));
  }
  return { states: new Map(states.map(({ key, state }) => [key, state])), payments: groupBy(payments, ({ key }) => key) };
};

const isWhole = ({ request }: Attempt, payments: readonly StoredPayment[]): boolean =>
  payments.length === request.items.length &&
  request.items.every(({ contractId, amount }, index) => {
    const payment = payments[index];
    return payment?.contract_id === contractId && payment.amount_value === amount.value && payment.recorded === amount.value;
  });

interface KeyRecord {
  readonly state: string | undefined;
  readonly rows: readonly StoredPayment[];
}

const isContradicted = ({ accepted, isVoided }: Attempt, { state, rows }: KeyRecord): boolean => {
  if (accepted.size > 1 || (accepted.size > 0 && isVoided)) return true;
  if (isVoided) return state !== 'voided' || rows.length > 0;
  // What is gone is missing, not contradicted.
  return accepted.size > 0 && rows.length > 0 && !accepted.has(rows.map(({ reference }) => reference).join());
};

const isTorn = (attempt: Attempt, { state, rows }: KeyRecord): boolean =>
  state === 'accepted' ? !isWhole(attempt, rows) : rows.length > 0;

const auditKey = (attempt: Attempt, { states, payments }: Stored): Violations => {
  const { idempotencyKey: key, items } = attempt.request;
  const record = { state: states.get(key), rows: payments.get(key) ?? [] };
  const isMissing = attempt.accepted.size > 0 && (record.state !== 'accepted' || record.rows.length === 0);
  return {
    missing: isMissing ? 1 : 0,
    twice: record.rows.length > items.length ? 1 : 0,
    contradicted: isContradicted(attempt, record) ? 1 : 0,
    torn: isTorn(attempt, record) ? 1 : 0,
  };
};

/** A version is paid once, whatever the key. */
const countRepeatedVersions = (attempts: readonly Attempt[], { payments }: Stored): number => {
  const paid = attempts.filter(({ request }) => payments.has(request.idempotencyKey)).flatMap(({ request }) => request.items);
  const versions = paid.map(({ contractId, contractVersion }) => `${contractId} ${contractVersion}`);
  return versions.length - new Set(versions).size;
};

/** Records and payments of the whole database, sum for sum. */
const countTornSums = async ({ db }: Store): Promise<number> => {
  const sumOf = async (table: 'payments' | 'alternate_efts'): Promise<string> => {
    const { sum, count } = await db
      .selectFrom(table)
      .select(({ fn }) => [fn.sum<number | string | null>('amount_value').as('sum'), fn.countAll<number>().as('count')])
      .executeTakeFirstOrThrow();
    return `${Number(sum)} in ${count}`;
  };
  return (await sumOf('payments')) === (await sumOf('alternate_efts')) ? 0 : 1;
};

export const audit = async (store: Store, attempts: readonly Attempt[]): Promise<Violations> => {
  if (attempts.length === 0) return noViolations;
  const stored = await readStored(
    store,
    attempts.map(({ request }) => request.idempotencyKey),
  );
  const perKey = attempts.map((attempt) => auditKey(attempt, stored)).reduce(addViolations, noViolations);
  const overall = { ...noViolations, twice: countRepeatedVersions(attempts, stored), torn: await countTornSums(store) };
  return addViolations(perKey, overall);
};
