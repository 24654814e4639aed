/** A store that keeps what it is asked, as the database gets it. Must not change any of it. */
import type { CompiledQuery, KyselyPlugin } from 'kysely';
import type { Store } from '../../../../demo/endpoint/store/open.js';

export interface WatchedStore {
  readonly store: Store;
  /** In the order asked; begin and commit are left out. */
  readonly queries: CompiledQuery[];
}

export const watchQueries = (store: Store): WatchedStore => {
  const queries: CompiledQuery[] = [];
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      queries.push(store.db.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return { queries, store: { ...store, db: store.db.withPlugin(plugin) } };
};
