/**
 * What a browser does slowly the first time is done once while the list is on its way: making a formatter, looking into the storage,
 * reading a contract. Changes nothing, and knows nothing of what will come.
 */
import { readNothing } from '../client/client.js';
import { wait, wakeStores } from '../client/environment.js';
import type { Format } from '../domain/format.js';

/** Each in a task of its own, so that what is pressed meanwhile is answered. */
export const warmUp = async (format: () => Format): Promise<void> => {
  for (const work of [() => format().date('1970-01-01', 'medium'), wakeStores, readNothing]) {
    await wait(0);
    work();
  }
};
