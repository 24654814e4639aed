/**
 * A program of its own: opens new databases one after another, each at an agreed moment, so that several of these meet at every one.
 * Arguments: the folder for them, how many, and the moment of the first in milliseconds since 1970.
 */
import { join } from 'node:path';
import { openStore } from '../../../../demo/endpoint/store/open.js';

const between = 60;
const [folder = '', count = '0', first = '0'] = process.argv.slice(2);

const openAt = async (index: number): Promise<void> => {
  while (Date.now() < Number(first) + index * between);
  const store = await openStore({ dataFolder: join(folder, String(index)) });
  await store.close();
};

const openAll = async (): Promise<void> => {
  for (let index = 0; index < Number(count); index += 1) await openAt(index);
};

openAll().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
