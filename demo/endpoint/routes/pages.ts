/**
 * Pages: one more row than shown is read to know whether there is a next page, and an answer never grows past its limit.
 */

/** Under 1 MiB, with room for what stands around the items. */
const maxPageBytes = 1_000_000;

export interface Cut<Item> {
  readonly items: Item[];
  readonly hasMore: boolean;
}

/** The first `limit` of what was read. */
export const cutToLimit = <Item>(read: readonly Item[], limit: number): Cut<Item> => ({
  items: read.slice(0, limit),
  hasMore: read.length > limit,
});

/** As many items as fit into an answer, at least one; the rest goes to the next page. */
export const cutToSize = <Item>({ items, hasMore }: Cut<Item>, maxBytes = maxPageBytes): Cut<Item> => {
  let size = 0;
  const count = items.findIndex((item) => {
    size += Buffer.byteLength(JSON.stringify(item)) + 1;
    return size > maxBytes;
  });
  return count < 0 ? { items, hasMore } : { items: items.slice(0, Math.max(count, 1)), hasMore: true };
};
