/**
 * What a receipt shows: payments of one submission, and what was authorized with them. The same for one just made and one of last month.
 * Types only; knows nothing of paper or files.
 */
import type { Payment, PaymentDetail } from '../api/index.js';

export type Authorization = PaymentDetail['authorization'];

export interface Receipt {
  readonly payments: readonly Payment[];
  /** Absent where a payment was settled after a reload: its text is with the endpoint, and under *Payments*. */
  readonly authorization?: Authorization;
}
