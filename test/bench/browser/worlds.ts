/** Worlds of the reference endpoint with a fleet of so many contracts. */
import { fleetPayer } from '../../../demo/portfolio/large.js';
import { World } from '../../support/world.js';
import { WorldCreated } from '../../support/worlds/protocol.js';
import { fleetOf } from '../fleet.js';
import type { Endpoint } from './site.js';

export interface FleetWorld extends Endpoint {
  readonly world: World;
  readonly contracts: number;
}

export interface Fleet {
  readonly contracts: number;
  /** Of each contract; ten where left out. */
  readonly invoices?: number | undefined;
}

export const createFleet = async (worldsUrl: string, origin: string, { contracts, invoices }: Fleet): Promise<FleetWorld> => {
  const now = new Date().toISOString();
  const body = JSON.stringify(contracts >= 10_000 ? { isLarge: true, now } : { portfolio: fleetOf(contracts, invoices), now });
  const answer = await fetch(`${worldsUrl}/worlds`, { method: 'POST', headers: { origin }, body });
  const world = new World(worldsUrl, WorldCreated.parse(await answer.json()));
  return { world, contracts, base: world.endpoint, token: world.tokenOf(fleetPayer.id) };
};
