/**
 * The faults a person can put in front of the endpoint from the back office's page, by name.
 * Belongs to the demo alone: the endpoint app never hears of it.
 */
import { problemType } from '../../src/api/index.js';
import type { Fault } from '../faults.js';

export const faultChoices = ['slow', 'offline', 'drop-after-commit', 'server-error', 'session-expired'] as const;
export type FaultChoice = (typeof faultChoices)[number];

/** Until it is switched off. */
const always = Number.MAX_SAFE_INTEGER;

const expired = JSON.stringify({ type: problemType('unauthenticated'), title: 'Not signed in', status: 401, detail: 'Sign in to go on.' });

export const faultOf = (choice: FaultChoice): Fault => {
  switch (choice) {
    case 'slow':
      return { path: '*', times: always, effect: { kind: 'delay-before', ms: 4_000 } };
    case 'offline':
      return { path: '*', times: always, effect: { kind: 'drop-before' } };
    case 'drop-after-commit':
      return { method: 'POST', path: '/payments', times: 1, effect: { kind: 'drop-after' } };
    case 'server-error': {
      const answer = {
        kind: 'answer',
        status: 500,
        contentType: 'text/html',
        body: '',
        headers: {},
        isDelivered: false,
        isReadable: true,
      } as const;
      return { path: '*', times: always, effect: answer };
    }
    case 'session-expired': {
      const contentType = 'application/problem+json';
      const answer = {
        kind: 'answer',
        status: 401,
        contentType,
        body: expired,
        headers: {},
        isDelivered: false,
        isReadable: true,
      } as const;
      return { path: '*', times: 1, effect: answer };
    }
  }
};
