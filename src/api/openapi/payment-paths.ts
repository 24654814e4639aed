/**
 * The operations that make, ask for, void and list payments.
 * Knows the schemas by name only.
 */
import { cursor, forPayments, forSignedIn, payer } from './common.js';
import { answer, body, limit, pathId, problems, referParameter } from './parts.js';

export const paymentPaths = {
  '/payments/preview': {
    post: {
      operationId: 'previewPayment',
      tags: ['Payments'],
      summary: 'What would happen; writes nothing',
      description: 'Refuses what the payment would refuse, with the same problems. Its warnings never block.',
      parameters: [payer],
      requestBody: body('PreviewRequest'),
      responses: { '200': answer('The preview.', 'Preview'), ...problems(forPayments) },
    },
  },
  '/payments': {
    get: {
      operationId: 'listPayments',
      tags: ['Payments'],
      summary: 'The payer’s payments, newest first',
      parameters: [payer, cursor, limit(50)],
      responses: { '200': answer('A page of payments.', 'PaymentPage'), ...problems([...forSignedIn, 'forbidden', 'invalid']) },
    },
    post: {
      operationId: 'createPayment',
      tags: ['Payments'],
      summary: 'Pay contracts, once per key',
      description:
        'The key is looked up before any check of the payment itself and claimed in the payment’s own transaction. It ends accepted or voided; a refused request stores nothing under it. ' +
        'Checks in order: token, size and media type, key, payer, replay, features, form, ids, version, authorization, then money, date and account.',
      parameters: [referParameter('IdempotencyKey'), payer],
      requestBody: body('PaymentRequest'),
      responses: {
        '200': answer('A replay: the payments as they are now.', 'PaymentResult', { isReplay: true }),
        '201': answer('Accepted.', 'PaymentResult'),
        ...problems([...forPayments, 'in-progress', 'preview-changed', 'voided', 'key-reused'], true),
      },
    },
  },
  '/payments/by-key/{key}': {
    get: {
      operationId: 'getPaymentsByKey',
      tags: ['Payments'],
      summary: 'What a key brought about',
      description: 'A 404 means not seen so far: only a void’s 204 allows a new key. Not rate-limited; answers with payments off.',
      parameters: [pathId('key', 'Key'), payer],
      responses: {
        '200': answer('The payments as they are now.', 'PaymentResult'),
        ...problems(['unauthenticated', 'payer-mismatch', 'not-found', 'in-progress', 'voided', 'unavailable'], true),
      },
    },
  },
  '/payments/by-key/{key}/void': {
    put: {
      operationId: 'voidKey',
      tags: ['Payments'],
      summary: 'End a key for ever, unless it has won',
      description: 'Waits for a running transaction of the key. Not rate-limited; works with payments off.',
      parameters: [pathId('key', 'Key'), payer],
      responses: {
        '200': answer('The key had won: its payments as they are now.', 'PaymentResult'),
        '204': answer('Voided: a later payment with this key is answered 410.'),
        ...problems(['unauthenticated', 'payer-mismatch', 'in-progress', 'unavailable'], true),
      },
    },
  },
  '/payments/{paymentId}': {
    get: {
      operationId: 'getPayment',
      tags: ['Payments'],
      summary: 'One payment, with what was authorized',
      parameters: [pathId('paymentId'), payer],
      responses: { '200': answer('The payment.', 'PaymentDetail'), ...problems([...forSignedIn, 'not-found']) },
    },
  },
  '/payments/{paymentId}/cancel': {
    post: {
      operationId: 'cancelPayment',
      tags: ['Payments'],
      summary: 'Ask for a payment to be canceled; repeatable',
      parameters: [pathId('paymentId'), payer],
      responses: {
        '200': answer('The payment.', 'Payment'),
        ...problems([...forSignedIn, 'forbidden', 'not-found', 'too-late-to-cancel']),
      },
    },
  },
};
