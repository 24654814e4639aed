/**
 * What became of the payments made so far, as data: a page of them, one that is to be canceled, one whose receipt is shown.
 * Types only; knows nothing of how they are fetched or drawn.
 */
import type { Payment, PaymentDetail, Timestamp } from '../api/index.js';
import type { Fault } from './errors.js';
import type { OpenEntry } from './portfolio.js';

/** Cancelling one payment, from the question to what came of it. */
export type CancelState =
  | { readonly step: 'asked' | 'sending'; readonly paymentId: string }
  /** The endpoint has taken the request. How far it is stands in the payment's status. */
  | { readonly step: 'done'; readonly paymentId: string }
  | { readonly step: 'too-late'; readonly paymentId: string }
  /** No answer says whether the request arrived. */
  | { readonly step: 'unknown'; readonly paymentId: string }
  | { readonly step: 'refused'; readonly paymentId: string; readonly fault: Fault };

export type CancelStep = CancelState['step'];

export type ReceiptState =
  | { readonly status: 'loading'; readonly paymentId: string }
  | { readonly status: 'failed'; readonly paymentId: string; readonly fault: Fault }
  | { readonly status: 'ready'; readonly paymentId: string; readonly payment: PaymentDetail };

export interface HistoryState {
  readonly status: 'loading' | 'ready' | 'failed';
  /** Newest first. */
  readonly payments: readonly Payment[];
  readonly asOf?: Timestamp;
  /** Index of the first shown payment, from 0. */
  readonly offset: number;
  readonly hasNext: boolean;
  /** A read is under way while older data stays on screen. */
  readonly isRefreshing: boolean;
  /** The last refresh failed: what is shown is older than it should be. */
  readonly isStale: boolean;
  readonly fault?: Fault;
  readonly cancel?: CancelState;
  readonly receipt?: ReceiptState;
}

/** The same with what the rest of the element knows: whether there is a connection, and what is still being asked for. */
export interface ShownHistory extends HistoryState {
  readonly isOffline: boolean;
  /** Payments whose outcome is not known: they are in no list yet. */
  readonly checking: readonly OpenEntry[];
}

export const emptyHistory: HistoryState = {
  status: 'loading',
  payments: [],
  offset: 0,
  hasNext: false,
  isRefreshing: false,
  isStale: false,
};

/** Whether the endpoint has taken a request to cancel this payment. */
export const isCancelTaken = ({ status }: Pick<Payment, 'status'>): boolean => status === 'pending_cancel' || status === 'canceled';
