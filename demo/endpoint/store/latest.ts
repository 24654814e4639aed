/** A map of so many entries and no more: what was put in first goes first. */
export const putLatest = <Key, Value>(map: Map<Key, Value>, most: number, key: Key, value: Value): void => {
  const [oldest] = map.keys();
  if (map.size >= most && oldest !== undefined) map.delete(oldest);
  map.set(key, value);
};
