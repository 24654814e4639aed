/**
 * What the lender's side needs: the store, the clock, randomness. Nothing of a request, since no payer asks for any of it.
 */
import type { EndpointDeps } from '../deps.js';

export type EftDeps = Pick<EndpointDeps, 'store' | 'now' | 'random' | 'scheduleSeconds'>;
