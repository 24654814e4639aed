/** What anybody may ask without a token; and addresses nobody knows. */
import { PublicLender } from '../../api/index.js';
import { isSuccess, nameOfProblem } from '../exchange.js';
import { operationOf, operationIds } from '../operations.js';
import { readForm } from '../payer.js';
import type { Check } from '../trial.js';

const open = ['getLender', 'getDocument', 'getHealth'] as const;

/** An endpoint may well leave out what it does not offer. */
const neededPaths = operationIds.map((id) => operationOf(id).path).filter((path) => !/^\/(enrollments|sign-ins)/.test(path));

const hasPaths = (document: unknown): boolean => {
  if (typeof document !== 'object' || document === null) return false;
  const { openapi, paths }: { openapi?: unknown; paths?: unknown } = document;
  if (typeof openapi !== 'string' || !openapi.startsWith('3.1.') || typeof paths !== 'object' || paths === null) return false;
  const shape = (path: string): string => path.replace(/\{\w+\}/g, '{}');
  const known = new Set(Object.keys(paths).map(shape));
  return neededPaths.every((path) => known.has(shape(path)));
};

export const publicChecks: readonly Check[] = [
  {
    title: 'What is public is answered without a token',
    rules: ['who.public'],
    run: async (trial) => {
      for (const operation of open) trial.expectStatus('who.public', await trial.nobody.call(operation), 200);
    },
  },
  {
    title: 'What is public is answered with a token nobody knows',
    rules: ['who.public'],
    run: async (trial) => {
      const headers = { authorization: `Bearer ${trial.outside.word()}` };
      for (const operation of open) trial.expectStatus('who.public', await trial.nobody.call(operation, { headers }), 200);
    },
  },
  {
    title: 'The OpenAPI document is served',
    rules: ['document.served'],
    run: async (trial) => {
      const exchange = await trial.nobody.call('getDocument');
      if (!isSuccess(exchange)) return;
      trial.expect('document.served', hasPaths(exchange.json), exchange, 'openapi: 3.1, with the paths of the API');
    },
  },
  {
    title: 'The lender is the same with and without a token',
    rules: ['lender.same'],
    run: async (trial) => {
      const exchange = await trial.nobody.call('getLender');
      const lender = readForm(exchange, PublicLender);
      const session = await trial.me.session();
      const isSame = lender.id === session.lender.id && lender.name === session.lender.name;
      trial.expect('lender.same', isSame, exchange, `the lender ${session.lender.id} (${session.lender.name})`);
      const { enrollment } = session.features;
      trial.expect('lender.same', lender.enrollment === enrollment, exchange, `enrollment: ${String(enrollment)}, as in /session`);
    },
  },
  {
    title: 'An address nobody knows is a plain 404',
    rules: ['problem.unknown-address'],
    run: async (trial) => {
      for (const path of [`/${trial.outside.word()}`, `/contracts-${trial.outside.word()}`]) {
        const exchange = await trial.me.callAddress('GET', path);
        const isPlain = exchange.answer.status === 404 && nameOfProblem(exchange) === undefined;
        trial.expect('problem.unknown-address', isPlain, exchange, '404 without a problem of ours, such as type about:blank');
      }
    },
  },
];
