/** Worlds of the reference endpoint with a fleet of so many contracts, ten open invoices each. */
import { fleetPayer } from '../../../demo/portfolio/large.js';
import { World } from '../../support/world.js';
import { WorldCreated } from '../../support/worlds/protocol.js';
import { fleetOf } from '../fleet.js';
import type { Endpoint } from './site.js';

export interface FleetWorld extends Endpoint {
  readonly world: World;
}

export const createFleet = async (worldsUrl: string, origin: string, contracts: number): Promise<FleetWorld> => {
  const now = new Date().toISOString();
  const body = JSON.stringify(contracts >= 10_000 ? { isLarge: true, now } : { portfolio: fleetOf(contracts), now });
  const answer = await fetch(`${worldsUrl}/worlds`, { method: 'POST', headers: { origin }, body });
  const world = new World(worldsUrl, WorldCreated.parse(await answer.json()));
  return { world, base: world.endpoint, token: world.tokenOf(fleetPayer.id) };
};
