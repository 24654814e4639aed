/** Rows that stand in a statement instead of in a table. Knows no tables. */
import { sql, type RawBuilder } from 'kysely';

/** As PostgreSQL names the columns. */
type BareValues = Readonly<Record<'column1' | 'column2' | 'column3' | 'column4', string>>;

/** `rows`: each in its brackets, up to four columns. */
export const bareValues = <Name extends string>(rows: readonly RawBuilder<unknown>[], name: Name) =>
  sql<BareValues>`(values ${sql.join(rows)})`.as<Name>(name);
