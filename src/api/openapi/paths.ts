/**
 * Every path of the endpoint API with its operations.
 * Knows the schemas by name only.
 */
import { always, cursor, forBodies, forSignedIn, payer } from './common.js';
import { answer, body, limit, pathId, problems, query } from './parts.js';
import { paymentPaths } from './payment-paths.js';

type Part = Readonly<Record<string, unknown>>;

/** No token is asked for, and none is looked at. */
const open = { security: [] };

const reading = {
  '/session': {
    get: {
      operationId: 'getSession',
      tags: ['Session'],
      summary: 'Who is signed in, and what the lender allows today',
      parameters: [payer],
      responses: { '200': answer('The session.', 'Session'), ...problems(forSignedIn) },
    },
  },
  '/lender': {
    get: {
      operationId: 'getLender',
      tags: ['Session'],
      summary: 'The lender, without a token',
      ...open,
      responses: { '200': answer('The lender.', 'PublicLender', { isPublic: true }), ...problems(always) },
    },
  },
  '/contracts': {
    get: {
      operationId: 'listContracts',
      tags: ['Contracts'],
      summary: 'Contracts with their first open invoices',
      parameters: [
        payer,
        query('status', 'Booked contracts, or terminated ones.', { type: 'string', enum: ['open', 'closed'], default: 'open' }),
        query('q', 'A part of a contract or invoice number.', { type: 'string' }),
        query('sort', 'Oldest open due date first (the usual order), number ascending, or the largest open amount first.', {
          type: 'string',
          enum: ['dueDate', 'number', 'open'],
        }),
        cursor,
        limit(50),
      ],
      responses: { '200': answer('A page of contracts.', 'ContractPage'), ...problems([...forSignedIn, 'invalid']) },
    },
  },
  '/contracts/{contractId}': {
    get: {
      operationId: 'getContract',
      tags: ['Contracts'],
      summary: 'One contract',
      parameters: [pathId('contractId'), payer],
      responses: { '200': answer('The contract.', 'Contract'), ...problems([...forSignedIn, 'not-found']) },
    },
  },
  '/contracts/{contractId}/invoices': {
    get: {
      operationId: 'listInvoices',
      tags: ['Contracts'],
      summary: 'Open invoices of a contract, oldest due date first',
      parameters: [pathId('contractId'), payer, cursor, limit(200)],
      responses: { '200': answer('A page of invoices.', 'InvoicePage'), ...problems([...forSignedIn, 'not-found', 'invalid']) },
    },
  },
};

const banking = {
  '/bank-accounts': {
    get: {
      operationId: 'listBankAccounts',
      tags: ['Bank accounts'],
      summary: 'The payer’s bank accounts',
      parameters: [payer, cursor, limit(50)],
      responses: {
        '200': answer('A page of bank accounts.', 'BankAccountPage'),
        ...problems([...forSignedIn, 'forbidden', 'payments-off', 'invalid']),
      },
    },
    post: {
      operationId: 'addBankAccount',
      tags: ['Bank accounts'],
      summary: 'Add a bank account: the only call that carries a number',
      parameters: [payer],
      requestBody: body('BankAccountRequest'),
      responses: {
        '200': answer('The same account was added before, under this key or another.', 'BankAccount'),
        '201': answer('Added; perhaps not verified yet.', 'BankAccount'),
        ...problems([...forSignedIn, ...forBodies, 'forbidden', 'payments-off', 'key-reused']),
      },
    },
  },
  '/bank-accounts/{accountId}': {
    delete: {
      operationId: 'removeBankAccount',
      tags: ['Bank accounts'],
      summary: 'Remove a bank account',
      parameters: [pathId('accountId'), payer],
      responses: {
        '204': answer('Removed.'),
        ...problems([...forSignedIn, 'forbidden', 'payments-off', 'not-found', 'account-in-use']),
      },
    },
  },
};

/** Registering and signing in are alike: ask for a code, then give it. */
const byCode = (path: string, name: string, id: string, request: 'EnrollmentRequest' | 'SignInRequest', what: string) => ({
  [path]: {
    post: {
      operationId: `start${name}`,
      tags: ['Signing in'],
      summary: `${what}: ask for a code`,
      description: 'Answers the same whether or not anything matched; a code goes only to the address on file.',
      ...open,
      requestBody: body(request),
      responses: { '202': answer('Asked for.', 'CodeSent', { isPublic: true }), ...problems([...always, ...forBodies, 'forbidden']) },
    },
  },
  [`${path}/{${id}}/verify`]: {
    post: {
      operationId: `verify${name}`,
      tags: ['Signing in'],
      summary: `${what}: give the code`,
      description: 'Wrong, used, dead and unmatched codes are answered alike.',
      ...open,
      parameters: [pathId(id)],
      requestBody: body('CodeRequest'),
      responses: { '200': answer('Signed in.', 'SignedIn', { isPublic: true }), ...problems([...always, ...forBodies, 'forbidden']) },
    },
  },
  [`${path}/{${id}}/resend`]: {
    post: {
      operationId: `resend${name}`,
      tags: ['Signing in'],
      summary: `${what}: a new code, which kills the old`,
      ...open,
      parameters: [pathId(id)],
      responses: { '202': answer('Asked for.', 'CodeSent', { isPublic: true }), ...problems([...always, 'forbidden']) },
    },
  },
});

const anyObject = { content: { 'application/json': { schema: { type: 'object' } } } };

const housekeeping = {
  '/openapi.json': {
    get: {
      operationId: 'getDocument',
      tags: ['Housekeeping'],
      summary: 'This document',
      ...open,
      responses: { '200': { description: 'OpenAPI 3.1.', ...anyObject }, ...problems(always) },
    },
  },
  '/healthz': {
    get: {
      operationId: 'getHealth',
      tags: ['Housekeeping'],
      summary: 'Whether the endpoint lives',
      ...open,
      responses: { '200': { description: 'It lives.' }, ...problems(always) },
    },
  },
};

export const paths: Readonly<Record<string, Part>> = {
  ...reading,
  ...paymentPaths,
  ...banking,
  ...byCode('/enrollments', 'Enrollment', 'enrollmentId', 'EnrollmentRequest', 'Register'),
  ...byCode('/sign-ins', 'SignIn', 'signInId', 'SignInRequest', 'Sign in'),
  ...housekeeping,
};
