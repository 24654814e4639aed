/** Calls from another site: who may, what preflights say, what a page can read. */
import { operationIds, operationOf, type OperationId } from '../operations.js';
import type { Exchange } from '../exchange.js';
import type { Check, Trial } from '../trial.js';
import { unknownId } from './samples.js';

const allowed = ['authorization', 'content-type', 'idempotency-key', 'aspire-pay-payer'];
const exposed = ['retry-after', 'date', 'idempotent-replayed', 'aspire-pay-payer'];

const listIn = ({ answer }: Exchange, header: string): string[] =>
  (answer.headers[header] ?? '').split(',').map((word) => word.trim().toLowerCase());

/** Without its parameters filled in: a preflight is about an address, not about what lies there. */
const addressOf = (operation: OperationId, trial: Trial): string =>
  operationOf(operation).path.replace(/\{\w+\}/g, unknownId(trial.outside));

const preflight = (trial: Trial, operation: OperationId, origin: string): Promise<Exchange> =>
  trial.nobody.callAddress('OPTIONS', addressOf(operation, trial), {
    headers: {
      origin,
      'access-control-request-method': operationOf(operation).method,
      'access-control-request-headers': allowed.join(','),
    },
  });

const requireOrigin = (trial: Trial): string => {
  const { origin } = trial.options;
  trial.requireOccasion(origin !== undefined, 'needs --origin, one that is configured at the endpoint');
  return origin ?? '';
};

const isAllowed = ({ answer }: Exchange, origin: string): boolean => answer.headers['access-control-allow-origin'] === origin;

const judgePreflights = async (trial: Trial): Promise<void> => {
  const origin = requireOrigin(trial);
  for (const operation of operationIds) {
    const exchange = await preflight(trial, operation, origin);
    const { method } = operationOf(operation);
    const isAnswered = exchange.answer.status === 200 || exchange.answer.status === 204;
    trial.expect('cors.preflight', isAnswered && isAllowed(exchange, origin), exchange, `204 with Access-Control-Allow-Origin: ${origin}`);
    const headers = listIn(exchange, 'access-control-allow-headers');
    trial.expect(
      'cors.preflight',
      allowed.every((name) => headers.includes(name)),
      exchange,
      `the headers ${allowed.join(', ')} allowed`,
    );
    // A browser lets GET and POST pass unnamed.
    const isNamed = ['GET', 'POST'].includes(method) || listIn(exchange, 'access-control-allow-methods').includes(method.toLowerCase());
    trial.expect('cors.preflight', isNamed, exchange, `${method} allowed`);
  }
};

/** A success, and a refusal of every kind that reading alone can bring about. */
const askFrom = async (trial: Trial, origin: string): Promise<readonly Exchange[]> => {
  const headers = { origin };
  const asNobody = [await trial.nobody.call('getLender', { headers }), await trial.nobody.call('getSession', { headers })];
  await trial.me.session();
  return [
    ...asNobody,
    await trial.me.call('getSession', { headers }),
    await trial.me.call('getContract', { headers, at: { contractId: unknownId(trial.outside) } }),
    await trial.me.call('listContracts', { headers, query: { limit: 'x' } }),
    await trial.me.call('getSession', { headers: { ...headers, 'aspire-pay-payer': unknownId(trial.outside) } }),
  ];
};

export const corsChecks: readonly Check[] = [
  {
    title: 'Origins that are not configured',
    rules: ['cors.unknown-origin', 'cors.vary'],
    run: async (trial) => {
      for (const origin of [`https://${trial.outside.word()}.example`, 'null']) {
        const exchanges = [
          ...(await askFrom(trial, origin)),
          await preflight(trial, 'getSession', origin),
          await preflight(trial, 'createPayment', origin),
        ];
        for (const exchange of exchanges) {
          const given = exchange.answer.headers['access-control-allow-origin'];
          trial.expect('cors.unknown-origin', given !== origin && given !== '*', exchange, 'no Access-Control-Allow-Origin for it, nor *');
          if (exchange.method === 'OPTIONS') continue;
          trial.expect(
            'cors.vary',
            listIn(exchange, 'vary').some((word) => word === 'origin' || word === '*'),
            exchange,
            'Vary: Origin',
          );
        }
      }
    },
  },
  { title: 'Preflights of a configured origin', rules: ['cors.preflight'], run: judgePreflights },
  {
    title: 'Answers to a configured origin',
    rules: ['cors.allowed', 'cors.exposed', 'cors.vary'],
    run: async (trial) => {
      const origin = requireOrigin(trial);
      for (const exchange of await askFrom(trial, origin)) {
        trial.expect('cors.allowed', isAllowed(exchange, origin), exchange, `Access-Control-Allow-Origin: ${origin}`);
        const names = listIn(exchange, 'access-control-expose-headers');
        trial.expect(
          'cors.exposed',
          exposed.every((name) => names.includes(name)),
          exchange,
          `the headers ${exposed.join(', ')} exposed`,
        );
        trial.expect('cors.vary', listIn(exchange, 'vary').includes('origin'), exchange, 'Vary: Origin');
      }
    },
  },
];
