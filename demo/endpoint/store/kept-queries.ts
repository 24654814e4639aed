/**
 * Queries built and compiled once, and run with other values: building one costs as much as a small database needs to answer it. Must not
 * know what is asked.
 */
import type { Compilable, CompiledQuery, DialectAdapter, Kysely, QueryResult } from 'kysely';
import { putLatest } from './latest.js';
import type { Database } from './schema.js';

/** Lists of every length make a query of their own. */
const mostKept = 100;

/** Stands for a value while a query is built. */
class Place {
  readonly #path: readonly string[];

  constructor(path: readonly string[]) {
    this.#path = path;
  }

  in(values: object): unknown {
    return this.#path.reduce<unknown>((within, key) => (within as Record<string, unknown>)[key], values);
  }
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The same lists and objects, with a place for each value. */
const placesOf = (values: object, path: readonly string[] = []): unknown => {
  const placed = Object.entries(values).map(([key, value]: [string, unknown]) => {
    const here = [...path, key];
    return [key, isNested(value) ? placesOf(value, here) : new Place(here)] as const;
  });
  return Array.isArray(values) ? placed.map(([, place]) => place) : Object.fromEntries(placed);
};

/** What a query's text may depend on: how long lists are, and which values there are at all. */
const shapeOf = (values: object): string => {
  let shape = Array.isArray(values) ? `${values.length}` : '';
  for (const key in values) {
    const value: unknown = Reflect.get(values, key);
    shape += isNested(value) ? `${key}{${shapeOf(value)}}` : `${key},`;
  }
  return shape;
};

export type KeptQuery<Values extends object, Row> = (db: Kysely<Database>, values: Values) => Promise<QueryResult<Row>>;

/**
 * `build` is given places instead of values: it may put them into a query, and must not look at them. Objects and lists are as they were
 * given, so nothing else may be passed that is an object: no date and no bytes.
 */
export const keep = <Values extends object, Row>(
  build: (db: Kysely<Database>, values: Values) => Compilable<Row>,
): KeptQuery<Values, Row> => {
  const kept = new WeakMap<DialectAdapter, Map<string, CompiledQuery<Row>>>();
  const queriesOf = (adapter: DialectAdapter): Map<string, CompiledQuery<Row>> => {
    const known = kept.get(adapter) ?? new Map<string, CompiledQuery<Row>>();
    kept.set(adapter, known);
    return known;
  };
  return (db, values) => {
    const { adapter, plugins } = db.getExecutor();
    // A plugin is shown each query with its values.
    if (plugins.length > 0) return db.executeQuery(build(db, values));
    const queries = queriesOf(adapter);
    const shape = shapeOf(values);
    let query = queries.get(shape);
    if (query === undefined) {
      query = build(db, placesOf(values) as Values).compile();
      putLatest(queries, mostKept, shape, query);
    }
    const parameters = query.parameters.map((parameter) => (parameter instanceof Place ? parameter.in(values) : parameter));
    return db.executeQuery<Row>({ ...query, parameters });
  };
};
