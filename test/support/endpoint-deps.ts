/**
 * What the endpoint is given where it is tested, over a store: the real clock, keys of its own, no other origin, a log nobody reads.
 * Must not know which test it is for.
 */
import { randomBytes } from 'node:crypto';
import type { EndpointDeps } from '../../demo/endpoint/app.js';
import type { Store } from '../../demo/endpoint/store/open.js';

export const endpointDeps = (store: Store, special: Partial<EndpointDeps> = {}): EndpointDeps => ({
  store,
  now: () => new Date(),
  random: (bytes) => randomBytes(bytes),
  sealingKey: randomBytes(32),
  authorizationKey: randomBytes(32),
  origins: [],
  log: () => undefined,
  scheduleSeconds: 86_400,
  ...special,
});
