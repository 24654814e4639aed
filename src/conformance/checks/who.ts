/** Who asks: tokens, and the payer a request names. */
import { operationOf, type OperationId } from '../operations.js';
import type { Check, Trial } from '../trial.js';
import { sampleOf, tokenReads, tokenWrites } from './samples.js';

const judgeWithout = async (trial: Trial, operations: readonly OperationId[]): Promise<void> => {
  for (const operation of operations) {
    const exchange = await trial.nobody.call(operation, sampleOf(operation, trial.outside));
    trial.expectProblem('who.unauthenticated', exchange, 'unauthenticated');
  }
};

const judgeUnknown = async (trial: Trial, operations: readonly OperationId[]): Promise<void> => {
  for (const operation of operations) {
    const { headers, ...sample } = sampleOf(operation, trial.outside);
    const authorization = `Bearer ${trial.outside.word()}`;
    const exchange = await trial.nobody.call(operation, { ...sample, headers: { ...headers, authorization } });
    trial.expectProblem('who.unknown-token', exchange, 'unauthenticated');
  }
};

const judgeMismatch = async (trial: Trial, operations: readonly OperationId[]): Promise<void> => {
  const named = `somebody_${trial.outside.word()}`;
  for (const operation of operations) {
    const { headers, ...sample } = sampleOf(operation, trial.outside);
    const exchange = await trial.me.call(operation, { ...sample, headers: { ...headers, 'aspire-pay-payer': named } });
    trial.expectProblem('who.mismatch', exchange, 'payer-mismatch');
  }
};

const attempt = 'writes that are refused before anything else is looked at';

export const whoChecks: readonly Check[] = [
  {
    title: 'Reading without a token, and with one nobody knows',
    rules: ['who.unauthenticated', 'who.unknown-token'],
    run: async (trial) => {
      await judgeWithout(trial, tokenReads);
      await judgeUnknown(trial, tokenReads);
    },
  },
  {
    title: 'Writing without a token, and with one nobody knows',
    rules: ['who.unauthenticated', 'who.unknown-token'],
    writes: attempt,
    run: async (trial) => {
      await judgeWithout(trial, tokenWrites);
      await judgeUnknown(trial, tokenWrites);
    },
  },
  {
    title: 'No token comes before size and media type',
    rules: ['who.unauthenticated'],
    writes: attempt,
    run: async (trial) => {
      const headers = { 'content-type': 'text/plain' };
      for (const operation of ['previewPayment', 'createPayment', 'addBankAccount'] as const) {
        trial.expectProblem('who.unauthenticated', await trial.nobody.call(operation, { raw: 'x', headers }), 'unauthenticated');
      }
    },
  },
  {
    title: 'Reading as somebody else than the token says',
    rules: ['who.mismatch'],
    run: async (trial) => {
      await trial.me.session();
      await judgeMismatch(trial, tokenReads);
    },
  },
  {
    title: 'Writing as somebody else than the token says',
    rules: ['who.mismatch'],
    writes: attempt,
    run: async (trial) => {
      await trial.me.session();
      await judgeMismatch(
        trial,
        tokenWrites.filter((operation) => operationOf(operation).method !== 'PUT'),
      );
    },
  },
  {
    title: 'A void as somebody else voids nothing, and a payment as somebody else pays nothing',
    rules: ['who.mismatch', 'who.mismatch-writes'],
    writes: 'a payment and a void that are refused',
    run: async (trial) => {
      const headers = { 'aspire-pay-payer': `somebody_${trial.outside.word()}` };
      const { request } = await trial.purse.prepare();
      const key = request.idempotencyKey;
      const voided = await trial.me.call('voidKey', { at: { key }, headers });
      trial.expectProblem('who.mismatch', voided, 'payer-mismatch');
      const paid = await trial.me.pay(request, { headers });
      trial.expectProblem('who.mismatch', paid, 'payer-mismatch');
      const after = await trial.me.byKey(key);
      trial.expect('who.mismatch-writes', after.answer.status === 404, [voided, paid, after], 'by-key 404: neither voided nor paid');
    },
  },
];
