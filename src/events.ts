/**
 * The element's events, by name, with what each carries: ids, amounts, states, last four, never more.
 * All are `CustomEvent`s that bubble and cross shadow roots.
 */
import type { Money, PlainDate, Timestamp } from './api/index.js';
import type { Diagnostic } from './client/diagnostic.js';
import type { ErrorCode } from './domain/errors.js';
import type { PaymentStateName } from './domain/payment.js';
import type { View } from './domain/user-events.js';

export interface ItemDetail {
  readonly contractId: string;
  readonly contractNumber: string;
  readonly amount: Money;
}

export interface ReadyDetail {
  readonly lenderId: string;
  readonly payerId: string;
  /** How many open contracts the payer has. */
  readonly contracts: number;
}

/** Somebody signed in by a mailed code. The token is in no event. */
export interface SignedInDetail {
  readonly lenderId: string;
  readonly payerId: string;
  readonly expiresAt: Timestamp;
}

export interface SubmitDetail {
  readonly items: readonly ItemDetail[];
  readonly date: PlainDate;
  readonly accountId: string;
  readonly last4: string;
}

export interface PaymentDetailOfEvent extends ItemDetail {
  readonly id: string;
  readonly status: string;
  readonly reference: string;
}

export interface SubmittedDetail {
  readonly payments: readonly PaymentDetailOfEvent[];
}

/** The payment as it is after the request: `pending_cancel` until the lender has confirmed it, or `canceled` at once. */
export type CanceledDetail = PaymentDetailOfEvent;

export interface RefusedDetail {
  readonly key: string;
  readonly items: readonly ItemDetail[];
  /** `changed` where balance or terms moved; undefined where the payment never arrived and its key was voided. */
  readonly code: ErrorCode | 'changed' | undefined;
}

export interface UnknownDetail {
  readonly key: string;
  readonly items: readonly ItemDetail[];
}

export interface ErrorDetail {
  /** `theme-refused` concerns the look alone, so no payer is told. */
  readonly code: ErrorCode | 'theme-refused';
  /** For the integrator; not for a payer's eyes. */
  readonly message: string;
  readonly retryable: boolean;
}

export interface ViewChangeDetail {
  readonly view: View;
  /** The step of paying, `idle` while no payment is being made. */
  readonly step: PaymentStateName;
}

export type DiagnosticDetail = Diagnostic;

export interface AspirePayEventMap {
  /** Session and contracts are on screen for the first time. */
  'aspire-pay-ready': CustomEvent<ReadyDetail>;
  /** Cancelable, before anything is remembered or sent: cancelled, the payer is back in the review. */
  'aspire-pay-submit': CustomEvent<SubmitDetail>;
  /** The endpoint holds the payment. */
  'aspire-pay-submitted': CustomEvent<SubmittedDetail>;
  /** Nothing was paid, and the key is void. */
  'aspire-pay-refused': CustomEvent<RefusedDetail>;
  /**
   * Not known after thirty seconds; settles by itself into submitted or refused. Where the sign-in ends or another payer comes first, it is
   * left out, and one of those two follows when that payer is back.
   */
  'aspire-pay-unknown': CustomEvent<UnknownDetail>;
  /** The endpoint has taken the payer's request to cancel a payment. */
  'aspire-pay-canceled': CustomEvent<CanceledDetail>;
  /** Nobody is signed in. */
  'aspire-pay-auth-required': CustomEvent<Record<string, never>>;
  /** By a mailed code, or by a new one that keeps a session going. */
  'aspire-pay-signed-in': CustomEvent<SignedInDetail>;
  /** Something went wrong: a code, and a sentence for the integrator. */
  'aspire-pay-error': CustomEvent<ErrorDetail>;
  /** Another view, or another step of paying. */
  'aspire-pay-view-change': CustomEvent<ViewChangeDetail>;
  /** A request to the endpoint has ended. */
  'aspire-pay-diagnostic': CustomEvent<DiagnosticDetail>;
}

export type AspirePayEventName = keyof AspirePayEventMap;

/** Dispatches one event; false where a listener cancelled it. */
export type Emit = <Name extends AspirePayEventName>(name: Name, detail: AspirePayEventMap[Name]['detail']) => boolean;

/** What makes an {@link Emit} for a host. A listener that throws is the page's affair: the platform reports it and goes on. */
export const createEmit =
  (host: EventTarget): Emit =>
  (name, detail) =>
    host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: name === 'aspire-pay-submit' }));
