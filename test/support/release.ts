/** Lets go what a fault held back, also what was still on its way at the first try. */
import { until } from './payer.js';
import type { World } from './world.js';

export const releaseUntil = async (world: World, isThere: () => boolean): Promise<void> => {
  await until(async () => {
    await world.release();
    return isThere();
  }, 'what was held back');
};
