/** Requests that are well formed and lead nowhere: every operation once, with ids nobody knows. Must not know a rule. */
import type { CallOptions } from '../caller.js';
import { operationIds, operationOf, type OperationId } from '../operations.js';
import type { Outside } from '../outside.js';

export const unknownId = (outside: Outside): string => `none_${outside.word()}`;

const someDay = '2099-01-05';

const samplePreview = (outside: Outside) => ({
  items: [{ contractId: unknownId(outside), contractVersion: outside.word(), amount: { value: 1, currency: 'USD' } }],
  date: someDay,
  accountId: unknownId(outside),
  locale: 'en-US',
});

/** A payment that could be sent: its form is right, and nothing in it exists. */
export const samplePayment = (outside: Outside) => ({
  ...samplePreview(outside),
  idempotencyKey: outside.newKey(),
  authorization: { id: outside.word(), sha256: '0'.repeat(64), acceptedAt: '2026-01-01T00:00:00Z' },
});

/** Its check digit fails, so that it is refused by whoever looks at it. */
const sampleAccount = (outside: Outside) => ({
  idempotencyKey: outside.newKey(),
  routingNumber: '123456789',
  accountNumber: '0000',
  type: 'checking',
  holderType: 'business',
  holderName: 'Conformance Kit',
});

/** Method, path and body of one operation. */
export const sampleOf = (operation: OperationId, outside: Outside): CallOptions => {
  const id = unknownId(outside);
  const at = { contractId: id, paymentId: id, accountId: id, key: outside.newKey() };
  switch (operation) {
    case 'previewPayment':
      return { json: samplePreview(outside) };
    case 'createPayment': {
      const json = samplePayment(outside);
      return { json, headers: { 'idempotency-key': `"${json.idempotencyKey}"` } };
    }
    case 'addBankAccount':
      return { json: sampleAccount(outside) };
    default:
      return { at };
  }
};

const isRead = (operation: OperationId): boolean => operationOf(operation).method === 'GET';

const needsToken = operationIds.filter((operation) => operationOf(operation).isPublic !== true);

export const tokenReads: readonly OperationId[] = needsToken.filter(isRead);
export const tokenWrites: readonly OperationId[] = needsToken.filter((operation) => !isRead(operation));
