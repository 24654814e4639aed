/** Every operation of the API, as the kit asks for it: method, path, the statuses and the form of a success. Must not know a rule. */
import type * as z from 'zod/mini';
import {
  BankAccount,
  BankAccountPage,
  CodeSent,
  Contract,
  ContractPage,
  InvoicePage,
  Payment,
  PaymentDetail,
  PaymentPage,
  PaymentResult,
  Preview,
  PublicLender,
  Session,
  SignedIn,
} from '../api/index.js';

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Parameters in braces. */
  readonly path: string;
  /** Whether no token is asked for. */
  readonly isPublic?: true;
  readonly successes: readonly number[];
  /** Left out where a success has no body, or one of no form of ours. */
  readonly form?: z.core.$ZodType;
}

export const operations = {
  getSession: { method: 'GET', path: '/session', successes: [200], form: Session },
  getLender: { method: 'GET', path: '/lender', isPublic: true, successes: [200], form: PublicLender },
  listContracts: { method: 'GET', path: '/contracts', successes: [200], form: ContractPage },
  getContract: { method: 'GET', path: '/contracts/{contractId}', successes: [200], form: Contract },
  listInvoices: { method: 'GET', path: '/contracts/{contractId}/invoices', successes: [200], form: InvoicePage },
  previewPayment: { method: 'POST', path: '/payments/preview', successes: [200], form: Preview },
  listPayments: { method: 'GET', path: '/payments', successes: [200], form: PaymentPage },
  createPayment: { method: 'POST', path: '/payments', successes: [200, 201], form: PaymentResult },
  getPaymentsByKey: { method: 'GET', path: '/payments/by-key/{key}', successes: [200], form: PaymentResult },
  voidKey: { method: 'PUT', path: '/payments/by-key/{key}/void', successes: [200, 204], form: PaymentResult },
  getPayment: { method: 'GET', path: '/payments/{paymentId}', successes: [200], form: PaymentDetail },
  cancelPayment: { method: 'POST', path: '/payments/{paymentId}/cancel', successes: [200], form: Payment },
  listBankAccounts: { method: 'GET', path: '/bank-accounts', successes: [200], form: BankAccountPage },
  addBankAccount: { method: 'POST', path: '/bank-accounts', successes: [200, 201], form: BankAccount },
  removeBankAccount: { method: 'DELETE', path: '/bank-accounts/{accountId}', successes: [204] },
  startEnrollment: { method: 'POST', path: '/enrollments', isPublic: true, successes: [202], form: CodeSent },
  verifyEnrollment: { method: 'POST', path: '/enrollments/{enrollmentId}/verify', isPublic: true, successes: [200], form: SignedIn },
  resendEnrollment: { method: 'POST', path: '/enrollments/{enrollmentId}/resend', isPublic: true, successes: [202], form: CodeSent },
  startSignIn: { method: 'POST', path: '/sign-ins', isPublic: true, successes: [202], form: CodeSent },
  verifySignIn: { method: 'POST', path: '/sign-ins/{signInId}/verify', isPublic: true, successes: [200], form: SignedIn },
  resendSignIn: { method: 'POST', path: '/sign-ins/{signInId}/resend', isPublic: true, successes: [202], form: CodeSent },
  getDocument: { method: 'GET', path: '/openapi.json', isPublic: true, successes: [200] },
  getHealth: { method: 'GET', path: '/healthz', isPublic: true, successes: [200] },
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof operations;

export const operationIds = Object.keys(operations) as readonly OperationId[];

/** Widened: what the table says of one operation. */
export const operationOf = (id: OperationId): Operation => operations[id];
